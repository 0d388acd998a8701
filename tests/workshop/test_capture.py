"""Every form of a capture line, what is said of lines that can't be read, and that nothing else can happen."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.domain.refusal import EditRejected
from facilitator.workshop.capture import AddLine, LinkLine, parse, private_mark_in, without_private_marks


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Clerk", AddLine("Clerk")),
        ("Town Clerk #internal @2 !3 ~-1", AddLine("Town Clerk", "internal", 2, 3, -1)),
        ("#internal Town  Clerk", AddLine("Town Clerk", "internal")),
        ("Clerk ~+2", AddLine("Clerk", attitude=2)),
        ("Clerk ~\u22122", AddLine("Clerk", attitude=-2)),
        ("A > B", LinkLine("A", "B")),
        ("S7 >funds> Town Clerk", LinkLine("S7", "Town Clerk", "funds")),
        ("G2 >pulls against> I3", LinkLine("G2", "I3", "pulls against")),
        ("A1 >va à l’encontre de> I3", LinkLine("A1", "I3", "va à l’encontre de")),
        ('A >"reports to"> B', LinkLine("A", "B", "reports to")),
        ("A >no such kind>B", LinkLine("A", "B", "no such kind")),
        ("A >- B", LinkLine("A", "B", remove=True)),
        ("A >- B> c", LinkLine("A", "B> c", remove=True)),
        ('"Wait > 10 days" > "#1"', LinkLine("Wait > 10 days", "#1")),
        ('"Priority #1 > 2" #internal', AddLine("Priority #1 > 2", "internal")),
        ("R&D", AddLine("R&D")),
        ("a>b", AddLine("a>b")),
        ("mail@town.ca", AddLine("mail@town.ca")),
        ("Wow! C# <b> =1+1", AddLine("Wow! C# <b> =1+1")),
        ('The "old" hall', AddLine('The "old" hall')),
        ('Rule "#1 first" #internal', AddLine("Rule #1 first", "internal")),
        ('6" pipe', AddLine('6" pipe')),
        ("Oyez! 3 voix", AddLine("Oyez! 3 voix")),
        ("Ombudsman~-2", AddLine("Ombudsman", attitude=-2)),
        ("Treasurer!4", AddLine("Treasurer", influence=4)),
        ("Ed ten~-2", AddLine("Ed ten", attitude=-2)),
        ("Poet~\u22121!3 #internal @2", AddLine("Poet", "internal", 2, 3, -1)),
        ("Hall (old)!2 ~+1", AddLine("Hall (old)", influence=2, attitude=1)),
        ('"Poet!1"~-2', AddLine("Poet!1", attitude=-2, literal=True)),
        ('"Ed ~-2"', AddLine("Ed ~-2", literal=True)),
        ('Rule "!3 first" here', AddLine("Rule !3 first here", literal=True)),
        ("School board #other government @3", AddLine("School board", "other government", 3)),
        ("School board @3 #other government", AddLine("School board", "other government", 3)),
        ('École #"secteur public" @3', AddLine("École", "secteur public", 3)),
        ('#"secteur public" École', AddLine("École", "secteur public")),
        ("@2 #internal Town Clerk", AddLine("Town Clerk", "internal", 2)),
    ],
)
def test_lines_that_can_be_read(text, line):
    assert parse(text) == line


@pytest.mark.parametrize(
    ("text", "key", "column"),
    [
        ("", "capture_empty", None),
        ("  ", "capture_empty", None),
        ("#internal @2", "capture_empty", None),
        ("Clerk @5", "capture_scale", 7),
        ("Clerk ~-3", "capture_scale", 7),
        ("Clerk !x", "capture_scale", 7),
        ("Clerk @2 @3", "capture_twice", 10),
        ("Clerk #a #b", "capture_twice", 10),
        ('Clerk "old', "capture_quote", 7),
        ("> B", "capture_end", 1),
        ("A >", "capture_end", 3),
        ("A > B > C", "capture_arrows", 7),
        ("Clerk #", "capture_group", 7),
        ('Clerk #""', "capture_group", 7),
        ('Clerk #"old', "capture_quote", 8),
        ("Ed nine (!3)", "capture_mark", 10),
        ("Ed!9", "capture_mark", 3),
        ("Ed~5", "capture_mark", 3),
        ("Ed~5!3", "capture_mark", 3),
        ("Ed~-2 ten", "capture_mark", 3),
        ("#internal Ed~\u20132", "capture_mark", 13),
        ("Ed~-2, ten", "capture_mark", 3),
        ("Ed(!3", "capture_mark", 4),
        ("Ed~-", "capture_mark", 3),
        ("Ed~ -2", "capture_mark", 3),
        ("Ed \uff5e-2", "capture_mark", 4),
        ("Ed\uff014", "capture_mark", 3),
        ("Ed!3 !2", "capture_twice", 3),
    ],
)
def test_what_cannot_be_read_is_said_with_its_column(text, key, column):
    with pytest.raises(EditRejected) as refusal:
        parse(text)
    assert (refusal.value.key, refusal.value.values.get("column")) == (key, column)


@given(st.text(alphabet='ab #@!~>"-+12\t', max_size=40))
def test_any_line_is_read_or_refused_within_its_columns(text):
    try:
        column = None if parse(text) else 0
    except EditRejected as refusal:
        column = refusal.values.get("column")
    assert column is None or 1 <= column <= len(text) + 1


@given(st.text(alphabet="ab #@!~>-+12", min_size=1, max_size=40).filter(str.strip))
def test_quotes_keep_anything_literal(text):
    assert parse(f'"{text}"').name == " ".join(text.split())


@given(st.text(alphabet="ab #@!~-+123()", max_size=30))
def test_no_private_mark_goes_live_in_a_name_without_quotation_marks(text):
    try:
        line = parse(text)
    except EditRejected:
        return
    assert not private_mark_in(line.name)


@pytest.mark.parametrize(
    ("typed", "public"),
    [
        ("Fish auction !", "Fish auction !"),
        ("Fish auction !4", "Fish auction "),
        ("Fish auction ~-", "Fish auction ~-"),
        ("Fish auction ~-2", "Fish auction "),
        ("Mayor!3 and", "Mayor and"),
        ("Mayor ~ +1 \uff014 ~\u22122", "Mayor   "),
        ("Mayor !!44", "Mayor !"),
        ('"Wait !3', '"Wait !3'),
        ('"Wait !3" !4', '"Wait !3" '),
        ('Wait" !3"', 'Wait" "'),
        ("Mayor #internal @2 > S7", "Mayor #internal @2 > S7"),
        ("Great! 4 people", "Great! 4 people"),
    ],
)
def test_a_private_mark_is_taken_out_as_soon_as_it_is_complete(typed, public):
    assert without_private_marks(typed) == public


@given(st.text('Ma 12!~-"#@>'))
def test_what_is_left_says_nothing_private(text):
    left = without_private_marks(text)
    assert without_private_marks(left) == left
    try:
        line = parse(left)
    except EditRejected:
        return
    assert isinstance(line, LinkLine) or (line.influence, line.attitude) == (None, None)
