#!/usr/bin/env python3
"""What a run publishes can be used by others: the tables as a data package, their entry in a catalogue, the budget workbook."""
import csv
import datetime
import hashlib
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import unittest
import zipfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
PROGRAM = None
RESULTS = None
# Tabular Data Package 1.0 (specs.frictionlessdata.io): what names may look like and what must be there.
NAME = re.compile(r"^[a-z0-9._-]+$")
TYPES = {"string", "number", "date", "boolean", "integer"}
# DCAT-AP-NL 3.0: mandatory properties of a dataset and of a distribution.
OF_A_DATASET = ("dct:title", "dct:description", "dct:identifier", "dct:publisher", "dcat:contactPoint", "dcat:theme",
                "dct:accessRights", "dct:language")
OF_A_DISTRIBUTION = ("dcat:accessURL", "dct:license", "dct:title", "dct:format")
# Comma, quote, UTF-8, from row 1; no formatted values, every sheet to a file of its own (the last -1).
CSV_OF_EVERY_SHEET = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1"


def rows(name):
    with open(RESULTS / "tables" / f"{name}.csv", newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


class DataPackage(unittest.TestCase):
    def setUp(self):
        self.package = json.loads((RESULTS / "tables" / "datapackage.json").read_text(encoding="utf-8"))

    def test_has_what_the_standard_asks(self):
        self.assertEqual(self.package["profile"], "tabular-data-package")
        self.assertRegex(self.package["name"], NAME)
        for licence in self.package["licenses"]:
            self.assertTrue(licence["name"] and licence["path"].startswith("https://"))
        for source in self.package["sources"]:
            self.assertTrue(source["title"])
        names = [resource["name"] for resource in self.package["resources"]]
        self.assertEqual(len(names), len(set(names)))
        for resource in self.package["resources"]:
            self.assertEqual(resource["profile"], "tabular-data-resource")
            self.assertRegex(resource["name"], NAME)
            self.assertNotIn("..", resource["path"])
            self.assertFalse(resource["path"].startswith("/"))
            self.assertEqual(resource["encoding"], "utf-8")

    def test_describes_every_file_column_by_column(self):
        listed = {resource["path"] for resource in self.package["resources"]}
        written = {path.name for path in (RESULTS / "tables").glob("*.csv")}
        self.assertEqual(listed, written)
        for resource in self.package["resources"]:
            with open(RESULTS / "tables" / resource["path"], newline="", encoding="utf-8") as file:
                reader = csv.reader(file)
                self.assertEqual([field["name"] for field in resource["schema"]["fields"]], next(reader), resource["path"])
                for row in reader:
                    self.assertEqual(len(row), len(resource["schema"]["fields"]), f"{resource['path']}: {row}")
                    for field, value in zip(resource["schema"]["fields"], row):
                        self.check_value(field, value, resource["path"])

    def check_value(self, field, value, where):
        self.assertIn(field["type"], TYPES)
        if value == "":
            return
        if field["type"] == "number":
            self.assertRegex(value, r"^-?[0-9]+([.][0-9]+)?$", f"{where}: {field['name']}")
        if field["type"] == "date":
            self.assertTrue(datetime.date.fromisoformat(value), f"{where}: {field['name']}")

    def test_leaves_small_counts_of_a_breakdown_out(self):
        left_out = 0
        for row in rows("figures"):
            if row["breakdown"] == "total" or row["unit"] not in ("households", "persons", "children"):
                self.assertEqual(row["left_out"], "")
                continue
            left_out += row["left_out"] != ""
            for column in ("estimate", "difference"):
                self.assertFalse(row[column] != "" and 0 < abs(float(row[column])) < 10, row)
        self.assertGreater(left_out, 100)


class ReportTables(unittest.TestCase):
    def test_show_every_example_under_every_package(self):
        values = {(row["package"], row["household"]) for row in rows("examples")}
        packages = {row["id"] for row in rows("packages")}
        self.assertEqual(values, {(package, household) for package in packages for household in {name for _, name in values}})
        self.assertEqual(len(values), 13 * len(packages))

    def test_compare_what_was_published_by_the_role_it_played(self):
        published = {row["key"]: row for row in rows("published")}
        self.assertEqual(published["use.special_assistance"]["role"], "calibrate")
        self.assertEqual(float(published["use.special_assistance"]["model"]), 1113)
        self.assertEqual(float(published["budget.debt_counselling"]["model"]), 1_310_000)
        self.assertIn("option.limits_130", published)
        for key in ("budget_new.tailored_budget", "option.income_supplement_500", "option.sum"):
            self.assertFalse(key in published, f"{key} is of packages that were not run")
        self.assertFalse("population.persons" in published, "is of the population, not of this run")

    def test_have_gains_and_losses_that_make_the_difference_in_cost(self):
        figures = {(row["package"], row["outcome"], row["scheme"], row["breakdown"], row["cell"]): float(row["estimate"] or 0)
                   for row in rows("figures")}
        schemes = {row["scheme"] for row in rows("budget") if ("limits-130", "take_up", row["scheme"], "total", "") in figures}
        more = sum(figures["limits-130", "cost_per_year", scheme, "total", ""]
                   - figures["baseline", "cost_per_year", scheme, "total", ""] for scheme in schemes)
        gain = figures["limits-130", "gain_per_year", "", "total", ""] - figures["limits-130", "loss_per_year", "", "total", ""]
        self.assertAlmostEqual(gain, more, delta=0.2)
        deciles = [figures.get(("limits-130", "gain_per_year", "", "income_decile", str(decile)), 0) for decile in range(1, 11)]
        self.assertAlmostEqual(sum(deciles), figures["limits-130", "gain_per_year", "", "total", ""], delta=0.2)


class Catalogue(unittest.TestCase):
    def setUp(self):
        self.dataset = json.loads((RESULTS / "tables" / "dcat.jsonld").read_text(encoding="utf-8"))

    def test_has_the_mandatory_properties(self):
        self.assertEqual(self.dataset["@type"], "dcat:Dataset")
        for name in OF_A_DATASET:
            self.assertTrue(self.dataset.get(name), name)
        for distribution in self.dataset["dcat:distribution"]:
            for name in OF_A_DISTRIBUTION:
                self.assertTrue(distribution.get(name), f"{distribution['@id']}: {name}")

    def test_uses_only_prefixes_it_explains(self):
        used = set(re.findall(r'"([a-z]+):[A-Za-z]', json.dumps(self.dataset))) - {"https", "http"}
        self.assertLessEqual(used, set(self.dataset["@context"]))

    def test_has_size_and_digest_of_every_file(self):
        self.assertEqual(len(self.dataset["dcat:distribution"]), len(list((RESULTS / "tables").glob("*.csv"))))
        for distribution in self.dataset["dcat:distribution"]:
            content = (RESULTS / "tables" / distribution["dcat:downloadURL"]["@id"]).read_bytes()
            self.assertEqual(int(distribution["dcat:byteSize"]["@value"]), len(content))
            self.assertEqual(distribution["spdx:checksum"]["spdx:checksumValue"]["@value"], hashlib.sha256(content).hexdigest())


def number(text):
    """A number in a sheet that is Dutch or English, without separators of thousands."""
    return float(text.replace(",", "."))


def take_values_of_formulas(source, target):
    """Copies a workbook without the stored values of its formulas."""
    patterns = ((re.compile(rb"</f><v>[^<]*</v>"), b"</f>"),
                (re.compile(rb'(table:formula="[^"]*") office:value-type="float" office:value="[^"]*"><text:p>[^<]*</text:p>'),
                 rb"\g<1>>"))
    taken = 0
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            for pattern, instead in patterns:
                content, count = pattern.subn(instead, content)
                taken += count
            new.writestr(name, content)
    return taken


class Workbook(unittest.TestCase):
    """LibreOffice opens both files; the values are those of our own tables, and so are those it works out itself."""

    def setUp(self):
        office = shutil.which("soffice")
        if office is None:
            if os.environ.get("CI") == "true":
                self.fail("LibreOffice (libreoffice-calc) is not installed")
            self.skipTest("LibreOffice (libreoffice-calc) is not installed")
        self.office = office

    def sheets(self, suffix, without_values):
        """Name of a sheet -> its rows of texts. Without the values of formulas only what LibreOffice makes of these is there."""
        with tempfile.TemporaryDirectory() as folder:
            source = RESULTS / f"budget.{suffix}"
            if without_values:
                source = pathlib.Path(folder) / source.name
                self.assertGreater(take_values_of_formulas(RESULTS / source.name, source), 100)
            done = subprocess.run([self.office, "--headless", f"-env:UserInstallation=file://{folder}/profile", "--convert-to",
                                   CSV_OF_EVERY_SHEET, "--outdir", folder, str(source)],
                                  capture_output=True, text=True, timeout=120, check=False)
            self.assertEqual(done.returncode, 0, done.stderr)
            found = {}
            for path in pathlib.Path(folder).glob("budget-*.csv"):
                with open(path, newline="", encoding="utf-8") as file:
                    found[path.stem.removeprefix("budget-")] = list(csv.reader(file))
        self.assertTrue(found, done.stdout + done.stderr)
        return found

    def check(self, suffix, without_values=False):
        sheets = self.sheets(suffix, without_values)
        cost = {(row["package"], row["scheme"]): row for row in rows("costs")
                if row["breakdown"] == "total" and row["outcome"] == "cost_per_year"}
        names = {row["scheme"]: row["dutch_name"] for row in rows("budget")}
        last_day = {row["scheme"]: row["last_day"] for row in rows("budget")}
        duration = {row["scheme"]: row["duration"] for row in rows("budget")}
        index = [(int(row["year"]), float(row["price_index"])) for row in rows("budget_years")]
        packages = rows("packages")
        compared = 0
        for package in packages:
            sheet = next(rows_of for name, rows_of in sheets.items() if rows_of[0][0] == package["title"] and name != "Overzicht")
            text = "\n".join(",".join(row) for row in sheet)
            self.assertIn(package["date"], text)
            self.assertNotRegex(text, r"#(REF|NAME|VALUE|DIV)|Err:")
            for scheme, name in names.items():
                line = next(row for row in sheet if len(row) > 2 and row[2] == name)
                spent = [number(value) for value in line[6:10]]
                for (year, prices), value in zip(index, spent):
                    ended = last_day[scheme] != "" and year > int(last_day[scheme][:4])
                    rise = 1 if duration[scheme] == "incidental" else prices
                    expected = 0 if ended else float(cost[package["id"], scheme]["estimate"]) * rise
                    self.assertAlmostEqual(value, expected, delta=0.02, msg=f"{package['id']} {scheme} {year}")
                    compared += 1
                for spending, income, balance in zip(spent, line[10:14], line[14:18]):
                    self.assertAlmostEqual(number(balance), number(income) - spending, delta=0.02)
            total = next(row for row in sheet if len(row) > 2 and row[2] == "Totaal")
            self.assertAlmostEqual(number(total[6]), float(cost[package["id"], ""]["estimate"]), delta=0.2)
        self.assertGreater(compared, 100)
        overview = sheets["Overzicht"]
        for package in packages:
            row = next(row for row in overview if row[0] == package["title"])
            difference = cost[package["id"], ""]["difference"]
            self.assertAlmostEqual(number(row[5] or "0"), float(difference), delta=0.02)
        self.assertIn("Dat een regeling volgens de wet mag.", [row[0] for row in sheets["Wat dit model niet zegt"]])
        terms = rows("terms")
        shown = sum(1 for row in sheets["Aannames"] if len(row) > 7 and row[1] != "" and row[6] in {term["status"] for term in terms})
        self.assertEqual(shown, len(terms))

    def test_xlsx_is_what_the_tables_say(self):
        self.check("xlsx")

    def test_ods_is_what_the_tables_say(self):
        self.check("ods")

    def test_formulas_of_xlsx_give_what_the_tables_say(self):
        self.check("xlsx", without_values=True)

    def test_formulas_of_ods_give_what_the_tables_say(self):
        self.check("ods", without_values=True)


class ForecastWorkbook(unittest.TestCase):
    """LibreOffice opens the workbook of a forecast; the monitor compares what is filled in with what was expected."""

    COUNTED = 9.5  # per cent: above the interval of the first row
    FIRST_ROW = 7

    def setUp(self):
        self.office = shutil.which("soffice")
        if self.office is None:
            if os.environ.get("CI") == "true":
                self.fail("LibreOffice (libreoffice-calc) is not installed")
            self.skipTest("LibreOffice (libreoffice-calc) is not installed")

    def fill_in(self, source, target):
        """Copies the workbook with a count in the first row of the monitor, and without stored values of formulas."""
        value = str(self.COUNTED).encode()
        cell = f"N{self.FIRST_ROW}".encode()
        patterns = (
            (rb'(<c r="O' + str(self.FIRST_ROW).encode() + rb'")', rb'<c r="' + cell + rb'"><v>' + value + rb"</v></c>\1"),
            (rb'<table:table-cell[^>]*/>(<table:table-cell[^>]*ISBLANK\(\[\.' + cell + rb"\]\))",
             rb'<table:table-cell office:value-type="float" office:value="' + value + rb'"/>\1'),
            (rb"</f><v>[^<]*</v>", b"</f>"),
            (rb'(table:formula="[^"]*") office:value-type="string"><text:p></text:p>', rb"\1>"),
            (rb'(table:formula="[^"]*") office:value-type="string"><text:p/>', rb"\1>"))
        filled = 0
        with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w") as new:
            for name in old.namelist():
                content = old.read(name)
                if b"ISBLANK(" in content:
                    for pattern, instead in patterns:
                        content, count = re.subn(pattern, instead, content)
                        filled += count
                new.writestr(name, content)
        self.assertGreater(filled, 0)

    def check(self, suffix):
        with tempfile.TemporaryDirectory() as folder:
            source = pathlib.Path(folder) / f"forecast.{suffix}"
            self.fill_in(RESULTS / source.name, source)
            done = subprocess.run([self.office, "--headless", f"-env:UserInstallation=file://{folder}/profile", "--convert-to",
                                   CSV_OF_EVERY_SHEET, "--outdir", folder, str(source)],
                                  capture_output=True, text=True, timeout=120, check=False)
            self.assertEqual(done.returncode, 0, done.stderr)
            sheets = {}
            for path in pathlib.Path(folder).glob("forecast-*.csv"):
                with open(path, newline="", encoding="utf-8") as file:
                    sheets[path.stem.removeprefix("forecast-")] = list(csv.reader(file))
        self.assertLessEqual({"Antwoord en doelen", "Jaren per pakket", "Wijken", "Begroting", "Monitor", "Aannames",
                              "Wat er niet in zit", "Huidig beleid"}, set(sheets))
        for name, sheet in sheets.items():
            self.assertNotRegex("\n".join(",".join(row) for row in sheet), r"#(REF|NAME|VALUE|DIV)|Err:", name)
        monitor = sheets["Monitor"][self.FIRST_ROW - 1:]
        self.assertEqual(monitor[0][15], "boven de marge", monitor[0])
        self.assertAlmostEqual(number(monitor[0][14]), self.COUNTED - number(monitor[0][8]), delta=0.001)
        for row in monitor[1:]:
            self.assertEqual(row[13:16], ["", "", ""], row)
        with open(RESULTS / "indicators.csv", newline="", encoding="utf-8") as file:
            indicators = list(csv.DictReader(file))
        self.assertEqual(len(monitor), len(indicators))
        for shown, row in zip(monitor, indicators):
            factor = 100 if row["unit"].startswith("share") else 1
            self.assertEqual((shown[0], shown[6]), (row["name"], row["year"]))
            self.assertEqual(shown[1].split(", ")[0], row["area_name"])
            self.assertEqual(", " in shown[1], row["profile"] != "")
            self.assertAlmostEqual(number(shown[8] or "nan"), factor * float(row["expected"] or "nan"), delta=0.051)
        self.check_budget(sheets["Huidig beleid"])

    def check_budget(self, sheet):
        """The totals that a spreadsheet works out are those of the forecast, and p.m. stays p.m."""
        with open(RESULTS / "forecast_budget.csv", newline="", encoding="utf-8") as file:
            totals = {row["key"] or row["level"]: row for row in csv.DictReader(file)
                      if row["package"] == "baseline" and row["year"] == "2026"}
        names = {"structureel": "structural", "incidenteel": "incidental"}
        sums = 0
        for row in sheet[:next(i for i, row in enumerate(sheet) if row[0].startswith("Lasten met"))]:
            if row[2] == "Totaal" or row[2].startswith("waarvan"):
                total = totals["total" if row[2] == "Totaal" else names.get(row[3], row[3]) or row[0]]
                self.assertAlmostEqual(number(row[6]), float(total["spending"]), delta=1.01)
                self.assertAlmostEqual(number(row[8]), float(total["balance"]), delta=1.01)
                if total["income"] == "p.m.":
                    self.assertEqual(row[7], "p.m.")
                sums += 1
        self.assertGreaterEqual(sums, 5)

    def test_xlsx_compares_with_what_is_filled_in(self):
        self.check("xlsx")

    def test_ods_compares_with_what_is_filled_in(self):
        self.check("ods")


def setUpModule():
    global RESULTS
    RESULTS = pathlib.Path(tempfile.mkdtemp(prefix="minimasim-published-"))
    subprocess.run([PROGRAM, "run", "scenarios/limits-130.toml", "scenarios/raise-the-bar.toml", "--population", "member0",
                    "--replicates", "4", "-o", str(RESULTS)], cwd=ROOT, check=True, capture_output=True)
    subprocess.run([PROGRAM, "forecast", "trajectories-100", "--until", "2026", "--ensemble", "1", "--replicates", "4",
                    "-o", str(RESULTS)], cwd=ROOT, check=True, capture_output=True)


def tearDownModule():
    shutil.rmtree(RESULTS)


if __name__ == "__main__":
    PROGRAM = str(pathlib.Path(sys.argv.pop(1)).resolve())
    unittest.main()
