"""The five reports: their form, their lines, and nothing in them that a terminal would obey."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from jsonschema import Draft202012Validator

from summarizer.schema import ValidationReport
from summarizer.validation.report import FORMATS, Counts, make_reporter
from summarizer.validation.run import Options, check_files
from tests.validation.cases import changed, line, put
from tests.validation.command import run
from tests.validation.documents import Json, brief, dumped, summary

HOSTILE = "\x1b[31m\x1b]0;owned\x07\x00\r\n::error::x\u202egnp.\u200bexe\x9b1m<&\"'>]]>%0A,:\ufffe"
"""What a writer of files may try: ANSI and OSC, new lines, bidi, zero width, XML, commands."""

# The structure that Ant's and Jenkins' schemas have in common: attributes, then children in order.
JUNIT: dict[str, tuple[set[str], str]] = {
    "testsuites": (set(), r"(testsuite )*"),
    "testsuite": (
        set("name package id hostname timestamp time tests failures errors".split()),  # noqa: SIM905
        r"properties (testcase )*system-out system-err ",
    ),
    "properties": (set(), ""),
    "testcase": ({"name", "classname", "time"}, r"(failure )?"),
    "failure": ({"type", "message"}, ""),
    "system-out": (set(), ""),
    "system-err": (set(), ""),
}


def closed(**properties: Any) -> dict[str, Any]:
    """Make a schema for an object that has all these fields and no others."""
    fields = {name.replace("schema_", "$schema"): body for name, body in properties.items()}
    return {
        "type": "object",
        "properties": fields,
        "required": list(fields),
        "additionalProperties": False,
    }


def many(items: Any) -> dict[str, Any]:
    """Make a schema for a list."""
    return {"type": "array", "items": items}


TEXT = {"type": "string", "minLength": 1}
MESSAGE = closed(text=TEXT)
LEVEL = {"enum": ["error", "warning"]}
SARIF = closed(
    schema_=TEXT,
    version={"const": "2.1.0"},
    runs=many(
        closed(
            tool=closed(
                driver=closed(
                    name=TEXT,
                    version=TEXT,
                    rules=many(
                        closed(
                            id=TEXT,
                            shortDescription=MESSAGE,
                            help=MESSAGE,
                            defaultConfiguration=closed(level=LEVEL),
                            properties={"type": "object"},
                        )
                    ),
                )
            ),
            columnKind={"const": "unicodeCodePoints"},
            invocations=many(closed(executionSuccessful={"type": "boolean"})),
            results=many(
                closed(
                    ruleId=TEXT,
                    ruleIndex={"type": "integer", "minimum": 0},
                    level=LEVEL,
                    message=MESSAGE,
                    locations=many(
                        closed(
                            physicalLocation=closed(
                                artifactLocation=closed(uri={"pattern": r"^[!-~]+$"}),
                                region=closed(startLine={"type": "integer", "minimum": 1}),
                            ),
                            logicalLocations=many(closed(fullyQualifiedName=TEXT)),
                        )
                    ),
                    partialFingerprints={"additionalProperties": {"type": "string"}},
                )
            ),
        )
    ),
)


def hostile() -> Json:
    """Make a summary that says hostile things wherever a finding repeats it."""
    return changed(
        summary(),
        put("statements", 0, "cue", HOSTILE),
        put("actors", 0, "name", HOSTILE),
        put("events", 0, "mode", HOSTILE),
        put("gist", 0, "evidence", 0, "quote", HOSTILE),
        put("events", 1, "place", {"text": HOSTILE, "start": 1, "end": 4}),
        put("warnings", 0, "path", f"/{HOSTILE}"),
    )


@pytest.fixture(autouse=True)
def _files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("good.json").write_bytes(dumped(summary()))
    Path("bad & odd,a:b %.json").write_bytes(dumped(hostile()))
    Path("\x1b]0;x\x07\n.json").write_bytes(b'{"kind": "\\u001b[2J\\n"}')
    Path("all.jsonl").write_bytes(
        line(changed(brief(), put("judgements", 0, "text", "A strike is unlikely.")))
        + line(changed(summary(), put("events", 1, "actors", ["a1", "a1"])))
        + b"{oops\n"
    )
    Path("fields.json").write_bytes(line({**summary(), HOSTILE: 1}))


def report(name: str, *args: str) -> str:
    output: str = run(".", "gone.json", "--report", name, *args).stdout
    return output


@pytest.mark.parametrize("name", FORMATS)
def test_no_report_holds_a_control_or_direction_character(name: str) -> None:
    output = report(name)
    assert "unlikely" in output
    assert not re.search(
        "[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\ud800-\udfff]", output
    )


def test_json_is_the_contracts_report() -> None:
    parsed = ValidationReport.model_validate_json(report("json"))
    assert parsed.summary.files == 6
    assert parsed.summary.errors == sum(one.severity == "error" for one in parsed.findings)
    assert parsed.summary.warnings == sum(one.severity == "warning" for one in parsed.findings) > 0


def test_junit_has_the_structure_of_ant_and_jenkins() -> None:
    root = ET.fromstring(report("junit"))  # noqa: S314  # our own output
    assert root.tag == "testsuites"
    for element in root.iter():
        attributes, children = JUNIT[element.tag]
        assert set(element.attrib) == attributes
        assert re.fullmatch(children, "".join(f"{child.tag} " for child in element))


def test_junit_counts_its_cases_and_failures() -> None:
    suites = {suite.attrib["name"]: suite for suite in ET.fromstring(report("junit"))}  # noqa: S314
    good, lines = suites["good.json"], suites["all.jsonl"]
    assert (good.attrib["tests"], good.attrib["failures"]) == ("1", "0")
    assert len(lines.findall("testcase")) == int(lines.attrib["tests"]) == 3
    assert len(lines.findall("testcase/failure")) == int(lines.attrib["failures"]) == 2
    assert "repeated_reference" in (lines.findtext("system-out") or "")


def test_sarif_has_the_structure_of_2_1_0() -> None:
    log = json.loads(report("sarif"))
    Draft202012Validator(SARIF).validate(log)
    (only,) = log["runs"]
    assert only["invocations"] == [{"executionSuccessful": False}]
    rules = [rule["id"] for rule in only["tool"]["driver"]["rules"]]
    assert len(set(rules)) == len(rules)
    assert [rules[one["ruleIndex"]] for one in only["results"]] == [
        one["ruleId"] for one in only["results"]
    ]


def test_sarif_names_absolute_files_by_their_address(tmp_path: Path) -> None:
    path = tmp_path / "bad & odd,a:b %.json"
    log = json.loads(run(str(path), "--report", "sarif").stdout)
    location = log["runs"][0]["results"][0]["locations"][0]["physicalLocation"]
    assert location["artifactLocation"]["uri"].startswith("file:///")
    assert location["artifactLocation"]["uri"].endswith("/bad%20%26%20odd%2Ca%3Ab%20%25.json")


def test_github_annotations_land_on_the_right_line() -> None:
    *lines, total = report("github").splitlines()
    pattern = re.compile(
        r"::(error|warning) file=([^:,]*(?:%3A|%2C|[^:,])*),line=(\d+),title=([a-z0-9_]+)::(.+)"
    )
    found = [pattern.fullmatch(one) for one in lines]
    assert all(found)
    assert total.startswith("6 files checked")
    cue = next(one for one in found if one and one[4] == "cue_not_in_text")
    assert cue[2] == "bad & odd%2Ca%3Ab %25.json"
    written = Path("bad & odd,a:b %.json").read_text(encoding="utf-8").split("\n")
    assert '"cue"' in written[int(cue[3]) - 1]


def test_text_gives_one_line_a_finding_and_each_hint_once() -> None:
    lines = report("text").splitlines()
    hints = [one for one in lines if one.startswith("    hint: ")]
    assert len(set(hints)) == len(hints) > 3
    for one in lines[:-1]:
        assert one in hints or re.fullmatch(r".+:\d+: (error|warning): .+ \[[a-z0-9_]+\].*", one)
    assert lines[-1].startswith("6 files checked, ")


def test_text_is_plain_in_a_pipe_and_coloured_on_a_terminal() -> None:
    assert "\x1b" not in report("text")
    written: list[str] = []
    reporter = make_reporter("text", written.append, colour=True)
    counts = Counts()
    for result in check_files(["all.jsonl", "good.json"], Options()):
        counts.add(result)
        reporter.add(result)
    reporter.finish(counts)
    output = "".join(written)
    assert "\x1b[1;31merror\x1b[0m" in output
    assert "\x1b[33mwarning\x1b[0m" in output
    assert re.sub(r"\x1b\[[0-9;]*m", "", output) == run("all.jsonl", "good.json").stdout


@pytest.mark.parametrize("name", FORMATS)
def test_a_report_without_findings_is_whole(name: str) -> None:
    output = run("good.json", "--report", name).stdout
    match name:
        case "json":
            assert json.loads(output)["findings"] == []
        case "sarif":
            assert json.loads(output)["runs"][0]["results"] == []
        case "junit":
            assert len(ET.fromstring(output)) == 1  # noqa: S314
        case _:
            assert output == "1 file checked, no findings\n"


def test_long_messages_are_cut() -> None:
    long = changed(summary(), put("statements", 0, "cue", "said " * 5000))
    Path("long.json").write_bytes(dumped(long))
    assert max(map(len, run("long.json").stdout.splitlines())) < 800
