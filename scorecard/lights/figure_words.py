"""Figures and thresholds as the pages print them; one place, so that two pages never print one figure in two ways."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Any

from scorecard.catalog import Indicator
from scorecard.format import date_vi, number, value_number, value_text
from scorecard.lights.needed_to_green import count_needed
from scorecard.text import interface_words, reason_words, task_page

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


def rate_of(part: Decimal, whole: Decimal, limits: Sequence[Decimal | None] = ()) -> str:
    """A part in percent, half up to one decimal; 100% only where it is the whole, and on its own side of the limits."""
    return f"{number(value_number(part, whole, higher=True, thresholds=(Decimal(100), *limits)))}%"


def number_of(value: Fraction, beside: Iterable[Row], indicator: Indicator) -> str:
    """A computed value (a median, a forecast) as value_of would print it beside the thresholds of these rows."""
    thresholds = [row[name] for row in beside for name in ("green", "amber")]
    text = number(value_number(value, None, higher=indicator.direction == "higher", thresholds=thresholds))
    return f"{text}%" if indicator.measure == "ratio" else f"{text} {indicator.unit}".strip()


def fraction_of(row: Row, indicator: Indicator) -> str:
    """`1.204/3.111` for a ratio, empty for anything else."""
    if indicator.measure != "ratio" or row["numerator"] is None:
        return ""
    return f"{number(row['numerator'])}/{number(row['denominator'])}"


def figure_of(row: Row, indicator: Indicator) -> str:
    """`38,7% · 1.204/3.111`, or `3 files`: a value with what it comes from."""
    return " · ".join(part for part in (value_of(row, indicator), fraction_of(row, indicator)) if part)


def plain_figure_of(numerator: Decimal | None, denominator: Decimal | None, indicator: Indicator) -> str:
    """The same of a figure by itself: no light stands beside it, and it is held against no threshold."""
    plain = {"numerator": numerator, "denominator": denominator, "green": None, "amber": None}
    return figure_of(plain, indicator)


def limit_of(limit: Decimal | None, indicator: Indicator) -> str:
    """A threshold with its unit: `50%`, `3 files`."""
    if indicator.measure == "ratio":
        return f"{number(limit)}%"
    return f"{number(limit)} {indicator.unit}".strip()


def limits_of(green: Decimal | None, amber: Decimal | None, indicator: Indicator) -> str:
    """Both thresholds in words, amber only where anything can be amber; or that there are none."""
    if green is None:
        return task_page.NO_THRESHOLD
    higher, lower = task_page.THRESHOLD_HIGHER, task_page.THRESHOLD_LOWER
    if green == amber:
        higher, lower = task_page.ALONE_HIGHER, task_page.ALONE_LOWER
    pattern = higher if indicator.direction == "higher" else lower
    return pattern.format(green=limit_of(green, indicator), amber=limit_of(amber, indicator))


def threshold_of(row: Row, indicator: Indicator) -> str:
    """What would be green, in words; empty without a target."""
    if row["green"] is None:
        return ""
    pattern = interface_words.GREEN_FROM if indicator.direction == "higher" else interface_words.GREEN_TO
    return pattern.format(green=limit_of(row["green"], indicator))


def basis_of(row: Row) -> str:
    """Where a threshold comes from and since when it is in force; or since when there is none any more.

    What `evidence_of` says of the basis is not said here too. Empty where no target was found.
    """
    if not row["target_from"]:
        return ""
    ended, same = row["green"] is None, row["legal_basis"] == reason_words.EVIDENCE.get(row["evidence"])
    pattern = reason_words.TARGET_ENDED if ended else reason_words.TARGET_PLAIN if same else reason_words.TARGET
    return pattern.format(basis=row["legal_basis"], date=date_vi(row["target_from"]))


def evidence_of(row: Row) -> str:
    """How well a threshold is founded, in words; empty where there is no threshold."""
    return reason_words.EVIDENCE.get(row["evidence"], "") if row["green"] is not None else ""


def not_summed(indicator: Indicator) -> str:
    """Why a group has no figure of an indicator: it cannot be summed, or nobody asked for the sum."""
    could = indicator.measure == "ratio" and indicator.additive
    return task_page.ONLY_FOLLOWED if could and not indicator.core else task_page.NOT_SUMMED


def tip_line(row: Row, indicator: Indicator) -> str:
    """One indicator in one line: name, value, green threshold, date; or what keeps it from having a colour."""
    if row["numerator"] is None:
        return interface_words.TIP_NO_FIGURE.format(name=indicator.name, status=interface_words.LIGHT[row["status"]])
    threshold = threshold_of(row, indicator)
    target = interface_words.TIP_TARGET.format(threshold=threshold) if threshold else ""
    if row["status"] not in ("green", "amber", "red"):
        target = f" ({interface_words.LIGHT[row['status']]})"
    return interface_words.TIP_LINE.format(
        name=indicator.name, value=value_of(row, indicator), target=target, date=date_vi(row["as_of"])
    )


def inside(name: str) -> str:
    """A unit's name in the middle of a sentence: its kind is not capitalised there (but an abbreviation stays)."""
    return name if name[:2].isupper() else name[:1].lower() + name[1:]


def counted(count: int | Decimal, indicator: Indicator) -> str:
    """A number of pieces: `352 files received`, `0,5 points`; of money `6.982 million capital paid out`."""
    name, unit = _numerator(indicator)
    return " ".join(part for part in (number(count), unit, name) if part)


def each_text(indicator: Indicator) -> str:
    """What stands before numbers of single units: that they lack it, or have it too much, and what is counted."""
    name, unit = _numerator(indicator)
    pieces = unit or name
    return (
        f"{reason_words.EACH_LACKS[indicator.direction]} ({pieces})"
        if pieces
        else reason_words.EACH_LACKS[indicator.direction]
    )


def _numerator(indicator: Indicator) -> tuple[str, str]:
    """What a ratio counts, and the unit in brackets at its end; of anything else the unit alone."""
    if indicator.measure != "ratio":
        return "", indicator.unit
    name, bracket, unit = inside(indicator.numerator).removesuffix(")").rpartition(" (")
    is_money = bracket and indicator.numerator.endswith(")") and unit.endswith(reason_words.MONEY)
    return (name, unit) if is_money else (inside(indicator.numerator), "")


def needed_text(row: Row, indicator: Indicator, part: int | Decimal | None = None) -> str:
    """What is lacking to green, exact, in pieces of the numerator (of a score in tenths); empty where nothing is.

    `part` is printed instead where only a part of it is meant (that of one week).
    """
    count = part or count_needed(row, indicator)
    if count is None:
        return ""
    pattern = reason_words.NEED_MORE if indicator.direction == "higher" else reason_words.NEED_FEWER
    return pattern.format(count=counted(count, indicator))
