"""What a call costs: by the user's own price, else by a table that others keep up."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import TypeAlias

from summarizer.errors import ConfigurationError
from summarizer.llm.providers import ModelName
from summarizer.settings import Settings

Price: TypeAlias = Callable[[int, int, int], float | None]
"""Dollars for tokens read, written, and read from the provider's cache; the last are among the
first. None where nobody knows."""

_MILLION = 1_000_000


def price_for(model: ModelName, settings: Settings) -> Price | None:
    """How to price this model's calls, or None if its price is not known.

    At an address of the user's own a provider's prices do not hold.

    Raises:
        ConfigurationError: `settings.price` is no price.
    """
    if settings.price is not None:
        return _own(settings.price)
    listed = model.provider.priced_as
    if listed is None or is_elsewhere(model, settings):
        return None
    if _listed(listed, model.name, 0, 0, 0) is None:
        return None
    return lambda read, written, cached: _listed(listed, model.name, read, written, cached)


def is_elsewhere(model: ModelName, settings: Settings) -> bool:
    """Whether the model is asked for at an address that is not the provider's."""
    return settings.base_url is not None and model.provider.address_hint is None


def _own(given: str) -> Price:
    try:
        read_price, written_price = (float(part) for part in given.split("/"))
    except ValueError:
        read_price = written_price = math.nan
    if not (0 <= read_price < math.inf and 0 <= written_price < math.inf):
        raise ConfigurationError(
            f"{given} is no price",
            hint="write dollars for a million tokens read and written, such as 0.15/0.60",
        )
    return lambda read, written, _: (read * read_price + written * written_price) / _MILLION


def _listed(provider: str, model: str, read: int, written: int, cached: int) -> float | None:
    """By genai-prices, whose table comes with the package: nothing is fetched."""
    from genai_prices import Usage, calc_price

    used = Usage(input_tokens=read, output_tokens=written, cache_read_tokens=min(cached, read))
    try:
        found = calc_price(used, model, provider_id=provider)
    except (LookupError, ValueError):
        return None
    return float(found.total_price) if found.provider.id == provider else None
