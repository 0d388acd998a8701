"""The command that takes in who was there: an attendance report, or a list of people, for one session."""

import argparse
import sys
from datetime import UTC, date, datetime

from facilitator.boards.attendance_taking import (
    attendance_facts,
    rejected_rows,
    told_alike,
    told_attendance,
    told_elsewhere,
    told_looks,
)
from facilitator.command_line.output import print_json, print_told
from facilitator.content.words import Words
from facilitator.domain.document import Document
from facilitator.exchange.attendance.reading import read_attendance
from facilitator.opening import open_engagement
from facilitator.workshop.agenda import running
from facilitator.workshop.participants import NOT_BY_ITSELF, added, matched
from facilitator.workshop.sessions import session_asked, session_of_the_day


def import_attendance(asked: argparse.Namespace, data: bytes | str, words: Words) -> int:
    """Put who was there among the participants of a session, as one step.

    Nobody while a row can't be read, unless asked for `partly`, or while the report is of another day than the session,
    unless told that `any_day` will do. Telephone numbers and impossible minutes are told and left out.
    """
    reading = read_attendance(data)
    with open_engagement(asked.file) as engagement:
        journal = engagement.journal
        session_id = session_meant(journal.document, asked.session)
        matches = matched(journal.document, session_id, reading.people, reading.meeting.minutes)
        elsewhere = told_elsewhere(journal.document, session_id, reading.meeting, words)
        strayed = bool(elsewhere) and not asked.any_day
        held_back = bool(reading.rejected) and not asked.partly
        kept_out = asked.dry_run or held_back or strayed
        people = [each.told for each in matches if each.look not in NOT_BY_ITSELF]
        seq = None if kept_out else journal.do(added(journal.document, session_id, people)).seq
    if asked.json:
        facts = attendance_facts(reading, matches)
        print_json(
            {**facts, "session": session_id, "elsewhere": elsewhere, "left": len(matches) - len(people), "seq": seq}
        )
    else:
        print_told(told_attendance(reading, matches, words), words, changed=not kept_out)
    for row in (*rejected_rows(reading, words), *told_looks(matches, words), *told_alike(reading, words)):
        print(row, file=sys.stderr)
    if held_back:
        print(words("refusals.import_held_back", count=len(reading.rejected)), file=sys.stderr)
    if strayed:
        print(words("refusals.attendance_elsewhere", why=elsewhere), file=sys.stderr)
    return 1 if reading.rejected or strayed or len(people) < len(matches) else 0


def session_meant(document: Document, wanted: str = "") -> str:
    """The session that is asked for, else the one that runs, else the one of the day; "" where there is none.

    Raises StoreError("session_unknown") for one that is not there.
    """
    if wanted:
        return session_asked(document, wanted, date.today())
    runs = running(document, datetime.now(UTC))
    return runs.session.id if runs else session_of_the_day(document, date.today())
