"""The plain file, copied by another program while the book is open and idle, holds every save."""

import subprocess
import sys
from pathlib import Path

from app.storage import Store
from tests.durability.inspecting import saves_in, saves_on_disk
from tests.durability.working import prepare, save

_SAVES = 20
_COPY = "import shutil, sys; shutil.copyfile(sys.argv[1], sys.argv[2])"


def test_each_save_is_in_a_copy_of_the_open_file(tmp_path: Path) -> None:
    book, copy = tmp_path / "riverside.chapter", tmp_path / "mailed.chapter"
    prepare(book)
    with Store(book, author="Wanda") as store:
        for number in range(1, _SAVES + 1):
            store.write(f"save {number}", save, number=number)
            subprocess.run([sys.executable, "-S", "-c", _COPY, book, copy], check=True)
            assert saves_on_disk(copy) == set(range(1, number + 1))
    assert saves_in(copy) == set(range(1, _SAVES + 1))
