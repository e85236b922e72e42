from __future__ import annotations

import pytest

from summarizer.grounding.names import Directory
from summarizer.grounding.statements import FoundStatement, find_statements
from tests.grounding.names.pieces import article_of

PEOPLE = (
    "Otto Feld, chair of the Drivers' League, met the mayor, Ines Kaplan, in Velden.",
    "Maren Holt is secretary-general of the Salt Coast Commission.",
)


def found(*parts: str, title: bool = False) -> list[FoundStatement]:
    article = article_of(*parts, title=title)
    return find_statements(article, Directory.build(article))


def said(*parts: str, title: bool = False) -> list[tuple[str, str, str]]:
    """Speaker or description, cue and the words said, of each statement."""
    article = article_of(*parts, title=title)
    statements = find_statements(article, Directory.build(article))
    return [
        (
            s.speaker.name if s.speaker else article.text[slice(*(s.description or (0, 0)))],
            s.cue,
            " | ".join(article.text[start:end] for start, end in s.spans),
        )
        for s in statements
    ]


@pytest.mark.parametrize(
    ("sentence", "speaker", "cue", "words"),
    [
        ('"It is not a victory," Feld said.', "Otto Feld", "said", "It is not a victory,"),
        ("“It is not a victory,” said Feld.", "Otto Feld", "said", "It is not a victory,"),
        ("Feld said: “It is not a victory.”", "Otto Feld", "said", "It is not a victory."),
        ("« It is not a victory », said Feld.", "Otto Feld", "said", "It is not a victory"),
        ("„It is not a victory“, said Feld.", "Otto Feld", "said", "It is not a victory"),
        ("'It is not a victory,' Feld said.", "Otto Feld", "said", "It is not a victory,"),
        (
            "“It is,” Feld said on Monday, “not a victory yet.”",
            "Otto Feld",
            "said",
            "It is, | not a victory yet.",
        ),
        ("Feld said members had agreed.", "Otto Feld", "said", "members had agreed"),
        ("Feld, 51, also said that it was over.", "Otto Feld", "said", "that it was over"),
        (
            "Feld, who has led the league for years, told reporters that it was over.",
            "Otto Feld",
            "told",
            "reporters that it was over",
        ),
        ("The strike was over, Feld said.", "Otto Feld", "said", "The strike was over"),
        (
            "The strike was over, said Maren Holt, secretary-general of the council.",
            "Maren Holt",
            "said",
            "The strike was over",
        ),
        (
            "The strike was over, said the mayor, Ines Kaplan.",
            "Ines Kaplan",
            "said",
            "The strike was over",
        ),
        (
            "According to Feld, the strike is over.",
            "Otto Feld",
            "According to",
            "the strike is over",
        ),
        (
            "The strike is over, according to Feld.",
            "Otto Feld",
            "according to",
            "The strike is over",
        ),
        ("Kaplan praised the vote.", "Ines Kaplan", "praised", "the vote"),
        ("Kaplan denied that crews were hired.", "Ines Kaplan", "denied", "that crews were hired"),
        ("Holt's statement said the strike was over.", "Maren Holt", "said", "the strike was over"),
        (
            "Feld: “We are going back to work now.”",
            "Otto Feld",
            ":",
            "We are going back to work now.",
        ),
        (
            "“We are going back to work.” — Otto Feld",
            "Otto Feld",
            "—",
            "We are going back to work.",
        ),
    ],
)
def test_one_statement(sentence: str, speaker: str, cue: str, words: str) -> None:
    assert said(*PEOPLE, sentence) == [(speaker, cue, words)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Feld was told that the strike was over.",
        "Feld has not said what comes next.",
        "Feld could say more next week.",
        "The League is said to be rich.",
        "The alleged attack on Feld went unpunished.",
        "Officials accused of taking money met Feld.",
        'Feld drove the "so-called" tram.',
        "Feld asked not to be named.",
        'Feld sang "The Long Road Home" in Velden.',
    ],
)
def test_no_statement(sentence: str) -> None:
    assert said(*PEOPLE, sentence) == []


