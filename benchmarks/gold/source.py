"""Gold sources: labelled articles as a person writes them, one TOML file each.

    id, topic, hard, lang, date, title?, text, summary
    actors      name, aliases?, kind, optional?
    statements  speaker, text
    stances     holder, target, also?, position favor|against|neutral, evidence
    events      type, alt?, status, date?, by?, to?, trigger, evidence, more?, optional?

`date` of an event is a day, month or year, or two of them with a slash between. `more` holds
further mentions as [trigger, evidence] pairs. `docs/annotation.md` says what to label.
"""

from __future__ import annotations

import calendar
import tomllib
from pathlib import Path
from typing import Any

LICENSE = "Apache-2.0"
_POLARITY = {"favor": "supports", "against": "opposes", "neutral": "neutral"}
_SHARED_STATUS = {"ongoing": "occurred", "planned": "threatened", "proposed": "threatened"}
_FULL = dict.fromkeys(("actors", "quotes", "stances", "events"), "full")


def read_source(path: Path) -> dict[str, Any]:
    """One source file as written, its text without the outer line breaks."""
    source = tomllib.loads(path.read_text(encoding="utf-8"))
    source["text"] = source["text"].strip("\n")
    return source


def to_gold(source: dict[str, Any]) -> dict[str, Any]:
    """The source as a line of the shared gold format."""
    known = {actor["name"]: actor for actor in source["actors"]}
    gold = {
        "actors": [_actor(actor) for actor in source["actors"]],
        "quotes": [_quote(statement, known, source) for statement in source["statements"]],
        "stances": [_stance(stance, known) for stance in source["stances"]],
        "events": [_event(event, known) for event in source["events"]],
        "summary": source["summary"],
    }
    head = {"id": source["id"], "text": source["text"]}
    head |= {"title": source["title"]} if "title" in source else {}
    head |= {"date": source["date"].isoformat()} if "date" in source else {}
    about = {key: source[key] for key in ("lang", "topic", "hard")}
    return head | about | {"gold": gold, "scope": _FULL, "license": LICENSE}


def date_span(written: str) -> dict[str, str]:
    """First and last day of "2031-03-04", "2031-03", "2031" or two of them with a slash between."""
    first, _, last = written.partition("/")
    return {"start": _edge(first, last=False), "end": _edge(last or first, last=True)}


def _edge(written: str, *, last: bool) -> str:
    year, month, day = [*map(int, written.split("-")), 0, 0][:3]
    month = month or (12 if last else 1)
    day = day or (calendar.monthrange(year, month)[1] if last else 1)
    return f"{year:04d}-{month:02d}-{day:02d}"


def _actor(actor: dict[str, Any]) -> dict[str, Any]:
    return {
        "name": actor["name"],
        "aliases": actor.get("aliases", []),
        "kind": actor["kind"],
        "required": not actor.get("optional", False),
    }


def _forms(name: str, known: dict[str, Any]) -> list[str]:
    return list(known[name].get("aliases", [])) if name in known else []


def _is_named(name: str, known: dict[str, Any], lang: str) -> bool:
    """Whether a speaker has a proper name; scripts without capitals go by the optional mark."""
    if lang in ("ar", "zh"):
        return not known[name].get("optional", False)
    return known[name]["kind"] != "group" and name[:1].isupper()


def _quote(
    statement: dict[str, Any], known: dict[str, Any], source: dict[str, Any]
) -> dict[str, Any]:
    name = statement["speaker"]
    return {
        "holder": name,
        "holder_aliases": _forms(name, known),
        "named": _is_named(name, known, source["lang"]),
        "text": statement["text"],
    }


def _stance(stance: dict[str, Any], known: dict[str, Any]) -> dict[str, Any]:
    target = stance["target"]
    return {
        "holder": stance["holder"],
        "holder_aliases": _forms(stance["holder"], known),
        "target": target,
        "target_aliases": list(dict.fromkeys(stance.get("also", []) + _forms(target, known))),
        "polarity": _POLARITY[stance["position"]],
        "evidence": stance["evidence"],
    }


def _event(event: dict[str, Any], known: dict[str, Any]) -> dict[str, Any]:
    roles = [("actor", name) for name in event.get("by", [])]
    roles += [("recipient", name) for name in event.get("to", [])]
    told = [[event["trigger"], event["evidence"]], *event.get("more", [])]
    status = event["status"]
    built = {
        "type": event["type"],
        "type_alternatives": event.get("alt", []),
        "status": _SHARED_STATUS.get(status, status),
        "status_exact": status,
        "participants": [
            {"name": name, "aliases": _forms(name, known), "role": role} for role, name in roles
        ],
        "trigger": event["trigger"],
        "evidence": event["evidence"],
        "mentions": [{"trigger": trigger, "evidence": evidence} for trigger, evidence in told],
        "optional": event.get("optional", False),
    }
    return built | ({"date": date_span(event["date"])} if "date" in event else {})
