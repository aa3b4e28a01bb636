#!/usr/bin/env python3
"""Regenerates the fonts of the app and of the PDF from their published sources.

    python3 -m venv v && v/bin/pip install fonttools brotli
    npm install @fontsource-variable/bricolage-grotesque@5 @fontsource-variable/atkinson-hyperlegible-next@5 \
        @fontsource/atkinson-hyperlegible-mono@5 @fontsource-variable/atkinson-hyperlegible-mono@5 @fontsource/noto-sans-math@5
    # NotoColorEmoji.ttf (the bitmap, CBDT, build): https://github.com/googlefonts/noto-emoji, or
    # Debian's package fonts-noto-color-emoji
    v/bin/python ui/scripts/subset-fonts.py node_modules NotoColorEmoji.ttf

Run from the top of the repository. To add an emoji: add it to EMOJI and run again.
The sources are Latin subsets without arrows, ticks and the narrow no-break space that French sets
before « ; : ! ? % », so those few glyphs are drawn here.
"""
import sys
from pathlib import Path
from fontTools import subset
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

EMOJI = (
    "🙂😀😃😄😉😊😂🤣😅😍🥰😎🤓🤔🧐😐😮😱😴🥱😇🤗🤩😬🙄😢😭😡🤯🥳🤫🙈🙉🙊"
    "👍👎👏🙌🤝👋✋💪🙏👀👉👈👆👇"
    "❤💙💚🔥🎉✨⭐🌟💡📣📢💬💭🔁🔄➡⬅⬆⬇🔗🔍🔔🔒🔓⚠✅❌❓❗🚫🛡"
    "📱💻📷📸🎥🎤📝📌📎📊📈📅📰📚📖🎓🏢👔💼🏆🎯🚀🌍🌱☀☕🍎🗑✉📧🧵🕐⏰⏱⏳"
    "🐦🐤🐣🐥🥚🪶🪺"
)
EMOJI_EXTRA = "\ufe0f\u200d"  # variation selector and joiner; no digit, so that numbers stay in the text face

TEXT = (
    "".join(map(chr, range(0x20, 0x7F)))
    + "".join(map(chr, range(0xA0, 0x100)))
    + "ŒœŸıˆ˜–—―‘’‚“”„•…‹›€™−⁄\u2011\u202f\u2009←→↑↓↗✓✗≥≤≈"
)
MATHS = "".join(
    chr(code)
    for first, last in (
        (0x0300, 0x036F),  # accents
        (0x0370, 0x03FF),  # Greek
        (0x2010, 0x2057),  # punctuation and primes
        (0x2061, 0x2064),  # invisible operators
        (0x2070, 0x209F),  # small figures
        (0x20D0, 0x20EF),  # accents over symbols
        (0x2100, 0x214F),  # letterlike
        (0x2190, 0x21FF),  # arrows
        (0x2200, 0x22FF),  # operators
        (0x2308, 0x230B),  # floors and ceilings
        (0x23B4, 0x23E1),  # braces over and under
        (0x25A0, 0x25FF),  # shapes
        (0x27C0, 0x27FF),  # more symbols and arrows
        (0x2900, 0x297F),  # more arrows
        (0x2A00, 0x2AFF),  # more operators
        (0x1D400, 0x1D7FF),  # letters of every style
    )
    for code in range(first, last + 1)
)
DESIGN = Path("ui/src/design/fonts")
PDF = Path("src-tauri/crates/export/fonts")



def poly(pen, points):
    pen.moveTo(points[0])
    for p in points[1:]:
        pen.lineTo(p)
    pen.closePath()


def stroke(pen, a, b, w):
    """One straight stroke of width w, clockwise."""
    (x0, y0), (x1, y1) = a, b
    d = ((x1 - x0) ** 2 + (y1 - y0) ** 2) ** 0.5
    nx, ny = -(y1 - y0) / d * w / 2, (x1 - x0) / d * w / 2
    pts = [(x0 + nx, y0 + ny), (x1 + nx, y1 + ny), (x1 - nx, y1 - ny), (x0 - nx, y0 - ny)]
    poly(pen, [(round(x), round(y)) for x, y in pts])


def arrow(tail, head):
    def draw(pen, w):
        (x0, y0), (x1, y1) = tail, head
        d = ((x1 - x0) ** 2 + (y1 - y0) ** 2) ** 0.5
        ux, uy = (x1 - x0) / d, (y1 - y0) / d
        stroke(pen, tail, (x1 - ux * w * 0.5, y1 - uy * w * 0.5), w)
        for s in (1, -1):
            bx, by = x1 - ux * 210 - s * uy * 210, y1 - uy * 210 + s * ux * 210
            stroke(pen, (bx, by), head, w)
    return draw


