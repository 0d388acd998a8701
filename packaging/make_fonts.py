"""Make resources/fonts and resources/icons.json from unpacked packages of fonts, when those change.

    python packaging/make_fonts.py ATKINSON SOURCE SYLLABICS ICONS [--out RESOURCES]

Needs fonttools and brotli. The folders, each as unpacked:

ATKINSON   Atkinson Hyperlegible Next as web fonts (fontsource: `files/*-latin-400-normal.woff2` and so on)
SOURCE     Source Sans 3 as a variable TrueType font (`SourceSans3[wght].ttf` with its LICENSE)
SYLLABICS  Noto Sans Canadian Aboriginal as web fonts (fontsource)
ICONS      qtawesome's folder of fonts (Material Design Icons 6, font and charmap)

The same packages and fonttools give the same bytes. At run time the app measures text and reads icons
without fonttools or Qt: see `facilitator.content.faces` and `facilitator.content.icons`.
"""

import argparse
import io
import json
from pathlib import Path
from typing import Any

from fontTools.merge import Merger
from fontTools.misc.transform import Transform
from fontTools.pens.basePen import BasePen
from fontTools.pens.transformPen import TransformPen
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

STYLES = {
    "Regular": (400, "normal"),
    "Bold": (700, "normal"),
    "Italic": (400, "italic"),
    "BoldItalic": (700, "italic"),
}

# Narrow no-break space, hyphen and no-break hyphen, which Atkinson Hyperlegible Next lacks: they share the
# glyph of a character of the same shape, so that no French colon sends Qt or ReportLab to another font.
SAME_SHAPE = {0x202F: 0x2009, 0x2010: 0x002D, 0x2011: 0x002D}

# "Source" is a reserved font name: an altered version may not bear it.
FALLBACK_FAMILY = "Facilitator Fallback Sans"
FALLBACK_NOTE = f"""{FALLBACK_FAMILY} is an altered version of the font software below: two fixed weights
(400 and 700) taken from the variable font, without its stylistic alternates, renamed as the licence asks.

"""

# Our name: the glyph's name in Material Design Icons.
ICONS = {
    "internal": "domain",
    "othergov": "bank",
    "private": "briefcase",
    "publicsector": "school",
    "community": "account-group",
    "knowledge": "newspaper-variant",
    "council": "gavel",
    "exec": "account-tie",
    "service": "face-agent",
    "enabling": "cogs",
    "labour": "handshake",
    "abc": "sitemap",
    "residents": "home-account",
    "indigenous": "feather",
    "guiding": "compass",
    "approach": "hammer-wrench",
    "impact": "bullseye-arrow",
    "kpi": "chart-line",
    "warning": "alert",
    "check": "check-bold",
    "checkbox_empty": "checkbox-blank-outline",
    "checkbox_done": "checkbox-marked",
    "checkbox_partial": "minus-box-outline",
    "not_for_us": "minus-circle",
    "link": "link-variant",
    "lock": "lock",
    "eye": "eye",
    "eye_off": "eye-off",
    "pause": "pause",
    "play": "play",
    "stop": "stop",
    "blank": "monitor-off",
    "plus": "plus",
    "pencil": "pencil",
    "delete": "delete",
    "undo": "undo",
    "redo": "redo",
    "fit": "fit-to-page-outline",
    "help": "help-circle",
    "handout": "file-document",
    "clock": "clock-outline",
    "export": "export",
    "folder": "folder",
    "search": "magnify",
    "gate": "stamper",
    "bid": "scale-balance",
    "group": "account-multiple-plus",
    "new": "star-four-points",
    "unknown": "help",
    "spotlight": "spotlight-beam",
    "large_text": "format-size",
    "compare": "compare-horizontal",
    "rising": "trending-up",
    "falling": "trending-down",
    "steady": "trending-neutral",
    "learning": "lightbulb-on",
}
ICON_BOX = 24
ICON_LICENCE = """The outlines in icons.json are taken from Material Design Icons, version 6.9.96
(https://pictogrammers.com/library/mdi/), by the Pictogrammers and their contributors; some are by Google.
They are used under the Apache License, Version 2.0 (https://www.apache.org/licenses/LICENSE-2.0).
Changed: taken out of the font as cubic curves in a square of 24 units, and renamed.
"""


