"""The actions of the help menu: the keys there are, the version, and the log of faults."""

from collections.abc import Callable, Sequence
from functools import partial

from app import __version__
from app.i18n import _
from app.ui import faultlog
from app.ui.actions import Action, Menu
from app.ui.desk import Desk
from app.ui.kit.banner import Gravity, Message


def helping(desk: Desk, actions: Callable[[], Sequence[Action]]) -> list[Action]:
    """Return the help there is; ``actions`` tells what can be done at the moment."""
    deeds = (
        ("help.keys", _("Keys"), partial(_show_keys, desk, actions), "F1", "keyboard"),
        ("help.faults", _("What went wrong …"), partial(_fetch_log, desk), "Shift+F1", "warning"),
        ("help.about", _("About Chapterhouse"), partial(_tell_version, desk), "", "info"),
    )
    return [
        Action(name, text, run, key, icon, menu=Menu.HELP) for name, text, run, key, icon in deeds
    ]


def _show_keys(desk: Desk, actions: Callable[[], Sequence[Action]]) -> None:
    from app.ui.frame.keys import KeysSheet  # noqa: PLC0415  the window is seen sooner

    desk.open_sheet(KeysSheet(actions()))


def _tell_version(desk: Desk) -> None:
    words = _("Chapterhouse {version}. Everything you enter stays in your own book.")
    desk.say(Message(words.format(version=__version__)))


def _fetch_log(desk: Desk) -> None:
    desk.gateway.compute(faultlog.read).then(partial(_show_log, desk))


def _show_log(desk: Desk, log: str) -> None:
    if not log:
        desk.say(Message(_("Nothing went wrong so far: the log is empty."), Gravity.DONE))
        return
    from app.ui.frame.faults import FaultSheet  # noqa: PLC0415  the window is seen sooner

    desk.open_sheet(FaultSheet(log))
