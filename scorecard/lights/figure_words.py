"""Figures and thresholds as the pages print them; one place, so that two pages never print one figure in two ways."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from fractions import Fraction

from scorecard.catalog import Indicator
from scorecard.format import date_vi, number, value_number, value_text
from scorecard.lights.rows import Figure, Founded, Judged, Limits, PlainFigure
from scorecard.lights.status import COLOURED
from scorecard.text import general_words, interface_words, reason_words, task_page


def value_of(row: Figure, indicator: Indicator) -> str:
    """`38,7%`, or `3 files` for what is not a ratio."""
    text = value_text(
        row.numerator,
        row.denominator,
        percent=indicator.measure.divides,
        higher=indicator.direction == "higher",
        green=row.green,
        amber=row.amber,
    )
    return text if indicator.measure.divides or row.numerator is None else f"{text} {indicator.unit}".strip()


def number_printed(row: Figure, indicator: Indicator) -> Decimal | None:
    """The number value_of prints, without its unit; None where it prints a dash."""
    below = row.denominator if indicator.measure.divides else None
    if row.numerator is None or (indicator.measure.divides and not below):
        return None
    higher = indicator.direction == "higher"
    return value_number(row.numerator, below, higher=higher, thresholds=(row.green, row.amber))


def rate_of(part: Decimal, whole: Decimal, limits: Sequence[Decimal | None] = ()) -> str:
    """A part in percent, half up to one decimal; 100% only where it is the whole, and on its own side of the limits."""
    return f"{number(value_number(part, whole, higher=True, thresholds=(Decimal(100), *limits)))}%"


def number_of(value: Fraction, beside: Iterable[Limits], indicator: Indicator) -> str:
    """A computed value (a median, a forecast) as value_of would print it beside the thresholds of these rows."""
    thresholds = [limit for row in beside for limit in (row.green, row.amber)]
    text = number(value_number(value, None, higher=indicator.direction == "higher", thresholds=thresholds))
    return f"{text}%" if indicator.measure.divides else f"{text} {indicator.unit}".strip()


def fraction_of(row: Figure, indicator: Indicator) -> str:
    """`1.204/3.111` for a ratio, empty for anything else."""
    if not indicator.measure.divides or row.numerator is None:
        return ""
    return f"{number(row.numerator)}/{number(row.denominator)}"


def figure_of(row: Figure, indicator: Indicator) -> str:
    """`38,7% · 1.204/3.111`, or `3 files`: a value with what it comes from."""
    return " · ".join(part for part in (value_of(row, indicator), fraction_of(row, indicator)) if part)


def equation_of(row: Figure, indicator: Indicator) -> str:
    """`38,7% = 1.204/3.111`, or `3 files`: the same for the middle of a sentence."""
    fraction, value = fraction_of(row, indicator), value_of(row, indicator)
    return reason_words.EQUALS.format(value=value, fraction=fraction) if fraction else value


def plain_figure_of(numerator: Decimal | None, denominator: Decimal | None, indicator: Indicator) -> str:
    """The same of a figure by itself: no light stands beside it, and it is held against no threshold."""
    return figure_of(PlainFigure(numerator, denominator), indicator)


def limit_of(limit: Decimal | None, indicator: Indicator) -> str:
    """A threshold with its unit: `50%`, `3 files`."""
    if indicator.measure.divides:
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


def threshold_of(row: Limits, indicator: Indicator) -> str:
    """What would be green, in words; empty without a target."""
    if row.green is None:
        return ""
    pattern = interface_words.GREEN_FROM if indicator.direction == "higher" else interface_words.GREEN_TO
    return pattern.format(green=limit_of(row.green, indicator))


def basis_of(row: Founded) -> str:
    """Where a threshold comes from and since when it is in force; or since when there is none any more.

    What `evidence_of` says of the basis is not said here too. Empty where no target was found.
    """
    if not row.target_from:
        return ""
    ended, same = row.green is None, row.legal_basis == reason_words.EVIDENCE.get(row.evidence or "")
    pattern = reason_words.TARGET_ENDED if ended else reason_words.TARGET_PLAIN if same else reason_words.TARGET
    return pattern.format(basis=row.legal_basis, date=date_vi(row.target_from))


def evidence_of(row: Founded) -> str:
    """How well a threshold is founded, in words; empty where there is no threshold."""
    return reason_words.EVIDENCE.get(row.evidence or "", "") if row.green is not None else ""


def not_summed(indicator: Indicator) -> str:
    """Why a group has no figure of an indicator: it cannot be summed, or nobody asked for the sum."""
    return task_page.ONLY_FOLLOWED if indicator.summable and not indicator.core else task_page.NOT_SUMMED


def tip_line(row: Judged, indicator: Indicator) -> str:
    """One indicator in one line: name, value, green threshold, date; or what keeps it from having a colour."""
    if row.numerator is None:
        return interface_words.TIP_NO_FIGURE.format(name=indicator.name, status=general_words.STATUS[row.status])
    threshold = threshold_of(row, indicator)
    target = interface_words.TIP_TARGET.format(threshold=threshold) if threshold else ""
    if row.status not in COLOURED:
        target = f" ({row.status.word})"
    return interface_words.TIP_LINE.format(
        name=indicator.name, value=value_of(row, indicator), target=target, date=date_vi(row.as_of)
    )


def inside(name: str) -> str:
    """A unit's name in the middle of a sentence: its kind is not capitalised there (but an abbreviation stays)."""
    return name if name[:2].isupper() else name[:1].lower() + name[1:]
