"""What pip cannot bring: the libraries that Qt calls, and Debian's half of venv."""

import ctypes
import importlib.util
import os
import shutil
import subprocess
import sys

from setup.errors import AptError, NoAptError, PasswordNeededError

# What the loader must find, and Debian's package that has it.
DRAWING = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libxkbcommon.so.0": "libxkbcommon0",
}
WINDOW = DRAWING | {
    "libcups.so.2": "libcups2",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
LIBRARIES = {"window": WINDOW, "checks": DRAWING}


def missing(purpose: str) -> list[str]:
    """Return the Debian packages without which the purpose cannot be served here."""
    if sys.platform != "linux":
        return []
    packages = [package for library, package in LIBRARIES[purpose].items() if not _loads(library)]
    if importlib.util.find_spec("ensurepip") is None:
        packages.append(f"python3.{sys.version_info.minor}-venv")
    return packages


def provide(packages: list[str]) -> None:
    """Install the packages with apt where that needs no password; else say the line to type."""
    if not packages:
        return
    if shutil.which("apt-get") is None:
        raise NoAptError(packages)
    prefix = _as_root()
    if prefix is None:
        raise PasswordNeededError(packages)
    _install(prefix, packages)


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def _as_root() -> list[str] | None:
    """Return what makes a command run as root, or None where that would ask for a password."""
    if os.geteuid() == 0:
        return []
    silent = ["sudo", "-n"]
    return silent if shutil.which("sudo") and _succeeds([*silent, "true"], quiet=True) else None


def _install(prefix: list[str], packages: list[str]) -> None:
    print("Installing system packages:", *packages, flush=True)
    apt = [*prefix, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq", "--yes"]
    # An update that fails for one of several sources decides nothing: the install does.
    _succeeds([*apt, "update"])
    if not _succeeds([*apt, "install", "--no-install-recommends", *packages]):
        raise AptError(packages)


def _succeeds(command: list[str], *, quiet: bool = False) -> bool:
    output = subprocess.DEVNULL if quiet else None
    done = subprocess.run(
        command, check=False, stdin=subprocess.DEVNULL, stdout=output, stderr=output
    )
    return done.returncode == 0
