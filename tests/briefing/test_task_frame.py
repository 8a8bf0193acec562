"""The frame of one task, against rows that are read plainly; and that nothing is drawn outside the frame."""

from __future__ import annotations

import io
import json
import re
from collections import Counter
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import openpyxl
import pyarrow.parquet as pq
import pytest

from scorecard.briefing.bundle import make_bundle
from scorecard.briefing.content.week_reading import Asked, read_week
from scorecard.briefing.drawn import Drawn, draw
from scorecard.briefing.frame.drawing_check import check_frame
from scorecard.catalog import load_catalog
from scorecard.documents.fonts import width_of
from scorecard.errors import SnapshotError, UsageError
from scorecard.settings import ROOT
from scorecard.snapshots.index import list_snapshots
from scorecard.weeks import ReportWeek
from tests.catalogs.catalogue_rows import indicator, target, task, unit, write_catalogue
from tests.cli.command_line import run
from tests.homes.small_home import FIGURES, TABLES, publish_week, small_home

W42 = ReportWeek(2023, 42)
SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return small_home(tmp_path_factory.mktemp("home"))


@pytest.fixture(scope="module")
def drawn(home: Path) -> Drawn:
    return draw(read_week(home, Asked(W42, task=2)))


def plain(home: Path, table: str, number: int) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = pq.read_table(list_snapshots(home).get(W42, None).file(table)).to_pylist()
    return [row for row in rows if row["task_no"] == number]


def lights_of(svg: str) -> dict[tuple[str, str], str]:
    rects = [rect for rect in ElementTree.fromstring(svg).iter(f"{SVG}rect") if rect.get("class") == "light"]
    return {(rect.attrib["data-owner"], rect.attrib["data-column"]): rect.attrib["data-status"] for rect in rects}


def test_every_light_of_the_task_and_of_its_indicators_is_drawn(home: Path, drawn: Drawn) -> None:
    heads = {"S1", "S2", "D1", "D2"}
    expected = {(r["unit_id"], "2"): r["status"] for r in plain(home, "task_lights", 2) if r["unit_id"] in heads}
    expected |= {
        (r["unit_id"], r["indicator_id"]): r["status"] for r in plain(home, "lights", 2) if r["unit_id"] in heads
    }
    expected |= {
        ("province", r["indicator_id"] or "2"): r["status"]
        for r in plain(home, "group_lights", 2)
        if r["group_id"] == "province"
    }
    assert lights_of(drawn.svg) == expected
    assert {"I2", "I3"} <= {column for _, column in expected}


def test_counts_sentences_and_lists_are_of_that_task_alone(home: Path, drawn: Drawn) -> None:
    counts = Counter(r["status"] for r in plain(home, "task_lights", 2) if "-" not in r["unit_id"])
    assert {count.status: count.number for count in drawn.content.counts} == {
        status: counts[status] for status in ("red", "amber", "green", "missing")
    }
    assert "nhiệm vụ 2 tại 4 đơn vị có" in drawn.content.headline
    assert {light.task_no for unit in drawn.content.standing for light in unit.lights} <= {2}
    assert {change.task_no for change in drawn.content.changes} <= {2}
    assert "Nhiệm vụ 2: Task 2" in drawn.svg


def test_a_figure_stands_in_its_cell_with_numerator_and_denominator(drawn: Drawn) -> None:
    assert "95% · 95/100" in drawn.svg
    assert "3 point" in drawn.svg


def test_thresholds_stand_below_with_their_basis(drawn: Drawn) -> None:
    assert [text.partition(" (")[0] for text in drawn.content.targets] == [
        "Nội dung: In our words",
        "I2. Indicator I2",
        "I3. Indicator I3",
    ]
    assert "xanh từ 90%, vàng từ 80%; căn cứ: Basis * 90 (ngưỡng quản trị)" in drawn.content.targets[1]


@pytest.mark.parametrize(
    ("pattern", "other"),
    [
        (r'data-column="I2" data-status="\w+"', 'data-column="I2" data-status="red"'),
        (r'<rect class="light" data-owner="S1" data-column="I3"[^>]*/>', ""),
        (r'(id="count-green"[^>]*>)\d+', r"\g<1>77"),
    ],
)
def test_a_task_drawn_wrongly_is_refused(drawn: Drawn, pattern: str, other: str) -> None:
    wrong = re.sub(pattern, other, drawn.svg, count=1)
    assert wrong != drawn.svg
    with pytest.raises(SnapshotError, match="Bản vẽ sai"):
        check_frame(wrong, drawn.read)


def test_a_task_and_a_district_at_once_are_refused(home: Path) -> None:
    with pytest.raises(UsageError, match="một nhiệm vụ hoặc một địa bàn"):
        read_week(home, Asked(W42, district="D1", task=2))


