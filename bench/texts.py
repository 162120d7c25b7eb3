"""Words for the cues: what people in a film might say, about as long as 2.4 seconds allow."""

from __future__ import annotations

SENTENCES: dict[str, tuple[str, ...]] = {
    "kk": (
        "Мен келдім, күнім менің.",
        "Ертең мектепте концерт.",
        "Көйлегің дайын болып қалды.",
        "Әке, сен тігін тіге аласың ба?",
        "Үйреніп жүрмін, қызым.",
        "Шайыңды жылы кезінде іш.",
        "Шашымды да өріп бересің бе?",
        "Қарашы, маған шақ екен!",
        "Қандай әдемісің, қызым.",
        "Бірінші қатарда отырасың ба?",
        "Үйіміз – жылы ұя.",
        "Біз бір-бірімізге қамқормыз.",
    ),
    "ru": (
        "Я пришёл, солнышко моё.",
        "Завтра в школе концерт.",
        "Твоё платье почти готово.",
        "Папа, ты умеешь шить?",
        "Учусь, доченька, ради тебя.",
        "Пей чай, пока он тёплый.",
        "Ты и косу мне заплетёшь?",
        "Смотри, оно мне впору!",
        "Какая же ты красивая.",
        "Ты сядешь в первом ряду?",
        "Наш дом – тёплое гнездо.",
        "Мы бережём друг друга.",
    ),
    "en": (
        "I am home, my sunshine.",
        "There is a concert tomorrow.",
        "Your dress is nearly ready.",
        "Father, can you really sew?",
        "I am learning it for you.",
        "Drink your tea while it is warm.",
        "Will you braid my hair, too?",
        "Look, it fits me so well!",
        "How beautiful you are.",
        "Will you sit in the first row?",
        "Our home is a warm nest.",
        "We look after each other.",
    ),
    "de": ("Ich bin zu Hause.", "Dein Kleid ist fertig.", "Trink deinen Tee."),
    "tr": ("Eve geldim.", "Elbisen hazır.", "Çayını iç."),
}


def write_cues(
    language: str, seconds: float, period: float, *, length: float = 2.4, first: float = 1.0
) -> str:
    """Write SRT for a film of `seconds`: a cue of `length` every `period` seconds, from `first` on."""
    words = SENTENCES[language]
    lines: list[str] = []
    number = 0
    while first + number * period + length < seconds:
        start = first + number * period
        text = words[number % len(words)]
        lines += [str(number + 1), f"{_time(start)} --> {_time(start + length)}", text, ""]
        number += 1
    return "\n".join(lines)


def _time(seconds: float) -> str:
    thousandths = round(seconds * 1000)
    minutes, rest = divmod(thousandths, 60_000)
    return f"{minutes // 60:02d}:{minutes % 60:02d}:{rest // 1000:02d},{rest % 1000:03d}"
