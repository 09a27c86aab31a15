"""What Home Assistant is told; its keys are those of its own schemas."""

import json
import re

from kiosk.fleet.status.discovery import device_message
from kiosk.fleet.status.message import KioskState, message_of
from kiosk.fleet.status.topics import Topics

TOLD = json.loads(device_message(Topics("north-3"), "1.2"))
COMPONENTS = TOLD["components"]
READ_ONLY = {"sensor", "binary_sensor", "event"}
KEYS = {
    "availability_template",
    "availability_topic",
    "device_class",
    "entity_category",
    "event_types",
    "expire_after",
    "json_attributes_topic",
    "name",
    "options",
    "platform",
    "state_topic",
    "unique_id",
    "value_template",
}


def test_there_is_nothing_to_switch_press_or_set():
    assert {it["platform"] for it in COMPONENTS.values()} == READ_ONLY
    assert "command" not in json.dumps(TOLD)


def test_every_key_is_one_of_home_assistants():
    assert set(TOLD) == {"device", "origin", "qos", "state_topic", "components"}
    assert {*TOLD["device"]} == {"identifiers", "name", "model", "sw_version"}
    assert {*TOLD["origin"]} == {"name", "sw_version"}
    for component in COMPONENTS.values():
        assert set(component) <= KEYS
        assert ("options" in component) is (component.get("device_class") == "enum")


def test_two_kiosks_have_no_entity_in_common():
    other = json.loads(device_message(Topics("north-4"), "1.2"))
    ids = [
        {it["unique_id"] for it in told["components"].values()}
        for told in (TOLD, other)
    ]
    assert not ids[0] & ids[1]
    assert len(ids[0]) == len(COMPONENTS)


def test_every_value_is_in_the_status():
    status = json.loads(message_of(None, "", None).json)
    named = re.findall(r"value_json\.(\w+)", json.dumps(COMPONENTS))
    assert {*named} - {"call"} <= {*status}


def test_a_lost_kiosk_says_so_and_nothing_else():
    heard = {key for key, it in COMPONENTS.items() if "availability_topic" not in it}
    assert heard == {"kiosk_north-3_state", "kiosk_north-3_call"}
    assert KioskState.LOST in COMPONENTS["kiosk_north-3_state"]["options"]
