"""scripts/make_test_country makes a country of which the truth is known, and the program builds it by the ordinary way."""
import collections
import csv
import pathlib
import subprocess
import sys
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
SCRIPT = ROOT / "scripts" / "make_test_country"
PROGRAM = pathlib.Path(sys.argv.pop(1)) if len(sys.argv) > 1 and not sys.argv[1].startswith("-") else None
HOUSEHOLDS = 6000
NEIGHBOURHOODS = 20


def rows(file):
    with file.open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def make(folder, *arguments):
    return subprocess.run([sys.executable, SCRIPT, "--households", str(HOUSEHOLDS), "--neighbourhoods", str(NEIGHBOURHOODS),
                           "-o", folder, *arguments], capture_output=True, text=True)


class MakeTestCountryTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.temporary = tempfile.TemporaryDirectory()
        cls.folder = pathlib.Path(cls.temporary.name)
        cls.country = cls.folder / "country"
        made = make(cls.country)
        assert made.returncode == 0, made.stderr
        cls.margins = cls.country / "margins" / "GM9999"

    @classmethod
    def tearDownClass(cls):
        cls.temporary.cleanup()

    def values(self, name):
        return {(row["area"], row["universe"], row["attribute"], row["category"], int(row["year"])): row
                for row in rows(self.margins / name)}

    def test_is_the_same_for_the_same_seed_and_another_for_another(self):
        again = self.folder / "again"
        other = self.folder / "other"
        make(again)
        make(other, "--seed", "2")
        def persons(folder):
            return (folder / "margins" / "GM9999" / "persons.csv").read_bytes()
        self.assertEqual(persons(again), persons(self.country))
        self.assertNotEqual(persons(other), persons(self.country))

    def test_has_the_households_that_were_asked_for(self):
        cells = self.values("households.csv")
        here = [int(row["value"]) for key, row in cells.items() if key[0].startswith("WK") and key[2] == "total"]
        self.assertEqual(len(here), NEIGHBOURHOODS)
        self.assertEqual(sum(here), HOUSEHOLDS)
        self.assertEqual(cells["GM9999", "private_households", "total", "total", 2023]["value"], str(HOUSEHOLDS))

    def test_prints_persons_to_five_and_shares_to_whole_per_cents(self):
        persons = [row for row in rows(self.margins / "persons.csv") if row["area"].startswith("WK")]
        self.assertEqual(len(persons), 8 * NEIGHBOURHOODS)
        self.assertTrue(all(int(row["value"]) % 5 == 0 for row in persons))
        owners = [row["value"] for row in rows(self.margins / "dwellings.csv") if row["category"] == "owner"]
        self.assertTrue(all(len(value) <= 4 for value in owners), owners)

    def test_types_and_persons_by_position_agree(self):
        persons = collections.Counter()
        for (area, _, attribute, category, year), row in self.values("persons.csv").items():
            if area == "GM9999" and attribute == "position_age" and year == 2020:
                persons[category.split(":")[0]] += int(row["value"])
        types = self.values("households.csv")
        def households(category):
            return int(types["GM9999", "private_households", "type", category, 2020]["value"])
        self.assertEqual(persons["living_alone"], households("one_person"))
        self.assertEqual(persons["lone_parent"], households("lone_parent"))
        married = persons["partner_married_no_children"] + persons["partner_married_with_children"]
        self.assertEqual(married, 2 * households("married_couple"))

    def test_the_truth_lies_in_the_printed_intervals(self):
        truth = collections.Counter()
        for row in rows(self.country / "truth.csv"):
            truth[row["area"]] += float(row["persons"])
        residents = {key[0]: int(row["value"]) for key, row in self.values("persons.csv").items() if key[2] == "total"}
        self.assertEqual(len(truth), NEIGHBOURHOODS)
        for area, persons in truth.items():  # residents of institutions are apart, 1 to 5 %
            self.assertLess(persons, residents[area] + 3)
            self.assertGreater(persons, 0.9 * residents[area])

    def test_men_of_few_neighbourhoods_are_those_of_the_country(self):
        few = self.folder / "few"
        make(few, "--households", "30000", "--neighbourhoods", "3")
        men = {row["area"]: int(row["value"]) for row in rows(few / "margins" / "GM9999" / "persons.csv")
               if row["category"] == "men" and row["year"] == "2022"}
        self.assertLessEqual(abs(sum(men.values()) - 2 * men["GM9999"]), 3 * 5 / 2)  # each was rounded to five

    @unittest.skipIf(PROGRAM is None, "needs the program: make_test_country_test.py build/minimasim")
    def test_packages_can_be_run_on_it(self):
        (self.folder / "scenarios").symlink_to(ROOT / "scenarios")  # where the program looks for packages
        done = subprocess.run([PROGRAM, "run", ROOT / "scenarios" / "limits-130.toml", "--data", self.country, "--municipality",
                               "GM9999", "--ensemble", "1", "--replicates", "1", "-o", self.folder / "results"],
                              capture_output=True, text=True)
        self.assertEqual(done.returncode, 0, done.stderr)

    def test_refuses_what_cannot_be(self):
        for arguments in (("--neighbourhoods", "70000"), ("--households", "100")):
            self.assertEqual(make(self.folder / "impossible", *arguments).returncode, 2)
        (self.folder / "mine").mkdir()
        self.assertEqual(make(self.folder / "mine").returncode, 2)
        self.assertTrue((self.folder / "mine").is_dir())

    @unittest.skipIf(PROGRAM is None, "needs the program: make_test_country_test.py build/minimasim")
    def test_the_program_meets_every_exact_margin_whatever_the_order_of_the_neighbourhoods(self):
        def build(name):
            made = subprocess.run([PROGRAM, "population", "--data", self.country, "--municipality", "GM9999", "-o",
                                   self.folder / name], capture_output=True, text=True)
            self.assertEqual(made.returncode, 0, made.stderr)
            return made.stdout
        said = build("first.h5")
        exact = [line.split() for line in said.splitlines() if " H  " in line]
        self.assertGreaterEqual(len(exact), 16 + 6 * NEIGHBOURHOODS)
        for cells in exact:
            self.assertEqual(cells[-4], cells[-1], cells)  # lowest and drawn

        run = subprocess.run([PROGRAM, "run", ROOT / "scenarios" / "limits-130.toml", "--data", self.country, "--municipality",
                              "GM9999", "--population", self.folder / "first.h5", "--replicates", "1", "-o",
                              self.folder / "results"], capture_output=True, text=True)
        self.assertEqual(run.returncode, 0, run.stderr)

        file = self.margins / "neighbourhoods.csv"
        header, *lines = file.read_text(encoding="utf-8").splitlines(keepends=True)
        file.write_text("".join([header, *reversed(lines)]), encoding="utf-8")
        build("second.h5")
        self.assertEqual((self.folder / "first.h5").read_bytes(), (self.folder / "second.h5").read_bytes())


if __name__ == "__main__":
    unittest.main()
