"""The page of the manual about exported columns, made from what is exported.

``python -m tests.exported_columns`` writes it anew.
"""

from pathlib import Path

from app.queries.outgoing.shelf import listings

PAGE = Path(__file__).parents[1] / "docs" / "exported-columns.md"
_HEAD = """# What every exported column means

`chapterhouse export BOOK` and the page Export write the whole book, in shapes that need no Chapterhouse to be read.

| shape | what it is | comes back in |
|---|---|---|
| `--json FILE` | one document: every table, every record, every field, and the history | yes, without loss |
| `--xlsx FILE` | a workbook, a sheet for each table below | |
| `--csv DIR` | a folder, a file for each table below: UTF-8 with a mark, RFC 4180, dates as `2026-11-17`, figures without grouping | |
| `--ics FILE` | a calendar (RFC 5545) of meetings, talks and the next half-year of weeks | |
| `--vcf FILE` | a card (RFC 6350) for each member of today | |

**Formulas.** Text that a spreadsheet would run (it begins with `=`, `+`, `-`, `@`, a tab or a line break, also in full width) gets an apostrophe
before it in CSV, and is typed as text in a workbook. Import takes the apostrophe off again. Numbers stay numbers.

**Times** are those of the machine that exported. **Money** is a number in the book's currency (sheet Chapter). Empty means not known, which is not zero.

**Any list on screen** goes out the same way (*Save this list*, Ctrl+Shift+S): the columns and all the rows as they are seen, in that order.

## The JSON document

One object: `format` (`chapterhouse.book.1`), `schema` (the version of the tables), `history` (whether the journal is in it), `written_at`, and `tables`: for each
table the list of its records, one a line. A record has every field of its table, called as in `app/models/`: dates and moments as ISO 8601 text (moments in UTC), money in minor
units, yes and no as 1 and 0, `..._id` the `id` of a record in another table. `chapterhouse restore-json BOOK FILE` makes a new book of it, and so does `import`; with
`--without-history` all else is in it, and the history begins anew. A field or table of a newer program is refused, one that is missing gets its default.

## The tables

A table that has no place of its own below (the program has grown by it) goes out as it is stored: its fields as columns, people also by name.
"""  # noqa: E501  lines of the manual are as long as they read well


def page() -> str:
    """Return the page."""
    parts = [_HEAD]
    for one in listings():
        parts.append(f"### {one.title} (`{one.name}`)\n\n{one.says}\n")
        rows = [
            f"| {heading.title} | {heading.form.value} | {heading.says} |"
            for heading in (field.heading for field in one.fields)
        ]
        parts.append("\n".join(["| column | holds | |", "|---|---|---|", *rows]) + "\n")
    return "\n".join(parts)


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
