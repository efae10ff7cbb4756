"""How many phone numbers of rendered messages are read right by `scan`, and whether any is listed.

    python benchmarks/pictures.py [--normal 40] [--hard 20] [--seed 1]

Needs the extra `pictures`, DejaVu and Noto CJK fonts (Debian: fonts-dejavu-core, fonts-noto-cjk).
`normal` are screenshots as phones and computers make them: fonts, sizes, dark mode, Chinese, JPEG
of good quality. `hard` are photos of a screen: turned, noisy, blurred, small, JPEG of low quality.
Exits with 1 when less than 98 % of the normal numbers are read right, or a contact is listed.
"""

import argparse
import io
import random
import sys
import time
from collections import Counter
from functools import partial
from typing import Final, NamedTuple

import numpy as np
from PIL import Image, ImageDraw, ImageFilter, ImageFont

from hotline_check.checking import Checker
from hotline_check.clock import local
from hotline_check.registry.storage.snapshot import Snapshot
from hotline_check.registry.storage.store import Store, bundled
from hotline_check.scanning.scanner import Hit, Scanner

GOAL: Final = 0.98
_FONTS: Final = {
    "sans": "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf",
    "bold": "/usr/share/fonts/truetype/dejavu/DejaVuSans-Bold.ttf",
    "serif": "/usr/share/fonts/truetype/dejavu/DejaVuSerif.ttf",
    "mono": "/usr/share/fonts/truetype/dejavu/DejaVuSansMono.ttf",
    "cjk": "/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc",
    "cjk-serif": "/usr/share/fonts/opentype/noto/NotoSerifCJK-Regular.ttc",
}
_ENGLISH: Final = (
    "Coinbase security: call {} at once.",
    "Your wallet was locked. Support: {}",
    "Kraken help desk {} (24/7)",
    "Unknown sign-in. If this was not you, call {}",
    "Refund department: {} ext. 4",
)
_CHINESE: Final = (
    "币安客服热线：{}",
    "您的账户已被冻结，请致电 {}",
    "Coinbase 安全中心：{}，全天服务",
    "如非本人操作，请拨打{}联系客服",
)
_COLORS: Final = {
    "light": ("#ffffff", "#111111"),
    "grey": ("#f0f2f5", "#333333"),
    "dark": ("#121212", "#e8e8e8"),
    "blue": ("#0a3d91", "#ffffff"),
    "green": ("#dcf8c6", "#222222"),
}


class Style(NamedTuple):
    """How a message is shown."""

    font: str
    size: int
    colors: str
    quality: int | None
    turned: float = 0.0
    noise: float = 0.0
    blur: float = 0.0


def fictional(chance: random.Random) -> tuple[str, str]:
    """A number that is nobody's: as it is written, and in E.164."""
    last = f"{chance.randrange(100, 200):04}"
    if chance.random() < 0.3:
        digits = f"900{chance.randrange(1000):03}"
        return f"+44 7700 {digits}", f"+447700{digits}"
    area = chance.choice(["202", "415", "212", "713", "888"])
    form = chance.choice(["+1 {} 555 {}", "+1 ({}) 555-{}", "+1-{}-555-{}", "+1.{}.555.{}"])
    return form.format(area, last), f"+1{area}555{last}"


def published(store: Store) -> list[tuple[str, str]]:
    """The registry's own numbers."""
    found: list[tuple[str, str]] = []
    for name in store.ask(lambda snapshot: snapshot.ids("platforms")):
        platform = store.ask(partial(Snapshot.platform, name=name))
        for channel in platform.channels if platform else ():
            if channel.kind == "phone" and channel.value.startswith("+1"):
                v = channel.value
                found.append((f"+1 ({v[2:5]}) {v[5:8]}-{v[8:]}", v))
    return found


