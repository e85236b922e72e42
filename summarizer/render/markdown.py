"""An outline as Markdown that any dialect reads alike, and as raw text a person does too."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from summarizer.render.outline import Entry, Outline, Quote, Section, Sentence, Table
from summarizer.safe import one_line, web_address

# < and > become entities: not every dialect lets a backslash escape them.
_ENTITIES: Final = {"<": "&lt;", ">": "&gt;", "&": "&amp;"}
_ACTIVE: Final = re.compile(
    r"[\\`*_\[\]<>|~]"  # code, emphasis, links, HTML, tables
    r"|&(?=#?\w+;)"  # an entity
    r"|\$(?!\d)"  # mathematics; a price is left as it is
    r"|^[#+=-]"  # a heading, a list, a rule
    r"|(?<=^\d)[.)]|(?<=^\d\d)[.)]|(?<=^\d{4})[.)]"  # a numbered list
)


def as_markdown(outline: Outline) -> str:
    """The outline as Markdown, ending in a line feed."""
    blocks = [f"# {_sentence(outline.title)}", _source(outline.source)]
    if outline.lead:
        blocks.append("\n".join(_sentence(sentence) for sentence in outline.lead))
    blocks += [_section(section) for section in outline.sections]
    blocks.append("---\n\n" + "\\\n".join(f"*{escape(line)}*" for line in outline.footer))
    return "\n\n".join(block for block in blocks if block) + "\n"


def escape(text: str) -> str:
    """The text on one line, every character of it literal in Markdown."""
    return _ACTIVE.sub(_literal, one_line(text))


def _literal(match: re.Match[str]) -> str:
    char = match.group()
    return _ENTITIES.get(char, f"\\{char}")


def _source(parts: Iterable[str]) -> str:
    shown = [f"<{part}>" if web_address(part) else escape(part) for part in parts]
    return " · ".join(shown)


def _section(section: Section) -> str:
    if section.table is not None:
        return f"## {section.title}\n\n{_table(section.table)}"
    entry = _stack if section.layout == "stacked" else _row
    return f"## {section.title}\n\n" + "\n".join(map(entry, section.entries))


def _table(table: Table) -> str:
    rows = [table.header, ("---",) * len(table.header)]
    lines = ["| " + " | ".join(row) + " |" for row in rows]
    return "\n".join([*lines, *(f"| {' | '.join(map(escape, row))} |" for row in table.rows)])


def _row(entry: Entry) -> str:
    lead = f"**{escape(entry.lead)}** — " if entry.lead else ""
    tag = f"*{escape(entry.tag)}*: " if entry.tag else ""
    return f"- {lead}{tag}{escape(entry.text)}{_rest(entry)}"


def _stack(entry: Entry) -> str:
    text = f": {escape(entry.text)}" if entry.text else ""
    claim = f" — {escape(entry.claim)}" if entry.claim else ""
    return f"- **{escape(entry.lead)}{text}**{claim}{_rest(entry)}"


def _rest(entry: Entry) -> str:
    notes = "".join(f" · {escape(note)}" for note in entry.notes)
    quotes = "\\\n".join(
        map(_quote, entry.quotes)
    )  # a backslash ends the line of each but the last
    return notes + _cites(entry.cites) + (f"\n{quotes}" if quotes else "")


def _quote(quote: Quote) -> str:
    label = f"{escape(quote.label)} " if quote.label else ""
    mark = f"[[{quote.mark}]](<{quote.link}>)" if quote.link else f"[{quote.mark}]"
    return f"  > {label}{mark} {escape(quote.text)}".rstrip()


def _sentence(sentence: Sentence) -> str:
    return escape(sentence.text) + _cites(sentence.cites)


def _cites(marks: Iterable[str]) -> str:
    return "".join(f" [{mark}]" for mark in marks)
