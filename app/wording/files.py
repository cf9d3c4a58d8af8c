"""What is said about files of other programs that cannot be read."""

from app.i18n import _


def sentences() -> dict[str, str]:
    """Return a sentence for each reason."""
    return {
        "document_damaged": _("{file} is damaged or was changed by hand. Nothing was stored."),
        "not_a_document": _(
            "{file} is no exported book. Nothing was stored; import tables with Import."
        ),
        "document_does_not_fit": _(
            "The document does not hold together, so {path} was not made. Export the book again."
        ),
        "document_unknown_table": _(
            "The document has a table “{table}” that this program does not know. No book was made; "
            "update this program."
        ),
        "document_unknown_field": _(
            "The document has a field “{field}” in “{table}” that this program does not know. "
            "No book was made; update this program."
        ),
        "folder_not_empty": _(
            "{path} has files in it already. Nothing was written; choose a new or empty folder."
        ),
        "file_missing": _("{file} is not there any more. Nothing was stored; choose it again."),
        "file_is_folder": _("{file} is a folder. Nothing was stored; choose the files in it."),
        "folder_without_files": _("There are no files in there. Nothing was stored."),
        "file_not_readable": _("{file} could not be opened: {cause}. Nothing was stored."),
        "file_empty": _("{file} is empty. Nothing was stored; export it again."),
        "file_too_big": _("{file} has {size} MB; {limit} is the most. Nothing was stored."),
        "file_is_pdf": _(
            "{file} is a PDF without members' traffic lights, and nothing else is read from PDFs. "
            "Nothing was stored; export it as Excel."
        ),
        "file_is_book": _("{file} is a chapter's book. Nothing was stored; use Open instead."),
        "file_is_web_page": _("{file} is a web page. Nothing was stored; export it as Excel."),
        "file_is_archive": _(
            "{file} is an archive or document without an Excel sheet. Nothing was stored; "
            "save it as .xlsx."
        ),
        "file_is_other_xml": _(
            "{file} is XML, but no Excel sheet. Nothing was stored; export it as Excel."
        ),
        "file_is_old_workbook": _(
            "{file} comes from a very old Excel. Nothing was stored; save it as .xlsx."
        ),
        "file_is_no_table": _("{file} holds no table. Nothing was stored; choose an export."),
        "file_encrypted": _(
            "{file} is protected by a password. Nothing was stored; save it without one."
        ),
        "file_damaged": _("{file} is damaged. Nothing was stored; export it again."),
        "file_damaged_at_row": _(
            "{file} is damaged at row {row}. Nothing was stored; export it again."
        ),
        "file_cut_off": _("{file} breaks off before its end. Nothing was stored; export it again."),
        "file_cut_off_at_row": _(
            "{file} breaks off at row {row}. Nothing was stored; export it again."
        ),
        "file_letters_damaged": _(
            "Letters in {file} are damaged, so names would be wrong. Nothing was stored; "
            "export it again."
        ),
        "file_has_doctype": _(
            "{file} holds definitions that no export has and that can do harm. Nothing was stored."
        ),
        "file_is_bomb": _("{file} would unpack to far more than any export. Nothing was stored."),
        "file_too_deep": _("{file} is nested deeper than any export. Nothing was stored."),
        "file_too_much_markup": _(
            "{file} holds far more markup than any export. Nothing was stored."
        ),
        "file_too_many_rows": _("{file} has more than {limit} rows. Nothing was stored; split it."),
        "file_too_many_cells": _(
            "{file} has more than {limit} cells. Nothing was stored; split it."
        ),
        "file_too_wide": _(
            "Row {row} of {file} has more than {limit} columns. Nothing was stored."
        ),
        "file_row_beyond_sheet": _("{file} has a row {row}, beyond any sheet. Nothing was stored."),
        "file_cell_too_long": _(
            "A cell in row {row} of {file} has more than {limit} characters. Nothing was stored."
        ),
        "file_name_too_long": _(
            "A name in row {row} of {file} has more than {limit} characters. Nothing was "
            "stored; shorten it there."
        ),
        "file_without_rows": _("{file} holds no rows. Nothing was stored; export it again."),
        "file_report_unknown": _(
            "{file} (“{title}”) is none of the reports known here. Nothing was stored."
        ),
        "file_date_unclear": _(
            "“{text}” in {file} is no date. Nothing was stored; correct it there."
        ),
        "file_period_reversed": _(
            "The period in {file} ends on {end}, before it begins on {start}. Nothing was stored."
        ),
        "file_amount_unclear": _(
            "“{text}” in row {row} of {file} is no amount. Nothing was stored; correct it there."
        ),
        "file_amount_ambiguous": _(
            "“{text}” in row {row} of {file} could be two amounts. Nothing was stored; write "
            "it with its cents."
        ),
        "file_amount_negative": _(
            "The amount {text} in row {row} of {file} is below zero. Nothing was stored."
        ),
        "file_amount_absurd": _(
            "The amount {text} in row {row} of {file} is not possible. Nothing was stored."
        ),
        "file_amount_too_fine": _(
            "The amount {text} in row {row} of {file} has more than {decimals} decimals. "
            "Nothing was stored; check the book's currency."
        ),
        "file_count_unclear": _(
            "“{text}” in row {row} of {file} is no whole number. Nothing was stored; correct "
            "it there."
        ),
        "file_count_negative": _(
            "The count {text} in row {row} of {file} is below zero. Nothing was stored."
        ),
        "file_count_absurd": _(
            "The count {text} in row {row} of {file} is not possible. Nothing was stored."
        ),
        "reading_stopped": _("It was not read: you stopped that."),
    }
