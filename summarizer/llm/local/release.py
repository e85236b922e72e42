"""The weights we ship: which packages carry them, and what the joined file must be."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from importlib.resources import files
from importlib.util import find_spec
from pathlib import Path


@dataclass(frozen=True)
class Part:
    """One slice of the weights, carried as a file inside an installed package."""

    package: str
    file: str
    size: int
    sha256: str

    def find(self) -> Path | None:
        """Return where the part lies, None where its package is missing; imports nothing."""
        spec = find_spec(self.package)
        if spec is None or not spec.submodule_search_locations:
            return None
        return Path(spec.submodule_search_locations[0]) / self.file

    @property
    def distribution(self) -> str:
        """The name that pip knows the package by."""
        return self.package.replace("_", "-")


@dataclass(frozen=True)
class Release:
    """One model file, cut into parts that join in order; sizes in bytes."""

    name: str
    version: str
    file: str
    size: int
    sha256: str
    parts: tuple[Part, ...]


def bundled_release() -> Release:
    """Read the table of the model that the extra `local` installs."""
    table = tomllib.loads(files(__package__).joinpath("weights.toml").read_text(encoding="utf-8"))
    parts = tuple(Part(**row) for row in table.pop("parts"))
    return Release(parts=parts, **table)
