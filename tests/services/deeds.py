"""An example of every deed, so that the undo of each is tried.

A new function of ``app.services`` must be given one here, or the suite fails. Deeds are known by
their shape: after the session all is keyword-only, and they return nothing.
"""

import importlib
import inspect
import pkgutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import app.services
from app.exchange.reading import read
from app.queries.imports import ImportFile, Standing, plan
from app.rules.agenda import AgendaLine
from app.rules.attendance import Attendance
from app.rules.corrections import Correction, Cure
from app.rules.duties import DutyLine
from app.rules.exports import Subject
from app.rules.identifiers import PersonId
from app.rules.letters import LetterKind, RulingKind
from app.rules.merging import Prefer
from app.rules.people import Duty, Office, VisitorStage
from app.rules.slip_entry import Side, Understood
from app.rules.slips import ReferralState, SlipKind, Tier
from app.services import (
    agenda,
    anyway,
    attendance,
    chapter,
    checking,
    classifications,
    duties,
    explaining,
    imports,
    letters,
    meetings,
    memberships,
    newcomers,
    offices,
    own_figures,
    people,
    profiles,
    roster,
    rulings,
    slip_line,
    slips,
    visitors,
)
from tests.exchange import samples
from tests.services.stage import (
    LAST_YEAR,
    LATER,
    NEXT_WEEK,
    TONIGHT,
    WEEK_BEFORE,
    Stage,
    letter_of,
    own_profile,
)
from tests.small_book import NOON

Deed = Callable[..., None]
Facts = Callable[[Stage], dict[str, Any]]


@dataclass(frozen=True, slots=True)
class Example:
    """A deed and what it is told; ``empty`` where it needs a book without a chapter."""

    deed: Deed
    facts: Facts
    case: str = ""
    empty: bool = False

    @property
    def name(self) -> str:
        """What the test is called by."""
        return f"{name_of(self.deed)} {self.case}".strip()


def name_of(deed: Deed) -> str:
    """Return a deed's name with its feature: ``slips.thank``."""
    return f"{deed.__module__.removeprefix('app.services.')}.{deed.__name__}"


def all_deeds() -> Iterator[Deed]:
    """Yield every deed there is."""
    for module in pkgutil.walk_packages(app.services.__path__, "app.services."):
        for name, found in inspect.getmembers(importlib.import_module(module.name)):
            if not name.startswith("_") and _is_deed(found, module.name):
                yield found


def _is_deed(found: object, module: str) -> bool:
    if not inspect.isfunction(found) or found.__module__ != module:
        return False
    told = inspect.signature(found)
    names = list(told.parameters)
    rest = list(told.parameters.values())[1:]
    return (
        names[:1] == ["session"]
        and told.return_annotation is None
        and all(one.kind is inspect.Parameter.KEYWORD_ONLY for one in rest)
    )


def _said(stage: Stage, **more: Any) -> Understood:  # noqa: ANN401  handed on as given
    return Understood(
        first=Side(PersonId(stage.ann), "Ann Whitfield"),
        second=Side(PersonId(stage.bob), "Bob Hartley"),
        missing=(),
        **more,
    )


_CHAPTER = {
    "name": "Harbour",
    "region": "Estuary",
    "country": "United Kingdom",
    "weekday": 3,
    "starts_at": "07:00",
    "place": "The Quay",
    "currency": "EUR",
    "currency_decimals": 2,
}
_TERM = {"starts_on": date(2027, 4, 1), "ends_on": date(2027, 9, 30)}
_GUEST = {"profession": "Baker", "company": "Ray Bread", "phone": "1", "email": "m@ray.example"}
_TOTALS = {
    "referrals": 2,
    "one_to_ones": 1,
    "closed_business": 120_000,
    "visitors": None,
    "education": 2,
    "testimonials": 0,
}


def _marked(stage: Stage, **more: object) -> dict[str, Any]:
    return {"meeting_id": stage.draft, "person_id": stage.bob, **more}


def _handed_in(stage: Stage, **more: object) -> dict[str, Any]:
    return {"dated_on": TONIGHT, "meeting_id": stage.draft, **more}


def _files(*contents: bytes) -> dict[str, Any]:
    files = [ImportFile(read(content, "export.xls")) for content in contents]
    return {"plan": plan(Standing(), files, other_chapter=True), "at": NOON}


