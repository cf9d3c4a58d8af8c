"""Further papers drawn from invented rows: any number of people, any names, any sheet."""

from app.reports import agenda as agenda_paper
from app.reports import attendance_sheet as attendance_paper
from app.reports import badges as badges_paper
from app.reports import blank_slips as slips_paper
from app.reports import certificates as certificates_paper
from app.reports import combination_matrix as combination_paper
from app.reports import committee_pack as pack_paper
from app.reports import duty_rota as rota_paper
from app.reports import heat_map as heat_paper
from app.reports import light_changes as changes_paper
from app.reports import matrix_change as change_paper
from app.reports import member_statement as statement_paper
from app.reports import one_to_one_matrix as one_to_one_paper
from app.reports import referral_matrix as referral_paper
from app.reports import renewals as renewals_paper
from app.reports import roster_sheet as roster_paper
from app.reports import sign_in_sheet as sign_in_paper
from app.reports import speakers as speakers_paper
from app.reports import two_minute_report as minutes_paper
from app.reports import visitor_pipeline as pipeline_paper
from app.reports.kit.sheet import Sheet
from app.rules.privacy import Audience
from tests.reports.invented_certificates import certificates as invented_certificates
from tests.reports.invented_committee import pack as invented_pack
from tests.reports.invented_lights import changes, months
from tests.reports.invented_lists import pipeline
from tests.reports.invented_lists import renewals as invented_renewals
from tests.reports.invented_matrices import change, combination, matrix
from tests.reports.invented_minutes import two_minutes
from tests.reports.invented_roster import roster as invented_roster
from tests.reports.invented_schedule import agenda as invented_agenda
from tests.reports.invented_schedule import schedule
from tests.reports.invented_seats import seats
from tests.reports.invented_statement import statement


def attendance_sheet(count: int, first: tuple[str, ...], sheet: Sheet) -> bytes:
    """Draw a blank attendance sheet."""
    return attendance_paper.pdf(seats(count, audience=Audience.OFFICERS, first=first), sheet)


def agenda(count: int, first: tuple[str, ...], sheet: Sheet) -> bytes:
    """Draw the agenda of a meeting."""
    return agenda_paper.pdf(invented_agenda(count, first=first), sheet)


def speakers(count: int, first: tuple[str, ...], sheet: Sheet) -> bytes:
    """Draw the speakers ahead."""
    return speakers_paper.pdf(schedule(count, first=first), sheet)


def duty_rota(count: int, first: tuple[str, ...], sheet: Sheet) -> bytes:
    """Draw a duty rota."""
    return rota_paper.pdf(schedule(count, first=first), sheet)


def sign_in_sheet(count: int, first: tuple[str, ...], sheet: Sheet) -> bytes:
    """Draw a sign-in sheet."""
    return sign_in_paper.pdf(seats(count, first=first), sheet)


def referral_matrix(count: int, first: tuple[str, ...], sheet: Sheet) -> bytes:
    """Draw a referral matrix."""
    return referral_paper.pdf(matrix(count, first=first), sheet)


def matrix_change(count: int, first: tuple[str, ...], sheet: Sheet) -> bytes:
    """Draw a referral matrix against the one before."""
    return change_paper.pdf(change(count, first=first), sheet)


def one_to_one_matrix(count: int, first: tuple[str, ...], sheet: Sheet) -> bytes:
    """Draw a one-to-one matrix."""
    return one_to_one_paper.pdf(matrix(count, first=first, symmetric=True), sheet)


def combination_matrix(count: int, first: tuple[str, ...], sheet: Sheet) -> bytes:
    """Draw a combination matrix."""
    return combination_paper.pdf(combination(count, first=first), sheet)


def roster(count: int, first: tuple[str, ...], sheet: Sheet) -> bytes:
    """Draw a roster with ways to reach its members."""
    return roster_paper.pdf(invented_roster(count, first=first), sheet)


def badges(count: int, first: tuple[str, ...], sheet: Sheet) -> bytes:
    """Draw badges."""
    return badges_paper.pdf(seats(count, first=first), sheet)


def blank_slips(count: int, first: tuple[str, ...], sheet: Sheet) -> bytes:
    """Draw blank slips."""
    return slips_paper.pdf(seats(count, first=first), sheet)


def two_minute_report(count: int, first: tuple[str, ...], sheet: Sheet) -> bytes:
    """Draw a two-minute report."""
    return minutes_paper.pdf(two_minutes(count, first=first), sheet)


def renewals(count: int, first: tuple[str, ...], sheet: Sheet) -> bytes:
    """Draw a list of renewals."""
    return renewals_paper.pdf(invented_renewals(count, first=first), sheet)


def visitor_pipeline(count: int, first: tuple[str, ...], sheet: Sheet) -> bytes:
    """Draw a visitor pipeline."""
    return pipeline_paper.pdf(pipeline(count, first=first), sheet)


def certificates(count: int, first: tuple[str, ...], sheet: Sheet) -> bytes:
    """Draw certificates, the first one shared by everybody."""
    return certificates_paper.pdf(invented_certificates(count, first=first), sheet)


def heat_map(count: int, first: tuple[str, ...], sheet: Sheet) -> bytes:
    """Draw twelve months of lights."""
    return heat_paper.pdf(months(count, first=first), sheet)


def light_changes(count: int, first: tuple[str, ...], sheet: Sheet) -> bytes:
    """Draw those who slipped and those who rose."""
    return changes_paper.pdf(changes(count, first=first), sheet)


def committee_papers(count: int, first: tuple[str, ...], sheet: Sheet) -> bytes:
    """Draw the committee's papers."""
    return pack_paper.pdf(invented_pack(count, first=first), sheet)


def member_statement(count: int, first: tuple[str, ...], sheet: Sheet) -> bytes:
    """Draw the statement of a member who dealt with so many people."""
    return statement_paper.pdf(statement(count, first=first), sheet)


FURTHER = (
    committee_papers,
    heat_map,
    light_changes,
    certificates,
    attendance_sheet,
    agenda,
    speakers,
    duty_rota,
    sign_in_sheet,
    referral_matrix,
    matrix_change,
    member_statement,
    one_to_one_matrix,
    combination_matrix,
    roster,
    badges,
    blank_slips,
    two_minute_report,
    renewals,
    visitor_pipeline,
)
