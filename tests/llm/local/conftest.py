"""Small releases of made-up weights, cut into packages on a temporary path."""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from summarizer.llm.local.release import Part, Release

CONTENT = b"GGUF" + bytes(range(256)) * 40


@pytest.fixture
def part_folder(tmp_path: Path) -> Iterator[Path]:
    """A folder on the import path, for packages that nothing else knows."""
    folder = tmp_path / "site"
    folder.mkdir()
    sys.path.insert(0, str(folder))
    yield folder
    sys.path.remove(str(folder))


@pytest.fixture
def release(part_folder: Path) -> Release:
    """Three installed parts, the last one shorter."""
    return make_release(part_folder, CONTENT, part_size=4096)


def make_release(folder: Path, content: bytes, part_size: int) -> Release:
    """Install `content` as packages in `folder`; importing one of them fails."""
    parts = []
    for number, start in enumerate(range(0, len(content), part_size), start=1):
        block = content[start : start + part_size]
        package = folder / f"made_up_weights_part{number}"
        (package / "data").mkdir(parents=True)
        (package / "__init__.py").write_text("raise AssertionError('parts are not imported')\n")
        (package / "data" / f"part{number:02d}.bin").write_bytes(block)
        parts.append(
            Part(
                package=package.name,
                file=f"data/part{number:02d}.bin",
                size=len(block),
                sha256=hashlib.sha256(block).hexdigest(),
            )
        )
    return Release(
        name="made-up",
        version="1.0",
        file="made-up.gguf",
        size=len(content),
        sha256=hashlib.sha256(content).hexdigest(),
        parts=tuple(parts),
    )
