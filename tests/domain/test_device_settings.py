"""What a kiosk goes by on which staff have set nothing, and what cannot be set."""

import pytest

from kiosk.domain.device_settings import VOLUMES, DeviceSettings
from kiosk.domain.pin import PinAttempts


def test_where_staff_set_nothing_the_screens_own_width_and_a_low_volume_are_kept():
    assert DeviceSettings() == DeviceSettings(
        tries=PinAttempts(0, 0.0), width_mm=0.0, volume=40
    )
    assert DeviceSettings().volume in VOLUMES


@pytest.mark.parametrize("wrong", [{"width_mm": -1.0}, {"volume": 30}])
def test_neither_a_negative_width_nor_a_volume_between_the_steps_can_be_set(wrong):
    with pytest.raises(ValueError, match="expected"):
        DeviceSettings(**wrong)
