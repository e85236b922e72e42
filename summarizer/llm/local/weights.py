"""The shipped model's file: joined once from the installed parts, trusted from then on."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from summarizer.errors import MissingExtraError, WeightsError
from summarizer.llm.local.joining import cache_trouble, free_bytes_at, join_parts
from summarizer.llm.local.lock import file_lock
from summarizer.llm.local.release import Release, bundled_release


@dataclass(frozen=True)
class Weights:
    """A model file that is ready to load.

    `id` is `sha256:HEX` for the model we ship. For a user's file it is `file:NAME:SIZE:HEX12`, the
    hash taken over its first and last MiB only: it tells files apart and proves nothing.
    """

    path: Path
    id: str
    name: str


def join_weights(
    cache_dir: Path,
    *,
    release: Release | None = None,
    on_progress: Callable[[int, int], None] | None = None,
    free_bytes: Callable[[Path], int] = free_bytes_at,
) -> Weights:
    """Return the shipped model's file, joining its parts into `cache_dir` if that is not done yet.

    `on_progress(done, total)` counts bytes and is called only while there is work, be it that of
    another process. A file joined earlier needs the part packages no more.
    """
    release = release or bundled_release()
    weights = _location(cache_dir, release)
    if _is_trusted(weights.path, release):
        return weights
    folder = weights.path.parent
    partial, lock = _beside(weights.path, ".partial"), _beside(weights.path, ".lock")
    report = on_progress or _stay_silent
    with cache_trouble(folder, release.size):
        cache_dir.mkdir(mode=0o700, parents=True, exist_ok=True)
        folder.mkdir(mode=0o700, exist_ok=True)
        descriptor = os.open(lock, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    with file_lock(descriptor, while_waiting=lambda: report(_size(partial), release.size)):
        if not _is_trusted(weights.path, release) and not _is_intact(weights.path, release):
            join_parts(release, partial, weights.path, report, free_bytes)
            _trust(weights.path, release)
    return weights


def verify_weights(cache_dir: Path, *, release: Release | None = None) -> Weights:
    """Hash the joined file again and return it; WeightsError where it is missing or differs."""
    release = release or bundled_release()
    weights = _location(cache_dir, release)
    again = "the next run joins it from the installed parts"
    if not weights.path.is_file():
        raise WeightsError(f"there is no model file {weights.path}", hint=again)
    if not _is_intact(weights.path, release):
        _marker(weights.path).unlink(missing_ok=True)
        raise WeightsError(f"the model file {weights.path} is damaged", hint=again)
    return weights


def shipped_weights(cache_dir: Path) -> Weights:
    """The shipped model as it will be once it is joined: its file may not be there yet."""
    return _location(cache_dir, bundled_release())


def require_weights(cache_dir: Path) -> None:
    """Find out whether the shipped model is joined, or its parts are there; joins nothing.

    Raises:
        MissingExtraError: neither.
    """
    installed = all(part.find() is not None for part in bundled_release().parts)
    if not installed and not weights_path(cache_dir).is_file():
        raise MissingExtraError("the embedded model", "local")


def weights_path(cache_dir: Path) -> Path:
    """Where the shipped model's file lies once it is joined."""
    return shipped_weights(cache_dir).path


def _location(cache_dir: Path, release: Release) -> Weights:
    path = cache_dir / "models" / release.file
    return Weights(path=path, id=f"sha256:{release.sha256}", name=release.name)


def _is_trusted(path: Path, release: Release) -> bool:
    """Whether the marker of an earlier check still fits the file, so that no start hashes it."""
    try:
        seen = path.stat()
        marker = json.loads(_marker(path).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return False
    expected = {"sha256": release.sha256, "mtime_ns": seen.st_mtime_ns}
    return seen.st_size == release.size and marker == expected


def _is_intact(path: Path, release: Release) -> bool:
    """Hash the file; a good one is marked, so that the next run need not."""
    if _size(path) != release.size:
        return False
    with path.open("rb") as file:
        if hashlib.file_digest(file, "sha256").hexdigest() != release.sha256:
            return False
    _trust(path, release)
    return True


def _trust(path: Path, release: Release) -> None:
    marker = {"sha256": release.sha256, "mtime_ns": path.stat().st_mtime_ns}
    with cache_trouble(path.parent, release.size):
        _marker(path).write_text(json.dumps(marker), encoding="utf-8")


def _marker(path: Path) -> Path:
    return _beside(path, ".checked")


def _beside(path: Path, suffix: str) -> Path:
    return path.with_name(path.name + suffix)


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0


def _stay_silent(_done: int, _total: int) -> None:
    """Stand in for a progress callback that nobody gave."""
