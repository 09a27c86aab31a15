"""The units of the Debian package, as systemd reads them."""

import re
import shutil
import subprocess

import pytest

from tests.support.programs import need
from tests.support.shipped import ROOT

DEBIAN = ROOT / "packaging" / "debian"
UNITS = {
    "kiosk.service": DEBIAN / "kiosk.service",
    "kiosk-safe.service": DEBIAN / "kiosk.kiosk-safe.service",
    "kiosk-status.service": DEBIAN / "kiosk.kiosk-status.service",
    "kiosk-update.service": DEBIAN / "kiosk.kiosk-update.service",
}
MOST_EXPOSED = 2.0
NEWER = "Unknown key 'RestartMode'"  # than the systemd of Debian 12
ELSEWHERE = ("is not executable: No such file", "Unit seatd.service not found")


def settings(name):
    """Return the settings of a unit, with each value of those that come again."""
    found = {}
    for line in UNITS[name].read_text().splitlines():
        if "=" in line and not line.startswith("#"):
            key, value = line.split("=", 1)
            found.setdefault(key, []).append(value)
    return found


def seconds(name, key):
    return int(settings(name)[key][0])


@pytest.fixture
def analyze(tmp_path):
    """Run systemd-analyze beside both units, each under its own name."""
    need("systemd-analyze")
    for name, path in UNITS.items():
        shutil.copy(path, tmp_path / name)

    def analyzing(*words):
        command = ["systemd-analyze", *words]
        done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True)
        return done.stdout + done.stderr

    return analyzing


@pytest.mark.parametrize("name", UNITS)
def test_a_unit_exposes_little_of_the_machine(analyze, name):
    said = analyze("security", "--offline=true", "--no-pager", f"./{name}")
    level = re.search(r"Overall exposure level for \S+: ([\d.]+)", said)
    assert float(level[1]) <= MOST_EXPOSED, said


@pytest.mark.parametrize("name", UNITS)
def test_systemd_finds_nothing_wrong_with_a_unit(analyze, name):
    said = analyze("verify", "--man=no", "--recursive-errors=no", f"./{name}")
    known = (NEWER, *ELSEWHERE)
    assert [it for it in said.splitlines() if not any(map(it.count, known))] == []


def test_the_kiosk_is_heard_and_started_again():
    unit = settings("kiosk.service")
    assert (unit["Type"], unit["NotifyAccess"]) == (["notify"], ["all"])
    assert "PAMName" not in unit, "systemd would not hear a child in another scope"
    assert (unit["Restart"], unit["RestartMode"]) == (["always"], ["direct"])
    assert unit["OnFailure"] == ["kiosk-safe.service"]


def test_a_kiosk_that_never_comes_up_leads_to_the_safe_screen_too():
    unit = "kiosk.service"
    longest = seconds(unit, "TimeoutStartSec") + seconds(unit, "TimeoutStopSec") + 1
    starts = seconds(unit, "StartLimitBurst")
    assert starts * longest < seconds(unit, "StartLimitIntervalSec")


def test_after_the_safe_screen_the_start_limit_is_over():
    shown, again = settings("kiosk-safe.service")["ExecStart"]
    shown_s = int(re.search(r" (\d+) /usr/libexec", shown)[1])
    assert shown_s > seconds("kiosk.service", "StartLimitIntervalSec")
    assert again.endswith("systemctl start --no-block kiosk.service")


def test_no_way_leads_to_another_console():
    assert settings("kiosk.service")["ExecStart"] == ["/usr/bin/cage -- /usr/bin/kiosk"]
    logind = DEBIAN / "root/usr/lib/systemd/logind.conf.d/kiosk.conf"
    assert "NAutoVTs=0" in logind.read_text().splitlines()


def test_who_has_a_network_is_not_the_window_and_writes_for_the_others_alone():
    networked = {
        name
        for name in UNITS
        if "AF_INET" in str(settings(name)["RestrictAddressFamilies"])
    }
    assert networked == {"kiosk-status.service", "kiosk-update.service"}
    status = settings("kiosk-status.service")
    assert status["ProtectSystem"] == ["strict"]
    assert status["ReadWritePaths"] == ["/run/kiosk-fleet/status"]
    assert "StateDirectory" not in status
    users = [settings(name)["User"] for name in UNITS if name != "kiosk-safe.service"]
    assert len({str(user) for user in users}) == len(users)


def test_a_wrong_setting_does_not_start_kiosk_status_again_and_again():
    unit = settings("kiosk-status.service")
    assert unit["Restart"] == ["on-failure"]
    assert unit["RestartPreventExitStatus"] == ["2"]
