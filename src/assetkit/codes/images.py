"""Diagnostic codes of pictures and marks on cards, each with its explanation."""

from __future__ import annotations

CODES: dict[str, str] = {
    "AK620": "There is no picture file at this path. Paths start at the workspace; correct it, or add the "
    "file.",
    "AK621": "The file cannot be read as a picture: it is damaged, cut short, or no picture at all. Save it "
    "again as PNG or JPEG.",
    "AK622": "The file is a drawing, a document or a picture of a kind that is not opened here. Export it "
    "as PNG, at least as large as it is shown.",
    "AK623": "The picture is too large to be opened safely: at most 64 MiB, and 64 million pixels when it "
    "is unpacked. Save a smaller one.",
    "AK624": "The picture must be enlarged by more than half to fill the card, so it looks soft. Take a "
    "larger one, or one of the card’s shape.",
    "AK625": "The logo has too few pixels for its place. It is never enlarged, so it is drawn smaller than "
    "the others. Export it larger.",
    "AK626": "Words over the picture fall below level AA of WCAG 2.2 where the picture is brightest or "
    "darkest behind them: 4.5:1, or 3:1 where they are large. Write the scrim that is proposed, or take a "
    "calmer picture.",
    "AK627": "What colours the picture has is a guess: it is made of printing inks without a colour "
    "profile, or its profile is damaged. Export it again in sRGB.",
    "AK628": "The card shows a logo, and nobody has recorded that its owner permits this, so what shows it "
    "is a draft. Ask, then write `permission:` with who has given it and where it is kept.",
    "AK629": "The logo has no transparent ground, so a box in its own colour is seen around it on the card. "
    "Export it as PNG with a transparent ground.",
    "AK630": "The logo is made for the other ground, dark or light, than the brand has. Name the version "
    "that is made for this one.",
    "AK631": "Nothing of the logo can be seen: all of it is transparent, or all of it is one colour.",
}
