import pytest

from kiosk.domain.clinic import Clinic
from kiosk.domain.holidays import Holiday
from kiosk.domain.idle import IdlePolicy
from kiosk.domain.opening_hours import ALWAYS
from kiosk.domain.pin import Pin
from kiosk.errors import Severity
from kiosk.files.paths import SETTINGS_NAME, settings_paths
from kiosk.files.settings import Settings, load_settings
from tests.support.shipped import RESOURCES

SHIPPED = RESOURCES / SETTINGS_NAME
EVERYTHING = """
[clinic]
name = "Praxis Süd"
phone = "555-0100"
desk = "the door"
emergency_number = "112"
out_of_hours = "116 117"
[clinic.hours]
monday = "09:00-12:00, 14:00-18:00"
sunday = "closed"
[booking]
url = "https://clinic.example/{topic}"
[screen]
width_mm = 476
lower_edge_mm = 850.5
[content]
directory = "."
languages = ["es", "en"]
[access]
reduce_motion = true
"""
PIN = "731946208517"
MISTAKEN = """[clinic]
phne = "1"
[screen]
width_mm = "47,6"
[booking]
url = "http://x.example"
[clinic.hours]
monday = "9-5"
tuesday = "closed"
sunday = "Closed"
[staff]
pin = "4711"
[idel]
[access.keys]
up = []
down = "F13"
[clinc]
name = "x"
phone = 1
"""


@pytest.fixture
def write(tmp_path):
    def written(text, encoding="utf-8"):
        path = tmp_path / "mine.toml"
        path.write_bytes(text if isinstance(text, bytes) else text.encode(encoding))
        return path

    return written


@pytest.fixture
def places(tmp_path, monkeypatch):
    """Two empty folders of settings: the system's and the user's."""
    folders = {"XDG_CONFIG_DIRS": tmp_path / "etc", "XDG_CONFIG_HOME": tmp_path / "me"}
    for variable, folder in folders.items():
        (folder / "kiosk").mkdir(parents=True)
        monkeypatch.setenv(variable, str(folder))
    return [folder / "kiosk" / SETTINGS_NAME for folder in folders.values()]


def lines(settings, severity=Severity.ERROR):
    return [str(it) for it in settings.problems if it.severity is severity]


def warnings(settings):
    assert lines(settings) == []
    return lines(settings, Severity.WARNING)


def test_the_shipped_settings_equal_the_defaults():
    assert load_settings(SHIPPED) == Settings(
        path=SHIPPED, clinic=Clinic(name="Alaa Arif"), screen_width_mm=0.0, content=None
    )


def test_an_empty_file_keeps_every_default(write):
    assert load_settings(write("")).clinic == load_settings(SHIPPED).clinic


def test_everything_a_clinic_can_say_is_read(write):
    settings = load_settings(write(EVERYTHING))
    clinic = settings.clinic
    assert (clinic.name, clinic.phone, clinic.desk) == (
        "Praxis Süd",
        "555-0100",
        "the door",
    )
    assert (clinic.emergency_number, clinic.out_of_hours) == ("112", "116 117")
    assert clinic.hours.as_written == {
        "monday": "09:00-12:00, 14:00-18:00",
        "sunday": "closed",
    }
    assert clinic.booking.address("vision") == "https://clinic.example/vision"
    assert (settings.screen_width_mm, settings.content) == (476, settings.path.parent)
    assert (settings.lower_edge_mm, settings.languages) == (850.5, ("es", "en"))
    assert settings.reduce_motion is True


def test_where_nothing_is_said_of_it_every_language_is_shown_and_nobody_measured():
    settings = load_settings(SHIPPED)
    assert (settings.languages, settings.lower_edge_mm) == ((), 0.0)
    assert settings.reduce_motion is False


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("[screen]\nlower_edge_mm = -1", "screen.lower_edge_mm"),
        ("[screen]\nlower_edge_mm = 3001", "screen.lower_edge_mm"),
        ('[screen]\nlower_edge_mm = "low"', "screen.lower_edge_mm"),
        ('[content]\nlanguages = "en"', "content.languages"),
        ("[content]\nlanguages = [1]", "content.languages"),
        ("[access]\nreduce_motion = 1", "access.reduce_motion"),
        ("[access]\nmotion = false", "access.motion"),
    ],
)
def test_a_wrong_wish_about_languages_or_access_is_named(write, text, named):
    [line] = lines(load_settings(write(text)))
    assert named in line


def test_without_a_word_about_silence_or_staff_the_safe_ways_are_kept(write):
    settings = load_settings(write(""))
    assert settings.clinic.hours == ALWAYS
    assert (settings.idle, settings.attract) == (IdlePolicy(60.0, 30.0), True)
    assert (settings.pin, settings.shuffle) == (None, False)
    assert not settings.calls_staff


@pytest.mark.parametrize(
    ("base", "warning"), [(90, 45), (10, 20), (3600, 600), (12.5, 20.5)]
)
def test_how_long_silence_is_waited_for_is_read(write, base, warning):
    seconds = f"base_seconds = {base}\nwarning_seconds = {warning}"
    settings = load_settings(write(f"[idle]\n{seconds}\nattract = false"))
    assert settings.idle == IdlePolicy(base, warning)
    assert not settings.attract


