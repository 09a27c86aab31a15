"""The preview shows what is saved, however it is, and what is wrong beside it."""

import shutil
import tomllib

import pytest

from kiosk.app.preview import folder_watcher
from tests.support.preview import Author
from tests.support.shipped import CONTENT, RESOURCES

THEMES = sorted((RESOURCES / "themes").glob("*.toml"))
NEW = "Nothing like this was here."
OLD = "Botox can reach"


@pytest.fixture
def content(tmp_path):
    """A copy of the source language alone: an edit leaves no translation behind."""
    shutil.copytree(CONTENT, tmp_path / "content")
    for language in ("es", "ar"):
        shutil.rmtree(tmp_path / "content" / language)
    return tmp_path / "content"


@pytest.fixture
def author(qapp, qtbot, content):
    author = Author(qapp, qtbot, content)
    author.open("vision")
    yield author
    author.window.edit_box.undo()
    author.window.close()
    author.window.deleteLater()


def changed(path, old=OLD, new=NEW):
    text = path.read_text("utf-8")
    assert old in text
    return text.replace(old, new)


def in_place(path, text):
    path.write_text(text, "utf-8")


def by_rename(path, text):
    draft = path.with_name(f".{path.name}.swp")
    draft.write_text(text, "utf-8")
    draft.replace(path)


def aside_first(path, text):
    path.rename(path.with_name(f"{path.name}~"))
    path.write_text(text, "utf-8")


@pytest.mark.parametrize("save", [in_place, by_rename, aside_first])
def test_an_edit_is_shown_however_the_editor_saves_and_more_than_once(author, save):
    page = author.folder / "en" / "vision.md"
    save(page, changed(page))
    author.wait_for(NEW)
    save(page, changed(page, NEW, "Nor this."))
    author.wait_for("Nor this.")


def test_a_folder_that_reports_nothing_is_looked_at(qapp, qtbot, content, monkeypatch):
    monkeypatch.setattr(folder_watcher.QFileSystemWatcher, "addPaths", lambda *_: [])
    author = Author(qapp, qtbot, content)
    author.open("vision")
    page = author.folder / "en" / "vision.md"
    in_place(page, changed(page))
    author.wait_for(NEW)
    author.window.close()
    author.window.deleteLater()


def test_what_is_beside_the_screen_is_told_from_every_theme(author):
    below = author.window.height() - 20
    grey = author.window.stage.grab().toImage().pixelColor(2, below)
    themes = (tomllib.loads(it.read_text()) for it in THEMES)
    grounds = {theme[name] for theme in themes for name in ("surface", "paper", "bar")}
    assert author.shell.height() < below
    assert grey.name().upper() not in grounds


def test_the_page_and_the_place_on_it_stay(author, qtbot):
    author.window.stage.bar().setValue(120)
    page = author.folder / "en" / "vision.md"
    more = "\n\n".join(["A page that is longer is not elsewhere."] * 20)
    in_place(page, f"{changed(page)}\n{more}\n")
    author.wait_for(NEW)
    qtbot.wait(200)
    assert author.shell.session.visit.page == "vision"
    assert author.window.stage.bar().value() == 120


def test_a_broken_edit_shows_its_message_and_the_last_good_page(author):
    page = author.folder / "en" / "vision.md"
    in_place(page, changed(page))
    author.wait_for(NEW)
    in_place(page, changed(page, "!!! emergency", "!!! emergncy"))
    author.wait_for_problem("en/vision.md:")
    assert "emergncy" in " ".join(author.window.problems.lines)
    assert NEW in author.page
    in_place(page, changed(page, "!!! emergncy", "!!! emergency"))
    author.wait_until_nothing_is_wrong()


@pytest.mark.parametrize("name", ["en/pack.toml", "checklist.toml"])
def test_no_broken_file_takes_the_page_away(author, name):
    words = author.page
    path = author.folder / name
    good = path.read_text("utf-8")
    in_place(path, "[")
    author.wait_for_problem(name)
    assert author.page == words
    in_place(path, good)
    author.wait_until_nothing_is_wrong()


def test_a_draft_is_shown_and_said_to_be_one(author):
    page = author.folder / "en" / "vision.md"
    in_place(page, changed(page, "title:", "draft: true\ntitle:").replace(OLD, NEW))
    author.wait_for(NEW)
    author.wait_for_problem("en/vision.md: is a draft")


def test_what_only_drawing_shows_is_listed_too(author):
    page = author.folder / "en" / "vision.md"
    in_place(page, changed(page, OLD, f"{NEW} \N{CHEQUERED FLAG}"))
    author.wait_for_problem("no font has")


def test_settings_that_change_are_shown(author):
    settings = author.config
    in_place(settings, '[clinic]\nname = "Park Clinic"\nemergency_number = "112"\n')
    author.wait_for("Call 112")
    in_place(settings, "[clinic]\nemergency_number = 112\nphone = ???\n")
    author.wait_for_problem("clinic.toml:")


def test_two_broken_files_are_both_shown_as_before(author):
    words = author.page
    page = author.folder / "en" / "vision.md"
    in_place(page, changed(page, "!!! emergency", "!!! emergncy"))
    in_place(author.folder / "checklist.toml", "[")
    author.wait_for_problem("checklist.toml")
    assert author.page == words
    kept = {path.name for path in author.window.edition.kept}
    assert kept == {"vision.md", "checklist.toml"}


