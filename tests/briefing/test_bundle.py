"""The command that makes the files: whole, the same every time, or none at all."""

from __future__ import annotations

import dataclasses
import hashlib
import io
import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image
from pypdf import PdfReader

from scorecard.briefing import drawn
from scorecard.briefing.bundle import make_bundle
from scorecard.briefing.content.content import Briefing
from scorecard.briefing.content.week_reading import Asked, WeekRead, read_week
from scorecard.briefing.drawn import draw
from scorecard.briefing.folder import write_bundle
from scorecard.briefing.formats import formats_of
from scorecard.briefing.frame import frame
from scorecard.briefing.frame.drawing_check import check_frame, check_image
from scorecard.catalog import load_catalog
from scorecard.documents import fonts
from scorecard.errors import SnapshotError
from scorecard.settings import ROOT
from scorecard.weeks import ReportWeek
from tests.catalogs.catalogue_rows import indicator, write_catalogue
from tests.cli.command_line import run
from tests.homes.small_home import TABLES, publish_week, small_home


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return small_home(tmp_path_factory.mktemp("home"))


@pytest.fixture(scope="module")
def read(home: Path) -> WeekRead:
    return read_week(home, Asked(ReportWeek(2023, 42)))


@pytest.fixture(scope="module")
def files(read: WeekRead) -> dict[str, bytes]:
    return make_bundle(read, formats_of())


def one(files: dict[str, bytes], ending: str) -> bytes:
    return next(content for name, content in files.items() if name.endswith(ending))


def test_the_same_snapshot_gives_the_same_bytes_in_every_format(read: WeekRead, files: dict[str, bytes]) -> None:
    assert make_bundle(read, formats_of()) == files


def test_the_manifest_names_every_file_with_its_hash(files: dict[str, bytes]) -> None:
    manifest = json.loads(one(files, ".json"))
    others = {name: hashlib.sha256(content).hexdigest() for name, content in files.items() if ".json" not in name}
    assert manifest["files"] == others
    assert (manifest["week"], manifest["revision"], manifest["synthetic"]) == ("2023-W42", 2, False)


@pytest.mark.parametrize("size", [(1920, 1080), (3840, 2160)])
def test_a_picture_has_exactly_its_size(files: dict[str, bytes], size: tuple[int, int]) -> None:
    assert Image.open(io.BytesIO(one(files, f"{size[0]}x{size[1]}.png"))).size == size


def test_the_pdf_is_searchable_has_three_pages_bookmarks_and_its_standard(
    read: WeekRead, files: dict[str, bytes]
) -> None:
    content = one(files, ".pdf")
    pdf = PdfReader(io.BytesIO(content))
    text = " ".join(page.extract_text() for page in pdf.pages)
    assert len(pdf.pages) == 3
    assert [entry.title for entry in pdf.outline if not isinstance(entry, list)] == [
        "Tổng quan",
        "Thay đổi trong tuần và việc cần chỉ đạo",
        "Đèn đỏ và vàng theo đơn vị",
    ]
    said = re.sub(r"\s+", " ", text)
    headline = draw(read).content.headline
    assert headline in said
    assert "Cần chỉ đạo tuần này" in said
    assert all(float(page.mediabox.width) > float(page.mediabox.height) for page in pdf.pages)
    assert b"pdfaid:part>2<" in content and b"pdfaid:conformance>B<" in content


@pytest.mark.parametrize(
    ("pattern", "other"),
    [
        (r'data-status="red"', 'data-status="green"'),
        (r'(id="count-red"[^>]*>)\d+', r"\g<1>99"),
        (r'(class="sums" data-owner="S1">\s*<text[^>]*>)[^<]+', r"\g<1>7"),
        (r'<rect class="light"[^>]*/>', ""),
    ],
)
def test_a_drawing_that_differs_from_the_lights_is_refused(read: WeekRead, pattern: str, other: str) -> None:
    svg = draw(read).svg
    wrong = re.sub(pattern, other, svg, count=1)
    assert wrong != svg
    with pytest.raises(SnapshotError, match="Bản vẽ sai"):
        check_frame(wrong, read)


def test_a_light_painted_in_another_colour_is_refused(read: WeekRead) -> None:
    svg = draw(read).svg
    picture = frame.render_images(svg)["1920x1080"]
    repainted = re.sub(r'(<rect class="light"[^>]*fill=")#\w+', r"\g<1>#123456", svg, count=1)
    with pytest.raises(SnapshotError, match="Bản vẽ sai"):
        check_image("x", picture, (1920, 1080), repainted)


def test_a_blank_picture_is_refused(read: WeekRead) -> None:
    blank = io.BytesIO()
    Image.new("RGB", (1920, 1080), "white").save(blank, "PNG")
    with pytest.raises(SnapshotError, match="trống"):
        check_image("x.png", blank.getvalue(), (1920, 1080), draw(read).svg)


