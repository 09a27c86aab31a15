import pytest

from kiosk.domain.triage import Level
from kiosk.errors import ContentError
from kiosk.files.checklist import load_checklist
from kiosk.files.snapshot import Snapshot

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
    path = tmp_path / "checklist.toml"
    path.write_text(GOOD)
    return path


def test_a_good_file_is_read(path):
    checklist = load_checklist(Snapshot.take(path.parent))
    assert checklist.answers == {"ache", "blur", "sudden"}
    assert checklist.assess(frozenset({"ache", "blur"})).level is Level.EMERGENCY


@pytest.mark.parametrize(
    ("old", "new", "named"),
    [
        (
            '["head", "eye"], at',
            '["ear"], at',
            [":20: both, need 1, groups:"],
        ),
        ("groups = [", "groups = 3 #", [":2: groups: expected a list"]),
        (
            'group = "eye"',
            'group = "ear"',
            [":10: blur, group:", "no 'ear'"],
        ),
        ('"emergency"', '"dire"', [":19: both, level:", "no 'dire'", "same-day"]),
        ('"same-day"', '"soon"', [":11: blur, level:", "'soon'; use one of"]),
        ('"same-day"', '"information"', [":11: blur, level:", "use one of eme"]),
        ('level = "same-day"', "", [":8: blur, level: is missing"]),
        ('level = "emergency"', "", [":17: both, level: is missing"]),
        ('why = "w"', "", [":3: ache, why: is missing"]),
        (
            "at_least = 2",
            "at_leest = 2",
            ["both, need 1, at_leest: there is no 'at_leest'; use at_least"],
        ),
        ("at_least = 2", "at_least = 0", [":20: both, need 1:", "at_least"]),
        (
            "at_least = 2",
            "at_least = 3",
            ["both, need 1:", "between 1 and 2", "write 2"],
        ),
        ('id = "blur"', 'id = "ache"', [":9: ache, id: the same id twice: ache"]),
        ("[[factors]]", "[[factors]", [":13: this line"]),
        ('"head", "eye"]\n', '"head", "eye", "eye"]\n', [":2: groups: the same group"]),
        ("[[rules]]", "[[rule]]", [":17: rule: there is no 'rule'; use rules"]),
        ("[[factors]]", "[factors]", [":13: factors: expected a list"]),
    ],
)
def test_a_mistake_is_named_with_its_file_and_row(path, old, new, named):
    path.write_text(GOOD.replace(old, new, 1))
    with pytest.raises(ContentError) as error:
        load_checklist(Snapshot.take(path.parent))
    assert error.value.path == path
    assert [name for name in named if name not in str(error.value)] == []


@pytest.mark.parametrize(
    ("need", "named"),
    [
        ('answers = ["cough"]', "'cough'"),
        ('within = "ear"', "'ear'"),
        ('any_symptom_but = ["cough"]', "'cough'"),
    ],
)
def test_a_rule_that_names_what_is_not_there_is_named(path, need, named):
    path.write_text(GOOD.replace('groups = ["head", "eye"], at_least = 2', need))
    with pytest.raises(ContentError, match=rf":20: both, need 1.*{named}"):
        load_checklist(Snapshot.take(path.parent))


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
    assert (
        load_checklist(Snapshot.take(path.parent))
        .assess(frozenset({"ache", "sudden"}))
        .level
        is level
    )


def test_every_mistake_is_told_at_once_and_none_that_follows_from_another(path):
    for old, new in (
        ("groups =", 'note = ""\ngroups ='),
        ('group = "head"', 'group = "hed"'),
        ('id = "blur"', 'id = "blur"\nasked_first = "yes"'),
        ('topic = "course"\n', ""),
        ("at_least = 2", 'at_least = 2, answers = ["ache", "blurr"]'),
        ('"emergency"', '"dire"'),
    ):
        assert old in path.read_text()
        path.write_text(path.read_text().replace(old, new, 1))
    with pytest.raises(ContentError) as error:
        load_checklist(Snapshot.take(path.parent))
    told = [line.removeprefix(str(path)) for line in error.value.lines]
    assert [": ".join(line.split(": ")[:2]) + ":" for line in told] == [
        ":2: note:",
        ":6: ache, group:",
        ":11: blur, asked_first:",
        ":15: sudden, topic:",
        ":20: both, level:",
        ":21: both, need 1, answers:",
    ]
