"""Saving what was whole in an answer that the token limit cut off."""

from __future__ import annotations

import re
from typing import Any, Final, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import from_json

T = TypeVar("T", bound=BaseModel)

_NUMBER_AT_END: Final = re.compile(r"-?\d[\d.eE+-]*$")
"""A number that may have had more digits to come: 1 of 12 is another sentence."""


def salvage(text: str, form: type[T]) -> T | None:
    """The form from an unfinished JSON text, without the item that was being written.

    Lists that were not reached are empty. Returns None if nothing of it is a form.
    """
    try:
        begun = from_json(_NUMBER_AT_END.sub("", text), allow_partial=True)
    except ValueError:
        return None
    if not isinstance(begun, dict) or not begun:
        return None
    missing: dict[str, Any] = {name: [] for name in form.model_fields if name not in begun}
    last = next(reversed(begun))
    for candidate in (begun, {**begun, last: _without_last(begun[last])}):
        try:
            return form.model_validate({**candidate, **missing})
        except ValidationError:
            continue
    return None


def _without_last(value: Any) -> Any:
    return value[:-1] if isinstance(value, list) else value
