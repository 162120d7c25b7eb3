"""Compare what two ways have made: frames, PSNR, VMAF."""

from __future__ import annotations

import json
import re
import tempfile
from pathlib import Path

import av

from bench.parts import TO_TAGS
from bench.tool import prepare

# Raw pictures carry no tags: without these, one side would be converted to the other's supposed colours, and
# the comparison would be of that conversion.
_ALIKE = f"settb=1/24,setpts=N,{TO_TAGS}"


def count_packets(path: Path) -> int:
    """Count the pictures of a file, without decoding."""
    with av.open(str(path)) as container:
        return sum(1 for packet in container.demux(video=0) if packet.size)


def average_psnr(first: Path, second: Path, *, skip: int = 0, frames: int | None = None) -> float:
    """Give the average PSNR in dB over Y'CbCr: of `frames` frames, after the first `skip` of `first`."""
    ends = [f"[0:v]trim=start_frame={skip}", "[1:v]trim=start_frame=0"]
    if frames is not None:
        ends = [f"{ends[0]}:end_frame={skip + frames}", f"{ends[1]}:end_frame={frames}"]
    both = f"{ends[0]},{_ALIKE}[a];{ends[1]},{_ALIKE}[b];[a][b]psnr=shortest=1"
    said = prepare("-i", str(first), "-i", str(second), "-filter_complex", both, "-f", "null", "-")
    match = re.search(r"PSNR.*average:(inf|[\d.]+)", said)
    if not match:
        raise RuntimeError("The pictures could not be compared.")
    return float(match.group(1))


def mean_vmaf(file: Path, reference: list[str]) -> float:
    """Give the mean VMAF of a file against a reference, given as the arguments of an input."""
    with tempfile.TemporaryDirectory() as folder:
        log = Path(folder) / "vmaf.json"
        both = f"[0:v]{_ALIKE}[a];[1:v]{_ALIKE}[b];[a][b]libvmaf=n_threads=2:log_fmt=json:log_path={log}"
        prepare("-i", str(file), *reference, "-filter_complex", both, "-f", "null", "-")
        return float(json.loads(log.read_text())["pooled_metrics"]["vmaf"]["mean"])
