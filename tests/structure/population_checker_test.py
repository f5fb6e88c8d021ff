#!/usr/bin/python3
"""scripts/check_population finds every fault it is for, and none in a population that the program built.

usage: tests/structure/population_checker_test.py [PROGRAM]     PROGRAM is minimasim, by default build/ci/minimasim
       A test whose tool is absent is skipped by name, and fails when CI=true.
"""
import importlib.machinery
import importlib.util
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
PROGRAM = pathlib.Path(sys.argv.pop(1)).resolve() if len(sys.argv) > 1 else ROOT / "build/ci/minimasim"

try:
    import h5py
except ImportError:
    h5py = None


def need(tool, present):
    """Skips by name where a tool is absent; on CI that is a failure."""
    if present:
        return
    if os.environ.get("CI") == "true":
        raise AssertionError(f"{tool} is needed and not installed")
    raise unittest.SkipTest(f"{tool} is not installed")


def load_checker():
    loader = importlib.machinery.SourceFileLoader("check_population", str(ROOT / "scripts/check_population"))
    module = importlib.util.module_from_spec(importlib.util.spec_from_loader("check_population", loader))
    sys.dont_write_bytecode = True
    loader.exec_module(module)
    return module


class PopulationCheckerTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        need("h5py (python3-h5py)", h5py is not None)
        cls.checker = load_checker()
        cls.folder = tempfile.TemporaryDirectory()
        cls.file = pathlib.Path(cls.folder.name) / "population.h5"
        subprocess.run([PROGRAM, "population", "--size", "1500", "-o", cls.file], check=True, cwd=ROOT,
                       stdout=subprocess.DEVNULL)
        households, persons, cls.neighbourhoods = cls.checker.read(cls.file)
        cls.households, cls.persons = households, persons
        cls.begin = households["person_begin"]

    @classmethod
    def tearDownClass(cls):
        cls.folder.cleanup()

    def first(self, holds):
        """The first household for which holds(household, first person) is true."""
        for i in range(len(self.begin) - 1):
            h = {name: values[i] for name, values in self.households.items() if name != "person_begin"}
            if holds(h, self.begin[i]):
                return i
        self.fail("the population has no such household to plant a fault in")

    def plant(self, group, column, place, value):
        """A copy of the population with one value changed."""
        changed = pathlib.Path(self.folder.name) / "changed.h5"
        shutil.copy(self.file, changed)
        with h5py.File(changed, "r+") as stored:
            stored[group][column][place] = value
        return changed

    def expect(self, fault, group, column, place, value):
        found, _ = self.checker.check(self.plant(group, column, place, value))
        self.assertIn(fault, found)

    def person(self, holds):
        """The first person for whom holds(role, age, source, household type) is true."""
        for i in range(len(self.begin) - 1):
            for j in range(self.begin[i], self.begin[i + 1]):
                if holds(self.persons["role"][j], self.persons["age"][j], self.persons["source"][j],
                         self.households["type"][i]):
                    return j
        self.fail("the population has no such person to plant a fault in")

    def test_a_population_of_the_program_has_none(self):
        found, households = self.checker.check(self.file)
        self.assertEqual(found, {})
        self.assertGreater(households, 1200)

    def test_the_program_says_so(self):
        good = subprocess.run([ROOT / "scripts/check_population", self.file], capture_output=True, text=True)
        i = self.first(lambda h, j: h["tenure"] == 0)
        bad = subprocess.run([ROOT / "scripts/check_population",
                              self.plant("households", "rent_cents_per_month", i, 60_000)],
                             capture_output=True, text=True)
        self.assertEqual(good.returncode, 0, good.stdout)
        self.assertEqual(bad.returncode, 1)
        self.assertIn(f"the first is {i}", bad.stdout)

    def test_what_is_no_population_is_refused(self):
        for file in (ROOT / "README.md", ROOT / "nothing.h5"):
            answer = subprocess.run([ROOT / "scripts/check_population", file], capture_output=True, text=True)
            self.assertEqual(answer.returncode, 2)
            self.assertIn("is no population file", answer.stderr)

    def test_faults_of_age_are_found(self):
        head = self.first(lambda h, j: h["type"] == 0)
        self.expect("headed by a minor", "persons", "age", self.begin[head], 17)
        child = self.person(lambda role, age, source, kind: role == 2 and age < 15 and kind == 3)
        self.expect("a parent less than 15 years older than a child", "persons", "age", child, 64)
        mother = self.first(lambda h, j: h["type"] == 3 and self.persons["sex"][j] == 1)
        self.expect("a mother over 45 at a birth", "persons", "age", self.begin[mother], 99)

    def test_faults_of_type_are_found(self):
        couple = self.first(lambda h, j: h["type"] == 1)
        self.expect("partners do not match the type", "households", "type", couple, 3)
        self.expect("children do not match the type", "households", "type", couple, 2)
        self.expect("a one-person household of another size", "households", "type", couple, 0)
        alone = self.first(lambda h, j: h["type"] == 0)
        self.expect("a household of several adults with one person", "households", "type", alone, 4)
        self.expect("the partner does not come second", "households", "type", alone, 1)
        self.expect("one claimant, in front, is missing", "persons", "role", self.begin[alone], 2)
        self.expect("stands in a neighbourhood that does not exist", "households", "neighbourhood", alone, 200)

    def test_faults_of_source_are_found(self):
        old = self.person(lambda role, age, source, kind: age >= 67 and role == 0)
        young = self.person(lambda role, age, source, kind: 30 <= age < 60 and role == 0 and source == 0)
        minor = self.person(lambda role, age, source, kind: age < 18)
        self.expect("past pension age without a pension as source", "persons", "source", old, 0)
        self.expect("assistance as source past pension age", "persons", "source", old, 4)
        self.expect("an employee benefit past pension age", "persons", "disability_benefit_cents_per_year", old, 1)
        self.expect("a pensioner younger than 60", "persons", "source", young, 5)
        self.expect("an occupational pension before 60", "persons", "pension_cents_per_year", young, 100)
        self.expect("a student outside the ages of study finance", "persons", "source", young, 6)
        self.expect("a minor with an income", "persons", "wage_cents_per_year", minor, 100)
        self.expect("a minor with a resident profile", "persons", "profile", minor, 0)
        self.expect("a negative income", "persons", "wage_cents_per_year", young, -1)
        self.expect("a state pension outside 0 to 100 per cent", "persons", "state_pension_build_up_percent",
                    young, 101)

    def test_faults_of_assistance_are_found(self):
        one = self.first(lambda h, j: h["main_source"] == 4 and h["type"] == 0)
        couple = self.first(lambda h, j: h["type"] == 1 and self.persons["age"][j] < 60)
        alone = self.first(lambda h, j: h["type"] == 0 and h["main_source"] == 0 and self.persons["age"][j] < 60)
        child = self.person(lambda role, age, source, kind: role == 2 and age >= 18)
        self.expect("assistance of one partner alone", "persons", "source", self.begin[couple], 4)
        self.expect("assistance before 21", "persons", "age", self.begin[one], 20)
        self.expect("assistance as main source of nobody", "households", "main_source", alone, 4)
        self.expect("more than the minimum without another income than assistance", "households",
                    "income_class", one, 3)
        self.expect("assistance as source, not received", "households", "receives_social_assistance", one, 0)
        self.expect("assistance received without a claim", "households", "receives_social_assistance", alone, 1)
        self.expect("assistance above its wealth limit", "households", "liquid_assets_cents", one, 757_600)
        self.expect("assistance for who heads no household", "persons", "source", child, 4)

    def test_faults_of_amounts_are_found(self):
        owner = self.first(lambda h, j: h["tenure"] == 0)
        tenant = self.first(lambda h, j: h["tenure"] == 1)
        rich = self.first(lambda h, j: h["income_class"] == 6)
        poor = self.first(lambda h, j: h["income_class"] == 0)
        self.expect("a rent that does not match the tenure", "households", "rent_cents_per_month", owner, 1)
        self.expect("a rent that does not match the tenure", "households", "rent_cents_per_month", tenant, 0)
        self.expect("a mortgage of a tenant", "households", "mortgage_cents_per_month", tenant, 1)
        self.expect("an amount below zero", "households", "liquid_assets_cents", owner, -1)
        self.expect("no energy bill or no dwelling value", "households", "energy_cents_per_month", owner, 0)
        self.expect("years on a low income that do not match the income class", "households",
                    "years_on_low_income", rich, 2)
        self.expect("poor for longer than adult", "households", "years_on_low_income", poor, 250)

    def test_a_household_of_nobody_is_found(self):
        i = self.first(lambda h, j: h["type"] == 1)
        self.expect("nobody lives in it", "households", "person_begin", i + 1, self.begin[i])

    def test_faults_of_order_are_found(self):
        family = self.first(lambda h, j: h["type"] == 3 and self.begin.count(j) == 1)
        for i in range(family, len(self.begin) - 1):
            rest = [j for j in range(self.begin[i], self.begin[i + 1]) if self.persons["role"][j] == 2]
            if len(rest) > 1 and 3 <= self.persons["age"][rest[0]] < 18:
                self.expect("members not from old to young", "persons", "age", rest[-1],
                            self.persons["age"][rest[0]] + 1)
                return
        self.fail("no family with two children to plant a fault in")

    def test_every_fault_has_a_mutation(self):
        source = (ROOT / "scripts/check_population").read_text(encoding="utf-8")
        stated = {line.strip().removeprefix('yield "').rstrip('"')
                  for line in source.splitlines() if line.strip().startswith('yield "')}
        tests = pathlib.Path(__file__).read_text(encoding="utf-8")
        self.assertGreater(len(stated), 30)
        self.assertEqual({fault for fault in stated if f'"{fault}"' not in tests}, set())


if __name__ == "__main__":
    unittest.main()
