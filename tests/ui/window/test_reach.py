"""With another reach, all there is to touch but the strip and articles is within it."""

from collections.abc import Iterator

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QAbstractButton

from kiosk.content.blocks import Link
from kiosk.domain.preferences import (
    ColourScheme,
    PreferenceQuestion,
    Preferences,
    Reach,
)
from kiosk.domain.reach import HIGHEST_MM, LOWEST_MM
from kiosk.domain.visit import Visit
from kiosk.ui.audit.every_state import EveryState
from kiosk.ui.screens.advice_view import AdviceView
from kiosk.ui.screens.booking_view import BookingView
from kiosk.ui.screens.checklist_view import ChecklistView
from kiosk.ui.screens.emergency_view import EmergencyView
from kiosk.ui.screens.home_view import HomeView
from kiosk.ui.screens.page_view import PageView
from kiosk.ui.screens.qr_code_view import QrCodeView
from kiosk.ui.style.kiosk_style import kiosk_style
from kiosk.ui.widgets.choice_view import ChoiceView
from kiosk.ui.widgets.controls_bar import ControlsBar
from kiosk.ui.widgets.docked_qr_code import DockedQrCode
from kiosk.ui.widgets.tab_rail import TabRail
from kiosk.ui.widgets.visit_strip import VisitStrip
from kiosk.ui.window.shell import Shell
from tests.support.screen import SETTINGS, place, seen, settle

PANELS = {
    "15.4 landscape": ((1280, 800), 331.0),
    "15.4 portrait": ((800, 1280), 207.0),
    "21.5 landscape": ((1920, 1080), 476.0),
    "21.5 portrait": ((1080, 1920), 268.0),
    "32 landscape": ((1920, 1080), 708.0),
    "32 portrait": ((1080, 1920), 398.0),
}
WITH_TABS_AT_SIDE = ["32 landscape", "32 portrait"]
LOW = [reach for reach in Reach if reach is not Reach.USUAL]
HANDS = [Reach.LEFT, Reach.RIGHT]
ARM_MM, SHORTEST_MM, LOWER_PART = 420.0, 185.0, 2 / 3
ROUNDING_MM = 0.6
LINK = Link("A source", "https://www.cdc.gov/botulism")

EACH_PANEL = pytest.mark.parametrize("panel", PANELS)
EACH_LOW = pytest.mark.parametrize("reach", LOW, ids=lambda reach: reach.value)
EACH_HAND = pytest.mark.parametrize("reach", HANDS, ids=lambda reach: reach.value)
EACH_LANGUAGE = pytest.mark.parametrize("language", ["en", "ar"])


class Mounted:
    """A kiosk on a panel that hangs somewhere, and what can be touched on it."""

    def __init__(self, shell, width_mm, edge_mm):
        self.shell = shell
        self.edge_mm = edge_mm
        self.px = shell.width() / width_mm
        self.width_mm, self.height_mm = width_mm, shell.height() / self.px

    def open(self, reach, *, theme=ColourScheme.LIGHT, **visit):
        """Open a visit with this reach."""
        preferences = Preferences(reach=reach, theme=theme)
        self.shell.open(Visit(preferences=preferences, **visit))
        settle()
        return self.shell.session

    def main_states(self, reach) -> Iterator[str]:
        """Go through one state of each kind."""
        urgent = frozenset({"choking"})
        ticked = frozenset({"drooping-eyelid"})
        for page, answers in (("", ()), ("book", ()), ("check", ticked), ("check", ())):
            session = self.open(reach, page=page, answers=frozenset(answers))
            yield page
        for name, show in (
            ("code", lambda: session.overlays.show_qr_code(LINK)),
            ("choice", lambda: session.ask_preference(PreferenceQuestion.TEXT)),
            ("languages", lambda: session.ask_preference(PreferenceQuestion.LANGUAGES)),
        ):
            show()
            settle()
            yield name
        self.open(reach, page="check", answers=urgent, shows_emergency=True)
        yield "emergency"

    def all_states(self, reach) -> Iterator[str]:
        """Go through everything that a visitor can come to."""
        tour = EveryState(self.shell, Visit(preferences=Preferences(reach=reach)))
        for way in (tour.pages, tour.answers, tour.overlays):
            for state in way():
                state.show()
                settle()
                yield state.name

    def out_of_reach(self, states, reach):
        """Return what can be touched in some states, but not by this visitor."""
        return [
            (state, name, edges)
            for state in states
            for name, edges in self.touched()
            if not self.is_in_reach(edges, reach)
        ]

    def touched(self):
        """Return the name and the edges in mm of each thing to touch in sight.

        What is read keeps the whole height, the strip its place.
        """
        kinds = (
            *(TabRail, DockedQrCode, ControlsBar, ChoiceView, QrCodeView),
            *(HomeView, ChecklistView, BookingView, AdviceView, EmergencyView),
        )
        parts = [part for kind in kinds for part in seen(self.shell, kind)]
        controls = [it for part in parts for it in seen(part, QAbstractButton)]
        controls += seen(self.shell, DockedQrCode)
        parts = ((it, it.visibleRegion().boundingRect()) for it in controls)
        return [
            (it.accessibleName(), self.edges(it.mapTo(self.shell, at.topLeft()), at))
            for it, at in parts
            if not at.isEmpty()
        ]

    def edges(self, corner, part):
        """Return left, top, right and bottom in mm from the left top of the screen."""
        far = corner + QPoint(part.width(), part.height())
        return tuple(v / self.px for v in (*corner.toTuple(), *far.toTuple()))

    def is_in_reach(self, edges, reach):
        left, top, right, bottom = edges
        highest, lowest = self.limits
        across = 0.0, self.width_mm
        if reach is Reach.LEFT:
            across = 0.0, ARM_MM
        elif reach is Reach.RIGHT:
            across = self.width_mm - ARM_MM, self.width_mm
        off = ROUNDING_MM
        is_low_enough = highest - off <= top <= bottom <= lowest + off
        return is_low_enough and across[0] - off <= left <= right <= across[1] + off

    @property
    def limits(self):
        """The highest and the lowest point to touch, in mm from the top of the screen.

        From 380 to 1220 mm above the floor where it is known to hang so that there is
        enough screen; else the lower part.
        """
        height = self.height_mm
        if self.edge_mm:
            floor = self.edge_mm + height
            limits = max(0.0, floor - HIGHEST_MM), min(height, floor - LOWEST_MM)
            if limits[1] - limits[0] >= SHORTEST_MM:
                return limits
        return height - max(SHORTEST_MM, height * LOWER_PART), height


