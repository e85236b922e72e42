"""Intervals and the paired test."""

from __future__ import annotations

from random import Random

from summarizer.scoring.bootstrap import intervals, paired
from summarizer.scoring.tally import Counts, f1, precision, recall, renamed, share

METRICS = {"recall": recall}


def _articles(rate: float, seed: int, articles: int = 40) -> list[Counts]:
    rng = Random(seed)  # noqa: S311 - test data
    hits = [sum(rng.random() < rate for _ in range(10)) for _ in range(articles)]
    return [Counts(tp=hit, fn=10 - hit, fp=0) for hit in hits]


def test_the_interval_holds_the_truth_most_of_the_time() -> None:
    inside = 0
    for seed in range(40):
        bounds = intervals(_articles(0.6, seed), METRICS, rounds=300, seed=seed)["recall"]
        assert bounds is not None
        inside += bounds[0] <= 0.6 <= bounds[1]
    assert 34 <= inside <= 40


def test_more_articles_make_a_narrower_interval() -> None:
    few = intervals(_articles(0.6, 1, 10), METRICS)["recall"]
    many = intervals(_articles(0.6, 1, 160), METRICS)["recall"]
    assert few is not None
    assert many is not None
    assert many[1] - many[0] < few[1] - few[0]


def test_the_same_seed_gives_the_same_interval() -> None:
    articles = _articles(0.6, 1)
    assert intervals(articles, METRICS, seed=3) == intervals(articles, METRICS, seed=3)
    assert intervals(articles, METRICS, seed=3) != intervals(articles, METRICS, seed=4)


def test_one_article_has_no_interval() -> None:
    assert intervals([Counts(tp=1)], METRICS) == {"recall": None}
    assert intervals([], METRICS) == {"recall": None}


def test_a_real_difference_is_told_from_noise() -> None:
    worse = paired(_articles(0.8, 1), _articles(0.5, 2), METRICS)["recall"]
    assert worse is not None
    assert worse.delta < -0.2
    assert worse.low <= worse.delta <= worse.high < 0
    assert worse.beyond_noise
    same = paired(_articles(0.7, 1), _articles(0.7, 2), METRICS)["recall"]
    assert same is not None
    assert not same.beyond_noise


def test_a_run_does_not_differ_from_itself() -> None:
    articles = _articles(0.7, 1)
    nothing = paired(articles, articles, METRICS)["recall"]
    assert nothing is not None
    assert (nothing.delta, nothing.p, nothing.beyond_noise) == (0.0, 1.0, False)


def test_a_figure_that_one_run_lacks_is_not_compared() -> None:
    metrics = {"share": share("right", "all")}
    assert paired([Counts(right=1, all=2)], [Counts()], metrics) == {"share": None}


def test_figures_of_nothing() -> None:
    assert (precision(Counts()), recall(Counts()), f1(Counts())) == (1.0, 1.0, 1.0)
    assert precision(Counts(fn=1)) == 0.0
    assert f1(Counts(fn=1)) == 0.0
    assert recall(Counts(fp=1)) == 1.0
    assert renamed(recall, "argument_")(Counts(argument_tp=1, argument_fn=3)) == 0.25
    assert renamed(recall, "argument_")(Counts(tp=1)) is None
