"""The words of the trouble screen: here, for no content may be needed to show them."""

from dataclasses import dataclass

from kiosk.content.bidi import isolated


@dataclass(frozen=True, slots=True, kw_only=True)
class TroubleWords:
    """What visitors read in one language; `{number}` is the one to call."""

    title: str
    ask: str
    alarm: str
    help_now: str
    local_number: str
    rtl: bool = False

    def help_at(self, number: str) -> str:
        """Return whom to tell and call: `number`, or else the local one."""
        shown = isolated(number, rtl=self.rtl) or self.local_number
        return self.help_now.replace("{number}", shown)


TROUBLE_WORDS = (
    TroubleWords(
        title="This screen is not working.",
        ask="Please ask at reception.",
        alarm="Trouble breathing, swallowing or speaking?",
        help_now="Tell a member of staff now, or call {number}.",
        local_number="your local emergency number",
    ),
    TroubleWords(
        title="Esta pantalla no funciona.",
        ask="Pregunte en recepción, por favor.",
        alarm="¿Problemas para respirar, tragar o hablar?",
        help_now="Avise ya a alguien del personal o llame al {number}.",
        local_number="número de emergencias de su zona",
    ),
    TroubleWords(
        title="هذه الشاشة لا تعمل.",
        ask="اسألوا مكتب الاستقبال من فضلكم.",
        alarm="صعوبة في التنفس أو البلع أو الكلام؟",
        help_now="أبلغوا أحد الموظفين الآن، أو اتصلوا بـ{number}.",
        local_number="رقم الطوارئ في منطقتكم",
        rtl=True,
    ),
)
"""English, Spanish and Arabic, as the content that came along."""
