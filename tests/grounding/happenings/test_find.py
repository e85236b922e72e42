"""What sentences tell: type, mode, clause and parties."""

from __future__ import annotations

import pytest

from tests.grounding.happenings.reading import Told, actors, recipients


def test_active_and_passive_turn_the_roles() -> None:
    """Who arrests and who is arrested does not depend on the order of the words."""
    active = Told("Police arrested Maren Holt in Velden on Monday.").by("arrested")
    passive = Told("Maren Holt was arrested by police in Velden on Monday.").by("arrested")
    assert actors(active) == ["Police"]
    assert recipients(active) == ["Maren Holt"]
    assert [a.casefold() for a in actors(passive)] == ["police"]
    assert recipients(passive) == ["Maren Holt"]
    assert passive.passive
    assert not active.passive
    assert active.best.type == passive.best.type == "COERCE"
    assert active.best.mode == "arrest"


def test_a_request_rejected_leads_back_to_the_one_who_asked() -> None:
    """The owner of what is rejected is the recipient, not the doer."""
    told = Told("Norrland rejected Otto Feld's request on Monday, Feld said.").by("rejected")
    assert told.best.type == "REJECT"
    assert actors(told) == ["Norrland"]
    assert recipients(told) == ["Otto Feld"]


@pytest.mark.parametrize(
    ("text", "trigger", "kind", "mode"),
    [
        ("Nurses began a strike over pay on Monday.", "strike", "PROTEST", "strike"),
        ("An air strike killed two people near Velden.", "killed", "ASSAULT", None),
        ("Mayor Ada Quill resigned on Monday.", "resigned", "RETREAT", "resign"),
        ("Ada Quill stepped down on Monday.", "stepped", "RETREAT", "resign"),
        ("The two sides held talks in Velden.", "talks", "CONSULT", None),
        ("A storm hit the coast on Monday.", "hit", "OTHER", None),
    ],
)
def test_words_show_type_and_mode(text: str, trigger: str, kind: str, mode: str | None) -> None:
    """The context decides where a word has several types."""
    best = Told(text).by(trigger).best
    assert (best.type, best.mode) == (kind, mode)


def test_a_planned_strike_called_off_is_one_event() -> None:
    """Its verbs only say that it was planned and cancelled."""
    told = Told("A strike by nurses planned for Thursday was cancelled.")
    assert told.triggers == ["strike"]
    assert (
        told.clause(told.happenings[0]) == "A strike by nurses planned for Thursday was cancelled"
    )


def test_clause_leaves_out_dateline_and_attribution() -> None:
    """What is said is the event, not that it is said."""
    told = Told("VELDEN, March 3 (Velden Post) - Gunmen killed two farmers on Monday, police said.")
    assert told.clause(told.by("killed")) == "Gunmen killed two farmers on Monday"
    assert told.triggers == ["killed"]
