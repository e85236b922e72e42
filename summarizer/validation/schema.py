"""Second level: the document has the published shape. pydantic-core's errors in plain words."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Final

from summarizer.validation.problem import Problem, pointer
from summarizer.validation.shapes import A_NUMBER, field_names, validator

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

_WANTED: Final = {
    "string_type": "text",
    "int_type": "a whole number",
    "float_type": "a number",
    "bool_type": "true or false",
    "list_type": "a list",
    "tuple_type": "a list",
    "dict_type": "an object",
    "model_type": "an object",
    "date_type": "a date, ISO 8601",
    "datetime_type": "a date and time, ISO 8601",
}
_RULES: Final[dict[str, str]] = {
    "literal_error": "must be {expected}",
    "greater_than_equal": "must be at least {ge:g}",
    "greater_than": "must be more than {gt:g}",
    "less_than_equal": "must be at most {le:g}",
    "string_too_short": "must not be empty",
    "string_too_long": "must have at most {max_length} characters",
    "too_short": "must have at least {min_length}",
    "too_long": "must have at most {max_length} entries, not {actual_length}",
    "date_parsing": "is no date: {error}",
    "datetime_parsing": "is no date and time: {error}",
}
_FORMS: Final = {
    r"^[0-9a-f]{64}$": "64 hexadecimal digits in lower case",
    r"^\d+\.\d+$": 'a version such as "0.1"',
    r"^[a-z][a-z0-9_]*$": 'a code such as "unknown_actor"',
    r"^(a[1-9]\d*|author)$": 'an actor such as "a1", or "author"',
    r"^n[1-9]\d*$": 'a source such as "n1"',
    r"^n[1-9]\d*:(headline|g[1-3]|[aqse][1-9]\d*)$": 'a citation such as "n1:e3"',
    **{rf"^{letter}[1-9]\d*$": f'an id such as "{letter}1"' for letter in "aqse"},
}
_LONGEST: Final = 60


def check_schema(kind: str, text: str) -> Any:
    """Check a document's text against its kind's schema; give the record or a list of problems."""
    from pydantic_core import ValidationError

    try:
        return validator(kind).validate_json(text, strict=True)
    except ValidationError as error:
        return [_problem(kind, one) for one in error.errors(include_url=False)]
    except UnicodeEncodeError:
        return [_SURROGATE]


def form_of(pattern: str) -> str:
    """Say in words what a pattern of the schema wants."""
    return _FORMS.get(pattern, f"text of the form {pattern}")


_SURROGATE: Final = Problem("malformed_json", "", "half of a surrogate pair stands alone in a text")


def _problem(kind: str, error: ErrorDetails) -> Problem:
    where = error["loc"]
    describe = _SPECIAL.get(error["type"])
    if describe is not None:
        return describe(kind, error)
    if error["type"] in _WANTED:
        message = f"must be {_WANTED[error['type']]}, not {_name(error['input'])}"
        return Problem("wrong_type", pointer(*where), message)
    rule = _RULES.get(error["type"])
    message = rule.format(**error.get("ctx", {})) if rule else error["msg"]
    return Problem("wrong_value", pointer(*where), f"{_shown(error['input'])} {message}".strip())


def _missing(_kind: str, error: ErrorDetails) -> Problem:
    *parents, last = error["loc"]
    if isinstance(last, int):
        return Problem("wrong_value", pointer(*parents), "must have two entries, [start, end]")
    return Problem("missing_field", pointer(*error["loc"]), f"the field {last!r} is missing")


def _unknown(kind: str, error: ErrorDetails) -> Problem:
    from difflib import get_close_matches

    *parents, last = error["loc"]
    near = get_close_matches(str(last), field_names(kind, parents), n=1)
    guess = f'; did you mean "{near[0]}"?' if near else ""
    return Problem("unknown_field", pointer(*error["loc"]), f"no field is called {last!r}{guess}")


def _form(_kind: str, error: ErrorDetails) -> Problem:
    wanted = form_of(error["ctx"]["pattern"])
    message = f"{_shown(error['input'])} must be {wanted}"
    return Problem("wrong_value", pointer(*error["loc"]), message)


def _choice(_kind: str, error: ErrorDetails) -> Problem:
    where, given = pointer(*error["loc"]), error["input"]
    if error["msg"] != A_NUMBER:
        return Problem("wrong_value", where, f"{_shown(given)} must be {error['msg']}")
    if isinstance(given, float):
        return Problem("wrong_value", where, "the number is beyond all bounds")
    return Problem("wrong_type", where, f"must be {A_NUMBER}, not {_name(given)}")


def _syntax(_kind: str, error: ErrorDetails) -> Problem:
    reason = error["ctx"]["error"]
    if reason.startswith("recursion"):
        return Problem("too_deep", "", "nested too deep to be read")
    return _SURROGATE  # all else has been refused before


_SPECIAL: Final[dict[str, Callable[[str, ErrorDetails], Problem]]] = {
    "missing": _missing,
    "extra_forbidden": _unknown,
    "string_pattern_mismatch": _form,
    "wrong_choice": _choice,
    "json_invalid": _syntax,
}


def _name(value: object) -> str:
    match value:
        case None:
            return "null"
        case bool():
            return "true or false"
        case int() | float():
            return f"the number {value}"[:_LONGEST]
        case str():
            return "text"
        case list() | tuple():
            return "a list"
        case _:
            return "an object"


def _shown(value: object) -> str:
    if isinstance(value, list | tuple | dict):
        return ""
    shown = f'"{value}"' if isinstance(value, str) else str(value)
    return shown if len(shown) <= _LONGEST else f"{shown[:_LONGEST]}…"
