"""How a board is to be shown, from names that somebody typed."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from facilitator.boards.finding import choice_named
from facilitator.boards.kind import Kind
from facilitator.content.reading import Bilingual
from facilitator.content.words import Words
from facilitator.domain.document import Document
from facilitator.domain.refusal import EditRejected
from facilitator.domain.view import Showing


def showing_named(
    kind: Kind,
    document: Document,
    board_id: str,
    *,
    form: str = "",
    spotlight: str = "",
    large: bool = False,
    layers: Sequence[str] = (),
    then: str = "",
    day: date | None = None,
) -> Showing:
    """The showing that these ids or beginnings of names mean, in either language; "" and () are as usual.

    The spotlight may also be named by the code of an item that it shows.

    Raises EditRejected: "form_unknown" (form, known), "form_needs_layer" (form, layers), "group_unknown" (group,
    known), "layer_unknown" (layer, known), "moment_unknown" (moment, known), "no_moment".
    """
    view, both = kind.view(document, board_id), (Words("en"), Words("fr"))

    def named(wanted: str, names: Mapping[str, Bilingual], refusal: str, field: str) -> str:
        return choice_named(document, wanted, names, refusal, field) if wanted else ""

    forms = _names(*(((each.id, each.name) for each in kind.forms(words)) for words in both))
    spots = _names(*(((each.id, each.name) for each in kind.spots(view, words)) for words in both))
    private = _names(*(((each.id, each.name) for each in kind.layers(words)) for words in both))
    moments = {each.id: Bilingual(each.title, each.title) for each in kind.moments(document, board_id)}
    if then and not moments:
        raise EditRejected("no_moment")
    coded = [item.id for item in kind.items(view) if spotlight and item.code.casefold() == spotlight.casefold()]
    spot = kind.spot_of(view, coded[0]) if coded else ""
    chosen = named(form, forms, "form_unknown", "form")
    switched_on = frozenset(named(each, private, "layer_unknown", "layer") for each in layers)
    needs = next((each.needs for each in kind.forms(both[0]) if each.id == chosen), frozenset[str]())
    if not needs <= switched_on:
        raise EditRejected("form_needs_layer", form=form, layers=", ".join(sorted(needs - switched_on)))
    return Showing(
        form=chosen,
        spotlight=spot or named(spotlight, spots, "group_unknown", "group"),
        large=large,
        layers=switched_on,
        then=named(then, moments, "moment_unknown", "moment"),
        day=day,
    )


def _names(english: Iterable[tuple[str, str]], french: Iterable[tuple[str, str]]) -> dict[str, Bilingual]:
    return {each: Bilingual(en, fr) for (each, en), (_, fr) in zip(english, french, strict=True)}
