"""Workbooks as people and machines write them, and as nobody should."""

import io
import zipfile

import openpyxl


def workbook(*sheets):
    """A workbook with (name, rows) or (name, rows, state) as sheets."""
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, rows, *state in sheets:
        page = book.create_sheet(name)
        for row in rows:
            page.append(list(row))
        page.sheet_state = state[0] if state else "visible"
    return saved(book)


def saved(book):
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def with_part(data, name, content, *, also=()):
    """The workbook with one part changed or added, and others as well."""
    parts = {name: content, **dict(also)}
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for each in old.namelist():
            new.writestr(each, parts.pop(each, None) or old.read(each))
        for each, its in parts.items():
            new.writestr(each, its)
    return out.getvalue()


def part(data, name="xl/worksheets/sheet1.xml"):
    with zipfile.ZipFile(io.BytesIO(data)) as parts:
        return parts.read(name).decode()
