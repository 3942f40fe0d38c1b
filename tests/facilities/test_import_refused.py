"""Files that must not get in: a clear message, exit status 1, nothing changed."""

import gzip
import subprocess
import sys

import pytest
from django.conf import settings

from facilities.imports import guard
from tests.facilities.directory_files import CODES, HEADER, row, sheet, some_rows, write_csv, write_workbook
from tests.facilities.imported import everything, refusal

pytestmark = pytest.mark.django_db


def refused(source, *arguments):
    before = everything()
    message = refusal(source, *arguments)
    assert everything() == before
    assert message.endswith("Nothing was changed.")
    return message


def saved(path, content):
    path.write_bytes(content)
    return path


def test_no_such_file(tmp_path):
    assert "there is no such file" in refused(tmp_path / "missing_2023.xlsx")


def test_an_empty_file(tmp_path):
    assert "the file is empty" in refused(saved(tmp_path / "a_2023.csv", b""))


@pytest.mark.parametrize(
    "content", [b"hello\nworld\n", b"%PDF-1.7 ...", b"\x00\x01\x02" * 500, b"<html></html>"]
)
def test_another_kind_of_file(tmp_path, content):
    assert "not a format we know" in refused(saved(tmp_path / "a_2023.xlsx", content))


def test_a_truncated_workbook(tmp_path):
    whole = write_workbook(tmp_path / "a_2023.xlsx", some_rows(50)).read_bytes()
    assert "damaged or cut short" in refused(saved(tmp_path / "b_2023.xlsx", whole[: len(whole) // 2]))


def test_a_workbook_with_a_flipped_byte(tmp_path):
    whole = bytearray(write_workbook(tmp_path / "a_2023.xlsx", some_rows(50)).read_bytes())
    place = whole.index(b"xl/worksheets/sheet1.xml") + 200
    whole[place] ^= 0xFF
    assert "damaged or cut short" in refused(saved(tmp_path / "b_2023.xlsx", bytes(whole)))


def test_a_zip_that_is_no_workbook(tmp_path):
    import zipfile

    with zipfile.ZipFile(tmp_path / "a_2023.xlsx", "w") as file:
        file.writestr("readme.txt", "hello")
    assert "not an Excel workbook" in refused(tmp_path / "a_2023.xlsx")


@pytest.mark.parametrize("missing", ["Zip", "Service_code_info", "Phone"])
def test_a_missing_column_is_named(tmp_path, missing):
    header = [name for name in HEADER if name != missing]
    path = write_workbook(tmp_path / "a_2023.xlsx", [row()[: len(header)]], header)
    assert f"missing column {missing.lower()}" in refused(path)


def test_a_column_twice(tmp_path):
    path = write_csv(tmp_path / "a_2023.csv", [[*row(), "x"]], [*HEADER, "City"])
    assert "the column city appears twice" in refused(path)


def test_a_workbook_without_the_code_book(tmp_path):
    path = write_workbook(tmp_path / "a_2023.xlsx", [row()], codes=[["a", "b"]])
    assert "no sheet has the column service_code" in refused(path)


def test_unknown_codes_are_listed_with_their_rows(tmp_path):
    path = write_workbook(
        tmp_path / "a_2023.xlsx", [row(), row("B", "2 Oak", "SA * QQQQ"), row("C", "3 Oak", "ZZZZ")]
    )
    message = refused(path)
    assert "2 unknown codes: “QQQQ” (row 3), “ZZZZ” (row 4)" in message


def test_a_new_code_that_the_file_defines_is_taken(tmp_path, places):
    from tests.facilities.imported import run_import

    codes = [*CODES, ["NEW", "New Things", "QQQQ", "A new service", ""]]
    report = run_import(write_workbook(tmp_path / "a_2023.xlsx", [row(codes="SA * QQQQ")], codes=codes))
    assert "Done." in report


def test_a_formula(tmp_path):
    xml = sheet([HEADER, row()]).replace('r="A2"', 'r="A2"><f>HYPERLINK("x")</f><v>1</v></c><c r="A9"', 1)
    message = refused(write_workbook(tmp_path / "a_2023.xlsx", [], sheet_xml=xml))
    assert "cell A2" in message and "formula" in message


def test_macros(tmp_path):
    path = write_workbook(tmp_path / "a_2023.xlsx", [row()], extra=[("xl/vbaProject.bin", b"x")])
    assert "macros" in refused(path)


def test_a_billion_laughs(tmp_path):
    bomb = "<!DOCTYPE lolz [<!ENTITY a 'ha'><!ENTITY b '&a;&a;'>]>" + sheet([HEADER, row()])
    assert "document type" in refused(write_workbook(tmp_path / "a_2023.xlsx", [], sheet_xml=bomb))


def test_a_zip_bomb(tmp_path, monkeypatch):
    monkeypatch.setattr(guard, "MAX_UNPACKED_BYTES", 1_000_000)
    path = write_workbook(tmp_path / "a_2023.xlsx", [row()], extra=[("xl/media/a.bin", b"0" * 2_000_000)])
    assert path.stat().st_size < 20_000
    assert "zip bomb" in refused(path)


def test_a_gzip_bomb(tmp_path, monkeypatch):
    monkeypatch.setattr(guard, "MAX_UNPACKED_BYTES", 1_000_000)
    content = (",".join(HEADER) + "\n").encode() + b"0" * 2_000_000
    assert "unpacks to more than" in refused(saved(tmp_path / "a_2023.csv.gz", gzip.compress(content)))


def test_a_truncated_gzip(tmp_path):
    packed = gzip.compress(write_csv(tmp_path / "a.csv", some_rows(200)).read_bytes())
    assert "damaged or cut short" in refused(saved(tmp_path / "a_2023.csv.gz", packed[:-30]))


def test_200_megabytes_of_noise(tmp_path):
    path = tmp_path / "noise_2023.xlsx"
    with path.open("wb") as file:
        file.truncate(200_000_000)  # sparse: no disk is filled
    assert "more than the limit" in refused(path)


def test_noise_below_the_limit(tmp_path):
    path = tmp_path / "noise_2023.csv"
    path.write_bytes(bytes(range(256)) * 40_000)
    assert "not a format we know" in refused(path)


def test_a_wrong_encoding_names_the_line(tmp_path):
    path = write_csv(tmp_path / "a_2023.csv", [row(), row("Peñuelas", "2 Oak")], encoding="latin-1")
    assert "line 3 is not UTF-8" in refused(path)


@pytest.mark.parametrize("mark", [";", "\t"])
def test_a_wrong_delimiter(tmp_path, mark):
    text = "\n".join(mark.join(cells) for cells in [HEADER, row()])
    assert "not separated by commas" in refused(saved(tmp_path / "a_2023.csv", text.encode()))


def test_broken_quotes(tmp_path):
    text = ",".join(HEADER) + '\n"never closed,a,b\n'
    assert "not valid CSV" in refused(saved(tmp_path / "a_2023.csv", text.encode()))


def test_not_one_usable_row(tmp_path):
    assert "not one usable row" in refused(write_csv(tmp_path / "a_2023.csv", [row(Zip="x")]))


def test_a_name_without_a_year_asks_for_the_edition(tmp_path, places):
    from tests.facilities.imported import run_import

    path = write_csv(tmp_path / "directory.csv", [row()])
    assert "--edition" in refused(path)
    assert "Done." in run_import(path, "--edition", "2023")


def test_the_exit_status_is_1(tmp_path):
    command = [sys.executable, "manage.py", "import_facilities", str(tmp_path / "missing_2023.xlsx")]
    done = subprocess.run(command, cwd=settings.BASE_DIR, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "there is no such file" in done.stderr and "Traceback" not in done.stderr
