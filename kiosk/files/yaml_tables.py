"""Parse front matter, which is YAML, into a table; refuse text that could harm."""

import re
from functools import partial

from kiosk.errors import EntryError
from kiosk.files.parsed_texts import Markup, parsed_texts

MOST_FRONT_MATTER_LETTERS = 16_000
_MOST_LEVELS = 100  # front matter has one; at thousands some parsers crash

_OPENERS = "[{-:?"  # a list or a table begins with one of these, or has one

_KEY = re.compile(r"([\w-]+):(?:\s|$)")


def parse_yaml(text: str, first_line: int) -> dict[str, object]:
    """Return a YAML text that begins on `first_line`; raises `EntryError`.

    A value of another type counts as an empty table.
    """
    parse = partial(_parse_yaml, first_line=first_line)
    return parsed_texts.table(Markup.YAML, text, parse)


def _parse_yaml(text: str, first_line: int) -> dict[str, object]:
    import yaml

    if len(text) > MOST_FRONT_MATTER_LETTERS:
        message = f"front matter is longer than {MOST_FRONT_MATTER_LETTERS:,} letters"
        raise EntryError(message, 'close it with a line of "---"', line=first_line)
    _check_no_key_twice(text, first_line)
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        check_depth(text, first_line)
        table = yaml.load(text, loader)
    except EntryError:
        raise
    except (yaml.YAMLError, ValueError) as error:
        from kiosk.files.syntax_mistakes import yaml_mistake

        raise yaml_mistake(error, text, first_line) from error
    return table if isinstance(table, dict) else {}


def check_depth(text: str, first_line: int) -> None:
    """Check how deep a YAML text is nested; raises `EntryError`, or `YAMLError`.

    Older parsers, such as that of Debian 13, end the program before they raise. A text
    with few openers cannot be deep, and is not parsed for it.
    """
    if sum(map(text.count, _OPENERS)) <= _MOST_LEVELS:
        return
    import yaml

    levels = 0
    for event in yaml.parse(text, getattr(yaml, "CSafeLoader", yaml.SafeLoader)):
        if isinstance(event, yaml.CollectionEndEvent):
            levels -= 1
        elif isinstance(event, yaml.CollectionStartEvent):
            levels += 1
        if levels > _MOST_LEVELS:
            from kiosk.files.syntax_mistakes import nested_too_deeply

            mark = event.start_mark
            raise nested_too_deeply(first_line + (mark.line if mark else 0))


def _check_no_key_twice(text: str, first_line: int) -> None:
    """Check what YAML leaves unsaid: it takes the last of two values of a key."""
    seen = set()
    for number, line in enumerate(text.splitlines(), first_line):
        key = _KEY.match(line)
        if key and key[1] in seen:
            message = f"{key[1]} is there twice"
            raise EntryError(message, "delete one of the two", line=number)
        seen.add(key and key[1])
