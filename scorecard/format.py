"""Numbers and dates as Vietnamese readers write them: 1.234.567,8 · 22/10/2023 · Tuần 42/2023."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Context, Decimal
from fractions import Fraction
from functools import lru_cache

from scorecard.weeks import ReportWeek

ABSENT = "–"
_EXACT = Context(prec=60)


def number(value: Decimal | int | float | None, decimals: int | None = None) -> str:
    """`1.234.567,8`: dot for thousands, comma for decimals; an absent value is a dash, never 0.

    Without `decimals` every digit that is there is printed, trailing zeros after the comma are not.
    """
    if value is None:
        return ABSENT
    exact = value if isinstance(value, Decimal) else Decimal(repr(value))
    if decimals is not None:
        exact = exact.quantize(Decimal(1).scaleb(-decimals), rounding=ROUND_HALF_UP, context=_EXACT)
    text = f"{exact:,f}"
    if decimals is None and "." in text:
        text = text.rstrip("0").rstrip(".")
    return text.translate({ord(","): ".", ord("."): ","})


def date_vi(day: dt.date | None) -> str:
    """`22/10/2023`; a dash where there is none."""
    return day.strftime("%d/%m/%Y") if day else ABSENT


def moment_vi(moment: dt.datetime) -> str:
    """`17:00 ngày 20/10/2023`, in the moment's own offset."""
    return f"{moment:%H:%M} ngày {moment:%d/%m/%Y}"


def week_label(week: ReportWeek) -> str:
    """`Tuần 42/2023`."""
    return f"Tuần {week.number}/{week.year}"


def week_range(week: ReportWeek) -> str:
    """`16/10–22/10`, with the years where the week spans two."""
    pattern = "%d/%m" if week.monday.year == week.sunday.year else "%d/%m/%Y"
    return f"{week.monday.strftime(pattern)}–{week.sunday.strftime(pattern)}"


@lru_cache(maxsize=65536)  # a line of 26 weeks prints mostly the same few values
def value_text(
    numerator: Decimal | None,
    denominator: Decimal | None,
    *,
    percent: bool,
    higher: bool,
    green: Decimal | None,
    amber: Decimal | None,
) -> str:
    """The printed value, which never contradicts the light: half up to one decimal, one step back at a threshold.

    A ratio is printed in percent (`94,9%`), anything else as its number. 94,96 under a threshold of 95 prints 94,9.
    Where two thresholds lie so close that no number with one decimal fits, more decimals are printed.
    An absent value and a ratio over 0 print a dash. The rule is the domain's ("printed value").
    """
    if numerator is None or (percent and not denominator):
        return ABSENT
    value = value_number(numerator, denominator, higher=higher, thresholds=(green, amber))
    return f"{number(value)}%" if percent else number(value)


def value_number(
    numerator: Decimal | Fraction, denominator: Decimal | None, *, higher: bool, thresholds: Sequence[Decimal | None]
) -> Decimal:
    """What value_text prints, as a number: of a ratio (it has a denominator, not 0) in percent."""
    exact = Fraction(numerator) if denominator is None else 100 * Fraction(numerator) / Fraction(denominator)
    return _faithful(exact, [Fraction(limit) for limit in thresholds if limit is not None], higher=higher)


def _faithful(exact: Fraction, thresholds: list[Fraction], *, higher: bool) -> Decimal:
    """The shortest decimal near `exact` that lies on the same side of every threshold."""

    def sides(value: Fraction) -> list[bool]:
        return [value >= limit if higher else value <= limit for limit in thresholds]

    # Not Decimal division: it rounds to a number of digits, and would do so before the half-up below.
    for decimals in range(1, 13):
        scaled = exact * 10**decimals
        below = scaled.numerator // scaled.denominator
        above = below + (scaled.denominator > 1)
        nearest = above if scaled - below >= Fraction(1, 2) else below
        for candidate in (nearest, below, above):
            if sides(Fraction(candidate, 10**decimals)) == sides(exact):
                return Decimal(candidate).scaleb(-decimals, _EXACT)
    return _EXACT.divide(Decimal(exact.numerator), Decimal(exact.denominator))
