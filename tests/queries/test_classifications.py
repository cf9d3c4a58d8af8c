from datetime import date

from app.queries.classifications import professions
from app.rules.letters import RulingKind
from app.services import rulings
from tests.small_book import TODAY, SmallBook


def test_an_opened_seat_that_two_sit_in_is_listed_once(book: SmallBook) -> None:
    ann = book.member("Ann Smith", "Florist")
    book.write(
        rulings.decide,
        person_id=ann,
        kind=RulingKind.SEAT_OPENED,
        starts_on=TODAY,
        ends_on=None,
        decided_by="Vera",
        recorded_by="Wanda",
    )
    book.member("Eve Roe", "Florist", joined_on=date(2026, 11, 24))
    book.member("Bob Smith", "Roofer")

    found = book.ask(professions)

    assert [(one.name, one.holder) for one in found] == [
        ("Florist", "Ann Smith, Eve Roe"),
        ("Roofer", "Bob Smith"),
    ]
