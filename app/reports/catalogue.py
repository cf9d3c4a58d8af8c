"""Every document there is: the Reports page, the command line and the manual are made from it."""

from app.errors import NotFoundError
from app.i18n import _
from app.queries.activity_summary import activity_summary
from app.queries.agenda import agenda
from app.queries.certificates import certificates
from app.queries.change_sheet import change_sheet
from app.queries.chapter_lights import chapter_lights
from app.queries.committee_pack import committee_pack
from app.queries.explain_sheet import explain_sheet
from app.queries.heat_map import heat_map
from app.queries.letter_sheets import absence_letters, renewal_letters
from app.queries.light_changes import light_changes
from app.queries.matrices import combination_matrix, one_to_one_matrix, referral_matrix
from app.queries.matrix_change import matrix_change
from app.queries.meeting_report import meeting_report
from app.queries.member_statement import member_statement, member_statements
from app.queries.network import network
from app.queries.renewals import renewals
from app.queries.roster_sheet import roster_sheet
from app.queries.schedule import schedule
from app.queries.scoreboard import scoreboard
from app.queries.seating_sheet import seating_sheet
from app.queries.traffic_lights import traffic_lights
from app.queries.trend_report import trend_report
from app.queries.two_minute_report import two_minute_report
from app.queries.two_profiles import two_profiles
from app.queries.visitor_pipeline import visitor_pipeline
from app.queries.what_if import what_if
from app.reports import activity_summary as activity_paper
from app.reports import agenda as agenda_paper
from app.reports import attendance_sheet as attendance_paper
from app.reports import badges as badges_paper
from app.reports import blank_slips as slips_paper
from app.reports import certificates as certificates_paper
from app.reports import change_sheet as sheet_of_changes_paper
from app.reports import chapter_lights as chapter_paper
from app.reports import combination_matrix as combination_paper
from app.reports import committee_pack as pack_paper
from app.reports import duty_rota as rota_paper
from app.reports import explain_sheet as explain_paper
from app.reports import heat_map as heat_paper
from app.reports import letters as letters_paper
from app.reports import light_changes as changes_paper
from app.reports import matrix_change as change_paper
from app.reports import meeting_report as meeting_paper
from app.reports import member_statement as statement_paper
from app.reports import network as network_paper
from app.reports import one_to_one_matrix as one_to_one_paper
from app.reports import referral_matrix as referral_paper
from app.reports import renewals as renewals_paper
from app.reports import roster_sheet as roster_paper
from app.reports import scoreboard as scoreboard_paper
from app.reports import sign_in_sheet as sign_in_paper
from app.reports import speakers as speakers_paper
from app.reports import traffic_lights as lights_paper
from app.reports import trends as trends_paper
from app.reports import two_minute_report as minutes_paper
from app.reports import two_profiles as twice_paper
from app.reports import visitor_pipeline as pipeline_paper
from app.reports import what_if as what_if_paper
from app.reports.comparing import compared
from app.reports.report import Asks, Purpose, Report
from app.rules.privacy import Audience
from app.rules.scoring.profile import Kind

_PUBLIC = (Audience.ROOM, Audience.OFFICERS)
_OFFICE = (Audience.OFFICERS, Audience.OWN)
_COUNTED = frozenset({Asks.PERIOD, Asks.DRAFTS})
_AHEAD = frozenset({Asks.DAY, Asks.COMING})