@pytest.mark.parametrize(
    ("sentence", "described"),
    [
        ("Tram drivers voted to stop, their union said.", "their union"),
        ("Air traffic controllers said the tower was empty.", "Air traffic controllers"),
        ("Norrland officials said talks would go on.", "Norrland officials"),
        (
            "A senior official who asked not to be named said talks would go on.",
            "A senior official",
        ),
        ("“It was loud here,” said a spokesman for the ministry.", "a spokesman for the ministry"),
        ("Organisers said 400 people came.", "Organisers"),
        ("On Monday, residents said the water was brown.", "residents"),
    ],
)
def test_described_speakers(sentence: str, described: str) -> None:
    assert [speaker for speaker, _, _ in said(*PEOPLE, sentence)] == [described]


def test_a_pronoun_is_the_speaker_before() -> None:
    statements = said(*PEOPLE, "Holt praised the deal.", "“We are glad of it,” she said.")
    assert [speaker for speaker, _, _ in statements] == ["Maren Holt", "Maren Holt"]


def test_a_pronoun_is_the_subject_of_the_sentence_before() -> None:
    statements = said("The mayor, Ines Kaplan, came to Velden.", "She said the trams would run.")
    assert statements == [("Ines Kaplan", "said", "the trams would run")]


def test_it_is_an_organisation_never_a_person() -> None:
    statements = said(
        "The Salt Coast Commission met.",
        "It said the deal stands.",
        "Otto Feld agreed that it does.",
    )
    assert [speaker for speaker, _, _ in statements] == ["Salt Coast Commission", "Otto Feld"]


def test_the_minister_is_the_only_minister_named() -> None:
    statements = said("Foreign Minister Ada Grey arrived.", "The minister said talks would go on.")
    assert statements[0][0] == "Ada Grey"


def test_the_minister_is_described_if_two_are_named() -> None:
    statements = said(
        "Foreign Minister Ada Grey met Trade Minister Tom Lind.",
        "The minister said talks would go on.",
    )
    assert statements[0][0] == "The minister"


def test_a_quotation_goes_on_in_its_paragraph_and_over_paragraphs() -> None:
    statements = found(
        *PEOPLE, "“We won,” Feld said.", "“But we paid a price.", "", "“It was a high one.”"
    )
    assert [s.speaker.name if s.speaker else None for s in statements] == ["Otto Feld"] * 3
    assert statements[1].confidence < statements[0].confidence


def test_a_quotation_over_two_sentences_is_one_statement() -> None:
    statements = found(*PEOPLE, "“We won.", "It was hard,” Feld said.")
    assert [s.sentences for s in statements] == [(3, 4)]


def test_a_speaker_announced_by_a_colon_in_the_paragraph_before() -> None:
    statements = found(*PEOPLE, "Feld wrote to his members:", "", "“We are going back to work.”")
    assert [(s.kind, s.sentences) for s in statements] == [("quoted", (3, 4))]


def test_a_signature_on_the_next_line() -> None:
    statements = said(*PEOPLE, "“We are going back to work.”", "", "— Otto Feld")
    assert statements == [("Otto Feld", "—", "We are going back to work.")]


def test_two_speakers_of_one_verb() -> None:
    statements = said(*PEOPLE, "The League and the Commission said the strike was over.")
    assert {speaker for speaker, _, _ in statements} == {
        "Drivers' League",
        "Salt Coast Commission",
    }


def test_a_statement_within_a_statement_is_not_the_speakers_own() -> None:
    statements = said(*PEOPLE, "Feld said Kaplan had threatened to hire crews.")
    assert statements == [("Otto Feld", "said", "Kaplan had threatened to hire crews")]


def test_two_clauses_two_speakers() -> None:
    statements = said(*PEOPLE, "Feld said it was over, but Kaplan denied it.")
    assert [(speaker, cue) for speaker, cue, _ in statements] == [
        ("Otto Feld", "said"),
        ("Ines Kaplan", "denied"),
    ]


