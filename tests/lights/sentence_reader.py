"""Reads the sentences of "what needs a decision" back: every number, against the lights of what they name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from fractions import Fraction
from typing import Any

from scorecard.lights.rows import TaskLight
from tests.lights.random_weeks import INDICATORS, UNCERTAIN, Seen

UNIT, TASKS = r"(Office \d+)", r"(\d+(?:, \d+)*)"
ALIKE = UNIT + r"(?: và (\d+) đơn vị khác)?"
WEEKS = r"(từ \d+ tuần liên tiếp trở lên|\d+ tuần liên tiếp|1 tuần)"
VALUE = r"([\d.,]+)(?:%| point)"
LIMIT = rf"\(xanh (?:từ|đến) {VALUE}\)"
FIGURE = rf"Indicator (\w\d) {VALUE} {LIMIT}(?:, kể cả hoàn thành muộn là {VALUE})?\."
COLOURED = ("red", "amber", "green")
Found = re.Match[str]


def number(text: str) -> Fraction:
    return Fraction(text.replace(".", "").replace(",", "."))


def numbers(text: str) -> list[int]:
    return [int(part) for part in text.split(", ")]


def matched(pattern: str, text: str) -> Found:
    found = re.fullmatch(pattern, text)
    assert found, text
    return found


def exact(row: Any) -> Fraction:
    above = Fraction(row.numerator)
    return above if row.denominator is None else 100 * above / Fraction(row.denominator)


def lack(row: Any) -> tuple[Fraction, Fraction]:
    """How much of green is lacking: relative to it, then as it is."""
    higher = INDICATORS[row.indicator_id]["direction"] == "higher"
    lacking = Fraction(row.green) - exact(row) if higher else exact(row) - Fraction(row.green)
    return lacking / (Fraction(row.green) if higher else exact(row)), lacking


class Reader:
    """Holds one week's sentences against its lights."""

    def __init__(self, seen: Seen) -> None:
        self.lights, self.figures, self.groups = seen.lights, seen.figures, seen.groups
        self.unit_told = False
        self.shared = {status: {task for task in (1, 2, 3) if self.is_shared(task, status)}
                       for status in ("red", "missing")}  # fmt: skip

    def read(self, lead: str, headline: str, detail: str) -> str:
        """Which sentence it is; an assertion fails where a number of it is not of what it names."""
        for pattern, check in SENTENCES.items():
            if found := re.fullmatch(pattern, lead + headline):
                check(self, found, detail)
                return check.__name__
        raise AssertionError(lead + headline)

    def of_task(self, task: int, statuses: Sequence[str] = ()) -> list[TaskLight]:
        rows = [row for (_, number_), row in self.lights.items() if number_ == task]
        return [row for row in rows if not statuses or row.status in statuses]

    def compared(self, task: int, status: str) -> list[TaskLight]:
        return self.of_task(task, COLOURED if status == "red" else ())

    def is_shared(self, task: int, status: str) -> bool:
        count = len(self.of_task(task, [status]))
        return count > 3 and 10 * count >= 9 * len(self.compared(task, status))

    def own(self, status: str, unit: str = "") -> dict[tuple[str, int], TaskLight]:
        """The lights that are not shared."""
        return {key: row for key, row in self.lights.items()
                if row.status == status and key[1] not in self.shared[status] and unit in ("", key[0])}  # fmt: skip

    def weeks(self, said: str, rows: Iterable[TaskLight]) -> None:
        """The longest of these stands as long."""
        longest = max(row.weeks_in_status for row in rows)
        assert int(re.findall(r"\d+", said)[0]) == longest and said.startswith("từ") == (longest >= UNCERTAIN)

    def figure(self, value: str, limit: str, row: Any) -> None:
        """A printed value and threshold are those of a figure, and the value stands on its side."""
        assert row.status in COLOURED and number(limit) == Fraction(row.green)
        assert abs(number(value) - exact(row)) <= Fraction(1, 10)
        higher = INDICATORS[row.indicator_id]["direction"] == "higher"
        reached = number(value) >= number(limit) if higher else number(value) <= number(limit)
        assert reached == (row.status == "green")

    def of_light(self, detail: str, unit: str, tasks: Sequence[int]) -> None:
        """The figure of one light: of the unit and the only task the sentence is about, unless it names another."""
        found = matched(rf"(?:{UNIT}, nhiệm vụ (\d+): |Nhiệm vụ (\d+): )?{FIGURE}", detail)
        named, task, alone, indicator, value, limit, done = found.groups()
        assert named in (None, unit) and (task or alone or len(tasks) == 1), detail
        of = int(task or alone or tasks[0])
        row = self.figures[unit, indicator]
        assert of in tasks and row.task_no == of and indicator in self.lights[unit, of].decided_by
        self.figure(value, limit, row)
        assert not done or abs(number(done) - exact(self.figures[unit, "K1"])) <= Fraction(1, 10)

    def of_group(self, text: str, task: int) -> str:
        """The indicator of a task that is quoted, with the group's figure or that there is none."""
        if found := re.fullmatch(rf"Toàn tỉnh: {FIGURE}", text):
            self.figure(found[2], found[3], self.groups[found[1]])
        elif found := re.fullmatch(r"Toàn tỉnh: Indicator (\w\d) chưa đủ đơn vị có số liệu để tính\.", text):
            assert self.groups[found[1]].status == "missing"
        else:
            found = matched(rf"Indicator (\w\d)(?: {LIMIT})?\.", text)
            reds = [row for (_, name), row in self.figures.items() if name == found[1] and row.status == "red"]
            assert found[1] not in self.groups
            assert not found[2] or {Fraction(row.green) for row in reds} == {number(found[2])}
        assert INDICATORS[found[1]]["task_no"] == str(task)
        return found[1]

    def slowest(self, text: str, indicator: str) -> None:
        """The worst units on an indicator: none that is red on it lacks more."""
        head, _, units = text.removesuffix(".").partition(": ")
        rows = {unit: row for (unit, name), row in self.figures.items() if name == indicator}
        if among := re.fullmatch(r"Kém nhất trong (\d+) đơn vị có số liệu", head):
            assert int(among[1]) == sum(row.status in (*COLOURED, "no_rule") for row in rows.values())
        else:
            assert head == "Kém nhất" and (indicator not in self.groups or self.groups[indicator].members == len(rows))
        left = {unit: row for unit, row in rows.items() if row.status == "red"}
        for part in units.split(" · "):
            unit, others, value, limit = matched(rf"{ALIKE} {VALUE}(?: {LIMIT})?", part).groups()
            widest = max(map(lack, left.values()))
            alike = {name: row for name, row in left.items() if (lack(row), row.green) == (widest, left[unit].green)}
            assert unit in alike and len(alike) == 1 + int(others or 0)
            stated = limit or str(left[unit].green).replace(".", ",")
            self.figure(value, stated, left[unit])
            group = self.groups.get(indicator)
            assert limit or not group or (group.status in COLOURED and group.green == left[unit].green)
            left = {name: row for name, row in left.items() if name not in alike}

    def shared_by_most(self, found: Found, detail: str) -> None:
        named: list[int] = []
        for part in found[1].removesuffix(".").split("; nhiệm vụ "):
            pattern = rf"{TASKS}: (\d+)/(\d+) đơn vị (có đèn màu )?(chưa đạt \(đỏ\)|thiếu số liệu), {WEEKS}"
            tasks, count, every, coloured, what, stands = matched(pattern, part).groups()
            status, weeks = "missing" if "thiếu" in what else "red", int(re.findall(r"\d+", stands)[0])
            for task in numbers(tasks):
                rows, among = self.of_task(task, [status]), self.compared(task, status)
                assert (len(rows), len(among)) == (int(count), int(every)) and task in self.shared[status]
                assert bool(coloured) == (len(among) < len(self.of_task(task)))
                longer = [[row for row in rows if row.weeks_in_status >= least] for least in (weeks, weeks + 1)]
                assert 10 * len(longer[0]) >= 9 * len(among) > 10 * len(longer[1])
            named += numbers(tasks)
        assert sorted(named) == sorted(self.shared[status])
        self.beside_shared(detail, named)

    def beside_shared(self, detail: str, named: Sequence[int]) -> None:
        rows = [row for task in named for row in self.of_task(task, ["red"])]
        if said := re.match(r"Trong đó (\d+) đèn mới đỏ tuần này, (\d+) từ xanh xuống đỏ\. ?", detail):
            assert int(said[1]) == sum(row.previous_status not in (None, "red") for row in rows)
            assert int(said[2]) == sum(row.previous_status == "green" for row in rows)
            detail = detail[said.end() :]
        parts = re.split(r"(?:^|(?<=\.) )Nhiệm vụ (\d+), ", detail)
        pairs = list(zip(parts[1::2], parts[2::2], strict=True)) or ([(str(named[0]), detail)] if detail else [])
        for task, text in pairs:
            assert int(task) in named
            self.of_group(text, int(task))

    def task(self, found: Found, detail: str) -> None:
        task, red, every, new = (int(found[place] or 0) for place in (1, 2, 3, 4))
        assert (red, every) == (len(self.of_task(task, ["red"])), len(self.of_task(task)))
        for alike in (task, *numbers(found[5] or str(task))):
            rows = self.of_task(alike, ["red"])
            assert (len(rows), sum(row.previous_status not in (None, "red") for row in rows)) == (red, new)
        group, sign, slow = detail.partition(" Kém nhất")
        self.slowest((sign + slow).strip(), self.of_group(group, task))

    def light_lack(self, unit: str, task: int) -> tuple[Fraction, Fraction]:
        """What the quoted figure of a red light lacks: that of a ratio, if one decided it, and the widest."""
        rows = [self.figures[unit, name] for name in self.lights[unit, task].decided_by]
        return max((row.denominator is not None, lack(row)) for row in rows)[1]

    def weight(self, unit: str) -> tuple[Any, ...]:
        rows = self.own("red", unit)
        return len(rows), max(row.weeks_in_status for row in rows.values()), max(self.light_lack(*key) for key in rows)

    def most(self) -> list[str]:
        """The units that have most reds, stand longest and lack most."""
        weights = {unit: self.weight(unit) for unit, _ in self.own("red")}
        return [unit for unit, weight in weights.items() if weight == max(weights.values())]

    def unit(self, found: Found, detail: str) -> None:
        self.unit_told = True
        unit, others, count, tasks, stands = found.groups()
        rows = self.own("red", unit)
        assert unit in self.most() and len(self.most()) == 1 + int(others or 0) and int(count or 1) == len(rows)
        assert not tasks or numbers(tasks) == [task for _, task in rows]
        self.weeks(stands, rows.values())
        longest = [task for (_, task), row in rows.items() if row.weeks_in_status == self.weight(unit)[1]]
        self.of_light(detail, unit, longest if re.match("Nhiệm vụ|Office", detail) else [task for _, task in rows])

    def fallen(self, found: Found, detail: str) -> None:
        keys = [key for key, row in self.own("red").items() if row.previous_status == "green"]
        if found["one"]:
            assert keys == [(found["one"], int(found["task"]))]
            return self.of_light(detail, *keys[0][:1], [keys[0][1]])
        first = self.listed(found["listed"], keys)
        assert int(found["count"]) == len(keys) and detail.startswith(f"{first}, ")
        return self.of_light(detail, first, [task for unit, task in keys if unit == first])

    def listed(self, text: str, keys: Sequence[tuple[str, int]]) -> str:
        """Units with their tasks, and how many more; the first of them."""
        named = re.findall(rf"{UNIT} \(nhiệm vụ {TASKS}\)", text)
        for unit, tasks in named:
            assert sorted(numbers(tasks)) == sorted(task for name, task in keys if name == unit)
        more = re.search(r"và (\d+) đơn vị khác", text)
        assert len(named) + int(more[1] if more else 0) == len({unit for unit, _ in keys})
        return str(named[0][0])

    def standing(self, found: Found, detail: str) -> None:
        unit, others, tasks, stands = found.groups()
        if not self.unit_told:  # of a unit with one red the two sentences are alike
            return self.unit(
                matched(rf"{ALIKE}: nhiệm vụ( )?{TASKS} đỏ {WEEKS}\.", found[0].replace("vụ ", "vụ", 1)), detail
            )
        runs = {key: (row.weeks_in_status, self.light_lack(*key)) for key, row in self.own("red").items()
                if key[0] not in self.most()}  # fmt: skip
        longest = [key for key, run in runs.items() if run == max(runs.values())]
        names, own = {name for name, _ in longest}, [task for name, task in longest if name == unit]
        assert unit in names and len(names) == 1 + int(others or 0) and tasks in (None, ", ".join(map(str, own)))
        self.weeks(stands, [self.lights[key] for key in longest])
        return self.of_light(detail, unit, own)

    def missing(self, found: Found, detail: str) -> None:
        units, lights, stands, unit, others = found.groups()
        rows = self.own("missing")
        assert (int(units), int(lights)) == (len({name for name, _ in rows}), len(rows))
        self.weeks(stands, rows.values())
        most = max(row.weeks_in_status for row in rows.values())
        longest = {name for (name, _), row in rows.items() if row.weeks_in_status == most}
        assert unit in longest and len(longest) == 1 + int(others or 0)
        self.listed(detail, list(rows))


