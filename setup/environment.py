"""The virtual environment .venv: the packages of a lock file, and the program itself."""

import hashlib
import json
import subprocess
import sys
import tomllib
import venv
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from setup.errors import PipError

ROOT = Path(__file__).resolve().parent.parent
# The lock of the checks holds everything of the other, at the same versions.
LOCKS = {"window": "requirements.lock", "checks": "requirements-dev.lock"}


@dataclass(frozen=True, slots=True)
class Built:
    """What an environment was built from: which Python, digests of locks, of the project."""

    place: str = ""
    locks: tuple[str, ...] = ()
    project: str = ""


def prepare(purpose: str, root: Path = ROOT) -> None:
    """Bring .venv to what the purpose's lock says; touch nothing where it is so already."""
    built = read(root)
    if is_stale(built, root):
        print("Making the environment .venv", flush=True)
        venv.create(root / ".venv", clear=True, symlinks=True, with_pip=True)
        built = Built(place=_place(root))
    if not serves(built, root, purpose):
        _pip(root, "--require-hashes", "--requirement", LOCKS[purpose])
        built = replace(built, locks=(*built.locks, _locks(root)[purpose]))
        keep(built, root)
    if built.project != _project(root):
        _pip(root, "--no-deps", "--no-build-isolation", "--editable", ".")
        keep(replace(built, project=_project(root)), root)


def is_stale(built: Built, root: Path) -> bool:
    """Tell whether to build anew: another place, another Python, or a lock of the past.

    Topping up is not enough: scripts hold full paths, and a package the lock dropped would linger.
    """
    return built.place != _place(root) or not set(built.locks) <= set(_locks(root).values())


def serves(built: Built, root: Path, purpose: str) -> bool:
    """Tell whether the packages for a purpose are there."""
    locks = _locks(root)
    return not {locks[purpose], locks["checks"]}.isdisjoint(built.locks)


def wanted(root: Path, purpose: str) -> Built:
    """Return what an environment that is ready for the purpose was built from."""
    return Built(_place(root), (_locks(root)[purpose],), _project(root))


def read(root: Path) -> Built:
    """Return what the environment was built from; nothing where that was never finished."""
    try:
        note = json.loads(_note(root).read_text(encoding="utf-8"))
        return Built(note["place"], tuple(note["locks"]), note["project"])
    except (OSError, ValueError, KeyError, TypeError):
        return Built()


def keep(built: Built, root: Path) -> None:
    """Note beside the packages what they were built from."""
    _note(root).write_text(json.dumps(asdict(built), indent=1), encoding="utf-8")


def _note(root: Path) -> Path:
    return root / ".venv" / "built-from.json"


def _place(root: Path) -> str:
    # The third figure of a version is left out: such updates keep an environment sound.
    return f"{root} {sys.base_prefix} {sys.version_info.major}.{sys.version_info.minor}"


def _locks(root: Path) -> dict[str, str]:
    return {purpose: _digest((root / lock).read_bytes()) for purpose, lock in LOCKS.items()}


def _project(root: Path) -> str:
    """Return a digest of all that an editable install takes from pyproject.toml."""
    settings = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))
    taken = [settings["build-system"], settings["project"], settings["tool"]["hatch"]]
    return _digest(json.dumps(taken, sort_keys=True).encode())


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def _pip(root: Path, *what: str) -> None:
    print("Installing with pip:", *what, flush=True)
    python = str(root / ".venv" / "bin" / "python")
    quiet = [] if sys.stdout.isatty() else ["-qq"]
    pip = [python, "-m", "pip", "install", "--no-input", "--disable-pip-version-check", *quiet]
    if subprocess.run([*pip, *what], check=False, cwd=root).returncode:
        raise PipError