def test_a_new_folder_and_what_is_in_it_are_seen(author, qtbot):
    packs = author.window.edition.library.packs
    author.write_all(CONTENT / "es")
    assert "es" not in packs
    page = author.folder / "es" / "vision.md"
    author.open("vision", "es")
    in_place(page, changed(page, "El Botox puede", NEW))
    author.wait_for(NEW)


def test_a_paragraph_that_is_touched_is_changed_in_its_file(author):
    author.touch(OLD)
    box = author.window.edit_box
    assert box.place.text().startswith("en/vision.md, line ")
    assert box.text.toPlainText().startswith("summary: Botox can reach")
    before = (author.folder / "en" / "vision.md").read_bytes()
    old = box.text.toPlainText()
    author.write(f"summary: {NEW}")
    author.wait_for(NEW)
    after = (author.folder / "en" / "vision.md").read_bytes()
    assert after == before.replace(old.encode(), f"summary: {NEW}".encode())


def test_what_does_not_pass_the_check_is_not_saved(author):
    author.touch(OLD)
    before = (author.folder / "en" / "vision.md").read_bytes()
    author.write("summary: Ask {no_such_term}")
    assert (author.folder / "en" / "vision.md").read_bytes() == before
    assert "no_such_term" in author.window.edit_box.note.text()
    assert author.window.edit_box.text.toPlainText() == "summary: Ask {no_such_term}"


def test_a_change_of_the_same_meaning_keeps_its_translations(author):
    author.write_all(CONTENT / "es")
    author.touch(OLD)
    same = author.window.edit_box.same_button
    assert not same.isVisible()
    author.write("summary: Botox may reach the muscles of the eye.")
    assert "es/vision.md" in author.window.edit_box.note.text()
    author.wait_for_problem("es/vision.md")
    same.click()
    author.wait_until_nothing_is_wrong()
    assert not same.isVisible()


def test_another_touch_does_not_throw_a_change_away(author):
    author.touch(OLD)
    author.window.edit_box.text.setPlainText("summary: mine")
    author.touch("Vision problems")
    assert author.window.edit_box.text.toPlainText() == "summary: mine"
    author.window.edit_box.undo_button.click()
    author.touch("Vision problems")
    assert author.window.edit_box.text.toPlainText() == "title: Vision problems"


def test_a_paragraph_changed_elsewhere_is_not_written_over(author):
    author.touch(OLD)
    page = author.folder / "en" / "vision.md"
    in_place(page, changed(page, "summary: ", "summary: Theirs. "))
    author.write("summary: mine")
    assert "mine" not in page.read_text("utf-8")
    assert "has changed meanwhile" in author.window.edit_box.note.text()


def test_a_problem_leads_to_its_page_and_its_lines(author):
    author.open("home")
    page = author.folder / "en" / "headaches.md"
    in_place(page, changed(page, "!!! emergency", "!!! emergncy"))
    author.wait_for_problem("emergncy")
    problems = author.window.problems
    problems.itemClicked.emit(problems.item(0))
    assert author.shell.session.visit.page == "headaches"
    box = author.window.edit_box
    assert "!!! emergncy" in box.text.toPlainText()
    author.write(box.text.toPlainText().replace("emergncy", "emergency"))
    author.wait_until_nothing_is_wrong()


def test_what_is_wrong_with_the_page_in_front_comes_first(author):
    for name in ("breathing", "vision"):
        page = author.folder / "en" / f"{name}.md"
        in_place(page, changed(page, "!!! emergency", "!!! emergncy"))
        author.wait_for_problem(f"{name}.md")
    assert "vision.md" in author.window.problems.lines[0]
    author.open("breathing")
    assert "breathing.md" in author.window.problems.lines[0]


def test_a_folder_that_is_broken_at_the_start_can_be_mended(qapp, qtbot, content):
    good = (content / "checklist.toml").read_text("utf-8")
    packs = [*content.glob("*/pack.toml")]
    for path in (content / "checklist.toml", *packs):
        path.write_text("[", "utf-8")
    author = Author(qapp, qtbot, content)
    author.wait_for_problem("checklist.toml:1")
    assert author.page
    in_place(content / "checklist.toml", good)
    for path in packs:
        in_place(path, (CONTENT / "en" / "pack.toml").read_text("utf-8"))
    author.wait_until_nothing_is_wrong()
    author.window.close()
    author.window.deleteLater()


def test_a_window_with_a_change_stays_open(author):
    author.touch(OLD)
    author.window.edit_box.text.setPlainText("summary: mine")
    assert not author.window.close()
    author.window.edit_box.undo_button.click()
    assert author.window.close()


def test_content_that_came_along_is_not_written(qapp, qtbot, content):
    author = Author(qapp, qtbot, content, may_save=False)
    author.open("vision")
    author.touch(OLD)
    before = (content / "en" / "vision.md").read_bytes()
    author.write("summary: mine")
    assert "kiosk new clinic" in author.window.edit_box.note.text()
    assert (content / "en" / "vision.md").read_bytes() == before
    author.window.edit_box.undo()
    author.window.close()
    author.window.deleteLater()


def test_another_screen_keeps_the_page(author):
    author.window.screens.setCurrentIndex(1)
    assert author.shell.height() > author.shell.width()
    assert author.shell.session.visit.page == "vision"
