"""All profiles at the left, one of them at the right: its values, its text, its rules in words."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import ClassVar

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from app import formats, paths
from app.errors import AppError, UnreadableFileError
from app.exchange.profile_files import load
from app.i18n import _
from app.queries.chapter import decided
from app.queries.profile_list import Origin, ProfileList, ProfileRow, profile_list
from app.queries.profiles import CHOSEN
from app.reports import output
from app.rules.periods import add_months
from app.rules.scoring.editing import copied, put, put_line, put_steps
from app.rules.scoring.lines import Place
from app.rules.scoring.profile import Kind, Line, Profile, Step
from app.rules.scoring.reading import read
from app.services import profiles as deeds_of
from app.ui.actions import Action
from app.ui.desk import Desk
from app.ui.exporting.saving import ask, written
from app.ui.heading import Heading
from app.ui.kit.button import Button
from app.ui.kit.label import PlainLabel
from app.ui.page import Page
from app.ui.profiles.columns import columns, kind_words, state_words
from app.ui.profiles.form import ProfileForm
from app.ui.profiles.texteditor import ProfileText
from app.ui.settings.decisions import Decisions
from app.ui.tables import Table, TableModel
from app.ui.theme import Tone
from app.ui.typeface import Size, Weight
from app.wording import sentence

_LIST = 376


class ProfilesPage(Page):
    """Text and fields are one: what is wrong with them is told under them as it is typed."""

    DEPENDS_ON: ClassVar[frozenset[str]] = frozenset({"setting", "own_profile", "meeting"})

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._wanted: object = None
        self._row: ProfileRow | None = None
        self._copy = False  # what is written is not in the book yet
        self._good: Profile | None = None
        self._model = TableModel[ProfileRow](columns(), key=_key)
        self._table = Table(self._model, name="profiles", title=_("Profiles"), memory=desk.memory)
        self._faults = PlainLabel(size=Size.LABEL, tone=Tone.ABSENT, wrap=True)
        self._about = PlainLabel(size=Size.SECTION, weight=Weight.SEMIBOLD)
        self._state = PlainLabel(tone=Tone.MUTED)
        self._decisions = Decisions(desk)
        self._form = ProfileForm()
        self._text = ProfileText(name=_("The text of the profile"))
        self._wrong = PlainLabel(size=Size.LABEL, weight=Weight.MEDIUM, wrap=True)
        self._copy_button = Button(_("Copy and change"), icon="copy")
        self._use_button = Button(_("Use it"), icon="check")
        self._connect()
        self._lay_out()

    @override
    def heading(self) -> Heading:
        ready = self._good is not None and self._changed() and not self._is_fixed()
        store = Action(
            "profiles.store", _("Store"), self._store, "Ctrl+Return|Ctrl+S", "check", enabled=ready
        )
        return Heading(_("Profiles"), note=_("what scores are made by"), primary=store)

    @override
    def deeds(self) -> Sequence[Action]:
        row, is_own = self._row, self._row is not None and self._row.profile_id is not None
        both = row is not None and row.profile.kind is Kind.MEMBERS
        return (
            Action("profiles.scores", _("Back to the scores"), partial(self.desk.go, "scores"),
                   "Ctrl+Backspace", "scores"),
            Action("profiles.copy", _("Copy and change"), self._on_copy, "Ctrl+D", "copy",
                   enabled=row is not None),
            Action("profiles.use", _("Use it"), self._on_use, "Ctrl+U", "check",
                   enabled=self._can_use()),
            Action("profiles.values", _("What makes scores"), partial(self._form.turn_to, 0),
                   "Alt+1", enabled=both),
            Action("profiles.rules", _("Rules of attendance"), partial(self._form.turn_to, 1),
                   "Alt+2", enabled=both),
            Action("profiles.import", _("Bring in a profile file …"), self._on_import, "Ctrl+O",
                   "download", group=1),
            Action("profiles.export", _("Save as a profile file …"), self._on_export,
                   "Ctrl+Shift+T", "upload", enabled=row is not None, group=1),
            Action("profiles.remove", _("Remove from the book"), self._on_remove, icon="trash",
                   enabled=is_own and not self._is_fixed(), group=1),
        )  # fmt: skip

    @override
    def aim(self, target: object) -> None:
        """Show the profile of a name."""
        self._wanted = target
        self.mark_stale()

    @override
    def reload(self) -> None:
        self.gateway.read(decided).then(self._decisions.show)
        self.gateway.read(profile_list, self.desk.today()).then(self._on_list)

    @Slot(object)
    def _on_list(self, found: ProfileList) -> None:
        kept = self._row
        self._table.show_rows(found.rows)
        self._faults.setVisible(bool(found.faults))
        self._faults.say("\n".join(sentence(one) for one in found.faults))
        wanted = next((one for one in found.rows if one.profile.name == self._wanted), None)
        if wanted is None and kept is not None:
            wanted = next((one for one in found.rows if _key(one) == _key(kept)), None)
        if wanted is None:
            wanted = next((one for one in found.rows if one.uses), None)
        self._wanted = None
        if wanted is not None and not self._copy:
            self._table.choose(_key(wanted))
            self._show(wanted)

    @Slot(object)
    def _on_chosen(self, row: ProfileRow | None) -> None:
        if row is not None and row != self._row:
            self._copy = False
            self._show(row)

    def _show(self, row: ProfileRow) -> None:
        self._row, self._copy = row, False
        self._text.setPlainText(row.text)
        self._check()

    def _is_fixed(self) -> bool:
        return not self._copy and (self._row is None or self._row.fixed)

    def _changed(self) -> bool:
        return self._copy or (self._row is not None and self._text.toPlainText() != self._row.text)

    def _can_use(self) -> bool:
        row = self._row
        return row is not None and not self._copy and row.profile.kind not in row.uses

    @Slot()
    def _check(self) -> None:
        """Read what is written, and say at once what is wrong with it."""
        fixed = self._is_fixed()
        self._text.setReadOnly(fixed)
        try:
            self._good = read(self._text.toPlainText(), _("profile"))
        except UnreadableFileError as error:
            self._good = None
            line = error.facts.get("line")
            self._text.mark_line(line if isinstance(line, int) else 0)
            self._wrong.say(sentence(error), Tone.ABSENT)
        else:
            self._text.mark_line(0)
            self._wrong.say(self._said(fixed=fixed), Tone.MUTED)
            self._form.show_profile(self._good, fixed=fixed)
        self._form.setEnabled(self._good is not None)
        self._tell_state()
        self.heading_changed.emit()

    def _said(self, *, fixed: bool) -> str:
        if fixed:
            return _("Shipped profiles, and those months were scored by, are copied, not changed.")
        if self._changed():
            return _("Read without a fault. Ctrl+Enter stores it.")
        return _("Read without a fault.")

    def _tell_state(self) -> None:
        profile = self._good or (self._row.profile if self._row else None)
        if profile is None or self._row is None:
            return
        self._about.say(profile.title)
        day = formats.day_full(profile.valid_from)
        words = _("{kind}, valid from {day}, {state}")
        state = _("not stored yet") if self._copy else state_words(self._row)
        self._state.say(words.format(kind=kind_words(profile.kind), day=day, state=state))
        self._copy_button.setEnabled(not self._copy)
        self._use_button.setEnabled(self._can_use())

    @Slot(object, str)
    def _on_value(self, place: Place, toml: str) -> None:
        self._rewrite(put(self._text.toPlainText(), place, toml))

    @Slot(int, object)
    def _on_steps(self, item: int, meant: Line | tuple[Step, ...]) -> None:
        text = self._text.toPlainText()
        if isinstance(meant, Line):
            self._rewrite(put_line(text, item, meant))
        else:
            self._rewrite(put_steps(text, item, meant))

    def _rewrite(self, text: str) -> None:
        """Show a text with some lines changed, and stay where it was read."""
        bar = self._text.verticalScrollBar()
        place = bar.value()
        self._text.setPlainText(text)
        bar.setValue(place)

    @Slot()
    def _on_copy(self) -> None:
        """Begin a copy of the same name from the next month on: earlier ones keep the old."""
        if self._row is None:
            return
        profile = self._row.profile
        start = max(add_months(self.desk.today().replace(day=1), 1), profile.valid_from)
        if start == profile.valid_from:
            start = add_months(start, 1)
        self._copy = True
        self._text.setPlainText(
            copied(self._row.text, name=profile.name, title=profile.title, valid_from=start)
        )
        self._check()
        self._text.setFocus()

    @Slot()
    def _store(self) -> None:
        if self._good is None or self._row is None:
            return
        text, good = self._text.toPlainText(), self._good
        self._wanted = good.name
        if self._copy or self._row.profile_id is None:
            label = _("Profile “{title}” kept").format(title=good.title)
            answer = self.gateway.write(label, deeds_of.keep, text=text)
        else:
            label = _("Profile “{title}” changed").format(title=good.title)
            answer = self.gateway.write(
                label, deeds_of.change, profile_id=self._row.profile_id, text=text,
                version=self._row.version,
            )  # fmt: skip
        answer.then(partial(self._on_stored, good)).otherwise(self._on_refused)

    def _on_stored(self, good: Profile, _change: object) -> None:
        self._copy = False
        self._row = None
        self._wanted = good.name
        self.reload()

    @Slot(object)
    def _on_refused(self, error: AppError) -> None:
        self._wrong.say(sentence(error), Tone.ABSENT)

    @Slot()
    def _on_use(self) -> None:
        if self._row is None:
            return
        profile = self._row.profile
        label = _("{kind}: scored by “{title}”")
        words = label.format(kind=kind_words(profile.kind), title=profile.title)
        self._decisions.put(words, CHOSEN[profile.kind], profile.name)

    @Slot()
    def _on_remove(self) -> None:
        row = self._row
        if row is None or row.profile_id is None:
            return
        label = _("Profile “{title}” removed").format(title=row.profile.title)
        self._row = None
        self.gateway.write(label, deeds_of.remove, profile_id=row.profile_id).otherwise(
            self._on_refused
        )

    @Slot()
    def _on_import(self) -> None:
        dialog = QFileDialog(self, _("Profile file"), str(paths.documents_folder()))
        dialog.setNameFilters([_("Profiles (*.toml)")])
        dialog.fileSelected.connect(self.bring_in)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    @Slot(str)
    def bring_in(self, place: str) -> None:
        """Show the profile of a file as a copy that is not stored yet, faults and all."""
        self.gateway.compute(load, Path(place)).then(self._on_file).otherwise(self._on_refused)

    @Slot(str)
    def _on_file(self, text: str) -> None:
        self._copy = True
        self._text.setPlainText(text)
        self._check()

    @Slot()
    def _on_export(self) -> None:
        if self._row is None:
            return
        stem = self._good.name if self._good else self._row.profile.name
        kinds = ((".toml", _("Profiles (*.toml)")),)
        ask(self, _("Save as a profile file"), stem, kinds, self._write_file)

    def _write_file(self, place: str) -> None:
        content = self._text.toPlainText().encode()
        self.gateway.compute(output.write, Path(place), content).then(
            partial(self._on_written, Path(place))
        )

    def _on_written(self, place: Path, _written: object) -> None:
        self.desk.say(written(place))

    def _connect(self) -> None:
        self._table.chosen.connect(self._on_chosen)
        self._text.textChanged.connect(self._check)
        self._form.changed.connect(self._on_value)
        self._form.steps_changed.connect(self._on_steps)
        self._copy_button.clicked.connect(self._on_copy)
        self._use_button.clicked.connect(self._on_use)

    def _lay_out(self) -> None:
        left = QVBoxLayout()
        left.setSpacing(8)
        left.addWidget(self._table, 1)
        left.addWidget(self._faults)
        side = QWidget()
        side.setLayout(left)
        left.setContentsMargins(0, 0, 0, 0)
        side.setFixedWidth(_LIST)
        head = QHBoxLayout()
        head.setSpacing(12)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._about)
        words.addWidget(self._state)
        head.addLayout(words, 1)
        head.addWidget(self._copy_button)
        head.addWidget(self._use_button)
        right = QVBoxLayout()
        right.setSpacing(10)
        right.addLayout(head)
        right.addWidget(self._form)
        right.addWidget(self._text, 1)
        right.addWidget(self._wrong)
        self._wrong.setMinimumHeight(32)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(31, 16, 32, 16)
        layout.setSpacing(32)
        layout.addWidget(side)
        layout.addLayout(right, 1)


def _key(row: ProfileRow) -> tuple[object, ...]:
    return row.profile.name, row.profile.valid_from, row.origin is Origin.BOOK
