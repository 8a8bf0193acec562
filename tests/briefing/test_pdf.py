"""The marks of PDF/A-2b, read with another library: no validator can be installed where the tests run.

Not looked at: the syntax rules of streams and cross references, colour spaces one by one, glyph widths.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader
from pypdf.generic import DictionaryObject, IndirectObject

from scorecard.briefing.content.week_reading import Asked, read_week
from scorecard.briefing.drawn import draw
from scorecard.briefing.formats import make_pdf
from scorecard.weeks import ReportWeek
from tests.homes.small_home import small_home


@pytest.fixture(scope="module", params=[{}, {"district": "D1"}, {"task": 2}], ids=str)
def pdf(tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest) -> PdfReader:
    home: Path = small_home(tmp_path_factory.mktemp("pdf"))
    made = make_pdf(draw(read_week(home, Asked(ReportWeek(2023, 42), **request.param))))
    return PdfReader(io.BytesIO(next(iter(made.values()))), strict=True)


def objects(pdf: PdfReader) -> Iterator[Any]:
    for number in range(1, int(pdf.trailer["/Size"])):
        found = pdf.get_object(IndirectObject(number, 0, pdf))
        if isinstance(found, DictionaryObject):
            yield found


def test_the_colours_are_those_of_one_profile_that_is_inside(pdf: PdfReader) -> None:
    intents = pdf.root_object["/OutputIntents"]
    assert [intent["/S"] for intent in intents] == ["/GTS_PDFA1"]
    profile = intents[0]["/DestOutputProfile"].get_object()
    assert profile["/N"] == 3 and profile.get_data()[36:40] == b"acsp"


def test_the_metadata_names_part_and_conformance_and_agrees_with_the_title(pdf: PdfReader) -> None:
    packet = pdf.root_object["/Metadata"].get_object()
    assert "/Filter" not in packet and (packet["/Type"], packet["/Subtype"]) == ("/Metadata", "/XML")
    text = packet.get_data().decode()
    assert "<pdfaid:part>2</pdfaid:part>" in text and "<pdfaid:conformance>B</pdfaid:conformance>" in text
    assert pdf.metadata and pdf.metadata.title and pdf.metadata.title in text


def test_every_font_is_embedded_and_can_be_read_as_text(pdf: PdfReader) -> None:
    descriptors = [one for one in objects(pdf) if one.get("/Type") == "/FontDescriptor"]
    assert descriptors and all({"/FontFile2", "/FontFile3"} & one.keys() for one in descriptors)
    fonts = [one for one in objects(pdf) if one.get("/Subtype") == "/Type0"]
    assert fonts and all("/ToUnicode" in one for one in fonts)
    assert all("BeVietnamPro" in str(one["/BaseFont"]) for one in fonts)


def test_nothing_is_encrypted_nothing_runs_and_nothing_lies_outside(pdf: PdfReader) -> None:
    assert not pdf.is_encrypted and "/Encrypt" not in pdf.trailer and len(pdf.trailer["/ID"]) == 2
    forbidden = {"/JavaScript", "/Launch", "/Sound", "/Movie", "/ResetForm", "/ImportData", "/URI"}
    for one in objects(pdf):
        assert one.get("/S") not in forbidden and not {"/JS", "/AA", "/EmbeddedFiles"} & one.keys()
        assert one.get("/Filter") not in ("/LZWDecode", "/Crypt")
        assert (one.get("/Subtype") != "/PS" and "/F" not in one.keys() & {"/F"}) or one.get("/Type") == "/Annot"


def test_it_is_tagged_in_vietnamese_and_the_drawing_has_an_alternative(pdf: PdfReader) -> None:
    root = pdf.root_object
    assert root["/MarkInfo"]["/Marked"].value
    assert root["/Lang"] == "vi" and "/StructTreeRoot" in root
    kinds = {one.get("/S") for one in objects(pdf) if one.get("/Type") == "/StructElem" or "/P" in one}
    assert {"/H1", "/Table", "/Figure"} <= kinds
    figures = [one for one in objects(pdf) if one.get("/S") == "/Figure"]
    assert all(str(one["/Alt"]).startswith("Tính đến") for one in figures)