def test_what_is_inside_a_quotation_attributes_nothing() -> None:
    statements = said(*PEOPLE, "“Kaplan said she would pay,” Feld said.")
    assert [speaker for speaker, _, _ in statements] == ["Otto Feld"]


def test_an_answer_in_an_interview_is_the_interviewees() -> None:
    statements = said(
        "An interview with the painter Tom Lind",
        "",
        "Why do you paint at night?",
        "",
        "I think the light is better.",
        "",
        "What comes next?",
        "",
        "Nothing.",
        title=True,
    )
    assert statements == [("Tom Lind", "think", "the light is better")]


def test_nobody_is_i_outside_an_interview() -> None:
    assert said(*PEOPLE, "I think the light is better.") == []


def test_spans_and_sentences_are_exact() -> None:
    article = article_of(*PEOPLE, "“Nous avons gagné 🎉 aujourd’hui,” said Feld.")
    (statement,) = find_statements(article, Directory.build(article))
    assert [article.text[a:b] for a, b in statement.spans] == ["Nous avons gagné 🎉 aujourd’hui,"]
    assert statement.sentences == (3,)
    assert statement.speaker_span is not None
    assert article.text[slice(*statement.speaker_span)] == "Feld"


@pytest.mark.parametrize(
    ("sentence", "speaker", "cue"),
    [
        (
            "The hospital, whose director, Dr Amy Kerr, said it was full, closed.",
            "Amy Kerr",
            "said",
        ),
        ("The mission's head, retired general Amy Kerr, said it was over.", "Amy Kerr", "said"),
        ("It was over, said its founder, the florist Amy Kerr.", "Amy Kerr", "said"),
        ("The city had lied, Feld said.", "Otto Feld", "said"),
        ("The League objected to the plan, Feld said.", "Otto Feld", "said"),
        ("Both delegations said the talks were off.", "Both delegations", "said"),
        ("One of them, who gave no name, said it was over.", "One of them", "said"),
        ("The Commission called that “theft”.", "Salt Coast Commission", "called"),
        ("Feld, with Kaplan saying nothing, warned of delays.", "Otto Feld", "warned"),
    ],
)
def test_who_speaks_in_longer_sentences(sentence: str, speaker: str, cue: str) -> None:
    found_here = said(*PEOPLE, sentence)
    assert (speaker, cue) in [(who, word) for who, word, _ in found_here]


@pytest.mark.parametrize(
    "sentence",
    [
        "If they say no, the strike begins.",
        "The figures said little.",
        "An earlier version of this article said that 41 people were hurt.",
        "The plan was welcome in Velden.",
        "Crews recalled 40 trams.",
    ],
)
def test_conditions_and_things_attribute_nothing(sentence: str) -> None:
    assert said(*PEOPLE, sentence) == []


def test_each_quotation_goes_to_the_verb_beside_it() -> None:
    statements = said(
        *PEOPLE, "Feld threatened to stop work, a threat Kaplan called “an insult to us”."
    )
    assert ("Ines Kaplan", "called", "an insult to us") in statements


def test_it_is_the_body_named_before_in_the_sentence() -> None:
    statements = said(
        *PEOPLE,
        "The Harbour Board came.",
        "The consumer group Fair Shelf took another view: it said so.",
    )
    assert statements == [("Fair Shelf", "said", "so")]


def test_an_ironic_word_in_quotation_marks_makes_no_quotation() -> None:
    (statement,) = found(*PEOPLE, 'Feld said the "so-called" deal was dead.')
    assert statement.kind == "reported"


def test_he_is_no_organisation() -> None:
    statements = said("The Velden Commission objected to it.", "He said it was late.")
    assert [speaker for speaker, cue, _ in statements if cue == "said"] == []


def test_i_is_nobody_where_no_questions_are_printed() -> None:
    parts = ("An interview with the painter Tom Lind", "", "He paints.", "", "I think it is good.")
    assert said(*parts, title=True) == []
