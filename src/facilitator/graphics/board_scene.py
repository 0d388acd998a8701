"""BoardScene: a picture as graphics items, one a group, so that a small edit repaints little."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from PySide6.QtCore import QObject, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPainterPathStroker
from PySide6.QtWidgets import QGraphicsItem, QGraphicsScene, QStyleOptionGraphicsItem, QWidget

from facilitator.content.theme import Theme
from facilitator.domain.picture import Group, Path, Picture, Rect
from facilitator.graphics.marks import Badge, Handle, Ring, strengthened
from facilitator.graphics.picture_painter import SURFACE, outline, paint, prepared_group, qrect

MARGIN = 14.0

_LINK_REACH = 16.0  # a link can be clicked within 8 stage pixels of its line
_FAINT = 0.2

_Key = tuple[str, str, int]


class GroupItem(QGraphicsItem):
    """One group of the picture. A link can stand out or back for the facilitator's eyes; the picture stays as it is."""

    def __init__(self, group: Group) -> None:
        super().__init__()
        self._strong = False
        self.setAcceptedMouseButtons(Qt.MouseButton.NoButton)  # the canvas' gestures decide what the mouse means
        self.show_group(group)

    def show_group(self, group: Group) -> None:
        """Show another group in the place of the present one."""
        self.prepareGeometryChange()
        self.shown = group
        self._prepared = prepared_group(strengthened(group) if self._strong else group)
        self._touch: QPainterPath | None = None  # made when the mouse first comes near: most links are never clicked
        self.update()

    def stand(self, *, strong: bool, faint: bool) -> None:
        """Be drawn with a stronger line, or fainter than the others."""
        self.setOpacity(_FAINT if faint else 1.0)
        if strong != self._strong:
            self._strong = strong
            self.show_group(self.shown)

    def boundingRect(self) -> QRectF:
        return self._prepared.extent

    def shape(self) -> QPainterPath:
        if self._touch is None:
            self._touch = _touch(self.shown)
        return self._touch

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        paint(painter, self._prepared.shapes)


