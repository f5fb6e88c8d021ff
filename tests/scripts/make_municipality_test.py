"""scripts/make_municipality makes the data of any of the 355 municipalities, and says what of it is estimated."""
import csv
import importlib.machinery
import importlib.util
import pathlib
import shutil
import subprocess
import sys
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
SCRIPT = ROOT / "scripts" / "make_municipality"
PROGRAM = pathlib.Path(sys.argv.pop(1)) if len(sys.argv) > 1 and not sys.argv[1].startswith("-") else None


def rows(file):
    with file.open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


class MakeMunicipalityTest(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)

    def make(self, *arguments):
        return subprocess.run([sys.executable, SCRIPT, *map(str, arguments), "--output", self.folder], capture_output=True,
                              text=True)

    def test_gives_the_stored_files_of_urk(self):
        made = self.make("GM0184")

        self.assertEqual(made.returncode, 0, made.stderr)
        for kind in ("margins", "municipalities"):
            stored = {file.name: file.read_bytes() for file in (ROOT / "data" / kind / "GM0184").iterdir()}
            found = {file.name: file.read_bytes() for file in (self.folder / kind / "GM0184").iterdir()}
            self.assertGreaterEqual(len(found), 5)
            self.assertEqual(sorted(found), sorted(stored), kind)
            for name, text in found.items():
                self.assertEqual(text, stored[name], f"{kind}/GM0184/{name} is not what scripts/make_municipality GM0184 writes "
                                                     "now: run it and read the difference")

    def test_says_of_every_cell_whether_it_was_read(self):
        said = self.make("GM0363").stdout

        cells = [row for file in (self.folder / "margins" / "GM0363").glob("*.csv") if file.name not in ("neighbourhoods.csv", "targets.csv")
                 for row in rows(file)]
        self.assertGreater(len(cells), 200)
        for cell in cells:
            self.assertEqual((cell["class"] == "SOFT"), (cell["status"] == "estimated"), cell)
            self.assertIn(cell["source"], said)
        read = [cell for cell in cells if cell["status"] == "read"]
        self.assertEqual({cell["universe"] for cell in read}, {"persons_in_households", "private_households"})

    def test_divides_residents_over_given_neighbourhoods_exactly(self):
        wijken = self.folder / "wijken.csv"
        wijken.write_text("code,name,share\nWK000301,West,0.3337\nWK000300,Oost,0.6663\n", encoding="utf-8")

        self.assertEqual(self.make("GM0003", "--neighbourhoods", wijken).returncode, 0)

        persons = rows(self.folder / "margins" / "GM0003" / "persons.csv")
        def residents(area, attribute):
            return sum(int(row["value"]) for row in persons if row["area"] == area and row["universe"] == "residents"
                       and row["attribute"] == attribute and row["year"] == "2022")
        self.assertEqual(residents("WK000300", "age") + residents("WK000301", "age"), residents("GM0003", "age"))
        self.assertEqual(residents("WK000300", "sex"), residents("WK000300", "total"))
        self.assertEqual([row["code"] for row in rows(self.folder / "margins" / "GM0003" / "neighbourhoods.csv")],
                         ["WK000300", "WK000301"])

    def test_refuses_neighbourhoods_of_another_municipality_and_shares_that_do_not_add_up(self):
        wijken = self.folder / "wijken.csv"
        for text, fault in (("WK000401,West,1\n", "begins with WK0003"), ("WK000301,West,0.5\n", "add up to 0.5")):
            wijken.write_text("code,name,share\n" + text, encoding="utf-8")
            made = self.make("GM0003", "--neighbourhoods", wijken)
            self.assertEqual(made.returncode, 2)
            self.assertIn(fault, made.stderr)
            self.assertFalse((self.folder / "margins").exists())

    def test_refuses_an_unknown_code_and_the_town_that_has_published_margins(self):
        for code, fault in (("GM9998", "no municipality of 1 January 2020"), ("GM0106", "has published margins")):
            made = self.make(code)
            self.assertEqual(made.returncode, 2)
            self.assertIn(fault, made.stderr)

    def test_knows_all_355(self):
        said = self.make("--list").stdout.splitlines()
        self.assertEqual(len(said), 355)
        self.assertIn("GM0106  Assen", said)
        self.assertIn("GM0184  Urk", said)

    def test_schemes_are_those_of_assen_by_name_and_no_users_are_published(self):
        self.make("GM0184")
        folder = self.folder / "municipalities" / "GM0184"
        schemes = rows(folder / "schemes.csv")
        stored = rows(ROOT / "data" / "municipalities" / "GM0106" / "schemes.csv")
        self.assertEqual(len(schemes), len(stored))
        for mine, other in zip(schemes, stored):
            self.assertEqual(mine["status"], "estimated")
            if mine["term"] == "budget_per_year":
                self.assertEqual(mine["value"], "0")
            else:
                self.assertEqual(mine["value"], other["value"])
                self.assertIn("amount of Assen, not of Urk: a thought experiment", mine["source"])
        self.assertEqual(rows(folder / "calibration.csv"), [])

    @unittest.skipIf(PROGRAM is None, "needs the program: make_municipality_test.py build/minimasim")
    def test_packages_run_for_urk_by_the_unchanged_program(self):
        made = subprocess.run([PROGRAM, "run", ROOT / "scenarios" / "limits-130.toml", "--municipality", "GM0184", "--replicates",
                               "2", "--ensemble", "1", "--data", ROOT / "data", "-o", self.folder / "results"],
                              capture_output=True, text=True)
        self.assertEqual(made.returncode, 0, made.stderr)
        self.assertIn("Urk (GM0184)", made.stdout)

    @unittest.skipIf(PROGRAM is None, "needs the program: make_municipality_test.py build/minimasim")
    def test_a_town_of_students_is_no_mistake(self):
        data = self.folder / "data"
        shutil.copytree(ROOT / "data", data)
        shutil.copytree(ROOT / "scenarios", self.folder / "scenarios")
        subprocess.run([sys.executable, SCRIPT, "GM0289", "--data", data], check=True, capture_output=True)
        made = subprocess.run([PROGRAM, "population", "--municipality", "GM0289", "--data", data, "-o",
                               self.folder / "wageningen.h5"], capture_output=True, text=True)
        self.assertEqual(made.returncode, 0, made.stderr)


class UnlikeMunicipalitiesTest(unittest.TestCase):
    def test_the_rule_takes_twenty_different_ones_and_every_extreme(self):
        loader = importlib.machinery.SourceFileLoader("unlike", str(ROOT / "scripts" / "unlike_municipalities"))
        unlike = importlib.util.module_from_spec(importlib.util.spec_from_loader("unlike", loader))
        loader.exec_module(unlike)
        towns = [{"code": f"GM{k:04}", "households": 5_000 + k, "one_person": (7 * k % 50) / 100, "old": (11 * k % 50) / 100,
                  "families": (13 * k % 50) / 100, "lone": (17 * k % 50) / 100} for k in range(50)]
        towns.append({**towns[0], "code": "GM9000", "households": 4_000, "one_person": 1})

        chosen = list(unlike.chosen(towns))
        ordinary = unlike.ordinary(towns, {m["code"] for _, m in chosen})

        self.assertEqual(chosen[0][1]["households"], 5_049)
        self.assertEqual(chosen[1][1]["households"], 5_000)
        self.assertEqual(chosen[2][1]["one_person"], 0.49)
        codes = [m["code"] for _, m in chosen] + [m["code"] for m in ordinary]
        self.assertEqual(len(set(codes)), 20)
        self.assertNotIn("GM9000", codes)  # too small


if __name__ == "__main__":
    unittest.main()
