"""The program as the shell runs it: without a screen, in any locale."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest


@pytest.mark.parametrize("option", ["-o", "--json"])
def test_the_program_itself_answers_without_a_screen(
    demo: Path, tmp_path: Path, option: str
) -> None:
    bare = {key: value for key, value in os.environ.items() if key != "QT_QPA_PLATFORM"}
    paper = tmp_path / "Übersicht.pdf"
    more = [str(paper)] if option == "-o" else []
    command = [sys.executable, "-m", "app", "report", str(demo), "scoreboard", option, *more]
    ended = subprocess.run(
        command, env=bare | {"LC_ALL": "C"}, capture_output=True, check=False, timeout=60
    )
    assert (ended.returncode, ended.stderr) == (0, b"")
    if option == "-o":
        assert paper.read_bytes().startswith(b"%PDF")
    else:
        assert json.loads(ended.stdout)["report"] == "scoreboard"


def test_who_stops_listening_sees_no_traceback(demo: Path) -> None:
    command = [sys.executable, "-m", "app", "report", str(demo), "activity-summary", "--json"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as running:
        assert running.stdout is not None
        assert running.stderr is not None
        running.stdout.read(1)
        running.stdout.close()
        assert running.stderr.read() == b""


def test_the_program_itself_refuses_in_one_line(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "app", "check", str(tmp_path / "łąka.chapter")]
    ended = subprocess.run(command, capture_output=True, check=False, timeout=60)
    assert (ended.returncode, ended.stdout) == (1, b"")
    assert ended.stderr.decode().startswith("łąka.chapter")
