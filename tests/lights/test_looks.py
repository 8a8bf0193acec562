"""One home for the colours and words of lights: every medium shows a light as its status says, and nobody else does."""

from __future__ import annotations

import ast
import dataclasses
import datetime as dt
import io
import json
import re
import xml.etree.ElementTree as ET
from collections import Counter
from typing import Any

import openpyxl
import pptx
import pytest
import shapely
from pypdf import PdfReader

from scorecard.briefing.content.content import Briefing, Origin
from scorecard.briefing.content.standing import Change, Standing, UnitStanding
from scorecard.briefing.frame.frame import render_frame
from scorecard.briefing.pdf import render_pdf
from scorecard.briefing.slides.slides import render_slides
from scorecard.briefing.workbook.typed_sheet import Sheet
from scorecard.briefing.workbook.workbook import render_workbook
from scorecard.lights import status as home
from scorecard.lights.gap_to_green import Lack
from scorecard.lights.ground_lines import GroundSaid
from scorecard.lights.matrix_view import Block, Column, Count, Light, Matrix, Row, Share, WeekCounts
from scorecard.lights.status import COUNTED, LEGEND, NOT_APPLICABLE, RED, UNKNOWN, Status, rgb_of
from scorecard.settings import ROOT
from scorecard.text import general_words, report_words
from scorecard.ui.district.boundary_map import chart_boundaries
from scorecard.ui.district.cell_map import chart_cells
from scorecard.ui.district.map_cells import MapCell
from scorecard.ui.overview.weeks_chart import chart_weeks
from scorecard.ui.shell.index_page import styles

MOMENT = dt.datetime(2023, 10, 20, 17, tzinfo=dt.UTC)
DRAWN = [status for status in Status if status != NOT_APPLICABLE]  # what a unit can have on a task, and stale
SVG = "{http://www.w3.org/2000/svg}"
WHITE = "#ffffff"  # the ink on red, and paper

ORIGIN = Origin(
    "Tuần 42",
    "16/10–22/10",
    "17 giờ",
    1,
    "1",
    "0" * 64,
    "bản tin 1",
    synthetic=False,
    corrected=(),
    ground=GroundSaid(),
)
COLUMNS = tuple(
    Column(number, f"Task {number}", in_letter=True, href="", shares=(Share(status, 1),))
    for number, status in enumerate(DRAWN, 1)
)
CHANGED = tuple(Light(status, "", "", "", "other", small_n=True) for status in DRAWN)
SILENT = (*(None for _ in DRAWN[1:]), Light(RED, "", "", ""))
BRIEFING = Briefing(
    title="Title",
    scope="",
    origin=ORIGIN,
    headline="Headline",
    counts=tuple(Count(status, 1, None) for status in COUNTED),
    compared="",
    matrix=Matrix("", COLUMNS, (Block("Block", (Row("One", CHANGED, 71, 72, owner="U1"), Row("Two", SILENT))),)),
    calls=(),
    weeks=(WeekCounts("W42", 9, 9),),
    changes=tuple(
        Change("Unit", 1, "Task", before, now, direction, "")
        for before, now, direction in zip(DRAWN, DRAWN[1:] + DRAWN[:1], ["worse", "better", "other"] * 3, strict=False)
    ),
    standing=(
        UnitStanding(
            "Unit",
            tuple(Standing(1, "Task", status, 2, least=False, figure="", lack=Lack()) for status in home.WANTING),
        ),
    ),
)


def tokens() -> dict[str, str]:
    """What every custom property of the served styles is in the end, where one names the next."""
    found = dict(re.findall(r'--([\w-]+):\s*((?:url\("[^"]*"\)|[^;}])+)', styles()))
    return {name: followed(value, found) for name, value in found.items()}


def followed(value: str, found: dict[str, str]) -> str:
    while names := [name for name in re.findall(r"var\(--([\w-]+)\)", value) if name in found]:
        value = value.replace(f"var(--{names[0]})", found[names[0]])
    return value.strip()


def rule(selector: str) -> str:
    """What the served styles say of one selector, with the colours its names stand for."""
    said = re.findall(rf"(?:^|\}}) *{re.escape(selector)} \{{([^}}]*)\}}", styles(), flags=re.MULTILINE)
    assert said, selector
    return followed("".join(said), tokens())