def one(folder: Path, pattern: str) -> Path:
    """The one file below `folder` that fits `pattern`. Raises SystemExit where there is none, or several."""
    found = sorted(folder.rglob(pattern))
    if len(found) != 1:
        raise SystemExit(f"{folder} holds {len(found)} files named {pattern}; exactly one is needed")
    return found[0]


def web_font(path: Path) -> TTFont:
    """A web font as plain TrueType."""
    font = TTFont(path, recalcTimestamp=False)
    font.flavor = None
    return font


def atkinson(folder: Path, weight: int, slope: str) -> TTFont:
    """Latin and extended Latin of one style in one font, with the characters of SAME_SHAPE."""
    parts = []
    for part in ("latin", "latin-ext"):
        plain = io.BytesIO()
        web_font(one(folder, f"*-next-{part}-{weight}-{slope}.woff2")).save(plain)
        plain.seek(0)
        parts.append(plain)
    font = Merger().merge(parts)
    parts[0].seek(0)
    original = TTFont(parts[0])["head"]
    font["head"].created, font["head"].modified = original.created, original.modified
    font.recalcTimestamp = False  # nor the time of saving, as the same packages give the same bytes
    for table in font["cmap"].tables:
        for wanted, same in SAME_SHAPE.items():
            table.cmap.setdefault(wanted, table.cmap[same])
    return font


def fallback(folder: Path, weight: int, style: str) -> TTFont:
    """One weight of Source Sans 3 as a static font named FALLBACK_FAMILY, with all its characters."""
    variable = TTFont(one(folder, "SourceSans3[[]wght].ttf"), recalcTimestamp=False)
    font = instantiateVariableFont(variable, {"wght": weight})
    options = Options(name_IDs=["*"], notdef_outline=True, recalc_timestamp=False)
    options.drop_tables += ["DSIG", "STAT"]  # a signature of the unaltered font, and axes that are gone
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=font.getBestCmap())
    subsetter.subset(font)
    rename(font, FALLBACK_FAMILY, style)
    bold = style == "Bold"
    font["OS/2"].fsSelection = font["OS/2"].fsSelection & ~0b1100001 | (0b100000 if bold else 0b1000000)
    font["head"].macStyle = int(bold)
    return font


def rename(font: TTFont, family: str, style: str) -> None:
    """Give a font new names; copyright (0), version (5), makers (8, 9) and licence (13, 14) stay."""
    names = font["name"]
    names.names = [name for name in names.names if name.nameID in (0, 5, 8, 9, 13, 14)]
    post_script = f"{family.replace(' ', '')}-{style}"
    new = {1: family, 2: style, 3: post_script, 4: f"{family} {style}", 6: post_script}
    for name_id, text in new.items():
        names.setName(text, name_id, 3, 1, 0x409)


def metrics(font: TTFont) -> dict[str, Any]:
    """What measuring needs, in 1/1000 em; `advances` are runs [first code point, its advance, next, …]."""
    scale = 1000 / font["head"].unitsPerEm
    runs: list[list[int]] = []
    following = -1
    for code, glyph in sorted(font.getBestCmap().items()):
        if code < 0x20:
            continue  # control characters, which nobody draws
        if code != following:
            runs.append([code])
        runs[-1].append(round(font["hmtx"][glyph][0] * scale))
        following = code + 1
    return {
        "ascent": round(font["hhea"].ascent * scale),
        "descent": round(-font["hhea"].descent * scale),
        "x_height": round(font["OS/2"].sxHeight * scale),
        "cap_height": round(font["OS/2"].sCapHeight * scale),
        "advances": runs,
    }


