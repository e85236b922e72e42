from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.grounding.names.pieces import article_of, directory_of, entity, names_in

TRAMS = (
    "The Drivers' League did not win the 8% rise that it had asked for.",
    "League chair Otto Feld said 640 members had accepted an offer of 5%.",
    '"It is not a victory," Feld said.',
    "The city's mayor, Ines Kaplan, praised the vote.",
)


def test_full_name_surname_and_title_are_one_person() -> None:
    directory = directory_of(*TRAMS)
    feld = entity(directory, "Otto Feld")
    assert directory.resolve("Feld") is feld
    assert directory.resolve("League chair Otto Feld") is feld
    assert directory.resolve("Mr. Feld") is feld
    assert feld.aliases == ("Feld",)
    assert feld.kind_guess == "person"
    assert feld.role is not None
    assert feld.role.text == "League chair"


def test_mentions_are_exact_places() -> None:
    article = article_of(*TRAMS)
    directory = directory_of(*TRAMS)
    for found in directory.entities:
        texts = [article.text[start:end] for start, end in found.mentions]
        assert set(texts) <= {found.name, *found.aliases}


def test_organisation_and_its_head_word_are_one() -> None:
    league = entity(directory_of(*TRAMS), "the Drivers’ League")
    assert league.name == "Drivers' League"
    assert league.aliases == ("League",)
    assert league.kind_guess == "organization"


@pytest.mark.parametrize(
    "invented", ["Ada Feld", "Otto Felder", "Ines", "Velden", "President Feldt"]
)
def test_invented_names_resolve_to_nobody(invented: str) -> None:
    directory = directory_of(*TRAMS[:3])
    assert directory.resolve(invented) is None


def test_acronym_by_brackets_and_by_initials() -> None:
    directory = directory_of(
        "The Salt Coast Commission (NBC) met on Monday.",
        "Later the NBC said it would wait, and so did the Velden Transport Union.",
        "VTU members agreed.",
    )
    assert directory.resolve("NBC") is directory.resolve("the Salt Coast Commission")
    assert directory.resolve("VTU") is directory.resolve("Velden Transport Union")


def test_two_people_with_one_surname_stay_two() -> None:
    directory = directory_of(
        "The mayor, Ines Kaplan, met the painter Tom Kaplan in Velden.",
        "Kaplan praised the vote.",
    )
    ines, tom = entity(directory, "Ines Kaplan"), entity(directory, "Tom Kaplan")
    assert ines is not tom
    assert directory.resolve("Kaplan") is None
    assert all("Kaplan" not in found.aliases for found in (ines, tom))


def test_father_and_son_of_one_name_stay_two() -> None:
    two = directory_of("Paul Moss and his son Paul Moss Jr. were held.", "Moss denied it.")
    assert [one.name for one in two.entities] == ["Paul Moss", "Paul Moss Jr."]
    assert two.resolve("Moss") is None
    one = directory_of("Paul Moss Jr. was held.", "Paul Moss denied it.", "Moss was freed.")
    assert [one.name for one in one.entities] == ["Paul Moss Jr."]


def test_a_surname_belongs_to_the_only_one_introduced_before() -> None:
    directory = directory_of(
        "The mayor, Ines Kaplan, praised the vote.",
        "Kaplan then left.",
        "Her brother Tom Kaplan stayed.",
    )
    assert directory.resolve("Kaplan", near_sentence=2) is entity(directory, "Ines Kaplan")
    assert directory.resolve("Kaplan", near_sentence=3) is None


def test_a_state_by_any_of_its_names() -> None:
    directory = directory_of("Talks between the U.S. and China began.", "The United States agreed.")
    states = entity(directory, "America")
    assert states.code == "USA"
    assert states.kind_guess == "state"
    assert len(states.mentions) == 2
    assert directory.resolve("us") is None
    assert directory.resolve("Brazil") is None


