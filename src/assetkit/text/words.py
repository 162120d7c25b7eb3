"""Words that decide where a line may break, per language.

A line breaks well before a `leading` word and badly after it (conjunctions, prepositions); it does not break
before a `trailing` one, which leans on the word before it (postpositions, particles). `units` stay with the
number before them. The Kazakh and Russian lists await a native reader's review.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class WordLists:
    """Lower-case words of one language."""

    leading: frozenset[str]
    trailing: frozenset[str]
    units: frozenset[str]


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_COMMON_UNITS = "% ‰ ° °c ₸ $ € ₽"

WORDS = {
    "en": WordLists(
        leading=_words(
            "and but or nor so yet because if when while although though unless until since that "
            "which who whose where why how than as a an the to of in on at by for with from into onto "
            "about after before between during through without over under against not my your his her "
            "its our their this these"
        ),
        trailing=frozenset(),
        units=_words(
            f"{_COMMON_UNITS} "
            "percent per thousand million billion km m cm kg g h min s hours minutes seconds days "
            "weeks months years hour minute day week month year tenge am pm"
        ),
    ),
    "ru": WordLists(
        leading=_words(
            "и а но да или либо что чтобы как когда если потому поэтому хотя пока где куда откуда "
            "который которая которое которые чем ни не в во на с со к ко по о об обо от ото до из изо "
            "за под над при про у для без через между перед после около среди ради кроме вокруг"
        ),
        trailing=_words("же ж ли ль бы б"),
        units=_words(
            f"{_COMMON_UNITS} "
            "процент процента процентов тыс. тыс тысяча тысячи тысяч млн миллион миллиона миллионов "
            "млрд миллиард миллиарда миллиардов км м см кг г г. гг. год года лет час часа часов мин "
            "мин. минута минуты минут сек секунд день дня дней неделя недели недель месяц месяца "
            "месяцев тенге руб."
        ),
    ),
    "kk": WordLists(
        leading=_words("және бірақ немесе не ал себебі өйткені егер сондықтан яғни алайда дегенмен тіпті"),
        trailing=_words(
            "мен бен пен менен да де та те ма ме ба бе па пе ғой қой ғана қана үшін туралы жайлы "
            "кейін дейін шейін бұрын бойынша арқылы сияқты секілді ретінде қарай емес екен еді"
        ),
        units=_words(
            f"{_COMMON_UNITS} "
            "пайыз мың млн миллион млрд миллиард км м см кг г ж. жж. жыл жылы жылдың жаста сағат "
            "минут секунд күн апта ай теңге тг"
        ),
    ),
}
NO_WORDS = WordLists(frozenset(), frozenset(), frozenset(_COMMON_UNITS.split()))


def words_of(language: str) -> WordLists:
    """Give the lists of a language ("kk", "ru-KZ"); a language without lists breaks by width alone."""
    return WORDS.get(language.split("-")[0].lower(), NO_WORDS)
