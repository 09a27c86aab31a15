import pytest

from kiosk.domain.triage import Level
from kiosk.errors import ContentError
from kiosk.files.checklist import load_checklist

GOOD = """
groups = ["head", "eye"]
[[symptoms]]
id = "ache"
group = "head"
level = "routine"
why = "w"
[[symptoms]]
id = "blur"
group = "eye"
level = "same-day"
why = "w"
[[factors]]
id = "sudden"
topic = "course"
why = "w"
[[rules]]
id = "both"
level = "emergency"
needs = [{ groups = ["head", "eye"], at_least = 2 }]
why = "w"
"""


@pytest.fixture
def path(tmp_path):
    return tmp_path / "checklist.toml"


def test_a_good_file_is_read(path):
    path.write_text(GOOD)
    checklist = load_checklist(path)
    assert checklist.answers == {"ache", "blur", "sudden"}
    assert checklist.assess(frozenset({"ache", "blur"})).level is Level.EMERGENCY


@pytest.mark.parametrize(
    ("old", "new", "named"),
    [
        ('["head", "eye"], at', '["head", "ear"], at', ["'both'", "group 'ear'"]),
        ("groups = [", "groups = 3 #", [":2: groups: expected a list"]),
        ('group = "eye"', 'group = "ear"', ["'blur'", "group 'ear'"]),
        ('"emergency"', '"dire"', ["'both'", "level 'dire'", "same-day"]),
        ('"same-day"', '"soon"', ["'blur'", "level 'soon'"]),
        ('"same-day"', '"information"', ["'blur'", "level"]),
        ('level = "same-day"', "", ["symptoms[1].level", "missing"]),
        ('level = "emergency"', "", ["rules[0].level", "missing"]),
        ('why = "w"', "", ["symptoms[0].why", "missing"]),
        ("at_least = 2", "at_leest = 2", ["rules[0].needs[0].at_leest", "no such key"]),
        ("at_least = 2", "at_least = 0", ["'both'", "at_least"]),
        ("at_least = 2", "at_least = 3", ["'both'", "between 1 and 2"]),
        ('id = "blur"', 'id = "ache"', ["same id twice: ache"]),
        ("[[factors]]", "[[factors]", [":13: this line"]),
    ],
)
def test_a_mistake_is_named_with_its_file_and_row(path, old, new, named):
    path.write_text(GOOD.replace(old, new, 1))
    with pytest.raises(ContentError) as error:
        load_checklist(path)
    assert error.value.path == path
    assert [name for name in named if name not in str(error.value)] == []


@pytest.mark.parametrize(
    ("need", "named"),
    [
        ('answers = ["cough"]', "'cough'"),
        ('within = "ear"', "group 'ear'"),
        ('any_symptom_but = ["cough"]', "'cough'"),
    ],
)
def test_a_rule_that_names_what_is_not_there_is_named(path, need, named):
    path.write_text(GOOD.replace('groups = ["head", "eye"], at_least = 2', need))
    with pytest.raises(ContentError, match=rf"checklist\.toml: rule 'both'.*{named}"):
        load_checklist(path)


@pytest.mark.parametrize(
    ("need", "level"),
    [
        pytest.param('answers = ["sudden"]', Level.EMERGENCY, id="answers"),
        pytest.param('within = "head"', Level.EMERGENCY, id="within"),
        pytest.param("any_symptom_but = []", Level.EMERGENCY, id="any"),
        pytest.param('any_symptom_but = ["ache"]', Level.ROUTINE, id="any but"),
        pytest.param('within = "eye"', Level.ROUTINE, id="another group"),
    ],
)
def test_each_form_of_need_is_understood(path, need, level):
    path.write_text(GOOD.replace('groups = ["head", "eye"], at_least = 2', need))
    assert load_checklist(path).assess(frozenset({"ache", "sudden"})).level is level
