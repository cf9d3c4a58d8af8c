import json
from datetime import UTC, datetime

from app.reports.plain import plain, to_json
from app.rules.attendance import Attendance
from app.rules.privacy import Audience
from tests.reports import invented


def test_rows_become_json_field_by_field() -> None:
    document = json.loads(to_json("activity-summary", invented.summary(2)))

    assert (document["report"], document["version"]) == ("activity-summary", 1)
    rows = document["rows"]
    assert rows["period"] == {"start": "2026-04-01", "end": "2026-09-30"}
    assert rows["audience"] == "room"
    assert rows["money"] == {"currency": "GBP", "decimals": 2, "grouping": "1,234"}
    assert rows["members"][1]["name"] == "Łukasz Żółtowski"
    assert rows["members"][1]["figures"]["late"] == 1


def test_what_is_withheld_is_null() -> None:
    figures = [
        member["figures"]
        for member in json.loads(to_json("x", invented.summary(10)))["rows"]["members"]
    ]

    assert [one["closed_business"] for one in figures if one["withheld"]] == [None]


def test_enums_instants_and_mappings_are_said_plainly() -> None:
    noon = datetime(2026, 11, 3, 12, tzinfo=UTC)

    assert plain((Attendance.LATE, Audience.ROOM, noon)) == [
        "L",
        "room",
        "2026-11-03T12:00:00+00:00",
    ]
