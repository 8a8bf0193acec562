"""What most units share is told once, and of single units only what is their own: lights in, sentences out."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from typing import Any

import pytest

from scorecard.address.address import Address
from scorecard.catalog import Catalog, load_catalog
from scorecard.lights.attention import MOST, Situation, build_calls
from scorecard.lights.attention_shared import find_shared
from scorecard.lights.rows import GroupLight, OverviewFigure, TaskLight
from scorecard.lights.status import RED
from tests.catalogs.catalogue_rows import catalogue, indicator, target, task, unit, write_catalogue
from tests.lights.made_rows import made

MANY = 149
TASKS = range(1, 8)


@pytest.fixture(scope="module")
def catalog(tmp_path_factory: pytest.TempPathFactory) -> Catalog:
    tables = catalogue(
        units=[unit(f"S{number}", name=f"Office {number}") for number in range(1, MANY + 1)],
        tasks=[task(number) for number in TASKS],
        indicators=[indicator(f"I{number}", task_no=str(number)) for number in TASKS]
        + [indicator("J1", measure="count", direction="lower")],
        targets=[target(indicator_id=f"I{number}") for number in TASKS]
        + [target(indicator_id="J1", green="0", amber="0")],
    )
    return load_catalog(write_catalogue(tables, tmp_path_factory.mktemp("catalogue")))


def lights(task_no: int, statuses: str, count: int = MANY, weeks: int = 1, decided: str = "") -> list[TaskLight]:
    """So many units, `S1` first, with one light (`red<green`) on a task."""
    status, _, before = statuses.partition("<")
    fixed: dict[str, Any] = {"task_no": task_no, "status": status, "previous_status": before or None}
    fixed |= {"decided_by": [decided or f"I{task_no}"], "weeks_in_status": weeks}
    return [made(TaskLight, unit_id=f"S{number}", **fixed) for number in range(1, count + 1)]


def figure(unit_id: str, value: Any, indicator_id: str = "I1", **cells: Any) -> OverviewFigure:
    limits = {"green": 90, "amber": 80, "denominator": 100} if indicator_id[0] == "I" else {"green": 0, "amber": 0}
    fixed: dict[str, Any] = {
        "unit_id": unit_id,
        "task_no": int(indicator_id[1:]),
        "indicator_id": indicator_id,
        "status": "red",
    }
    return made(OverviewFigure, **{**fixed, **limits, "numerator": value, **cells})


def sentences(catalog: Catalog, rows: Sequence[TaskLight], figures: Any = (), group: Any = ()) -> list[str]:
    situation = Situation(
        catalog=catalog,
        address=Address(),
        units=catalog.units,
        lights=rows,
        figures=figures,
        uncertain_from=27,
        group_id="province",
        group_name="Toàn tỉnh",
        group_rows=lambda number: [row for row in group if row.task_no == number],
    )
    said = [f"{call.lead}{call.headline} {call.detail}".strip() for call in build_calls(situation)]
    backwards = dataclasses.replace(situation, lights=list(rows)[::-1], figures=list(figures)[::-1])
    assert [f"{call.lead}{call.headline} {call.detail}".strip() for call in build_calls(backwards)] == said
    return said


def test_what_all_units_share_is_one_sentence_and_no_units_fault(catalog: Catalog) -> None:
    rows = [row for number in (1, 3, 5) for row in lights(number, "red<red", weeks=3)]
    assert sentences(catalog, rows) == ["Nhiệm vụ 1, 3, 5: 149/149 đơn vị chưa đạt (đỏ), 3 tuần liên tiếp."]


def test_beside_what_is_shared_only_what_is_not_counts_for_a_unit(catalog: Catalog) -> None:
    # S1 to S8 have three reds, S9 two; of their own S9 has one, the others none.
    rows = lights(1, "red<red", weeks=9) + lights(2, "red<green")
    rows += [row._replace(unit_id="S9") for row in lights(3, "red<red", 1, weeks=2)] + lights(3, "green", 8)
    said = sentences(catalog, rows)
    assert said == [
        (
            "Nhiệm vụ 1: 149/149 đơn vị chưa đạt (đỏ), 9 tuần liên tiếp; nhiệm vụ 2: 149/149 đơn vị chưa đạt (đỏ), "
            "1 tuần. Trong đó 149 đèn mới đỏ tuần này, 149 từ xanh xuống đỏ."
        ),
        "Nhiệm vụ 3 – Task 3: 1/9 đơn vị đỏ, không có đơn vị mới đỏ.",
        "Office 9: nhiệm vụ 3 đỏ 2 tuần liên tiếp.",
    ]


@pytest.mark.parametrize(
    ("red", "green", "missing", "said"),
    [
        (9, 1, 0, "Nhiệm vụ 1: 9/10 đơn vị chưa đạt (đỏ), 1 tuần."),
        (89, 10, 0, "Nhiệm vụ 1 – Task 1: 89/99 đơn vị đỏ, không có đơn vị mới đỏ."),
        (4, 0, 0, "Nhiệm vụ 1: 4/4 đơn vị chưa đạt (đỏ), 1 tuần."),
        (3, 0, 0, "Nhiệm vụ 1 – Task 1: 3/3 đơn vị đỏ, không có đơn vị mới đỏ."),
        (9, 1, 5, "Nhiệm vụ 1: 9/10 đơn vị có đèn màu chưa đạt (đỏ), 1 tuần."),
    ],
)
def test_a_task_is_shared_from_ninety_in_a_hundred_of_more_units_than_could_be_named(
    catalog: Catalog, red: int, green: int, missing: int, said: str
) -> None:
    rows = lights(1, "red", red) + lights(1, "green", red + green)[red:]
    rows += lights(1, "missing", red + green + missing)[red + green :]
    assert sentences(catalog, rows)[0] == said


@pytest.mark.parametrize(
    ("runs", "weeks", "least"),
    [
        ([3] * 10, 3, False),
        ([5] * 9 + [1], 5, False),
        ([5] * 8 + [1, 1], 1, False),  # two of ten were not red the week before: eight are not nine
        ([9, 8, 7, 6, 5, 4, 3, 2, 1, 1], 1, False),
        ([9] * 8 + [4, 2], 4, True),  # the tenth may have been red before: nine of ten perhaps
        ([9] * 18 + [4, 2], 9, False),
    ],
)
def test_the_share_lasted_as_long_as_enough_of_the_same_units_were_red(
    runs: list[int], weeks: int, least: bool
) -> None:
    rows = [made(TaskLight, unit_id=f"S{place}", task_no=1, status="red", weeks_in_status=run)
            for place, run in enumerate(runs)]  # fmt: skip
    (shared,) = find_shared(rows, RED)
    assert (shared.weeks, shared.least) == (weeks, least)


def test_a_share_that_may_be_older_says_at_least(catalog: Catalog) -> None:
    rows = [
        row._replace(weeks_in_status=weeks)
        for row, weeks in zip(lights(1, "red<red", 10), [9] * 8 + [4, 2], strict=True)
    ]
    assert "10/10 đơn vị chưa đạt (đỏ), từ 4 tuần liên tiếp trở lên." in sentences(catalog, rows)[0]


def test_what_all_are_missing_is_no_units_fault_either(catalog: Catalog) -> None:
    rows = lights(4, "missing<missing", weeks=2)
    assert sentences(catalog, rows) == ["Nhiệm vụ 4: 149/149 đơn vị thiếu số liệu, 2 tuần liên tiếp."]
    own = [row._replace(unit_id="S7") for row in lights(1, "missing<missing", 1, weeks=5)]
    assert sentences(catalog, [*rows, *own, *lights(1, "green", 6)])[1:] == [
        "1 đơn vị thiếu số liệu: 1 đèn chưa kết luận được, lâu nhất 5 tuần liên tiếp ở Office 7. Office 7 (nhiệm vụ 1)."
    ]


def test_many_shared_tasks_stay_one_sentence_that_fits(catalog: Catalog) -> None:
    rows = [row for number in TASKS for row in lights(number, "red<red", 20 + number, weeks=20 - number)]
    assert sentences(catalog, rows) == [
        (
            "Nhiệm vụ 1: 21/21 đơn vị chưa đạt (đỏ), 19 tuần liên tiếp; nhiệm vụ 2: 22/22 đơn vị chưa đạt (đỏ), 18 "
            "tuần liên tiếp; nhiệm vụ 3: 23/23 đơn vị chưa đạt (đỏ), 17 tuần liên tiếp; nhiệm vụ 4, 5, 6, 7: từ 90% "
            "đơn vị trở lên cũng vậy."
        )
    ]


def test_a_shared_task_comes_with_the_groups_figure_and_names_nobody(catalog: Catalog) -> None:
    rows = lights(1, "red<red", 10, weeks=3)
    figures = [figure(f"S{number}", 10 + number) for number in range(1, 11)]
    group = [
        made(
            GroupLight, task_no=1, indicator_id="I1", numerator=155, denominator=1000, green=90, amber=80, status="red"
        )
    ]
    said = sentences(catalog, rows, figures, group)
    assert said == [
        "Nhiệm vụ 1: 10/10 đơn vị chưa đạt (đỏ), 3 tuần liên tiếp. Toàn tỉnh: Indicator I1 15,5% (xanh từ 90%)."
    ]


def test_of_units_that_stand_alike_that_with_the_widest_lack_is_named(catalog: Catalog) -> None:
    rows = lights(1, "red<red", 3, weeks=2) + lights(1, "green", 8)[3:]
    figures = [figure("S1", 70), figure("S2", "20.001"), figure("S3", "20.002")]
    assert sentences(catalog, rows, figures)[1] == (
        "Office 2: nhiệm vụ 1 đỏ 2 tuần liên tiếp. Indicator I1 20% (xanh từ 90%)."
    )
    same = [figure("S1", 70), figure("S2", 40, denominator=200), figure("S3", 20)]
    assert sentences(catalog, rows, same)[1] == (
        "Office 2 và 1 đơn vị khác: mỗi đơn vị 1 nhiệm vụ đỏ, lâu nhất 2 tuần liên tiếp. "
        "Office 2, nhiệm vụ 1: Indicator I1 20% (xanh từ 90%)."
    )
    assert (
        "Kém nhất: Office 2 và 1 đơn vị khác 20% (xanh từ 90%) · Office 1 70%" not in sentences(catalog, rows, same)[0]
    )
    assert sentences(catalog, rows, same)[0].endswith(
        "Indicator I1 (xanh từ 90%). Kém nhất: Office 2 và 1 đơn vị khác 20% · Office 1 70%."
    )


def test_above_a_threshold_of_nought_the_larger_number_lacks_more(catalog: Catalog) -> None:
    rows = lights(1, "red<red", 3, weeks=2, decided="J1") + lights(1, "green", 8)[3:]
    figures = [figure(f"S{number}", number, "J1") for number in (1, 2, 3)]
    assert sentences(catalog, rows, figures)[1].startswith(
        "Office 3: nhiệm vụ 1 đỏ 2 tuần liên tiếp. Indicator J1 3 point"
    )


def test_the_group_and_the_worst_are_of_one_indicator(catalog: Catalog) -> None:
    """The group's light may be decided by another indicator than the one its units are red in."""
    rows = lights(1, "red<red", 2, weeks=2) + lights(1, "green", 8)[2:]
    figures = [figure("S1", 67), figure("S2", 71), figure("S1", 0, "J1", status="green")]
    fixed: dict[str, Any] = {"task_no": 1, "denominator": 1000, "members": 2}
    group = [
        made(GroupLight, **fixed, indicator_id=None, status="amber"),
        made(GroupLight, **fixed, indicator_id="J1", numerator=5, green=0, amber=9, status="amber"),
        made(GroupLight, **fixed, indicator_id="I1", numerator=975, green=90, amber=80, status="green"),
    ]
    assert sentences(catalog, rows, figures, group)[0].endswith(
        "Toàn tỉnh: Indicator I1 97,5% (xanh từ 90%). Kém nhất: Office 1 67% · Office 2 71%."
    )


