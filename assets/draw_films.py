"""Draw the stand-in films of the example: `python assets/draw_films.py` writes assets/films/<film>.mp4.

Beside them it plays the example's music, which is ours: assets/music/quiet-room.wav.

The real films are not ours to give away. These have their length of breath and their shapes: shots with a
subject off the centre, moving, with sound under them, so that framing, captions and levels can be seen at
work. Each is marked as a stand-in along its upper edge, so that every crop shows it. What this very code drew
already is left alone; the films are drawn side by side on all cores. Names of films choose among them.
"""

from __future__ import annotations

import sys
import time
from concurrent.futures import ProcessPoolExecutor, as_completed
from pathlib import Path

from drawing.animatic import RATE, Film
from drawing.studio import is_current, make_film
from stories.all_about_my_dad import ALL_ABOUT_MY_DAD
from stories.do_not_forget_your_way_home import WAY_HOME
from stories.the_dinner import THE_DINNER
from stories.the_dress import THE_DRESS
from tunes.quiet_room import draw_tune

HERE = Path(__file__).resolve().parent
FILMS = {film.name: film for film in (WAY_HOME, THE_DRESS, ALL_ABOUT_MY_DAD, THE_DINNER)}


def draw_film(name: str) -> str:
    """Draw one film by its name; gives a line that says what was made, and how long it took."""
    film, began = FILMS[name], time.monotonic()
    make_film(film, HERE)
    return f"{_describe(film)}, drawn in {time.monotonic() - began:.0f} s"


def _describe(film: Film) -> str:
    return f"stand-in: assets/films/{film.name}.mp4, {film.seconds:.0f} s, {film.seconds * RATE:.0f} frames"


def main(names: list[str]) -> int:
    """Draw the films that are named, or all; 2 where a name is not a film's."""
    unknown = [name for name in names if name not in FILMS]
    if unknown:
        sys.stderr.write(f"no such film: {', '.join(unknown)}; there are {', '.join(FILMS)}\n")
        return 2
    sys.stdout.write(f"{draw_tune(HERE)}\n")
    chosen = [FILMS[name] for name in names] or list(FILMS.values())
    due = [film for film in chosen if not is_current(film, HERE)]
    for film in chosen:
        if film not in due:
            sys.stdout.write(f"{_describe(film)}, there already\n")
    with ProcessPoolExecutor() as pool:
        for done in as_completed([pool.submit(draw_film, film.name) for film in due]):
            sys.stdout.write(f"{done.result()}\n")
            sys.stdout.flush()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
