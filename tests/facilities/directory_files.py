"""Small directory files built by hand: a minimal workbook, a CSV, and rows with sensible defaults."""

import csv
import zipfile
from pathlib import Path
from xml.sax.saxutils import escape

HEADER = [
    "Name1", "Name2", "Street1", "Street2", "City", "State", "Zip",
    "Phone", "Intake1", "Intake2", "Intake1a", "Intake2a", "Service_code_info",
]  # fmt: skip
CODES = [
    ["category_code", "category_name", "service_code", "service_name", "service_description"],
    ["SET", "Service Setting", "OIT", "Intensive outpatient treatment  ", "A description."],
    ["PAY", "Payment", "MD", "Medicaid", ""],
]
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_SHEETS = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"


def row(name="Alpha Recovery", street="1 Main Street", codes="SA * OIT * MD", **cells):
    """Cells of one entry, in the order of HEADER."""
    defaults = {"Name1": name, "Street1": street, "City": "Chicago", "State": "IL", "Zip": "60614"}
    defaults |= {"Phone": "312-555-0101", "Service_code_info": codes}
    return [(defaults | cells).get(column, "") for column in HEADER]


def some_rows(count):
    return [row(f"Place {n} Clinic", f"{n} Oak Street", Phone=f"312-555-{n:04}") for n in range(1, count + 1)]


def write_csv(path: Path, rows, header=HEADER, encoding="utf-8"):
    with path.open("w", encoding=encoding, newline="") as file:
        csv.writer(file).writerows([header, *rows])
    return path


def write_workbook(path: Path, rows, header=HEADER, *, codes=CODES, sheet_xml=None, extra=()):
    """A minimal .xlsx; `sheet_xml` replaces the first sheet, `extra` adds (name, bytes) members."""
    sheets = [sheet_xml or sheet([header, *rows]), sheet(codes)]
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as book:
        book.writestr("[Content_Types].xml", _types())
        book.writestr("_rels/.rels", _relations([("rId1", "officeDocument", "xl/workbook.xml")]))
        book.writestr("xl/workbook.xml", _workbook())
        pairs = [(f"rId{n}", "worksheet", f"worksheets/sheet{n}.xml") for n in (1, 2)]
        book.writestr("xl/_rels/workbook.xml.rels", _relations(pairs))
        for number, xml in enumerate(sheets, 1):
            book.writestr(f"xl/worksheets/sheet{number}.xml", xml)
        for name, content in extra:
            book.writestr(name, content)
    return path


def sheet(rows):
    lines = (
        f"<row r='{n}'>{''.join(_cell(n, c, v) for c, v in enumerate(cells))}</row>"
        for n, cells in enumerate(rows, 1)
    )
    return f"<worksheet xmlns='{_SHEETS}'><sheetData>{''.join(lines)}</sheetData></worksheet>"


def _cell(row_number, column, value):
    place = f'r="{chr(65 + column)}{row_number}"'
    if isinstance(value, int):
        return f"<c {place}><v>{value}</v></c>"
    return f'<c {place} t="inlineStr"><is><t xml:space="preserve">{escape(value)}</t></is></c>'


def _types():
    base = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    sheets = "".join(
        f"<Override PartName='/xl/worksheets/sheet{n}.xml' ContentType='{base}.worksheet+xml'/>"
        for n in (1, 2)
    )
    return (
        f"<Types xmlns='{_PACKAGE}/content-types'>"
        "<Default Extension='rels' ContentType='application/vnd.openxmlformats-package.relationships+xml'/>"
        f"<Override PartName='/xl/workbook.xml' ContentType='{base}.sheet.main+xml'/>{sheets}</Types>"
    )


def _relations(items):
    lines = "".join(
        f"<Relationship Id='{i}' Type='{_RELATIONS}/{kind}' Target='{target}'/>" for i, kind, target in items
    )
    return f"<Relationships xmlns='{_PACKAGE}/relationships'>{lines}</Relationships>"


def _workbook():
    names = ("Facilities List", "Service Code Reference")
    lines = "".join(f"<sheet name='{name}' sheetId='{n}' r:id='rId{n}'/>" for n, name in enumerate(names, 1))
    return f"<workbook xmlns='{_SHEETS}' xmlns:r='{_RELATIONS}'><sheets>{lines}</sheets></workbook>"