class Outline(BasePen):
    """Writes a glyph as path text with the absolute commands M, L, C and Z; quadratic curves become cubic."""

    def __init__(self, glyphs: Any) -> None:
        super().__init__(glyphs)
        self.text = ""

    def _add(self, command: str, *points: tuple[float, float]) -> None:
        numbers = (f"{round(value, 2) + 0.0:g}" for point in points for value in point)
        self.text += command + " ".join(numbers)

    def _moveTo(self, pt: tuple[float, float]) -> None:
        self._add("M", pt)

    def _lineTo(self, pt: tuple[float, float]) -> None:
        self._add("L", pt)

    def _curveToOne(self, pt1: tuple[float, float], pt2: tuple[float, float], pt3: tuple[float, float]) -> None:
        self._add("C", pt1, pt2, pt3)

    def _closePath(self) -> None:
        self._add("Z")


def icons(folder: Path) -> dict[str, Any]:
    """The outlines of ICONS in a square of ICON_BOX units, y down."""
    font = TTFont(one(folder, "materialdesignicons6-webfont-*.ttf"))
    charmap = json.loads(one(folder, "materialdesignicons6-webfont-charmap-*.json").read_text())
    glyphs, cmap = font.getGlyphSet(), font.getBestCmap()
    scale = ICON_BOX / font["head"].unitsPerEm
    upright = Transform(scale, 0, 0, -scale, 0, font["hhea"].ascent * scale)
    drawn = {}
    for name, glyph in ICONS.items():
        pen = Outline(glyphs)
        glyphs[cmap[int(charmap[glyph], 16)]].draw(TransformPen(pen, upright))
        drawn[name] = {"glyph": glyph, "box": [ICON_BOX, ICON_BOX], "path": pen.text}
    return drawn


def by_line(entries: dict[str, Any]) -> str:
    """JSON with one entry a line, so that a change shows as one changed line."""
    lines = (f'"{name}": {json.dumps(entry, separators=(",", ":"))}' for name, entry in entries.items())
    return "{\n" + ",\n".join(lines) + "\n}\n"


def main() -> None:
    """Make the files and say their sizes."""
    parser = argparse.ArgumentParser(description="Make resources/fonts and resources/icons.json")
    for folder in ("atkinson", "source", "syllabics", "icons"):
        parser.add_argument(folder, type=Path)
    parser.add_argument("--out", type=Path, default=Path(__file__).parents[1] / "resources")
    wanted = parser.parse_args()
    fonts: dict[str, TTFont] = {}
    for style, (weight, slope) in STYLES.items():
        fonts[f"AtkinsonHyperlegibleNext-{style}.ttf"] = atkinson(wanted.atkinson, weight, slope)
    for style in ("Regular", "Bold"):
        weight = STYLES[style][0]
        fonts[f"FacilitatorFallbackSans-{style}.ttf"] = fallback(wanted.source, weight, style)
        syllabics = one(wanted.syllabics, f"*-canadian-aboriginal-canadian-aboriginal-{weight}-normal.woff2")
        fonts[f"NotoSansCanadianAboriginal-{style}.ttf"] = web_font(syllabics)
    folder = wanted.out / "fonts"
    folder.mkdir(parents=True, exist_ok=True)
    for name, font in fonts.items():
        if font["OS/2"].fsType != 0:
            raise SystemExit(f"{name} may not be embedded (fsType {font['OS/2'].fsType})")
        font.save(folder / name)
        print(f"{name}: {(folder / name).stat().st_size} bytes, {len(font.getBestCmap())} characters")
    measured = {name: metrics(TTFont(folder / name)) for name in sorted(fonts)}
    (folder / "metrics.json").write_text(by_line(measured), encoding="utf-8")
    for name, source, note in (
        ("Atkinson-Hyperlegible-Next", wanted.atkinson, ""),
        ("Facilitator-Fallback-Sans", wanted.source, FALLBACK_NOTE),
        ("Noto-Sans-Canadian-Aboriginal", wanted.syllabics, ""),
    ):
        licence = sorted(source.rglob("LICENSE"))[0].read_text(encoding="utf-8")
        (folder / f"OFL-{name}.txt").write_text(note + licence, encoding="utf-8")
    (wanted.out / "icons.json").write_text(by_line(icons(wanted.icons)), encoding="utf-8")
    (wanted.out / "icons-LICENSE.txt").write_text(ICON_LICENCE, encoding="utf-8")


if __name__ == "__main__":
    main()
