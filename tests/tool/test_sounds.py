"""Sound files, with the real tool: their facts, and their sound in step whatever holds it."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from pathlib import Path

import pytest

from assetkit.errors import MediaError
from assetkit.media.sounds import SoundSource, sound_facts_from_json, sound_facts_to_json
from assetkit.render.proof import prove_sound
from assetkit.render.sound import extract_sound, map_sound
from assetkit.tool.ffmpeg import run_ffmpeg
from assetkit.tool.probe import probe_master
from assetkit.tool.sounds import probe_sound_file, sound_file_facts, write_sound_lock
from support.clicks import find_clicks, make_clicks

SPOTS = [12000, 30001, 70007]
SECOND = 48000


def _coded(folder: Path, suffix: str, options: Sequence[str], inputs: Sequence[str] = ()) -> Path:
    """Encode two seconds of clicks; `inputs` come before the sound."""
    wave = make_clicks(folder / "clicks.wav", SPOTS, 2 * SECOND)
    out = folder / f"dub{suffix}"
    run_ffmpeg(["-y", *inputs, "-i", str(wave), *options, str(out)])
    return out


def _clicks_of(path: Path, out: Path) -> list[int]:
    source = SoundSource.of_file(probe_sound_file(path))
    extract_sound(path, source.stream, out, picture_start=source.start)
    prove_sound(out, path, source.stream, source.start)
    return find_clicks(map_sound(out), threshold=0.2)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("suffix", "options"),
    [
        pytest.param(".wav", ["-c:a", "pcm_s24le"], id="wav"),
        pytest.param(".wav", ["-ar", "44100"], id="wav at 44.1 kHz"),
        pytest.param(".flac", [], id="flac"),
        pytest.param(".m4a", ["-c:a", "aac", "-b:a", "192k"], id="m4a"),
        pytest.param(".mp3", ["-c:a", "libmp3lame", "-b:a", "192k"], id="mp3"),
        pytest.param(".ogg", ["-c:a", "libopus", "-b:a", "160k"], id="opus"),
        pytest.param(".mka", ["-c:a", "libopus", "-b:a", "160k"], id="opus in matroska"),
        pytest.param(".aiff", [], id="aiff"),
        pytest.param(".ts", ["-c:a", "aac", "-b:a", "192k"], id="transport stream"),
    ],
)
def test_a_files_sound_begins_at_its_first_sample(tmp_path: Path, suffix: str, options: list[str]) -> None:
    found = _clicks_of(_coded(tmp_path, suffix, options), tmp_path / "out.f32")
    assert len(found) == len(SPOTS), found
    # An AAC encoder's own delay cannot be told from sound in a transport stream.
    late = 1024 if suffix == ".ts" else 0
    assert max(abs(place - late - spot) for place, spot in zip(found, SPOTS, strict=True)) <= 1, found


def _still(folder: Path) -> Path:
    cover = folder / "cover.png"
    run_ffmpeg(["-y", "-f", "lavfi", "-i", "testsrc=s=64x64:d=1", "-frames:v", "1", str(cover)])
    return cover


@pytest.mark.slow
@pytest.mark.parametrize("marked", [True, False])
def test_a_cover_is_no_picture_of_a_sound_file(tmp_path: Path, marked: bool) -> None:
    mark = ["-disposition:v:0", "attached_pic"] if marked else []
    options = ["-map", "0:v", "-map", "1:a", "-c:v", "png", "-c:a", "aac", "-b:a", "192k", *mark]
    file = _coded(tmp_path, ".mp4", options, ["-i", str(_still(tmp_path))])
    found = _clicks_of(file, tmp_path / "out.f32")
    assert max(abs(place - spot) for place, spot in zip(found, SPOTS, strict=True)) <= 1
    with pytest.raises(MediaError, match="no video"):
        probe_master(file)


@pytest.mark.slow
@pytest.mark.parametrize("marked", [True, False])
def test_a_cover_is_not_taken_for_the_film(tmp_path: Path, marked: bool) -> None:
    film = ["-f", "lavfi", "-i", "testsrc=s=64x64:r=25:d=2"]
    mark = ["-disposition:v:0", "attached_pic"] if marked else []
    maps = ["-map", "0:v", "-map", "1:v", "-map", "2:a", "-c:v:0", "png", "-c:v:1", "libx264", *mark]
    colours = ["-colorspace:v:1", "bt709", "-color_primaries:v:1", "bt709", "-color_trc:v:1", "bt709"]
    file = _coded(tmp_path, ".mp4", [*maps, *colours, "-c:a", "aac"], ["-i", str(_still(tmp_path)), *film])
    facts = probe_master(file, colour="bt709")
    assert (facts.codec, facts.frame_count, len(facts.sounds)) == ("h264", 50, 1)


@pytest.mark.slow
def test_facts_of_several_sounds(tmp_path: Path) -> None:
    two = ["-map", "0:a", "-map", "0:a", "-metadata:s:a:1", "language=kaz", "-c:a", "pcm_s16le"]
    facts = probe_sound_file(_coded(tmp_path, ".mka", two), name="dubs/a.mka")
    assert [sound.language for sound in facts.sounds] == ["", "kaz"]
    assert all(abs(end - 2) < Fraction(1, 20) for end in facts.ends)
    assert sound_facts_from_json(sound_facts_to_json(facts)) == facts


@pytest.mark.slow
def test_a_lock_speaks_for_a_file_that_is_not_there(tmp_path: Path) -> None:
    path = _coded(tmp_path, ".wav", [])
    facts = sound_file_facts(tmp_path, "dub.wav", tmp_path / "memo")
    write_sound_lock(tmp_path, facts)
    assert sound_file_facts(tmp_path, "dub.wav", tmp_path / "memo") == facts
    path.unlink()
    assert sound_file_facts(tmp_path, "dub.wav", tmp_path / "memo") == facts
    (tmp_path / "facts" / "dub.wav.json").write_text("[]", encoding="utf-8")
    with pytest.raises(MediaError):
        sound_file_facts(tmp_path, "dub.wav", tmp_path / "memo")


@pytest.mark.parametrize("what", ["missing", "noise", "silent film", "list"])
def test_what_cannot_be_heard_is_refused(tmp_path: Path, what: str) -> None:
    path = tmp_path / "a.mp4"
    if what == "noise":
        path.write_bytes(bytes(range(256)) * 40)
    if what == "list":
        path.write_text("#EXTM3U\n#EXTINF:1,\n/etc/passwd\n", encoding="utf-8")
    if what == "silent film":
        run_ffmpeg(["-y", "-f", "lavfi", "-i", "testsrc=s=64x64:d=1", "-c:v", "libx264", str(path)])
    with pytest.raises(MediaError) as caught:
        sound_file_facts(tmp_path, path.name, tmp_path / "memo")
    assert caught.value.remedy
