"""Finding what a typed name means: an item of a board, or one of the choices that its method gives."""

from collections.abc import Callable, Mapping, Sequence
from typing import Protocol, TypeVar

from facilitator.content.naming import AmbiguousNameError, UnknownNameError, match_name
from facilitator.content.reading import Bilingual
from facilitator.domain.document import Document
from facilitator.domain.engagement import language_of
from facilitator.domain.refusal import EditRejected


class Named(Protocol):
    """What has an id, a spoken code and a name."""

    @property
    def id(self) -> str: ...
    @property
    def code(self) -> str: ...


N = TypeVar("N", bound=Named)

_MOST_TOLD = 30


def item_named(items: Sequence[N], name_of: Callable[[N], str], wanted: str) -> N:
    """The item with this id, code or name, or the only one whose name begins so; case and accents do not count.

    Raises EditRejected: "name_unknown" (name), "name_ambiguous" (name, codes).
    """
    typed = wanted.strip().casefold()
    exact: tuple[Callable[[N], bool], ...] = (
        lambda item: item.id == wanted,
        lambda item: item.code.casefold() == typed,
        lambda item: name_of(item).casefold() == typed,
    )
    for fits in exact:
        found = [item for item in items if fits(item)]
        if len(found) == 1:
            return found[0]
    by_code = {item.code: item for item in items}
    names = {code: Bilingual(name_of(item), name_of(item)) for code, item in by_code.items()}
    try:
        return by_code[match_name(wanted, names)]
    except UnknownNameError:
        raise EditRejected("name_unknown", name=wanted) from None
    except AmbiguousNameError as several:
        raise EditRejected("name_ambiguous", name=wanted, codes=", ".join(several.candidates)) from None


def choice_named(
    document: Document,
    wanted: str,
    names: Mapping[str, Bilingual],
    refusal: str,
    field: str,
    also: Mapping[str, Bilingual] | None = None,
) -> str:
    """The id of the choice that letters mean, by id or name in either language, or by what it is `also` called.

    Raises EditRejected(`refusal`) with the letters as its value `field`, and as `known` the names in the language of
    the engagement, the first 30 of many.
    """
    try:
        return match_name(wanted, also or names)
    except (UnknownNameError, AmbiguousNameError):
        language = language_of(document)
        known = [name.within(language) for name in names.values()]
        told = [*known[:_MOST_TOLD], "…"] if len(known) > _MOST_TOLD else known
        raise EditRejected(refusal, **{field: wanted, "known": ", ".join(told)}) from None
