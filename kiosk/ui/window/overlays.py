"""The overlays in front of the page: emergency, advice, code, question, idle notice.

Opens and closes them, and decides which comes back after another. Each view draws
itself; its module is imported when it is first needed.
"""

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from kiosk.content.blocks import Link
from kiosk.content.pages import Page
from kiosk.domain.follow_up import Question
from kiosk.domain.preferences import PreferenceQuestion
from kiosk.domain.triage import Assessment
from kiosk.domain.visit import Visit
from kiosk.ui.accessibility.announcer import announce
from kiosk.ui.context import ViewContext
from kiosk.ui.window.frame import Frame
from kiosk.ui.window.whole_glass import WholeGlass

if TYPE_CHECKING:
    from kiosk.ui.screens.advice_view import AdviceView
    from kiosk.ui.screens.emergency_view import EmergencyView
    from kiosk.ui.screens.qr_code_view import QrCodeView
    from kiosk.ui.screens.sources_view import SourcesView
    from kiosk.ui.screens.staff_card import StaffCard
    from kiosk.ui.screens.take_home_view import TakeHomeView
    from kiosk.ui.widgets.choice_view import ChoiceView
    from kiosk.ui.widgets.idle_notice import EmergencyNotice, IdleNotice

    _Overlay = (
        AdviceView | ChoiceView | QrCodeView | SourcesView | StaffCard | TakeHomeView
    )


