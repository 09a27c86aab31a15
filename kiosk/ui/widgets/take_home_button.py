"""The button that offers a page, or the clinic's card, to take home."""

from kiosk.content.take_home import contact_card
from kiosk.ui.context import ViewContext
from kiosk.ui.style.lengths import IconSize
from kiosk.ui.style.names import Colour, Role
from kiosk.ui.widgets.touch_button import TouchButton


def take_home_button(context: ViewContext, role: Role) -> TouchButton | None:
    """Return the button; None where there is no address, no card and no printer."""
    has_code = context.clinic.handout.base_url or card_of(context)
    if not (has_code or context.print_page):
        return None
    look, words = context.look, context.pack.strings.scan_title
    icon = look.icon("code", Colour.ACCENT, IconSize.MARK)
    button = TouchButton(words, icon, look, role=role)
    button.setObjectName("take home")
    return button


def card_of(context: ViewContext) -> str:
    """Return the clinic's card, empty if no code can hold it."""
    return contact_card(context.clinic, context.pack, context.now())
