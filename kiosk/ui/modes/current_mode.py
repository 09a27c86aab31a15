"""The mode the kiosk is in now, and the input gate and idle timer that obey its rules.

The rules are the table of `domain.mode`; what comes next is decided in `visitor_mode`.
"""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal

from kiosk.domain.idle import IdlePolicy
from kiosk.domain.mode import RULES, Input, Mode, Rules, Silence
from kiosk.ui.input.input_gate import InputGate
from kiosk.ui.modes.idle_timer import IdleTimer

_ARRIVE = frozenset({Input.BEGIN, Input.WAKE, Input.CHOOSE})


class CurrentMode(QObject):
    """Hold the mode; open and shut the gate and start and stop the timer by its rules.

    `allowed` returns the seconds of silence before a visitor is asked. `arrived` says
    that a visitor came, and carries the meaning of their touch or key.
    """

    changed = Signal(Mode)
    arrived = Signal(Input)

    def __init__(
        self,
        seconds: Callable[[], float],
        policy: IdlePolicy,
        allowed: Callable[[], float],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._policy = policy
        self._allowed = allowed
        self._mode = Mode.FIRST_PAGE
        self.gate = InputGate(seconds, self)
        self.timer = IdleTimer(seconds, self)
        self.gate.touched.connect(self.touch)

    @property
    def mode(self) -> Mode:
        """The present mode."""
        return self._mode

    @property
    def rules(self) -> Rules:
        """The row of the mode."""
        return RULES[self._mode]

    def enter(self, mode: Mode) -> None:
        """Have the rules of another mode hold, or those of this one from now on."""
        before, self._mode = self._mode, mode
        self._set_gate(RULES[before])
        self._set_timer(before)
        self.changed.emit(mode)

    def touch(self) -> None:
        """Follow a touch or key: it brings a visitor, answers or breaks silence."""
        rules = self.rules
        does = rules.touch if self.gate.point else rules.keys
        if does in _ARRIVE:
            self.arrived.emit(does)
        elif does in (Input.PASS, Input.ANSWER):
            self.timer.touch()

    def _set_gate(self, before: Rules) -> None:
        """Open or shut the gate; the touch that ends a visit must not begin another."""
        rules = self.rules
        if rules.touch in (Input.PASS, Input.BEGIN):
            self.gate.open()
        else:
            is_deaf, lets_keys = rules.touch is Input.IGNORE, rules.keys is Input.PASS
            self.gate.shut(deaf=is_deaf, but_for_keys=lets_keys)
        if rules.is_waiting and not before.is_waiting:
            self.gate.pause()

    def _set_timer(self, before: Mode) -> None:
        """Start or stop the timer; a visit and its question are one silence."""
        silence = self.rules.silence
        if not silence:
            self.timer.stop()
        elif {before, self._mode} != {Mode.VISIT, Mode.ASKING}:
            self._start(silence)

    def _start(self, silence: Silence) -> None:
        if silence.after_s is None:
            self.timer.start(self._allowed, self._policy.warning)
        elif silence.counts_down:
            self.timer.start_countdown(silence.after_s)
        else:
            self.timer.start(partial(float, silence.after_s), 0)
