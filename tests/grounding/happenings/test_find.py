"""What sentences tell: type, mode, clause and parties."""

from __future__ import annotations

import pytest

from tests.grounding.happenings.reading import Told, actors, recipients


def test_active_and_passive_turn_the_roles() -> None:
    """Who arrests and who is arrested does not depend on the order of the words."""
    active = Told("Police arrested Maren Holt in Velden on Monday.").by("arrested")
    passive = Told("Maren Holt was arrested by police in Velden on Monday.").by("arrested")
    assert (actors(active), recipients(active)) == (["Police"], ["Maren Holt"])
    assert (actors(passive), recipients(passive)) == (["police"], ["Maren Holt"])
    assert (active.passive, passive.passive) == (False, True)
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
        ("An air strike destroyed a bridge near Velden.", "destroyed", "ASSAULT", "destroy"),
        ("Warplanes struck a bridge near Velden.", "struck", "ASSAULT", "aerial"),
        ("An earthquake struck the coast on Monday.", "struck", "OTHER", None),
        ("Mayor Ada Quill resigned on Monday.", "resigned", "RETREAT", "resign"),
        ("Ada Quill stepped quietly down on Monday.", "stepped", "RETREAT", "resign"),
        ("The two sides held talks in Velden.", "talks", "CONSULT", None),
        ("A storm hit the coast on Monday.", "hit", "OTHER", None),
        ("The club fired its coach on Monday.", "fired", "SANCTION", None),
        ("Rebels fired shells at a village.", "fired", "ASSAULT", "heavy-weapons"),
        ("Nurses are giving the shots without pay.", "shots", "AID", None),
        ("Lawmakers passed a resolution against the plan.", "passed", "REJECT", None),
        ("The union called for a ban on night trains.", "called", "REQUEST", None),
        ("A court jailed two men for fraud.", "jailed", "SANCTION", "convict"),
        ("Lundia cut off aid to Norrland.", "cut", "SANCTION", "discontinue"),
        ("Lundia cut the price of bread.", "cut", "OTHER", None),
        ("The firm is suing its former head.", "suing", "ACCUSE", "investigate"),
        ("Two people were killed when a bus overturned.", "killed", "OTHER", None),
    ],
)
def test_words_show_type_and_mode(text: str, trigger: str, kind: str, mode: str | None) -> None:
    """The context decides where a word has several types."""
    best = Told(text).by(trigger).best
    assert (best.type, best.mode) == (kind, mode)


def test_verbs_that_only_carry_a_noun_make_no_second_event() -> None:
    """A strike planned for Thursday and cancelled is one event, and so is a meeting held."""
    told = Told("A strike by nurses planned for Thursday was cancelled.")
    assert told.triggers == ["strike"]
    assert (
        told.clause(told.happenings[0]) == "A strike by nurses planned for Thursday was cancelled"
    )
    assert Told("The ministers held a meeting on Monday.").triggers == ["meeting"]


def test_speech_is_no_event_but_a_demand_is() -> None:
    """To say is to report; to demand is to do something."""
    assert Told("The mayor said the winter had been cold.").triggers == []
    told = Told("The union demanded that Ada Quill resign.").by("demanded")
    assert (told.best.type, recipients(told)) == ("REQUEST", ["Ada Quill"])


def test_what_is_denied_stands_beside_the_denial() -> None:
    """Both are told: the denial as an act, and what is denied as a clause of its own."""
    told = Told("Mayor Ada Quill denied that the city had threatened to hire outside crews.")
    denial, threat = told.by("denied"), told.by("threatened")
    assert (denial.best.type, actors(denial)) == ("REJECT", ["Ada Quill"])
    assert threat.best.type == "THREATEN"
    assert told.clause(threat) == "the city had threatened to hire outside crews"
    assert threat.salience > denial.salience


def test_joined_verbs_share_their_subject() -> None:
    """The second verb's clause has no subject, its event has the doer."""
    told = Told("Maren Holt praised the vote and criticised the council.")
    second = told.by("criticised")
    assert told.clause(second) == "criticised the council"
    assert actors(second) == actors(told.by("praised")) == ["Maren Holt"]


def test_a_comma_and_begins_a_clause_of_its_own() -> None:
    """What stands before "…, and a judge" is no second subject."""
    told = Told("Prosecutors charged Otto Feld with fraud, and a judge freed him on bail.")
    assert actors(told.by("freed")) == ["judge"]
    assert told.clause(told.by("freed")) == "a judge freed him on bail"