def test_a_unit_with_another_threshold_than_the_group_is_held_against_its_own(catalog: Catalog) -> None:
    rows = lights(1, "red<red", 1) + lights(1, "green", 8)[1:]
    group = [made(GroupLight, task_no=1, indicator_id="I1", numerator=80, denominator=100, green=75, amber=60,
                  status="green", members=1)]  # fmt: skip
    assert sentences(catalog, rows, [figure("S1", 67)], group)[0].endswith("Kém nhất: Office 1 67% (xanh từ 90%).")


def test_figures_say_which_of_several_lights_they_are_of(catalog: Catalog) -> None:
    rows = lights(1, "red<red", 1, weeks=2) + lights(2, "red<red", 1, weeks=4)
    rows += [row._replace(previous_status=made(TaskLight, status="green").status) for row in lights(3, "red<red", 3)]
    rows += lights(3, "green", 8)[3:]
    figures = [figure("S1", 67), figure("S1", 50, "I2"), figure("S2", 11, "I3"), figure("S3", 12, "I3")]
    said = sentences(catalog, rows, figures)
    assert said[1] == (
        "Office 1: 3 nhiệm vụ đỏ (1, 2, 3), lâu nhất 4 tuần liên tiếp. Nhiệm vụ 2: Indicator I2 50% (xanh từ 90%)."
    )
    assert said[2] == (
        "3 đèn rơi từ xanh xuống đỏ: Office 2 (nhiệm vụ 3), Office 3 (nhiệm vụ 3), Office 1 (nhiệm vụ 3). "
        "Office 2, nhiệm vụ 3: Indicator I3 11% (xanh từ 90%)."
    )


def test_what_is_missing_is_told_before_a_second_unit_where_there_is_much_to_say(catalog: Catalog) -> None:
    rows = lights(1, "red<red", weeks=9) + lights(2, "red<green", 2) + lights(2, "green", 8)[2:]
    rows += [row._replace(unit_id="S9") for row in lights(3, "red<red", 1, weeks=4)]
    rows += [row._replace(unit_id="S1") for row in lights(4, "red<red", 1, weeks=4)] + lights(5, "missing", 1)
    said = sentences(catalog, rows)
    assert len(said) == MOST and said[-1].startswith("1 đơn vị thiếu số liệu")
    assert not any(text.startswith("Office 9") for text in said)