class Overlays(QObject):
    """At most one view in place of the page, and the idle notice over everything.

    An emergency that was not closed comes back when the view in front of it is closed,
    and so do a page's sources when the code of one is.
    `changed` follows every opening and closing; `closed` follows when a visitor goes
    back to the page. The emergency has the whole glass; the others leave the bars.
    """

    changed = Signal()
    closed = Signal()
    visit_change_requested = Signal(Visit)
    replied = Signal(Question, object)
    list_requested = Signal()
    question_requested = Signal(PreferenceQuestion)
    finished = Signal()
    listening_toggled = Signal()

    def __init__(
        self, session: QWidget, frame: Frame, context: ViewContext, *, portrait: bool
    ) -> None:
        super().__init__(session)
        self._session = session
        self._frame = frame
        self._context = context
        self._portrait = portrait
        self._glass = WholeGlass(session)
        self._emergency_answers: frozenset[str] | None = None
        self._sources_of: Page | None = None
        self._notice: EmergencyNotice | IdleNotice | None = None
        self._advice: AdviceView | None = None
        self._state = Visit(), Assessment()

    @property
    def _emergency(self) -> "EmergencyView | None":
        return cast("EmergencyView | None", self._glass.held)

    @property
    def front(self) -> QWidget | None:
        """The view in front of the page, if there is one."""
        return self._glass.held or self._frame.overlay

    @property
    def shows_emergency(self) -> bool:
        """Whether the emergency is open, or waits behind another overlay."""
        return self._emergency_answers is not None

    def show_emergency(self, answers: frozenset[str]) -> None:
        """Let the emergency take the whole screen, in the largest text that fits."""
        from kiosk.ui.window.largest_emergency import largest_emergency

        view = largest_emergency(
            answers,
            self._context,
            self._session.size(),
            self._frame.around_foot,
            listening=self._state[0].preferences.listening,
        )
        view.closed.connect(self._close)
        view.controls.finished.connect(self.finished)
        view.controls.question_requested.connect(self.question_requested)
        view.controls.listening_toggled.connect(self.listening_toggled)
        self._emergency_answers = answers
        self._advice = None
        self._frame.hide_overlay()
        self._glass.show(view)
        self.changed.emit()
        announce(self._session, view.first_words, urgent=True)

    def show_visit(self, visit: Visit, assessment: Assessment) -> None:
        """Have the advice, if it is open, agree with the visit."""
        self._state = visit, assessment
        if self._advice:
            self._advice.show_visit(visit, assessment)

    def show_advice(self) -> None:
        """Show all of the advice in place of the page."""
        from kiosk.ui.screens.advice_view import AdviceView

        view = AdviceView(*self._state, self._context)
        view.panel.replied.connect(self.replied)
        view.panel.list_requested.connect(self._ask_for_list)
        view.panel.staff_card_requested.connect(self.show_staff_card)
        view.panel.take_home_requested.connect(self.show_take_home)
        view.panel.emergency_requested.connect(self._show_emergency_again)
        self._show(view)
        self._advice = view
        announce(self._session, view.heading)

    def show_staff_card(self) -> None:
        """Show what was touched and how soon, for staff to read."""
        from kiosk.ui.screens.staff_card import StaffCard

        view = StaffCard(*self._state, self._context, portrait=self._portrait)
        self._show(view)
        announce(self._session, view.heading)

    def show_qr_code(self, link: Link) -> None:
        """Show a link's address as a code to take away."""
        from kiosk.ui.screens.qr_code_view import QrCodeView

        self._show(QrCodeView(link, self._context, portrait=self._portrait))
        title = self._context.pack.strings.scan_title
        announce(self._session, f"{title}. {link.text}")

    def show_take_home(self, page: str) -> None:
        """Show a page's address, or the clinic's card, as a code to take home."""
        from kiosk.ui.screens.take_home_view import TakeHomeView

        self._show(TakeHomeView(page, self._context, portrait=self._portrait))
        announce(self._session, self._context.pack.strings.scan_title)

    def show_sources(self, page: Page) -> None:
        """Show where the facts of a page come from."""
        from kiosk.ui.screens.sources_view import SourcesView

        view = SourcesView(page.sources, self._context)
        view.qr_code_requested.connect(self.show_qr_code)
        self._sources_of = page
        self._show(view)
        announce(self._session, self._context.pack.strings.sources)

    def ask_preference(self, question: PreferenceQuestion, visit: Visit) -> None:
        """Ask how the visitor wants the screen."""
        from kiosk.ui.screens.preference_questions import preference_question

        view = preference_question(
            question, visit, self._context, portrait=self._portrait
        )
        view.setObjectName(f"question {question.value}")
        view.chosen.connect(self.visit_change_requested)
        self._show(view)
        announce(self._session, view.question)

    def show_key_help(self) -> None:
        """Show what keys do."""
        from kiosk.ui.widgets.choice_view import ChoiceView

        how = self._context.pack.strings.keys_how
        view = ChoiceView(how, (), None, self._context, portrait=self._portrait)
        view.setObjectName("keys")
        self._show(view)

    def close_all(self) -> None:
        """Show the page again; the idle notice stays."""
        self._emergency_answers = self._sources_of = None
        self._advice = None
        self._glass.hide()
        self._frame.hide_overlay()
        self.changed.emit()

    @property
    def idle_question(self) -> str:
        """Whether the visitor is there; of an emergency, whether staff know."""
        from kiosk.ui.widgets.idle_notice import question_of

        return question_of(self._context, emergency=self._emergency is not None)

    def show_idle_notice(self) -> None:
        """Ask whether the visitor is still there, and leave the open page as it is."""
        from kiosk.ui.widgets.idle_notice import EmergencyNotice, IdleNotice

        self.hide_idle_notice()
        if self._emergency:
            self._notice = EmergencyNotice(self._context)
            self._emergency.show_notice(self._notice)
        else:
            self._notice = IdleNotice(self._context, self._frame)
            self._frame.show_notice(self._notice)
        announce(self._session, self.idle_question, urgent=True)

    def show_seconds_left(self, seconds: int) -> None:
        """Show in the idle notice how long it waits for an answer."""
        if self._notice:
            self._notice.show_seconds_left(seconds)

    def hide_idle_notice(self) -> None:
        """Remove the idle notice; leave all under it as it was."""
        if self._notice and self._emergency:
            self._notice.hide()
            self._notice.deleteLater()
        self._notice = None
        self._frame.hide_notice()

    def _ask_for_list(self) -> None:
        self.close_all()
        self.list_requested.emit()

    def _show_emergency_again(self) -> None:
        self.show_emergency(self._state[0].answers)

    def _show(self, view: "_Overlay") -> None:
        view.closed.connect(self._close)
        self._advice = None
        self._glass.hide()
        self._frame.show_overlay(view)
        self.changed.emit()

    def _close(self) -> None:
        """Go back to the emergency or the sources if they wait, else to the page."""
        from kiosk.ui.screens.qr_code_view import QrCodeView

        was_emergency = self._glass.held is not None
        if self._emergency_answers is not None and not was_emergency:
            self.show_emergency(self._emergency_answers)
            return
        if self._sources_of and isinstance(self._frame.overlay, QrCodeView):
            self.show_sources(self._sources_of)
            return
        self.close_all()
        self.closed.emit()