@pytest.fixture
def mounted(qapp, contexts_for, qtbot):
    """Mount a kiosk on a panel, its lower edge so high above the floor."""
    kept = []  # qtbot keeps no widget alive

    def mount(panel, edge_mm=0.0):
        size, width_mm = PANELS[panel]
        shell = Shell(kiosk_style(qapp))
        kept.append(shell)
        qtbot.addWidget(shell)
        shell.resize(*size)
        settings = replace(SETTINGS, lower_edge_mm=edge_mm)
        contexts = contexts_for(size, width_mm, settings=settings)
        shell.start(replace(contexts, calls_staff=True))
        shell.show()
        settle()
        return Mounted(shell, width_mm, edge_mm)

    return mount


@EACH_LOW
@EACH_PANEL
@pytest.mark.parametrize("edge_mm", [0.0, 950.0])
def test_everything_to_touch_can_be_reached(mounted, panel, reach, edge_mm):
    kiosk = mounted(panel, edge_mm)
    assert kiosk.out_of_reach(kiosk.main_states(reach), reach) == []


@EACH_LOW
@pytest.mark.parametrize(
    ("panel", "edge_mm"), [("32 landscape", 0.0), ("32 portrait", 250.0)]
)
def test_so_it_can_on_every_page_and_before_it(mounted, panel, reach, edge_mm):
    kiosk = mounted(panel, edge_mm)
    assert kiosk.out_of_reach(kiosk.all_states(reach), reach) == []


@EACH_LANGUAGE
@EACH_HAND
@pytest.mark.parametrize("panel", WITH_TABS_AT_SIDE)
def test_the_tabs_are_at_the_hand_in_every_language(mounted, panel, reach, language):
    session = mounted(panel).open(reach, language=language, page="vision")
    [rail], [page] = seen(session, TabRail), seen(session, PageView)
    is_left = place(rail).center().x() < place(page).center().x()
    assert is_left is (reach is Reach.LEFT)


@EACH_LANGUAGE
@EACH_LOW
def test_the_words_run_as_their_language_does(mounted, reach, language):
    kiosk = mounted("32 landscape")
    answers = frozenset({"choking"})
    way = Qt.LayoutDirection
    wanted = way.RightToLeft if language == "ar" else way.LeftToRight
    session = kiosk.open(reach, language=language, page="vision", answers=answers)
    kinds = TabRail, PageView, ControlsBar, VisitStrip, EmergencyView
    ways = [part.layoutDirection() for kind in kinds for part in seen(session, kind)]
    session.show_emergency()
    [emergency] = seen(session, EmergencyView)
    assert [*ways, emergency.layoutDirection()] == [wanted] * len(kinds)


@EACH_LOW
@pytest.mark.parametrize("panel", ["21.5 portrait", "32 landscape"])
def test_nothing_is_lost_by_it(mounted, panel, reach):
    kiosk = mounted(panel)

    def offered(reach):
        session = kiosk.open(reach)
        [bar], [strip] = seen(session, ControlsBar), seen(session, VisitStrip)
        assert strip.isVisible()
        return {button.accessibleName() for button in seen(bar, QAbstractButton)}

    assert offered(reach) == offered(Reach.USUAL)


@EACH_PANEL
def test_usually_a_visit_has_all_of_the_screen(mounted, panel):
    kiosk = mounted(panel, 950.0)
    session = kiosk.open(Reach.USUAL)
    assert place(session.findChild(VisitStrip)).top() == 0
    assert place(session.findChild(ControlsBar)).bottom() == kiosk.shell.height() - 1
