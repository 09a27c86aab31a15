"""Urgent notices are read with their days; a slip in one hides nothing."""

from datetime import date

import pytest

from kiosk.domain.clinic import Clinic
from kiosk.errors import Severity

RECALL = 'en = "Lot 1 is recalled."\nes = "Lote 1."\nar = "التشغيلة 1."\n'
DAYS = "from = 2026-11-20\nuntil = 2026-12-04\n"


@pytest.fixture
def notices(content, read):
    """Write the file, and return the notices of a language."""

    def reading(text, language="en", **clinic):
        (content / "notices.toml").write_text(text, "utf-8")
        return read(Clinic(name="Alaa Arif", **clinic), language=language).notices

    return reading


@pytest.fixture
def problems(reported):
    return lambda: [problem for error in reported for problem in error.problems]


def lines_of(problems):
    return [str(problem).split("/")[-1] for problem in problems]


def test_without_the_file_there_is_none(read, reported):
    assert read().notices == ()
    assert not reported


@pytest.mark.parametrize(
    ("language", "text"),
    [("en", "Lot 1 is recalled."), ("es", "Lote 1."), ("ar", "التشغيلة 1.")],
)
def test_a_notice_has_its_days_and_its_words_in_each_language(
    notices, problems, language, text
):
    (notice,) = notices(f"[[notice]]\n{DAYS}{RECALL}", language)
    assert (notice.text, notice.language) == (text, language)
    assert (notice.first, notice.last) == (date(2026, 11, 20), date(2026, 12, 4))
    assert not problems()


def test_words_that_are_missing_are_those_of_the_source_language(notices, problems):
    (notice,) = notices(f'[[notice]]\n{DAYS}en = "Lot 1."\nes = "Lote 1."\n', "ar")
    assert (notice.text, notice.language) == ("Lot 1.", "en")
    assert {it.severity for it in problems()} == {Severity.WARNING}
    assert "notices.toml:1: notice[0]: has no words in ar" in lines_of(problems())[0]


def test_without_words_of_the_source_language_the_first_there_are_will_do(notices):
    (notice,) = notices(f'[[notice]]\n{DAYS}es = "Lote 1."\n')
    assert (notice.text, notice.language) == ("Lote 1.", "es")


def test_the_clinics_own_terms_are_filled_in(notices):
    (notice,) = notices(f'[[notice]]\n{DAYS}en = "Call {{desk}}."\n', desk="Room 2")
    assert notice.text == "Call Room 2."


@pytest.mark.parametrize(
    ("wrong", "line", "said"),
    [
        ("until = 4.12.2026", 3, "this is no date; write it like 2026-11-22"),
        ('until = "4.12.2026"', 3, "this is no date; write it like 2026-11-22"),
        ('until = "soon"', 3, "the notice is shown until it is mended"),
        ("until = 2026", 3, "this is no date"),
        ("", 1, "there is no last day"),
        ("until = 2026-11-19", 3, "the last day, 2026-11-19, comes before the first"),
    ],
)
def test_a_last_day_that_cannot_be_read_hides_no_notice(
    notices, problems, wrong, line, said
):
    shown = notices(f"[[notice]]\nfrom = 2026-11-20\n{wrong}\n{RECALL}")
    assert problems()[0].severity is Severity.ERROR
    assert problems()[0].line == line
    assert any(said in str(problem) for problem in problems())
    assert [it.is_due(date(2030, 1, 1)) for it in shown] == [True]


def test_a_notice_without_a_first_day_is_shown_at_once(notices, problems):
    (notice,) = notices(f"[[notice]]\nuntil = 2026-12-04\n{RECALL}")
    assert notice.is_due(date(2020, 1, 1))
    assert not problems()


@pytest.mark.parametrize("until", ['"2026-12-04"', "2026-12-04T18:00:00"])
def test_a_date_may_be_in_quotes_or_have_an_hour(notices, until):
    (notice,) = notices(f"[[notice]]\nuntil = {until}\n{RECALL}")
    assert notice.last == date(2026, 12, 4)


def test_a_notice_alone_needs_no_second_bracket(notices, problems):
    assert len(notices(f"[notice]\n{DAYS}{RECALL}")) == 1
    assert not problems()


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        (f'[[notice]]\n{DAYS}{RECALL}fr = "Lot"', 7, "no language 'fr'; use"),
        (f"[[notice]]\n{DAYS}{RECALL}untill = 2", 7, "use until"),
        (f"[[notice]]\n{DAYS}{RECALL}es", 0, ""),
        (f"[[notice]]\n{DAYS}en = 12", 4, "these are no words; write the words in"),
        (f"[[notice]]\n{DAYS}", 1, 'has no words; write en = "..."'),
        (f"[[notices]]\n{DAYS}{RECALL}", 1, "begin a notice with [[notice]]"),
        ('notice = "Lot 1"', 1, "begin it with [[notice]]"),
        (f'[[notice]]\n{DAYS}en = "Call {{fone}}."', 4, "{fone} has no meaning here"),
        (f'[[notice]]\n{DAYS}en = "Call {{phone}}."', 4, "the settings do not set"),
        (f'[[notice]]\n{DAYS}en = "{"Recall. " * 30}"', 4, "write at most 200"),
    ],
)
def test_a_slip_is_told_with_its_line(notices, problems, text, line, said):
    text = text.replace("\nes\n", "\n")
    notices(text)
    told = [it for it in problems() if said in str(it)]
    assert told
    assert not line or told[0].line == line
    assert told[0].path.name == "notices.toml"


def test_a_slip_in_one_notice_costs_no_other(notices):
    good = f"[[notice]]\n{DAYS}{RECALL}"
    shown = notices(f'{good}\n[[notice]]\nuntil = "x"\nen = 12\n{good}')
    assert len(shown) == 2


def test_words_with_an_unknown_term_are_those_of_the_source_language(notices):
    text = f'[[notice]]\n{DAYS}en = "Lot 1."\nes = "Llame al {{fone}}."\n'
    (notice,) = notices(text, "es")
    assert notice.text == "Lot 1."
