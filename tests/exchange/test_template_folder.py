"""The folder of own templates: one file each, nothing written over, nothing kept away by a file that is damaged."""

import os
import sys
from dataclasses import replace

import pytest

from facilitator.content.own_folder import VARIABLE
from facilitator.content.whole_templates import OwnText
from facilitator.domain.refusal import ImportRefused, StoreError
from facilitator.exchange import template_folder
from facilitator.exchange.own_files import MOST_FILES
from facilitator.exchange.template_file import TEMPLATE_SUFFIX, template_bytes
from facilitator.templates import known_kinds, template_with

KINDS = known_kinds()


@pytest.fixture(autouse=True)
def folder(monkeypatch, tmp_path):
    monkeypatch.setenv(VARIABLE, str(tmp_path / "own"))
    return tmp_path / "own" / "templates"


def own(name="Permits"):
    return replace(template_folder.as_new(template_with("stakeholder_1to1")), name=OwnText(name, ""))


def test_without_a_folder_there_are_none():
    assert template_folder.own_templates(KINDS) == template_folder.OwnTemplates((), ())


def test_templates_are_kept_beside_each_other_and_come_by_name(folder):
    for name in ("Permits", "Libraries", "Permits"):
        template_folder.keep(own(name), KINDS)
    found = template_folder.own_templates(KINDS)
    assert [each.name.en for each in found.templates] == ["Libraries", "Permits", "Permits"]
    assert [each.id for each in found.templates] == ["own:libraries", "own:permits", "own:permits-2"]
    assert sorted(path.name for path in folder.iterdir()) == [
        f"{stem}{TEMPLATE_SUFFIX}" for stem in ("libraries", "permits-2", "permits")
    ]


def test_a_one_to_one_of_the_house_stays_for_two_without_its_agenda():
    (session,) = template_folder.keep(own(), KINDS).sessions
    assert (session.for_two, session.agenda) == (True, "")


def test_a_file_that_cannot_be_read_is_told_and_keeps_no_other_away(folder):
    template_folder.keep(own(), KINDS)
    (folder / f"broken{TEMPLATE_SUFFIX}").write_text("{")
    (folder / f"folder{TEMPLATE_SUFFIX}").mkdir()
    (folder / "letter.txt").write_text("hello")
    found = template_folder.own_templates(KINDS)
    assert [each.id for each in found.templates] == ["own:permits"]
    assert [(path.name, why.key) for path, why in found.unread] == [(f"broken{TEMPLATE_SUFFIX}", "template_json")]


def test_what_could_not_be_read_later_is_not_written(folder):
    with pytest.raises(ImportRefused) as refused:
        template_folder.keep(replace(own(), purpose=OwnText("a\u202eb", "")), KINDS)
    assert refused.value.key == "template_text_name_control"
    assert not folder.exists() or not list(folder.iterdir())


def test_other_words_are_put_in_place_whole_or_not_at_all(folder):
    kept = template_folder.keep(own(), KINDS)
    template_folder.put_in_place(replace(kept, name=OwnText("Bridges", "Ponts")), KINDS)
    (found,) = template_folder.own_templates(KINDS).templates
    assert (found.id, found.name) == (kept.id, OwnText("Bridges", "Ponts"))
    with pytest.raises(ImportRefused):
        template_folder.put_in_place(replace(kept, name=OwnText("", "")), KINDS)
    assert template_folder.own_templates(KINDS).templates == (found,)


def test_what_was_deleted_can_be_put_back_as_it_was(folder):
    kept = template_folder.keep(own(), KINDS)
    before = template_folder.path_of(kept.id).read_bytes()
    data = template_folder.delete(kept.id)
    assert not list(folder.iterdir())
    with pytest.raises(StoreError, match="template_gone"):
        template_folder.delete(kept.id)
    with pytest.raises(StoreError, match="template_gone"):
        template_folder.put_in_place(kept, KINDS)
    template_folder.put_back(kept.id, data)
    assert template_folder.path_of(kept.id).read_bytes() == before == template_bytes(kept)


def test_a_file_anywhere_is_read_and_one_that_is_not_there_is_told(tmp_path):
    path = tmp_path / f"from a colleague{TEMPLATE_SUFFIX}"
    path.write_bytes(template_bytes(own()))
    assert template_folder.read_file(path, KINDS).id == "own:from a colleague"
    for wrong in (tmp_path / "nothing", tmp_path):
        with pytest.raises(ImportRefused) as refused:
            template_folder.read_file(wrong, KINDS)
        assert refused.value.key == "template_unreadable"


def test_names_are_compared_without_case_in_each_language():
    one, other = own("Permits"), replace(own("PERMITS"), purpose=OwnText("x", ""))
    assert template_folder.same_name(one, (other,))
    assert not template_folder.same_name(one, (own("Bridges"),))
    assert not template_folder.same_name(replace(one, name=OwnText("", "")), (replace(one, name=OwnText("", "x")),))


def test_a_folder_that_nobody_may_look_into_is_told(folder):
    folder.parent.mkdir()
    folder.write_text("no folder")
    found = template_folder.own_templates(KINDS)
    assert [(path, why.key) for path, why in found.unread] == [(folder, "template_unreadable")]


def test_an_id_leads_nowhere_else(folder, tmp_path):
    template_folder.keep(own(), KINDS)
    outside = tmp_path / f"outside{TEMPLATE_SUFFIX}"
    outside.write_bytes(template_bytes(own()))
    for its_id in ("own:../../outside", f"own:{outside.with_suffix('')}", "own:", "own:nothing"):
        with pytest.raises(StoreError, match="template_gone"):
            template_folder.delete(its_id)
    assert outside.exists()


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such files")
def test_a_pipe_is_no_template_and_is_not_waited_for(tmp_path):
    pipe = tmp_path / f"pipe{TEMPLATE_SUFFIX}"
    os.mkfifo(pipe)
    with pytest.raises(ImportRefused, match="template_unreadable"):
        template_folder.read_file(pipe, KINDS)


def test_a_folder_that_is_full_takes_no_more_and_one_with_more_in_it_says_so(folder):
    folder.mkdir(parents=True)
    for number in range(MOST_FILES - 1):
        (folder / f"a{number:03}{TEMPLATE_SUFFIX}").write_text("{")
    last = template_folder.keep(own("Zebra"), KINDS)
    assert [each.id for each in template_folder.own_templates(KINDS).templates] == [last.id]
    with pytest.raises(StoreError, match="own_folder_full"):
        template_folder.keep(own("Zoo"), KINDS)
    assert len(list(folder.iterdir())) == MOST_FILES
    template_folder.put_in_place(replace(last, name=OwnText("Zebras", "")), KINDS)
    (folder / f"zz{TEMPLATE_SUFFIX}").write_text("{")
    path, why = template_folder.own_templates(KINDS).unread[-1]
    assert (path, why.key, why.values["most"]) == (folder, "own_folder_full", MOST_FILES)
