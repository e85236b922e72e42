"""Event legality by PLOVER: modes, quad class, recipients."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from summarizer.ontology import EVENT_CLASSES, mode_is_legal, quad_of
from summarizer.validation.document import SummaryDocument
from summarizer.validation.problem import Edit, Problem, pointer

if TYPE_CHECKING:
    from summarizer.schema.summary import Event


def check_events(document: SummaryDocument) -> Iterator[Problem]:
    """Check each event against the table of its type."""
    for index, event in enumerate(document.summary.events):
        yield from _check_event(pointer("events", index), event)


def _check_event(path: str, event: Event) -> Iterator[Problem]:
    if not mode_is_legal(event.type, event.mode):
        allowed = ", ".join(EVENT_CLASSES[event.type].modes) or "none"
        message = f'{event.type} has no mode "{event.mode}"; its modes: {allowed}'
        yield Problem("illegal_mode", f"{path}/mode", message)
    quad = quad_of(event.type)
    if event.quad != quad:
        message = f"{event.type} has the quad class {_named(quad)}, not {_named(event.quad)}"
        fix = Edit(f"{path}/quad", (quad,))
        yield Problem("quad_mismatch", f"{path}/quad", message, edits=(fix,))
    if EVENT_CLASSES[event.type].recipient_needed and not event.recipients:
        message = f"{event.type} needs a recipient"
        yield Problem("recipient_missing", f"{path}/recipients", message)


def _named(quad: str | None) -> str:
    return f'"{quad}"' if quad else "null"