def strokes(*lines):
    def draw(pen, w):
        for a, b in lines:
            stroke(pen, a, b, w)
    return draw


DRAWN = {  # in thousandths of an em: advance, how
    0x2190: (880, arrow((800, 340), (90, 340))),
    0x2192: (880, arrow((80, 340), (790, 340))),
    0x2191: (640, arrow((320, 0), (320, 680))),
    0x2193: (640, arrow((320, 680), (320, 0))),
    0x2197: (760, arrow((100, 60), (640, 600))),
    0x2713: (760, strokes(((90, 320), (290, 110)), ((262, 110), (670, 610)))),
    0x2717: (700, strokes(((110, 90), (590, 600)), ((110, 600), (590, 90)))),
    0x2265: (600, strokes(((90, 590), (510, 400)), ((510, 400), (90, 210)), ((80, 80), (520, 80)))),
    0x2264: (600, strokes(((510, 590), (90, 400)), ((90, 400), (510, 210)), ((80, 80), (520, 80)))),
    0x2248: (600, strokes(((80, 400), (230, 480)), ((230, 480), (370, 400)), ((370, 400), (520, 480)),
                          ((80, 180), (230, 260)), ((230, 260), (370, 180)), ((370, 180), (520, 260)))),
}


def complete(font, weight, column=None):
    """Adds the glyphs that the source lacks; in a font of one width, each as wide as a column."""
    glyf, hmtx, cmap = font["glyf"], font["hmtx"], font.getBestCmap()
    em = font["head"].unitsPerEm / 1000
    order = font.getGlyphOrder()
    added = {}

    def add(code, glyph, advance):
        name = f"uni{code:04X}"
        if column and advance:
            if glyph.numberOfContours > 0:
                glyph.coordinates.scale((column / advance, 1))
                glyph.coordinates.toInt()
            advance = column
        order.append(name)
        glyf.glyphs[name] = glyph
        glyph.recalcBounds(glyf)
        hmtx[name] = (round(advance), getattr(glyph, "xMin", 0) or 0)
        added[code] = name

    for code, (advance, draw) in DRAWN.items():
        if code not in cmap:
            pen = TTGlyphPen(None)
            draw(Scaled(pen, em), weight)
            add(code, pen.glyph(), advance * em)
    space = hmtx[cmap[0x20]][0]
    for code, share in ((0x202F, 0.7), (0x2009, 0.75)):
        if code not in cmap:
            add(code, TTGlyphPen(None).glyph(), space * share)
    font.setGlyphOrder(order)
    font["maxp"].numGlyphs = len(order)
    for table in font["cmap"].tables:
        if table.isUnicode():
            table.cmap.update(added)
            table.cmap.setdefault(0x2011, cmap[0x2D])
    if "gvar" in font:
        variations = font["gvar"].variations
        for name in order:
            if name not in variations:
                variations[name] = []
    if "HVAR" in font:  # it would no longer match the glyph count; widths vary through gvar
        del font["HVAR"]


class Scaled:
    def __init__(self, pen, k):
        self.pen, self.k = pen, k

    def at(self, p):
        return (round(p[0] * self.k), round(p[1] * self.k))

    def moveTo(self, p):
        self.pen.moveTo(self.at(p))

    def lineTo(self, p):
        self.pen.lineTo(self.at(p))

    def closePath(self):
        self.pen.closePath()


def cut(font, text):
    options = subset.Options(layout_features=["*"], name_IDs=["*"], notdef_outline=True, hinting=False)
    s = subset.Subsetter(options)
    s.populate(text=text)
    s.subset(font)


def rename(font, family, style, weight, italic):
    name = font["name"]
    name.names = [n for n in name.names if n.nameID in (0, 5, 7, 8, 9, 11, 13, 14)]
    full = family if style == "Regular" else f"{family} {style}"
    for i, value in ((1, family), (2, style), (3, f"{full} Gazouillis"), (4, full), (6, full.replace(" ", "") if style == "Regular" else family.replace(" ", "") + "-" + style)):
        name.setName(value, i, 3, 1, 0x409)
    os2 = font["OS/2"]
    os2.usWeightClass = weight
    os2.fsSelection = (os2.fsSelection & ~0x61) | (0x01 if italic else 0) | (0x20 if weight >= 700 else 0) | (0x40 if weight < 700 and not italic else 0)
    font["head"].macStyle = (1 if weight >= 700 else 0) | (2 if italic else 0)
    if "STAT" in font:
        del font["STAT"]


