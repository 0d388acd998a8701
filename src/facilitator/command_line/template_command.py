"""The command for templates: those that there are; one kept of a session; own ones in, out and away."""

import argparse
from dataclasses import replace
from datetime import date

from facilitator.anonymous.named import names_in
from facilitator.command_line.output import print_json
from facilitator.content.whole_templates import OwnText, WholeTemplate, finds, texts_of
from facilitator.content.words import Words
from facilitator.domain.document import Document
from facilitator.domain.engagement import language_of
from facilitator.domain.refusal import StoreError
from facilitator.exchange import template_folder
from facilitator.exchange.template_file import template_bytes
from facilitator.exchange.writing import write_whole
from facilitator.opening import open_engagement
from facilitator.templates import every_template, known_kinds, template_from, template_with, told_taken_in
from facilitator.workshop.session_templates import without_names
from facilitator.workshop.sessions import session_asked


def templates(asked: argparse.Namespace, words: Words) -> int:
    """List the templates, or do with one what is asked for."""
    if asked.keep:
        _tell(_kept(asked, words), asked, words)
    elif asked.source:
        taken = template_folder.take_in(asked.source, known_kinds(), every_template())
        if not asked.json and (taken.called or not taken.new):
            print(*told_taken_in((taken,), words), sep="\n")
        _tell(taken.template, asked, words)
    elif asked.export:
        if asked.out is None:
            raise StoreError("template_needs", asked="--export", missing="--out")
        write_whole(asked.out, template_bytes(template_with(asked.export)), replace=asked.replace)
        print(words("cli.written", path=asked.out))
    elif asked.delete:
        its = template_with(asked.delete)
        if not its.is_own:
            raise StoreError("template_of_house", id=its.id)
        template_folder.delete(its.id)
        print(words("templates.deleted", name=its.name.within(words.language)))
    else:
        return _list(asked, words)
    return 0


def _list(asked: argparse.Namespace, words: Words) -> int:
    """Print those that have the words that are looked for; 1 where none has."""
    found = [each for each in every_template() if finds(each, asked.find)]
    if asked.json:
        print_json({"templates": [_row(each, words) for each in found]})
        return 0 if found else 1
    if not found:
        print(words("templates.none_found"))
    width = max((len(each.id) for each in found), default=0)
    for each in found:
        print(f"{each.id:{width}}  {each.name.within(words.language)}")
    return 0 if found else 1


def _row(template: WholeTemplate, words: Words) -> dict[str, object]:
    return {
        "id": template.id,
        "own": template.is_own,
        "name": template.name.within(words.language),
        "description": template.purpose.within(words.language),
        "sessions": len(template.sessions),
        "minutes": template.minutes,
        "boards": [board.kind for board in template.boards],
        "prompts": sum(bool(segment.prompt.en or segment.prompt.fr) for segment in template.segments),
    }


def _tell(template: WholeTemplate, asked: argparse.Namespace, words: Words) -> None:
    if asked.json:
        print_json(_row(template, words))
    else:
        print(words("templates.cli_kept", id=template.id, name=template.name.within(words.language)))


def _kept(asked: argparse.Namespace, words: Words) -> WholeTemplate:
    """The template that a session was kept as, without names unless these are to stay; the names are told."""
    with open_engagement(asked.keep) as engagement:
        document = engagement.journal.document
    its = template_from(document, session_asked(document, asked.session, date.today()))
    if asked.name:
        its = replace(its, name=_said(asked.name, document))
    its = replace(its, purpose=_said(asked.purpose, document))
    look = names_in(document, words)
    sides = dict.fromkeys(side for text in texts_of(its) for side in (text.en, text.fr) if side)
    names = dict.fromkeys(name for side in sides for name in (*look(side).names, *look(side).contacts))
    if names and not asked.with_names:
        its = without_names(its, lambda text: look(text).text)
        if not asked.json:
            quoted = words.list([words.quote(name) for name in names])
            print(words("templates.names_taken_out", names=quoted))
    return template_folder.keep(its, known_kinds())


def _said(text: str, document: Document) -> OwnText:
    """A text in the engagement's language."""
    return OwnText("", text) if language_of(document) == "fr" else OwnText(text, "")
