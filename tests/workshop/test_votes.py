"""Votes in a chat: what is one, what it gives, whose counts, and that no text breaks the reading."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.exchange.chat.message import Message
from facilitator.exchange.chat.reading import read_chat
from facilitator.exchange.reading import ROW_LIMIT
from facilitator.workshop.answers import read_answers
from facilitator.workshop.dots import read_dots
from facilitator.workshop.votes import READ_LIMIT

CODES = {"K3": "k3", "K12": "k12", "S7": "s7"}
OPTIONS = (("a", "Yes, now"), ("b", "No"), ("c", "Été 2027"))


def dots(*lines, budget=5, **more):
    return read_dots([Message(*_line(each)) for each in lines], CODES, budget, **more)


def answers(*lines, options=OPTIONS, **more):
    return read_answers([Message(*_line(each)) for each in lines], options, **more)


def _line(line):
    """ "Dana: K3" as (author, time, text)."""
    author, _, text = line.partition(": ")
    return author, "10:02", text


def given_by(read):
    return {person: dict(gives) for person, gives in read.votes.items()}


def test_a_letter_with_a_polite_word_may_be_a_vote():
    for text, verdict in (("C please", "unclear"), ("b svp", "unclear"), ("a please", "unclear"), ("a map", "talk")):
        assert [line.verdict for line in answers(f"Dana: {text}").lines] == [verdict]


@pytest.mark.parametrize(
    ("text", "gives"),
    [
        ("K3 K3 S7", {"k3": 2, "s7": 1}),
        ("k3,S7;k12/s7", {"k3": 1, "s7": 2, "k12": 1}),
        ("K3+S7", {"k3": 1, "s7": 1}),
        ("K3x2", {"k3": 2}),
        ("2xK3", {"k3": 2}),
        ("K3 × 2, s7!", {"k3": 2, "s7": 1}),
        ("K3 (2) S7", {"k3": 2, "s7": 1}),
        ("K3*2", {"k3": 2}),
        ("- K3\n- S7", {"k3": 1, "s7": 1}),
        ("my vote: K3", {"k3": 1}),
        ("I vote for K3 and S7, please", {"k3": 1, "s7": 1}),
        ("Je vote pour K3 et S7, merci", {"k3": 1, "s7": 1}),
        ("\u202eK3\u202c", {"k3": 1}),
        ("K\u200b3", {"k3": 1}),
        ("Ｋ３", {"k3": 1}),
    ],
)
def test_codes_in_any_writing_are_a_vote(text, gives):
    assert given_by(dots(f"Dana: {text}")) == {"Dana": gives}


@pytest.mark.parametrize(
    "text",
    [
        "K3 is too long",
        "not K3",
        "K3 to S7",
        "2 K3",
        "K3?",
        "K3²",
        "K 3",
        "<b>K3</b>",
        "2xK3x2",
        "K3x2S7",
        "K3K3",
        "K3 no",
    ],
)
def test_whatever_else_names_a_code_is_unclear_and_gives_nothing(text):
    read = dots(f"Dana: {text}")
    assert [line.verdict for line in read.lines] == ["unclear"]
    assert read.votes == {}


@pytest.mark.parametrize("text", ["hello", "R2D2", "COVID19", "10:30?", "", "K", "3"])
def test_other_messages_are_no_matter(text):
    assert dots(f"Dana: {text}").lines == ()


def test_the_last_vote_of_a_person_counts_whole():
    read = dots("Dana: K3 K3", "Eli: S7", " dana : K12", "Dana: hello")
    assert given_by(read) == {"Eli": {"s7": 1}, "dana": {"k12": 1}}
    assert [line.text for line in read.of("superseded")] == ["K3 K3"]


def test_more_than_the_budget_is_told_and_what_was_given_before_stands():
    read = dots("Dana: K3", "Dana: K3x4 S7x2", "Eli: S7x9", "Eli: S7x8", "Li: K3x9", "Li: K3")
    assert given_by(read) == {"Dana": {"k3": 1}, "Li": {"k3": 1}}
    assert [(line.person, line.given) for line in read.of("over")] == [("Dana", 6), ("Eli", 8)]
    assert len(read.of("superseded")) == 2


def test_unknown_codes_are_told_with_who_typed_them_and_the_known_ones_count():
    read = dots("Dana: K3 K99 S8", "Eli: B2", "Eli: K3")
    assert given_by(read) == {"Dana": {"k3": 1}, "Eli": {"k3": 1}}
    assert read.unknown == (("Dana", "K99"), ("Dana", "S8"), ("Eli", "B2"))


def test_a_vote_for_what_is_not_there_replaces_none():
    assert given_by(dots("Dana: K3", "Dana: B2 B3")) == {"Dana": {"k3": 1}}


def test_lines_without_a_name_are_voters_of_their_own():
    read = dots(": K3", ": hello", ": K3 S7", ": K3", nameless="line {}".format)
    assert given_by(read) == {"line 1": {"k3": 1}, "line 3": {"k3": 1, "s7": 1}, "line 4": {"k3": 1}}
    later = dots(": K3", ": hello", ": K3 S7", ": K3", nameless="line {}".format, before=range(2))
    assert list(later.votes) == ["line 3", "line 4"]


def test_what_was_said_before_the_start_does_not_count():
    assert given_by(dots("Dana: K3", "Eli: S7", before=range(1))) == {"Eli": {"s7": 1}}


@pytest.mark.parametrize(
    ("text", "chosen"),
    [
        *(
            (text, "b")
            for text in ("2", "B", "b)", "(b)", "2.", "#2", "option 2", "Option B", "réponse : 2", "no", "NO!")
        ),
        *((text, "b") for text in ("I vote 2", "c'est 2", "2 - no", "2️⃣", "②", "\u202e2")),
        *((text, "c") for text in ("ete 2027", "ÉTÉ 2027", "3", "3. Été 2027")),
        ("yes now", "a"),
    ],
)
def test_an_answer_is_a_number_a_letter_or_the_words(text, chosen):
    assert given_by(answers(f"Dana: {text}")) == {"Dana": {chosen: 1}}


@pytest.mark.parametrize("text", ["+1", "-1", "2.5", "2 or 3", "2?", "2 people", "2 - yes, now", "3/5", "1-2"])
def test_a_number_in_something_else_is_unclear(text):
    assert [line.verdict for line in answers(f"Dana: {text}").lines] == ["unclear"]


@pytest.mark.parametrize(
    "text",
    [
        "hello",
        "k",
        "y",
        "I",
        "no way",
        "not a 2 in all these many many words",
        "yes",
        "Une question",
        "c.-à-d. oui",
        "One more",
    ],
)
def test_anything_else_is_listed_and_is_no_answer(text):
    assert [line.verdict for line in answers(f"Dana: {text}").lines] == ["talk"]


@pytest.mark.parametrize(
    ("text", "chosen"),
    [
        *(
            (text, "c")
            for text in ("C) but only if safe", "3 - the mayor scares me", "3. c’est un bon choix", "c: oui !")
        ),
        *((text, "b") for text in ("2, for the time being", "2) one more thing", "b – à voir")),
    ],
)
def test_an_answer_may_say_more_and_is_looked_at_then(text, chosen):
    (line,) = answers(f"Dana: {text}").lines
    assert (line.verdict, dict(line.gives), line.sure) == ("taken", {chosen: 1}, False)


@pytest.mark.parametrize(
    ("text", "chosen"),
    [("two", "b"), ("Deux!", "b"), ("option three", "c"), ("Trois, merci", "c"), ("one", "a"), ("une", "a")],
)
def test_numbers_in_words_are_numbers(text, chosen):
    assert given_by(answers(f"Dana: {text}")) == {"Dana": {chosen: 1}}


@pytest.mark.parametrize(
    ("text", "guess"),
    [
        ("2 the mayor scares me, I think, at this time of year", {"b": 1}),
        ("2?", {"b": 1}),
        ("I am with été 2027 all the way", {"c": 1}),
        ("2 or 3", {}),
        ("A, b", {}),
        ("3. no", {}),
        ("two or three", {}),
        ("seven or two", {}),
        ("+1", {}),
    ],
)
def test_what_an_unclear_answer_may_mean_is_offered(text, guess):
    read = answers(f"Dana: {text}")
    assert [(line.verdict, dict(line.gives)) for line in read.lines] == [("unclear", guess)]
    assert read.votes == {}


def test_what_the_facilitator_says_of_a_message_counts_whatever_it_says():
    said = ("Dana: 4 or 5", "Dana: 2", "Eli: 1", "Li: the third one, please", "Sam: 3")
    read = answers(*said, before=range(3), settled={0: "c", 1: "", 3: "c", 4: ""})
    assert given_by(read) == {"Dana": {"c": 1}, "Li": {"c": 1}}
    assert [line.verdict for line in read.lines] == ["taken", "out", "taken", "out"]


def test_a_number_that_no_option_has_is_told():
    read = answers("Dana: 7", "Eli: 0", "Li: F", "Sam: 2027", "Sam: 2")
    assert read.unknown == (("Dana", "7"), ("Eli", "0"), ("Li", "F"), ("Sam", "2027"))
    assert given_by(read) == {"Sam": {"b": 1}}


def test_a_temperature_is_a_number_and_never_a_letter():
    levels = [(str(level), "") for level in range(1, 6)]
    read = answers("Dana: 4", "Eli: 3/5", "Li: B", "Sam: 6", options=levels, scale=True)
    assert given_by(read) == {"Dana": {"4": 1}, "Eli": {"3": 1}}
    assert given_by(answers("Dana: five", "Eli: 3 out of 5, thanks", options=levels, scale=True)) == {
        "Dana": {"5": 1},
        "Eli": {"3": 1},
    }
    assert read.unknown == (("Sam", "6"),)


names = st.sampled_from(["Dana", "dana", "Eli", "Zoé", ""])
texts = st.one_of(
    st.sampled_from(["K3", "K3 S7", "K3x4 S7x4", "K99", "K3 K99", "no", "2", "B", "9", "hello"]),
    st.text(max_size=12),
)
chats = st.lists(st.builds(Message, names, st.just("10:02"), texts), max_size=12)
readers = st.sampled_from(
    [lambda chat: read_dots(chat, CODES, 5), lambda chat: read_answers(chat, OPTIONS)],
)


def state_after(reads):
    """What is kept after these readings, one after the other: each person's newest vote, by name without capitals."""
    kept = {}
    for read in reads:
        kept.update({person.casefold(): dict(gives) for person, gives in read.votes.items()})
    return kept