def test_a_vow_joins_the_speech_before_it() -> None:
    """Who said and vowed is one person, not what stands between."""
    told = Told("Maren Holt said the plan would fail and vowed to sue the council.").by("vowed")
    assert actors(told) == ["Maren Holt"]
    assert recipients(told) == ["council"]


def test_threats_keep_the_type_of_what_is_threatened() -> None:
    """One event with both types: the question settles which."""
    told = Told("The bank threatened to sue the union.")
    assert told.triggers == ["threatened"]
    assert {candidate.type for candidate in told.happenings[0].types} >= {"THREATEN", "ACCUSE"}


@pytest.mark.parametrize(
    ("text", "trigger", "clause"),
    [
        (
            "VELDEN, March 3 (Velden Post) - Gunmen killed two farmers on Monday, police said.",
            "killed",
            "Gunmen killed two farmers on Monday",
        ),
        (
            "According to police, three men robbed the bank.",
            "robbed",
            "three men robbed the bank",
        ),
        (
            "The council did not approve the plan on Monday, because it was late.",
            "approve",
            "The council did not approve the plan on Monday",
        ),
        (
            "Maren Holt, who leads the union, resigned after nurses walked out.",
            "resigned",
            "Maren Holt, who leads the union, resigned",
        ),
        (
            "The match, set for Friday, had to be put off by a day.",
            "match",
            "The match, set for Friday, had to be put off by a day",
        ),
        (
            "A plan to breach a dyke and flood the fields was given up on Monday.",
            "breach",
            "A plan to breach a dyke and flood the fields was given up on Monday",
        ),
        (
            "Columbia Mill burned down on February 1, 2031, killing nobody.",
            "burned",
            "Columbia Mill burned down on February 1, 2031",
        ),
        (
            "It rejected 17 [as received] claims on Monday [passage omitted].",
            "rejected",
            "It rejected 17 [as received] claims on Monday",
        ),
    ],
)
def test_clause_is_what_says_the_event(text: str, trigger: str, clause: str) -> None:
    """Without dateline, attribution and what follows; with negation, helpers and subject."""
    told = Told(text)
    assert told.clause(told.by(trigger)) == clause


def test_a_wish_takes_the_type_of_what_it_wishes() -> None:
    """A strike called for is no event beside the call."""
    told = Told("The union called for a strike over pay.")
    assert told.triggers == ["called"]
    assert {"REQUEST", "PROTEST"} <= {candidate.type for candidate in told.happenings[0].types}


def test_who_claims_an_attack_did_it() -> None:
    """The claim is no event, the attack is."""
    told = Told("Rebels claimed responsibility for the bombing of a pipeline.")
    assert told.triggers == ["bombing"]
    assert actors(told.happenings[0]) == ["Rebels"]


def test_bounds_of_numbers_belong_to_the_clause() -> None:
    """What is counted is the subject, "more than" opens the clause."""
    told = Told("More than 300 firefighters battled a blaze in Velden.")
    found = told.by("battled")
    assert actors(found) == ["300 firefighters"]
    assert told.clause(found) == "More than 300 firefighters battled a blaze in Velden"


def test_nouns_give_their_parties() -> None:
    """Doer before or after "by", sufferer after the preposition of the type."""
    told = Told("An FDL attack on the Norrland Army near Velden failed.").by("attack")
    assert (actors(told), recipients(told)) == (["FDL"], ["Norrland Army"])
    talks = Told("Talks between Norrland and Lundia collapsed on Monday.").by("Talks")
    assert actors(talks) == ["Norrland", "Lundia"]


def test_both_sides_of_a_clash_act() -> None:
    """A clash has no sufferer."""
    told = Told("Farmers clashed with police in Velden.").by("clashed")
    assert (actors(told), recipients(told)) == (["Farmers", "police"], [])


def test_fighters_bring_the_body_they_fight_for() -> None:
    """The named organisation takes part beside its members."""
    told = Told("Guerrillas of the Velden Liberation Front ambushed a patrol.").by("ambushed")
    assert actors(told) == ["Guerrillas", "Velden Liberation Front"]


def test_a_place_is_no_party() -> None:
    """Where it happens is nobody."""
    told = Told("Gunmen shot a teacher in Velden near Lake Orne.").by("shot")
    assert (actors(told), recipients(told)) == (["Gunmen"], ["teacher"])


