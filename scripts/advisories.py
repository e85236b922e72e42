"""Hold what uv.lock pins against a copy of PyPA's advisory database, without any service.

    git clone --depth 1 https://github.com/pypa/advisory-database
    scripts/audit --database advisory-database

Needs the extra 'dev'. Exit codes: 0 nothing found, 1 an advisory applies, 3 something is missing.
"""

from __future__ import annotations

import subprocess
import sys
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any, Final

import yaml
from packaging.utils import canonicalize_name
from packaging.version import InvalidVersion, Version

LOCK: Final = Path(__file__).parent.parent / "uv.lock"
FRESH_DAYS: Final = 30
"""Days after which a database is old enough to say so."""
FOUND: Final = 1
MISSING: Final = 3


@dataclass(frozen=True, order=True)
class Advised:
    """A pinned package that an advisory speaks of."""

    package: str
    version: str
    advisory: str
    aliases: tuple[str, ...]
    fixed: tuple[str, ...]
    """Versions that repair it; empty if the database knows none."""

    def __str__(self) -> str:
        """One line for a person."""
        also = f" ({', '.join(self.aliases)})" if self.aliases else ""
        repaired = ", ".join(self.fixed) or "no version"
        return f"{self.package} {self.version}: {self.advisory}{also}, repaired by {repaired}"


def pinned(lock: Path) -> list[tuple[str, str]]:
    """Name and version of every package from an index; the project itself has no place there."""
    packages = tomllib.loads(lock.read_text(encoding="utf-8"))["package"]
    found = {(p["name"], p["version"]) for p in packages if "registry" in p["source"]}
    return sorted(found)


def advised(packages: Iterable[tuple[str, str]], database: Path) -> Iterator[Advised]:
    """What the database says of these packages; advisories that were withdrawn say nothing."""
    for name, version in packages:
        for path in sorted((database / "vulns" / canonicalize_name(name)).glob("*.yaml")):
            advisory = yaml.safe_load(path.read_text(encoding="utf-8"))
            affected = [one for one in advisory["affected"] if _affects(one, name, version)]
            if affected and not advisory.get("withdrawn"):
                yield Advised(
                    name,
                    version,
                    advisory["id"],
                    tuple(advisory.get("aliases", ())),
                    tuple(_repaired(affected)),
                )


def _affects(affected: dict[str, Any], name: str, version: str) -> bool:
    """By a list of versions or by a range of them, as OSV has it: either will do."""
    if canonicalize_name(affected["package"]["name"]) != canonicalize_name(name):
        return False
    listed = {_version(str(one)) for one in affected.get("versions", ())}
    pin = Version(version)
    return pin in listed or any(_in_range(pin, events) for events in _ranges(affected))


def _ranges(affected: dict[str, Any]) -> Iterator[list[dict[str, str]]]:
    """Where versions begin and cease to be affected; ranges of commits are of no use here."""
    for span in affected.get("ranges", ()):
        if span["type"] == "ECOSYSTEM":
            yield span["events"]


def _repaired(affected: list[dict[str, Any]]) -> Iterator[str]:
    for one in affected:
        for events in _ranges(one):
            yield from (str(event["fixed"]) for event in events if "fixed" in event)


def _in_range(version: Version, events: list[dict[str, str]]) -> bool:
    """Whether the last event that a version has reached leaves it affected."""
    reached = False
    for what, at in sorted(_steps(events), key=lambda step: step[1]):
        if version > at or (version == at and what != "last_affected"):
            reached = what == "introduced"
    return reached


def _steps(events: list[dict[str, str]]) -> Iterator[tuple[str, Version]]:
    for event in events:
        for what, said in event.items():
            at = _version(str(said))
            if at is not None and what in {"introduced", "fixed", "last_affected"}:
                yield what, at


def _version(said: str) -> Version | None:
    """None for the old spellings that no pinned version can have."""
    try:
        return Version(said)
    except InvalidVersion:
        return None


def last_change(database: Path) -> date | None:
    """The day of the clone's last commit; None if it is no clone."""
    if not (database / ".git").exists():
        return None
    asked = ["git", "-C", str(database), "log", "-1", "--format=%cs"]
    answer = subprocess.run(asked, capture_output=True, text=True, check=False)  # noqa: S603  # no shell, fixed words
    return date.fromisoformat(answer.stdout.strip()) if answer.returncode == 0 else None


def _of(day: date | None) -> str:
    """Of when the database is; an old one knows nothing of what was found since."""
    if day is None:
        return "of unknown date"
    age = (datetime.now(UTC).date() - day).days
    old = f", {age} days old: what was found since is not in it" if age > FRESH_DAYS else ""
    return f"of {day}{old}"


def main(database: Path, lock: Path = LOCK) -> int:
    """Print what is found and return the exit code."""
    if not (database / "vulns").is_dir():
        print(f"error: {database} has no folder 'vulns'", file=sys.stderr)
        print("hint: name a clone of github.com/pypa/advisory-database", file=sys.stderr)
        return MISSING
    packages = pinned(lock)
    found = sorted(advised(packages, database))
    for one in found:
        print(one)
    known = sum(1 for _ in (database / "vulns").glob("*/*.yaml"))
    against = f"{known} advisories, database {_of(last_change(database))}"
    print(f"{len(packages)} packages, {len(found)} findings ({against})")
    return FOUND if found else 0


if __name__ == "__main__":
    sys.exit(main(*(Path(argument) for argument in sys.argv[1:3])))