def test_officials_of_a_state_are_not_the_state() -> None:
    directory = directory_of("Chinese officials met Otto Feld.", "The Chinese side was silent.")
    assert directory.resolve("Chinese officials") is None
    assert directory.resolve("China") is None
    assert [directory.article.text[a:b] for a, b in directory.described("Chinese officials")] == [
        "Chinese officials"
    ]


def test_a_side_is_the_state_if_the_article_names_it() -> None:
    directory = directory_of("China met Otto Feld.", "The Chinese side was silent.")
    assert directory.resolve("the Chinese side") is entity(directory, "China")


def test_descriptions_are_found_word_by_word() -> None:
    directory = directory_of("A senior official who asked not to be named said so.")
    assert directory.described("a senior official who asked not to be named")
    assert directory.described("senior officials") == []


def test_a_dateline_names_no_actor() -> None:
    article = article_of(
        "VELDEN, June 9 (Velden Post) - Otto Feld spoke.", dateline="VELDEN, June 9 (Velden Post) -"
    )
    directory = type(directory_of("x")).build(article)
    assert [found.name for found in directory.entities] == ["Otto Feld"]


def test_headlines_in_title_case_give_only_known_names() -> None:
    parts = (
        "Tram Drivers In Norrland End Walkout As Feld Speaks",
        "",
        "Chair Otto Feld spoke.",
        "Later, Feld left.",
    )
    assert names_in(*parts, title=True) == ["Otto Feld"]


def test_boilerplate_is_not_read() -> None:
    article = article_of("Otto Feld spoke.", "Mara Lind contributed.", boilerplate=frozenset({2}))
    directory = type(directory_of("x")).build(article)
    assert [found.name for found in directory.entities] == ["Otto Feld"]


def test_a_firm_is_not_the_family_that_owns_it() -> None:
    directory = directory_of(
        "The brewer Halm refused.", "Its chair, Mara Halm, said so.", "Halm is old."
    )
    assert directory.resolve("Mara Halm") is not directory.resolve("the brewer Halm")


def test_a_firm_by_its_first_word() -> None:
    directory = directory_of("The supplier, Castor Resins, objected.", "Castor sells glue.")
    assert directory.resolve("Castor") is directory.resolve("Castor Resins")


def test_a_first_name_before_the_full_name_is_somebody_else() -> None:
    directory = directory_of(
        "They met Tomas, a driver.", "President Tomas Lind spoke.", "He left early."
    )
    assert directory.resolve("Tomas") is not directory.resolve("Tomas Lind")


def test_words_that_always_stand_together_are_one_name() -> None:
    assert names_in("They saw Dock and Field.", "Then Dock and Field left.") == ["Dock and Field"]
    assert names_in("They saw Dock and Field.", "Then Dock left.") == ["Dock", "Field"]


def test_a_person_after_an_organisation_in_a_long_office() -> None:
    assert names_in("The chair of the Velden Council Ada Grey spoke.") == [
        "Velden Council",
        "Ada Grey",
    ]


def test_entities_of_a_sentence_in_order() -> None:
    directory = directory_of("Peru met Otto Feld.", "Feld met Peru.")
    assert [e.name for e, _ in directory.in_sentence(2)] == ["Otto Feld", "Peru"]
    assert directory.in_sentence(3) == []


def test_an_organisation_that_everybody_knows_by_any_name() -> None:
    directory = directory_of("The WHO agreed.")
    assert directory.resolve("World Health Organization") is directory.resolve("WHO")


def test_the_union_is_the_only_one_named() -> None:
    directory = directory_of("The Pit Workers' Union met.", "The union was late.")
    assert directory.resolve("the union") is directory.resolve("Pit Workers' Union")
    assert directory.resolve("the party") is None


def test_the_union_is_nobody_if_two_are_named() -> None:
    directory = directory_of("The Pit Workers' Union met the Sailors' Union.", "The union won.")
    assert directory.resolve("the union") is None


