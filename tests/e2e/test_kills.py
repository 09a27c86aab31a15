"""Killed at any moment, the kiosk starts with whole content and state.

`python -m benchmarks.kills` kills it 500 times.
"""

import pytest

from benchmarks.kills import Kills


@pytest.mark.parametrize("seed", [1, 2], ids=["by a link", "file by file"])
def test_each_start_after_a_kill_is_whole(tmp_path, seed):
    kills = Kills(tmp_path, seed)
    try:
        assert [fault for _ in range(3) for fault in kills.kill()] == []
    finally:
        kills.stop()
    assert kills.starts
    assert kills.states