def _exported(stage: Stage) -> dict[str, Any]:
    rows = (
        samples.referral("Ann Whitfield", stage.name),
        samples.referral(stage.name, "Ola Ray", outside="receiver", detail="Elm, North, Freedonia"),
        samples.visitor("Bob Hartley", "Una Flynn"),
        samples.thanks("BNI", "120.00", outside=True),
    )
    members = [samples.Member("Bob", "Hartley", samples.Counters(p=1))]
    return _files(
        samples.slips_audit(rows, held_on=TONIGHT),
        samples.slips_audit(rows, held_on=stage.free_day),
        samples.summary(members, period=(TONIGHT, TONIGHT)),
        samples.summary(members, period=(LAST_YEAR, TONIGHT)),
    )


EXAMPLES = (
    Example(attendance.mark, lambda s: _marked(s, attendance=Attendance.LATE)),
    Example(
        attendance.mark,
        lambda s: {"meeting_id": s.draft, "person_id": s.ann, "attendance": Attendance.ABSENT},
        "in place of another",
    ),
    Example(attendance.clear, lambda s: {"meeting_id": s.draft, "person_id": s.ann}),
    Example(
        attendance.mark_all,
        lambda s: {
            "meeting_id": s.draft,
            "person_ids": [s.ann, s.bob],
            "attendance": Attendance.PRESENT,
        },
    ),
    Example(
        attendance.remark,
        lambda s: {
            "meeting_id": s.draft,
            "person_id": s.ann,
            "note": "until eight",
            "substitute": "Jan",
        },
    ),
    Example(chapter.found, lambda _s: {"name": "Riverside"}, empty=True),
    Example(chapter.correct, lambda _s: _CHAPTER),
    Example(chapter.put_setting, lambda _s: {"name": "stale_days", "value": 45}),
    Example(chapter.choose_policy, lambda _s: {"name": "letip-like", "changed": ["paper"]}),
    Example(chapter.put_setting, lambda _s: {"name": "paper", "value": "A4"}, "once more"),
    Example(profiles.keep, lambda _s: {"text": own_profile("theirs")}),
    Example(profiles.change, lambda s: {"profile_id": s.own_profile, "text": own_profile("other")}),
    Example(profiles.remove, lambda s: {"profile_id": s.own_profile}),
    Example(classifications.add, lambda s: {"name": s.name, "sphere": "Property"}),
    Example(
        classifications.correct,
        lambda s: {
            "classification_id": s.profession,
            "name": "Bookkeeper",
            "sphere": "Money",
            "amount_hint": "Fees",
        },
    ),
    Example(
        classifications.place, lambda s: {"classification_id": s.profession, "sphere": "Money"}
    ),
    Example(classifications.remove, lambda s: {"classification_id": s.free_profession}),
    Example(meetings.schedule, lambda s: {"held_on": s.free_day}),
    Example(meetings.move, lambda s: {"meeting_id": s.draft, "held_on": s.free_day}),
    Example(meetings.read_aloud, lambda s: {"meeting_id": s.draft, **_TOTALS}),
    Example(meetings.note, lambda s: {"meeting_id": s.draft, "text": "two lines\nof it"}),
    Example(meetings.complete, lambda s: {"meeting_id": s.draft, "at": NOON, "by": "Wanda"}),
    Example(
        meetings.complete,
        lambda s: {"meeting_id": s.draft, "at": NOON, "by": "Wanda", "confirm_visits": True},
        "with credits",
    ),
    Example(meetings.reopen, lambda s: {"meeting_id": s.completed, "reason": "a slip was lost"}),
    Example(meetings.declare_holiday, lambda s: {"meeting_id": s.bare_draft, "reason": "flood"}),
    Example(meetings.skip_week, lambda s: {"held_on": s.free_day, "reason": "Christmas"}),
    Example(meetings.confirm_visits, lambda s: {"meeting_id": s.draft}),
    Example(meetings.discard, lambda s: {"meeting_id": s.draft, "reason": "flood"}),
    Example(
        meetings.assign_duty,
        lambda s: {
            "meeting_id": s.draft,
            "duty": Duty.EDUCATION,
            "person_id": s.ann,
            "topic": "Asking",
        },
    ),
    Example(
        meetings.assign_duty,
        lambda s: {"meeting_id": s.draft, "duty": Duty.FEATURE_TALK, "person_id": None},
        "to nobody",
    ),
    Example(
        duties.assign,
        lambda s: {
            "held_on": s.free_day + timedelta(weeks=2),
            "today": TONIGHT,
            "duty": Duty.FEATURE_TALK,
            "person_id": s.ann,
            "topic": "Asking",
        },
        "on a day not planned yet",
    ),
    Example(
        duties.give_out,
        lambda _s: {"duties": (DutyLine("timer", "Time"), DutyLine("door", "Door"))},
    ),
    Example(agenda.write, lambda _s: {"items": (AgendaLine(5, "Hello"), AgendaLine(0, "Doors"))}),
    Example(
        memberships.correct,
        lambda s: {
            "spell_id": s.last_spell,
            "joined_on": date(2025, 10, 7),
            "left_on": None,
            "renewal_due": date(2027, 10, 7),
        },
    ),
    Example(memberships.strike, lambda s: {"spell_id": s.first_spell}),
    Example(
        explaining.explain,
        lambda _stage: {
            "header_key": "1:date|2:giver",
            "subject": Subject.REFERRALS,
            "columns": {"day": 1, "giver": 2},
        },
    ),
    Example(
        newcomers.with_sides,
        lambda s: {
            "deed": slips.pass_referral,
            "sides": {
                "giver_id": Side(None, "Dana Whitlock", "Harbour Two"),
                "receiver_id": Side(PersonId(s.ann), "Ann Whitfield"),
            },
            "facts": _handed_in(s),
        },
    ),
    Example(
        anyway.store,
        lambda s: {
            "deed": roster.reach,
            "facts": {"person_id": s.ann, "phone": "333"},
            "tables": {"person"},
            "looked_at": 1_000_000,
        },
    ),
    Example(
        checking.correct,
        lambda s: {
            "correction": Correction(
                Cure.ENTER, s.completed, kind=SlipKind.EDUCATION, giver_id=s.ann, size=2
            )
        },
        "by entering",
    ),
    Example(
        checking.correct,
        lambda s: {"correction": Correction(Cure.REMOVE, slip_id=s.referral)},
        "by removing",
    ),
    Example(
        checking.correct,
        lambda s: {
            "correction": Correction(
                Cure.TAKE_MARK, s.completed, giver_id=s.ann, mark=Attendance.LATE
            )
        },
        "by the mark",
    ),
    Example(
        checking.correct,
        lambda s: {"correction": Correction(Cure.SKIP_WEEK, day=s.free_day.isoformat())},
        "by a holiday",
    ),
    Example(
        checking.correct,
        lambda s: {"correction": Correction(Cure.CHANGE_SIZE, slip_id=s.thanks, size=7)},
        "by another amount",
    ),
    Example(checking.accept, lambda _s: {"key": "week|2026-11-24", "reason": "flood"}),
    Example(checking.reconsider, lambda _s: {"key": "week|2026-01-06"}),
    Example(
        people.merge,
        lambda s: {"kept_id": s.ann, "gone_id": s.former, "prefer": Prefer.KEPT},
        "of a member",
    ),
    Example(people.merge, lambda s: {"kept_id": s.bob, "gone_id": s.external}),
    Example(
        offices.appoint,
        lambda s: {"office": Office.PRESIDENT, "person_id": s.bob, **_TERM},
    ),
    Example(offices.correct_term, lambda s: {"holder_id": s.term, **_TERM}),
    Example(offices.dismiss, lambda s: {"holder_id": s.term}),
    Example(
        own_figures.state,
        lambda s: {
            "person_id": s.bob,
            "year_fee": 650_00,
            "entry_fee": None,
            "meeting_cost": 14_00,
            "lead_cost": 60_00,
        },
    ),
    Example(
        roster.admit,
        lambda s: {
            "given_name": "",
            "family_name": "",
            "name": s.name,
            "joined_on": s.free_day,
            "classification": "Upholsterer",
            "sponsor_id": s.ann,
        },
    ),
    Example(
        roster.correct,
        lambda s: {
            "person_id": s.ann,
            "given_name": "Anna",
            "family_name": "Whitfield",
            "classification": "Roofer",
            "note": "prefers mail",
            "mentor_id": s.bob,
        },
    ),
    Example(roster.change_seat, lambda s: {"person_id": s.ann, "classification": "Roofer"}),
    Example(roster.reach, lambda s: {"person_id": s.ann, "phone": "01632 960001"}),
    Example(roster.leave, lambda s: {"person_id": s.ann, "on": s.free_day, "reason": "moved away"}),
    Example(roster.rejoin, lambda s: {"person_id": s.former, "on": s.free_day}),
    Example(roster.renew, lambda s: {"person_id": s.ann, "due": date(2027, 5, 4)}),
    Example(roster.seat_order, lambda s: {"person_ids": [s.bob, s.ann]}),
    Example(roster.add_external, lambda s: {"name": s.name, "chapter": "Castle"}),
    Example(
        roster.correct_external,
        lambda s: {"person_id": s.external, "name": "Dana White", "chapter": "Castle"},
    ),
    Example(
        slip_line.enter,
        lambda s: {
            "said": _said(s, kind=SlipKind.CLOSED_BUSINESS, amount=5_000),
            "dated_on": TONIGHT,
        },
    ),
    Example(
        slip_line.enter,
        lambda s: {
            "said": Understood(
                kind=SlipKind.REFERRAL,
                first=Side(None, s.name, "Castle"),
                second=Side(PersonId(s.bob), "Bob Hartley"),
                missing=(),
            ),
            "dated_on": TONIGHT,
        },
        "of a stranger",
    ),
    Example(
        slip_line.correct,
        lambda s: {
            "slip_id": s.referral,
            "said": _said(s, kind=SlipKind.REFERRAL, tier=Tier.INSIDE, note="bathroom"),
        },
    ),
    Example(
        slip_line.correct,
        lambda s: {
            "slip_id": s.visit,
            "said": Understood(
                kind=SlipKind.VISITOR,
                first=Side(PersonId(s.bob), "Bob Hartley"),
                guest="Mary Wray",
                missing=(),
            ),
        },
        "a visit",
    ),
    Example(
        slips.pass_referral,
        lambda s: _handed_in(s, giver_id=s.bob, receiver_id=s.external, contact="Mr Hill"),
    ),
    Example(
        slips.pass_referral,
        lambda s: {"dated_on": s.free_day, "giver_id": s.bob, "receiver_id": s.ann},
        "for a meeting not on the calendar",
    ),
    Example(slips.record_one_to_one, lambda s: _handed_in(s, member_id=s.bob, partner_id=s.ann)),
    Example(
        slips.thank,
        lambda s: _handed_in(
            s, earner_id=s.ann, giver_id=s.bob, amount=99, referral_id=s.old_referral
        ),
    ),
    Example(
        slips.welcome,
        lambda s: _handed_in(s, inviter_id=s.bob, name=s.name, profession="Vet"),
    ),
    Example(slips.learn, lambda s: _handed_in(s, member_id=s.bob, units=1)),
    Example(slips.praise, lambda s: _handed_in(s, writer_id=s.bob, praised_id=s.ann)),
    Example(
        slips.amend,
        lambda s: {
            "slip_id": s.thanks,
            "giver_id": s.external,
            "receiver_id": s.bob,
            "amount": 7,
            "note": "more",
        },
    ),
    Example(slips.remove, lambda s: {"slip_id": s.referral}),
    Example(
        slips.advance,
        lambda s: {"slip_id": s.old_referral, "state": ReferralState.QUOTED, "on": TONIGHT},
    ),
    Example(slips.confirm_visit, lambda s: {"slip_id": s.visit}),
    Example(visitors.invite, lambda s: {"name": s.name, "inviter_id": s.ann, **_GUEST}),
    Example(
        visitors.correct,
        lambda s: {"visitor_id": s.visitor, "name": "Mary Wray", "inviter_id": s.bob, **_GUEST},
    ),
    Example(
        visitors.advance, lambda s: {"visitor_id": s.visitor, "stage": VisitorStage.FOLLOWED_UP}
    ),
    Example(
        visitors.join,
        lambda s: {
            "visitor_id": s.visitor,
            "given_name": "Mary",
            "family_name": "Ray",
            "joined_on": s.free_day,
        },
    ),
    Example(
        imports.found, lambda _: {"name": "book", "in_files": "Elm", "country": "India"}, empty=True
    ),
    Example(imports.store, _exported),
    Example(visitors.remove, lambda s: {"visitor_id": s.invited}),
    Example(
        letters.send,
        lambda s: {"letters": {letter_of(s.ann): [TONIGHT], letter_of(s.bob): []}, "on": LATER},
    ),
    Example(letters.defer, lambda s: {"letter": letter_of(s.bob), "on": TONIGHT, "until": LATER}),
    Example(
        letters.set_aside,
        lambda s: {"letter": letter_of(s.ann), "on": TONIGHT, "reason": "moved house"},
    ),
    Example(letters.make_due, lambda s: {"letter": letter_of(s.bob)}),
    Example(
        letters.write_own,
        lambda _s: {"kind": LetterKind.ABSENCE, "step": 1, "subject": "Hello", "body": "{dates}"},
    ),
    Example(letters.write_usual, lambda _s: {"kind": LetterKind.ABSENCE, "step": 1}),
    Example(
        rulings.decide,
        lambda s: {
            "person_id": s.ann,
            "kind": RulingKind.MEDICAL_LEAVE,
            "starts_on": TONIGHT,
            "ends_on": LATER,
            "decided_by": "Bob Hartley",
            "recorded_by": "Wanda",
        },
    ),
    Example(
        rulings.end, lambda s: {"person_id": s.bob, "kind": RulingKind.PROBATION, "on": NEXT_WEEK}
    ),
    Example(
        rulings.end,
        lambda s: {"person_id": s.bob, "kind": RulingKind.PROBATION, "on": WEEK_BEFORE},
        "before it began",
    ),
)
