"""The drawing of positions: every stance an arrow between its two boxes, nothing overlapping."""

from __future__ import annotations

from itertools import pairwise

from summarizer.render.graph import WIDTH, position_graph
from summarizer.schema import Stance
from tests.render.pilots import pilots


def _many() -> list[Stance]:
    first = pilots().stances[0]
    return [
        first.model_copy(
            update={"id": f"s{n}", "holder": f"a{n % 3 + 1}", "target": f"the plan {n % 4}"}
        )
        for n in range(1, 13)
    ]


def test_no_stances_no_drawing() -> None:
    summary = pilots()
    summary.stances = []
    assert position_graph(summary) is None


def test_boxes_name_holders_and_targets() -> None:
    graph = position_graph(pilots())
    assert graph is not None
    assert [(box.name, box.actor) for box in graph.boxes] == [
        ("Tomas Quill", "a3"),
        ("transport ministry of Orland", "a4"),
        ("the walkout", None),
        ("the Guild's patience", "a1"),
    ]
    assert graph.boxes[1].lines == ("transport ministry", "of Orland")
    assert [arrow.sign for arrow in graph.arrows] == ["−", "+"]


def test_long_name_is_cut_in_the_drawing_only() -> None:
    summary = pilots()
    summary.stances[
        0
    ].target = "a very long target that would never fit into so small a box as this"
    graph = position_graph(summary)
    assert graph is not None
    assert graph.boxes[2].lines == ("a very long target", "that would never…")
    assert graph.boxes[2].name == summary.stances[0].target


def test_one_holder_and_one_target_are_one_box_each() -> None:
    summary = pilots()
    summary.stances = _many()
    graph = position_graph(summary)
    assert graph is not None
    assert len(graph.boxes) == 3 + 4
    assert len(graph.arrows) == 12
    for column in (0, 1):
        boxes = [box for box in graph.boxes if (box.x > WIDTH / 2) == bool(column)]
        assert all(a.y + a.height < b.y for a, b in pairwise(boxes))
        assert all(box.y >= 0 and box.y + box.height <= graph.height for box in boxes)
    signs = sorted(arrow.y_from for arrow in graph.arrows)
    assert all(b - a >= 20 for a, b in pairwise(signs))