@pytest.fixture(scope="module")
def frame() -> ET.Element:
    return ET.fromstring(render_frame(BRIEFING))


@pytest.mark.parametrize("status", [status for status in Status if status not in (home.STALE, NOT_APPLICABLE)])
def test_a_page_paints_a_light_in_its_field_with_its_sign(status: Status) -> None:
    own = ".sc-missing, .sc-stale" if status == home.MISSING else f".sc-{status}"
    said = re.findall(r"--fill: (#\w+); --sign: (url\([^)]*\))", rule(own))
    assert [fill for fill, _ in said] == [status.look.fill]
    assert re.findall(r"(?:stroke|fill)='%23(\w+)'", said[0][1]) == [status.look.ink.removeprefix("#")]


def test_a_page_paints_patterns_outlines_and_arrows_as_the_home_of_lights_says() -> None:
    found = tokens()
    assert home.HATCH in found["hatch"] and home.DOTS in found["dots"] and home.SMALL in rule(".sc-small")
    assert rule(".sc-not_applicable").startswith(f"--fill: {NOT_APPLICABLE.look.fill};")
    for change in ("better", "worse", "other"):
        assert f"fill='%23{RED.look.ink[1:]}'" in rule(f".sc-red.sc-to-{change}")


@pytest.mark.parametrize("status", home.COLOURED)
def test_bars_zones_edges_and_numbers_of_a_page_have_the_tones_of_the_light(status: Status) -> None:
    look = status.look
    assert re.findall(r"#\w+", rule(f".sc-bar-{status}") + rule(f".sc-edge-{status}")) == [look.bar] * 2
    assert re.findall(r"#\w+", rule(f".sc-panel .sc-why-{status}")) == [look.bar]
    assert re.findall(r"#\w+", rule(f".sc-zone-{status}") + rule(f".sc-band-{status}")) == [look.band] * 2
    if status in home.WANTING:
        assert re.findall(r"#\w+", rule(f".sc-table td.sc-sum-{status}")) == [look.text, look.fill, look.ink]
    assert re.findall(r"(?<!-)color: (#\w+)", rule(f".sc-count.sc-{status}")) == [look.ink]


def test_every_name_a_style_asks_of_a_light_is_there() -> None:
    asked = set(re.findall(r"var\(--([\w-]+)\)", styles()))
    begun = (*Status, "sign-", "arrow-", "hatch", "dot", "small", "pale")
    assert {name for name in asked if name.startswith(begun)} <= set(tokens())


def test_words_of_a_light_can_be_read_on_their_field_and_on_white() -> None:
    for look in {status.look for status in Status}:
        assert min(contrast(look.ink, look.fill), contrast(look.ink, look.flat)) >= 4.5
        assert contrast(look.text, "#f6f8fa") >= 4.5


def contrast(one: str, other: str) -> float:
    parts = [[part / 255 for part in rgb_of(colour)] for colour in (one, other)]
    bright = [[part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in rgb] for rgb in parts]
    dark, light = sorted(0.2126 * red + 0.7152 * green + 0.0722 * blue for red, green, blue in bright)
    return (light + 0.05) / (dark + 0.05)


def test_the_frame_paints_every_light_in_its_field_with_sign_and_arrow_in_its_ink(frame: ET.Element) -> None:
    drawn = list(frame.find(f"{SVG}g[@id='matrix']") or ())
    cells = {node.attrib["data-status"]: place for place, node in enumerate(drawn) if node.get("class") == "light"}
    assert set(cells) == set(DRAWN)
    for name, place in cells.items():
        status = Status(name)
        assert drawn[place].attrib["fill"] == ("url(#hatch)" if status in UNKNOWN else status.look.fill)
        assert drawn[place + 1].attrib["stroke"] == status.look.ink
        if "stroke" in drawn[place].attrib:
            assert drawn[place].attrib["stroke"] == home.SMALL and drawn[place + 2].attrib["fill"] == status.look.ink
    assert {node.get("fill") for node in drawn if node.tag == f"{SVG}rect" and node.get("class") is None} == {
        NOT_APPLICABLE.look.fill
    }


