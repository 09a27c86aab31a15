"""The topics of one kiosk. None of them is a command."""

from msgspec import Struct


class Topics(Struct, frozen=True):
    """The topics of the kiosk `id`, which is the name in its certificate, too."""

    id: str

    @property
    def status(self) -> str:
        """How the kiosk is; retained."""
        return f"kiosk/{self.id}/status"

    @property
    def call(self) -> str:
        """A visitor calls for staff; not retained."""
        return f"kiosk/{self.id}/call"

    @property
    def taken(self) -> str:
        """Somebody took a call. It is the only topic that a kiosk reads."""
        return f"kiosk/{self.id}/call/taken"

    @property
    def discovery(self) -> str:
        """What Home Assistant shows of the kiosk; retained."""
        return f"homeassistant/device/{self.id}/config"
