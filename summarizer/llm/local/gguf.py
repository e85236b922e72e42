"""A model file that the user brings."""

from __future__ import annotations

import hashlib
from pathlib import Path

from summarizer.errors import WeightsError
from summarizer.llm.local.weights import Weights

EDGE = 1 << 20
SMALLEST_MODEL = 1 << 20
HINT = "--model-path takes a model file in GGUF format"


def check_gguf(path: Path) -> Weights:
    """Look at the file's name, size and first bytes; WeightsError where it cannot be a model.

    The engine itself says nothing useful about a bad file.
    """
    if path.is_dir():
        raise WeightsError(f"{path} is a folder, not a model file", hint=HINT)
    try:
        size = path.stat().st_size
        edges = _edges(path, size)
    except FileNotFoundError as error:
        raise WeightsError(f"there is no model file {path}", hint=HINT) from error
    except OSError as error:
        reason = f"the model file {path} cannot be read: {error.strerror}"
        raise WeightsError(reason, hint=HINT) from error
    if not edges.startswith(b"GGUF"):
        raise WeightsError(f"{path} is not a GGUF file", hint=HINT)
    if size < SMALLEST_MODEL:
        raise WeightsError(f"{path} has only {size} bytes: it was cut off", hint=HINT)
    digest = hashlib.sha256(edges).hexdigest()[:12]
    return Weights(path=path.absolute(), id=f"file:{path.name}:{size}:{digest}", name=path.stem)


def _edges(path: Path, size: int) -> bytes:
    """Return the first and the last MiB, which overlap in a small file."""
    with path.open("rb") as file:
        head = file.read(EDGE)
        file.seek(max(0, size - EDGE))
        return head + file.read(EDGE)
