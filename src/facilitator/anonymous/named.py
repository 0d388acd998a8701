"""Who is named in words that are to leave an engagement, such as a template made of one of its sessions."""

from collections.abc import Callable
from dataclasses import replace

from facilitator.anonymous.names import Aliases
from facilitator.boards.hiding import GONE, Hidden, Hiding
from facilitator.content.known_texts import known_in
from facilitator.content.words import Words
from facilitator.domain.document import Document
from facilitator.domain.language import LANGUAGES


def names_in(document: Document, words: Words) -> Callable[[str], Hidden]:
    """What looks through a text: which names it holds of somebody known of the document, and the text without them.

    Persons whom the document does not know, mail addresses and telephone numbers count, too. Texts of the house name
    nobody.
    """
    known = Aliases(document, words).hidden
    hiding = Hiding([replace(each, instead=GONE) for each in known], GONE)

    def look(text: str) -> Hidden:
        if any(known_in(text, language) for language in LANGUAGES):
            return Hidden(text, (), ())
        return hiding.hide(text)

    return look
