"""The words of the trouble screen: here, for no content may be needed to show them.

The safe screen shows them too. For a language of the content that has none here, it
takes words of the same meaning from its pack.
"""

from msgspec import Struct

from kiosk.content.bidi import isolated
from kiosk.content.library import Library
from kiosk.content.packs import Pack


class TroubleWords(Struct, frozen=True, kw_only=True):
    """What visitors read in one language; `{number}` is the one to call."""

    language: str
    title: str
    ask: str
    alarm: str
    help_now: str
    local_number: str
    rtl: bool = False

    def lines(self, number: str) -> tuple[str, str, str, str]:
        """Return all of them in their order; one may be empty."""
        return self.title, self.ask, self.alarm, self.help_at(number)

    def help_at(self, number: str) -> str:
        """Return whom to tell and call: `number`, or else the local one."""
        shown = isolated(number, rtl=self.rtl) or self.local_number
        return self.help_now.replace("{number}", shown)


TROUBLE_WORDS = (
    TroubleWords(
        language="en",
        title="This screen is not working.",
        ask="Please ask at reception.",
        alarm="Trouble breathing, swallowing or speaking?",
        help_now="Tell a member of staff now, or call {number}.",
        local_number="your local emergency number",
    ),
    TroubleWords(
        language="es",
        title="Esta pantalla no funciona.",
        ask="Pregunte en recepción, por favor.",
        alarm="¿Problemas para respirar, tragar o hablar?",
        help_now="Avise ya a alguien del personal o llame al {number}.",
        local_number="número de emergencias de su zona",
    ),
    TroubleWords(
        language="ar",
        title="هذه الشاشة لا تعمل.",
        ask="اسألوا مكتب الاستقبال من فضلكم.",
        alarm="صعوبة في التنفس أو البلع أو الكلام؟",
        help_now="أبلغوا أحد الموظفين الآن، أو اتصلوا بـ{number}.",
        local_number="رقم الطوارئ في منطقتكم",
        rtl=True,
    ),
)
"""English, Spanish and Arabic, as the content that came along."""


def trouble_words(library: Library) -> tuple[TroubleWords, ...]:
    """Return the words in each language of a library, the first one first.

    Those of its own say where help is while the clinic is open, or closed.
    """
    known = {words.language: words for words in TROUBLE_WORDS}
    packs = library.ready_packs
    return tuple(known.get(it.language) or _own_words(it) for it in packs)


def _own_words(pack: Pack) -> TroubleWords:
    """Return what a pack says of the same: whom to ask, and the red flags."""
    strings = pack.strings
    return TroubleWords(
        language=pack.language,
        title=strings.ask_reception,
        ask="",
        alarm=strings.red_flag,
        help_now=strings.emergency_elsewhere,
        local_number=strings.your_local_emergency_number,
        rtl=pack.rtl,
    )
