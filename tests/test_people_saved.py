"""Every edit of participants goes to a real file and back: references hold at every step, also while undoing."""

from random import Random

from facilitator.domain.change import Change, adding
from facilitator.domain.engagement import Engagement, Person, Session
from facilitator.domain.program import Cohort, Program
from facilitator.exchange.attendance.attended import Attended
from facilitator.opening import found_engagement, open_engagement
from facilitator.workshop import participants, people, shuffling


def test_all_edits_are_saved_undone_and_done_again(tmp_path):
    path = tmp_path / "town.facilitator"
    records = (
        Engagement(id="engagement", title="Town"),
        Program(id="pr", number=1, title="Program"),
        Cohort(id="c", program_id="pr", number=1, title="Spring"),
        Session(id="s1", number=1, title="First", cohort_id="c"),
        Session(id="s2", number=2, title="Second", cohort_id="c"),
    )
    found_engagement(path, Change("found_engagement", adding(records))).close()
    told = [Attended(name, minutes=60, joins=1) for name in ("Ana", "Anna", "Bo", "Cy", "Di")]
    with open_engagement(path) as engagement:
        journal = engagement.journal
        start = journal.document
        journal.do(participants.added(journal.document, "s1", told))
        journal.do(participants.all_enrolled(journal.document, "s1"))
        journal.do(participants.all_expected(journal.document, "s2"))
        for session_id, size in (("s1", 2), ("s2", 3), ("s1", 0)):
            journal.do(shuffling.drawn(journal.document, session_id, size, Random(1)))
        last = shuffling.latest_drawing(journal.document, "s1")
        journal.do(shuffling.drawn(journal.document, "s1", 0, Random(2), instead_of=last.shuffle.id))
        ids = {each.name: each.id for each in journal.document.every(Person)}
        journal.do(people.edited(journal.document, ids["Bo"], pronunciation="boh", note="new"))
        journal.do(people.merged(journal.document, ids["Ana"], ids["Anna"]))
        journal.do(participants.marked(journal.document, "s2", [ids["Bo"]], "absent"))
        journal.do(participants.removed(journal.document, "s1", [ids["Cy"]]))
        journal.do(people.forgotten(journal.document, [ids["Di"]]))
        end, steps = journal.document, 12
        assert [each.name for each in journal.document.every(Person)] == ["Ana", "Bo", "Cy"]
    with open_engagement(path) as engagement:
        journal = engagement.journal
        assert journal.document == end
        assert engagement.faults() == []
        for _ in range(steps):
            journal.undo()
        assert journal.document == start
        for _ in range(steps):
            journal.redo()
        assert journal.document == end
        assert engagement.faults() == []