SENTENCES = {
    r"Nhiệm vụ (\d+(?:, \d+)*: \d+/\d+ đơn vị (?:có|chưa|thiếu).*)": Reader.shared_by_most,
    rf"Nhiệm vụ (\d) – Task \d: (\d+)/(\d+) đơn vị đỏ, (?:(\d+) đơn vị mới đỏ tuần này|không có đơn vị mới đỏ)\."
    rf"(?: Nhiệm vụ {TASKS} cũng vậy\.)?": Reader.task,
    rf"{ALIKE}: (?:mỗi đơn vị )?(\d+) nhiệm vụ đỏ(?: \({TASKS}\))?, lâu nhất {WEEKS}\.": Reader.unit,
    r"(?P<one>Office \d+): từ xanh xuống đỏ ở nhiệm vụ (?P<task>\d)\.|(?P<count>\d+) đèn rơi từ xanh xuống đỏ: "
    r"(?P<listed>.*)\.": Reader.fallen,
    rf"{ALIKE}: (?:nhiệm vụ {TASKS}|mỗi đơn vị có nhiệm vụ) đỏ {WEEKS}\.": Reader.standing,
    rf"(\d+) đơn vị thiếu số liệu: (\d+) đèn chưa kết luận được, lâu nhất {WEEKS} ở {ALIKE}\.": Reader.missing,
}
