"""The way from a clone to a window: pins, the wheel, and an environment that is built once."""

import re
import shutil
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from setup import environment, system
from setup.environment import Built
from setup.errors import PasswordNeededError

ROOT = environment.ROOT
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
PIN = re.compile(r"^(?P<name>[a-z0-9-]+)==(?P<version>[^\s;]+)(?: ; .+)? \\$")
HASH = re.compile(r"^    --hash=sha256:[0-9a-f]{64}(?: \\)?$")
# Folders of one person or one machine: no file that others get may name one.
# Ann is nobody's account, and stands in examples.
PRIVATE = re.compile(r"(?<![\w.~:/-])/(?:(?:root|tmp|work|mnt)/|(?:home|Users)/(?!ann\b))[\w.]+")


def pins(lock: str) -> dict[str, str]:
    text = (ROOT / lock).read_text(encoding="utf-8")
    return {pin["name"]: pin["version"] for pin in map(PIN.match, text.splitlines()) if pin}


def bounds(*groups: str) -> list[Requirement]:
    listed = [text for group in groups for text in PROJECT["dependency-groups"][group]]
    texts = [*PROJECT["project"]["dependencies"], *(text for text in listed if type(text) is str)]
    return [Requirement(text) for text in texts]


def tracked() -> list[Path]:
    git = shutil.which("git")
    if git is None or not (ROOT / ".git").exists():
        pytest.skip("not a clone")
    listing = subprocess.run(
        [git, "-c", f"safe.directory={ROOT}", "ls-files", "-z"],
        cwd=ROOT,
        check=True,
        capture_output=True,
        text=True,
    )
    return [ROOT / name for name in listing.stdout.split("\0") if name and (ROOT / name).is_file()]


@pytest.mark.parametrize("lock", environment.LOCKS.values())
def test_a_lock_holds_pins_and_their_hashes_and_no_address(lock: str) -> None:
    lines = (ROOT / lock).read_text(encoding="utf-8").splitlines()
    assert [line for line in lines if not PIN.match(line) and not HASH.match(line)] == []
    assert lines


@pytest.mark.parametrize(
    ("lock", "groups"),
    [("requirements.lock", ["build"]), ("requirements-dev.lock", ["build", "dev"])],
)
def test_every_bound_of_the_project_is_met_by_a_pin(lock: str, groups: list[str]) -> None:
    pinned = pins(lock)
    unmet = [
        str(bound)
        for bound in bounds(*groups)
        if not bound.specifier.contains(pinned.get(canonicalize_name(bound.name), "0"))
    ]
    assert unmet == []


def test_the_checks_run_on_the_very_versions_that_users_get() -> None:
    assert pins("requirements.lock").items() <= pins("requirements-dev.lock").items()


def test_the_qt_that_aborts_on_this_python_is_excluded() -> None:
    (qt,) = (bound for bound in bounds() if bound.name == "PySide6-Essentials")
    assert not qt.specifier.contains("6.12.0")
    assert not qt.specifier.contains("6.10.1")


def test_no_lock_file_with_addresses_is_tracked() -> None:
    assert [path for path in tracked() if path.name in {"uv.lock", "pylock.toml"}] == []


def test_no_tracked_file_names_a_folder_of_one_machine() -> None:
    named = []
    for path in tracked():
        text = path.read_bytes().decode("utf-8", errors="ignore")
        named += [f"{path.relative_to(ROOT)}: {found}" for found in PRIVATE.findall(text)]
    assert named == []


def test_the_wheel_carries_every_resource(tmp_path: Path) -> None:
    build = [sys.executable, "-m", "hatchling", "build", "--target", "wheel"]
    subprocess.run(
        [*build, "--directory", str(tmp_path)], cwd=ROOT, check=True, capture_output=True
    )
    (wheel,) = tmp_path.glob("*.whl")
    packed = set(zipfile.ZipFile(wheel).namelist())
    resources = [path for path in (ROOT / "resources").rglob("*") if path.is_file()]
    within = {
        f"app/_resources/{path.relative_to(ROOT / 'resources').as_posix()}" for path in resources
    }
    assert resources
    assert within - packed == set()
    assert "app/main.py" in packed


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    for name in ("pyproject.toml", *environment.LOCKS.values()):
        shutil.copy(ROOT / name, tmp_path)
    (tmp_path / ".venv").mkdir()
    return tmp_path


def test_a_ready_environment_is_left_alone(checkout: Path) -> None:
    environment.keep(environment.wanted(checkout, "window"), checkout)
    environment.prepare("window", checkout)
    assert [path.name for path in (checkout / ".venv").iterdir()] == ["built-from.json"]


def test_an_environment_for_the_checks_serves_the_window_and_not_the_other_way(
    checkout: Path,
) -> None:
    checks = environment.wanted(checkout, "checks")
    window = environment.wanted(checkout, "window")
    assert environment.serves(checks, checkout, "window")
    assert not environment.serves(window, checkout, "checks")


def test_a_changed_lock_asks_for_a_new_environment(checkout: Path) -> None:
    built = environment.wanted(checkout, "window")
    assert not environment.is_stale(built, checkout)
    (checkout / "requirements.lock").write_text("", encoding="utf-8")
    assert environment.is_stale(built, checkout)


def test_a_checkout_that_was_moved_asks_for_a_new_environment(checkout: Path) -> None:
    built = environment.wanted(checkout, "window")
    moved = checkout.rename(checkout.with_name("moved"))
    assert environment.is_stale(built, moved)


@pytest.mark.parametrize("note", ["", "[]", '{"place": 1}', '{"place": "", "locks": 0}'])
def test_a_broken_note_counts_as_nothing_built(checkout: Path, note: str) -> None:
    (checkout / ".venv" / "built-from.json").write_text(note, encoding="utf-8")
    assert environment.read(checkout) == Built()


def test_libraries_that_are_here_are_not_asked_for() -> None:
    assert system.missing("checks") == []


def test_where_a_password_is_needed_the_line_to_type_is_said() -> None:
    sentence = str(PasswordNeededError(["libegl1", "libgl1"]))
    assert "sudo apt-get install --yes libegl1 libgl1" in sentence
