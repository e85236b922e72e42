"""PLOVER records: only what PLOVER has, dated to what is known."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.export import PloverFile, opened
from summarizer.export.plover import AUXILIARY, record_of
from summarizer.ontology import EVENT_CLASSES, STATUSES, mode_is_legal
from tests.export.made import Json, made, read


def _records(path: Path, *values: Json) -> tuple[list[dict[str, Any]], PloverFile]:
    with opened(path, "plover") as taker:
        for value in values:
            taker.take(read(value))
    assert isinstance(taker, PloverFile)
    return [json.loads(line) for line in path.read_text().splitlines()], taker


def test_a_record_has_the_fields_of_the_manual(tmp_path: Path) -> None:
    records, taker = _records(tmp_path / "e.jsonl", made(known="strike"))
    assert [record["id"] for record in records] == ["strike#e1", "strike#e2", "strike#e3"]
    assert dict(taker.left_out) == {"of type OTHER": 2}
    gift = records[2]
    assert gift["event"] == ["AID"]
    assert gift["mode"] == []
    assert gift["quad_code"] == 2
    assert gift["actor"] == [
        {"code": None, "entity_text": "Jonas Brandt", "office": "owner"}
        | {"kind": "person", "id": "a3"}
    ]
    assert [one["entity_text"] for one in gift["recipient"]] == ["Pilots' Guild"]
    assert gift["status"] == "occurred"
    assert gift["text_info"]["sequence"] == 6
    assert gift["evidence"][0]["quote"].startswith("The port's owner, Jonas Brandt")
    assert gift["cite_info"]["citation"] == "strike"
    assert gift["has_event"] is True


def test_dates_are_days_or_nothing(tmp_path: Path) -> None:
    def dated(value: Json) -> None:
        time = value["events"][0]["time"]
        value["events"][1]["time"] = time | {"value": "2031-03", "granularity": "month"}
        value["events"][2]["time"] = time | {"value": "2031-03-04T09:30", "granularity": "time"}

    records, _ = _records(tmp_path / "e.jsonl", made(dated))
    assert [record["date"] for record in records] == ["2031-03-04", None, "2031-03-04"]
    assert [record["time"] for record in records] == [None, None, "09:30"]
    assert records[1]["date_info"]["value"] == "2031-03"
    assert records[1]["date_info"]["granularity"] == "month"
    assert {record["pub_date"] for record in records} == {"2031-03-04"}


def test_an_undated_event_has_no_date(tmp_path: Path) -> None:
    def undated(value: Json) -> None:
        value["events"][0]["time"] = None

    records, _ = _records(tmp_path / "e.jsonl", made(undated))
    assert (records[0]["date"], records[0]["date_info"]) == (None, None)


@pytest.mark.parametrize("status", STATUSES)
def test_what_did_not_occur_is_marked(status: str, tmp_path: Path) -> None:
    def change(value: Json) -> None:
        value["events"][0]["status"] = status

    records, _ = _records(tmp_path / "e.jsonl", made(change))
    wanted = [AUXILIARY[status]] if status in AUXILIARY else []
    assert records[0]["status"] == status
    assert records[0]["context"] == wanted


def test_states_have_their_codes(tmp_path: Path) -> None:
    def state(value: Json) -> None:
        value["actors"][0] |= {"kind": "state", "name": "Norway", "aliases": []}

    records, _ = _records(tmp_path / "e.jsonl", made(state))
    assert records[1]["actor"][0]["code"] == "NOR"


def test_what_is_no_event_of_plover_is_counted(tmp_path: Path) -> None:
    def change(value: Json) -> None:
        value["events"][2]["recipients"] = []
        value["events"][1]["review"] = {
            "state": "rejected",
            "by": "me",
            "at": "2031-03-05T10:00:00Z",
            "note": None,
        }

    records, taker = _records(tmp_path / "e.jsonl", made(change))
    assert [record["id"].rpartition("#")[2] for record in records] == ["e1"]
    assert taker.left_out == {
        "of type OTHER": 2,
        "rejected in review": 1,
        "without the recipient that their type needs": 1,
    }


_MODES = sorted({mode for known in EVENT_CLASSES.values() for mode in known.modes})


@given(st.sampled_from(list(EVENT_CLASSES)), st.sampled_from([None, "", "war", *_MODES]))
def test_no_illegal_pair_comes_out(kind: str, mode: str | None) -> None:
    def change(value: Json) -> None:
        value["events"][0] |= {"type": kind, "mode": mode, "quad": "verbal conflict"}

    summary = read(made(change))
    record = record_of(summary.events[0], summary, {one.id: one for one in summary.actors})
    event = summary.events[0].type
    assert record["event"] == [event]
    assert all(mode_is_legal(event, found) for found in record["mode"])
    assert record["mode"] == ([mode] if mode and mode_is_legal(event, mode) else [])
    quad = EVENT_CLASSES[event].quad
    assert (record["quad_code"] is None) == (quad is None)
    assert quad != "verbal conflict" or record["quad_code"] == 3


def test_hidden_characters_are_escaped_and_kept(tmp_path: Path) -> None:
    def hostile(value: Json) -> None:
        value["events"][0]["description"] = "a\x1b[2J\u202eb\u2028c"

    records, _ = _records(tmp_path / "e.jsonl", made(hostile))
    written = (tmp_path / "e.jsonl").read_text()
    assert not any(char in written for char in "\x1b\u202e\u2028")
    assert records[0]["event_text"] == ["a\x1b[2J\u202eb\u2028c"]


def test_what_nobody_told_the_making_of_has_no_coder(tmp_path: Path) -> None:
    records, _ = _records(tmp_path / "e.jsonl", made(lambda value: value.pop("run")))
    assert {(record["coder"], record["coded_date"]) for record in records} == {(None, None)}
