"""References between items: every one leads somewhere, and nothing stands twice."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, Final

import pytest

from tests.validation.cases import change, drop, put
from tests.validation.checking import found, problems
from tests.validation.documents import evidence

EXAMPLE: Final = Path(__file__).parents[2] / "examples" / "bus-strike.summary.json"


def test_a_gap_in_the_ids_is_said_once() -> None:
    assert found(drop("events", 1)) == [("id_order", "/events/1/id")]


@pytest.mark.parametrize(
    ("path", "code"),
    [
        (("statements", 0, "speaker"), "unknown_actor"),
        (("stances", 0, "holder"), "unknown_actor"),
        (("stances", 0, "target_actor"), "unknown_actor"),
        (("events", 2, "actors"), "unknown_actor"),
        (("events", 2, "recipients"), "unknown_actor"),
    ],
)
def test_every_reference_to_an_actor_is_followed(path: tuple[Any, ...], code: str) -> None:
    value: Any = ["a7"] if path[-1] in ("actors", "recipients") else "a7"
    ((seen, place),) = found(put(*path, value))
    assert seen == code
    assert place.startswith("/" + "/".join(map(str, path)))


def test_the_author_may_hold_a_stance() -> None:
    assert found(put("stances", 0, "holder", "author")) == []


def test_two_actors_of_one_name_and_different_kinds_are_two_actors() -> None:
    twin = change("actors", by=lambda all_: [*all_, {**all_[1], "id": "a4", "kind": "group"}])
    assert found(twin) == []
    twin = change("actors", by=lambda all_: [*all_, {**all_[1], "id": "a4"}])
    assert found(twin) == [("duplicate_actor", "/actors/3")]


def test_statements_that_differ_in_their_evidence_are_no_repetition() -> None:
    again = change("statements", by=lambda all_: [*all_, {**all_[1], "id": "q3"}])
    assert found(again) == [("duplicate_item", "/statements/2")]
    other = {"id": "q3", "evidence": evidence(4)}
    again = change("statements", by=lambda all_: [*all_, {**all_[1], **other}])
    assert ("duplicate_item", "/statements/2") not in found(again)


def test_two_may_bear_a_name_where_its_places_tell_whom_it_means() -> None:
    strike = json.loads(EXAMPLE.read_text("utf-8"))
    bus, others = (one for one in strike["actors"] if "drivers" in (one["name"], *one["aliases"]))
    assert problems(strike) == []
    others["mentions"] += bus["mentions"][-1:]
    assert ("shared_name", "/actors/0/aliases/0") in problems(strike)
