"""Gold sets and predictions, read from JSONL."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel, ValidationError

from summarizer.article import Article, Metadata, build_article
from summarizer.errors import InputError
from summarizer.evaluation.store import FILE, Entry, Spent
from summarizer.scoring import GoldArticle, Prediction

M = TypeVar("M", bound=BaseModel)


def load_gold(path: Path, limit: int | None = None) -> list[GoldArticle]:
    """The articles of a gold set, at most `limit` of them.

    Raises:
        InputError: the file cannot be read, holds no article or one of them twice, or a line
            does not fit.
    """
    articles = list(_records(path, GoldArticle))
    if not articles:
        raise InputError(f"{path} holds no gold article", hint="one JSON object a line is needed")
    twice = [name for name, times in Counter(a.id for a in articles).items() if times > 1]
    if twice:
        raise InputError(
            f"{path} holds {twice[0]!r} more than once", hint="each article needs an id of its own"
        )
    return articles[:limit]


class _Line(Prediction):
    """A prediction that may tell what it took."""

    run: Spent | None = None


def load_predictions(path: Path) -> list[Prediction]:
    """The predictions in a JSONL file, of any system; lines that tell what they took as `Entry`.

    Raises:
        InputError: the file cannot be read, holds no prediction, or a line does not fit.
    """
    lines = list(_records(path, _Line))
    if not lines:
        raise InputError(f"{path} holds no prediction", hint="one JSON object a line is needed")
    return [line if line.run is None else Entry.model_validate(dict(line)) for line in lines]


def predictions_for(gold_path: Path, run: Path, gold: list[GoldArticle]) -> list[Prediction]:
    """The predictions that a run, or a file, has for a gold set.

    Raises:
        InputError: as `load_predictions`, or none of them is for an article of the set.
    """
    file = run_file(run, gold_path)
    wanted = {article.id for article in gold}
    found = [prediction for prediction in load_predictions(file) if prediction.id in wanted]
    if not found:
        raise InputError(
            f"{file} holds no prediction for an article of {gold_path}",
            hint="predictions belong to gold articles by their id",
        )
    return found


def article_of(gold: GoldArticle) -> Article:
    """What a user would hand in: text, title and date, and no word of the gold.

    Raises:
        InputError: the text is empty, or the date is none.
    """
    try:
        published = date.fromisoformat(gold.date) if gold.date else None
    except ValueError as error:
        raise InputError(
            f"{gold.id}: {gold.date!r} is no date", hint="write it as 2033-10-03"
        ) from error
    return build_article(gold.text, Metadata(id=gold.id, title=gold.title, published=published))


def run_file(run: Path, gold_path: Path) -> Path:
    """The predictions of a run for one gold set, from its folder, its own or a file."""
    inside = run / gold_path.stem
    folder = inside if inside.is_dir() else run
    return folder / FILE if folder.is_dir() else run


def _records(path: Path, model: type[M]) -> Iterator[M]:
    for number, line in enumerate(_lines(path), start=1):
        if not line.strip():
            continue
        try:
            yield model.model_validate_json(line)
        except ValidationError as error:
            first = error.errors()[0]
            where = ".".join(str(part) for part in first["loc"]) or "line"
            raise InputError(
                f"{path}:{number}: {where}: {first['msg']}",
                hint="docs/quality.md gives the format of gold and of predictions",
            ) from error


def _lines(path: Path) -> list[str]:
    try:
        # Not splitlines: JSON may hold U+2028 and the like as they are.
        return path.read_text(encoding="utf-8").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or error
        raise InputError(
            f"cannot read {path}: {reason}", hint="give a JSONL file in UTF-8"
        ) from error
