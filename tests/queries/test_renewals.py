from datetime import date, timedelta

from app.queries.renewals import renewals
from app.rules.privacy import Audience
from app.services import chapter, profiles, roster
from tests.small_book import TODAY, SmallBook


def _due(book: SmallBook, name: str, days: int | None) -> None:
    person = book.member(name)
    due = None if days is None else TODAY + timedelta(days=days)
    book.write(roster.renew, person_id=person, due=due)


def test_every_renewal_stands_in_the_most_urgent_group_it_belongs_to(book: SmallBook) -> None:
    for days in (-1, 0, 30, 31, 60, 61, 90, 91, 120, 121):
        _due(book, f"Member {days + 1000}", days)
    _due(book, "Ann Undated", None)

    found = book.ask(renewals, audience=Audience.OFFICERS, day=TODAY)

    assert {group.within: [one.days for one in group.members] for group in found.groups} == {
        0: [-1],
        30: [0, 30],
        60: [31, 60],
        90: [61, 90],
        120: [91, 120],
    }
    assert (found.later, found.undated) == (1, ("Ann Undated",))


def test_those_who_left_have_nothing_to_renew(book: SmallBook) -> None:
    _due(book, "Ann Abbot", 10)
    book.write(roster.leave, person_id=book.person("Ann Abbot"), on=date(2026, 11, 1))

    found = book.ask(renewals, audience=Audience.OFFICERS, day=TODAY)

    assert not any(group.members for group in found.groups)


def test_the_groups_are_those_of_the_reminders_the_policy_has(book: SmallBook) -> None:
    text = (
        'name = "own"\ntitle = "Own"\nkind = "policy"\nvalid_from = 2020-01-01\n'
        "[membership]\nreminders = [45, 15]\n"
    )
    book.write(profiles.keep, text=text)
    book.write(chapter.choose_policy, name="own", changed=())
    _due(book, "Ann Abbot", 20)

    found = book.ask(renewals, audience=Audience.OFFICERS, day=TODAY)

    assert [(group.within, len(group.members)) for group in found.groups] == [
        (0, 0),
        (15, 0),
        (45, 1),
    ]
