"""The command that writes packs of handouts, or says which parts they can have."""

import argparse
from dataclasses import asdict

from facilitator.anonymous.leftovers import leftovers
from facilitator.command_line.output import print_json
from facilitator.command_line.personal_command import order_asked, personal_handouts, personal_parts_offered
from facilitator.content.words import Words
from facilitator.domain.refusal import StoreError
from facilitator.opening import open_engagement
from facilitator.packs.board_parts import board_key
from facilitator.packs.catalogue import PACKS, unredacted_in
from facilitator.packs.handing_out import make_handout, parts_offered, written


def handout(asked: argparse.Namespace, words: Words) -> int:
    """Write the handout pack, a personal one for each participant."""
    if asked.list_parts:
        return _list_parts(asked)
    if PACKS[asked.pack].of_person:
        return personal_handouts(asked, words)
    if asked.person:
        raise StoreError("pack_of_nobody", pack=asked.pack)
    with open_engagement(asked.file) as engagement:
        document = engagement.journal.document
        order = order_asked(asked, document)
        made = make_handout(document, order)
        out = written(made, asked.out)
    files = [out]
    if PACKS[asked.pack].with_calendar and (calendar := out.with_suffix(".ics")).exists():
        files.append(calendar)
    left = leftovers(document, order.language, words) if asked.anonymous else ()
    if asked.json:
        others = [asdict(each) for each in made.offered if each.apart and each.key in made.taken]
        its_files = [str(each) for each in files]
        print_json({"written": its_files, "left": [asdict(each) for each in left], "of_others": others})
        return 0
    for each in files:
        print(words("cli.written", path=each))
    if cohorts := made.cohorts_told(words):
        print(cohorts)
    if asked.anonymous:
        print(words("anonymous.left", count=len(left)), words("anonymous.no_promise"))
        return 0
    unredacted = unredacted_in(document, asked.pack, asked.board)
    drafts = [board.title for board in unredacted if board_key(board.id) in made.taken]
    if drafts:
        print(words("cli.written_drafts", count=len(drafts), names=words.list(drafts)))
    return 0


def _list_parts(asked: argparse.Namespace) -> int:
    """Say which parts a pack can have, by the keys that `--parts` takes."""
    if PACKS[asked.pack].of_person:
        parts = personal_parts_offered(asked)
    else:
        with open_engagement(asked.file) as engagement:
            document = engagement.journal.document
        parts = parts_offered(document, order_asked(asked, document))
    if asked.json:
        print_json({"parts": [asdict(part) for part in parts]})
    else:
        print("\n".join(f"{part.key}\t{part.title}" for part in parts))
    return 0
