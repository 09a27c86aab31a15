"""Have the C library give memory that was freed back to the machine."""

import sys
from contextlib import suppress

_TRIM_THRESHOLD, _MMAP_THRESHOLD, _ARENA_MAX = -1, -3, -8
"""What glibc's `malloc.h` calls M_TRIM_THRESHOLD, M_MMAP_THRESHOLD and M_ARENA_MAX."""

_AT_FIRST_BYTES = 128 * 1024
"""With which glibc begins: from so much on freed memory is given back at once."""


def give_freed_memory_back() -> None:
    """Set the heap of glibc so; where that cannot be done, do nothing.

    Left to itself glibc lets the size grow from which on it gives memory back with each
    larger picture that is freed, and begins a heap for each thread. After all looks and
    languages that is 5 MiB of 98 (`python -m benchmarks.looks`).
    """
    if sys.platform != "linux":
        return
    with suppress(ImportError, OSError, AttributeError):  # musl has no `mallopt`
        import ctypes  # 3 ms: after the first picture

        mallopt = ctypes.CDLL(None).mallopt
        mallopt(_ARENA_MAX, 1)
        mallopt(_TRIM_THRESHOLD, _AT_FIRST_BYTES)
        mallopt(_MMAP_THRESHOLD, _AT_FIRST_BYTES)
