"""What a page has seen of the chapter's decisions, and new ones unless somebody was faster."""

from collections.abc import Callable, Mapping, Sequence

from app.services import chapter
from app.ui.desk import Desk

_POLICY = "policy"


class Decisions:
    """Knows what is stored of the settings, and stores others on top of just that."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._decided: Mapping[str, object] | None = None

    def show(self, decided: Mapping[str, object]) -> None:
        """Know what is stored."""
        self._decided = decided

    def put(self, label: str, name: str, value: object, *, beside: Sequence[str] = ()) -> None:
        """Store one setting, which was chosen with those ``beside`` it in view."""
        looked_at = (name, *beside)
        self._write(label, {name: value}, looked_at, chapter.put_setting, name=name, value=value)

    def choose_policy(self, label: str, name: str, changed: Sequence[str]) -> None:
        """Store by which rules attendance is kept, and drop what was changed of others."""
        now = dict.fromkeys(changed) | {_POLICY: name}
        self._write(label, now, tuple(now), chapter.choose_policy, name=name, changed=changed)

    def _write(
        self,
        label: str,
        now: Mapping[str, object],
        looked_at: Sequence[str],
        deed: Callable[..., None],
        **facts: object,
    ) -> None:
        """Store on top of what was seen, or has been stored from here since."""
        known = self._decided
        seen = None if known is None else {one: known.get(one) for one in looked_at}
        self._desk.gateway.write(label, deed, **facts, seen=seen)
        if known is not None:
            self._decided = {**known, **now}