def test_the_frame_paints_pattern_bars_counts_sums_weeks_and_legend_alike(frame: ET.Element) -> None:
    ground, line = frame.findall(f".//{SVG}pattern/{SVG}rect")
    assert (ground.get("fill"), line.get("fill")) == (home.MISSING.look.fill, home.HATCH)
    fields = ["url(#hatch)" if status in UNKNOWN else status.look.fill for status in DRAWN]
    assert [node.get("fill") for node in frame.findall(f"{SVG}g[@id='heads']/{SVG}rect")] == fields
    boxes = [node.get("fill") for node in frame.findall(f"{SVG}g[@id='counts']/{SVG}rect")]
    assert boxes == ["url(#hatch)" if status in UNKNOWN else status.look.fill for status in COUNTED]
    words = [node.get("fill") for node in frame.findall(f"{SVG}g[@id='counts']/{SVG}text")]
    assert words == [status.look.ink for status in COUNTED for _ in range(2)]
    sums = {node.text: node.get("fill") for node in frame.findall(f".//{SVG}g[@class='sums']/{SVG}text")}
    assert (sums["71"], sums["72"]) == (RED.look.text, home.AMBER.look.text)
    weeks = [node.get("fill") for node in frame.findall(f"{SVG}g[@id='weeks']/*")][:4]
    assert weeks == [home.AMBER.look.fill, RED.look.fill, home.AMBER.look.ink, RED.look.ink]
    marks = [node.get("fill") for node in frame.findall(f"{SVG}g[@id='legend']/{SVG}rect")]
    assert marks == ["url(#hatch)" if status in UNKNOWN else status.look.fill for status in LEGEND] + [WHITE]
    signs = [node.get("stroke") for node in frame.findall(f"{SVG}g[@id='legend']/{SVG}g") if node.get("stroke")]
    assert signs == [status.look.ink for status in LEGEND]


def test_the_pages_on_paper_paint_every_mark_as_its_light() -> None:
    pages = PdfReader(io.BytesIO(render_pdf(BRIEFING, render_frame(BRIEFING), MOMENT))).pages
    content = pages[1].get_contents()
    assert content is not None
    fields, inks = painted_in(content.get_data().decode("latin-1"))
    directions = {"worse": RED, "better": home.GREEN, "other": home.NONE_ARISING}
    shown = [Status(name) for change in BRIEFING.changes for name in (change.before, change.now)]
    shown += [directions[change.direction] for change in BRIEFING.changes]
    assert fields == Counter(status.look.flat for status in shown)
    wanted = Counter(status.look.ink for status in shown)
    assert wanted == Counter({ink: inks[ink] for ink in wanted})


def painted_in(content: str) -> tuple[Counter[str], Counter[str]]:
    """How often a page fills a shape, and writes a text, in a colour (one part is a grey); without the sheet itself."""
    number = r"[\d.]+"
    found: dict[str, list[str]] = {"": [], "BT": []}
    for parts, text in re.findall(rf"/c\d cs ((?:{number} )+)scn(?: {number} {number} m|\n(BT))", content):
        colour = [f"{round(float(part) * 255):02x}" for part in parts.split()]
        found[text].append("#" + "".join(colour if len(colour) == 3 else colour * 3))
    return Counter(colour for colour in found[""] if colour != WHITE), Counter(found["BT"])


def test_a_slide_paints_every_light_flat() -> None:
    slides = pptx.Presentation(io.BytesIO(render_slides(BRIEFING, MOMENT))).slides
    boxes = [shape for shape in slides[0].shapes if shape.has_text_frame and shape.text_frame.text.startswith("1\n")]
    for status, box in zip(COUNTED, boxes, strict=True):
        inks = {str(run.font.color.rgb) for part in box.text_frame.paragraphs for run in part.runs}
        assert (str(box.fill.fore_color.rgb), inks) == (upper(status.look.flat), {upper(status.look.ink)})
    (matrix,) = [shape.table for shape in slides[1].shapes if shape.has_table]
    for status, cell in zip(DRAWN, list(matrix.rows[1].cells)[1:-2], strict=True):
        (run,) = cell.text_frame.paragraphs[0].runs
        assert run.text == report_words.SIGNS[status]
        assert (str(cell.fill.fore_color.rgb), str(run.font.color.rgb)) == (
            upper(status.look.flat),
            upper(status.look.ink),
        )


def upper(colour: str) -> str:
    return colour.removeprefix("#").upper()


