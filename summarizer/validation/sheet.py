"""Human review in a spreadsheet: the items of summaries as rows, and the decisions back into them.

A cell that a spreadsheet would take for a formula gets an apostrophe in front, which is taken off
again. Each row carries a check of its item, so that no decision lands on another item.
"""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from io import StringIO
from typing import Any, Final

from summarizer.errors import InputError
from summarizer.safe import from_cell, inert_cell
from summarizer.validation.document import LISTS
from summarizer.validation.finding import plain, safe
from summarizer.validation.problem import lookup, pointer

COLUMNS: Final = ("file", "line", "item", "kind", "says", "quote", "approve", "note", "check")
_DECISIONS: Final = {
    **dict.fromkeys(("yes", "y", "ok", "accept", "accepted", "true", "1", "x"), "accepted"),
    **dict.fromkeys(("no", "n", "reject", "rejected", "false", "0"), "rejected"),
    **dict.fromkeys(("edit", "edited"), "edited"),
}
_WORDED: Final = {
    "headline": "text",
    "gist": "text",
    "stances": "claim",
    "events": "description",
}
"""The field of each kind of item that a person may word anew."""

Row = dict[str, str]
Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Decision:
    """What a person decided about the item at a JSON Pointer of one document."""

    file: str
    line: int | None
    path: str
    state: str
    note: str | None
    says: str
    check: str
    row: int
    """Row of the sheet, for messages."""


@dataclass(slots=True)
class Applied:
    """How many decisions were taken over, and what was not, in words."""

    count: int = 0
    refused: list[str] = field(default_factory=list)


def rows_of(summary: Json, file: str, line: int | None) -> Iterator[Row]:
    """Give a row for each item of a summary's JSON value."""
    for path, item in _items(summary):
        review = item.get("review") or {}
        state = str(review.get("state", ""))
        yield {
            "file": file,
            "line": "" if line is None else str(line),
            "item": path,
            "kind": path.split("/")[1].removesuffix("s"),
            "says": _says(path, item),
            "quote": safe(" … ".join(piece["quote"] for piece in item["evidence"])),
            "approve": {"accepted": "yes", "rejected": "no"}.get(state, state),
            "note": safe(review.get("note") or ""),
            "check": _check_of(item),
        }


def write_sheet(rows: Iterable[Row]) -> str:
    """Write rows as CSV that a spreadsheet opens without obeying it."""
    out = StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for row in rows:
        writer.writerow(inert_cell(row[column]) for column in COLUMNS)
    return out.getvalue()


def read_sheet(text: str, name: str) -> list[Decision]:
    """Read the decisions of a sheet, saved with commas or semicolons; rows without one are left."""
    head = text.partition("\n")[0]
    reader = csv.DictReader(
        StringIO(text, newline=""), delimiter=";" if head.count(";") > head.count(",") else ","
    )
    missing = set(COLUMNS) - set(reader.fieldnames or ())
    if missing:
        raise InputError(
            f"{name}: no column {', '.join(sorted(missing))}",
            hint="take a sheet that `summarizer review export` wrote",
        )
    return [
        _decision(row, number, name)
        for number, row in enumerate(reader, 2)
        if (row["approve"] or "").strip()
    ]


def apply(summary: Json, decisions: Iterable[Decision], *, by: str, at: str) -> Applied:
    """Put decisions into a summary's JSON value, in place."""
    applied = Applied()
    for decision in decisions:
        try:
            item = lookup(summary, decision.path)
        except LookupError:
            item = None
        if not isinstance(item, dict) or _check_of(item) != decision.check:
            applied.refused.append(f"row {decision.row}: {plain(decision.path)} has changed since")
            continue
        state = _reword(item, decision)
        if state is None:
            applied.refused.append(f"row {decision.row}: this kind of item cannot be worded anew")
            continue
        item["review"] = {"state": state, "by": by, "at": at, "note": decision.note}
        applied.count += 1
    return applied


def _items(summary: Json) -> Iterator[tuple[str, Json]]:
    if summary.get("headline") is not None:
        yield "/headline", summary["headline"]
    for name in LISTS:
        for index, item in enumerate(summary.get(name, ())):
            yield pointer(name, index), item


def _says(path: str, item: Json) -> str:
    kind = path.split("/")[1]
    if kind in _WORDED:
        return safe(item[_WORDED[kind]])
    if kind == "actors":
        return safe(", ".join(filter(None, (item["name"], item.get("role")))))
    return safe(f"{item['speaker']} {item['cue']}")


def _reword(item: Json, decision: Decision) -> str | None:
    """Take over a new wording; give the state, or None where only the item's fields can change."""
    kind = decision.path.split("/")[1]
    if decision.says == _says(decision.path, item):
        return decision.state
    if kind not in _WORDED:
        return None
    item[_WORDED[kind]] = decision.says
    return "edited" if decision.state == "accepted" else decision.state


def _check_of(item: Json) -> str:
    """Hash what an item says, without what was decided about it."""
    bare = {key: value for key, value in item.items() if key != "review"}
    written = json.dumps(bare, sort_keys=True, ensure_ascii=True)
    return sha256(written.encode()).hexdigest()[:12]


def _decision(row: Mapping[str, str | None], number: int, name: str) -> Decision:
    cells = {key: from_cell(row[key] or "") for key in COLUMNS}
    said = cells["approve"].strip().casefold()
    line = cells["line"].strip()
    if said not in _DECISIONS or not (line == "" or (line.isascii() and line.isdigit())):
        raise InputError(
            f"{name}: row {number}: {plain(cells['approve'])!r} is no decision",
            hint="write yes, no or edited into the column approve, or leave it empty",
        )
    return Decision(
        file=cells["file"],
        line=int(line) if line else None,
        path=cells["item"],
        state=_DECISIONS[said],
        note=cells["note"].strip() or None,
        says=cells["says"],
        check=cells["check"],
        row=number,
    )