def test_relative_clauses_have_their_noun_as_subject() -> None:
    """The noun before "who" is meant, the one of the same number where there are two."""
    told = Told("Police sought the observers of the mission, who were barred from Velden in May.")
    assert recipients(told.by("barred")) == ["observers"]


def test_pronouns_mean_the_subject_before() -> None:
    """A person for "she", a body for "it"; the subject of the same verb for neither."""
    told = Told(
        "President Maren Holt met the miners on Monday. She rejected their demands. "
        "The Miners' League walked out. It threatened to sue."
    )
    assert actors(told.by("rejected")) == ["Maren Holt"]
    assert actors(told.by("threatened")) == ["Miners' League"]


def test_an_infinitive_takes_the_one_who_was_asked() -> None:
    """The asker acts on the one who is to close."""
    told = Told("Deep Hands had asked the League of Owners to close the gallery.").by("asked")
    assert recipients(told) == ["League of Owners"]


def test_words_in_quotation_marks_count_less() -> None:
    """What only a quotation tells is weaker, and ordinary verbs there are left out."""
    plain = Told("Soldiers attacked the village on Monday.").by("attacked")
    told = Told('"Soldiers attacked the village and we walked home," said Maren Holt.')
    assert told.by("attacked").salience < plain.salience
    assert "walked" not in told.triggers


@pytest.mark.parametrize(
    "text",
    [
        "There were no casualties.",
        "The mayor could have gone home.",
        "The offer was made in support of the plan.",
        "The league did not discuss gossip.",
    ],
)
def test_what_did_not_happen_is_weak_or_left_out(text: str) -> None:
    """Nothing surer than a guess comes of a denial or a possibility."""
    assert all(h.best.weight <= 0.5 for h in Told(text).happenings)


def test_a_headline_is_read_only_for_want_of_a_text() -> None:
    """The text tells it again; a headline alone is all there is."""
    told = Told(
        "Quill quits as mayor\n\nMayor Ada Quill resigned on Monday.", title="Quill quits as mayor"
    )
    assert told.triggers == ["resigned"]
    alone = Told("Quill quits as mayor", title="Quill quits as mayor")
    assert alone.by("quits").best.mode == "resign"


def test_order_is_that_of_the_text() -> None:
    """Clauses come in order of their beginnings."""
    told = Told("Nurses walked out. Police arrested two men. The mayor resigned.")
    assert [h.clause for h in told.happenings] == sorted(h.clause for h in told.happenings)
    assert len(told.happenings) == 3


def test_an_office_before_a_name_is_no_party_of_its_own() -> None:
    """One person is meant by "Secretary of State Ada Grey", and by the "she" that follows."""
    told = Told(
        "Before a trip to Velden, Secretary of State Ada Grey on Friday stressed patience. "
        "She will visit the miners on Monday."
    ).by("visit")
    assert actors(told)[0] == "Ada Grey"


@pytest.mark.parametrize(
    ("text", "doer"),
    [
        ("Mayor Maren Holt criticized the union for calling a strike.", "union"),
        ("Maren Holt thanked the crews for calling a strike.", "crews"),
        ("Maren Holt surprised the crews by calling a strike.", "Maren Holt"),
    ],
)
def test_who_is_judged_for_something_did_it(text: str, doer: str) -> None:
    assert actors(Told(text).by("calling")) == [doer]


@pytest.mark.parametrize(
    ("text", "trigger", "found"),
    [
        ("Norvik sent 40 tonnes of food to Oleria on Monday.", "sent", ["Oleria"]),
        ("Norvik imposed sanctions on Karsk.", "sanctions", ["Karsk"]),
        ("The EU fined Navis 30 million euros.", "fined", ["Navis"]),
        ("Norvik will provide Oleria with fuel.", "provide", ["Oleria"]),
        ("Norvik cut ties with Karsk.", "cut", ["Karsk"]),
        ("Norvik sent food to the north in containers.", "sent", []),
    ],
)
def test_aid_and_punishment_go_to_whoever_is_named(
    text: str, trigger: str, found: list[str]
) -> None:
    assert recipients(Told(text).by(trigger)) == found


def test_those_who_work_together_both_act() -> None:
    told = Told("Norvik cooperated with Oleria on the rescue.").by("cooperated")
    assert actors(told) == ["Norvik", "Oleria"]


def test_a_river_leaves_no_bank_behind() -> None:
    told = Told("The Senn broke its banks near Hallin.").by("broke")
    assert (actors(told), recipients(told)) == ([], [])
