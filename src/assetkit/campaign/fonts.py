"""The names of the vendored fonts, as a campaign writes them."""

from __future__ import annotations

FONTS = (
    "Montserrat-Bold",
    "Montserrat-ExtraBold",
    "Onest-Regular",
    "Onest-Bold",
    "Oswald-Bold",
    "NotoSansArabic-Bold",
    "NotoSansDevanagari-Bold",
)
"""Each is the stem of a file in `fonts/`."""
