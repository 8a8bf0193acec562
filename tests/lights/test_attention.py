"""The sentences of "what needs a decision" as a table of lights in and sentences out."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from scorecard.address.address import Address
from scorecard.catalog import Catalog, load_catalog
from scorecard.lights.attention import MOST, Situation, build_calls
from scorecard.lights.attention_figures import Figures
from scorecard.lights.rows import GroupLight, OverviewFigure, TaskLight
from tests.catalogs.catalogue_rows import catalogue, indicator, seen, task, unit, write_catalogue
from tests.lights.made_rows import made

UNITS = [unit(f"S{number}", name=f"Office {number}") for number in range(1, 9)]


@pytest.fixture
def catalog(tmp_path: Path) -> Catalog:
    tables = catalogue(
        units=UNITS, tasks=[task(1), task(2)], indicators=[indicator("I1"), indicator("I2", task_no="2")]
    )
    return load_catalog(write_catalogue(tables, tmp_path))


def light(text: str) -> TaskLight:
    """`S1.2 red<green 3`: unit and task, status and the one before, weeks."""
    place, statuses, weeks = text.split()
    unit_id, task_no = place.split(".")
    status, _, before = statuses.partition("<")
    return made(TaskLight, unit_id=unit_id, task_no=int(task_no), status=status, previous_status=before or None,
                decided_by=[f"I{task_no}"], weeks_in_status=int(weeks))  # fmt: skip


def figure(unit_id: str, numerator: int, status: str, row: type[Any] = OverviewFigure) -> Any:
    sent = seen(unit_id, "2023-10-19", numerator, 100)
    owner = {"unit_id": unit_id} if row is OverviewFigure else {}
    return made(row, **owner, task_no=1, indicator_id="I1", as_of=sent.as_of, numerator=sent.numerator,
                denominator=sent.denominator, status=status, green=90, amber=80)  # fmt: skip


def sentences(
    catalog: Catalog, lights: list[str], figures: Any = (), group: Any = (), uncertain: int = 27
) -> list[str]:
    situation = Situation(
        catalog=catalog,
        address=Address(),
        units=catalog.units,
        lights=[light(text) for text in lights],
        figures=figures,
        uncertain_from=uncertain,
        group_id="province",
        group_name="Toàn tỉnh",
        group_rows=lambda _: group,
    )
    return [
        f"{call.lead}{call.headline} {call.detail}|{call.href}".replace(" |", "|") for call in build_calls(situation)
    ]


def test_without_red_and_missing_there_is_nothing_to_decide(catalog: Catalog) -> None:
    assert sentences(catalog, ["S1.1 green 3", "S2.1 amber<red 1", "S3.1 no_rule 1"]) == []


CASES = {
    "the task with most new reds, not with most reds": (
        ["S1.1 red<red 9", "S2.1 red<red 9", "S3.2 red<amber 1", "S4.2 green 1"],
        "Nhiệm vụ 2 – Task 2: 1/2 đơn vị đỏ, 1 đơn vị mới đỏ tuần này.|?group=province&task=2",
    ),
    "without new reds the task with most reds": (
        ["S1.1 red<red 9", "S2.1 red<red 9", "S3.2 red<red 2"],
        "Nhiệm vụ 1 – Task 1: 2/2 đơn vị đỏ, không có đơn vị mới đỏ.|?group=province&task=1",
    ),
    "what was never published before is not new": (
        ["S1.1 red 1", "S2.2 red<red 2"],
        "Nhiệm vụ 1 – Task 1: 1/1 đơn vị đỏ, không có đơn vị mới đỏ. Nhiệm vụ 2 cũng vậy.|?group=province&task=1",
    ),
    "the unit with most reds": (
        ["S1.1 red<red 9", "S2.1 red<red 3", "S2.2 red<red 4"],
        "Office 2: 2 nhiệm vụ đỏ (1, 2), lâu nhất 4 tuần liên tiếp.|?unit=S2",
    ),
    "of two units with as many the longer standing": (
        ["S1.1 red<red 2", "S2.1 red<red 3"],
        "Office 2: nhiệm vụ 1 đỏ 3 tuần liên tiếp.|?unit=S2",
    ),
    "of two alike neither is blamed alone": (
        ["S2.1 red<red 2", "S1.1 red<red 2"],
        "Office 1 và 1 đơn vị khác: mỗi đơn vị 1 nhiệm vụ đỏ, lâu nhất 2 tuần liên tiếp.|?unit=S1",
    ),
    "one light that fell by two steps": (
        ["S1.1 red<green 1", "S2.2 red<amber 1"],
        "Office 1: từ xanh xuống đỏ ở nhiệm vụ 1.|?unit=S1&task=1",
    ),
    "several that did": (
        [f"S{number}.1 red<green 1" for number in range(1, 6)] + ["S6.1 green 1"],
        (
            "5 đèn rơi từ xanh xuống đỏ: Office 1 (nhiệm vụ 1), Office 2 (nhiệm vụ 1), Office 3 (nhiệm vụ 1) và 2 "
            "đơn vị khác.|?unit=S1&task=1"
        ),
    ),
    "the longest standing red of another unit": (
        ["S1.1 red<red 9", "S1.2 red<red 9", "S3.1 red<red 5"],
        "Office 3: nhiệm vụ 1 đỏ 5 tuần liên tiếp.|?unit=S3&task=1",
    ),
    "of several that stand as long as another none is blamed alone": (
        ["S1.1 red<red 9", "S1.2 red<red 9", "S3.1 red<red 5", "S4.2 red<red 5", "S5.1 red<red 4"],
        "Office 3 và 1 đơn vị khác: mỗi đơn vị có nhiệm vụ đỏ 5 tuần liên tiếp.|?unit=S3&task=1",
    ),
    "several that miss as long": (
        ["S1.1 missing<missing 6", "S4.1 missing<missing 6", "S5.1 missing<missing 6", "S2.1 missing 1", "S3.1 red 1"],
        (
            "4 đơn vị thiếu số liệu: 4 đèn chưa kết luận được, lâu nhất 6 tuần liên tiếp ở Office 1 và 2 đơn vị khác. "
            "Office 1 (nhiệm vụ 1), Office 4 (nhiệm vụ 1), Office 5 (nhiệm vụ 1) và 1 đơn vị khác.|?unit=S1&task=1"
        ),
    ),
    "what is missing and for how long": (
        ["S1.1 missing 1", "S4.1 missing<missing 6", "S4.2 missing<missing 2"],
        (
            "2 đơn vị thiếu số liệu: 3 đèn chưa kết luận được, lâu nhất 6 tuần liên tiếp ở Office 4. Office 4 (nhiệm "
            "vụ 1, 2), Office 1 (nhiệm vụ 1).|?unit=S4&task=1"
        ),
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_the_sentences_are_computed_from_the_lights(catalog: Catalog, case: str) -> None:
    lights, expected = CASES[case]
    assert expected in sentences(catalog, lights)
    assert sentences(catalog, lights) == sentences(catalog, lights[::-1])


def test_there_are_never_more_than_five(catalog: Catalog) -> None:
    lights = ["S1.1 red<green 1", "S2.1 red<red 5", "S2.2 red<red 7", "S3.1 red<red 6", "S4.1 missing 1"]
    assert len(sentences(catalog, lights)) == MOST == 5


def test_a_run_that_may_be_longer_than_was_looked_at_says_at_least(catalog: Catalog) -> None:
    assert "từ 26 tuần liên tiếp trở lên" in sentences(catalog, ["S1.1 red<red 26"], uncertain=26)[1]
    assert "đỏ 26 tuần liên tiếp" in sentences(catalog, ["S1.1 red<red 26"], uncertain=27)[1]


def test_the_task_comes_with_the_groups_figure_against_its_target_and_those_furthest_behind(catalog: Catalog) -> None:
    lights = ["S1.1 red<red 2", "S2.1 red<red 2", "S3.1 red<red 2"]
    figures = [figure("S1", 70, "red"), figure("S2", 20, "red"), figure("S3", 30, "red")]
    group = [made(GroupLight, status="amber"), figure("", 85, "amber", GroupLight)._replace(members=3)]
    detail = "Toàn tỉnh: Indicator I1 85% (xanh từ 90%). Kém nhất: Office 2 20% · Office 3 30%."
    assert detail in sentences(catalog, lights, figures, group)[0]
    larger = [figure("", 85, "amber", GroupLight)._replace(members=155)]
    assert "Kém nhất trong 3 đơn vị có số liệu: Office 2 20%" in sentences(catalog, lights, figures, larger)[0]
    uncovered = [made(GroupLight, status="missing"), figure("", 85, "missing", GroupLight)]
    said = sentences(catalog, lights, figures, uncovered)[0]
    assert "Toàn tỉnh: Indicator I1 chưa đủ đơn vị có số liệu để tính." in said


@pytest.mark.parametrize(
    ("status", "against"),
    [
        ("red", "(xanh từ 90%)"),
        ("stale", "(số liệu ngày 19/10/2023, đã quá hạn)"),
        ("no_rule", "(chưa có ngưỡng)"),
    ],
)
def test_a_figure_that_counts_no_more_is_held_against_nothing(catalog: Catalog, status: str, against: str) -> None:
    figures = Figures(catalog, [figure("S1", 95, status)], {"S1": catalog.units[0]})
    said = figures.of_light(light("S1.1 missing 1"))
    assert said.endswith(f"95% {against}.") and ("xanh từ" in said) == (status == "red")
