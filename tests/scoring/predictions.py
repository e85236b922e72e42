"""Predictions made from gold: perfect ones, and ones spoilt in a way that a seed fixes.

`python -m tests.scoring.predictions FOLDER` writes the gold and the spoilt predictions that
`shared_scores.json` was computed from with the shared scorer (see test_agreement.py).
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from random import Random
from typing import Any

HERE = Path(__file__).parent
SEEDS = range(6)
_STATUSES = ("occurred", "planned", "cancelled", "denied", "ongoing")
_POLARITIES = ("supports", "opposes", "neutral", "favor", "against")
Json = dict[str, Any]


def gold_lines() -> list[Json]:
    """Our regression half, and a few articles in the other shapes of the shared format."""
    files = (HERE.parent / "gold" / "dev.jsonl", HERE / "shapes.jsonl")
    return [json.loads(line) for f in files for line in f.read_text("utf-8").splitlines()]


def perfect(article: Json) -> Json:
    """The gold as a prediction."""
    gold = article["gold"]
    return {
        "id": article["id"],
        "actors": [
            {"name": a["name"], "aliases": a["aliases"], "kind": a.get("kind")}
            for a in gold.get("actors", [])
        ],
        "quotes": [{"holder": q["holder"], "text": q["text"]} for q in gold.get("quotes", [])],
        "stances": [
            {key: s[key] for key in ("holder", "target", "polarity", "evidence")}
            for s in gold.get("stances", [])
        ],
        "events": [_perfect_event(e) for e in gold.get("events", [])],
        "summary": next(iter(gold.get("summary", [])), None) or _told(gold),
    }


def _told(gold: Json) -> str | None:
    return " ".join(event["summary"] for event in gold.get("event_summaries", [])) or None


def _perfect_event(event: Json) -> Json:
    return {
        "type": event["type"],
        "description": event.get("trigger", event["type"]),
        "participants": [
            {key: p[key] for key in ("name", "aliases", "role") if key in p}
            for p in event["participants"]
            if not p.get("optional")
        ],
        "date": (event.get("date") or {}).get("end"),
        "status": event.get("status_exact") or event.get("status"),
        "evidence": event.get("evidence"),
    }


def spoilt(article: Json, rng: Random) -> Json:
    """A prediction with things left out, renamed, doubled, invented and wrong."""
    found = perfect(article)
    text = article["text"]
    names = [actor["name"] for actor in found["actors"]] or ["Quux"]
    found["actors"] = [_respelt(actor, rng) for actor in _kept(found["actors"], rng)]
    found["quotes"] = [_misheard(q, names, text, rng) for q in _kept(found["quotes"], rng)]
    found["stances"] = [_misread(s, names, rng) for s in _kept(found["stances"], rng)]
    found["events"] = [_mistold(e, names, text, rng) for e in _kept(found["events"], rng)]
    found["actors"] += [{"name": "Zebulon Quux", "aliases": ["Quux"]}] * (rng.random() < 0.4)
    found["quotes"] += [{"holder": "Quux", "text": "nobody ever said this"}] * (rng.random() < 0.3)
    if rng.random() < 0.3:
        outside = {"holder": "Quux", "target": names[0], "polarity": "opposes", "evidence": text}
        found["stances"].append(outside)
    found["summary"] = _shortened(found["summary"], rng)
    return found


def _kept(items: list[Json], rng: Random) -> list[Json]:
    """Most of the items, some of them twice."""
    return [dict(item) for item in items for _ in range(rng.choice((0, 1, 1, 1, 1, 1, 2)))]


def _respelt(actor: Json, rng: Random) -> Json:
    forms = [actor["name"], *actor["aliases"]]
    name = rng.choice([*forms, f"the {actor['name']}", actor["name"].split()[-1]])
    return {"name": name, "aliases": rng.choice([[], forms[:2]]), "kind": actor.get("kind")}


def _misheard(quote: Json, names: list[str], text: str, rng: Random) -> Json:
    said = quote["text"].split()
    words = rng.choice([said, said, said[: len(said) // 2 + 1], [*said, text[:70]]])
    return {"holder": _renamed(quote["holder"], names, rng), "text": " ".join(words)}


def _misread(stance: Json, names: list[str], rng: Random) -> Json:
    holder, target = _renamed(stance["holder"], names, rng), stance["target"]
    if rng.random() < 0.1:
        holder, target = target, holder
    polarity = stance["polarity"] if rng.random() < 0.7 else rng.choice(_POLARITIES)
    evidence = stance["evidence"] if rng.random() < 0.8 else "words that stand nowhere at all"
    return {"holder": holder, "target": target, "polarity": polarity, "evidence": evidence}


def _mistold(event: Json, names: list[str], text: str, rng: Random) -> Json:
    day = event["date"]
    dates = [day, day, day[:7] if day else "2031-01", "2031-05-05", None]
    start = rng.randrange(40)
    return event | {
        "type": rng.choice([event["type"], event["type"], "OTHER"]),
        "participants": [
            {**p, "name": _renamed(p["name"], names, rng)}
            for p in event["participants"]
            if rng.random() < 0.8
        ],
        "date": rng.choice(dates),
        "status": event["status"] if rng.random() < 0.6 else rng.choice(_STATUSES),
        "evidence": rng.choice([event["evidence"], event["evidence"], text[start : start + 120]]),
    }


def _renamed(name: str | None, names: list[str], rng: Random) -> str:
    return rng.choice([*[name or "somebody"] * 4, (name or "x").split()[-1], rng.choice(names)])


def _shortened(summary: str | None, rng: Random) -> str | None:
    if summary is None:
        return None
    kept = [word for word in summary.split() if rng.random() < 0.8]
    return " ".join([*kept, "and Zorro paid 999."])


def spoilt_set(seed: int) -> list[Json]:
    """Spoilt predictions of all gold articles but a few that are missing."""
    rng = Random(seed)  # noqa: S311 - test data
    predictions = [spoilt(article, rng) for article in gold_lines()]
    return [prediction for prediction in predictions if rng.random() < 0.95]


def _write(path: Path, lines: list[Json]) -> None:
    text = "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines)
    path.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    folder = Path(sys.argv[1])
    _write(folder / "gold.jsonl", gold_lines())
    for seed in SEEDS:
        _write(folder / f"spoilt-{seed}.jsonl", spoilt_set(seed))
