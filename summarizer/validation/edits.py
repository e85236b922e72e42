"""Edits applied to a JSON value."""

from __future__ import annotations

import copy
from collections.abc import Iterable
from typing import Any

from summarizer.validation.problem import Edit, lookup, steps


def apply_edits(value: Any, edits: Iterable[Edit]) -> Any:
    """Apply edits to a copy. Entries that become several come last, from the end of their list."""
    value = copy.deepcopy(value)
    ordered = list(edits)
    for edit in ordered:
        if len(edit.values) == 1:
            value = put(value, edit)
    for edit in sorted(ordered, key=_place, reverse=True):
        if len(edit.values) > 1:
            holder, _, index = edit.path.rpartition("/")
            lookup(value, holder)[int(index) : int(index) + 1] = edit.values
    return value


def put(value: Any, edit: Edit) -> Any:
    """Apply an edit of one value in place; give the whole, which is new if the edit replaces it."""
    if edit.path == "":
        return edit.values[0]
    holder, _, _ = edit.path.rpartition("/")
    inside, last = lookup(value, holder), steps(edit.path)[-1]
    inside[int(last) if isinstance(inside, list) else last] = edit.values[0]
    return value


def _place(edit: Edit) -> tuple[str, int]:
    holder, _, last = edit.path.rpartition("/")
    return holder, int(last) if last.isdigit() else 0
