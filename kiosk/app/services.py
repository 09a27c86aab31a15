"""The machine's services as an argument: clocks, stored settings, reporter."""

from msgspec import Struct

from kiosk.app.problems import Reporter
from kiosk.domain.clock import Clock
from kiosk.files.device_settings import DeviceSettingsFile


class Services(Struct, frozen=True):
    """Services of the machine: its clocks, the settings file of staff, the reporter."""

    clock: Clock
    device_settings: DeviceSettingsFile
    report: Reporter
