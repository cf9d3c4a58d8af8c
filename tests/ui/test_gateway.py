from concurrent.futures import Future

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from app.ui.gateway import Answer


def test_work_that_had_not_begun_when_the_book_was_closed_ends_silently(qtbot: QtBot) -> None:
    owner = QObject()
    answer: Answer[int] = Answer(owner)
    dropped: Future[int] = Future()
    dropped.cancel()

    with qtbot.assertNotEmitted(answer.ended):
        assert answer.settle(dropped) is None
