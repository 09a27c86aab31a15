import pytest

from benchmarks.mqtt_broker import free_port, make_keys
from tests.support.mqtt_broker import find_mosquitto, mosquitto
from tests.support.programs import need
from tests.support.status_process import exchange_in

NAMES = ("kiosk-a", "kiosk-b", "homeassistant", "desk")


@pytest.fixture(scope="session")
def keys(tmp_path_factory):
    """The certificates of a broker, two kiosks and those who look after them."""
    find_mosquitto()
    need("openssl")
    return make_keys(tmp_path_factory.mktemp("keys"), *NAMES)


@pytest.fixture(scope="session")
def port(keys):
    """Where a broker listens, all the time."""
    port = free_port()
    with mosquitto(keys, port):
        yield port


@pytest.fixture
def place(tmp_path):
    """The exchange folder of one kiosk."""
    return exchange_in(tmp_path / "exchange")
