"""A seal: a rosette with a tick, drawn as decoration."""

import math
from collections.abc import Sequence

from reportlab.lib.colors import HexColor

from facilitator.handouts.styles import HEADING
from facilitator.handouts.tagging import TaggedCanvas

_PETALS = 24
_TICK = ((-0.3, 0.0), (-0.08, -0.24), (0.34, 0.26))  # in radii from the middle


def draw_seal(canvas: TaggedCanvas, x: float, y: float, radius: float) -> None:
    """Draw it around (x, y); it says nothing that the words beside it do not."""
    with canvas.artifact():
        canvas.setFillColor(canvas.ink(HEADING))
        _draw_outline(canvas, _rosette(x, y, radius), fill=1)
        canvas.setStrokeColor(HexColor("#FFFFFF"))
        canvas.setLineWidth(1.4)
        canvas.circle(x, y, radius * 0.68, stroke=1, fill=0)
        canvas.setLineWidth(4.2)
        canvas.setLineCap(1)
        canvas.setLineJoin(1)
        _draw_outline(canvas, [(x + radius * right, y + radius * up) for right, up in _TICK], stroke=1, closed=False)


def _rosette(x: float, y: float, radius: float) -> list[tuple[float, float]]:
    points = []
    for step in range(2 * _PETALS):
        angle = math.pi * step / _PETALS
        far = radius * (1.0 if step % 2 else 0.9)
        points.append((x + far * math.cos(angle), y + far * math.sin(angle)))
    return points


def _draw_outline(
    canvas: TaggedCanvas, points: Sequence[tuple[float, float]], *, stroke: int = 0, fill: int = 0, closed: bool = True
) -> None:
    path = canvas.beginPath()
    path.moveTo(*points[0])
    for point in points[1:]:
        path.lineTo(*point)
    if closed:
        path.close()
    canvas.drawPath(path, stroke=stroke, fill=fill)