class BoardScene(QGraphicsScene):
    """The 1920 x 1080 surface with whatever picture it was last told to show, and what is picked on it.

    Picked items are kept by id, in the order in which they were picked; the last one is the current one. Nothing
    here changes a board.
    """

    selectionPicked = Signal(tuple)

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(SURFACE.adjusted(-MARGIN, -MARGIN, MARGIN, MARGIN), parent)
        self._theme = theme
        self._paper = QColor(theme.paper)
        self._items: dict[_Key, GroupItem] = {}
        self._by_id: dict[str, GroupItem] = {}
        self._picked: tuple[str, ...] = ()
        self._rings: list[QGraphicsItem] = []
        self._badges: list[Badge] = []
        self._badge_texts: dict[str, str] = {}
        self._warned: frozenset[str] = frozenset()
        self._badges_folded = False
        self._zoom = 1.0
        self._handle: Handle | None = None
        self._link_from: str | None = None
        self.links_items = True  # whether the one picked item gets a knob
        self._known: set[str] = set()
        self._ties_stand_back = True

    @property
    def picked(self) -> tuple[str, ...]:
        """The ids of what is picked, the current one last."""
        return self._picked

    @property
    def handle(self) -> Handle | None:
        """The knob from which a link is dragged, where exactly one item is picked."""
        return self._handle

    def boxes(self) -> dict[str, Rect]:
        """The boxes of all items (no links), in the order in which they are drawn."""
        return {item_id: item.shown.box for item_id, item in self._by_id.items() if item.shown.role == "item"}

    def group(self, item_id: str) -> Group | None:
        """The group that shows this item or link."""
        item = self._by_id.get(item_id)
        return item.shown if item else None

    def groups_at(self, point: QPointF) -> list[Group]:
        """The items and then what else can be picked under a point (stage pixels), uppermost first."""
        under = [item.shown for item in self.items(point) if isinstance(item, GroupItem) and item.shown.item_id]
        return sorted(under, key=lambda group: group.role != "item")

    def items_within(self, area: QRectF) -> tuple[str, ...]:
        """The items (no links) whose box meets `area`."""
        return tuple(item_id for item_id, box in self.boxes().items() if qrect(box).intersects(area))

    def refresh(self, picture: Picture, item_ids: Iterable[str] = ()) -> int:
        """Show `picture`; returns how many groups were made anew.

        What is picked stays picked if it is still there: drawn, or one of `item_ids`, which a picture that is too
        full may fold away.
        """
        if QColor(picture.background) != self._paper:
            self._paper = QColor(picture.background)
            self.update()
        before, self._items, self._by_id = self._items, {}, {}
        numbers: Counter[tuple[str, str]] = Counter()  # scenery has no ids: the third is the third again
        anew = 0
        for depth, group in enumerate(picture.groups):
            key = (group.role, group.item_id, numbers[group.role, group.item_id])
            numbers[group.role, group.item_id] += 1
            item = before.pop(key, None)
            if item is None:
                item = GroupItem(group)
                self.addItem(item)
                anew += 1
            elif item.shown != group:
                item.show_group(group)
                anew += 1
            item.setZValue(depth)
            self._items[key] = item
            if group.item_id:
                self._by_id[group.item_id] = item
        for gone in before.values():
            self.removeItem(gone)
        self._known = {*self._by_id, *item_ids}
        self._keep_picked()
        return anew

    def pick(self, ids: Sequence[str]) -> None:
        """Pick exactly these items or links; ids that are not on the board are left out."""
        picked = tuple(item_id for item_id in dict.fromkeys(ids) if item_id in self._known)
        if picked != self._picked:
            self._picked = picked
            self._mark_picked()
            if self._badge_texts or self._warned:
                self._place_badges()
            self.selectionPicked.emit(picked)

    def show_badges(self, badges: Mapping[str, str]) -> None:
        """Lay these private marks over their items, in place of those before."""
        if badges != self._badge_texts:
            self._badge_texts = dict(badges)
            self._place_badges()

    def show_warned(self, item_ids: Iterable[str]) -> None:
        """Mark these items as those that something was found about, in place of those before."""
        warned = frozenset(item_ids)
        if warned != self._warned:
            self._warned = warned
            self._place_badges()

    def fold_badges(self, folded: bool, zoom: float = 1.0) -> None:
        """Show private marks as locks alone, except for what is picked, or in full again.

        Those that would lie on another item where the board is shown at `zoom` are locks even then.
        """
        if (folded, zoom) != (self._badges_folded, self._zoom):
            self._badges_folded, self._zoom = folded, zoom
            self._place_badges()

    def let_ties_stand_back(self, stand_back: bool) -> None:
        """Whether ties stand back where others are picked; not where the picture itself says which ones matter."""
        if stand_back != self._ties_stand_back:
            self._ties_stand_back = stand_back
            self._lift_ties()

    def mark_link_start(self, item_id: str | None) -> None:
        """Ring the item that a link is to begin from with dashes; None ends that."""
        self._link_from = item_id
        self._mark_picked()

    def drawBackground(self, painter: QPainter, rect: QRectF | QRect) -> None:
        painter.fillRect(QRectF(rect).intersected(SURFACE), self._paper)

    def _keep_picked(self) -> None:
        kept = tuple(item_id for item_id in self._picked if item_id in self._known)
        changed, self._picked = kept != self._picked, kept
        self._mark_picked()
        self._place_badges()
        if changed:
            self.selectionPicked.emit(kept)

    def _mark_picked(self) -> None:
        for mark in [*self._rings, *([self._handle] if self._handle else [])]:
            self.removeItem(mark)
        self._handle = None
        colour, halo = self._theme.focus, self._theme.surface
        marked = [(item_id, False) for item_id in self._picked if item_id in self._by_id]
        if self._link_from in self._by_id:
            marked.append((self._link_from, True))
        self._rings = [Ring(self._by_id[item_id].shown, colour, halo, dashed=dashed) for item_id, dashed in marked]
        for ring in self._rings:
            self.addItem(ring)
        only = self.group(self._picked[0]) if len(self._picked) == 1 else None
        if only and only.role == "item" and self._link_from is None and self.links_items:
            self._handle = Handle(only.box, colour, halo)
            self.addItem(self._handle)
        self._lift_ties()

    def _lift_ties(self) -> None:
        """Let the ties of what is picked stand out: above the others, which stand back, and below every item."""
        picked, items = set(self._picked), list(self._items.values())
        tied = {item for item in items if item.shown.role == "link" and picked & set(item.shown.ends or ())}
        top = next((depth for depth, item in enumerate(items) if item.shown.role == "item"), len(items)) - 0.5
        for depth, item in enumerate(items):
            if item.shown.role == "link":
                strong = item in tied
                faint = self._ties_stand_back and bool(tied) and not strong and item.shown.item_id not in picked
                item.stand(strong=strong, faint=faint)
                item.setZValue(max(depth, top) if strong else depth)

    def _place_badges(self) -> None:
        for badge in self._badges:
            self.removeItem(badge)
        boxes = self.boxes()
        marked = {**dict.fromkeys(self._warned, ""), **self._badge_texts}
        self._badges = [self._badge(item_id, text, boxes) for item_id, text in marked.items() if item_id in boxes]
        for badge in self._badges:
            self.addItem(badge)

    def _badge(self, item_id: str, text: str, boxes: Mapping[str, Rect]) -> Badge:
        """In full for what is picked; else a lock where all are folded, or where it would lie on a neighbour."""
        box, warns, picked = boxes[item_id], item_id in self._warned, item_id in self._picked
        full = Badge(box, text, warns=warns, folded=self._badges_folded and not picked)
        if self._badges_folded or picked:
            return full
        area = full.area(self._zoom)
        covers = any(area.intersects(qrect(other)) for each, other in boxes.items() if each != item_id)
        return Badge(box, text, warns=warns, folded=True) if covers else full


def _touch(group: Group) -> QPainterPath:
    """Where a group can be clicked: its box, or for a link the neighbourhood of its line."""
    path = QPainterPath()
    if group.role == "item" or (group.role == "scenery" and group.item_id):
        path.addRect(qrect(group.box))
    elif group.role == "link":
        stroker = QPainterPathStroker()
        stroker.setWidth(_LINK_REACH)
        for shape in group.shapes:
            if isinstance(shape, Path) and shape.stroke:
                path.addPath(stroker.createStroke(outline(shape.commands)))
    return path
