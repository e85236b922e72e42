"""Numbers of a text and what they measure or count."""

from summarizer.grounding.quantities.find import Measured, find_quantities, measured_in
from summarizer.grounding.quantities.numbers import Number, numbers_in, parse_digits

__all__ = [
    "Measured",
    "Number",
    "find_quantities",
    "measured_in",
    "numbers_in",
    "parse_digits",
]
