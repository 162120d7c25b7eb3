"""Output folders and packages that cannot be written: a clear message, and all that was there before."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import pytest

from support.disturbed import Whole, assert_goes_on
from support.rendering import command, render


def _can_mount() -> bool:
    tried = subprocess.run(
        ["unshare", "-rm", "mount", "-t", "tmpfs", "none", "/mnt"], capture_output=True, check=False
    )
    return tried.returncode == 0


pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(shutil.which("unshare") is None or not _can_mount(), reason="nothing can be mounted"),
]


def inside(script: str) -> tuple[list[str], str]:
    """Run a script that may mount; gives the lines that it printed, and what its commands said."""
    done = subprocess.run(["unshare", "-rm", "sh", "-c", script], capture_output=True, text=True, check=False)
    return done.stdout.split(), done.stderr


def words(*arguments: object) -> str:
    return " ".join("'" + str(word).replace("'", "'\\''") + "'" for word in command(*map(str, arguments)))


def content(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.fixture
def rendered(root: Path, whole: Whole) -> Path:
    """A workspace that is rendered."""
    for name in (".assetkit", "out"):
        shutil.copytree(whole.root / name, root / name)
    return root


def test_an_output_folder_that_is_read_only_keeps_what_it_has(rendered: Path, whole: Whole) -> None:
    before = content(rendered / "out")
    recipe = rendered / "recipes" / "numbers.yaml"
    text = recipe.read_text(encoding="utf-8")
    recipe.write_text(text.replace("for: 80f", "for: 82f"), encoding="utf-8")
    out = rendered / "out"
    codes, said = inside(f"""
        mount --bind {out} {out} && mount -o remount,ro,bind {out}
        {words("render", "--root", rendered)} >/dev/null; echo $?
        {words("verify", out)} >/dev/null; echo $?
    """)
    assert codes == ["1", "0"], said
    assert "Read-only file system" in said and "rights of the output folder" in said
    assert "Traceback" not in said and content(out) == before
    recipe.write_text(text, encoding="utf-8")
    assert_goes_on(rendered, whole)


@pytest.mark.soak
def test_a_manifest_that_cannot_be_written_is_said(rendered: Path) -> None:
    (rendered / "out" / "manifest.json").unlink()
    out = rendered / "out"
    codes, said = inside(f"""
        mount --bind {out} {out} && mount -o remount,ro,bind {out}
        {words("render", "--root", rendered)} >/dev/null; echo $?
    """)
    assert codes == ["1"] and "manifest.json cannot be written: Read-only file system" in said
    assert render(rendered).code == 0 and (out / "manifest.json").exists()


def test_a_package_on_a_full_disk_leaves_the_earlier_one(rendered: Path, tmp_path: Path) -> None:
    disk, earlier, after = tmp_path / "disk", tmp_path / "earlier", tmp_path / "after"
    disk.mkdir()
    size = sum(len(data) for data in content(rendered / "out").values())
    pack = words("package", disk / "package", "--root", rendered)
    codes, said = inside(f"""
        mount -t tmpfs -o size={size * 3 // 2 // 1024 + 80}k none {disk}
        {pack} >/dev/null 2>&1; echo $?
        cp -r {disk}/. {earlier}
        {pack} >/dev/null; echo $?
        cp -r {disk}/. {after}
        mount -o remount,size={size * 3 // 1024 + 200}k {disk}
        {pack} >/dev/null 2>&1; echo $?
    """)
    assert codes == ["0", "1", "0"], said
    assert "No space left on device" in said and "Traceback" not in said
    assert content(earlier) == content(after) and json.loads((after / "package/manifest.json").read_bytes())


def test_an_output_folder_that_is_a_file_is_said(root: Path, whole: Whole) -> None:
    shutil.copytree(whole.root / ".assetkit", root / ".assetkit")
    (root / "out").write_text("a file")
    done = render(root, "-l", "ru", "-p", "small-square")
    assert done.code == 1 and "cannot be delivered" in done.err and "Traceback" not in done.err
    assert (root / "out").read_text() == "a file"
