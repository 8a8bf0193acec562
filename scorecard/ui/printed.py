"""Figures and thresholds as the pages print them; one place, so that two pages never print one figure in two ways."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from scorecard.catalog import Indicator
from scorecard.format import date_vi, number, value_number, value_text
from scorecard.needed import count_needed
from scorecard.text import reason as say
from scorecard.text import ui as words

Row = Mapping[str, Any]


def value_of(row: Row, indicator: Indicator) -> str:
    """`38,7%`, or `3 files` for what is not a ratio."""
    text = value_text(
        row["numerator"],
        row["denominator"],
        measure=indicator.measure,
        direction=indicator.direction,
        green=row["green"],
        amber=row["amber"],
    )
    return text if indicator.measure == "ratio" or row["numerator"] is None else f"{text} {indicator.unit}".strip()


def number_printed(row: Row, indicator: Indicator) -> Decimal | None:
    """The number value_of prints, without its unit; None where it prints a dash."""
    below = row["denominator"] if indicator.measure == "ratio" else None
    if row["numerator"] is None or (indicator.measure == "ratio" and not below):
        return None
    higher = indicator.direction == "higher"
    return value_number(row["numerator"], below, higher=higher, thresholds=(row["green"], row["amber"]))


def rate_of(part: Decimal, whole: Decimal) -> str:
    """A part in percent, half up to one decimal; 100% only where it is the whole."""
    every = Decimal(100)
    return value_text(part, whole, measure="ratio", direction="higher", green=every, amber=None)


def number_of(value: Decimal, indicator: Indicator) -> str:
    """A computed value (a median, a best) with its unit, half up to one decimal: `38,7%`, `3 files`."""
    text = number(value, 1).removesuffix(",0")
    return f"{text}%" if indicator.measure == "ratio" else f"{text} {indicator.unit}".strip()


def fraction_of(row: Row, indicator: Indicator) -> str:
    """`1.204/3.111` for a ratio, empty for anything else."""
    if indicator.measure != "ratio" or row["numerator"] is None:
        return ""
    return f"{number(row['numerator'])}/{number(row['denominator'])}"


def figure_of(numerator: Decimal | None, denominator: Decimal | None, indicator: Indicator) -> str:
    """`38,7% · 1.204/3.111`, or `3 files`: a figure by itself, held against no threshold."""
    plain = {"numerator": numerator, "denominator": denominator, "green": None, "amber": None}
    return " · ".join(part for part in (value_of(plain, indicator), fraction_of(plain, indicator)) if part)


def limit_of(limit: Decimal | None, indicator: Indicator) -> str:
    """A threshold with its unit: `50%`, `3 files`."""
    if indicator.measure == "ratio":
        return f"{number(limit)}%"
    return f"{number(limit)} {indicator.unit}".strip()


def threshold_of(row: Row, indicator: Indicator) -> str:
    """What would be green, in words; empty without a target."""
    if row["green"] is None:
        return ""
    pattern = words.GREEN_FROM if indicator.direction == "higher" else words.GREEN_TO
    return pattern.format(green=limit_of(row["green"], indicator))


def tip_line(row: Row, indicator: Indicator) -> str:
    """One indicator in one line: name, value, green threshold, date; or what keeps it from having a colour."""
    if row["numerator"] is None:
        return words.TIP_NO_FIGURE.format(name=indicator.name, status=words.LIGHT[row["status"]])
    threshold = threshold_of(row, indicator)
    target = words.TIP_TARGET.format(threshold=threshold) if threshold else ""
    if row["status"] not in ("green", "amber", "red"):
        target = f" ({words.LIGHT[row['status']]})"
    return words.TIP_LINE.format(
        name=indicator.name, value=value_of(row, indicator), target=target, date=date_vi(row["as_of"])
    )


def inside(name: str) -> str:
    """A unit's name in the middle of a sentence: its kind is not capitalised there (but an abbreviation stays)."""
    return name if name[:2].isupper() else name[:1].lower() + name[1:]


def needed_text(row: Row, indicator: Indicator, part: int | None = None) -> str:
    """What is lacking to green, exact, in whole pieces of the numerator; empty where nothing is.

    `part` is printed instead where only a part of it is meant (that of one week).
    """
    count = part or count_needed(row, indicator)
    if count is None:
        return ""
    what = inside(indicator.numerator) if indicator.measure == "ratio" else indicator.unit
    pattern = say.NEED_MORE if indicator.direction == "higher" else say.NEED_FEWER
    return pattern.format(count=f"{number(count)} {what}".strip())
