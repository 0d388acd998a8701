"""Sources as they stand on the stage: nobody can follow an address there, so its site is enough."""

import re
from dataclasses import replace

from facilitator.boards.panels.view import CardView, PanelsView

_ADDRESS = re.compile(r"\bhttps?://(?:www\.)?([^/\s?#]+)\S*", re.IGNORECASE)


def with_short_sources(view: PanelsView) -> PanelsView:
    """The view with the site in place of each whole address, in the sources of what is enlarged; paper has them all."""
    if view.card(view.showing.spotlight) is None:
        return view
    panels = tuple(replace(panel, cards=tuple(map(_short, panel.cards))) for panel in view.panels)
    return replace(view, panels=panels)


def _short(card: CardView) -> CardView:
    parts = tuple(
        (key, label, _ADDRESS.sub(r"\1", text) if key == "source" else text) for key, label, text in card.parts
    )
    return replace(card, parts=parts)
