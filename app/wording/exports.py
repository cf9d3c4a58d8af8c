"""What exported files and the things in them are called."""

from app.i18n import _, ngettext
from app.rules.exports import ReportKind, What


def kind_word(kind: ReportKind) -> str:
    """Return what an export is called."""
    words = {
        ReportKind.SLIPS_AUDIT: _("Slips audit"),
        ReportKind.SUMMARY: _("Summary"),
        ReportKind.ATTENDANCE: _("Attendance"),
        ReportKind.ROSTER: _("Roster"),
        ReportKind.DUES: _("Membership dues"),
        ReportKind.LENGTH: _("Membership length"),
        ReportKind.SPONSORS: _("Sponsors"),
        ReportKind.DATABASE: _("Region's database"),
        ReportKind.VISITORS: _("Visitors"),
        ReportKind.PROSPECTS: _("Registered visitors"),
        ReportKind.TRAININGS: _("Trainings"),
        ReportKind.OWN_SLIPS: _("Own list of slips"),
        ReportKind.LIGHTS: _("Traffic lights"),
    }
    return words[kind]


def what_word(what: What) -> str:
    """Return what one thing in a file is called, many of them together."""
    words = {
        What.MEMBERS: _("Members"),
        What.DETAILS: _("Details filled in"),
        What.DUE: _("Renewal dates"),
        What.MEETINGS: _("Meetings"),
        What.MARKS: _("Marks"),
        What.TRAININGS: _("Trainings"),
        What.GUESTS: _("Visitors"),
        What.VISITS: _("Visits"),
        What.SAME: _("Score as in the book"),
        What.DIFFERENT: _("Score differs from the book's"),
        What.UNKNOWN: _("No score in the book"),
    }
    return words[what]


def counted(read: int, new: int) -> str:
    """Return how many there are, and how many of them are new."""
    return str(read) if new == read else _("{read}, {new} new").format(read=read, new=new)


def many(what: What, count: int) -> str:
    """Return a number of one thing in words."""
    words = {
        What.MEMBERS: ("{n} member", "{n} members"),
        What.DETAILS: ("{n} detail", "{n} details"),
        What.DUE: ("{n} renewal date", "{n} renewal dates"),
        What.MEETINGS: ("{n} meeting", "{n} meetings"),
        What.MARKS: ("{n} mark", "{n} marks"),
        What.TRAININGS: ("{n} training", "{n} trainings"),
        What.GUESTS: ("{n} visitor", "{n} visitors"),
        What.VISITS: ("{n} visit", "{n} visits"),
        What.SAME: ("{n} score alike", "{n} scores alike"),
        What.DIFFERENT: ("{n} score apart", "{n} scores apart"),
        What.UNKNOWN: ("{n} without a score", "{n} without a score"),
    }
    return ngettext(*words[what], count)
