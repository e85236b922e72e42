"""Compares sentence splitters on benchmarks/sentences.toml, and times them on a long text.

    python benchmarks/sentences.py [--show NAME]

Splitters that are not installed are left out. `--show` prints what one of them gets wrong. The
result, with versions, is in docs/sentences.md.
"""

from __future__ import annotations

import argparse
import importlib
import importlib.metadata
import re
import time
import tomllib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from summarizer.article.lines import lines_of
from summarizer.article.sentences import split_sentences

Splitter = Callable[[str, str], list[str]]
"""From a text and its language to its sentences."""

CASES: Final = Path(__file__).with_name("sentences.toml")
LONG_TEXT: Final = 1_000_000


@dataclass(frozen=True)
class Case:
    """A text and the sentences it has."""

    language: str
    difficulty: str
    text: str
    sentences: tuple[str, ...]


def read_cases(*, unseen: bool = False) -> list[Case]:
    """The cases of the file; the mark and one blank beside it are no part of the text."""
    data = tomllib.loads(CASES.read_text(encoding="utf-8"))
    held_out = data.pop("unseen")
    return [
        Case(
            language,
            difficulty,
            re.sub(r"‖ ?", "", written),
            tuple(part.strip() for part in written.split("‖")),
        )
        for language, difficulties in (held_out if unseen else data).items()
        for difficulty, texts in difficulties.items()
        for written in texts
    ]


def ours(text: str, language: str) -> list[str]:
    """This project: sentencex with corrections, lines and quotes."""
    return [text[start:end] for start, end in split_sentences(text, lines_of(text), language)]


def sentencex(text: str, language: str) -> list[str]:
    """Sentencex alone."""
    return list(_module("sentencex").segment(language, text))


def syntok(text: str, _: str) -> list[str]:
    """Syntok; it knows English, Spanish and German and is given any text."""
    paragraphs = _module("syntok.segmenter").process(text)
    return [
        "".join(token.spacing + token.value for token in sentence)
        for paragraph in paragraphs
        for sentence in paragraph
    ]


def pysbd(text: str, language: str) -> list[str]:
    """pySBD, a port of Pragmatic Segmenter."""
    return list(_module("pysbd").Segmenter(language=language, clean=False).segment(text))


def blingfire(text: str, _: str) -> list[str]:
    """BlingFire; one model for all languages."""
    return list(_module("blingfire").text_to_sentences(text).split("\n"))


def razdel(text: str, _: str) -> list[str]:
    """Razdel, made for Russian."""
    return [part.text for part in _module("razdel").sentenize(text)]


SPLITTERS: Final[dict[str, Splitter]] = {
    "ours": ours,
    "sentencex": sentencex,
    "syntok": syntok,
    "pysbd": pysbd,
    "blingfire": blingfire,
    "razdel": razdel,
}


def _module(name: str) -> Any:
    return importlib.import_module(name)


def installed() -> Iterator[str]:
    """The splitters that can be run here."""
    for name in SPLITTERS:
        try:
            _module("sentencex" if name == "ours" else name)
        except ImportError:
            continue
        yield name


def _compact(sentences: list[str] | tuple[str, ...]) -> list[str]:
    """Sentences without white space: some splitters change it, and that is judged apart."""
    return ["".join(sentence.split()) for sentence in sentences if sentence.strip()]


def is_right(name: str, case: Case) -> bool:
    """Whether a splitter finds exactly the sentences of a case."""
    try:
        found = SPLITTERS[name](case.text, case.language)
    except (ValueError, KeyError):  # a language that it does not have
        return False
    return _compact(found) == _compact(case.sentences)


def keeps_text(name: str, cases: list[Case]) -> bool:
    """Whether every sentence stands in the text as it was written."""
    return all(
        sentence.strip() in case.text
        for case in cases
        if case.language == "en"
        for sentence in SPLITTERS[name](case.text, "en")
    )


def seconds_for_long_text(name: str, cases: list[Case]) -> float:
    """Seconds for a million characters of English in paragraphs."""
    paragraph = " ".join(case.text for case in cases if case.language == "en") + "\n\n"
    text = (paragraph * (LONG_TEXT // len(paragraph) + 1))[:LONG_TEXT]
    before = time.perf_counter()
    SPLITTERS[name](text, "en")
    return time.perf_counter() - before


def _version(name: str) -> str:
    return "" if name == "ours" else importlib.metadata.version(name)


def print_table(names: list[str], cases: list[Case]) -> None:
    """Right cases by language, as Markdown."""
    languages = list(dict.fromkeys(case.language for case in cases))
    totals = [sum(case.language == language for case in cases) for language in languages]
    heads = [f"{language} ({total})" for language, total in zip(languages, totals, strict=True)]
    print("| splitter | " + " | ".join(heads) + f" | all ({len(cases)}) | text kept | 1 MB |")
    print("|---|" + "---|" * (len(languages) + 3))
    for name in names:
        right = [case.language for case in cases if is_right(name, case)]
        counts = " | ".join(str(right.count(language)) for language in languages)
        kept = "yes" if keeps_text(name, cases) else "no"
        seconds = seconds_for_long_text(name, cases)
        label = f"{name} {_version(name)}".strip()
        print(f"| {label} | {counts} | {len(right)} | {kept} | {seconds:.2f} s |")


def print_difficulties(names: list[str], cases: list[Case]) -> None:
    """Right cases of English by difficulty, as Markdown."""
    english = [case for case in cases if case.language == "en"]
    print("| English, by difficulty | " + " | ".join(names) + " |")
    print("|---|" + "---|" * len(names))
    for difficulty in dict.fromkeys(case.difficulty for case in english):
        some = [case for case in english if case.difficulty == difficulty]
        right = [sum(is_right(name, case) for case in some) for name in names]
        print(f"| {difficulty.replace('_', ' ')} ({len(some)}) | {' | '.join(map(str, right))} |")


def show(name: str, cases: list[Case]) -> None:
    """What a splitter makes of the cases it gets wrong."""
    for case in cases:
        if not is_right(name, case):
            print(case.language, case.difficulty, SPLITTERS[name](case.text, case.language))


def main() -> None:
    """Print the tables, or the mistakes of one splitter."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--show", choices=SPLITTERS)
    shown = parser.parse_args().show
    cases = read_cases()
    if shown:
        show(shown, [*cases, *read_cases(unseen=True)])
        return
    names = list(installed())
    print_table(names, cases)
    print()
    print_difficulties(names, cases)
    print("\nUnseen:\n")
    print_table(names, read_cases(unseen=True))


if __name__ == "__main__":
    main()
