"""Ask for a rule of the checklist, and add it where it matters."""

from kiosk.authoring.skeletons.answers import Answers, Question
from kiosk.authoring.skeletons.content_folder import CHECKLIST, ContentFolder
from kiosk.authoring.skeletons.page import ask_sources
from kiosk.authoring.skeletons.symptoms import LEVELS, reason
from kiosk.domain.triage import Checklist, Level
from kiosk.errors import UsageError
from kiosk.files.checklist import load_checklist
from kiosk.files.parsing import check_known
from kiosk.files.snapshot import Snapshot

_FORM = "write it as itching + dry-skin = emergency"


def ask_rule(
    content: ContentFolder, answers: Answers, names: list[str]
) -> dict[str, object]:
    """Return the row of a rule over `names` and other answers; empty for none."""
    factors_and_symptoms = (*content.rows("factors"), *content.rows("symptoms"))
    known = [*names, *(str(row.get("id")) for row in factors_and_symptoms)]

    def check(text: str) -> None:
        signs, level = _parts(text)
        check_known(level, LEVELS, "")
        for sign in signs:
            check_known(sign, known, "")

    about = f"Signs that together need help sooner; {_FORM}"
    text = answers.get(Question("rule", about, "", check))
    if not text:
        return {}
    signs, level = _parts(text)
    sources = ask_sources(content, answers, "sources.rule")
    why = answers.get(Question("why.rule", "Why, for who signs the rules"))
    row: dict[str, object] = {"id": "-with-".join(signs), "level": level}
    row |= {"needs": [{"answers": [sign]} for sign in signs]}
    row |= {"why": reason(why, sources)}
    return row | ({"sources": sources} if sources else {})


def add_rule(content: ContentFolder, rule: dict[str, object]) -> None:
    """Add a rule and its case; raises `UsageError` if the others say as much."""
    needs = rule["needs"]
    signs = [need["answers"][0] for need in needs] if isinstance(needs, list) else []
    level = Level.of(str(rule["level"]))
    if _checklist(content).assess(frozenset(signs)).level >= level:
        told = f"{' + '.join(signs)} is {level.key} already, by the other rules"
        raise UsageError(f"nothing was written; rule: {told}; leave this rule out")
    content.add_row("rules", rule)
    content.add_case(signs, level.key)


def _checklist(content: ContentFolder) -> Checklist:
    """Return the checklist as it will be so far."""
    path = content.folder / CHECKLIST
    files = {path: content.changes.text(path).encode()}
    return load_checklist(Snapshot(folder=content.folder, files=files))


def _parts(text: str) -> tuple[list[str], str]:
    """Return the signs and the level of a rule; raises `ValueError`."""
    left, equals, level = text.partition("=")
    signs = [sign.strip() for sign in left.split("+")]
    if not equals or len(signs) < 2 or not all(signs):
        raise ValueError(f"{text!r} is no rule; {_FORM}")
    return signs, level.strip()
