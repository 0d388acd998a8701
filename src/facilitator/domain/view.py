"""View: what participants may see of a board. A kind's view.py builds it by naming public fields one by one."""

from dataclasses import dataclass

from facilitator.domain.language import Language


@dataclass(frozen=True, slots=True)
class View:
    """The public words of one board, frozen and comparable; kinds extend it with their own fields.

    `title` and `question` head the stage; `language` is the language of the stage, whatever the app's.
    """

    board_id: str
    kind: str
    title: str
    question: str
    language: Language