def styles(count: int, chance: random.Random, *, hard: bool) -> list[Style]:
    """Styles, every font and color about as often as the others."""
    fonts, colors = list(_FONTS), list(_COLORS)
    made = []
    for number in range(count):
        style = Style(
            font=fonts[number % len(fonts)],
            size=chance.choice([16, 18, 22, 26, 32, 40]),
            colors=colors[number // len(fonts) % len(colors)],
            quality=chance.choice([None, None, 95, 85, 75]),
        )
        if hard:
            style = style._replace(
                size=chance.choice([13, 15, 20, 28]),
                quality=chance.choice([30, 45, 60]),
                turned=chance.choice([-6.0, -2.5, 2.0, 5.0, 90.0, 180.0]),
                noise=chance.choice([0.0, 8.0, 16.0]),
                blur=chance.choice([0.0, 0.6, 1.0]),
            )
        made.append(style)
    return made


def rendered(lines: list[str], style: Style, chance: random.Random) -> bytes:
    """The file of a picture that shows the lines."""
    ground, ink = _COLORS[style.colors]
    font = ImageFont.truetype(_FONTS[style.font], style.size)
    width = max(int(font.getlength(line)) for line in lines) + style.size * 4
    height = style.size * (3 * len(lines) + 3)
    picture = Image.new("RGB", (width, height), ground)
    pen = ImageDraw.Draw(picture)
    for row, line in enumerate(lines):
        pen.text((style.size * 2, style.size * (2 + 3 * row)), line, font=font, fill=ink)
    if style.turned:
        picture = picture.rotate(
            style.turned, Image.Resampling.BICUBIC, expand=True, fillcolor=ground
        )
    if style.blur:
        picture = picture.filter(ImageFilter.GaussianBlur(style.blur))
    if style.noise:
        source = np.random.default_rng(chance.randrange(1 << 30))
        noisy = np.asarray(picture) + source.normal(0, style.noise, (*picture.size[::-1], 3))
        picture = Image.fromarray(noisy.clip(0, 255).astype("uint8"))
    out = io.BytesIO()
    if style.quality is None:
        picture.save(out, "PNG")
    else:
        picture.save(out, "JPEG", quality=style.quality)
    return out.getvalue()


def main() -> int:
    """Render, scan, count."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--normal", type=int, default=40, help="pictures of normal quality")
    parser.add_argument("--hard", type=int, default=20, help="pictures of low quality")
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    chance = random.Random(asked.seed)
    today = local().date()
    store = Store(bundled(), "bundled", today=today)
    scanner = Scanner(Checker(store, today=today))
    own = published(store)
    listed, rates = 0, {}
    for name, count in (("normal", asked.normal), ("hard", asked.hard)):
        right, all_numbers, levels, begun = 0, 0, Counter[str](), time.monotonic()
        for style in styles(count, chance, hard=name == "hard"):
            templates = _CHINESE if style.font.startswith("cjk") else _ENGLISH
            numbers = [fictional(chance) for _ in range(3)] + [chance.choice(own)]
            chance.shuffle(numbers)
            lines = [chance.choice(templates).format(written) for written, _ in numbers]
            data = rendered(lines, style, chance)
            hits = [h for h in scanner.scan_stream(io.BytesIO(data), "x") if isinstance(h, Hit)]
            values = {r.value for hit in hits for r in hit.verdict.readings}
            levels.update(hit.verdict.level for hit in hits)
            missed = [value for _, value in numbers if value not in values]
            right, all_numbers = right + len(numbers) - len(missed), all_numbers + len(numbers)
            if missed:
                print(f"  {name}: {style} missed {missed}, read {sorted(values)}", flush=True)
        rates[name] = right / max(all_numbers, 1)
        listed += levels["listed"]
        took = (time.monotonic() - begun) / max(count, 1)
        print(
            f"{name}: {right} of {all_numbers} numbers read right ({rates[name]:.1%}), "
            f"levels {dict(levels)}, {took:.1f} s a picture",
            flush=True,
        )
    print(f"listed: {listed}")
    return int(listed > 0 or (asked.normal > 0 and rates["normal"] < GOAL))


if __name__ == "__main__":
    sys.exit(main())