@given(chats, st.integers(0, 12), readers)
def test_a_longer_chat_read_again_comes_to_the_same_as_the_whole(chat, cut, read):
    assert state_after([read(chat[:cut]), read(chat)]) == state_after([read(chat)])


@given(chats, readers)
def test_a_persons_vote_is_the_last_that_would_count_alone(chat, read):
    last = {}
    for message in chat:
        if message.author:
            last.update(state_after([read([message])]))
    named = {person: gives for person, gives in state_after([read(chat)]).items() if not person.isdigit()}
    assert named == last


@given(chats, readers, st.randoms())
def test_the_order_between_people_does_not_matter(chat, read, random):
    by_author = {}
    for message in chat:
        if message.author:
            by_author.setdefault(message.author.casefold(), []).append(message)
    turns = [author for author, said in by_author.items() for _ in said]
    random.shuffle(turns)
    queues = {author: iter(said) for author, said in by_author.items()}
    other = [next(queues[author]) for author in turns]
    assert state_after([read(other)]) == state_after([read([each for each in chat if each.author])])


@given(
    st.lists(st.builds(Message, st.text(max_size=20), st.text(max_size=5), st.text(max_size=60)), max_size=8), readers
)
def test_any_text_can_be_read_and_gives_whole_dots_within_the_budget(chat, read):
    found = read(chat)
    assert all(1 <= line.given <= 5 for line in found.of("taken"))
    assert len({line.person.casefold() for line in found.of("taken")}) == len(found.of("taken"))


