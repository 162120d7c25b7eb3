"""Diagnostic codes of numbers, quotes and care, each with its explanation."""

from __future__ import annotations

CODES = {
    "AK480": "A `ratio:` names two other statistics of the campaign. It cannot be made of itself, nor be a "
    "share of nothing.",
    "AK481": "The value that is written beside a ratio cannot be that ratio, whatever its words (almost, at "
    "least) and its rounding allow. Correct one of the numbers, or leave `value:` out to have it computed.",
    "AK482": "The words before a number do not say what its `bound:` says, or say different things in two "
    "languages: at least is not almost.",
    "AK483": "A range is two numbers, the lower one first, in place of a value.",
    "AK484": "A wording by plural forms has forms of its language (one, few, many, other, after CLDR), and "
    "among them the one that the number takes.",
    "AK485": "The statistic is shown after the last day on which it may be (`valid_until:`), so what shows "
    "it is a draft. Look the number up again.",
    "AK486": "A text says a number that no record of the campaign has, or puts another word before one: "
    "every figure that is shown has a source. Add the statistic, correct the number, or waive it where it "
    "is no figure.",
    "AK487": "A quote with its speaker's name is rendered only where the speaker's consent is recorded. "
    "Record it under `consent:`, or quote somebody anonymous.",
    "AK488": "The recorded consent to a quote does not cover this use: another platform or language, or it "
    "has ended or been withdrawn. Take the quote out.",
    "AK489": "A quote has a speaker, or is `anonymous: true` and names nobody anywhere in the file.",
    "AK490": "The source of a helpline was seen too long ago, so what shows it is a draft: a number that "
    "nobody answers does harm. See that it still answers.",
    "AK491": "The campaign requires that every cut ends with where help can be had. End it with a helpline.",
    "AK492": "The campaign requires a content warning at the start of this cut. Say what follows, and not "
    "only that something does.",
    "AK493": "A text has a word that guidance on writing about violence advises against; the message says "
    "why and names the source. It is a warning: some words must stand.",
    "AK494": "A picture is tagged with something that guidance on images of violence advises against. It is "
    "a warning.",
    "AK495": "A helpline or a content warning stands too short to be taken in. Give it more time.",
}
