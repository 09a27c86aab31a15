"""The kiosk, which stops between its first picture and all the rest of its start.

    PYTHONPATH=. python tests/support/kiosk_held_back.py [--config FILE]

It prints "held" there, and goes on once it is sent a line.
"""

import sys

from kiosk import cli


class Hold:
    """Stand where Python looks for modules, before the one that serves visitors."""

    def find_spec(self, name, path, target=None):
        if name == "kiosk.app.run":
            sys.stdout.write("held\n")
            sys.stdout.flush()
            sys.stdin.readline()


if __name__ == "__main__":
    sys.meta_path.insert(0, Hold())
    sys.exit(cli.main(sys.argv[1:]))
