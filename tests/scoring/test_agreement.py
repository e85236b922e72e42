"""Our scorer and the shared one give the same figures.

`shared_scores.json` was computed with the shared scorer, which is not part of this project:

    python -m tests.scoring.predictions FOLDER
    python score.py FOLDER/gold.jsonl FOLDER/spoilt-SEED.jsonl --json     (for each seed)

It holds those outputs by seed, rounded to six places, without `unmatched_counts`, and has to be
made anew when the regression gold or `predictions.py` changes.
"""

from __future__ import annotations

import json
from typing import Any

import pytest

from summarizer.scoring import GoldArticle, Prediction, Score, score_set
from tests.scoring.predictions import HERE, SEEDS, gold_lines, perfect, spoilt_set

SHARED = json.loads((HERE / "shared_scores.json").read_text("utf-8"))
FIGURES = {
    "actors": {
        "P": "precision",
        "R": "recall",
        "F1": "f1",
        "P_strict": "precision_strict",
        "salient_recall": "salient_recall",
    },
    "quotes": {
        "P": "precision",
        "R": "recall",
        "F1": "f1",
        "recall_resolvable": "recall_resolvable",
        "named_holder_recall": "named_holder_recall",
        "content_is_attributed": "content_attributed",
    },
    "stances": {
        "P": "precision",
        "R": "recall",
        "F1": "f1",
        "pair_recall": "pair_recall",
        "polarity_acc_on_found": "position",
        "neutral_left_alone": "neutral_left_alone",
        "evidence_verbatim": "evidence_verbatim",
    },
    "events": {
        "P": "precision",
        "R": "recall",
        "F1": "f1",
        "date_acc": "date",
        "date_given": "date_given",
        "status_acc": "status",
        "no_event_docs_clean": "empty_clean",
        "evidence_verbatim": "evidence_verbatim",
    },
    "summary": {
        **{f"rouge{n}_{how}": f"rouge{n}_{how}" for n in "12L" for how in ("max", "mean")},
        **{f"event_rouge{n}": f"event_rouge{n}" for n in "12L"},
        "summary_words": "words",
        "sum_new_numbers": "new_numbers",
        "sum_new_names": "new_names",
    },
}
COUNTS = {
    "tp": "tp",
    "fp": "fp",
    "fn": "fn",
    "duplicates": "duplicates",
    "predicted": "found",
    "ignored_optional": "ignored",
    "out_of_scope": "out_of_scope",
    "reversed_direction": "reversed",
    "polarity_wrong": "position_wrong",
    "neutral_gold": "neutral",
    "wrong_holder": "wrong_holder",
    "docs_with_reference": "referenced",
}


def _score(predictions: list[dict[str, Any]]) -> Score:
    gold = [GoldArticle.model_validate(line) for line in gold_lines()]
    return score_set(gold, [Prediction.model_validate(line) for line in predictions])


def _ours(score: Score) -> dict[str, float | None]:
    """Figures and counts by the names of the shared scorer."""
    figures: dict[str, float | None] = {}
    for layer, values in score.figures().items():
        counts = score.counts(layer)
        figures |= {f"{layer}.{theirs}": values[ours] for theirs, ours in FIGURES[layer].items()}
        figures |= {f"{layer}.{theirs}": counts[ours] for theirs, ours in COUNTS.items()}
    events = score.figures().get("events", {})
    for theirs, ours in (("P", "precision"), ("R", "recall"), ("F1", "f1")):
        figures[f"events.argument.{theirs}"] = events.get(f"argument_{ours}")
    return figures


def _theirs(seed: int) -> dict[str, float | None]:
    layers = {layer: SHARED[str(seed)][layer] for layer in FIGURES}
    flat = {
        f"{layer}.{key}": value for layer, values in layers.items() for key, value in values.items()
    }
    argument = flat.pop("events.argument")
    return flat | {f"events.argument.{key}": argument[key] for key in ("P", "R", "F1")}


@pytest.mark.parametrize("seed", SEEDS)
def test_spoilt_predictions_score_alike(seed: int) -> None:
    score = _score(spoilt_set(seed))
    ours, theirs = _ours(score), _theirs(seed)
    assert len(score.missing) == SHARED[str(seed)]["missing_predictions"]
    assert len(theirs) > 60
    assert {key: ours.get(key) for key in theirs} == pytest.approx(theirs, abs=1e-6)


def test_perfect_predictions_score_one() -> None:
    figures = _score([perfect(line) for line in gold_lines()]).figures()
    for layer in ("actors", "quotes", "stances", "events"):
        assert figures[layer]["f1"] == 1.0
    for name in ("argument_f1", "status", "status_exact", "type", "role", "date"):
        assert figures["events"][name] == 1.0
    assert figures["stances"]["neutral_kept"] == 1.0
    assert figures["actors"]["kind"] == 1.0
    assert figures["summary"]["rouge1_max"] == 1.0


def test_no_predictions_find_nothing() -> None:
    score = _score([])
    assert len(score.missing) == len(gold_lines())
    for layer in ("actors", "quotes", "stances", "events"):
        assert score.counts(layer)["tp"] == 0
        assert score.figures()[layer]["recall"] == 0.0
