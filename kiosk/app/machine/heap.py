"""Have the C library give memory that was freed back to the machine."""

import sys
from contextlib import suppress

_TRIM_THRESHOLD, _MMAP_THRESHOLD, _ARENA_MAX = -1, -3, -8
"""What glibc's `malloc.h` calls M_TRIM_THRESHOLD, M_MMAP_THRESHOLD and M_ARENA_MAX."""

_AT_FIRST_BYTES = 128 * 1024
"""glibc's own values at first: it gives freed blocks of this size back at once."""


def give_freed_memory_back() -> None:
    """Fix glibc's thresholds at 128 KiB, and use one heap for all threads.

    glibc would raise both thresholds with each larger picture that is freed, and keep
    a heap for each thread: 5 MiB of 98 after all looks and languages (`python -m
    benchmarks.looks`). With another C library this does nothing.
    """
    if sys.platform != "linux":
        return
    with suppress(ImportError, OSError, AttributeError):  # musl has no `mallopt`
        import ctypes  # 3 ms: after the first picture

        mallopt = ctypes.CDLL(None).mallopt
        mallopt(_ARENA_MAX, 1)
        mallopt(_TRIM_THRESHOLD, _AT_FIRST_BYTES)
        mallopt(_MMAP_THRESHOLD, _AT_FIRST_BYTES)
