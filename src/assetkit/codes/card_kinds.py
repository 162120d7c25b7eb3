"""Diagnostic codes of kinds of cards, each with its explanation."""

from __future__ import annotations

CODES = {
    "AK600": "A ring and a pictogram show a part of a whole, so they need one percentage: a statistic with "
    "the unit %, and no range. Show another number as a count-up.",
    "AK601": "A part of a whole lies between 0 and 100 %. Correct the statistic, or show it as a count-up.",
    "AK602": "The percentage is no whole number of people in twenty or fewer, and half a person is not "
    "drawn. Show it as a ring.",
    "AK603": "A comparison has two to five bars, each statistic once, and what stands out is one of them.",
    "AK604": "The numbers of a comparison have no common measure: bars have one unit and begin at zero. "
    "Name statistics of one unit, none below zero and none a range.",
    "AK605": "A timeline needs the statistic's values by year: two to twelve years, written with four "
    "digits, in equal steps. Add `years:` to the record, or the year that is missing.",
    "AK606": "A timeline says the number of the statistic as its last value, and its columns begin at zero. "
    "`value:` and the last of `years:` are one number, and none is below zero.",
    "AK607": "The campaign has no quote of this name. Correct the name, or add the record under `quotes:`.",
    "AK608": "The campaign has no partner of this name. Correct the name, or add it under `partners:`.",
    "AK609": "A card of partners names each once, and as many as its grid has room for. Take out the "
    "second, or make two cards.",
    "AK610": "A card of phrases holds two to six of them. Write more, take some out, or make two cards.",
    "AK611": "A milestone is a count of views that was reached: a whole number above zero, without a unit. "
    "Show another number by `as: count-up`.",
    "AK612": "A content warning says what follows, so no clip may stand before it. Put it first.",
    "AK613": "`helpline:` belongs to a content warning. Other cards with words of their own show none; the "
    "end card does.",
    "AK614": "Words on cards fall below level AA of WCAG 2.2: 4.5:1 against their ground, or 3:1 where they "
    "are large. Take the colour that is proposed, or another ground.",
    "AK615": "An installed package brings this kind of card and it cannot be loaded; the message says which "
    "package, and why.",
    "AK616": "Two installed packages bring a kind of card of this name. Uninstall one of them.",
    "AK617": "The tempo of motion is calm, plain or lively, or a factor that all durations are multiplied "
    "by, from 0.6 to 1.75: beyond these a counter is a flash, or is waited for.",
    "AK618": "A size of the brand's type scale is below what can be read on a telephone. Every class has "
    "its least: 8.3 % of the short edge for headlines, 3 % for words and labels, 2.2 % for the source line, "
    "and 18 % of the height for the number.",
    "AK619": "Cards stand shorter than Clearcast's guidance on superimposed text asks: 0.2 s for each word "
    "on the screen, and 2 s, or 3 s from ten words on. It is made for broadcast in the UK, so it is a note; "
    "`reading: clearcast` in `assetkit.yaml` makes cards stand so long, and a shorter one an error.",
}