def test_the_command_makes_what_a_task_can_be_made_as(home: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    ran = run("--home", home, "briefing", "--week", "2023-W42", "--task", "2", "--out", out)
    assert ran.code == 0, ran.said
    ends = ("-1920x1080.png", "-3840x2160.png", ".csv", ".json", ".pdf", ".svg", ".xlsx")
    assert sorted(path.name for path in out.iterdir()) == [f"ban-tin-2023-W42-r2-nv2{end}" for end in ends]
    assert json.loads((out / "ban-tin-2023-W42-r2-nv2.json").read_bytes())["task"] == 2
    assert run("--home", home, "briefing", "--week", "2023-W42", "--task", "2", "--formats", "pdf").code == 0
    assert (home / "briefings" / "2023-W42" / "r002" / "task-2" / "ban-tin-2023-W42-r2-nv2.pdf").is_file()
    for options, said in ((["--formats", "docx"], "docx"), (["--district", "D1"], "địa bàn")):
        ran = run("--home", home, "briefing", "--week", "2023-W42", "--task", "2", "--out", tmp_path / "no", *options)
        assert ran.code == 2 and said in ran.err
    assert run("--home", home, "briefing", "--week", "2023-W42", "--task", "9", "--out", tmp_path / "no").code == 2
    assert not (tmp_path / "no").exists()


def test_the_workbook_of_a_task_has_its_figures_only(drawn: Drawn) -> None:
    book = openpyxl.load_workbook(io.BytesIO(next(iter(make_bundle(drawn.read, ("xlsx",)).values()))))
    assert {row[3].value for row in book["Số liệu"].iter_rows(min_row=3)} == {"I2", "I3"}
    assert [cell.value for cell in book["Bảng đèn"][2]][1:] == ["2", "I2", "I3"]


LONG = "Một tên rất dài của một cơ quan có nhiều chức năng, nhiệm vụ và quyền hạn khác nhau trong tỉnh"


def crowded(folder: Path) -> Path:
    """A home whose names, titles and bases are far longer than a frame has room for."""
    tables = {
        **TABLES,
        "tasks": [task(1, title=LONG, summary=LONG * 4), task(2)],
        "units": [*TABLES["units"], *(unit(f"S{number}", name=f"{LONG} {number}") for number in range(3, 24))],
        "indicators": [
            *TABLES["indicators"],
            *(indicator(f"I1.{number}", name=LONG, unit=LONG, measure="count", core="false") for number in range(5)),
        ],
        "targets": [*TABLES["targets"], *(target(indicator_id=f"I1.{n}", legal_basis=LONG * 3) for n in range(5))],
    }
    publish_week(folder / "home", load_catalog(write_catalogue(tables, folder / "catalog")), "2023-W42", FIGURES)
    return folder / "home"


def outside(svg: str) -> list[str]:
    """Texts that reach over an edge of the frame, measured in the shipped fonts."""
    found = []
    for text in ElementTree.fromstring(svg).iter(f"{SVG}text"):
        said = text.text or ""
        width = width_of(said, float(text.attrib["font-size"]), bold=text.get("font-weight") == "600")
        left = float(text.attrib["x"]) - {"start": 0.0, "middle": width / 2, "end": width}[text.attrib["text-anchor"]]
        if left < 0 or left + width > 1920 or not 10 < float(text.attrib["y"]) < 1080:
            found.append(said)
    return found


@pytest.mark.parametrize("asked", [Asked(W42), Asked(W42, task=1), Asked(W42, task=2)], ids=str)
def test_nothing_reaches_over_the_edge_of_a_crowded_frame(tmp_path: Path, asked: Asked) -> None:
    svg = draw(read_week(crowded(tmp_path), asked)).svg
    assert outside(svg) == []
    root = ElementTree.fromstring(svg)
    for rect in root.iter(f"{SVG}rect"):
        x, y, width, height = (float(rect.get(side, "0")) for side in ("x", "y", "width", "height"))
        assert x >= 0 and x + width <= 1920.01 and y >= 0 and y + height <= 1080
    assert (root.get("width"), root.get("height")) == ("1920", "1080")


def test_the_tracked_catalogue_has_a_frame_for_every_task(tmp_path: Path) -> None:
    from scorecard.demo import publish_demo

    catalog = load_catalog(ROOT / "data" / "catalog")
    publish_demo(tmp_path, catalog, weeks=2, end=W42)
    for item in catalog.tasks:
        if item.in_letter:
            assert outside(draw(read_week(tmp_path, Asked(W42, task=item.task_no))).svg) == []
