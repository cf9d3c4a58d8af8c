"""Dates, money and names in words, the same on screen and on paper.

No locale database is shipped: a chapter chooses how figures are grouped, and month and day
names go through translation like every other text.
"""

from datetime import date, datetime, time, timedelta

from app.i18n import _
from app.rows import row

MINUS = "−"
DASH = "–"


def months() -> tuple[str, ...]:
    """Return the month names, January first."""
    return tuple(
        _(
            "January February March April May June July August September October November December"
        ).split()
    )


def weekdays() -> tuple[str, ...]:
    """Return the names of the days, Monday first."""
    return tuple(_("Monday Tuesday Wednesday Thursday Friday Saturday Sunday").split())


def day_long(day: date, *, year: bool = False) -> str:
    """Return “Tuesday 17 November”, with the year where it matters."""
    text = f"{weekdays()[day.weekday()]} {day.day} {months()[day.month - 1]}"
    return f"{text} {day.year}" if year else text


def day_short(day: date, *, year: bool = False) -> str:
    """Return “17 Nov”, with the year where it matters."""
    text = f"{day.day} {months()[day.month - 1][:3]}"
    return f"{text} {day.year}" if year else text


def day_full(day: date) -> str:
    """Return “17 November 2026”."""
    return f"{day.day} {months()[day.month - 1]} {day.year}"


def moment(instant: datetime) -> str:
    """Return “17 November 2026, 19:05”, in the machine's own time."""
    local = instant.astimezone()
    return f"{day_full(local.date())}, {local:%H:%M}"


def known_on(instant: datetime) -> str:
    """Return “as known on 17 November 2026”, with the time unless it is the end of the day."""
    words = day_full(instant.astimezone().date()) if ends_day(instant) else moment(instant)
    return _("as known on {moment}").format(moment=words)


def day_end(day: date) -> datetime:
    """Return the last moment of a day, in the machine's own time."""
    return datetime.combine(day, time.max).astimezone()


def ends_day(instant: datetime) -> bool:
    """Tell whether a moment is the last one of its day, in the machine's own time."""
    return f"{instant.astimezone():%H:%M}" == "23:59"


def month(day: date) -> str:
    """Return “October 2026”."""
    return f"{months()[day.month - 1]} {day.year}"


def period(start: date, end: date) -> str:
    """Return the shortest exact wording of a span of days, both ends included."""
    if start == end:
        return day_full(start)
    whole_months = start.day == 1 and (end + timedelta(days=1)).day == 1
    if whole_months and (start.year, start.month) == (end.year, end.month):
        return month(start)
    if start.year == end.year:
        return f"{start.day} {months()[start.month - 1]} {DASH} {day_full(end)}"
    return f"{day_full(start)} {DASH} {day_full(end)}"


def period_short(start: date, end: date) -> str:
    """Return a span of days where there is little room: “Oct 2026 – Mar 2027”."""
    whole_months = start.day == 1 and (end + timedelta(days=1)).day == 1
    names = [months()[day.month - 1][:3] for day in (start, end)]
    first, last = names if whole_months else [day_short(day) for day in (start, end)]
    if first == last and start.year == end.year:
        return f"{last} {end.year}"
    before = first if start.year == end.year else f"{first} {start.year}"
    return f"{before} {DASH} {last} {end.year}"


@row(frozen=True, slots=True)
class Money:
    """How a chapter writes amounts: its currency, decimals and grouping.

    ``grouping`` is a sample of the chapter's habit: ``1,234``, ``1.234``, ``1 234`` or
    ``1,00,000`` for groups of two after the first three.
    """

    currency: str = "GBP"
    decimals: int = 2
    grouping: str = "1,234"

    def whole(self, minor: int) -> str:
        """Return an amount without its minor units, rounded half away from zero: “14,280”."""
        unit = 10**self.decimals
        units = (abs(minor) + unit // 2) // unit
        text = grouped(units, self.grouping)
        return f"{MINUS}{text}" if minor < 0 and units else text

    def exact(self, minor: int) -> str:
        """Return an amount with its minor units where it has any: “14,280.50”."""
        unit = 10**self.decimals
        units, rest = divmod(abs(minor), unit)
        text = grouped(units, self.grouping)
        if rest:
            mark = "," if self.grouping in {"1.234", "1 234"} else "."
            text = f"{text}{mark}{rest:0{self.decimals}d}"
        return f"{MINUS}{text}" if minor < 0 else text

    def named(self, minor: int) -> str:
        """Return an amount where nothing beside it says that it is money: “£ 14,280”."""
        return f"{self.symbol()}\u00a0{self.whole(minor)}"

    def symbol(self) -> str:
        """Return “£” where the currency has a well-known sign, else its code."""
        return _SIGNS.get(self.currency, self.currency)


_SIGNS = {"GBP": "£", "EUR": "€", "USD": "$", "JPY": "¥", "INR": "₹", "PLN": "zł"}


def grouped(number: int, grouping: str = "1,234") -> str:
    """Return a whole number, its thousands set apart the chapter's way."""
    digits = str(abs(number))
    head, tail = digits[:-3], digits[-3:]
    step = 2 if grouping == "1,00,000" else 3
    groups = [tail]
    while head:
        groups.insert(0, head[-step:])
        head = head[:-step]
    mark = {"1.234": ".", "1 234": "\u00a0"}.get(grouping, ",")
    return ("−" if number < 0 else "") + mark.join(groups)


def signed(number: int) -> str:
    """Return a change with its sign: “+2”, “−1”, and a dash for none."""
    if number == 0:
        return DASH
    return f"+{number}" if number > 0 else f"{MINUS}{-number}"


def dash(number: int | None) -> str:
    """Return a count, or a dash where nothing was recorded."""
    return DASH if number is None else str(number)