def test_a_workbook_paints_every_light_flat() -> None:
    sheet = Sheet("Sheet", (("Light", 10),), tuple((status.colour,) for status in DRAWN), {0: tuple(DRAWN)})
    book = openpyxl.load_workbook(io.BytesIO(render_workbook((sheet,), "Title", synthetic=False, created=MOMENT)))
    for status, (cell,) in zip(DRAWN, book["Sheet"].iter_rows(min_row=3), strict=True):
        assert cell.value == status.colour
        assert cell.fill.start_color.rgb == "FF" + upper(status.look.flat)
        assert cell.font.color.rgb == "FF" + upper(status.look.ink)


def map_cell(status: Status, place: int, *, chosen: bool) -> MapCell:
    return MapCell(f"{status}{chosen}", "Name", "Name", "D", status, "tip", "?", place, float(chosen), chosen)


def test_maps_paint_every_unit_solid() -> None:
    cells = [map_cell(status, place, chosen=chosen) for chosen in (True, False) for place, status in enumerate(Status)]
    shapes = {cell.unit_id: shapely.box(cell.x, cell.y, cell.x + 1, cell.y + 1) for cell in cells}
    for deck in (chart_cells(cells), chart_boundaries(cells, shapes)):
        layers = {layer["id"]: layer for layer in json.loads(deck.to_json())["layers"]}
        rows = [row for name in ("cells", "chosen") for row in layers[name]["data"]]
        assert len(rows) == len(cells)
        for row in rows:
            assert tuple(row["fill"][:3]) == rgb_of(Status(row["status"]).look.solid)
            if row["status"] == RED and row["fill"][3] == 255:
                assert tuple(row["ink"][:3]) == rgb_of(RED.look.ink)
        assert tuple(layers["hatch"]["getColor"][:3]) == rgb_of(home.HATCH_SOLID)


def test_a_chart_paints_its_pieces_and_their_numbers_as_their_lights() -> None:
    drawn = chart_weeks([WeekCounts("W42", 9, 8)])
    pieces = [(row["shown"], row["colour"], row["ink"]) for row in drawn["datasets"]["weeks"]]
    amber, red = home.AMBER.look, RED.look
    assert pieces == [("8", amber.fill, amber.ink), ("9", red.fill, red.ink)]


def written() -> list[tuple[str, str]]:
    """Every text of the program outside of the home of lights, in small letters."""
    endings = {".py", ".css", ".js", ".j2", ".html", ".typ", ".sql", ".toml"}
    files = [file for file in (ROOT / "scorecard").rglob("*") if file.suffix in endings]
    names = {file: file.relative_to(ROOT).as_posix() for file in files}
    return [
        (name, file.read_text(encoding="utf-8").lower())
        for file, name in names.items()
        if name != "scorecard/lights/status.py"
    ]


def test_no_colour_of_a_light_is_written_anywhere_else() -> None:
    looks = {colour for status in Status for colour in dataclasses.astuple(status.look)} - {WHITE}
    assert len(looks) > 15
    for colour in looks | {home.HATCH, home.HATCH_SOLID, home.DOTS, home.SMALL, home.PALE}:
        numbers = r"\D+".join(map(str, rgb_of(colour)))
        spelled = re.compile(rf"{colour[1:]}|(?<!\d){numbers}(?!\d)")
        assert [name for name, text in written() if spelled.search(text)] == [], colour


def test_the_names_of_colours_stand_once_in_the_words() -> None:
    found = Counter(
        value.value
        for file in (ROOT / "scorecard" / "text").glob("*.py")
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.Dict)
        for value in node.values
        if isinstance(value, ast.Constant) and value.value
    )
    for words in (general_words.COLOUR, general_words.SIGNS, general_words.STATUS):
        assert set(words) == set(Status)
    named: dict[str, Any] = {status.colour: found[status.colour] for status in home.COLOURED}
    named |= {status.word: found[status.word] for status in home.COLOURED}
    assert set(named.values()) == {1}, named
    assert "vàng" in named


def test_a_status_answers_with_the_words_and_in_the_order_of_the_rule() -> None:
    for status in Status:
        assert (status.sign, status.word, status.colour) == (
            general_words.SIGNS[status],
            general_words.STATUS[status],
            general_words.COLOUR[status],
        )
    assert sorted(home.WORST_FIRST, key=lambda status: status.severity) == list(home.WORST_FIRST)
