"""The machine's services as an argument: clocks, stored settings, reporter."""

from dataclasses import dataclass

from kiosk.app.problems import Reporter
from kiosk.domain.clock import Clock
from kiosk.files.device_settings import DeviceSettingsFile


@dataclass(frozen=True, slots=True)
class Services:
    """Services of the machine: its clocks, the settings file of staff, the reporter."""

    clock: Clock
    device_settings: DeviceSettingsFile
    report: Reporter
