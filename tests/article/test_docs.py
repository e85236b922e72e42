"""What docs/sentences.md says of this project's splitter is so."""

from __future__ import annotations

import re
from pathlib import Path

from benchmarks.sentences import is_right, read_cases

PAGE = (Path(__file__).parents[2] / "docs" / "sentences.md").read_text(encoding="utf-8")


def test_the_table_counts_the_cases_that_there_are() -> None:
    cases = read_cases()
    head = re.search(r"\| splitter \|(.+)\| all \((\d+)\)", PAGE)
    assert head
    counted = {name: int(total) for name, total in re.findall(r"(\w\w) \((\d+)\)", head[1])}
    assert counted == {name: sum(case.language == name for case in cases) for name in counted}
    assert int(head[2]) == len(cases)


def test_the_row_of_this_project_is_right() -> None:
    row = re.search(r"\| ours \|.*?\| (\d+) \| yes \|", PAGE)
    assert row
    assert int(row[1]) == sum(is_right("ours", case) for case in read_cases())


def test_the_unseen_cases_have_not_got_worse() -> None:
    unseen = read_cases(unseen=True)
    assert sum(is_right("ours", case) for case in unseen) == len(unseen) == 37