def test_the_command_writes_every_file_and_says_which(home: Path, tmp_path: Path) -> None:
    ran = run("--home", home, "briefing", "--week", "2023-W42", "--out", tmp_path / "out", "--formats", "png")
    assert ran.code == 0, ran.said
    written = sorted(path.name for path in (tmp_path / "out").iterdir())
    assert [Path(line).name for line in ran.out.split()] == written
    assert written == [f"ban-tin-2023-W42-r2{end}" for end in ("-1920x1080.png", "-3840x2160.png", ".json", ".svg")]


def test_without_out_the_folder_is_sealed_in_the_home_and_running_again_changes_nothing(tmp_path: Path) -> None:
    home = small_home(tmp_path)
    for week, folder in (("2023-W42", "2023-W42/r002"), ("2023-W40", "2023-W40/r001")):
        assert run("--home", home, "briefing", "--week", week, "--formats", "pdf").code == 0
        written = {path: path.stat().st_mtime_ns for path in (home / "briefings" / folder).iterdir()}
        assert run("--home", home, "briefing", "--week", week, "--formats", "pdf").code == 0
        assert {path: path.stat().st_mtime_ns for path in (home / "briefings" / folder).iterdir()} == written
        manifest = json.loads(next(path for path in written if path.suffix == ".json").read_bytes())
        assert {path.name for path in written} == {*manifest["files"], f"ban-tin-{week}-r{folder[-1]}.json"}
        assert {"lights.parquet", "observations.parquet"} <= set(manifest["files"])
    assert run("--home", home, "briefing", "--week", "2023-W42", "--district", "D1", "--formats", "pdf").code == 0
    assert (home / "briefings" / "2023-W42" / "r002" / "D1" / "ban-tin-2023-W42-r2-D1.pdf").is_file()


def fails(home: Path, out: Path, *options: str) -> str:
    ran = run("--home", home, "briefing", "--week", "2023-W42", "--out", out, *options)
    assert ran.code == 1, ran.said
    assert not out.exists() or list(out.iterdir()) == []
    return ran.err


@pytest.mark.parametrize("options", [[], ["--task", "2"]], ids=str)
def test_an_empty_matrix_means_no_file_and_says_so(tmp_path: Path, options: list[str]) -> None:
    communes = indicator(applies_to="commune"), indicator("I2", task_no="2", applies_to="commune")
    tables = {**TABLES, "indicators": communes, "targets": []}
    catalog = load_catalog(write_catalogue(tables, tmp_path / "catalog"))
    publish_week(tmp_path / "home", catalog, "2023-W42", [])
    assert "không có đèn nào" in fails(tmp_path / "home", tmp_path / "out", *options)


def test_two_processes_in_other_places_give_the_same_bytes(home: Path, tmp_path: Path) -> None:
    made = []
    for place, seed in (("UTC", "1"), ("America/St_Johns", "2023")):
        out = tmp_path / seed
        command = [sys.executable, "-m", "scorecard", "--home", home, "briefing", "--week", "2023-W42", "--out", out]
        environment = os.environ | {"TZ": place, "PYTHONHASHSEED": seed, "LANG": "C"}
        subprocess.run(command, check=True, capture_output=True, env=environment, cwd=ROOT)
        made.append({path.name: path.read_bytes() for path in out.iterdir()})
    assert made[0] == made[1] and len(made[0]) == 9


def test_without_its_fonts_nothing_is_written(home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fonts, "FOLDER", tmp_path)
    assert "Thiếu tệp phông chữ" in fails(home, tmp_path / "out")


def test_a_wrong_number_means_no_file(home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def wrong(content: Briefing) -> str:
        counts = tuple(dataclasses.replace(count, number=count.number + 1) for count in content.counts)
        return real(dataclasses.replace(content, counts=counts))

    real = drawn.render_frame
    monkeypatch.setattr(drawn, "render_frame", wrong)
    assert "Bản vẽ sai" in fails(home, tmp_path / "out")


def test_a_file_that_cannot_be_made_leaves_the_others_unwritten(
    home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(frame, "_drawn", _white)
    assert "trống" in fails(home, tmp_path / "out")


def _white(_svg: str, width: int) -> bytes:
    made = io.BytesIO()
    Image.new("RGB", (width, width * 9 // 16), "white").save(made, "PNG")
    return made.getvalue()


def test_an_unknown_format_is_wrong_use(home: Path, tmp_path: Path) -> None:
    ran = run("--home", home, "briefing", "--week", "2023-W42", "--out", tmp_path, "--formats", "gif")
    assert ran.code == 2 and "gif" in ran.err


def test_writing_again_changes_nothing(files: dict[str, bytes], tmp_path: Path) -> None:
    for _ in range(2):
        assert [path.name for path in write_bundle(tmp_path / "out", files)] == sorted(files)
    assert {path.name: path.read_bytes() for path in (tmp_path / "out").iterdir()} == files
