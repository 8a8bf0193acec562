"""Which unit a row speaks of: by code, else by a name that can mean one unit only; never by guess."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from scorecard.catalog import Alias, Unit
from scorecard.intake.cells.strict_values import BadValueError
from scorecard.intake.cells.text_folding import folded, old_encoding
from scorecard.text import workbook_words


class UnitNames:
    """The units valid on a day by code, name, short name and alias."""

    def __init__(self, units: Iterable[Unit], aliases: Iterable[Alias]) -> None:
        self._units = {unit.unit_id: unit for unit in units}
        self._by_name: dict[str, set[str]] = defaultdict(set)
        for unit in self._units.values():
            for name in (unit.name, unit.short_name):
                self._by_name[folded(name)].add(unit.unit_id)
        for alias in aliases:
            if alias.unit_id in self._units:
                self._by_name[folded(alias.alias)].add(alias.unit_id)
        self._by_name.pop("", None)

    def code_of(self, code: str, name: str, parent: str) -> str:
        """The code of the unit a row names; raises BadValueError listing the candidates.

        A code is taken as it is (the checks say if it is unknown), but not beside the name of another unit.
        """
        if not code:
            return self._by_text(name, parent)
        unit = self._units.get(code)
        if unit and name and code not in self._matching(name, parent) | self._by_name.get(folded(name), set()):
            raise BadValueError(workbook_words.OTHER_NAME.format(name=unit.name))
        return code

    def knows(self, code: str) -> bool:
        """Whether a unit of this code is valid on the day."""
        return code in self._units

    def _by_text(self, name: str, parent: str) -> str:
        found = self._matching(name, parent)
        if len(found) == 1:
            return next(iter(found))
        if found := found or self._near(name):
            raise BadValueError(workbook_words.CANDIDATES.format(names="; ".join(self._described(found))))
        raise BadValueError(old_encoding(name) or workbook_words.NO_UNIT)

    def _matching(self, name: str, parent: str) -> set[str]:
        """Units of exactly this name, or of the form `name, district`; a district column narrows them."""
        found = self._by_name.get(folded(name), set())
        if not found and "," in name:
            name, parent = (part.strip() for part in name.rsplit(",", 1))
            found = self._by_name.get(folded(name), set())
        if not parent:
            return found
        above = self._by_name.get(folded(parent), set())
        return {code for code in found if code in above or self._units[code].parent_id in above}

    def _near(self, name: str) -> set[str]:
        """Units whose name ends in these words: what may have been meant, to be listed, never taken."""
        ending = " " + folded(name)
        return {code for known, codes in self._by_name.items() if known.endswith(ending) for code in codes}

    def _described(self, codes: set[str]) -> list[str]:
        described = []
        for code in sorted(codes)[:8]:
            unit = self._units[code]
            above = self._units.get(unit.parent_id or "")
            name = f"{unit.name}, {above.name}" if above else unit.name
            described.append(workbook_words.CANDIDATE.format(name=name, code=code))
        return described
