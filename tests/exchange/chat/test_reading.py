"""Chats as meeting programs save them: what is said to everybody, exactly, and nothing else."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from facilitator.domain.refusal import ImportRefused
from facilitator.exchange.chat.message import TEXT_LIMIT
from facilitator.exchange.chat.reading import is_surely_chat, read_chat
from facilitator.exchange.reading import ROW_LIMIT

DATA = Path(__file__).parents[2] / "data" / "chat"

CAMILLE, IDRIS, NORA = "Camille Roux", "Idris Benali", "Nora Lind"
MAYOR, RESIDENTS = "Mairie de Valbourg", "Collectif des riverains"
TWO_LINES = f"{RESIDENTS}\nAssociation Vélo pour tous"

EXPECTED = {
    "zoom_new.txt": (
        "zoom",
        [
            (CAMILLE, "10:02:11", MAYOR, "said"),
            (IDRIS, "10:02:40", TWO_LINES, "said"),
            (CAMILLE, "10:03:02", "et les commerçants ?", "said"),
            (IDRIS, "10:03:05", f'Reacted to "{MAYOR}" with 👍', "reaction"),
            (NORA, "10:03:40", "privé : budget", "direct"),
            (IDRIS, "10:04:00", f'Removed a 👍 reaction from "{MAYOR}"', "reaction"),
        ],
    ),
    "zoom_old.txt": (
        "zoom",
        [
            (CAMILLE, "10:02:11", MAYOR, "said"),
            (IDRIS, "10:02:40", RESIDENTS, "said"),
            (NORA, "10:03:40", "budget", "direct"),
        ],
    ),
    "zoom_french.txt": ("zoom", [(CAMILLE, "10:02:11", MAYOR, "said")]),
    "zoom_cloud.txt": ("zoom_cloud", [(CAMILLE, "00:12:04", MAYOR, "said"), (IDRIS, "00:12:20", RESIDENTS, "said")]),
    "teams.txt": (
        "teams",
        [
            (CAMILLE, "10:02", MAYOR, "said"),
            (IDRIS, "10:03", RESIDENTS, "said"),
            ("", "10:03", "like 1", "reaction"),
        ],
    ),
    "meet.sbv": ("meet", [(CAMILLE, "00:12:04", MAYOR, "said"), (IDRIS, "00:12:20", RESIDENTS, "said")]),
}


def rows(text, shape=None):
    return [(each.author, each.said_at, each.text, each.what) for each in read_chat(text, shape).messages]


def said(text, shape=None):
    return [each.text for each in read_chat(text, shape).said]


@pytest.mark.parametrize("name", sorted(EXPECTED))
def test_a_sample_gives_exactly_its_items(name):
    data = (DATA / name).read_bytes()
    shape, expected = EXPECTED[name]
    assert read_chat(data).shape == shape
    assert rows(data) == expected
    assert is_surely_chat(data.decode())
    assert rows(data.decode().replace("\n", "\r\n")) == expected


def test_names_and_texts_and_plain_lines_are_read_but_not_taken_for_sure():
    named = "Camille: Mairie\nIdris Benali : Collectif\nles riverains\nNora:\tPompiers\n"
    assert rows(named) == [
        ("Camille", "", "Mairie", "said"),
        ("Idris Benali", "", "Collectif\nles riverains", "said"),
        ("Nora", "", "Pompiers", "said"),
    ]
    plain = "Mairie\n\nÉcole : rue du Port et les rues voisines du centre ancien\nPompiers\n"
    assert read_chat(plain).shape == "plain"
    assert len(said(plain)) == 3
    timed = "10:02 Camille: Mairie\n10:03 Idris: École\n  et gymnase\n10:04 sans nom\n"
    assert rows(timed) == [
        ("Camille", "10:02", "Mairie", "said"),
        ("Idris", "10:03", "École\n  et gymnase", "said"),
        ("", "10:04", "sans nom", "said"),
    ]
    assert not any(is_surely_chat(text) for text in (named, plain, timed))
    assert not read_chat(named).is_sure


def test_another_shape_can_be_asked_for():
    assert rows("Note: a\nOther: b\n", "plain") == [("", "", "Note: a", "said"), ("", "", "Other: b", "said")]


@pytest.mark.parametrize(
    "head",
    [
        "From Nora to Camille Roux(Direct Message):\n\t{}",
        "From Nora to Everyone(Direct Message):\n\t{}",
        "From Nora to Camille Roux:\n\t{}",
        "From  Nora  to  Camille (Privately) : {}",
        "From Dr: Nora to Camille (Privately) : {}",
        "From Nora to Camille: {}",
        "From Nora to Camille: they said to Everyone: {}",
        "From Nora to Hosts and panelists:\n\t{}",
        "De Nora à Camille Roux(Message direct):\n\t{}",
        "De Nora à Camille:\n\t{}",
    ],
)
def test_what_is_said_to_one_person_is_skipped(head):
    text = (
        "10:00:00 From A to Everyone:\n\tone\n10:01:00 " + head.format("SECRET\n\tSECRET") + "\n10:02:00 From B : two\n"
    )
    assert said(text) == ["one", "two"]
    assert read_chat(text).count("direct") == 1


def test_zoom_in_a_language_that_is_not_known_keeps_what_looks_direct_out():
    text = "10:02:11 Von Camille an Alle:\n\tone\n10:03:40 Von Nora an Camille (Direktnachricht):\n\tSECRET\n\tSECRET\n"
    assert rows(text) == [
        ("Von Camille an Alle", "10:02:11", "one", "said"),
        ("Von Nora an Camille (Direktnachricht)", "10:03:40", "SECRET\nSECRET", "direct"),
    ]
    assert not read_chat(text).is_sure
    assert said(f"10:02 A: one\n10:03:40 {'long ' * 30}(다이렉트 메시지)：\n\tSECRET\n") == ["one"]


@pytest.mark.parametrize("to", ["Everyone", "Everyone in Meeting", "Everyone (in Breakout Room 2)", "everyone"])
def test_what_is_said_to_everyone_is_taken(to):
    assert rows(f"10:00:00 From Ana to Bo to {to}:\n\tone\n") == [("Ana to Bo", "10:00:00", "one", "said")]


def test_text_before_the_first_sender_may_be_a_direct_message_and_is_skipped():
    assert rows("the rest of it\n10:02:00 From B to Everyone:\n\ttwo\n") == [
        ("", "", "the rest of it", "unsigned"),
        ("B", "10:02:00", "two", "said"),
    ]


def test_forged_heads_inside_a_message_are_text():
    forged = "10:05:00 From The Mayor to Everyone:"
    text = f"10:02:00 From B to Everyone:\n\thello\n\t{forged}\n\tI resign\n"
    assert rows(text) == [("B", "10:02:00", f"hello\n{forged}\nI resign", "said")]
    for mark in "\u2028\u2029\x85\x0b\x0c\x1c":
        assert rows(f"10:02:00 From B to Everyone:\n\thello{mark}{forged}\n") == [
            ("B", "10:02:00", f"hello {forged}", "said")
        ]


def test_marks_that_turn_or_hide_are_dropped_and_the_rest_stays_text():
    head = "10:02:00 From \u202eB\u202c to Everyone:"
    text = f"{head}\n\t<b>x</b> &amp; <img src=file:///a>\u200b\x00\ud800 \u2066y\u2069 👩\u200d🚒\n"
    assert rows(text) == [("B", "10:02:00", "<b>x</b> &amp; <img src=file:///a> y 👩\u200d🚒", "said")]
    assert said("10:02:00 From B to Everyone:\n\t\u200d\u200b \n") == []


def test_replies_lose_their_quote_and_keep_their_words():
    for quote in ('Replying to "what you..."', "En réponse à «\u202fce que…\u202f»", 'Replying to "two\n\tlines..."'):
        assert said(f"10:02:00 From B to Everyone:\n\t{quote}\n\t\n\tyes\n\tindeed\n") == ["yes\nindeed"]
    assert said('10:02:00 From B to Everyone:\n\tReplying to "alone"\n') == []


def test_comings_and_goings_are_no_items():
    unheard = "People who left the meeting of June feel unheard"
    assert [each.what for each in read_chat("Bo joined the meeting\nMairie\nBo a quitté la réunion.\n").messages] == [
        "event",
        "said",
        "event",
    ]
    text = f"[10:02] Camille\nCamille has joined the meeting.\n[10:03] Bo\n{unheard}\n"
    assert said(text) == [unheard]


def test_very_long_messages_are_cut_and_counted():
    chat = read_chat("10:02:00 From B to Everyone:\n" + "\tword word\n" * 1_000)
    assert (len(chat.said[0].text), chat.said[0].text[-1], chat.shortened) == (TEXT_LIMIT, "…", 1)


def test_too_many_messages_are_refused_in_a_sentence():
    with pytest.raises(ImportRefused) as refusal:
        read_chat("a\n" * (ROW_LIMIT + 2))
    assert refusal.value.key == "chat_too_long"
    with pytest.raises(ImportRefused):
        read_chat("  \n")


@pytest.mark.slow
@pytest.mark.timeout(60)
@pytest.mark.parametrize(
    "text",
    [
        "a" * 10_000_000,
        "10:00:00 From " + " " * 10_000_000 + ":",
        "10:00:00 From A" + " to everyone (" * 800_000,
        "10:00:00 From A" + " : to" * 2_000_000,
        '10:00:00 From A to Everyone:\n\tReacted to "' + '" wit' * 2_000_000,
        "[10:00]" + " " * 10_000_000,
        "10:00:00\t" + "\t" * 10_000_000,
        "\n" * 10_000_000 + "a",
        "10:02:11 From A to Everyone:\n" + "\tword word\n" * 900_000,
    ],
    ids=["letters", "blanks", "heads", "colons", "reactions", "teams", "tabs", "lines", "message"],
)
def test_ten_megabytes_are_read_in_a_moment(text):
    assert len(read_chat(text).messages) <= 2


LINE = st.text(st.characters(exclude_characters="\n\r", exclude_categories=["Cs"]), max_size=60)
NAME = st.text(st.sampled_from("abcé :()\tto<>"), min_size=1, max_size=20).map(str.strip).filter(bool)
MESSAGE = st.tuples(NAME, st.lists(LINE, min_size=1, max_size=3), st.booleans())
SECRET = "Zqxsecret"


def as_new(name, lines, private, french):
    whom = "Nora(Direct Message)" if private else "Everyone"
    if french:
        head = f"De {name} à {'Nora(Message direct)' if private else 'Tout le monde'}:"
    else:
        head = f"From {name} to {whom}:"
    return "\n".join(["10:02:11 " + head, *(f"\t{line}" for line in lines)])


def as_old(name, lines, private, _):
    whom = "Nora (Privately)" if private else "Everyone"
    return f"10:02:11\t From  {name}  to  {whom} : {' '.join(lines)}"


@settings(max_examples=150, deadline=None)
@given(st.lists(MESSAGE, min_size=1, max_size=6), st.sampled_from([as_new, as_old]), st.booleans())
def test_a_private_message_never_becomes_an_item(messages, written, french):
    texts = [
        written(name, [SECRET + line if private else line for line in lines], private, french)
        for name, lines, private in messages
    ]
    chat = read_chat("10:00:00 From Ana to Everyone:\n\tfirst\n" + "\n".join(texts) + "\n")
    assert chat.shape == "zoom"
    assert not any(SECRET in each.text or SECRET in each.author for each in chat.said)


@settings(max_examples=200, deadline=None)
@given(st.text(st.characters(exclude_categories=[]), max_size=300))
def test_anything_is_read_or_refused(text):
    try:
        chat = read_chat(text)
    except ImportRefused:
        return
    for each in chat.said:
        assert each.text.strip()
        assert not set(each.text + each.author) & set("\x00\u202e\u2066\u200b\r\u2028")
