"""Diagnostic codes of reading YAML, each with its explanation."""

from __future__ import annotations

CODES = {
    "AK101": "The file is not valid YAML. The place is where reading stopped; the mistake is there or just "
    "before it: a missing colon or quote, a tab, an indent that does not line up.",
    "AK102": "The file cannot be opened, is no plain file, or is not UTF-8 text. Check its name and rights, "
    "and save it as UTF-8.",
    "AK103": "The file is larger than any recipe or campaign should be. Split it.",
    "AK104": "The file holds more than one YAML document. Keep one, without a second `---` line.",
    "AK105": "A key stands twice in the same mapping, so one of the two values would be lost without a "
    "word. Keep one.",
    "AK106": "The merge key `<<` is not part of YAML 1.2. Write the keys out, or use `like:` between cuts.",
    "AK107": "Tags such as `!!str` or `!name` are not used in these files. Remove the tag; quote what must "
    "be text.",
    "AK108": "Aliases write out to too many values, or contain themselves. Use fewer of them.",
    "AK109": "The file is nested deeper than any recipe needs; most often a bracket is not closed.",
    "AK110": "A key is a list or a mapping. Keys are words; quote what only looks like something else.",
    "AK111": "The file is empty. Fill it, or delete it.",
    "AK112": "A file in `recipes/` ends in `.yml` and was not read. Recipes end in `.yaml`: rename it.",
}
