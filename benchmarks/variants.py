"""One story as many: the example about the storm, each time about other people and places.

Copies of one text would flatter whatever remembers sentences.
"""

from __future__ import annotations

import json
import re
from typing import Any, Final

from tests.pipeline.saved import EXAMPLES, draft_of

_NAMES: Final = ("Ottilie", "Brellkraft", "Brell", "BRELL", "Aske", "Lund", "Aaby", "Lea", "Arne")
_UNNAMED: Final = ("Two", "Eleven", "thirty", "A concert", "roads", "Trains", "earlier")
"""Words of the sentences without a name."""
_WORD: Final = re.compile("|".join((*_NAMES, *_UNNAMED)))
_NUMBER: Final = re.compile(r"Report (\d+)\.")
_ENDINGS: Final = ("a", "o", "en", "is", "ar", "und", "eth", "im", "or", "uk")
_TEXT: Final = EXAMPLES.joinpath("storm.txt").read_text(encoding="utf-8")
_DRAFT: Final = json.dumps(draft_of("storm"))


def story(number: int) -> str:
    """The story with its number in it."""
    return f"{_varied(_TEXT, number)}\n\nReport {number}."


def draft_about(asked: str) -> dict[str, Any]:
    """The draft about the story that a request shows."""
    found = _NUMBER.findall(asked)
    held: dict[str, Any] = json.loads(_varied(_DRAFT, int(found[-1])))
    return held


def _varied(text: str, number: int) -> str:
    ending = "".join(_ENDINGS[int(digit)] for digit in str(number))

    def other(found: re.Match[str]) -> str:
        word = found[0]
        if word in _UNNAMED:
            return f"{word} {ending}"
        return word + (ending.upper() if word.isupper() else ending)

    return _WORD.sub(other, text)
