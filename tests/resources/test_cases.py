"""Forty visitors as a clinician thinks of them, and how soon each must be seen.

The level is the stricter of what the pages and the checklist say.
"""

import pytest

from kiosk.domain.triage import Level

E, S, R, I = (  # noqa: E741 - the level of information
    Level.EMERGENCY,
    Level.SAME_DAY,
    Level.ROUTINE,
    Level.INFORMATION,
)
CASES = (
    (1, "one lid droops a little, over two days", "drooping-eyelid", S),
    (2, "woke up with a drooping lid", "drooping-eyelid sudden", E),
    (3, "dull, tight forehead after 6 hours", "tension", R),
    (4, "tension for 5 days", "tension persistent-headache", S),
    (5, "28 weeks pregnant, tension", "tension pregnant-or-young", S),
    (
        6,
        "17, treated at a friend's house, tension",
        "tension pregnant-or-young unlicensed-product",
        E,
    ),
    (7, "home party, uneven brow", "uneven-face unlicensed-product", E),
    (8, "gritty eye", "dry-sore-eye", S),
    (9, "gritty eye that will not close", "dry-sore-eye eye-will-not-close", E),
    (10, "blurred sight, severe headache", "blurred-vision severe-headache", E),
    (11, "double vision only", "double-vision", E),
    (12, "mildly hoarse after the neck was treated", "changed-voice", E),
    (13, "hives 10 minutes after, dizzy", "allergic-reaction dizziness", E),
    (14, "a bruise while on warfarin", "bruise-or-pain", R),
    (15, "fever and a red lump", "infection-signs", S),
    (16, "the red lump grows", "infection-signs spreading", E),
    (17, "red lump, dry mouth", "infection-signs dry-mouth", S),
    (18, "dry mouth, a medicine of the list", "dry-mouth interacting-medicine", E),
    (19, "myasthenia, tension", "tension nerve-muscle-disease", S),
    (20, "a lid droops 10 weeks later", "drooping-eyelid", S),
    (21, "tension that gets worse", "tension spreading", E),
    (22, "tension that came on suddenly", "tension sudden", E),
    (
        23,
        "crooked smile, not sure of the medicines",
        "drooping-mouth not-sure-medicine",
        E,
    ),
    (24, "brows do not rise", "facial-expressions", S),
    (25, "brows heavy and uneven", "facial-expressions heavy-brow uneven-face", S),
    (26, "weak legs two weeks after the armpits", "general-weakness", E),
    (27, "constipation only", "dry-mouth", S),
    (28, "sudden and spreading, no symptom", "sudden spreading", S),
    (29, "an unlicensed product, no symptom", "unlicensed-product", I),
    (30, "a stroke sign that has gone", "sudden-face-arm-speech", E),
    (31, "severe headache, sore scalp, jaw pain", "severe-headache", S),
    (32, "the same with blurred sight", "severe-headache blurred-vision", E),
    (33, "breastfeeding, drooping lid", "drooping-eyelid pregnant-or-young", S),
    (
        34,
        "severe headache, unlicensed, pregnant",
        "severe-headache unlicensed-product pregnant-or-young",
        E,
    ),
    (35, "fainted at the needle, fine now", "allergic-reaction", E),
    (36, "dry eye, lasting headache", "dry-sore-eye persistent-headache", E),
    (37, "infection, severe headache", "infection-signs severe-headache", E),
    (38, "dry mouth, severe headache", "dry-mouth severe-headache", E),
    (39, "tension, dry mouth", "tension dry-mouth", S),
    (40, "tension, uneven face", "tension uneven-face", S),
)


@pytest.mark.parametrize(("number", "who", "answers", "level"), CASES)
def test_each_visitor_is_told_to_be_seen_in_time(
    checklist, number, who, answers, level
):
    told = checklist.assess(frozenset(answers.split())).level
    assert told is level, f"{number}: {who}"
