"""An outline on a terminal, and the same without styles as plain text."""

from __future__ import annotations

import io
from collections.abc import Iterable
from typing import TYPE_CHECKING, Final

from summarizer.render import outline
from summarizer.render.outline import Entry, Outline, Quote, Section, Sentence, Tone
from summarizer.safe import one_line

if TYPE_CHECKING:
    from rich.console import Console, RenderableType
    from rich.text import Text

WIDTH: Final = 80
"""Columns of plain text."""

_READING_WIDTH: Final = 100
_LEAD_WIDTH: Final = 26
_TONES: Final[dict[Tone, str]] = {
    "good": "green",
    "bad": "red",
    "mixed": "yellow",
    "plain": "",
    "future": "cyan",
    "gone": "dim",
}


def plain_text(shown: Outline) -> str:
    """The outline as text of 80 columns, without styles or trailing spaces."""
    from rich.console import Console

    console = Console(
        file=io.StringIO(),
        width=WIDTH,
        color_system=None,
        legacy_windows=False,
        force_terminal=False,
        _environ={},
    )
    with console.capture() as captured:
        print_outline(shown, console)
    return "\n".join(line.rstrip(" ") for line in captured.get().split("\n"))


def print_outline(shown: Outline, console: Console) -> None:
    """Print the outline; lines are kept to a width that can be read."""
    width = min(console.width, _READING_WIDTH)
    for block in _blocks(shown):
        console.print(block, width=width, markup=False, emoji=False, highlight=False)


def _blocks(shown: Outline) -> Iterable[RenderableType]:
    from rich.padding import Padding
    from rich.text import Text

    yield _sentence(shown.title, "bold")
    yield _text(" · ".join(shown.source), "dim")
    if shown.lead:
        yield Text()
    for sentence in shown.lead:
        yield Padding(_sentence(sentence), (0, 0, 0, 2))
    for section in shown.sections:
        yield Text()
        yield _text(section.title.upper(), "bold")
        yield Padding(_entries(section), (0, 0, 0, 2))
    yield Text()
    for line in shown.footer:
        yield _text(line, "dim")


def _entries(section: Section) -> RenderableType:
    from rich.console import Group
    from rich.table import Table

    if section.table is not None:
        return _table(section.table)
    if section.layout == "stacked":
        return Group(*(_stacked(entry) for entry in section.entries))
    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column(max_width=_LEAD_WIDTH)
    table.add_column(ratio=1)
    for entry in section.entries:
        table.add_row(_text(entry.lead, _style(entry, "bold")), Group(*_body(entry)))
    return table


def _table(held: outline.Table) -> RenderableType:
    from rich import box
    from rich.table import Table

    table = Table(box=box.SIMPLE_HEAD, padding=(0, 1, 0, 0), show_edge=False)
    for title in held.header:
        table.add_column(title, overflow="fold")
    for at, row in enumerate(held.rows):
        tone = _TONES[held.tones[at]] if held.tones else ""
        table.add_row(*(_text(c, tone if n == held.toned else "") for n, c in enumerate(row)))
    return table


def _stacked(entry: Entry) -> RenderableType:
    from rich.console import Group
    from rich.padding import Padding
    from rich.text import Text

    first = Text.assemble((one_line(entry.lead), "bold"))
    if entry.text:
        first.append(": ", style="bold")
        first.append(one_line(entry.text), style=f"bold {_TONES[entry.tone]}")
    _add_remarks(first, entry)
    rest = [_text(entry.claim)] if entry.claim else []
    return Group(first, Padding(Group(*rest, *map(_quote, entry.quotes)), (0, 0, 0, 2)))


def _body(entry: Entry) -> Iterable[RenderableType]:
    from rich.text import Text

    first = Text()
    if entry.tag:
        first.append(f"{one_line(entry.tag).upper()} ", style=_style(entry, "bold"))
    first.append(one_line(entry.text), style=_style(entry))
    if not entry.quotes:
        _add_remarks(first, entry)
    yield first
    if entry.quotes and entry.notes:
        yield _text(" · ".join(entry.notes), "dim")
    yield from map(_quote, entry.quotes)


def _add_remarks(line: Text, entry: Entry) -> None:
    for note in entry.notes:
        line.append(f" · {one_line(note)}", style="dim")
    for mark in entry.cites:
        line.append(" ").append(*_mark(mark))


def _quote(quote: Quote) -> RenderableType:
    from rich.table import Table
    from rich.text import Text

    mark = Text.assemble((one_line(quote.label), ""), " " if quote.label else "", _mark(quote.mark))
    grid = Table.grid(padding=(0, 1, 0, 0))
    grid.add_column(no_wrap=True)
    grid.add_column(ratio=1)
    grid.add_row(mark, _text(quote.text, "italic dim"))
    return grid


def _mark(mark: str) -> tuple[str, str]:
    return (f"[{mark}]", "not bold cyan")


def _sentence(sentence: Sentence, style: str = "") -> Text:
    text = _text(sentence.text, style)
    for mark in sentence.cites:
        text.append(" ").append(*_mark(mark))
    return text


def _style(entry: Entry, more: str = "") -> str:
    return f"{more} {_TONES[entry.tone]}".strip()


def _text(words: str, style: str = "") -> Text:
    from rich.text import Text

    return Text(one_line(words), style=style)
