"""A stakeholder web on paper: the map, what was agreed with whom, the ties, and what is still open."""

from reportlab.platypus import Flowable

from facilitator.boards.drawing import HEADER
from facilitator.boards.stakeholder_web.picture import picture_of
from facilitator.boards.stakeholder_web.tables import relationship_table, stakeholder_table
from facilitator.boards.stakeholder_web.view import StakeholderWebView
from facilitator.content import methods
from facilitator.content.theme import theme
from facilitator.content.words import Words
from facilitator.domain.picture import STAGE_HEIGHT, STAGE_WIDTH, Rect
from facilitator.handouts import kit

_BELOW_HEADER = Rect(0, HEADER.bottom, STAGE_WIDTH, STAGE_HEIGHT - HEADER.bottom)
_SHARES = (2.3, 1.9, 1.75, 3.3, 2.1)


def handout(view: StakeholderWebView, words: Words, width: float) -> list[Flowable]:
    """The parts of a participant's handout, `width` points wide."""
    picture = picture_of(view, theme("light"))
    problem = words("web.lead_problem", problem=words.quote(view.problem)) if view.problem else ""
    parts = [
        kit.kicker(words("web.kicker")),
        kit.heading(view.title, 1),
        kit.lead(view.question),
        kit.figure(picture, width, alt=picture.alt, part=_BELOW_HEADER),
        kit.paragraph(problem),
    ]
    if not view.stakeholders:
        return parts
    parts += [kit.heading(words("web.agreed"), 2), _agreed(view, words)]
    if any(each.level_now or each.level_wanted for each in view.stakeholders):
        parts.append(kit.quiet(methods.participation_credit().within(words.language)))
    if view.relationships:
        ties = relationship_table(view, words)
        parts += [kit.heading(ties.title, 2), kit.table(ties.columns, ties.rows)]
    still_open = [words("web.open_strategy", name=each.name) for each in view.stakeholders if not each.strategy] + [
        words("web.open_owner", name=each.name) for each in view.stakeholders if each.strategy and not each.owner
    ]
    if still_open:
        parts += [kit.heading(words("web.still_open"), 2), *kit.bullets(still_open)]
    return parts


def _agreed(view: StakeholderWebView, words: Words) -> Flowable:
    """The table of the web with columns put together, as paper is narrow: where somebody stands, from now to aim."""
    rows = []
    for code, name, category, ring, now, aim, how, who, when, *_ in stakeholder_table(view, words).rows:
        levels = words("web.now_to_aim", now=now or "–", aim=aim or "–") if now or aim else ""
        where = ", ".join((category, ring))
        rows.append((f"{code} {name}", where, levels, how, ", ".join(filter(None, (who, when)))))
    heads = [words(f"web.head_{head}") for head in ("name", "where", "now_aim", "how", "who_when")]
    return kit.table(heads, rows, _SHARES)
