"""With an urgent notice above them all pages can still be touched and read."""

from datetime import date

import pytest
from msgspec.structs import replace

from kiosk.content.urgent_notices import UrgentNotice
from kiosk.domain.preferences import Preferences
from kiosk.domain.visit import Visit
from kiosk.ui.audit.size_audit import size_faults
from kiosk.ui.style.kiosk_style import kiosk_style
from kiosk.ui.window.shell import Shell
from tests.support.every_screen import SCREENS, states
from tests.support.screen import settle

DAYS = date.min, date.max
WORDS = {
    "en": "Counterfeit botulinum toxin is being sold in this city. Were you treated "
    "elsewhere since 1 November? Tell the desk today, before you leave.",
    "es": "Se vende toxina botulínica falsificada en esta ciudad. ¿Le trataron en otro "
    "lugar desde el 1 de noviembre? Avise hoy en recepción, antes de irse.",
    "ar": "يباع في هذه المدينة توكسين بوتولينوم مزيف. هل عولجتم في مكان آخر "
    "منذ الأول من نوفمبر؟ أخبروا مكتب الاستقبال اليوم قبل مغادرتكم.",
}


@pytest.mark.parametrize(
    ("screen", "language", "text"),
    [
        ("10.1 landscape", "en", 3),
        ("10.1 portrait", "ar", 3),
        ("15 landscape", "ar", 0),
    ],
)
def test_nothing_is_cut_off_or_too_near(
    qapp, qtbot, contexts_for, screen, language, text
):
    size, width_mm = SCREENS[screen]
    contexts = contexts_for(size, width_mm)
    notice = UrgentNotice(*DAYS, WORDS[language], language)
    packs = dict(contexts.library.packs)
    packs[language] = replace(packs[language], notices=(notice,))
    library = replace(contexts.library, packs=packs)
    shell = Shell(kiosk_style(qapp))
    qtbot.addWidget(shell)
    shell.resize(*size)
    shell.start(replace(contexts, library=library))
    shell.show()
    settle()
    visit = Visit(language=language, preferences=Preferences(text=text))
    metrics = shell.contexts.of(visit).look.metrics
    found = {
        str(fault): name
        for name in states(shell, visit, with_screens=False)
        for fault in size_faults(shell, metrics)
    }
    assert found == {}
