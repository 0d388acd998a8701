"""The command that writes packs of handouts, or says which parts they can have."""

import argparse
from dataclasses import asdict

from facilitator.anonymous.leftovers import leftovers
from facilitator.board_parts import board_key
from facilitator.boards.typed import optional_day
from facilitator.cli_output import print_json
from facilitator.content.words import Words
from facilitator.domain.engagement import Board, language_of
from facilitator.domain.refusal import StoreError
from facilitator.handing_out import parts_offered, write_handout
from facilitator.opening import open_engagement
from facilitator.packs import PACKS, unredacted_in
from facilitator.personal_command import personal_handouts, personal_parts_offered


def handout(asked: argparse.Namespace, words: Words) -> int:
    """Write the handout pack, a personal one for each participant."""
    if asked.list_parts:
        return _list_parts(asked)
    if PACKS[asked.pack].of_person:
        return personal_handouts(asked, words)
    if asked.person or asked.cohort:
        raise StoreError("pack_of_nobody", pack=asked.pack)
    with open_engagement(asked.file) as engagement:
        document = engagement.journal.document
        language = asked.lang or language_of(document)
        its = {"pack": asked.pack, "board_id": asked.board, "session_id": asked.session}
        its |= {"anonymous": asked.anonymous, "parts": asked.parts, "pages": asked.pages}
        out = write_handout(document, asked.out, asked.paper, language, day=optional_day(asked.day), **its)
    written = [out]
    if PACKS[asked.pack].with_calendar and (calendar := out.with_suffix(".ics")).exists():
        written.append(calendar)
    left = leftovers(document, language, words) if asked.anonymous else ()
    if asked.json:
        print_json({"written": [str(each) for each in written], "left": [asdict(each) for each in left]})
        return 0
    for each in written:
        print(words("cli.written", path=each))
    if asked.anonymous:
        print(words("anonymous.left", count=len(left)), words("anonymous.no_promise"))
        return 0
    taken = [each for each in unredacted_in(document, asked.pack, asked.board) if _is_taken(each, asked.parts)]
    drafts = [board.title for board in taken]
    if drafts:
        print(words("cli.written_drafts", count=len(drafts), names=words.list(drafts)))
    return 0


def _is_taken(board: Board, parts: tuple[str, ...] | None) -> bool:
    return parts is None or board_key(board.id) in parts


def _list_parts(asked: argparse.Namespace) -> int:
    """Say which parts a pack can have, by the keys that `--parts` takes."""
    if PACKS[asked.pack].of_person:
        parts = personal_parts_offered(asked)
    else:
        with open_engagement(asked.file) as engagement:
            document = engagement.journal.document
        its = {"pack": asked.pack, "board_id": asked.board, "session_id": asked.session, "day": optional_day(asked.day)}
        parts = parts_offered(document, asked.lang or language_of(document), **its)
    if asked.json:
        print_json({"parts": [asdict(part) for part in parts]})
    else:
        print("\n".join(f"{part.key}\t{part.title}" for part in parts))
    return 0
