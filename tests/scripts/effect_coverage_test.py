"""scripts/effect_coverage counts known effects inside intervals; what its truths publish is what their households say."""
import contextlib
import importlib.machinery
import importlib.util
import io
import json
import pathlib
import random
import subprocess
import sys
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
SCRIPT = ROOT / "scripts" / "effect_coverage"
PROGRAM = sys.argv.pop(1)
SKIPPED = 77
sys.dont_write_bytecode = True
sys.path.insert(0, str(ROOT / "scripts"))


def load(path):
    loader = importlib.machinery.SourceFileLoader(path.name, str(path))
    module = importlib.util.module_from_spec(importlib.util.spec_from_loader(path.name, loader))
    loader.exec_module(module)
    return module


effect_coverage = load(SCRIPT)
make_test_country = load(ROOT / "scripts" / "make_test_country")
import truth_margins
from margin_folder import rows


def figures(inside_by_truth, kind="cost"):
    """Figures with an interval of 0 to 1; the true difference lies inside or above."""
    return [{"truth": truth, "kind": kind, "figure": "limits-130/cost_per_year", "low": 0.0, "high": 1.0,
             "true": 0.5 if is_inside else 2.0} for truth, every in enumerate(inside_by_truth) for is_inside in every]


def cells(folder):
    return {tuple(row[name] for name in ("area", "universe", "attribute", "category", "year")): float(row["value"])
            for file in ("persons", "households", "dwellings", "income", "education")
            for row in rows(folder / f"{file}.csv")}


class Coverage(unittest.TestCase):
    def test_takes_its_error_from_the_spread_between_truths(self):
        even = effect_coverage.coverage(figures([[True] * 9 + [False]] * 10))
        uneven = effect_coverage.coverage(figures([[True] * 10] * 9 + [[False] * 10]))
        self.assertAlmostEqual(even["share"], 0.9)
        self.assertAlmostEqual(uneven["share"], 0.9)
        self.assertAlmostEqual(even["error"], 0)
        self.assertAlmostEqual(uneven["error"], 0.1)  # of ten truths, one without any
        self.assertAlmostEqual(uneven["above"], 0.1)

    def test_limits_are_085_to_095_and_what_is_a_little_above_is_named_wide(self):
        self.assertEqual([effect_coverage.verdict(share) for share in (0.84, 0.85, 0.95, 0.97, 0.99)],
                         ["OUTSIDE", "inside", "inside", "wide", "OUTSIDE"])

    def test_nought_that_is_sure_is_no_test_and_a_sure_nought_that_is_wrong_is(self):
        self.assertFalse(effect_coverage.is_test({"true": 0, "low": 0, "high": 0}))
        self.assertTrue(effect_coverage.is_test({"true": 3, "low": 0, "high": 0}))
        self.assertFalse(effect_coverage.is_inside({"true": 3, "low": 0, "high": 0}))

    def test_judges_every_kind_and_all_together(self):
        known = figures([[True] * 9 + [False]] * 2) + figures([[False] * 10] * 2, "poverty")
        with contextlib.redirect_stdout(io.StringIO()) as printed:
            judged = effect_coverage.print_table(known)
        self.assertEqual({kind: effect_coverage.verdict(found["share"]) for kind, found in judged.items()},
                         {"cost": "inside", "poverty": "OUTSIDE", "together": "OUTSIDE"})
        self.assertIn("OUTSIDE", printed.getvalue())

    def test_counts_no_effect_twice(self):
        def kind(outcome, scheme="", breakdown="total"):
            return effect_coverage.kind_of({"outcome": outcome, "scheme": scheme, "breakdown": breakdown})
        self.assertEqual(kind("cost_per_year"), "cost")
        self.assertEqual(kind("cost_per_year", "income_supplement"), "cost of a scheme")
        self.assertEqual(kind("newly_reached_children"), "reach")
        self.assertEqual(kind("poor_persons", breakdown="neighbourhood"), "poverty of a neighbourhood")
        self.assertIsNone(kind("gross_cost_per_year"))
        self.assertIsNone(kind("poor_persons", breakdown="profile"))