def test_a_line_of_kiosk_pin_is_read(write):
    pin = Pin.hashed(PIN, b"sixteen bytes it")
    settings = load_settings(write(f"[staff]\npin = '{pin.line}'\nshuffle = true"))
    assert settings.pin == pin
    assert settings.shuffle


def test_an_empty_line_keeps_staff_mode_closed(write):
    assert load_settings(write("[staff]\npin = ''")).pin is None


def test_a_pin_that_was_written_as_it_is_is_not_shown_on_the_screen(write):
    [line] = lines(load_settings(write(f"[staff]\npin = '{PIN}'")))
    assert "staff.pin: " in line
    assert "kiosk pin" in line
    assert PIN not in line


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("phone = '1'", "phone: there is no such setting"),
        ("[clinic]\nphne = '1'", "clinic.phne: there is no such setting"),
        (
            "[clinic.hours]\nmon = 'closed'",
            "clinic.hours.mon: there is no such setting",
        ),
        ("clinic = 3", ":1: clinic: expected a heading"),
        ("[clinic]\nname = ' '", "clinic.name: empty; write the clinic's name"),
        ("[screen]\nwidth_mm = 'wide'", "screen.width_mm: expected a number"),
        (
            "[screen]\nrotation = 45",
            "screen.rotation: unknown word; write one of 0,",
        ),
        ("[screen]\nrotation = '90'", "screen.rotation: "),
        ("[screen]\noff_when_closed = 1", "screen.off_when_closed: expected true"),
        ("[booking]\nurl = 'http://x.example'", "booking.url: 'http://x.example'"),
        ("[booking]\nurl = 'https://x.example/{symptom}'", "booking.url: {symptom}"),
        ("[handout]\nbase_url = 'http://x.example'", "handout.base_url: 'http://x.exa"),
        (
            "[handout]\nbase_url = 'https://x.example/?a'",
            "handout.base_url: the site's",
        ),
        ("[clinic.hours]\nmonday = '9-5'", "clinic.hours.monday: '9-5'"),
        ("[clinic.hours]\nclosed = ['xmas']", "clinic.hours.closed: 'xmas' is no date"),
        ("[clinic.hours]\nfriday = '09:00-25:00'", "clinic.hours.friday:"),
        ("[clinic.hours]\nfriday = 'closed, 09:00-10:00'", "clinic.hours.friday:"),
        ("[clinic.hours]\nfriday = '09:00-12:00, '", "clinic.hours.friday:"),
        ("[idle]\nbase_seconds = 9.9", "idle.base_seconds:"),
        ("[idle]\nbase_seconds = 3601", "idle.base_seconds:"),
        ("[idle]\nbase_seconds = nan", "idle.base_seconds:"),
        ("[idle]\nbase_seconds = 'long'", "idle.base_seconds: expected a number"),
        ("[idle]\nwarning_seconds = 19.9", "idle.warning_seconds:"),
        ("[idle]\nwarning_seconds = 601", "idle.warning_seconds:"),
        ("[idle]\nwarning_seconds = nan", "idle.warning_seconds:"),
        ("[idle]\nattract = 'no'", "idle.attract: expected true or false"),
        ("[idle]\nwarning = 30", "idle.warning: there is no such setting"),
        ("[staff]\npin = 7319", "staff.pin: this is no line"),
        ("[staff]\npin = '7319'", "staff.pin: this is no line"),
        ("[staff]\npin = 'scrypt$c2FsdA==$c2FsdA'", "staff.pin:"),
        ("[staff]\nshuffle = 1", "staff.shuffle: expected true or false"),
        ("[staff]\ncall_button = 1", "staff.call_button: expected true or false"),
        ("[staff]\npins = ''", "staff.pins: there is no such setting"),
        ("[content]\ndirectory = '~nobody-by-this-name'", "content.directory:"),
        ("[clinic]\n\n[booking\nurl = ''", ":3: this line is no heading"),
        ("[clinic]\nname = Alaa", ":2: clinic.name: this line has words without"),
        (b"[clinic]\n# caf\xe9\n", ":2: this line is not UTF-8"),
    ],
)
def test_a_bad_line_is_named_with_its_file_and_costs_no_other(write, text, named):
    path = write(text)
    [line] = lines(load_settings(path))
    assert line.startswith(f"{path}:")
    assert named in line
    assert "\n" not in line


def test_a_file_that_is_not_there_is_named(tmp_path):
    settings = load_settings(tmp_path / "nowhere.toml")
    [line] = lines(settings)
    assert "nowhere.toml: there is no such file" in line
    assert settings.clinic == Clinic(name="Alaa Arif")


def test_a_folder_in_place_of_a_file_is_named(tmp_path):
    [line] = lines(load_settings(tmp_path))
    assert "is a folder" in line


def test_a_content_folder_is_found_beside_the_settings(write, tmp_path):
    (tmp_path / "pages").mkdir()
    settings = load_settings(write("[content]\ndirectory = 'pages'"))
    assert settings.content == tmp_path / "pages"


