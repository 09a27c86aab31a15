"""Write the advice as a document to print, read and sign, in Markdown."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from msgspec import Struct

from kiosk.authoring.approval.sentences import LEVEL_NAMES, Sentences
from kiosk.content.approval import Approval, ApprovalState
from kiosk.content.baseline import SignedRow
from kiosk.content.cases import Case
from kiosk.content.library import Library
from kiosk.content.packs import Pack
from kiosk.domain.clinic import Clinic
from kiosk.domain.triage import Checklist, Grounds, Level
from kiosk.errors import Problem

_LINE = "\\_" * 30
_HOW = (
    "Read all of it, sign it, and keep the paper. Then let the kiosk know:",
    "`kiosk approve checklist strings --by NAME`. From then on its screens say who",
    "checked them, until a word of it changes.",
)
_NEVER = "Nobody has signed these rules yet: all of them are new."


class Advice(Struct, frozen=True, kw_only=True):
    """What the document is made of; `open` and `closed` are the clinic's two libraries.

    `clinic` is that of `language`. `rules_hash` and `words_hash` are of the checklist
    and of the words as they are now; `signed` has the rows as they were approved last,
    in the language `source`. `wrong` are the errors in the rules, the words and the
    cases, of which something is missing here.
    """

    open: Library
    closed: Library
    clinic: Clinic
    language: str
    source: str
    version: str
    today: date
    rules_hash: str
    words_hash: str
    signed: Mapping[str, SignedRow]
    cases: Sequence[Case]
    wrong: Sequence[Problem] = ()

    @property
    def pack(self) -> Pack:
        """The words, while the clinic is open."""
        return self.open.packs[self.language]

    @property
    def checklist(self) -> Checklist:
        """The rules."""
        return self.open.checklist


def sheet(advice: Advice) -> str:
    """Return the whole document."""
    parts = (
        _head(advice),
        _changes(advice),
        _what_visitors_read(advice),
        _rules(advice),
        _cases(advice),
        _sources(advice),
    )
    return "\n".join(line for part in parts for line in part) + "\n"


def _head(advice: Advice) -> Iterator[str]:
    name = advice.clinic.name
    yield f"# The advice of {name}"
    yield ""
    yield from _table(
        ("", ""),
        (
            ("Clinic", name),
            ("Program", f"kiosk {advice.version}"),
            ("Printed", advice.today.isoformat()),
            ("Language", advice.pack.name),
            ("Rules", advice.rules_hash),
            ("Words", advice.words_hash),
            ("Rules signed", _state(advice.open.checklist_approval, advice.today)),
            ("Words signed", _state(_words_approval(advice), advice.today)),
        ),
    )
    yield ""
    if advice.wrong:
        yield from (
            "**Do not sign: some of this cannot be read, and is not here.**",
            "",
        )
        yield from (*(f"- {problem}" for problem in advice.wrong), "")
    yield from (*_HOW, "", f"Name: {_LINE}", "", f"Signature: {_LINE}", "")
    yield from (f"Date: {_LINE}", "")


def _words_approval(advice: Advice) -> Approval:
    return advice.open.words_approvals[advice.language]


def _state(approval: Approval, today: date) -> str:
    state = approval.state(today)
    if state is ApprovalState.NEVER:
        return "by nobody yet"
    after = " They have changed since." if state is ApprovalState.CHANGED else ""
    return f"by {approval.by} on {approval.on}.{after}"


def _changes(advice: Advice) -> Iterator[str]:
    yield from ("## What changed since the last signature", "")
    pack = advice.open.packs.get(advice.source, advice.pack)
    now = Sentences(advice.checklist, pack).rows()
    then = advice.signed
    changed = [name for name in now if name in then and now[name] != then[name]]
    lines = [
        f"- `{it}` was: {then[it].sentence} It is now: {now[it].sentence}"
        for it in changed
    ]
    lines += [f"- `{it}` is new: {now[it].sentence}" for it in now if it not in then]
    lines += [f"- `{it}` has gone: {then[it].sentence}" for it in then.keys() - now]
    yield from [_NEVER] if not then else sorted(lines) or ["No rule."]
    words = _words_approval(advice).state(advice.today)
    if words is ApprovalState.CHANGED:
        yield "- Words that visitors read have changed: read all of them."
    yield ""


def _what_visitors_read(advice: Advice) -> Iterator[str]:
    yield from ("## What visitors read", "")
    ways = (("open", advice.open), ("closed", advice.closed))
    for way, library in ways:
        pack = library.packs[advice.language]
        yield from (f"### On every screen, while the clinic is {way}", "")
        yield from (f"> {pack.strings.red_flag}", "")
    for level in sorted(Level, reverse=True):
        for way, library in ways:
            pack = library.packs[advice.language]
            yield from (f"### {LEVEL_NAMES[level]}, while the clinic is {way}", "")
            yield from _quoted(_said(pack, level, has_desk=bool(advice.clinic.desk)))


def _said(pack: Pack, level: Level, *, has_desk: bool) -> Iterator[str]:
    """Yield what is said at a level; an emergency has a screen of its own too."""
    said = pack.advice[level]
    yield f"**{said.heading}**"
    yield from said.lines
    if level is Level.EMERGENCY:
        words = pack.strings
        yield f"**{words.emergency_title}** (on the whole screen)"
        yield words.emergency_desk if has_desk else words.emergency_anyone
        yield words.emergency_elsewhere
        yield words.emergency_drive
        yield words.emergency_swallow


def _rules(advice: Advice) -> Iterator[str]:
    yield from ("## Every rule", "")
    yield "The highest level that applies wins. No answer lowers a level."
    yield "With no symptom the level is information."
    checklist = advice.checklist
    rows = Sentences(checklist, advice.pack).rows()
    for title, of_title in (
        ("Symptoms", checklist.symptoms),
        ("About the visitor and the treatment", checklist.factors),
        ("Several answers together", checklist.rules),
    ):
        yield from ("", f"### {title}", "")
        yield from (_rule(it.id, it.grounds, rows[it.id].sentence) for it in of_title)
    yield ""


def _rule(name: str, grounds: Grounds, sentence: str) -> str:
    cited = ", ".join(grounds.sources) or "no source"
    return f"- {sentence} *{grounds.why}* ({cited}; `{name}`)"


def _cases(advice: Advice) -> Iterator[str]:
    yield from ("## Cases", "")
    words, assess = advice.pack.answers, advice.checklist.assess
    rows = []
    for case in advice.cases:
        level = assess(frozenset(case.answers)).level
        agrees = level is case.level
        told = level.key if agrees else f"**{level.key}: this is wrong**"
        touched = "; ".join(words[answer] for answer in case.answers) or "nothing"
        rows.append((case.who, touched, case.level.key, told))
    columns = ("Visitor", "Touches", "Expected", "Is told")
    yield from _table(columns, rows) if rows else ("There are none in cases.toml.",)
    yield ""


def _sources(advice: Advice) -> Iterator[str]:
    yield from ("## Sources", "")
    checklist = advice.checklist
    grounds = [s.grounds for s in checklist.symptoms]
    grounds += [f.grounds for f in checklist.factors]
    grounds += [r.grounds for r in checklist.rules]
    used = {key for each in grounds for key in each.sources}
    for key, source in advice.open.sources.items():
        if key in used:
            yield f"- {key}: {source.citation} {source.address}".rstrip()


def _quoted(lines: Iterable[str]) -> Iterator[str]:
    """Yield lines as a quotation, a paragraph each."""
    yield from "\n>\n".join(f"> {line}" for line in lines).split("\n")
    yield ""


def _table(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    yield _row(columns)
    yield _row(["---"] * len(columns))
    yield from map(_row, rows)


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cell.replace('|', '/') for cell in cells)} |"