def test_a_business_is_taken_up_by_its_noun_and_as_the_company() -> None:
    directory = directory_of(
        "Police searched the brewer Halm.", "The company paid. The brewer met."
    )
    halm = directory.resolve("Halm")
    assert halm is not None
    assert directory.resolve("the company") is halm
    assert directory.resolve("the brewer") is halm


def test_the_company_is_nobody_beside_another_of_unknown_sort() -> None:
    directory = directory_of(
        "The brewer Halm met Castor & Sons.", "The company paid.", "The brewer met."
    )
    assert directory.resolve("the company") is None
    assert directory.resolve("the brewer") is directory.resolve("Halm")


def test_a_name_of_two_beside_one_body_is_one_name() -> None:
    names = [e.name for e in directory_of("A parents' group, Wait and See, met.").entities]
    assert names == ["Wait and See"]
    two = directory_of("For the club, Holm and Grey, both 20, scored.").entities
    assert [e.name for e in two] == ["Holm", "Grey"]
    [house] = directory_of("Police searched the auditors, Pell and Daughters, on Monday.").entities
    assert (house.name, house.kind_guess) == ("Pell and Daughters", "organization")
    party = directory_of("The party leaders, Holm and Grey, met.").entities
    assert [e.name for e in party] == ["Holm", "Grey"]


def test_the_company_is_no_union() -> None:
    directory = directory_of("The Pit Workers' Union met.", "The company was late.")
    assert directory.resolve("the company") is None


def test_another_body_of_the_same_kind_is_not_taken_for_the_one_named() -> None:
    directory = directory_of("The University of Velden opened.", "The University is old.", "Oslo.")
    assert directory.resolve("University of Oslo") is None


known = ["Otto", "Feld", "Ines", "Kaplan", "League", "the", "mayor", "of", "Mr.", "U.S.", "chair"]


@given(st.lists(st.sampled_from(known), max_size=4), st.integers(0, 4))
def test_a_word_that_the_article_lacks_is_never_resolved(words: list[str], at: int) -> None:
    name = " ".join([*words[:at], "Zorkin", *words[at:]])
    assert directory_of(*TRAMS).resolve(name) is None


@given(st.permutations(["Otto", "Ines", "Feld", "Kaplan"]))
def test_names_are_never_mixed(words: list[str]) -> None:
    found = directory_of(*TRAMS).resolve(" ".join(words[:2]))
    assert found is None or found.name == " ".join(words[:2])


def test_two_initials_are_too_few() -> None:
    directory = directory_of("The Velden Union met.", "They told the VU so.")
    assert directory.resolve("VU") is not directory.resolve("Velden Union")


def test_a_title_leads_to_a_person_only() -> None:
    assert directory_of(*TRAMS).resolve("chair Drivers' League") is None


def test_other_initials_are_another_person() -> None:
    directory = directory_of("George W. Lind met George H. W. Lind.", "Lind left.")
    assert directory.resolve("George W. Lind") is not directory.resolve("George H. W. Lind")
    assert directory.resolve("Lind") is None


def test_an_office_of_several_words_means_who_holds_it() -> None:
    directory = directory_of(
        "Prime Minister Ada Grey met Energy Minister Tom Lind.",
        "The prime minister left before the energy minister and the minister for ports.",
    )

    def meant(name: str) -> str | None:
        found = directory.resolve(name, 2)
        return found.name if found else None

    assert meant("the prime minister") == "Ada Grey"
    assert meant("the energy minister") == "Tom Lind"
    assert meant("the minister") is None


def test_where_a_description_ends() -> None:
    directory = directory_of("The chamber of commerce opposed it.")
    text = directory.article.text
    found = directory.described_at(text.index("chamber"))
    assert found is not None
    start, end = found
    assert text[:end].endswith("commerce")
    assert directory.described_at(0) is None
    assert directory.described_at(end) is None
    assert [d.text for d, _ in directory.described_within(start, end)] == ["chamber of commerce"]
    assert directory.described_within(0, start) == []
