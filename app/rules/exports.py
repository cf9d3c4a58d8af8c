"""Which exports there are, and what they hold beside slips."""

from enum import StrEnum


class ReportKind(StrEnum):
    """The reports that are understood; what tells one from another stands in its own module."""

    SLIPS_AUDIT = "slips_audit"
    SUMMARY = "summary"
    ATTENDANCE = "attendance"
    ROSTER = "roster"
    DUES = "dues"
    LENGTH = "membership_length"
    SPONSORS = "sponsors"
    DATABASE = "region_database"
    VISITORS = "visitors"
    PROSPECTS = "prospective_visitors"
    TRAININGS = "trainings"
    OWN_SLIPS = "own_slips"
    LIGHTS = "traffic_lights"


class What(StrEnum):
    """What else a file may hold, beside slips."""

    MEMBERS = "members"
    DETAILS = "details"
    DUE = "renewals_due"
    MEETINGS = "meetings"
    MARKS = "marks"
    TRAININGS = "trainings"
    GUESTS = "guests"
    VISITS = "visits"
    SAME = "same_score"
    DIFFERENT = "other_score"
    UNKNOWN = "no_own_score"


class Subject(StrEnum):
    """What one row of a list of the chapter's own is about."""

    MEMBERS = "members"
    ATTENDANCE = "attendance"
    REFERRALS = "referrals"
    ONE_TO_ONES = "one_to_ones"
    CLOSED_BUSINESS = "closed_business"
    VISITORS = "visitors"
