"""The tables in each of their forms: what is in them, how they join, what they do not do."""

from __future__ import annotations

import csv
import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing, suppress
from pathlib import Path

import pytest

from summarizer.errors import OutputError
from summarizer.export import TABLES, opened
from summarizer.schema import ArticleSummary
from tests.export.made import Json, made, read


def _export(path: Path, form: str, *values: Json) -> list[ArticleSummary]:
    summaries = list(map(read, values))
    with opened(path, form) as taker:
        for summary in summaries:
            taker.take(summary)
    return summaries


def _csv(folder: Path, name: str) -> list[dict[str, str]]:
    with (folder / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture
def database(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    """The pilots, their like in Chinese, and them without their text."""

    def chinese(value: Json) -> None:
        value["article"]["title"] = "港口罢工结束"

    def textless(value: Json) -> None:
        value["article"]["text"] = None

    path = tmp_path / "news.db"
    _export(path, "sqlite", made(), made(chinese, "zh"), made(textless, "bare"))
    with closing(sqlite3.connect(path)) as connection:
        yield connection


def test_every_row_finds_what_it_points_to(database: sqlite3.Connection) -> None:
    assert database.execute("PRAGMA foreign_key_check").fetchall() == []
    assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    for table in TABLES:
        held = database.execute(f"PRAGMA foreign_key_list({table.name})").fetchall()
        assert len({row[0] for row in held}) == len(table.refers)
        assert database.execute(f"SELECT count(*) FROM {table.name}").fetchone()[0] >= 3  # noqa: S608


def test_parties_and_quotes_join(database: sqlite3.Connection) -> None:
    rows = database.execute(
        """SELECT actors.name, parties.role, events.type, evidence.quote
           FROM events JOIN event_actors AS parties
             ON parties.article = events.article AND parties.event = events.id
           JOIN actors ON actors.article = parties.article AND actors.id = parties.actor
           JOIN evidence ON evidence.article = events.article AND evidence.item = events.id
           WHERE events.article = 1 AND events.id = 'e3' ORDER BY parties.role"""
    ).fetchall()
    assert [row[:3] for row in rows] == [
        ("Jonas Brandt", "actor", "AID"),
        ("Pilots' Guild", "recipient", "AID"),
    ]
    assert all(quote.startswith("The port's owner") for *_, quote in rows)


def test_quotes_stand_where_they_say(database: sqlite3.Connection) -> None:
    wrong = database.execute(
        """SELECT count(*) FROM evidence JOIN articles USING (article)
           WHERE substr(text, start_char + 1, end_char - start_char) <> quote"""
    ).fetchone()
    assert wrong == (0,)


def test_sentences_are_searched_and_lead_to_items(database: sqlite3.Connection) -> None:
    rows = database.execute(
        """SELECT DISTINCT search.article, search.sentence, events.id
           FROM search JOIN evidence USING (article, sentence)
           JOIN events ON events.article = search.article AND events.id = evidence.item
           WHERE search MATCH 'NEAR(crowns relief, 5)' ORDER BY 1"""
    ).fetchall()
    assert rows == [(1, 6, "e3"), (2, 6, "e3"), (3, 6, "e3")], (
        "by its quotes where text is left out"
    )
    own = database.execute("SELECT count(*) FROM search WHERE search MATCH 'newsletter'")
    assert own.fetchone() == (0,), "what is not the article's own is not found"


def test_a_holder_that_is_the_article_itself_is_empty(tmp_path: Path) -> None:
    def judge(value: Json) -> None:
        value["stances"][0]["holder"] = "author"

    _export(tmp_path / "t", "csv", made(judge))
    assert _csv(tmp_path / "t", "stances")[0]["holder"] == ""


def test_csv_has_the_columns_and_joins_by_number(tmp_path: Path) -> None:
    summaries = _export(tmp_path / "t", "csv", made(), made(known="second"))
    for table in TABLES:
        rows = _csv(tmp_path / "t", table.name)
        assert list(rows[0]) == [column.name for column in table.columns]
        assert {row["article"] for row in rows} == {"1", "2"}
        keys = {tuple(row[name] for name in table.key) for row in rows}
        assert len(keys) == len(rows)
    articles = {row["article"]: row for row in _csv(tmp_path / "t", "articles")}
    assert articles["2"]["id"] == "second"
    for row in _csv(tmp_path / "t", "evidence"):
        text = articles[row["article"]]["text"]
        assert text == summaries[0].article.text
        assert text[int(row["start_char"]) : int(row["end_char"])] == row["quote"]
    assert json.loads(_csv(tmp_path / "t", "actors")[0]["aliases"]) == ["Guild"]
    four = [row for row in _csv(tmp_path / "t", "quantities") if row["unit"] == "%"]
    assert {(row["event"], row["value"], row["what"]) for row in four} == {("e2", "4", "offer")}


def test_no_cell_steers_a_spreadsheet_or_a_terminal(tmp_path: Path) -> None:
    def hostile(value: Json) -> None:
        value["article"]["title"] = "=HYPERLINK(1)"
        value["article"]["publisher"] = "\x1b]0;owned\x07"
        value["actors"][0]["name"] = "@SUM(A1)"
        value["stances"][0]["target"] = "\ta vote\u202e"
        value["events"][0]["description"] = "+1"

    _export(tmp_path / "t", "csv", made(hostile))
    cells = [
        cell
        for table in TABLES
        for row in _csv(tmp_path / "t", table.name)
        for cell in row.values()
    ]
    assert not [cell for cell in cells if cell.startswith(("=", "+", "@", "\t", "-"))]
    assert not [cell for cell in cells if any(char in cell for char in "\x1b\x07\u202e")]
    assert _csv(tmp_path / "t", "articles")[0]["title"] == "'=HYPERLINK(1)"


def test_a_mode_that_the_type_does_not_allow_does_not_come_out(tmp_path: Path) -> None:
    def wrong(value: Json) -> None:
        value["events"][0] |= {"mode": "strike", "quad": "verbal conflict"}

    _export(tmp_path / "t", "csv", made(wrong))
    event = _csv(tmp_path / "t", "events")[0]
    assert (event["type"], event["mode"], event["quad"]) == ("RETREAT", "", "material cooperation")


def test_parquet_holds_the_same(tmp_path: Path) -> None:
    parquet = pytest.importorskip("pyarrow.parquet", reason="needs the extra 'parquet'")
    values = [made(known=f"x{number}") for number in range(3)]
    _export(tmp_path / "p", "parquet", *values)
    _export(tmp_path / "c", "csv", *values)
    for table in TABLES:
        found = parquet.read_table(tmp_path / "p" / f"{table.name}.parquet").to_pylist()
        shown = _csv(tmp_path / "c", table.name)
        told = [{name: _shown(cell) for name, cell in row.items()} for row in found]
        assert told == shown
    numbers = parquet.read_table(tmp_path / "p" / "evidence.parquet").column("start_char")
    assert numbers.to_pylist()[0] == 0


def _shown(cell: object) -> str:
    return "" if cell is None else str(cell).removesuffix(".0")


@pytest.mark.parametrize("form", ["csv", "sqlite", "parquet", "plover"])
def test_an_error_leaves_what_was_there(form: str, tmp_path: Path) -> None:
    if form == "parquet":
        pytest.importorskip("pyarrow", reason="needs the extra 'parquet'")
    place = tmp_path / "out"
    _export(place, form, made())
    before = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    with suppress(KeyboardInterrupt), opened(place, form) as taker:
        taker.take(read(made(known="other")))
        raise KeyboardInterrupt
    assert {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()} == before


@pytest.mark.parametrize(("form", "says"), [("csv", "is no folder"), ("sqlite", "is a folder")])
def test_a_place_of_the_other_kind_is_refused(form: str, says: str, tmp_path: Path) -> None:
    place = tmp_path / "out"
    if form == "csv":
        place.write_text("mine")
    else:
        place.mkdir()
    with pytest.raises(OutputError, match=says), opened(place, form):
        pass
    assert place.is_file() == (form == "csv")


def test_a_summary_written_by_hand_has_no_model_plan_or_cost(tmp_path: Path) -> None:
    _export(tmp_path, "csv", made(lambda value: value.pop("run")))
    (article,) = _csv(tmp_path, "articles")
    assert {article[name] for name in ("model", "plan", "prompt", "created", "cost")} == {""}
