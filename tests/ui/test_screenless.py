"""Started where there is no screen, over ssh for example."""

import os
import subprocess
import sys

import pytest


@pytest.mark.skipif(sys.platform != "linux", reason="Windows and macOS always have a screen")
def test_without_a_screen_the_program_says_so_in_one_line_and_ends() -> None:
    names = {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM", "XDG_SESSION_TYPE"}
    bare = {name: value for name, value in os.environ.items() if name not in names}
    start = [sys.executable, "-m", "app"]
    ended = subprocess.run(start, env=bare, check=False, capture_output=True, text=True)
    assert ended.returncode == 1
    assert ended.stderr.startswith("There is no screen here")
    assert ended.stderr.count("\n") == 1
