#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a spreadsheet makes of an export, and the log of what the spreadsheet saves:

test-libreoffice.py HIPLOG-CLI

Skipped where there is no LibreOffice: soffice in PATH, or the program that $HIPLOG_SOFFICE names.
"""
import csv
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import unittest
import xml.etree.ElementTree as ElementTree

program = pathlib.Path(sys.argv.pop(1)).resolve()
soffice = os.environ.get("HIPLOG_SOFFICE") or shutil.which("soffice")

# The language, and what stands between cells there.
LANGUAGES = {"en_US": ",", "de_DE": ";"}

# What is in the columns of each file; all others hold text.
DATES = {"date", "bought", "retired", "week_start"}
TIMES = {"start_time"}
NUMBERS = {
    "utc_offset_min", "distance_m", "duration_s", "cadence_spm", "effort", "ascent_m", "score",
    "start_distance_m", "check_at_m", "replace_at_m", "minutes", "runs", "load", "pain_left",
    "pain_right", "pain", "acute_m", "chronic_m", "ratio", "change_pct", "longest_m", "mean_pain",
    "max_pain",
}
OWN_FILES = ["runs.csv", "pain.csv", "shoes.csv", "care.csv", "red-flags.csv"]
FILES = [*OWN_FILES, "days.csv", "weeks.csv", "warnings.csv"]

# What spreadsheets run, reckon with, or break.
TEXTS = [
    "=1+1", "+49 30", "-5 km, easy", "@SUM(A1)", '=HYPERLINK("http://x";"y")', "'=quoted", "''=twice",
    "'twas", "'", "0012", "'0012", "1/2", "03.04.2026", "1.5", "1,5", "1e5", "12:30", "5 %", "TRUE",
    "false", "12345678901234567890", "10 km", 'comma, "quotes"; semicolon', "two\nlines", "=two\nlines",
    "tab\there", "ünïcödé 🏃", "עברית, עוד", "#REF!", "<b>&amp;",
]

OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"


def guard(text):
    """As it stands in our files: what would be taken for a formula, or for a guarded text."""
    rest = text.lstrip("'")
    return "'" + text if rest[:1] in tuple("=+-@") or (rest != text and rest[:1].isdigit()) else text


def write(folder, name, header, rows):
    with open(folder / name, "w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([header, *rows])


def write_log(folder):
    """Eight weeks of more and more, with each text in each column that takes one."""
    days = [f"2026-{3 + i // 28:02}-{1 + i % 28:02}" for i in range(56)]
    texts = [guard(text) for text in TEXTS]
    runs, pain, care = [], [], []
    for i, day in enumerate(days):
        text, other = texts[i % len(texts)], texts[-i % len(texts)]
        runs.append([day, f"{i % 24:02}:05:07", 60, 5000 + 400 * i, 1801 + i, 170, i % 11, "road",
                     "cambered", "yes", "no", texts[(i + 7) % len(texts)], i, text, other, other,
                     f"{text}{i}"])
        pain.append([day, "left", i % 6, "front;side", "sharp", "at-rest", "gradual", "", text])
        pain.append([day, "right", i % 3, "", "", "", "", "fever" if i == 40 else "", other])
        care.append([day, "strength", 20 if i % 2 else "", text])
    write(folder, "runs.csv", "date,start_time,utc_offset_min,distance_m,duration_s,cadence_spm,"
          "effort,surface,ground,warm_up,cool_down,shoe,ascent_m,title,note,source,"
          "source_id".split(","), runs)
    write(folder, "pain.csv", "date,side,score,areas,qualities,timings,onset,flags,note".split(","), pain)
    write(folder, "shoes.csv", "name,brand,model,bought,start_distance_m,check_at_m,replace_at_m,"
          "retired,note".split(","),
          [[texts[i], texts[i], texts[-i], "2025-01-31", 790000, 400000, 800000,
            "2026-05-01" if i % 3 == 0 else "", texts[i]] for i in range(len(TEXTS))])
    write(folder, "care.csv", "date,kind,minutes,note".split(","), care)
    write(folder, "red-flags.csv", "date,asked,yes,seen".split(","),
          [["2026-03-10", "fall;fever", "fever", "yes"], ["2026-03-11", "fall", "", ""]])


def read_rows(path):
    with open(path, encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file))


def read_sheet(path):
    """Rows of cells: type, value, text and formula, as the spreadsheet has understood them."""
    for row in ElementTree.parse(path).iter(TABLE + "table-row"):
        cells = []
        for cell in row.findall(TABLE + "table-cell"):
            kind = cell.get(OFFICE + "value-type", "")
            values = [cell.get(OFFICE + name) for name in ("value", "date-value", "time-value")]
            text = "\n".join("".join(read_text(p)) for p in cell.findall(TEXT + "p"))
            found = (kind, next((v for v in values if v), ""), text, cell.get(TABLE + "formula"))
            cells += [found] * min(int(cell.get(TABLE + "number-columns-repeated", "1")), 50)
        yield cells


def read_text(node):
    """Blanks and tabs are elements."""
    yield node.text or ""
    for child in node:
        if child.tag == TEXT + "s":
            yield " " * int(child.get(TEXT + "c", "1"))
        elif child.tag == TEXT + "tab":
            yield "\t"
        else:
            yield from read_text(child)
        yield child.tail or ""


def speaks(language):
    text = subprocess.run(["locale", "decimal_point"], capture_output=True, text=True,
                          env={**os.environ, "LC_ALL": f"{language}.UTF-8"}).stdout.strip()
    return text == ("," if LANGUAGES[language] == ";" else ".")


class LibreOffice(unittest.TestCase):
    def setUp(self):
        box = tempfile.TemporaryDirectory()
        self.addCleanup(box.cleanup)
        self.box = pathlib.Path(box.name)
        (self.box / "log").mkdir()
        write_log(self.box / "log")
        self.cli("C", "log", "import", "log")

    def run_in(self, language, *command):
        environment = {**os.environ, "LC_ALL": f"{language}.UTF-8", "HOME": str(self.box)}
        result = subprocess.run(list(map(str, command)), cwd=self.box, env=environment,
                                capture_output=True, text=True)
        self.assertEqual(result.returncode, 0, result.stderr)

    def cli(self, language, log, *arguments):
        self.run_in(language, program, "--log", self.box / f"{log}.db", *arguments)

    def profile(self, language):
        """Of this test's own, so that nobody's settings are read or written."""
        folder = self.box / f"profile-{language}" / "user"
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "registrymodifications.xcu").write_text(f"""<?xml version="1.0" encoding="UTF-8"?>
            <oor:items xmlns:oor="http://openoffice.org/2001/registry">
              <item oor:path="/org.openoffice.Setup/L10N">
                <prop oor:name="ooSetupSystemLocale" oor:op="fuse">
                  <value>{language.replace("_", "-")}</value>
                </prop>
              </item>
            </oor:items>""", encoding="utf-8")
        return (self.box / f"profile-{language}").as_uri()

    def convert(self, language, form, files, folder, special=True):
        """Opened with the separator of the language, and saved as shown; without “special” numbers,
        times stay as they are written."""
        separator = ord(LANGUAGES[language])
        options = [f"--infilter=CSV:{separator},34,UTF8,1,,0,false,{str(special).lower()}"]
        if files[0].suffix != ".csv":
            options = []
        if form == "csv":
            form = f"csv:Text - txt - csv (StarCalc):{separator},34,UTF8,1,,0,false,true"
        self.run_in(language, soffice, f"-env:UserInstallation={self.profile(language)}",
                    "--headless", *options, "--convert-to", form, "--outdir", folder, *files)

    def check_cell(self, name, column, cell, plain, times):
        kind, value, text, formula = cell
        where = f"{name} {column}: {plain!r} became {cell!r}"
        self.assertIsNone(formula, where)
        if plain == "":
            self.assertEqual(kind, "", where)
        elif column in DATES:
            self.assertEqual((kind, value), ("date", plain), where)
        elif column in times:
            hours, minutes, seconds = plain.split(":")
            self.assertEqual((kind, value), ("time", f"PT{hours}H{minutes}M{seconds}S"), where)
        elif column in NUMBERS:
            self.assertEqual(kind, "float", where)
            self.assertEqual(float(value), float(plain), where)
        else:
            self.assertEqual(kind, "string", where)
            self.assertIn(text, (plain, "'" + plain), where)

    def check_file(self, folder, name, special):
        plain = read_rows(self.box / "plain" / name)
        sheet = list(read_sheet(self.box / folder / f"{name[:-4]}.fods"))
        self.assertEqual([cell[2] for cell in sheet[0][:len(plain[0])]], plain[0])
        self.assertGreater(len(plain), 1, name)
        self.assertGreaterEqual(len(sheet), len(plain))
        for row, cells in zip(plain[1:], sheet[1:]):
            cells += [("", "", "", None)] * (len(row) - len(cells))
            for column, value, cell in zip(plain[0], row, cells):
                self.check_cell(name, column, cell, value, TIMES if special else ())

    def check_saved(self, language):
        """What the spreadsheet saves again is the log as it was."""
        folder = self.box / f"saved-{language}"
        self.convert(language, "csv", [self.box / f"sheet-{language}" / f"{name[:-4]}.fods"
                                       for name in OWN_FILES], folder)
        self.cli(language, f"again-{language}", "import", folder)
        self.cli(language, f"again-{language}", "export", f"again-{language}")
        for name in FILES:
            self.assertEqual((self.box / f"again-{language}" / name).read_bytes(),
                             (self.box / f"plain-{language}" / name).read_bytes(), name)

    def test_plain(self):
        """The dialect for programs is no danger either, though a text may be taken for a number."""
        self.cli("C", "log", "export", "plain")
        self.convert("en_US", "fods", [self.box / "plain" / name for name in FILES], self.box / "sheet")
        for name in FILES:
            for cells in read_sheet(self.box / "sheet" / f"{name[:-4]}.fods"):
                self.assertEqual([cell for cell in cells if cell[3] is not None], [], name)

    def test_export(self):
        for language in LANGUAGES:
            if not speaks(language):
                self.skipTest(f"There is no locale {language}")
            with self.subTest(language):
                self.cli(language, "log", "export", f"plain-{language}")
                shutil.copytree(self.box / f"plain-{language}", self.box / "plain", dirs_exist_ok=True)
                self.cli(language, "log", "export", "--dialect", "spreadsheet", f"out-{language}")
                written = [self.box / f"out-{language}" / name for name in FILES]
                for folder, special in (f"sheet-{language}", True), (f"careful-{language}", False):
                    self.convert(language, "fods", written, self.box / folder, special)
                    for name in FILES:
                        self.check_file(folder, name, special)
                self.check_saved(language)


if __name__ == "__main__":
    if soffice is None:
        print("There is no LibreOffice: no soffice in PATH, and $HIPLOG_SOFFICE names none.")
        sys.exit(77)
    unittest.main()
