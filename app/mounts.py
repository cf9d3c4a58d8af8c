"""Whether a file lies on another computer, where two writers are not kept apart for sure."""

import re
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path

_REMOTE_DRIVE = 4
_MOUNTED = Path("/proc/self/mountinfo")
_ASK_SECONDS = 5
# As the system names them; file systems in user space are told by their program, since a stick or
# an encrypted folder is one too.
_NETWORKS = (
    "9p", "afpfs", "afs", "ceph", "cifs", "davfs", "glusterfs", "lustre", "ncp", "nfs", "smb",
    "vboxsf", "webdav", "fuse.ceph", "fuse.curlftpfs", "fuse.davfs", "fuse.gcsfuse",
    "fuse.glusterfs", "fuse.gvfsd", "fuse.rclone", "fuse.s3fs", "fuse.smb", "fuse.sshfs",
)  # fmt: skip


def file_system(folder: Path) -> str:
    """Return what the system calls the file system a folder is on; nothing where it is unknown."""
    if sys.platform == "win32":
        return "SMB" if _is_remote_drive(folder) else ""
    return kind_at(folder.resolve(), _mounted())


def is_network(kind: str) -> bool:
    """Tell whether a file system is reached by a network."""
    return kind.lower().startswith(_NETWORKS)


def kind_at(place: Path, mounted: Mapping[Path, str]) -> str:
    """Return the kind of the innermost file system that a place lies in."""
    return next((mounted[one] for one in (place, *place.parents) if one in mounted), "")


def of_linux(lines: Iterable[str]) -> dict[Path, str]:
    """Return the kind of what is mounted where, of such lines as ``36 22 8:1 / /mnt rw - ext3``."""
    found = dict[Path, str]()
    for line in lines:
        before, _dash, after = line.partition(" - ")
        found[Path(_plain(before.split()[4]))] = after.split()[0]
    return found


def of_others(lines: Iterable[str]) -> dict[Path, str]:
    """Return the same of such lines as ``//host/share on /Volumes/share (smbfs, nodev)``."""
    told = (re.fullmatch(r".+? on (/.*) \((\w+)\b.*\)", line.strip()) for line in lines)
    return {Path(one[1]): one[2] for one in told if one is not None}


def _mounted() -> dict[Path, str]:
    try:
        if _MOUNTED.exists():
            return of_linux(_MOUNTED.read_text(errors="surrogateescape").splitlines())
        return of_others(_asked())
    except OSError:
        return {}


def _asked() -> list[str]:
    import subprocess  # noqa: PLC0415  where there is a list nobody need be asked

    try:
        ended = subprocess.run(
            ["/sbin/mount"], capture_output=True, check=False, text=True, timeout=_ASK_SECONDS
        )
    except subprocess.TimeoutExpired:  # a server that is gone keeps everybody waiting
        return []
    return ended.stdout.splitlines()


def _plain(escaped: str) -> str:
    r"""Return a path as it is: signs that would part the line stand in it as ``\040``."""
    return re.sub(r"\\(\d{3})", lambda found: chr(int(found[1], 8)), escaped)


def _is_remote_drive(folder: Path) -> bool:
    """Tell what the name of a Windows file system does not: that is the server's own."""
    if sys.platform != "win32":
        return False
    drive = folder.absolute().drive
    if drive.startswith("\\\\"):
        return True
    import ctypes  # noqa: PLC0415  only Windows needs it

    return bool(ctypes.windll.kernel32.GetDriveTypeW(f"{drive}\\") == _REMOTE_DRIVE)
