"""Validation: summaries and notes bent in a few places, checked, mended and reported."""

from __future__ import annotations

import json
from typing import Final

from hypothesis import strategies as st

from summarizer.render import parse_document
from summarizer.validation.check import check
from summarizer.validation.mend import mend
from summarizer.validation.report import FORMATS, Counts, make_reporter
from summarizer.validation.run import Options, check_data
from summarizer.validation.sheet import rows_of, write_sheet
from summarizer.validation.texts import Texts
from tests.fuzz.bending import bent_values, broken_files
from tests.fuzz.part import Part
from tests.validation.documents import brief, dumped, summary

OPTIONS: Final = Options(require_reviewed=True)
TEXTS: Final = Texts((), ())


def checked(drawn: tuple[bytes, int]) -> None:
    """Check a document, mend some, report some; what can be read back is read back."""
    data, number = drawn
    result = check_data(data, "x.json", OPTIONS)
    if number == 0:
        mend(data, lambda mended: check(mended, "x", TEXTS))
    if number == 1:
        for name in FORMATS:
            counts = Counts()
            counts.add(result)
            reporter = make_reporter(name, lambda text: text.encode())
            reporter.add(result)
            reporter.finish(counts)
    if number == 2:
        document = parse_document(data, "x.json").model_dump(mode="json")
        if document["kind"] == "summary":
            write_sheet(rows_of(document, "x.json", None))


def _some(data: st.SearchStrategy[bytes]) -> st.SearchStrategy[tuple[bytes, int]]:
    return st.tuples(data, st.integers(0, 9))


_BENT = bent_values([summary(), summary(), brief()]).map(lambda value: json.dumps(value).encode())
_BROKEN = broken_files([dumped(summary()), dumped(brief())])

PARTS = (
    Part("validate: values", _some(_BENT), checked, 40, 3_000),
    Part("validate: files", _some(_BROKEN), checked, 30, 60_000),
)
