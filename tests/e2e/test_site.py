"""The exported site in a phone's browser: judged by axe-core, page by page."""

import json
import re
import shutil
import subprocess
from html import unescape

import pytest

from kiosk.cli import main
from tests.support.programs import need
from tests.support.shipped import ROOT

AXE = ROOT / "tests" / "support" / "axe"
SETTINGS = """
[clinic]
name = "Park Clinic"
phone = "+44 20 7946 0018"
desk = "the desk by the door"
emergency_number = "999"
out_of_hours = "NHS 111"
[clinic.hours]
monday = "09:00-17:00"
[booking]
url = "https://clinic.example/book?about={topic}"
"""
POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy"[^>]*>')
CHROMIUM = [
    "chromium",
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--allow-file-access-from-files",
    "--virtual-time-budget=300000",
    "--dump-dom",
]


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    folder = tmp_path_factory.mktemp("site")
    settings = folder / "clinic.toml"
    settings.write_text(SETTINGS)
    assert main(["export", str(folder / "site"), "--config", str(settings)]) == 0
    return folder / "site"


@pytest.fixture(scope="module")
def verdicts(site, tmp_path_factory):
    """What axe finds on each page, in copies that allow its script."""
    need("chromium", "npm")
    folder = tmp_path_factory.mktemp("judged")
    shutil.copytree(site, folder, dirs_exist_ok=True)
    pages = sorted(str(it.relative_to(folder)) for it in folder.rglob("*.html"))
    for page in pages:
        text, policies = POLICY.subn("", (folder / page).read_text("utf-8"))
        assert policies == 1
        (folder / page).write_text(text, "utf-8")
    for name in ("package.json", "package-lock.json"):
        shutil.copy(AXE / name, folder)
    npm = ["npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--silent"]
    subprocess.run(npm, cwd=folder, check=True, timeout=300)
    script = (folder / "node_modules/axe-core/axe.min.js").as_uri()
    judge = (AXE / "judge.html").read_text("utf-8")
    judge = judge.replace("PAGES", json.dumps(pages)).replace("AXE", json.dumps(script))
    (folder / "judge.html").write_text(judge, "utf-8")
    profile = f"--user-data-dir={folder / 'profile'}"
    command = [*CHROMIUM, profile, (folder / "judge.html").as_uri()]
    done = subprocess.run(command, capture_output=True, timeout=300, check=True)
    found = re.search(r'<pre id="verdict">(.*?)</pre>', done.stdout.decode(), re.S)
    return json.loads(unescape(found[1]))


def test_axe_finds_nothing_on_any_page_of_any_language(verdicts):
    assert len(verdicts) == 31
    assert {it["page"]: it["faults"] for it in verdicts if it["faults"]} == {}
    assert all(it["passes"] > 15 for it in verdicts)


def test_no_page_is_wider_than_a_phone(verdicts):
    assert [it["page"] for it in verdicts if it["wide"]] == []


def test_a_browser_loads_nothing_with_a_page(verdicts):
    assert {it["page"]: it["loaded"] for it in verdicts if it["loaded"]} == {}
