"""One case for each thing that the guard sees, and for what it lets pass."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summarizer.grounding.guard import GuardContext, check, parties_are_swapped

VOTE = "Tram drivers in Velden voted on Monday to end an 11-day walkout, their union said."
MAYOR = (
    "The city's mayor, Ines Kaplan, praised the vote and denied that the city had threatened to"
    " hire outside crews."
)
LEAGUE = "The Drivers' League did not win the 8% rise that it had asked for."
MEETING = "League chair Otto Feld met the mayor of Velden, Ines Kaplan, and banker Rolf Ames."
CONTEXT = GuardContext(anchor=date(2031, 6, 9))


def codes(claim: str, *evidence: str, context: GuardContext = CONTEXT) -> list[str]:
    return [problem.code for problem in check(claim, evidence, context=context)]


@pytest.mark.parametrize(
    ("claim", "evidence", "code"),
    [
        ("Tram drivers ended a 12-day walkout.", VOTE, "unsupported_number"),
        ("Tram drivers ended an 11-week walkout.", VOTE, "unsupported_number"),
        ("Two people died.", "Four people died; two men were hurt.", "unsupported_number"),
        ("Tram drivers voted on Tuesday.", VOTE, "unsupported_date"),
        ("Tram drivers voted on June 8.", VOTE, "unsupported_date"),
        ("Tram drivers voted on Monday, June 10.", VOTE, "unsupported_date"),
        ("He was fined €20.", "He was fined $20.", "unsupported_money"),
        ("He was fined $20 million.", "He was fined $20,000.", "unsupported_money"),
        ("Petra Holm praised the vote.", MAYOR, "unsupported_name"),
        ("Otto Ames met Ines Kaplan.", MEETING, "unsupported_name"),
        ("Governor Ines Kaplan praised the vote.", MAYOR, "unsupported_name"),
        ("Former mayor Ines Kaplan praised the vote.", MAYOR, "unsupported_name"),
        ("Mayor Klaus Ott was charged.", "Former mayor Klaus Ott was charged.", "unsupported_name"),
        ("Mayor Otto Feld met Rolf Ames.", MEETING, "unsupported_name"),
        ("Tram drivers did not vote to end a walkout.", VOTE, "unsupported_negation"),
        ("The vote ended without a deal.", "The vote ended with a deal.", "unsupported_negation"),
        ("The city had threatened to hire outside crews.", MAYOR, "missing_negation"),
        ("The league won the 8% rise.", LEAGUE, "missing_negation"),
        ("A deal was reached.", "No deal was reached.", "missing_negation"),
        ("Kaplan criticized the vote.", MAYOR, "reversal"),
        ("The port closed two docks.", "The port plans to close two docks.", "reversal"),
        ("The bridge reopened.", "If tests go well, the bridge may reopen.", "reversal"),
        ("He voted for the plan.", "He voted against the plan.", "reversal"),
        ("The law is from the 1980s.", "The law is from the 1990s.", "unsupported_name"),
        ("G20 ministers met.", "G7 ministers met.", "unsupported_name"),
        ("A B-2 landed.", "A B-52 landed.", "unsupported_name"),
        ("It is not true that he voted.", "He voted.", "unsupported_negation"),
        ("The vote was 13 of 14.", "The vote was 014 of 013.", "unsupported_number"),
        ("The union accepted it.", "The union turned the money down.", "reversal"),
        ("He managed to free the ship.", "An attempt to free the ship failed.", "reversal"),
        ("She could leave.", "She could not not leave, and could not leave.", "missing_negation"),
        ("There would be a pause.", "It will make no pause.", "missing_negation"),
        ("It opens before June 9.", "It opens on June 9.", "unsupported_date"),
        ("He was fined 3 marks.", "He was fined 3 crowns.", "unsupported_money"),
        ("The former judge spoke.", "The judge spoke.", "unsupported_name"),
    ],
)
def test_what_is_not_borne_out_is_named(claim: str, evidence: str, code: str) -> None:
    assert code in codes(claim, evidence)


@pytest.mark.parametrize(
    ("claim", "evidence"),
    [
        ("He praised the vote.", MAYOR),
        ("The drivers ended a walkout of eleven days.", VOTE),
        ("Drivers voted in June.", VOTE),
        ("China turned down Austria's request.", "China rejected a request by Austria."),
        ("The two met.", "Feld and Kaplan met."),
        ("The first vote failed.", "A vote failed."),
        ("The U.N. met.", "The United Nations met."),
        ("The strike lasted a dozen days.", "The strike lasted 12 days."),
        ("Chair Feld met Mayor Kaplan.", MEETING),
        ("The law is from the '90s.", "The law is from the 1990s."),
        ("G-7 ministers met.", "G7 ministers met."),
        ("He said that neither would go.", "He said neither would go."),
        ("They neither confirmed nor denied it.", "They would neither confirm nor deny it."),
        ("He denied at first that Feld was hurt.", "He had at first denied that Feld was hurt."),
        ("It was denied by Feld that he was hurt.", "Feld denied that he was hurt."),
        ("Feld denied ever paying Ames.", "Feld said he had never paid Ames."),
        ("The port will not open before May 2031.", "The port will now open in May 2031."),
        ("It will not start on May 3 but on May 9.", "It, due on May 3, will start on May 9."),
        ("The party did not vote for it.", "The party voted against."),
        ("The union turned down 2 million.", "The union turned the 2 million down."),
        ("Two teams failed to merge.", "An attempt to merge two teams collapsed."),
        ("Gusts of 110 km/h were measured.", "Gusts of 110 kilometres an hour were measured."),
        ("She saw minister Otto Feld.", "Minister Ruiz saw her counterpart, Otto Feld."),
    ],
)  # fmt: skip
def test_what_means_the_same_passes(claim: str, evidence: str) -> None:
    assert codes(claim, evidence) == []


SIDES = """
Orlan rejected Maravia's request. | Maravia rejected Orlan's request.
Orlan's request was rejected by Maravia. | Maravia's request was rejected by Orlan.
The union criticized Ines Kaplan. | Mayor Ines Kaplan criticized the union on Monday.
The mayor praised the judge. | The judge, who had been ill, praised the mayor.
Maravia turned down a plan by Orlan. | A plan by Maravia was turned down by Orlan.
Feld fined the bank. | Feld was fined by the bank.
The bank sued the city and Feld. | Feld sued the bank.
Police were arrested by two men. | Police arrested two men.
The drivers were thanked by the city. | The city was thanked by the drivers.
"""


@pytest.mark.parametrize("line", SIDES.strip().splitlines())
def test_who_did_it_and_to_whom_is_told_apart(line: str) -> None:
    claim, evidence = line.split(" | ")
    assert "swapped_parties" in codes(claim, evidence)
    assert "swapped_parties" not in codes(evidence, evidence)


SAME_SIDES = """
Maravia's request was rejected by Orlan. | Orlan rejected Maravia's request.
Orlan turned down a request from Maravia. | Orlan rejected Maravia's request.
Two men were arrested by police. | Police arrested two men.
Feld met Kaplan. | Kaplan met Feld in Lorne.
Feld bought the bank from Ames. | Ames sold the bank to Feld.
Senators passed the bill. | The bill passed by 41 votes.
Sanctions were first imposed by the Union. | The Union first imposed sanctions on Orlan.
The League had asked for a rise. | The League did not win the rise that it had asked for.
A vote is planned for May. | A vote, planned for May, was cancelled.
"""


@pytest.mark.parametrize("line", SAME_SIDES.strip().splitlines())
def test_the_same_sides_in_other_words_pass(line: str) -> None:
    claim, evidence = line.split(" | ")
    assert "swapped_parties" not in codes(claim, evidence)


@pytest.mark.parametrize(
    ("text", "swapped"),
    [
        ("Ines Kaplan criticized the union", False),
        ("the union was criticized by Ines Kaplan", False),
        ("The union criticized Ines Kaplan", True),
        ("Ines Kaplan met the union", False),
        ("a quarrel", False),
    ],
)
def test_the_parties_of_an_event_stand_as_its_words_have_them(text: str, swapped: bool) -> None:
    assert parties_are_swapped([text], [["Ines Kaplan", "Kaplan"]], [["union"]]) == swapped


def test_the_day_of_the_dateline_is_no_day_of_the_sentence() -> None:
    claim, evidence = "Drivers voted on June 9.", "VELDEN, June 9 — Drivers voted on Sunday."
    filed = GuardContext(anchor=date(2031, 6, 9), dateline="VELDEN, June 9")
    assert codes(claim, evidence, context=filed) == ["unsupported_date"]
    assert codes("Drivers voted on Sunday.", evidence, context=filed) == []


def test_the_problem_names_its_token() -> None:
    problem = check("Ferries carried 71 cars.", ["Ferries carried 17 cars."])[0]
    assert (problem.token, "71" in problem.message) == ("71", True)


def test_each_finding_comes_once() -> None:
    assert codes("Nora Quill met Nora Quill.", "A judge spoke.") == ["unsupported_name"]


def test_names_may_come_from_around_the_evidence_but_numbers_may_not() -> None:
    claim, evidence = "Kaplan signed in Lorne with Volk and Brandt.", "She signed it."
    around = GuardContext(
        names=[["Ines Kaplan", "Kaplan", "She"]],
        actors=[["Dana Volk", "Volk"]],
        neighbours=["The letter reached Ivo Brandt on day 17."],
        dateline="LORNE, June 9",
    )
    assert codes(claim, evidence) != []
    assert codes(claim, evidence, context=around) == []
    assert codes("She signed it 17 times.", evidence, context=around) == ["unsupported_number"]


def test_a_title_may_come_from_the_heading() -> None:
    heading = GuardContext(title="Mayor Kaplan praises vote")
    assert codes("Mayor Ines Kaplan praised it.", "Ines Kaplan praised it.") != []
    assert codes("Mayor Ines Kaplan praised it.", "Ines Kaplan praised it.", context=heading) == []


def test_a_headline_in_title_case_is_no_row_of_names() -> None:
    assert codes("Tram Drivers in Velden End Walkout After Vote", VOTE) == []


@pytest.mark.parametrize(
    ("cut", "code"),
    [
        ("the city had threatened to hire outside crews", "missing_negation"),
        ("hire outside crews", "reversal"),
        ("win the 8% rise", "missing_negation"),
    ],
)
def test_a_cut_may_not_lose_what_governs_it(cut: str, code: str) -> None:
    assert code in [p.code for e in (MAYOR, LEAGUE) for p in check(cut, [e]) if cut in e]


def test_a_cut_keeps_its_names_and_numbers() -> None:
    assert codes("an 11-day walkout, their union said", VOTE) == []
    assert codes("praised the vote", MAYOR) == []


OTHER_LANGUAGES = """
es | unsupported_number | El alcalde contrató 71 hombres. | El alcalde contrató 17 hombres.
es | missing_negation | La ciudad contrató obreros. | Kaplan negó que la ciudad contrató obreros.
ru | unsupported_name | Мэр Борис Гласов подписал закон. | Мэр Инна Каплина подписала закон.
ru | reversal | Совет одобрил план. | Совет отклонил план.
zh | unsupported_name | 市长王芳批准了计划。 | 市长张丽批准了该计划。
zh | unsupported_negation | 议会没有通过预算。 | 议会通过了预算。
ar | reversal | رفض البرلمان الميزانية. | وافق البرلمان على الميزانية.
de | unsupported_number | Der Rat hat 12 Busse. | Der Rat hat 21 Busse.
"""


@pytest.mark.parametrize("line", OTHER_LANGUAGES.strip().splitlines())
def test_other_languages(line: str) -> None:
    language, code, claim, evidence = line.split(" | ")
    assert code in codes(claim, evidence, context=GuardContext(language=language))


@settings(deadline=None)
@given(st.text(max_size=120), st.sampled_from(["en", "es", "ru", "zh", "ar", "de"]))
def test_what_the_evidence_says_itself_is_borne_out(text: str, language: str) -> None:
    assert check(text, [text], context=GuardContext(language=language)) == []


@given(st.text(max_size=80), st.text(max_size=80))
def test_any_text_is_answered(claim: str, evidence: str) -> None:
    assert isinstance(check(claim, [evidence]), list)


def test_no_evidence_bears_out_nothing() -> None:
    assert codes("Kaplan won 17 votes.") == ["unsupported_number", "unsupported_name"]
