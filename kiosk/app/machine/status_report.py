"""Say of a running kiosk, to other programs, what the staff panel says to staff."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec.structs import replace

from kiosk.app.problems import Reporter
from kiosk.app.status import KioskStatus, outdated_pages, own_pages
from kiosk.content.library import Library
from kiosk.content.packs import Pack
from kiosk.content.pages import Page
from kiosk.domain.status_report import Attention, State, StatusReport
from kiosk.files.versions import program_version


def report_of(
    status: KioskStatus | None, reporter: Reporter, trouble: str = ""
) -> StatusReport:
    """Return the report of a kiosk; None is one that never came to serve visitors.

    `trouble` is why its screen says that it is not working, if it does.
    """
    told = StatusReport(problems=reporter.counted, version=program_version())
    told = _with_kiosk(told, status) if status else told
    attention = tuple(it for it in Attention if _needs_staff(told, it))
    state = State.ATTENTION if attention else State.WELL
    return replace(
        told,
        state=State.TROUBLE if trouble else state,
        attention=attention,
        trouble=trouble,
        responsive=told.responsive and not trouble,
    )


def _needs_staff(told: StatusReport, subject: Attention) -> bool:
    if subject is Attention.PROBLEMS:
        return not all(problem.mended for problem in told.problems)
    return bool(getattr(told, subject.value))


def _with_kiosk(told: StatusReport, status: KioskStatus) -> StatusReport:
    settings = status.settings
    return replace(
        _with_content(told, status),
        time=status.now.isoformat(timespec="seconds"),
        responsive=status.is_responsive,
        open=settings.clinic.hours.is_open(status.now),
        settings_file=str(settings.path),
        settings_problems=tuple(map(str, settings.problems)),
        screen_mm=round(status.width_mm),
        volume=status.volume,
        voices=_voices(status),
    )


def _with_content(told: StatusReport, status: KioskStatus) -> StatusReport:
    library = status.library
    packs = _packs(library)
    own = {pack.language: [*own_pages(pack)] for pack in packs}
    others = ((pack, outdated_pages(pack)) for pack in packs)
    outdated = (f"{pack.language}/{it.id}" for pack, pages in others for it in pages)
    pages = [page for pages in own.values() for page in pages]
    unapproved = _named(filter(status.lacks_approval, pages))
    return replace(
        told,
        content_shown=library.fingerprint,
        content_folder=str(library.folder),
        content_faults=status.fault,
        languages=tuple(it.code for it in library.languages),
        pages={code: len(pages) for code, pages in own.items()},
        left_out=library.left_out,
        outdated=tuple(outdated),
        unapproved=(*status.other_texts_not_approved(), *unapproved),
        overdue=tuple(_named(filter(status.is_overdue, pages))),
    )


def _named(pages: Iterable[Page]) -> Iterator[str]:
    return (f"{page.language}/{page.id}" for page in pages)


def _voices(status: KioskStatus) -> Mapping[str, bool | None]:
    voice = status.has_voice
    languages = (pack.language for pack in _packs(status.library))
    return {code: voice(code) for code in languages} if voice else {}


def _packs(library: Library) -> Sequence[Pack]:
    """Return the packs, but the first alone while others are still being read.

    A visitor who is quick has another one read before: which one is theirs.
    """
    ready = library.ready_packs
    return ready if len(ready) == len(library.languages) else ready[:1]
