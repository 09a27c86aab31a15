"""A notice that is over is named, so that its file does not grow for ever."""

from datetime import date

import pytest

from kiosk.authoring.check.notices import ended_notices
from kiosk.errors import Severity


@pytest.mark.parametrize(("day", "is_told"), [(4, False), (5, True)])
def test_a_notice_is_named_from_the_day_after_its_last(content, subject, day, is_told):
    words = 'en = "Lot 1."\nes = "Lote 1."\nar = "التشغيلة 1."\n'
    text = f"[[notice]]\nfrom = 2026-11-20\nuntil = 2026-12-04\n{words}"
    (content / "notices.toml").write_text(text, "utf-8")
    told = list(ended_notices(subject(), date(2026, 12, day)))
    assert bool(told) is is_told
    if told:
        assert (told[0].line, told[0].severity) == (3, Severity.WARNING)
        assert "its last day was 2026-12-04" in str(told[0])


def test_a_slip_in_a_notice_is_told_once(content, subject):
    text = '[[notice]]\nuntil = "soon"\nen = "Lot 1."\nes = "L."\nar = "L."\n'
    (content / "notices.toml").write_text(text, "utf-8")
    found = [it for it in subject().problems if it.path.name == "notices.toml"]
    assert [it.line for it in found] == [2]
