"""How long a note over many summaries takes without a model, and what memory.

    python -m benchmarks.brief_speed [COUNT]            made summaries, 1,000 unless told
    python -m benchmarks.brief_speed [COUNT] --copies   the comparison for copies alone

The summaries are made of random words: a tenth are copies, and groups of ten tell one matter with
actors, events, numbers and positions in common.
"""

from __future__ import annotations

import random
import resource
import sys
import tempfile
import time
from datetime import UTC, date, datetime, timedelta
from hashlib import sha256
from pathlib import Path

from summarizer.briefing import Options, read_inputs, write_note
from summarizer.merging import in_order
from summarizer.merging.copies import find_copies
from summarizer.render import render
from summarizer.schema import ArticleSummary, PromptRecord, Run, Usage

GROUP = 10
SENTENCES = 24
EVENTS = 10
ACTORS = 8


def made(number: int) -> ArticleSummary:
    """One summary; those of a group share names and what happened."""
    matter = random.Random(number // GROUP)  # noqa: S311  # no secret
    own = random.Random(10**6 + (number - 1 if number % GROUP == 9 else number))  # noqa: S311
    names = [f"{_word(matter).title()} {_word(matter).title()}" for _ in range(ACTORS)]
    happened = [[_word(matter) for _ in range(5)] for _ in range(EVENTS)]
    sentences = [f"{_word(own).title()} {number % GROUP % 9} by {names[0]}."]
    for at in range(SENTENCES):
        words = [_word(own) for _ in range(12)]
        if at < EVENTS:
            told = " ".join(happened[at])
            words = [names[at % ACTORS], told, f"and {own.randrange(2, 60)} people died", *words]
        sentences.append(" ".join(words).capitalize() + ".")
    return _summary(number, sentences, names)


def _summary(number: int, sentences: list[str], names: list[str]) -> ArticleSummary:
    text, spans, start = "\n\n".join(sentences), [], 0
    for sentence in sentences:
        spans.append([start, start + len(sentence)])
        start += len(sentence) + 2
    day = date(2034, 1, 1) + timedelta(days=number // GROUP % 300 + number % 3)
    digest = sha256(f"{text}{number}".encode()).hexdigest()

    def evidence(at: int) -> list[dict[str, object]]:
        begin, end = spans[at]
        return [{"quote": text[begin:end], "start": begin, "end": end, "sentence": at + 1}]

    events = [
        {
            "id": f"e{at}",
            "description": " ".join(sentences[at].split()[:12]),
            "type": ("PROTEST", "CONSULT", "OTHER")[at % 3],
            "actors": [f"a{1 + (at - 1) % ACTORS}"],
            "status": "occurred",
            "evidence": evidence(at),
        }
        for at in range(1, EVENTS + 1)
    ]
    return ArticleSummary.model_validate(
        {
            "article": {
                "id": f"x{number}",
                "sha256": digest,
                "published": day.isoformat(),
                "publisher": f"Paper {number % 37}",
                "language": "en",
                "text": text,
                "sentences": spans,
            },
            "headline": {"text": sentences[0], "evidence": evidence(0)},
            "gist": [{"text": sentences[1], "evidence": evidence(1)}],
            "actors": [
                {"id": f"a{at + 1}", "name": name, "kind": "person", "evidence": evidence(0)}
                for at, name in enumerate(names)
            ],
            "stances": [
                {
                    "id": "s1",
                    "holder": "a1",
                    "target": f"the {sentences[2].split()[3]} plan",
                    "position": ("favor", "against")[number % 2],
                    "claim": sentences[2],
                    "evidence": evidence(2),
                }
            ],
            "events": events,
            "run": _run(),
        }
    )


def _run() -> Run:
    return Run(
        summarizer="0",
        model="none",
        plan="none",
        prompt=PromptRecord(name="none", fingerprint="none"),
        schema_fingerprint="none",
        sampling={},
        usage=Usage(),
        seconds=0,
        created=datetime(2034, 1, 1, tzinfo=UTC),
    )


def _word(chosen: random.Random) -> str:
    return "".join(chosen.choice("bdfklmnprst") + chosen.choice("aeiou") for _ in range(3))


def notes(count: int) -> None:
    """Write the summaries to a folder, then read, merge, write and render as the command does."""
    with tempfile.TemporaryDirectory() as folder:
        for number in range(count):
            path = Path(folder) / f"{number:06}.json"
            path.write_text(str(render(made(number), "json")), encoding="utf-8")
        begun, worked = time.perf_counter(), time.process_time()
        given = [one for one in read_inputs([folder]) if isinstance(one, ArticleSummary)]
        read = time.perf_counter()
        written = write_note(given, Options())
        done = time.perf_counter()
        pages = {name: len(render(written.note, name)) for name in ("markdown", "html", "json")}
        shown, spent = time.perf_counter(), time.process_time() - worked
    merged = written.merged
    print(f"{count} summaries: {shown - begun:.1f} s, {spent:.1f} s of processor time")
    print(f"  read {read - begun:.1f} s, merge and write {done - read:.1f} s")
    print(f"  render {shown - done:.1f} s: {pages}")
    print(f"  {count - len(merged.copies)} reports, {len(merged.actors)} actors")
    print(f"  {len(merged.events)} events, {len(written.sections.disputes)} disagreements")


def copies(count: int) -> None:
    """Compare texts for copies alone."""
    sources = in_order([made(number) for number in range(count)])
    begun, worked = time.perf_counter(), time.process_time()
    found = find_copies(sources)
    seconds, spent = time.perf_counter() - begun, time.process_time() - worked
    print(f"{count} articles: {seconds:.1f} s, {spent:.1f} s of processor time")
    print(f"  {len(found)} copies")


if __name__ == "__main__":
    size = next((int(word) for word in sys.argv[1:] if word.isdigit()), 1000)
    (copies if "--copies" in sys.argv else notes)(size)
    print(f"peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")
