"""The checks SP1 to SP7 at their boundaries."""

from datetime import timedelta

import pytest

from boards.speaker_series.series import BOARD, DAY, series
from facilitator.boards.speaker_series.kind import KIND
from facilitator.content.words import Words
from facilitator.domain.refusal import EditRejected

EN = Words("en")
ONE = timedelta(days=1)


def found(document, today=DAY):
    return [(each.check, each.items) for each in KIND.findings(document, BOARD, today, EN)]


def having(item_id, **values):
    document = series()
    for key, value in values.items():
        document = document.after(KIND.set_field(document, item_id, key, value))
    return document


def test_a_principle_without_a_take_away_is_found_the_day_after_the_talk():
    document = having("l1", principle="data")
    assert ("SP1", ("l1",)) not in found(document, DAY)
    assert ("SP1", ("l1",)) in found(document, DAY + ONE)
    assert ("SP1", ("l1",)) not in found(series(), DAY + ONE)
    waits = document.after(KIND.set_field(document, "l1", "state", "invited"))
    assert ("SP1", ("l1",)) not in found(waits, DAY + ONE)


def test_a_day_without_a_session_and_agreed_without_a_day():
    assert ("SP2", ("l2",)) in found(series())
    assert ("SP2", ("l1",)) not in found(series())
    document = having("l1", speaks_on="")
    assert ("SP3", ("l1",)) not in found(document)  # the session has a day
    assert ("SP3", ("l1",)) in found(document.after(KIND.set_field(document, "l1", "session_id", "")))


def test_a_day_that_nobody_agreed_to_is_found_two_weeks_before():
    assert ("SP4", ("l2",)) not in found(series(), DAY - 15 * ONE)
    assert ("SP4", ("l2",)) in found(series(), DAY - 14 * ONE)
    assert not any(check == "SP4" and items == ("l1",) for check, items in found(series()))


def test_another_day_than_the_sessions_is_mended_in_one_step():
    document = having("l1", speaks_on=(DAY + ONE).isoformat())
    finding = next(each for each in KIND.findings(document, BOARD, DAY, EN) if each.check == "SP5")
    ((item, key, value),) = finding.sets
    assert "SP5" not in [check for check, _ in found(document.after(KIND.set_field(document, item, key, value)))]


def test_principles_without_a_speaker_and_talks_that_nobody_ticked():
    assert [check for check, _ in found(series())].count("SP6") == 6
    assert ("SP7", ("l1",)) not in found(series(), DAY)
    finding = next(each for each in KIND.findings(series(), BOARD, DAY + ONE, EN) if each.check == "SP7")
    document = series().after(KIND.set_field(series(), *finding.sets[0]))
    assert ("SP7", ("l1",)) not in found(document, DAY + ONE)


def test_findings_come_by_severity_open_a_field_and_are_told_in_both_languages():
    for words in (EN, Words("fr")):
        each_found = KIND.findings(having("l1", principle="data"), BOARD, DAY + ONE, words)
        ranks = [("high", "medium", "low").index(each.severity) for each in each_found]
        assert ranks == sorted(ranks)
        for each in each_found:
            item, key = each.opens
            assert key in {field.key for field in KIND.fields(series(), item, words)}
            assert each.message
            assert each.why
            assert each.action
    with pytest.raises(EditRejected, match="gone"):
        KIND.findings(series(), "nowhere", DAY, EN)
