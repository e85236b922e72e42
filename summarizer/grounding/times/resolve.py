"""From a found phrase to a date: one small function for each shape that the tables name.

Every function gives the granularity even where no date can be counted; `start` is then None.
A result of None means that the words are no time after all (February 30).
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from summarizer.grounding.times import dates, weeks
from summarizer.grounding.times.basis import Basis, Resolved
from summarizer.grounding.times.dates import Tense, Unit
from summarizer.grounding.times.phrases import Phrase
from summarizer.ontology import Granularity

Resolver = Callable[[Phrase, Basis], Resolved | None]


def resolve(phrase: Phrase, basis: Basis) -> Resolved | None:
    """The time that a phrase means, or None if it means none."""
    try:
        found = _RESOLVERS[phrase.rule.resolve](phrase, basis)
    except OverflowError:  # a day before the first or after the last that a calendar has
        return None
    clock = phrase.clock
    if found is None or clock is None:
        return found
    return found._replace(granularity="time", clock=clock)


def _iso(phrase: Phrase, _basis: Basis) -> Resolved | None:
    found = dates.make_date(
        *(int(phrase.word(name) or 0) for name in ("year", "monthnumber", "day"))
    )
    return Resolved("day", found) if found else None


def _date(phrase: Phrase, basis: Basis) -> Resolved | None:
    return _day_and_month(phrase, basis, phrase.word("day"), phrase.word("day2"))


def _date_last_day(phrase: Phrase, basis: Basis) -> Resolved | None:
    first, last = phrase.word("day"), phrase.word("day2")
    return _day_and_month(phrase, basis, first or last, last if first else None)


def _day_and_month(
    phrase: Phrase, basis: Basis, first: str | None, last: str | None
) -> Resolved | None:
    month, written = phrase.month, phrase.word("year", "short_year")
    if month is None or first is None or dates.make_date(2000, month, int(first)) is None:
        return None
    if last is not None and int(last) <= int(first):
        return None
    if written is not None:
        year = dates.full_year(written.strip("'"), basis.anchor)
        start, source = dates.make_date(year, month, int(first)), None
    elif basis.anchor is None:
        return Resolved("day")
    else:
        weekday = phrase.value("weekday", "weekday_short")
        start = dates.day_near(basis.anchor, month, int(first), basis.tense, weekday)
        source = "anchor"
    if start is None:
        return None
    end = dates.make_date(start.year, month, int(last)) if last else None
    return Resolved("day", start, end, "anchor" if source else None)


def _month(phrase: Phrase, basis: Basis) -> Resolved | None:
    month, written = phrase.month, phrase.word("year")
    if month is None:
        return None
    if written is not None:
        return Resolved("month", date(int(written), month, 1))
    if basis.anchor is None:
        return Resolved("month")
    return Resolved("month", dates.month_near(basis.anchor, month, basis.tense), None, "anchor")


def _month_of_year(phrase: Phrase, basis: Basis) -> Resolved | None:
    if basis.anchor is None or phrase.month is None:
        return Resolved("month")
    year = basis.anchor.year + int(phrase.value("which"))
    return Resolved("month", date(year, phrase.month, 1), None, "anchor")


def _month_which(phrase: Phrase, basis: Basis) -> Resolved | None:
    which, month = int(phrase.value("which")), phrase.month
    if basis.anchor is None or month is None:
        return Resolved("month")
    if which == 0:
        return Resolved("month", date(basis.anchor.year, month, 1), None, "anchor")
    first = basis.anchor.replace(day=1)
    strict = first + timedelta(days=-1 if which < 0 else 32)
    tense: Tense = "past" if which < 0 else "future"
    return Resolved("month", dates.month_near(strict, month, tense), None, "anchor")


def _year(phrase: Phrase, _basis: Basis) -> Resolved | None:
    return Resolved("year", date(int(phrase.word("year") or 0), 1, 1))


def _years(phrase: Phrase, _basis: Basis) -> Resolved | None:
    first, last = int(phrase.word("year") or 0), int(phrase.word("year2") or 0)
    return Resolved("year", date(first, 1, 1), date(last, 1, 1)) if first < last else None


def _weekday(phrase: Phrase, basis: Basis) -> Resolved | None:
    weekday, which = int(phrase.value("weekday", "weekday_short")), phrase.value("which")
    if basis.anchor is None:
        return Resolved("day", weekday=weekday)
    if which is None:
        start = dates.weekday_near(basis.anchor, weekday, basis.tense)
        return Resolved("day", start, None, "anchor", weekday=weekday, tense=basis.tense)
    if which == 1:
        start = dates.weekday_in_week(basis.anchor, weekday, 1)
    elif which == -1:
        start = dates.weekday_near(basis.anchor - timedelta(days=1), weekday, "past")
    else:
        start = dates.weekday_near(basis.anchor, weekday, basis.tense or "future")
    return Resolved("day", start, None, "anchor")


def _near(phrase: Phrase, basis: Basis) -> Resolved | None:
    if basis.anchor is None:
        return Resolved("day")
    start = dates.shift(basis.anchor, int(phrase.value("near")), "day")
    return Resolved("day", start, None, "anchor")


def _but_one_period(phrase: Phrase, basis: Basis) -> Resolved | None:
    unit: Unit = phrase.value("period")
    if basis.anchor is None:
        return Resolved(unit)
    return Resolved(unit, dates.shift(basis.anchor, weeks.but_one(phrase), unit), None, "anchor")


def _week_of_day(phrase: Phrase, basis: Basis) -> Resolved | None:
    day = _day_and_month(phrase, basis, phrase.word("day"), None)
    if day is None or day.start is None:
        return day._replace(granularity="week") if day is not None else None
    start = day.start + timedelta(days=day.start.weekday() == 6)
    return Resolved("week", start, None, day.counted_from)


def _period(phrase: Phrase, basis: Basis) -> Resolved | None:
    unit: Unit = phrase.value("period")
    if basis.anchor is None:
        return Resolved(unit)
    start = dates.shift(basis.anchor, int(phrase.value("which") or 0), unit)
    return Resolved(unit, start, None, "anchor")


def _day_of_month(phrase: Phrase, basis: Basis) -> Resolved | None:
    if basis.anchor is None:
        return Resolved("day")
    month = dates.shift(basis.anchor.replace(day=1), int(phrase.value("which")), "month")
    start = (
        dates.make_date(month.year, month.month, int(phrase.value("ordinal"))) if month else None
    )
    return Resolved("day", start, None, "anchor")


def _counted(phrase: Phrase, basis: Basis, sign: int) -> Resolved | None:
    unit: Unit = phrase.value("unit")
    if basis.anchor is None or phrase.count is None:
        return Resolved(unit)
    return Resolved(unit, dates.shift(basis.anchor, sign * phrase.count, unit), None, "anchor")


def _ago(phrase: Phrase, basis: Basis) -> Resolved | None:
    return _counted(phrase, basis, -1)


def _ahead(phrase: Phrase, basis: Basis) -> Resolved | None:
    return _counted(phrase, basis, 1)


def _ago_day(phrase: Phrase, basis: Basis) -> Resolved | None:
    found = _counted(phrase, basis, -1)
    return found._replace(granularity="day") if found else None


def _ahead_day(phrase: Phrase, basis: Basis) -> Resolved | None:
    found = _counted(phrase, basis, 1)
    return found._replace(granularity="day") if found else None


def _from_event(phrase: Phrase, basis: Basis) -> Resolved | None:
    unit: Unit = phrase.value("unit") or "day"
    # Weeks before a known day are a day too; months and years only name theirs.
    granularity: Granularity = "day" if unit in ("day", "week") else unit
    words = (phrase.word("event") or "").casefold().split()
    known = next((basis.event_dates[w] for w in reversed(words) if w in basis.event_dates), None)
    if known is None:
        return Resolved(granularity)
    count = int(phrase.rule.fixed.get("count", 0)) or (phrase.count or 1) * int(
        phrase.value("direction")
    )
    return Resolved(granularity, dates.shift(known, count, unit), None, "event")


def _from_before(phrase: Phrase, _basis: Basis) -> Resolved | None:
    unit: Unit = phrase.value("unit") or "day"
    count = int(phrase.value("step")) * (phrase.count or 1)
    granularity: Granularity = "day" if unit in ("day", "week") else unit
    return Resolved(granularity, step=(count, unit))


def _clock(_phrase: Phrase, _basis: Basis) -> Resolved | None:
    return Resolved("time")


_RESOLVERS: dict[str, Resolver] = {
    "ago": _ago,
    "ago_day": _ago_day,
    "ahead": _ahead,
    "ahead_day": _ahead_day,
    "but_one_period": _but_one_period,
    "but_one_weekday": weeks.but_one_weekday,
    "but_one_weekend": weeks.but_one_weekend,
    "clock": _clock,
    "date": _date,
    "date_last_day": _date_last_day,
    "day_of_month": _day_of_month,
    "from_before": _from_before,
    "from_event": _from_event,
    "iso": _iso,
    "month": _month,
    "month_of_year": _month_of_year,
    "month_which": _month_which,
    "near": _near,
    "period": _period,
    "period_now": _period,
    "week_of_day": _week_of_day,
    "weekday": _weekday,
    "weekday_of_week": weeks.weekday_of_week,
    "weekday_week": weeks.weekday_week,
    "weekend": weeks.weekend,
    "year": _year,
    "years": _years,
}