def test_hostile_names_become_names_that_can_be_kept():
    read = read_dots([Message("\u202eDana\x00" + "x" * 5000, "", "K3"), Message("\u200b \u200e", "", "S7")], CODES, 5)
    longest, unnamed = read.votes
    assert longest == "Dana" + "x" * 196
    assert unnamed == "1"


def test_a_long_message_is_talk():
    assert [line.verdict for line in dots("Dana: " + "K3 " * READ_LIMIT).lines] == ["unclear"]
    assert [line.verdict for line in answers("Dana: " + "2" * 5000).lines] == ["talk"]


@pytest.mark.slow
@pytest.mark.parametrize(
    "text",
    [
        "K3 " * 3_300_000,
        f"Dana: K3 K3{' ' * 900}\nEli: 2 x K3\n" * (ROW_LIMIT // 2),
        "\u202e2" * 2_500_000,
        f"<b>K3</b>{'<i>' * 300}\n" * ROW_LIMIT,
    ],
    ids=["codes", "lines", "overrides", "markup"],
)
def test_ten_megabytes_are_read_and_come_to_what_they_say(text):
    messages = read_chat(text).said
    read = read_dots(messages, CODES, 5), read_answers(messages, OPTIONS)
    assert given_by(read[0]) == ({"Dana": {"k3": 2}, "Eli": {"k3": 2}} if "Dana" in text else {})
