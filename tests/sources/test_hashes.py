"""What a run remembers of each article: a dict in less memory."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from summarizer.sources import HashMap

NUMBERS = st.integers(-(2**63), 2**63 - 1)
# Few places, so that hashes meet.
KEYS = st.integers(-40, 40).map(lambda n: n * 2**10) | NUMBERS


@given(st.lists(st.tuples(KEYS, NUMBERS), max_size=300))
def test_it_knows_what_a_dict_knows(pairs: list[tuple[int, int]]) -> None:
    known = {key or 1: value for key, value in pairs}  # 0 and 1 are one
    held = HashMap()
    for key, value in pairs:
        held.put(key, value)
    assert {key: held.get(key) for key in known} == known
    assert all(key in held for key in known)
    assert all((key in held) == (key in known) for key in range(2, 50))


def test_it_grows_as_more_is_put() -> None:
    held = HashMap()
    for number in range(5_000):
        held.put(hash(f"x{number}"), number)
    assert [held.get(hash(f"x{number}")) for number in range(5_000)] == list(range(5_000))
    assert held.get(hash("another")) is None
