"""Diagnostic codes of a cut and its platforms, each with its explanation."""

from __future__ import annotations

CODES = {
    "AK309": "A cut is longer or shorter than a platform takes. Where the platform rejects such files it is "
    "an error: change the cut for this platform under `for-platform:`, or take the platform out. Where it "
    "only advises, it is a warning.",
    "AK313": "A cut has more or fewer frames per second than a platform takes, or advises. A cut has the "
    "rate of its masters.",
}