REPORTS: tuple[Report, ...] = (
    Report(
        name="activity-summary",
        title=lambda: _("Attendance and activity"),
        says=lambda: _("One row a member: attendance, referrals, visitors, closed business."),
        audiences=_PUBLIC,
        asks=frozenset({Asks.PERIOD, Asks.DRAFTS}),
        query=activity_summary,
        pdf=activity_paper.pdf,
        landscape=True,
    ),
    Report(
        name="meeting-report",
        title=lambda: _("Meeting report"),
        says=lambda: _("One meeting: exceptions first, visitors, slips against those read aloud."),
        audiences=_PUBLIC,
        asks=frozenset({Asks.PERIOD, Asks.MEETING}),
        query=meeting_report,
        pdf=meeting_paper.pdf,
    ),
    Report(
        name="scoreboard",
        title=lambda: _("Referral scoreboard"),
        says=lambda: _("Who gave how much, who leads in what, the trend, who has none yet."),
        audiences=_PUBLIC,
        asks=frozenset({Asks.PERIOD, Asks.DRAFTS}),
        query=scoreboard,
        pdf=scoreboard_paper.pdf,
    ),
    Report(
        name="certificates",
        title=lambda: _("Recognition certificates"),
        says=lambda: _("One page to sign for whoever leads in each of five categories."),
        audiences=(Audience.ROOM,),
        asks=frozenset({Asks.PERIOD}),
        query=certificates,
        pdf=certificates_paper.pdf,
        landscape=True,
        purpose=Purpose.AFTER,
    ),
    Report(
        name="traffic-lights",
        title=lambda: _("Traffic lights"),
        says=lambda: _("Everybody's score and colour, and the criteria they come from."),
        audiences=_PUBLIC,
        asks=frozenset({Asks.PERIOD, Asks.DRAFTS, Asks.PROFILE}),
        query=traffic_lights,
        pdf=lights_paper.pdf,
    ),
    Report(
        name="heat-map",
        title=lambda: _("Lights by month"),
        says=lambda: _("Everybody's score and colour at the end of each of twelve months."),
        audiences=_PUBLIC,
        asks=frozenset({Asks.PERIOD, Asks.PROFILE}),
        query=heat_map,
        pdf=heat_paper.pdf,
    ),
    Report(
        name="light-changes",
        title=lambda: _("Rose and slipped"),
        says=lambda: _("Who has another colour than in the period before, and why."),
        audiences=_PUBLIC,
        asks=frozenset({Asks.PERIOD, Asks.PROFILE}),
        query=light_changes,
        pdf=changes_paper.pdf,
    ),
    Report(
        name="chapter-lights",
        title=lambda: _("Chapter lights"),
        says=lambda: _("The chapter itself: size, growth, referrals, visitors, absences, why."),
        audiences=_PUBLIC,
        asks=frozenset({Asks.PERIOD, Asks.PROFILE}),
        query=chapter_lights,
        pdf=chapter_paper.pdf,
        scores=Kind.CHAPTER,
    ),
    Report(
        name="two-profiles",
        title=lambda: _("Under two profiles"),
        says=lambda: _("Everybody's score by two profiles, and what makes the difference."),
        audiences=(Audience.OFFICERS,),
        asks=frozenset({Asks.PERIOD, Asks.PROFILE, Asks.OTHER_PROFILE}),
        query=two_profiles,
        pdf=twice_paper.pdf,
    ),
    Report(
        name="what-if",
        title=lambda: _("What if"),
        says=lambda: _("The chapter's lights of the next six months, if so many join and leave."),
        audiences=(Audience.OFFICERS,),
        asks=frozenset({Asks.PERIOD, Asks.PROFILE, Asks.ASSUMED}),
        query=what_if,
        pdf=what_if_paper.pdf,
        scores=Kind.CHAPTER,
    ),
    Report(
        name="explain-sheet",
        title=lambda: _("Why this score"),
        says=lambda: _("One member: each item's step and points, and what is missing to green."),
        audiences=(Audience.OWN, Audience.OFFICERS),
        asks=frozenset({Asks.MEMBER, Asks.PERIOD, Asks.DRAFTS, Asks.PROFILE}),
        query=explain_sheet,
        pdf=explain_paper.pdf,
    ),
    Report(
        name="member-statement",
        title=lambda: _("Member statement"),
        says=lambda: _("One member's own page: score, weeks, referrals, one-to-ones, money."),
        audiences=(Audience.OWN,),
        asks=frozenset({Asks.MEMBER, Asks.PERIOD, Asks.PROFILE}),
        query=member_statement,
        batch=member_statements,
        pdf=statement_paper.pdf,
    ),
    Report(
        name="two-minute-report",
        title=lambda: _("Two-minute report"),
        says=lambda: _("To read out weekly: referrals by member and month, visitors, amounts."),
        audiences=_PUBLIC,
        asks=frozenset({Asks.PERIOD}),
        query=two_minute_report,
        pdf=minutes_paper.pdf,
        purpose=Purpose.AFTER,
    ),
    Report(
        name="attendance-sheet",
        title=lambda: _("Attendance sheet"),
        says=lambda: _("Blank, in seating order, with the numbers of the screen."),
        audiences=(Audience.OFFICERS,),
        asks=_AHEAD,
        query=seating_sheet,
        pdf=attendance_paper.pdf,
    ),
    Report(
        name="sign-in-sheet",
        title=lambda: _("Sign-in sheet"),
        says=lambda: _("A row a seat to sign in, then rows for visitors."),
        audiences=(Audience.ROOM,),
        asks=_AHEAD,
        query=seating_sheet,
        pdf=sign_in_paper.pdf,
    ),
    Report(
        name="badges",
        title=lambda: _("Badges"),
        says=lambda: _("Ten a page to cut out, in seating order, blank ones for visitors."),
        audiences=(Audience.ROOM,),
        asks=_AHEAD,
        query=seating_sheet,
        pdf=badges_paper.pdf,
    ),
    Report(
        name="blank-slips",
        title=lambda: _("Blank slips"),
        says=lambda: _("One a seat to write on: referrals, one-to-ones, thanks, visitors."),
        audiences=(Audience.ROOM,),
        asks=_AHEAD,
        query=seating_sheet,
        pdf=slips_paper.pdf,
    ),
    Report(
        name="agenda",
        title=lambda: _("Agenda"),
        says=lambda: _("One meeting by the clock: what comes when, and who leads it."),
        audiences=(Audience.ROOM,),
        asks=_AHEAD,
        query=agenda,
        pdf=agenda_paper.pdf,
    ),
    Report(
        name="speakers",
        title=lambda: _("Speakers"),
        says=lambda: _("Talks and education of the weeks ahead; for officers, who is next."),
        audiences=_PUBLIC,
        asks=frozenset({Asks.DAY}),
        query=schedule,
        pdf=speakers_paper.pdf,
        purpose=Purpose.BEFORE,
    ),
    Report(
        name="duty-rota",
        title=lambda: _("Duty rota"),
        says=lambda: _("Who has which duty in the weeks ahead."),
        audiences=(Audience.ROOM,),
        asks=frozenset({Asks.DAY}),
        query=schedule,
        pdf=rota_paper.pdf,
        purpose=Purpose.BEFORE,
        landscape=True,
    ),
    Report(
        name="roster",
        title=lambda: _("Roster"),
        says=lambda: _(
            "Seats, officers, ninety days of each; officers' with telephone and e-mail."
        ),
        audiences=_PUBLIC,
        asks=frozenset({Asks.DAY}),
        query=roster_sheet,
        pdf=roster_paper.pdf,
    ),
    Report(
        name="renewals",
        title=lambda: _("Renewals"),
        says=lambda: _("Memberships that end within 30, 60, 90 and 120 days, overdue first."),
        audiences=(Audience.OFFICERS,),
        asks=frozenset({Asks.DAY}),
        query=renewals,
        pdf=renewals_paper.pdf,
    ),
    Report(
        name="committee-pack",
        title=lambda: _("Committee papers"),
        says=lambda: _("Last month's absences by name, letters due, growth, renewals, coaching."),
        audiences=(Audience.OFFICERS,),
        asks=frozenset({Asks.DAY}),
        query=committee_pack,
        pdf=pack_paper.pdf,
        purpose=Purpose.PEOPLE,
    ),
    Report(
        name="absence-letters",
        title=lambda: _("Letters about attendance"),
        says=lambda: _("Those due to members after absences, with dates, window and rule."),
        audiences=_OFFICE,
        asks=frozenset({Asks.PERIOD, Asks.DAY, Asks.ANYBODY}),
        query=absence_letters,
        pdf=letters_paper.absence_pdf,
        purpose=Purpose.PEOPLE,
    ),
    Report(
        name="renewal-letters",
        title=lambda: _("Letters about membership"),
        says=lambda: _("Reminders 120, 90, 60 and 30 days before a renewal, and welcomes."),
        audiences=_OFFICE,
        asks=frozenset({Asks.PERIOD, Asks.DAY, Asks.ANYBODY}),
        query=renewal_letters,
        pdf=letters_paper.renewal_pdf,
        purpose=Purpose.PEOPLE,
    ),
    Report(
        name="visitor-pipeline",
        title=lambda: _("Visitor pipeline"),
        says=lambda: _("How far visitors have come on the way to a seat, and how many join."),
        audiences=_PUBLIC,
        asks=frozenset({Asks.PERIOD}),
        query=visitor_pipeline,
        pdf=pipeline_paper.pdf,
        purpose=Purpose.PEOPLE,
    ),
    Report(
        name="trends",
        title=lambda: _("Trends"),
        says=lambda: _("Referrals and closed business by week or month, beside the period before."),
        audiences=_PUBLIC,
        asks=frozenset({Asks.PERIOD}),
        query=trend_report,
        pdf=trends_paper.pdf,
    ),
    Report(
        name="network",
        title=lambda: _("Who refers whom"),
        says=lambda: _("A picture: members by contact sphere, ribbons from giver to receiver."),
        audiences=_PUBLIC,
        asks=_COUNTED,
        query=network,
        pdf=network_paper.pdf,
    ),
    Report(
        name="referral-matrix",
        title=lambda: _("Referral matrix"),
        says=lambda: _("Who gave how many referrals to whom, with partners both ways."),
        audiences=_PUBLIC,
        asks=_COUNTED,
        query=referral_matrix,
        pdf=referral_paper.pdf,
        landscape=True,
    ),
    Report(
        name="matrix-change",
        title=lambda: _("Referrals, old against new"),
        says=lambda: _("Which pairs are new, gone or kept since the period before."),
        audiences=_PUBLIC,
        asks=_COUNTED,
        query=matrix_change,
        pdf=change_paper.pdf,
        landscape=True,
    ),
    Report(
        name="one-to-one-matrix",
        title=lambda: _("One-to-one matrix"),
        says=lambda: _("Who met whom how often, and who has met nobody."),
        audiences=_PUBLIC,
        asks=_COUNTED,
        query=one_to_one_matrix,
        pdf=one_to_one_paper.pdf,
        landscape=True,
    ),
    Report(
        name="combination-matrix",
        title=lambda: _("Combination matrix"),
        says=lambda: _("For every pair: nothing, a one-to-one, a referral, or both."),
        audiences=_PUBLIC,
        asks=_COUNTED,
        query=combination_matrix,
        pdf=combination_paper.pdf,
        landscape=True,
    ),
    Report(
        name="change-sheet",
        title=lambda: _("Change sheet"),
        says=lambda: _("What has changed in a report since it was last printed."),
        audiences=(Audience.OWN, *_PUBLIC),
        asks=frozenset({Asks.CHANGES}),
        query=change_sheet,
        pdf=sheet_of_changes_paper.pdf,
        prepare=compared,
    ),
)


def report(name: str) -> Report:
    """Return a report by name; NotFoundError where there is none."""
    for one in REPORTS:
        if one.name == name:
            return one
    raise NotFoundError("no_such_report", name=name, names=", ".join(one.name for one in REPORTS))
