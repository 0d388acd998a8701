"""`facilitator cases`: the library and the examples as lists, and keeping the cards of a board."""

import json

import pytest

from facilitator.boards.case_cards.kind import KIND
from facilitator.boards.case_cards.model import CaseCard
from facilitator.command_line import cli
from facilitator.content.own_folder import VARIABLE
from facilitator.content.words import Words
from facilitator.opening import found_engagement, open_engagement
from facilitator.templates import founding
from facilitator.workshop.capture import AddLine


@pytest.fixture(autouse=True)
def own(tmp_path, monkeypatch):
    monkeypatch.setenv("FACILITATOR_LANG", "en")
    monkeypatch.setenv(VARIABLE, str(tmp_path / "own"))
    return tmp_path / "own" / "cases"


@pytest.fixture
def run(capsys):
    def command(*arguments):
        code = cli.run([str(each) for each in arguments])
        printed = capsys.readouterr()
        return code, printed.out, printed.err

    return command


@pytest.fixture(scope="module")
def path(tmp_path_factory):
    made = tmp_path_factory.mktemp("cases") / "leaders.facilitator"
    with found_engagement(made, founding("leaders_program", "en")) as engagement:
        journal = engagement.journal
        for title in ("Élections in Fort Example", "Keys"):
            journal.do(KIND.add(journal.document, "case_cards", AddLine(title), "data"))
        first = next(journal.document.every(CaseCard))
        journal.do(KIND.set_field(journal.document, first.id, "note", "not for others"))
    return made


def test_without_a_library_the_examples_are_listed(run):
    code, out, _ = run("cases")
    assert code == 0
    assert [line.split(":")[0] for line in out.splitlines()] == ["helsinki_playbook", "la_cyber_lab"]
    assert "Helsinki, Finlande" in run("cases", "--lang", "fr")[1]


def test_a_board_is_kept_whole_and_found_by_words_without_accents(run, path, own):
    code, out, _ = run("cases", "--keep", path, "--board", "case_cards")
    assert code == 0
    assert out.startswith("2 kept in your library: “Élections in Fort Example” and “Keys”.")
    assert "outlives this engagement" in out
    found = json.loads(run("cases", "--json", "--find", "ELECTIONS fort")[1])
    assert [(each["title"], each["own"], each["theme"]) for each in found["cases"]] == [
        ("Élections in Fort Example", True, "data")
    ]
    assert found["unread"] == []
    assert "not for others" not in "".join(file.read_text("utf-8") for file in own.iterdir())
    assert "outlives" not in run("cases", "--keep", path, "--board", "case_cards")[1]


def test_one_card_is_kept_by_its_code(run, path):
    assert run("cases", "--keep", path, "--board", "case_cards", "--card", "c2")[0] == 0
    listed = run("cases")[1]
    assert listed.startswith("keys: Keys (Data and openness)")
    assert "Élections" not in listed


def test_nothing_found_is_said(run):
    assert run("cases", "--find", "zzz") == (1, "There is no such case.\n", "")


def test_a_broken_file_is_one_sentence_and_the_list_is_there(run, own):
    own.mkdir(parents=True)
    (own / "bad.json").write_text("{")
    code, out, _ = run("cases")
    assert code == 0
    assert "helsinki_playbook" in out
    assert "“bad.json”" in out.splitlines()[-1]
    assert json.loads(run("cases", "--json")[1])["unread"] == ["bad.json"]


@pytest.mark.parametrize(
    ("more", "said"),
    [
        (("--board", "case_cards"), "--keep"),
        (("--keep", "{path}"), "--board"),
        (("--card", "C1"), "--keep"),
        (("--keep", "{path}", "--board", "value_board"), "case cards"),
        (("--keep", "{path}", "--board", "nowhere"), "nowhere"),
        (("--keep", "{path}", "--board", "case_cards", "--card", "C9"), "C1, C2"),
    ],
)
def test_what_can_not_be_is_refused_in_a_sentence_and_nothing_kept(run, path, own, more, said):
    code, out, err = run("cases", *(each.format(path=path) for each in more))
    assert (code, out) == (1, "")
    assert said in err
    assert err.count("\n") == 1
    assert not own.exists()


def test_the_examples_have_their_twins_in_a_pack_of_the_other_language(run, path, tmp_path):
    copy = tmp_path / "copy.facilitator"
    copy.write_bytes(path.read_bytes())
    with open_engagement(copy) as engagement:
        journal = engagement.journal
        offers = [each.id for each in KIND.offers(journal.document, "case_cards", Words("en")) if not each.own]
        journal.do(KIND.take(journal.document, "case_cards", offers, Words("en")))
    left = json.loads(run("twins", copy, "--json")[1])["untranslated"]
    assert {each["text"] for each in left} == {"Élections in Fort Example", "Keys"}
