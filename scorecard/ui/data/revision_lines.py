"""One published revision in lines: what its manifest says, and what its catalogue judges otherwise than last week's."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from scorecard.format import date_vi, moment_vi
from scorecard.lights.edition import Edition
from scorecard.snapshots.index import Manifest
from scorecard.text import data_page


@dataclass(frozen=True)
class Line:
    """A line of the description: what, and one or more texts."""

    name: str
    texts: tuple[str, ...]


def revision_lines(edition: Edition, manifest: Manifest) -> Iterator[Line]:
    """Who published it, when and why, from which files, and by which catalogue it is judged."""
    yield Line(data_page.WHEN, (moment_vi(manifest.published_at),))
    yield Line(data_page.BY, (manifest.published_by or data_page.NOT_NAMED,))
    yield Line(data_page.WHY, (manifest.reason or data_page.NO_REASON,))
    yield Line(data_page.BUILT_ON, (manifest.built_on or data_page.BUILT_ON_NOTHING,))
    inputs = tuple(f"{item.name} · {data_page.HASH} {item.sha256[:12]}…" for item in manifest.inputs)
    yield Line(data_page.INPUTS, inputs or (data_page.NO_INPUTS,))
    yield Line(data_page.CATALOG, _catalog(edition, manifest))
    if manifest.left_out:
        yield Line(data_page.LEFT_OUT_ROWS, tuple(item.name for item in manifest.left_out))
    if manifest.withdrawn:
        named = {unit.unit_id: unit.name for unit in edition.units}
        yield Line(
            data_page.WITHDRAWN_ROWS,
            tuple(
                data_page.WITHDRAWN_ROW.format(
                    unit=named.get(item.unit_id, item.unit_id), indicator=item.indicator_id, date=date_vi(item.as_of)
                )
                for item in manifest.withdrawn
            ),
        )


def _catalog(edition: Edition, manifest: Manifest) -> tuple[str, ...]:
    """The version, what else it was read by or judged by before, and what it judges otherwise than the week before."""
    said = [data_page.CATALOG_VERSION.format(version=manifest.rules_version[:10])]
    before = edition.index.named(manifest.built_on) if manifest.built_on else None
    if before and before.week == edition.snapshot.week and before.manifest.rules_version != manifest.rules_version:
        said.append(data_page.JUDGED_ANEW.format(version=before.manifest.rules_version[:10]))
    if manifest.read_with not in (None, manifest.rules_version):
        said.append(data_page.READ_WITH.format(version=manifest.read_with[:10]))
    previous = edition.previous
    if previous is None or previous.manifest.rules_version == manifest.rules_version:
        return (*said, data_page.SAME_CATALOG if previous else data_page.FIRST_CATALOG)
    ground = edition.ground_said((unit.unit_id for unit in edition.units), (task.task_no for task in edition.tasks))
    return (*said, *(ground.short(len(ground.lines)) or (data_page.SAME_RULE,)))
