"""What the program has freed goes back to the machine."""

import subprocess
import sys

import pytest

from tests.support.shipped import ROOT

MIB = 1 << 20
PROGRAM = f"""
import ctypes, resource, sys
from pathlib import Path
from kiosk.app.machine.heap import give_freed_memory_back

libc = ctypes.CDLL(None)
libc.malloc.restype = ctypes.c_void_p
libc.free.argtypes = [ctypes.c_void_p]

def filled(size):
    block = libc.malloc(size)
    ctypes.memset(block, 1, size)
    return block

def resident():
    return int(Path("/proc/self/statm").read_text().split()[1]) * resource.getpagesize()

if sys.argv[1] == "given back":
    give_freed_memory_back()
libc.free(filled(30 * {MIB}))
before = resident()
blocks = [filled({MIB}) for _ in range(40)]
last = filled(64)  # behind them in a heap, which cannot get shorter then
for block in blocks:
    libc.free(block)
print(resident() - before)
"""


@pytest.mark.parametrize(("how", "is_kept"), [("given back", False), ("left", True)])
def test_large_blocks_are_given_back_after_a_larger_one_was(how, is_kept):
    command = [sys.executable, "-c", PROGRAM, how]
    done = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True)
    assert (int(done.stdout) > 20 * MIB) is is_kept
