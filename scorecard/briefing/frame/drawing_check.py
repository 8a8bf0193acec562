"""Does the drawing say what the lights say? Compared: the finished SVG, the finished picture, the published rows."""

from __future__ import annotations

import io
from collections import Counter
from collections.abc import Mapping
from xml.etree import ElementTree

from PIL import Image

from scorecard.address.queries import BriefingQuery
from scorecard.briefing.content.week_reading import WeekRead
from scorecard.errors import SnapshotError
from scorecard.lights.status import AMBER, COUNTED, RED, WANTING, Status
from scorecard.text import briefing_words

_SVG = "{http://www.w3.org/2000/svg}"
_FEWEST_COLOURS = 16
_INSIDE = 3  # pixels from a light's corner to where its colour is looked up


def check_frame(svg: str, read: WeekRead) -> None:
    """Raises SnapshotError unless every light, sum and count that is drawn is that of the published rows.

    A light is found by the unit or group it is of, and by its column: a task number, or an indicator's code.
    """
    root = ElementTree.fromstring(svg)  # noqa: S314 (our own text)  # nosec B314
    drawn = {_place(rect): rect.get("data-status", "") for rect in _lights(root)}
    published = _published(read)
    for place in sorted({*drawn, *published}):
        _same("/".join(place), drawn.get(place, ""), published.get(place, ""))
    counts = Counter(row.status for row in read.lights)
    for status in COUNTED:
        _same(status, _text(root, f"count-{status}"), str(counts[status]))
    for group in root.iter(f"{_SVG}g"):
        if group.get("class") == "sums":
            _check_sums(group, published)
    last = read.counts.get(str(read.edition.snapshot.week))
    _same("n_red", str(last.n_red if last else None), str(counts[RED]))
    _same("n_amber", str(last.n_amber if last else None), str(counts[AMBER]))


def check_image(name: str, png: bytes, size: tuple[int, int], svg: str) -> None:
    """Raises SnapshotError unless the picture has its size, is not blank, and shows each light in its colour."""
    image = Image.open(io.BytesIO(png)).convert("RGB")
    colours = image.getcolors(_FEWEST_COLOURS)
    if image.size != size or colours is not None:
        raise SnapshotError(briefing_words.BLANK.format(file=name))
    scale = size[0] / float(ElementTree.fromstring(svg).get("width", "0"))  # noqa: S314 (our own text)  # nosec B314
    for rect in _lights(ElementTree.fromstring(svg)):  # noqa: S314 (our own text)  # nosec B314
        fill = rect.get("fill", "")
        if fill.startswith("#"):
            x, y = (int((float(rect.get(side, "0")) + _INSIDE) * scale) for side in ("x", "y"))
            wanted = tuple(int(fill[place : place + 2], 16) for place in (1, 3, 5))
            _same("/".join(_place(rect)), str(image.getpixel((x, y))), str(wanted))


def _lights(root: ElementTree.Element) -> list[ElementTree.Element]:
    return [rect for rect in root.iter(f"{_SVG}rect") if rect.get("class") == "light"]


def _place(rect: ElementTree.Element) -> tuple[str, str]:
    return rect.get("data-owner", ""), rect.get("data-column", "")


def _published(read: WeekRead) -> dict[tuple[str, str], Status]:
    found = {(row.unit_id, str(row.task_no)): row.status for row in read.lights}
    if read.of_task:
        return found | _published_of_task(read, read.edition.address.of(BriefingQuery).task)
    area = next((block.group_id for block in read.edition.blocks if block.group_id), None)
    tasks = {task.task_no for task in read.edition.tasks}
    for row in read.group_lights:
        if row.group_id == area and row.indicator_id is None and row.task_no in tasks:
            found[row.group_id, str(row.task_no)] = row.status
    return found


def _published_of_task(read: WeekRead, number: int | None) -> dict[tuple[str, str], Status]:
    shown, group = set(read.edition.shown_ids), read.situation.group_id
    units = [row for row in read.indicator_lights if row.task_no == number and row.unit_id in shown]
    groups = [row for row in read.group_lights if row.task_no == number and row.group_id == group]
    return {(row.unit_id, row.indicator_id): row.status for row in units} | {
        (group, row.indicator_id or str(number)): row.status for row in groups
    }


def _check_sums(group: ElementTree.Element, published: Mapping[tuple[str, str], Status]) -> None:
    owner = group.get("data-owner", "")
    statuses = [status for (whose, _), status in published.items() if whose == owner]
    drawn = [text.text or "" for text in group.iter(f"{_SVG}text")]
    for status, number in zip(WANTING, drawn, strict=True):
        _same(f"{owner} {status}", number.replace("·", "0"), str(statuses.count(status)))


def _text(root: ElementTree.Element, key: str) -> str:
    return next((node.text or "" for node in root.iter(f"{_SVG}text") if node.get("id") == key), "")


def _same(place: str, drawn: str, light: str) -> None:
    if drawn != light:
        raise SnapshotError(briefing_words.OTHER_LIGHT.format(place=place, drawn=drawn or "–", light=light or "–"))
