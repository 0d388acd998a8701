"""An instrument file that is not whole is refused with a sentence that names the file and the place."""

import copy
import json
from collections.abc import Callable
from typing import Any

import pytest

from facilitator.content.instrument_files import instrument_in, scales_in, terms_in
from facilitator.content.instrument_parts import InstrumentRefused
from facilitator.content.instruments import instrument, scale
from facilitator.content.resources import resource
from facilitator.content.words import Words

SCALES = {name: scale(name) for name in ("capacity", "practice", "reach")}
WHOLE: dict[str, Any] = json.loads(resource("content", "instruments", "governance.json").read_text("utf-8"))
CAPACITY: dict[str, Any] = json.loads(resource("content", "instruments", "capacity.json").read_text("utf-8"))


def refusal_of(text: str) -> InstrumentRefused:
    with pytest.raises(InstrumentRefused) as refused:
        instrument_in(text, "ours.json", SCALES)
    for language in ("en", "fr"):
        said = Words(language)(f"refusals.{refused.value.key}", **refused.value.values)
        assert "ours.json" in said
        assert str(refused.value.values["place"]) in said
        assert "{" not in said
    return refused.value


def broken(change: Callable[[Any], object], whole: dict[str, Any] = WHOLE) -> InstrumentRefused:
    entry = copy.deepcopy(whole)
    change(entry)
    return refusal_of(json.dumps(entry))


def test_a_whole_file_is_read_as_it_is():
    assert instrument_in(json.dumps(WHOLE), "ours.json", SCALES) == instrument("governance")


@pytest.mark.parametrize("level", ["0", "2", "4"])
def test_a_missing_anchor_is_named_with_its_statement_and_level(level):
    said = broken(lambda entry: entry["areas"][2]["anchors"].pop(level))
    assert said.key == "instrument_anchor_missing"
    assert (said.values["place"], said.values["level"]) == ("areas dg_t3", int(level))


def test_an_anchor_without_french_is_named():
    said = broken(lambda entry: entry["areas"][0]["anchors"]["2"].update(fr=" "))
    assert said.key == "instrument_text_missing"
    assert said.values["language"] == "fr"
    assert said.values["place"] == "areas dg_t1, anchors"


def test_all_anchors_missing_is_a_missing_part():
    said = broken(lambda entry: entry["areas"][0].pop("anchors"))
    assert (said.key, said.values["part"]) == ("instrument_part_missing", "anchors")


@pytest.mark.parametrize(
    ("change", "part", "its_id", "place"),
    [
        (lambda e: e["library"][0].update(area="dg_zz"), "area", "dg_zz", "library dg_step_t1"),
        (lambda e: e["library"][0].update(effort="XL"), "effort", "XL", "library dg_step_t1"),
        (lambda e: e["areas"][0].update(dimension="elsewhere"), "dimension", "elsewhere", "areas dg_t1"),
        (lambda e: e["areas"][0].pop("dimension"), "dimension", "", "areas dg_t1"),
        (lambda e: e["areas"][0].update(tags=["fairness"]), "tags", "fairness", "areas dg_t1"),
        (lambda e: e.update(scale="ten"), "scale", "ten", "–"),
        (lambda e: e.update(anchors_at=[0, 9]), "anchors_at", 9, "–"),
        (lambda e: e.update(default_target=5), "default_target", 5, "–"),
        (lambda e: e.update(strength_from=-1), "strength_from", -1, "–"),
        (lambda e: e.update(asks=["everything"]), "asks", "everything", "–"),
        (lambda e: e.update(subject="planet"), "subject", "planet", "–"),
        (lambda e: e.update(group_view="names"), "group_view", "names", "–"),
    ],
)
def test_what_refers_to_nothing_is_named(change, part, its_id, place):
    said = broken(change)
    assert said.key == "instrument_unknown"
    assert (said.values["part"], said.values["id"], said.values["place"]) == (part, its_id, place)


@pytest.mark.parametrize(
    ("change", "part", "its_id"),
    [
        (lambda e: e["areas"][1].update(id="dg_t1"), "areas", "dg_t1"),
        (lambda e: e["areas"][1].update(code="T1"), "areas", "T1"),
        (lambda e: e["library"][1].update(id="dg_step_t1"), "library", "dg_step_t1"),
        (lambda e: e["dimensions"][1].update(id="transparency"), "dimensions", "transparency"),
    ],
)
def test_what_stands_twice_is_named(change, part, its_id):
    said = broken(change)
    assert said.key == "instrument_id_twice"
    assert (said.values["part"], said.values["id"]) == (part, its_id)


@pytest.mark.parametrize(
    ("change", "part"),
    [
        (lambda e: e.pop("id"), "id"),
        (lambda e: e.update(id=""), "id"),
        (lambda e: e.pop("one_to_one"), "one_to_one"),
        (lambda e: e.update(areas=[]), "areas"),
        (lambda e: e.update(areas={}), "areas"),
        (lambda e: e["areas"].__setitem__(0, "dg_t1"), "areas 1"),
        (lambda e: e.update(needs_work_to="1"), "needs_work_to"),
        (lambda e: e.update(needs_work_to=True), "needs_work_to"),
        (lambda e: e["areas"][0].update(gate="yes"), "gate"),
        (lambda e: e["areas"][0].update(tags=[1]), "tags"),
        (lambda e: e["areas"][0].pop("code"), "code"),
        (lambda e: e["library"][0].pop("days"), "days"),
        (lambda e: e.update(anchors_at=2), "anchors_at"),
        (lambda e: e.update(name="Governance"), "name"),
    ],
)
def test_what_is_missing_or_of_the_wrong_sort_is_named(change, part):
    said = broken(change)
    assert said.key == "instrument_part_missing"
    assert said.values["part"] == part


def test_a_light_that_is_missing_and_one_that_hangs_on_nothing():
    assert broken(lambda e: e["ready"]["lights"].pop(), CAPACITY).values["part"] == "open"
    assert broken(lambda e: e["ready"]["areas"].append("cap_zz"), CAPACITY).values["id"] == "cap_zz"


@pytest.mark.parametrize(
    ("text", "place"), [("{", "1"), ("", "1"), ("[]", "1"), ('{\n"id": }', "2"), ("[" * 100_000, "–")]
)
def test_what_is_no_json_object_is_refused(text, place):
    said = refusal_of(text)
    assert (said.key, said.values["place"]) == ("instrument_unreadable", place)


def test_scales_and_terms_are_read_as_strictly():
    with pytest.raises(InstrumentRefused):
        scales_in('{"scales": [{"id": "x"}]}', "scales.json")
    with pytest.raises(InstrumentRefused):
        terms_in("{}", "terms.json")
