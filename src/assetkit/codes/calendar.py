"""Diagnostic codes of the calendar of posts, each with its explanation."""

from __future__ import annotations

CODES = {
    "AK870": "Two posts on one platform in one language come out sooner after each other than the campaign "
    "wants (`calendar: {least_gap: …}`), or in the same minute. Move one of them, or write `later:`.",
    "AK871": "The post comes out after something that it shows may no more be shown: the consent to a quote, "
    "the licence of a work, or a statistic, which makes a draft. Have it renewed, or move the post.",
    "AK872": "The post comes out before the campaign's day (`as_of:`), so it is over, or dated wrongly.",
    "AK873": "Where clocks are changed, an hour is shown twice, or left out. A time in it says no moment.",
    "AK874": "A time of a post is a day and a time of 24 hours, such as 2026-11-25 18:00, or `none`.",
    "AK875": "Time zones have the names of the IANA database, a region and a city: Asia/Almaty.",
    "AK876": "A time says no moment without a zone. Write that of the campaign under `calendar:`, or one of "
    "the post's own.",
    "AK877": "Other posts of the campaign have a day and a time, and this one has none: it stands in no "
    "calendar. Add `at:` to its `post:`, or write `at: none`.",
    "AK878": "How long lies between posts is a number of minutes, hours or days: 90min, 6h, 2d.",
    "AK880": "Files are written for scheduling tools whose import is described by their makers. Others read "
    "`schedule.csv`.",
    "AK881": "Scheduling tools fetch videos from the web: say under `media:` where the output folder will "
    "lie.",
    "AK882": "The calendar that lies there was made before these posts were moved: it shows other times than "
    "their recipes. `assetkit posts --calendar` writes it anew.",
}