def test_a_byte_order_mark_is_tolerated(write):
    path = write('[clinic]\nname = "Praxis Süd"', encoding="utf-8-sig")
    assert load_settings(path).clinic.name == "Praxis Süd"


def test_with_no_file_of_the_clinics_own_the_shipped_one_is_read(places):
    assert load_settings().path == SHIPPED


def test_the_users_file_comes_before_the_shipped_one(places):
    places[1].write_text("")
    assert load_settings().path == places[1]


def test_the_systems_file_comes_before_the_users(places):
    for place in places:
        place.write_text("")
    assert load_settings().path == places[0]


def test_a_broken_file_does_not_fall_back_to_the_next(places):
    places[0].write_text("phne = 1")
    settings = load_settings()
    assert settings.path == places[0]
    assert "phne" in lines(settings)[0]


def test_every_mistake_is_told_at_once_with_its_line(write):
    path = write(MISTAKEN)
    settings = load_settings(path)
    told = [it.removeprefix(str(path)).split(" ")[:2] for it in lines(settings)]
    assert told == [
        [":2:", "clinic.phne:"],
        [":4:", "screen.width_mm:"],
        [":6:", "booking.url:"],
        [":8:", "clinic.hours.monday:"],
        [":12:", "staff.pin:"],
        [":13:", "idel:"],
        [":15:", "access.keys.up:"],
        [":17:", "clinc:"],
    ]
    week = {"tuesday": "closed", "sunday": "closed"}
    assert settings.clinic.hours.as_written == week
    assert settings.keys == {"down": "F13"}


@pytest.mark.parametrize("width", ["47.6", "99.9", "1500.5", "-1", "nan", "inf"])
def test_a_width_that_no_screen_has_is_not_used_and_staff_are_told(write, width):
    settings = load_settings(write(f"[screen]\nwidth_mm = {width}"))
    assert settings.screen_width_mm == 0
    [warning] = warnings(settings)
    assert f":2: screen.width_mm: no screen is {width} mm wide" in warning
    assert "millimetres, such as 476" in warning


def test_a_booking_code_too_fine_for_its_place_is_told_and_used(write):
    address = "https://clinic.example/?" + "x" * 501
    settings = load_settings(write(f"[booking]\nurl = '{address}'"))
    assert settings.clinic.booking.template == address
    [warning] = warnings(settings)
    assert f"{settings.path}:2: booking.url: too long for the small" in warning


def test_a_booking_address_that_fits_no_code_is_refused_with_the_limit(write):
    address = "https://clinic.example/?" + "x" * 2_400
    settings = load_settings(write(f"[booking]\nurl = '{address}'"))
    [line] = lines(settings)
    assert ":2: booking.url: " in line
    assert " holds 666; write" in line
    assert not settings.clinic.booking.is_set_up


def test_usual_settings_give_no_warning(write):
    assert load_settings(write(EVERYTHING)).problems == ()
    assert load_settings(SHIPPED).problems == ()


def test_a_content_folder_that_is_not_there_yet_is_kept(write, tmp_path):
    settings = load_settings(write("[content]\ndirectory = 'mounted-later'"))
    assert settings.content == tmp_path / "mounted-later"


def test_words_may_be_given_in_each_language(write):
    text = '[clinic]\nname.en = "Park"\nname.es = "Parque"\ndesk.es = "la puerta"'
    clinic = load_settings(write(text)).clinic
    assert clinic.in_language("es", own="en").name == "Parque"
    assert clinic.in_language("ar", own="en").name == "Park"
    assert clinic.in_language("es", own="en").desk == "la puerta"
    assert clinic.in_language("en", own="en").desk == ""


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ('[clinic]\ndesk.en = "x"\ndesk.es = 5', 3, "expected words"),
        ('[clinic]\nname.en = ""', 2, "empty"),
    ],
)
def test_a_mistake_in_words_of_a_language_is_named(write, text, line, said):
    [told] = lines(load_settings(write(text)))
    assert f":{line}: " in told
    assert said in told


def test_what_is_taken_home_is_a_card_and_nothing_is_printed_unless_set(write):
    settings = load_settings(write(""))
    assert (settings.clinic.handout.base_url, settings.printer) == ("", "")
    there = "[handout]\nbase_url = 'https://clinic.example/kiosk/'\nprint = 'desk'"
    settings = load_settings(write(there))
    address = settings.clinic.handout.address("ar", "vision")
    assert address == "https://clinic.example/kiosk/ar/vision.html"
    assert settings.printer == "desk"


def test_a_slip_in_one_holiday_costs_no_other(write):
    settings = load_settings(
        write("[clinic.hours]\nclosed = ['xmas', '12-26', '2026-12-24 to 2027-01-02']")
    )
    kept = (Holiday.parse("12-26"), Holiday.parse("2026-12-24 to 2027-01-02"))
    assert settings.clinic.hours.holidays == kept


def test_the_debian_packages_settings_are_found_first_the_programs_own_last():
    first, *_, last = settings_paths()
    assert (str(first), last) == ("/etc/kiosk/clinic.toml", RESOURCES / "clinic.toml")
