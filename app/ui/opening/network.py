"""Whether a book lies on another computer, where two writers are not kept apart for sure."""

import sys
from pathlib import Path

from PySide6.QtCore import QStorageInfo

_REMOTE_DRIVE = 4
# As the system names them; file systems in user space are told by their program, since a stick or
# an encrypted folder is one too.
_NETWORKS = (
    "9p", "afpfs", "afs", "ceph", "cifs", "davfs", "glusterfs", "lustre", "ncp", "nfs", "smb",
    "vboxsf", "webdav", "fuse.ceph", "fuse.curlftpfs", "fuse.davfs", "fuse.gcsfuse",
    "fuse.glusterfs", "fuse.gvfsd", "fuse.rclone", "fuse.s3fs", "fuse.smb", "fuse.sshfs",
)  # fmt: skip


def file_system(folder: Path) -> str:
    """Return what the system calls the file system a folder is on; nothing where it is unknown."""
    if _is_remote_drive(folder):
        return "SMB"
    return bytes(QStorageInfo(str(folder)).fileSystemType().data()).decode(errors="replace")


def is_network(kind: str) -> bool:
    """Tell whether a file system is reached by a network."""
    return kind.lower().startswith(_NETWORKS)


def _is_remote_drive(folder: Path) -> bool:
    """Tell what the name of a Windows file system does not: that is the server's own."""
    if sys.platform != "win32":
        return False
    drive = folder.absolute().drive
    if drive.startswith("\\\\"):
        return True
    import ctypes  # noqa: PLC0415  only Windows needs it

    return bool(ctypes.windll.kernel32.GetDriveTypeW(f"{drive}\\") == _REMOTE_DRIVE)