class TruthPublished(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.temporary = tempfile.TemporaryDirectory()
        folder = pathlib.Path(cls.temporary.name)
        cls.data = folder / "country"
        subprocess.run([sys.executable, str(ROOT / "scripts" / "make_test_country"), "--households", "4000",
                        "--neighbourhoods", "4", "-o", str(cls.data)], check=True, capture_output=True)
        subprocess.run([PROGRAM, "population", "--data", str(cls.data), "--municipality", "GM9999", "-o",
                        str(folder / "truth.h5")], check=True, capture_output=True)
        cls.truth = truth_margins.Truth(folder / "truth.h5")
        cls.again = folder / "again"
        cls.again.mkdir()
        files = truth_margins.published_again(cls.data, "GM9999", make_test_country, cls.truth, random.Random(1))
        for name, text in files.items():
            (cls.again / name).write_text(text, encoding="utf-8")
        cls.before = cells(cls.data / "margins" / "GM9999")
        cls.after = cells(cls.again)

    @classmethod
    def tearDownClass(cls):
        cls.temporary.cleanup()

    def test_tables_count_every_household_and_person_once(self):
        town = self.truth.areas[None]
        self.assertEqual(town["households"], 4000)
        self.assertEqual(sum(town["composition", name] for name in ("one_person", "without_children", "with_children")), 4000)
        alone = sum(count for (position, _), count in self.truth.positions.items() if position == "living_alone")
        self.assertEqual(alone, town["composition", "one_person"])
        self.assertEqual(sum(self.truth.sizes.values()) + alone, 4000)

    def test_exact_and_rounded_figures_stay_and_estimates_do_not(self):
        self.assertEqual(self.before.keys(), self.after.keys())
        changed = {(key[0][:2], key[2]) for key, value in self.before.items() if self.after[key] != value}
        self.assertLessEqual(changed, {("GM", "position_age"), ("GM", "age"), ("GM", "type"), ("GM", "size"), ("GM", "total"),
                                       ("WK", "composition"), ("WK", "social_minimum"), ("WK", "income_group"),
                                       ("WK", "benefits")})
        self.assertIn(("WK", "composition"), changed)
        self.assertFalse([key for key in self.before if key[2] == "total" and key[4] == "2023"
                          and self.after[key] != self.before[key]])
        self.assertFalse([key for key in self.before if key[1] == "residents" and key[2] == "age"
                          and self.after[key] != self.before[key]])

    def test_estimates_lie_near_the_truth(self):
        for number in range(4):
            here = self.truth.areas[number]
            published = self.after[f"WK9{number:05d}", "private_households", "composition", "one_person", "2022"]
            self.assertLess(abs(published - here["composition", "one_person"] / here["households"]), 0.15)  # five deviations

    def test_what_is_published_can_be_read_and_fitted(self):
        for name in self.again.iterdir():
            (self.data / "margins" / "GM9999" / name.name).write_bytes(name.read_bytes())
        built = subprocess.run([PROGRAM, "population", "--data", str(self.data), "--municipality", "GM9999"],
                               capture_output=True, text=True)
        self.assertEqual(built.returncode, 0, built.stderr)


class Command(unittest.TestCase):
    def test_prints_the_share_of_each_kind_and_its_exit_code_is_the_verdict(self):
        with tempfile.TemporaryDirectory() as folder:
            output = pathlib.Path(folder) / "figures.json"
            done = subprocess.run([sys.executable, str(SCRIPT), "--truths", "1", "--households", "4000", "--neighbourhoods",
                                   "4", "--members", "2", "--replicates", "4", "--packages", "limits-130", "--program",
                                   PROGRAM, "--json", str(output)], capture_output=True, text=True)
            self.assertIn(done.returncode, (0, 1), done.stderr)
            known = json.loads(output.read_text())
        self.assertEqual("OUTSIDE" in done.stdout, done.returncode == 1, done.stdout)
        self.assertLessEqual({"cost", "reach", "poverty"}, {figure["kind"] for figure in known})
        self.assertTrue(all(figure["low"] <= figure["high"] for figure in known))

    def test_refuses_what_cannot_be_judged(self):
        def said(*arguments):
            done = subprocess.run([sys.executable, str(SCRIPT), "--program", PROGRAM, *arguments], capture_output=True, text=True)
            self.assertNotIn(done.returncode, (0, SKIPPED))
            return done.stderr
        self.assertIn("at least one", said("--truths", "0"))
        small = ("--households", "4000", "--neighbourhoods", "4", "--truths", "1", "--members", "2", "--replicates", "2")
        self.assertIn("truth 1: ", said(*small, "--packages", "no-such-package"))


if __name__ == "__main__":
    if importlib.util.find_spec("h5py") is None:
        sys.exit(SKIPPED)
    unittest.main()
