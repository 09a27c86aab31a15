"""What the updater must still know after a power cut: one small file."""

from pathlib import Path

from msgspec import Struct, field
from msgspec.structs import replace

from kiosk.errors import KioskError, StateError
from kiosk.files.parsing import blaming, read_json
from kiosk.files.text_files import write_by_draft
from kiosk.fleet.offer import Offer

MOST_TRIES = 3
"""Times that content may be cut off before it was seen to be well."""
_MOST_BAD = 20


class Edition(Struct, frozen=True, kw_only=True):
    """Content that was unpacked, as its repository calls it."""

    name: str
    number: int
    sha256: str
    fingerprint: str

    @classmethod
    def of(cls, offer: Offer) -> "Edition":
        """Return the edition that an offer becomes."""
        return cls(
            name=offer.name,
            number=offer.number,
            sha256=offer.sha256,
            fingerprint=offer.fingerprint,
        )


class Memory(Struct, frozen=True, kw_only=True):
    """Which edition is pointed to, and which to go back to; None is the shipped one.

    While the window has not shown it well for a minute it is on trial: `boot` is the
    start of the machine in which that began. `tries` counts the trials that an end of
    the machine cut off, by edition. `bad` are not taken again, `refusal` says why.
    `ready` is an edition that waits until a window can show it. `looked` is when a
    repository was last found good; `root` is the hash of the root it was signed for.
    """

    shown: Edition | None = None
    before: Edition | None = None
    ready: Edition | None = None
    on_trial: bool = False
    boot: str = ""
    tries: dict[str, int] = field(default_factory=dict)
    bad: tuple[str, ...] = ()
    refusal: str = ""
    looked: str = ""
    root: str = ""

    @property
    def number(self) -> int:
        """The number of the edition that is pointed to."""
        return self.shown.number if self.shown else 0

    @property
    def editions(self) -> tuple[Edition, ...]:
        """Those that may be pointed to, now or later."""
        return tuple(it for it in (self.shown, self.before, self.ready) if it)

    def would_take(self, offer: Offer, kiosk: str) -> bool:
        """Return whether an offer is newer, for this kiosk, and not known to be bad."""
        newest = max(self.number, self.ready.number if self.ready else 0)
        is_new = offer.number > newest and offer.name not in self.bad
        return is_new and offer.is_for(kiosk)

    def preparing(self, edition: Edition) -> "Memory":
        """Return the memory once an edition is whole, checked, and not yet shown."""
        return replace(self, ready=edition)

    def trying(self, edition: Edition, boot: str) -> "Memory":
        """Return the memory once an edition is pointed to, and not yet confirmed."""
        before = self.before if self.on_trial else self.shown
        trial = replace(self, shown=edition, before=before, on_trial=True, boot=boot)
        return replace(trial, ready=None, refusal="")

    def confirmed(self) -> "Memory":
        """Return the memory once the window has shown the edition well."""
        return replace(self, on_trial=False, tries={}, refusal="")

    def without(self, why: str) -> "Memory":
        """Return the memory once it was gone back, as the edition is bad."""
        if not self.shown:
            return self
        return self.stepped_back().refusing(self.shown.name, why)

    def refusing(self, name: str, why: str) -> "Memory":
        """Return the memory once the edition of this name is known to be bad."""
        return replace(self, bad=(*self.bad, name)[-_MOST_BAD:], refusal=why)

    def trusting(self, root: str) -> "Memory":
        """Return the memory for a root of this hash: another counts from the start."""
        if self.root == root:
            return self
        shown = self.shown and replace(self.shown, number=0)
        return replace(self, root=root, shown=shown, bad=(), refusal="")

    def stepped_back(self) -> "Memory":
        """Return the memory once the edition before is pointed to again."""
        return replace(self, shown=self.before, before=None, on_trial=False)

    def cut_off(self) -> "Memory":
        """Return the memory after an end of the machine cut off a trial.

        It begins again once a window runs, but not for ever.
        """
        if not self.shown:
            return self
        sha256 = self.shown.sha256
        times = self.tries.get(sha256, 0) + 1
        if times >= MOST_TRIES:
            why = f"{self.shown.name}: the machine ended {times} times while it was new"
            return self.without(why)
        tries = {**self.tries, sha256: times}
        return replace(self.stepped_back(), ready=self.shown, tries=tries)


class MemoryFile(Struct, frozen=True):
    """The file at `path`; one that is damaged is as good as none."""

    path: Path

    def read(self) -> Memory:
        """Return what is remembered."""
        try:
            with blaming(self.path, StateError):
                return read_json(self.path, Memory)
        except KioskError:
            return Memory()

    def write(self, memory: Memory) -> None:
        """Remember this instead; raises `OSError`."""
        import msgspec

        draft = self.path.with_suffix(".new")
        write_by_draft(draft, self.path, msgspec.json.encode(memory))
