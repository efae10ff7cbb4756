"""QR codes as pictures in a page."""

import io
from functools import lru_cache

from markupsafe import Markup


@lru_cache(maxsize=1_024)
def dial_svg(tel: str, title: str) -> Markup:
    """A `tel:` address of the registry as an SVG element, dark on light in any colour scheme."""
    import segno

    out = io.BytesIO()
    code = segno.make(tel, micro=False, error="m")
    code.save(
        out,
        kind="svg",
        xmldecl=False,
        svgns=False,
        omitsize=True,
        light="#fff",
        title=title,
        svgclass="qr",
        lineclass=None,
        border=4,
    )
    return Markup(out.getvalue().decode())  # noqa: S704  # made of squares; segno escapes the title
