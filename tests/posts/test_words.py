"""The words of posts: what fills copy, which wording is taken, what is added, and what is left out."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assetkit.posts.filling import neutral_text, tidy
from assetkit.posts.templates import Placeholder, all_placeholders, parse_template
from support.campaigns import CAMPAIGN
from support.worded import CARDS, WORDS, Worded


@pytest.fixture(scope="module")
def worded(tmp_path_factory: pytest.TempPathFactory) -> Worded:
    return Worded(tmp_path_factory.mktemp("worded"))


def own(text: str) -> str:
    """Give a post with copy of its own, the same in all languages."""
    return f'{{copy: {{text: {{en: "{text}", ru: "{text}", kk: "{text}"}}}}}}'


def test_records_fill_copy_as_each_language_writes_them(worded: Worded) -> None:
    assert worded.text("youtube") == (
        "About 80 women die. See https://example.org/en Friend. 150\n\n#HeForShe"
    )
    assert worded.text("youtube", "kk").startswith(
        "Шамамен 80 әйел қаза табады. See https://example.org/kk Дос."
    )


def test_mentions_are_accounts_where_a_platform_has_one(worded: Worded) -> None:
    assert "@friend.kz" in worded.text("instagram-feed-4x5")
    assert " Friend. " in worded.text("youtube")


def test_a_platform_has_its_own_words_before_those_of_its_set(worded: Worded) -> None:
    assert worded.text("tiktok") == "TikTok\n\n#HeForShe"
    assert worded.text("instagram-reel") == "Upright\n\n#HeForShe"


def test_for_platform_replaces_only_what_it_writes(worded: Worded) -> None:
    assert worded.text("telegram").endswith("150")  # its hashtags are none, its copy is the cut's


def test_titles_stand_where_a_platform_has_them(worded: Worded) -> None:
    title = worded.write("youtube", "ru").title
    assert title and (title.text, title.length.count, title.length.most) == ("Факты!", 6, 100)
    assert worded.write("x").title is None


def test_a_story_has_no_words(worded: Worded) -> None:
    assert worded.write("instagram-story").as_json() is None


def test_credits_are_added_where_the_wording_has_no_place_for_them(worded: Worded) -> None:
    assert worded.text("tiktok", cut="heard") == "TikTok\n\nMusic: A, T\n\n#HeForShe"
    assert "Музыка" in worded.text("x", "ru", "heard")


def test_a_post_without_copy_still_says_what_licences_ask_for(tmp_path: Path) -> None:
    worded = Worded(tmp_path, "{hashtags: [Share]}")
    assert worded.text("tiktok") == ""
    assert worded.text("tiktok", cut="heard") == "Music: A, T"


def test_a_label_leads(tmp_path: Path) -> None:
    worded = Worded(tmp_path, "{copy: long, label: paid-partnership}")
    assert worded.text("tiktok").startswith("Paid partnership\n\nTikTok")
    assert worded.text("tiktok", "kk").startswith("Жарнама\n\n")


def test_a_label_in_the_picture_leads_too(tmp_path: Path) -> None:
    over = "    over: [{label: paid-partnership}]\n    post: POST\n"
    worded = Worded(tmp_path, cards=CARDS.replace("    post: POST\n", over))
    assert worded.text("tiktok", "ru").startswith("Реклама\n\n")


def test_blocks_stand_where_the_wording_puts_them(tmp_path: Path) -> None:
    worded = Worded(tmp_path, own("{hashtags}: {credits}\\n{label}\\nWords {{here}}"))
    assert worded.text("tiktok", cut="heard") == "#HeForShe: Music: A, T\nWords {here}"


@pytest.mark.parametrize(
    ("length", "shorter", "count"), [(269, 0, 280), (270, 1, 14), (400, 1, 14)], ids=["full", "over", "far"]
)
def test_a_shorter_wording_is_taken_only_where_there_is_no_room(
    tmp_path: Path, length: int, shorter: int, count: int
) -> None:
    words = "A" * length
    text = f"{{en: {words}, ru: А, kk: А}}"
    worded = Worded(tmp_path, f"{{copy: {{text: {text}, short: [{{en: See, ru: А, kk: А}}]}}}}")
    copy = worded.write("x").copy
    assert copy and (copy.shorter, copy.length.count, copy.fits) == (shorter, count, True)
    there = worded.write("instagram-reel").copy
    assert there and there.text.startswith(words)


def test_nothing_is_cut_off(tmp_path: Path) -> None:
    worded = Worded(tmp_path, own("A" * 300))
    copy = worded.write("x").copy
    assert copy and not copy.fits and copy.text.startswith("A" * 300)


def test_too_many_hashtags_are_no_reason_for_a_shorter_wording(tmp_path: Path) -> None:
    text = "{en: Words, ru: А, kk: А}"
    post = f"{{hashtags: [a, b, c, d, e, f], copy: {{text: {text}, short: [{{en: W, ru: А, kk: А}}]}}}}"
    copy = Worded(tmp_path, post).write("tiktok").copy
    assert copy and copy.text.startswith("Words") and not copy.fits


def test_words_are_counted_with_all_that_is_added(worded: Worded) -> None:
    copy = worded.write("youtube", "ru").copy
    assert copy and copy.length.count == len(copy.text.encode())
    tiktok = worded.write("tiktok", "ru", "heard").copy
    assert tiktok and tiktok.length.count == len("ТикТок\n\nМузыка: A, T\n\n#HeForShe")
    assert [counted.count for counted in tiktok.counts] == [31, 1, 0, 0]


def test_words_are_composed(tmp_path: Path) -> None:
    assert Worded(tmp_path, own("и\\u0306")).text("tiktok").startswith("й")


def test_hashtags_by_language(tmp_path: Path) -> None:
    tags = "{en: [Family, Home], ru: [Семья], kk: [Отбасы]}"
    worded = Worded(tmp_path, f"{{copy: long, hashtags: {tags}}}")
    assert worded.text("tiktok").endswith("\n\n#Family #Home")
    assert worded.text("tiktok", "kk").endswith("\n\n#Отбасы")


def test_like_takes_the_words_over_key_by_key(tmp_path: Path) -> None:
    cards = (
        "assetkit: 1\ntitle: {en: Facts, ru: Факты, kk: Деректер}\ncuts:\n"
        "  facts: {sequence: [{end: helpline}], platforms: [x], post: {copy: long, hashtags: [a]}}\n"
        "  other: {like: facts, post: {hashtags: [b]}}\n"
    )
    worded = Worded(tmp_path, cards=cards)
    assert worded.text("x", cut="other").endswith("150\n\n#b")


def test_a_template_is_parted() -> None:
    assert parse_template("a {{b}} {statistic:x.number}{") == (
        "a ",
        "{",
        "b",
        "}",
        " ",
        Placeholder("statistic", "x", "number", "{statistic:x.number}"),
        Placeholder("", written="{"),
    )
    known = [Placeholder("helpline"), Placeholder("helpline", "a", "note"), Placeholder("credits")]
    wrong = [
        Placeholder("link"),
        Placeholder("credits", "a"),
        Placeholder("film"),
        Placeholder("link", "a", "b"),
    ]
    assert all(each.is_known for each in known)
    assert not any(each.is_known for each in wrong)
    assert "{link:a}" in all_placeholders({"link": ["a"]})


def test_empty_lines_go_and_written_ones_stay() -> None:
    assert tidy("a \n\ue000\n\nb\n \n\n\n\ue000c\n") == "a\n\nb\n\nc"


def test_words_of_a_workspace_without_posts(tmp_path: Path) -> None:
    worded = Worded(tmp_path, "{alt: {en: A number, ru: Число, kk: Сан}}", WORDS.partition("copy:")[0])
    words = worded.write("tiktok")
    assert (words.copy, words.title, words.alt) == (None, None, "A number")


@pytest.mark.parametrize(
    ("platform", "what", "text", "count", "most"),
    [
        ("threads", "copy", "\U0001f44d" * 5, 20, 500),
        ("threads", "links", "a.org b.org a.org https://c.org", 3, 5),
        ("pinterest", "copy", "Сөз", 3, 500),
        ("vk-video", "copy", "Сөз", 3, 5000),
        ("vk-clip", "copy", "Сөз", 3, 4000),
        ("linkedin", "copy", "Сөз", 3, 3000),
        ("telegram", "copy", "Сөз", 3, 1024),
        ("facebook-reel", "copy", "Сөз", 3, 63206),
        ("instagram-reel", "mentions", "@a @b.c", 2, 20),
        ("instagram-reel", "hashtags", "#a #b", 2, 5),
        ("instagram-reel", "copy", "\U0001f44d" * 5, 5, 2200),
        ("tiktok", "copy", "\U0001f44d" * 5, 10, 2200),
        ("youtube-short", "copy", "Сөз", 6, 5000),
        ("x", "copy", "\U0001f44d" * 5, 10, 280),
        ("ok", "copy", "Сөз", 3, None),
    ],
)
def test_each_platform_counts_in_its_own_way(
    tmp_path: Path, platform: str, what: str, text: str, count: int, most: int | None
) -> None:
    cards = f"""\
assetkit: 1
title: {{en: Facts, ru: Факты, kk: Деректер}}
cuts:
  facts: {{sequence: [{{end: helpline}}], platforms: [{platform}], post: POST}}
"""
    post = own(text).removesuffix("}") + ", hashtags: []}"
    copy = Worded(tmp_path, post, cards=cards).write(platform).copy
    assert copy
    found = next(counted for counted in copy.counts if counted.what == what)
    assert (found.count, found.most) == (count, most)


@pytest.mark.slow
@given(st.text(alphabet="{}:.ab statistic\n-", max_size=40))
@settings(max_examples=300 if os.environ.get("ASSETKIT_EXAMPLES") else 60, deadline=None)
def test_any_template_can_be_read_and_filled(text: str) -> None:
    parts = parse_template(text)
    written = "".join(part if isinstance(part, str) else part.written for part in parts)
    assert written.replace("{", "").replace("}", "") == text.replace("{", "").replace("}", "")
    assert "\ue000" not in neutral_text(text, CAMPAIGN, "en")
