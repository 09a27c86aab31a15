"""What Home Assistant shows of a kiosk, in one device message.

https://www.home-assistant.io/integrations/mqtt/#device-discovery-payload
It has no `command_topic`: there is nothing to switch, press or set.
"""

from typing import Any

import msgspec

from kiosk.domain.update_report import Freshness
from kiosk.fleet.status.message import NO_UPDATER, KioskState
from kiosk.fleet.status.topics import Topics

MOST_SILENCE_S = 900
"""After so many seconds without a message the state is unknown.

That happens where the broker was away and the kiosk did not come back with it.
"""
_IS_HEARD = "{{ 'offline' if value_json.state == 'lost' else 'online' }}"
_IS_PROBLEM = "{{ 'ON' if value_json.why | default('') else 'OFF' }}"
_CALLED = '{"event_type": "call", "call": "{{ value_json.call }}"}'
_PAINTED = "{{ value_json.painted | default(None) or None }}"


def device_message(topics: Topics, version: str) -> bytes:
    """Return the message for `topics.discovery`."""
    told = {
        "device": {
            "identifiers": [f"kiosk_{topics.id}"],
            "name": f"Kiosk {topics.id}",
            "model": "Information kiosk",
            "sw_version": version,
        },
        "origin": {"name": "kiosk-status", "sw_version": version},
        "qos": 1,
        "state_topic": topics.status,
        "components": {
            f"kiosk_{topics.id}_{key}": {"unique_id": f"kiosk_{topics.id}_{key}"} | rest
            for key, rest in _components(topics).items()
        },
    }
    return msgspec.json.encode(told)


def _components(topics: Topics) -> dict[str, dict[str, Any]]:
    return {"state": _state(topics), "call": _call(topics)} | {
        key: told | _heard(topics) for key, told in _facts().items()
    }


def _state(topics: Topics) -> dict[str, Any]:
    """Return the sensor of the state: it is there although the kiosk is lost."""
    return {
        "platform": "sensor",
        "name": "State",
        "device_class": "enum",
        "options": [*KioskState],
        "value_template": "{{ value_json.state }}",
        "json_attributes_topic": topics.status,
        "expire_after": MOST_SILENCE_S,
    }


def _call(topics: Topics) -> dict[str, Any]:
    return {
        "platform": "event",
        "name": "Call for staff",
        "device_class": "button",
        "state_topic": topics.call,
        "event_types": ["call"],
        "value_template": _CALLED,
    }


def _facts() -> dict[str, dict[str, Any]]:
    needs_staff = {
        "platform": "binary_sensor",
        "name": "Needs staff",
        "device_class": "problem",
        "value_template": _IS_PROBLEM,
    }
    freshness = {"device_class": "enum", "options": [NO_UPDATER, *Freshness]}
    seen = {"device_class": "timestamp", "value_template": _PAINTED}
    return {
        "problem": needs_staff,
        "content_shown": _sensor("Content shown", "content_shown"),
        "content_installed": _sensor("Content installed", "content_installed"),
        "painted": _sensor("Last seen on the glass", "painted") | seen,
        "updates": _sensor("Updates", "updates") | freshness,
        "unapproved": _sensor("Texts not approved", "unapproved"),
        "overdue": _sensor("Texts past their review", "overdue"),
    }


def _heard(topics: Topics) -> dict[str, Any]:
    """Return what makes an entity unavailable while the kiosk is lost."""
    return {
        "availability_topic": topics.status,
        "availability_template": _IS_HEARD,
    }


def _sensor(name: str, key: str) -> dict[str, Any]:
    return {
        "platform": "sensor",
        "name": name,
        "value_template": f"{{{{ value_json.{key} | default(None) }}}}",
        "entity_category": "diagnostic",
    }