def web(font, file):
    font.flavor = "woff2"
    font.save(DESIGN / file)


def main(modules, emoji_source):
    DESIGN.mkdir(parents=True, exist_ok=True)
    PDF.mkdir(parents=True, exist_ok=True)
    at = Path(modules) / "@fontsource-variable"
    bricolage = at / "bricolage-grotesque/files/bricolage-grotesque-latin-standard-normal.woff2"
    atkinson = at / "atkinson-hyperlegible-next/files"
    upright = atkinson / "atkinson-hyperlegible-next-latin-wght-normal.woff2"
    italic = atkinson / "atkinson-hyperlegible-next-latin-wght-italic.woff2"

    display = {"opsz": 96, "wdth": 100}  # the cut for large sizes, with the most character
    for source, axes, pen, file in (
        (bricolage, {**display, "wght": (500, 800)}, 88, "bricolage-grotesque.woff2"),
        (upright, {"wght": (400, 800)}, 74, "atkinson-hyperlegible-next.woff2"),
        (italic, {"wght": (400, 700)}, 74, "atkinson-hyperlegible-next-italic.woff2"),
    ):
        font = instancer.instantiateVariableFont(TTFont(source), axes)
        complete(font, pen)
        cut(font, TEXT)
        web(font, file)

    # Code: the same letters at one width, without ligatures that would show other characters than were typed.
    mono = TTFont(at / "atkinson-hyperlegible-mono/files/atkinson-hyperlegible-mono-latin-wght-normal.woff2")
    mono = instancer.instantiateVariableFont(mono, {"wght": (400, 700)})
    complete(mono, 74, column=mono["hmtx"]["a"][0])
    cut(mono, TEXT)
    web(mono, "atkinson-hyperlegible-mono.woff2")

    maths = TTFont(Path(modules) / "@fontsource/noto-sans-math/files/noto-sans-math-latin-400-normal.woff2")
    cut(maths, TEXT + MATHS)
    web(maths, "noto-sans-math.woff2")

    for source, axes, pen, family, style, weight, slanted, file in (
        (bricolage, {**display, "wght": 750}, 92, "Bricolage Grotesque", "Bold", 700, False, "BricolageGrotesque-Bold.ttf"),
        (upright, {"wght": 400}, 68, "Atkinson Hyperlegible Next", "Regular", 400, False, "AtkinsonHyperlegibleNext-Regular.ttf"),
        (upright, {"wght": 700}, 104, "Atkinson Hyperlegible Next", "Bold", 700, False, "AtkinsonHyperlegibleNext-Bold.ttf"),
        (italic, {"wght": 400}, 68, "Atkinson Hyperlegible Next", "Italic", 400, True, "AtkinsonHyperlegibleNext-Italic.ttf"),
    ):
        font = instancer.instantiateVariableFont(TTFont(source), axes)
        complete(font, pen)
        cut(font, TEXT)
        rename(font, family, style, weight, slanted)
        font.flavor = None
        font.save(PDF / file)

    # Code on a slide, in the PDF alone: on the projector it is the system's own fixed-width face.
    font = TTFont(Path(modules) / "@fontsource/atkinson-hyperlegible-mono/files/atkinson-hyperlegible-mono-latin-400-normal.woff2")
    complete(font, 68)
    cut(font, TEXT)
    rename(font, "Atkinson Hyperlegible Mono", "Regular", 400, False)
    font.flavor = None
    font.save(PDF / "AtkinsonHyperlegibleMono-Regular.ttf")

    font = TTFont(emoji_source)
    cut(font, EMOJI + EMOJI_EXTRA)
    font.save(PDF / "NotoColorEmoji-subset.ttf")
    web(font, "emoji.woff2")
    ranges = ", ".join(f"U+{ord(c):X}" for c in sorted(set(EMOJI)))
    print(len(set(EMOJI)), "emoji; unicode-range:", ranges)
    for file in sorted([*DESIGN.glob("*.woff2"), *PDF.glob("*.ttf")]):
        print(f"{file.stat().st_size:8d} {file}")


if __name__ == "__main__":
    main(*sys.argv[1:3])
