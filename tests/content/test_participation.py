"""The levels of participation and their two sets of names."""

from facilitator.content.participation import participation_credit, participation_level, participation_levels


def test_participation_has_the_same_levels_under_both_sets_of_labels() -> None:
    known = [level.id for level in participation_levels("iap2")]
    assert known == ["none", "inform", "consult", "involve", "collaborate", "empower"]
    assert [level.id for level in participation_levels("plain")] == known
    assert [level.index for level in participation_levels("plain")] == [0, 1, 2, 3, 4, 5]
    assert participation_level("inform", "iap2").name.en == "Inform"
    assert participation_level("inform", "plain").name.fr == "Dire"
    assert "IAP2" in participation_credit().en
