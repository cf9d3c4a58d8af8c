"""Which file system a file lies on, as each system tells it."""

from pathlib import Path

import pytest

from app import mounts

LINUX = r"""
22 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw
36 22 0:31 / /home/ann/Our\040share rw,nosuid shared:9 master:1 - cifs //host/share rw,vers=3.0
37 36 0:32 / /home/ann/Our\040share/stick rw - fuse.exfat /dev/sdb1 rw
38 22 0:33 / /srv/server rw - fuse.sshfs ann@host: rw
"""
OTHERS = """
/dev/disk3s1s1 on / (apfs, sealed, local, read-only, journaled)
//ann@host/share on /Volumes/Our share (smbfs, nodev, nosuid, mounted by ann)
"""


@pytest.mark.parametrize(
    ("folder", "kind", "far"),
    [
        ("/home/ann/Documents", "ext4", False),
        ("/home/ann/Our share/chapter", "cifs", True),
        ("/home/ann/Our share/stick/chapter", "fuse.exfat", False),
        ("/srv/server", "fuse.sshfs", True),
        ("/srv/servers", "ext4", False),
    ],
)
def test_a_folder_is_where_its_innermost_mount_is(folder: str, kind: str, *, far: bool) -> None:
    found = mounts.kind_at(Path(folder), mounts.of_linux(LINUX.strip().splitlines()))
    assert (found, mounts.is_network(found)) == (kind, far)


def test_systems_without_such_a_list_are_asked_by_their_own_command() -> None:
    mounted = mounts.of_others(OTHERS.strip().splitlines())
    assert mounts.kind_at(Path("/Volumes/Our share/chapter"), mounted) == "smbfs"
    assert mounts.kind_at(Path("/Users/ann"), mounted) == "apfs"


def test_the_place_of_a_test_is_no_network(tmp_path: Path) -> None:
    assert not mounts.is_network(mounts.file_system(tmp_path))
