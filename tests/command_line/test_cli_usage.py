"""What is not understood is said in one's own language, all of it."""

import pytest

from facilitator.command_line import cli

CASES = (
    (("templates", "--find", "a", "--delete", "b"), "--delete\u202f: pas en même temps que --find"),
    (("handout", "x", "--out", "y", "--list-parts"), "--list-parts\u202f: pas en même temps que --out"),
    (("handout", "x", "--out", "y", "--pack", "zz"), "'zz' n’est pas l’un de ces choix\u202f: "),
    (("handout", "x"), "il faut l’un de ceux-ci\u202f: --out --list-parts"),
    (("handout", "x", "--out", "y", "--zz"), "inconnu ici\u202f: --zz"),
    (("info", "x", "--lang"), "--lang\u202f: une valeur doit suivre"),
    (("reviews", "x"), "il manque\u202f: --from, --until"),
    (("stage", "x", "--out", "y", "--board", "b", "--page", "two"), "--page\u202f: 'two' ne se lit pas"),
    (("handout", "x", "--out", "y", "--pa", "z"), "--pa peut vouloir dire --pack, "),
)


@pytest.mark.parametrize(("arguments", "told"), CASES, ids=[each[1] for each in CASES])
def test_what_is_not_understood_is_said_in_french(arguments, told, capsys, monkeypatch):
    monkeypatch.setenv("FACILITATOR_LANG", "fr")
    assert cli.run(arguments) == 2
    said = capsys.readouterr().err.splitlines()[-1]
    assert told in said
    for english in ("argument ", "choose from", "required", "allowed", "invalid", "expected"):
        assert english not in said
