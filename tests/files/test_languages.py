"""Which languages there are, and which of them a clinic wants."""

import pytest

from kiosk.content.packs import Language
from kiosk.errors import ContentError, UsageError
from kiosk.files.languages import chosen_from, languages_in
from kiosk.files.snapshot import Snapshot

EN, AR = Language("en", "English", is_original=True), Language("ar", "ع", rtl=True)
ES = Language("es", "Español")


@pytest.fixture
def found(content, reported):
    return lambda: languages_in(Snapshot.take(content), "en", reported.append)


def codes(languages):
    return [language.code for language in languages]


def test_the_shipped_languages_are_there_the_original_first(found, reported):
    assert [(it.code, it.name, it.rtl) for it in found()] == [
        ("en", "English", False),
        ("ar", "العربية", True),
        ("es", "Español", False),
    ]
    assert [it.is_original for it in found()] == [True, False, False]
    assert reported == []


def test_a_folder_without_a_pack_is_no_language(content, found):
    (content / "xx").mkdir()
    assert codes(found()) == ["en", "ar", "es"]


@pytest.mark.parametrize(
    ("old", "new", "named"),
    [
        ('language = "es"', "language = [", ":8: this line"),
        ('name = "Español"', "", "name: is missing; write"),
        (
            'name = "Español"',
            'name = ""',
            "name: is missing; write",
        ),
    ],
)
def test_a_translation_whose_pack_is_broken_is_reported_and_left_out(
    content, found, reported, old, new, named
):
    path = content / "es" / "pack.toml"
    path.write_text(path.read_text("utf-8").replace(old, new, 1), "utf-8")
    assert codes(found()) == ["en", "ar"]
    [problem] = reported
    assert str(problem).startswith(f"{path}:")
    assert named in str(problem)


def test_what_stands_below_its_head_is_left_for_later(content, found, reported):
    path = content / "es" / "pack.toml"
    path.write_text(path.read_text("utf-8") + "\n[", "utf-8")
    assert codes(found()) == ["en", "ar", "es"]
    assert reported == []


def test_a_broken_original_cannot_be_done_without(content, found, reported):
    (content / "en" / "pack.toml").write_text("[")
    with pytest.raises(ContentError, match=r"en/pack\.toml: name"):
        found()
    assert reported == []


@pytest.mark.parametrize(
    ("wanted", "chosen"),
    [
        ((), ["en", "ar", "es"]),
        (("es",), ["es"]),
        (("es", "en"), ["es", "en"]),
        (("ar", "es", "ar"), ["ar", "es"]),
    ],
)
def test_a_clinic_has_the_languages_it_wants_in_its_order(wanted, chosen):
    assert codes(chosen_from((EN, AR, ES), wanted)) == chosen


@pytest.mark.parametrize("wanted", [(), ("es",), ("es", "en")])
def test_the_language_to_begin_in_comes_before_those_that_a_clinic_wants(wanted):
    chosen = codes(chosen_from((EN, AR, ES), wanted, "ar"))
    assert chosen[0] == "ar"
    assert set(chosen[1:]) == set(wanted or ("en", "es"))


def test_a_language_that_is_not_there_is_named_with_those_that_are():
    with pytest.raises(UsageError, match="no language 'fr'; there are en, ar, es"):
        chosen_from((EN, AR, ES), ("en", "fr"))
