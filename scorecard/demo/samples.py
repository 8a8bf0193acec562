"""Sample files of every kind, filled with invented figures: three templates, an export, and the same as a long CSV."""

from __future__ import annotations

import csv
import datetime as dt
import io
import random
from collections.abc import Iterable, Sequence

from scorecard.catalog import Catalog, MappedColumn, Unit
from scorecard.demo.figures import build_reports
from scorecard.demo.sample_export import SampleExport, render_export, sample_observations
from scorecard.demo.sample_numbers import build_numbers
from scorecard.errors import UsageError
from scorecard.intake.long_form.long_csv import COLUMNS
from scorecard.intake.long_form.template import Figures, build_template, render_template
from scorecard.publishing.carried_forward import Known
from scorecard.snapshots.observation import Observation
from scorecard.text import sample_words
from scorecard.weeks import ReportWeek


def build_samples(catalog: Catalog, week: ReportWeek, seed: int) -> dict[str, bytes]:
    """The content of every sample file by its name: equal for equal arguments.

    One department, one district with its communes, one commune of another district; the export also has the other
    departments. What the export gives is left blank in the templates. Raises UsageError where a level has no unit.
    """
    catalog = catalog.on(catalog.day_of(catalog.cut_off(week)))
    department, district, commune = _chosen(catalog, week)
    mapping = _first_mapping(catalog)
    units = catalog.units_on(catalog.day_of(catalog.cut_off(week)))
    of_district = (unit for unit in units if district.unit_id in (unit.unit_id, unit.parent_id))
    exported = [*(unit for unit in units if unit.level == "department"), *of_district, commune]
    reports = _reports(catalog, week, seed, mapping)
    files: dict[str, bytes] = {}
    rows: list[Observation] = []
    for name, owner in (
        (sample_words.DEPARTMENT, department),
        (sample_words.DISTRICT, district),
        (sample_words.COMMUNE, commune),
    ):
        template = build_template(catalog, owner.unit_id, week, Figures(filled=reports, synthetic=True))
        files[name] = render_template(template)
        rows += [row.filled for row in template.rows if row.filled]
    if mapping:
        export = _export(catalog, week, seed, mapping, exported)
        files[sample_words.EXPORT] = render_export(export, dt.datetime.combine(week.monday, dt.time()))
        rows += sample_observations(export, sample_words.EXPORT)
    files[sample_words.LONG] = _long_csv(rows)
    return files


def _chosen(catalog: Catalog, week: ReportWeek) -> tuple[Unit, Unit, Unit]:
    """The first department, the district with the fewest communes, the last commune of another district."""
    units = catalog.units_on(catalog.day_of(catalog.cut_off(week)))
    communes = [unit for unit in units if unit.level == "commune"]
    below = {unit.unit_id: sum(unit.unit_id == item.parent_id for item in communes) for unit in units}
    districts = sorted((unit for unit in units if below[unit.unit_id]), key=lambda unit: below[unit.unit_id])
    departments = [unit for unit in units if unit.level == "department"]
    others = [unit for unit in communes if unit.parent_id != districts[0].unit_id]
    for level, found in (("department", departments), ("district", districts), ("commune", others)):
        if not found:
            raise UsageError(sample_words.NO_LEVEL.format(level=level, week=week))
    return departments[0], districts[0], others[-1]


def _first_mapping(catalog: Catalog) -> tuple[MappedColumn, ...]:
    return tuple(row for row in catalog.columns if row.mapping == catalog.columns[0].mapping)


def _reports(catalog: Catalog, week: ReportWeek, seed: int, mapping: Sequence[MappedColumn]) -> Known:
    exported = {row.indicator_id for row in mapping}
    reports = build_reports(catalog, [week], seed)[0]
    return {row.key: row for row in reports if row.indicator_id not in exported}


def _export(
    catalog: Catalog, week: ReportWeek, seed: int, mapping: tuple[MappedColumn, ...], units: Iterable[Unit]
) -> SampleExport:
    as_of = catalog.day_of(catalog.cut_off(week)) - dt.timedelta(days=1)
    dice = {unit.unit_id: random.Random(f"{seed}/export/{unit.unit_id}") for unit in units}
    numbers = {unit_id: build_numbers(dice, mapping) for unit_id, dice in dice.items()}
    return SampleExport(catalog, mapping, numbers, as_of)


def _long_csv(rows: Iterable[Observation]) -> bytes:
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(COLUMNS)
    for row in rows:
        below = "" if row.denominator is None else f"{row.denominator:f}"
        writer.writerow([*row.key, row.as_of.isoformat(), f"{row.numerator:f}", below, row.source, row.note])
    return stream.getvalue().encode()
