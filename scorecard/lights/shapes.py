"""The signs of lights and the arrows of change, drawn: inside of an svg of 16×16 and of 10×10."""

from __future__ import annotations

from scorecard.lights.status import AMBER, GREEN, MISSING, NO_RULE, NONE_ARISING, NOT_APPLICABLE, RED, STALE

_UNKNOWN = '<path d="M5 5.6c0-4 6-4 6-.4 0 2.3-3 2.4-3 4.8M8 11.8v2.2" stroke-width="2"/>'

SIGNS = {  # lines without a field, in the ink of the light
    GREEN: '<path d="M3 8.6l3.3 3.3L13 4.6" stroke-width="2.2"/>',
    AMBER: '<path d="M8 2.5v7.2M8 11.6v2.2" stroke-width="2.4"/>',
    RED: '<path d="M3.8 3.8l8.4 8.4M12.2 3.8l-8.4 8.4" stroke-width="2.6"/>',
    MISSING: _UNKNOWN,
    STALE: _UNKNOWN,
    NONE_ARISING: '<path d="M4 8h8" stroke-width="2"/>',
    NO_RULE: '<circle cx="8" cy="8" r="4" stroke-width="1.8"/>',
    NOT_APPLICABLE: "",
}
ARROWS = {  # filled
    "better": '<path d="M5 1l4.5 8h-9z"/>',
    "worse": '<path d="M5 9L.5 1h9z"/>',
    "other": '<circle cx="5" cy="5" r="2.6"/>',
}
