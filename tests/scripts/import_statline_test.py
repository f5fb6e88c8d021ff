"""scripts/import_statline reads exports of StatLine as CBS serves them.

statline/ holds the published values of Assen in the forms of CBS: OData 3, OData 4 with its MeasureCodes, the UntypedDataSet
and a table with titles; with padded codes, other municipalities, buurten, totals and suppressed values between them.
"""
import csv
import json
import pathlib
import shutil
import subprocess
import sys
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
SCRIPT = ROOT / "scripts" / "import_statline"
STATLINE = pathlib.Path(__file__).resolve().parent / "statline"
STORED = ROOT / "data" / "margins" / "GM0106"
TABLES = ["70072ned.json", "71486ned_Observations.json", "71488ned_UntypedDataSet.csv", "85318NED_UntypedDataSet.csv",
          "84799NED met titels.csv"]


class ImportTest(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        self.output = self.folder / "GM0106"

    def run_script(self, *arguments):
        return subprocess.run([sys.executable, SCRIPT, *map(str, arguments)], capture_output=True, text=True)

    def imported(self, *files, options=()):
        made = self.run_script("GM0106", *files, "--output", self.output, *options)
        self.assertEqual(made.returncode, 0, made.stderr)
        return made.stdout

    def refused(self, *files, options=()):
        made = self.run_script("GM0106", *files, "--output", self.output, *options)
        self.assertEqual(made.returncode, 2, made.stdout)
        self.assertFalse(self.output.exists())
        self.assertEqual(list(self.folder.glob(".GM0106*")), [], "something half-written was left")
        return made.stderr

    def lines(self, name):
        return (self.output / name).read_text(encoding="utf-8").splitlines()

    def cells(self, name):
        return {(row["area"], row["attribute"], row["category"], row["year"]): row
                for row in csv.DictReader(self.lines(name))}

    def put(self, name, text):
        file = self.folder / name
        file.write_text(text, encoding="utf-8")
        return file

    def key_figures(self, table, *rows):
        """An export of key figures with these (code, residents, owner share, WOZ value)."""
        header = '"ID";"WijkenEnBuurten";"AantalInwoners_5";"Koopwoningen_40";"GemiddeldeWOZWaardeVanWoningen_35"'
        lines = [f'{place};"{code:<10}";"{persons:>8}";"{owner:>8}";"{woz:>8}"'
                 for place, (code, persons, owner, woz) in enumerate(rows)]
        return self.put(f"{table}.csv", "\n".join([header, *lines]) + "\n")


class AssenTest(ImportTest):
    def test_gives_the_stored_rows_of_assen_byte_for_byte(self):
        self.imported(*(STATLINE / name for name in TABLES))

        for name, fewest in (("persons.csv", 297), ("households.csv", 11), ("dwellings.csv", 57), ("income.csv", 33),
                             ("education.csv", 14)):
            stored = set((STORED / name).read_text(encoding="utf-8").splitlines())
            found = self.lines(name)
            self.assertGreaterEqual(len(found), fewest, name)
            self.assertEqual([line for line in found if line not in stored], [], name)
            self.assertEqual(len(found), len(set(found)), name)

    def test_gives_all_stored_persons(self):
        self.imported(*(STATLINE / name for name in TABLES))

        self.assertEqual(sorted(self.lines("persons.csv")),
                         sorted((STORED / "persons.csv").read_text(encoding="utf-8").splitlines()))

    def test_names_neighbourhoods_where_an_export_has_titles(self):
        self.imported(*(STATLINE / name for name in TABLES))

        self.assertEqual(self.lines("neighbourhoods.csv")[:3], ["code,name", "WK010600,Centrum", "WK010601,Lariks"])
        self.assertEqual(len(self.lines("neighbourhoods.csv")), 11)

    def test_leaves_a_suppressed_value_out_and_says_so(self):
        said = self.imported(*(STATLINE / name for name in TABLES))

        self.assertIn("85318NED_UntypedDataSet.csv:12: personal_income_group = highest_20 of WK010699 (2022) is suppressed: "
                      "left out, not nought", said)
        self.assertNotIn(("WK010699", "personal_income_group", "highest_20", "2022"), self.cells("income.csv"))
        self.assertIn(("WK010608", "personal_income_group", "highest_20", "2022"), self.cells("income.csv"))

    def test_does_not_depend_on_the_order_of_the_files(self):
        self.imported(*(STATLINE / name for name in TABLES))
        first = {name: sorted(self.lines(name)) for name in ("persons.csv", "households.csv", "income.csv")}

        self.imported(*(STATLINE / name for name in reversed(TABLES)))

        self.assertEqual({name: sorted(self.lines(name)) for name in first}, first)


class ValuesTest(ImportTest):
    def test_null_empty_and_dot_are_suppressed_and_nought_is_a_number(self):
        rows = [{"RegioS": "GM0106  ", "Perioden": "2020JJ00", "TotaleBevolking_1": None, "Mannen_2": "", "Vrouwen_3": "       .",
                 "JongerDan5Jaar_4": 0}]
        said = self.imported(self.put("70072ned.json", json.dumps({"value": rows})))

        self.assertEqual(said.count("is suppressed"), 3)
        self.assertEqual([(row["category"], row["value"]) for row in csv.DictReader(self.lines("persons.csv"))], [("0-4", "0")])

    def test_a_unit_in_the_header_goes_before_that_of_the_table(self):
        header = "Wijken en buurten;Codering (code);Gemiddelde WOZ-waarde van woningen (euro);Koopwoningen (%)"
        self.imported(self.put("85318NED.csv", f"{header}\nAssen;GM0106;237000;59,0\n"))

        cells = self.cells("dwellings.csv")
        self.assertEqual(cells["GM0106", "woz", "mean", "2022"]["value"], "237000")
        self.assertEqual(cells["GM0106", "tenure", "owner", "2022"]["value"], "0.59")

    def test_a_title_in_place_of_a_code_needs_the_name(self):
        file = self.put("85318NED.csv", "Wijken en buurten;Koopwoningen (%)\nAssen;59\nAssenede;40\n")

        self.assertIn("holds no row of GM0106", self.refused(file))
        self.imported(file, options=["--name", "Assen"])
        self.assertEqual(len(self.lines("dwellings.csv")), 2)

    def test_another_year_of_the_key_figures_is_made_known(self):
        file = self.key_figures("85618NED", ("WK010601", "5500", "40", "180"))

        self.assertIn("begins with no table that is known", self.refused(file))
        self.imported(file, options=["--kwb", "85618NED=2023"])
        self.assertIn("Kerncijfers wijken en buurten 2023 (85618NED)", self.lines("persons.csv")[1])

    def test_counts_of_households_become_shares_with_the_interval_of_both_roundings(self):
        header = "Codering_3;HuishoudensTotaal_28;Eenpersoonshuishoudens_29;HuishoudensZonderKinderen_30;HuishoudensMetKinderen_31"
        self.imported(self.put("85318NED.csv", f"{header}\nWK010601  ;1000;400;250;350\n"))

        cell = self.cells("households.csv")["WK010601", "composition", "one_person", "2022"]
        self.assertEqual((cell["value"], cell["unit"], cell["rounding"], cell["class"], cell["status"]),
                         ("0.4", "share", "0.01", "FIRM", "derived"))


class CodeChangesTest(ImportTest):
    def setUp(self):
        super().setUp()
        self.old = self.key_figures("84799NED", ("WK010601", "1000", "40", "150"), ("WK010602", "3000", "60", "250"),
                                    ("WK010603", "500", "50", "200"))
        self.new = self.key_figures("85318NED", ("WK010610", "4100", "56", "260"), ("WK010611", "400", "48", "210"))

    def changes(self, *rows):
        return ["--code-changes", self.put("code_changes.csv", "\n".join(["old,new,share", *rows]) + "\n")]

    def test_a_lost_code_without_a_change_is_refused_with_both_sets(self):
        said = self.refused(self.old, self.new)

        self.assertIn("WK010601, WK010602, WK010603 of 2020 are no neighbourhood of 2022", said)
        self.assertIn("2020: WK010601 WK010602 WK010603", said)
        self.assertIn("2022: WK010610 WK010611", said)

    def test_counts_are_divided_and_shares_averaged_by_residents(self):
        self.imported(self.old, self.new, options=self.changes("WK010601,WK010610,1", "WK010602,WK010610,0.9",
                                                               "WK010602,WK010611,0.1", "WK010603,WK010611,1"))

        persons = self.cells("persons.csv")
        self.assertEqual(persons["WK010610", "total", "total", "2020"]["value"], "3700")  # 1000 + 0.9 x 3000
        self.assertEqual(persons["WK010611", "total", "total", "2020"]["value"], "800")   # 500 + 0.1 x 3000
        self.assertEqual(persons["WK010610", "total", "total", "2020"]["status"], "derived")
        self.assertEqual(persons["WK010610", "total", "total", "2022"]["status"], "read")
        dwellings = self.cells("dwellings.csv")
        self.assertEqual(dwellings["WK010610", "tenure", "owner", "2020"]["value"], "0.55")  # (1000 x 40 + 2700 x 60) / 3700
        self.assertEqual(dwellings["WK010610", "woz", "mean", "2020"]["value"], "223000")
        self.assertEqual(self.lines("neighbourhoods.csv")[1:], ["WK010610,WK010610", "WK010611,WK010611"])

    def test_a_piece_that_is_suppressed_suppresses_the_whole(self):
        old = self.key_figures("84799NED", ("WK010601", "1000", ".", "150"), ("WK010602", "3000", "60", "250"))

        said = self.imported(old, self.new, options=self.changes("WK010601,WK010610,1", "WK010602,WK010610,1"))

        self.assertIn("tenure = owner of WK010610 (2020) is suppressed", said)
        self.assertNotIn(("WK010610", "tenure", "owner", "2020"), self.cells("dwellings.csv"))

    def test_shares_that_do_not_add_up_and_unknown_codes_are_refused_together(self):
        said = self.refused(self.old, self.new, options=self.changes(
            "WK010601,WK010610,0.5", "WK010602,WK010699,1", "WK010603,WK010611,one"))

        self.assertIn("the shares of WK010601 add up to 0.5; residents would vanish or double", said)
        self.assertIn("WK010602 becomes WK010699, which is no neighbourhood of 2022", said)
        self.assertIn("code_changes.csv:4: share is 'one'", said)


class FaultsTest(ImportTest):
    def test_all_faults_of_all_files_come_together_with_file_and_row(self):
        text = (STATLINE / "71488ned_UntypedDataSet.csv").read_text(encoding="utf-8-sig")
        spoiled = self.put("71488ned_UntypedDataSet.csv", text.replace('"    3025"', '"    abc"').replace('"2020JJ00"', '"twenty"', 1))
        broken = self.put("71486ned.json", '{"value": [')
        said = self.refused(spoiled, broken, STATLINE / "70072ned.json")

        self.assertIn("71488ned_UntypedDataSet.csv:3: ThuiswonendKind_3 is 'abc', a number was meant", said)
        self.assertIn("71488ned_UntypedDataSet.csv:2: Perioden is 'twenty', a year such as 2020JJ00 was meant", said)
        self.assertIn("71486ned.json: is no answer of OData", said)
        self.assertIn("3 faults; nothing was written", said)

    def test_refuses_a_negative_number(self):
        rows = [{"RegioS": "GM0106", "Perioden": "2020JJ00", "Mannen_2": -5}]
        self.assertIn("70072ned.json:1: Mannen_2 is -5; a count", self.refused(self.put("70072ned.json", json.dumps({"value": rows}))))

    def test_refuses_two_exports_that_differ(self):
        rows = [{"RegioS": "GM0106", "Perioden": "2020JJ00", "Mannen_2": men} for men in (5, 6)]
        self.assertIn("sex = men of GM0106 (2020) is 6, another export says 5",
                      self.refused(self.put("70072ned.json", json.dumps({"value": rows}))))

    def test_refuses_observations_without_their_measure_codes(self):
        shutil.copy(STATLINE / "71486ned_Observations.json", self.folder)
        said = self.refused(self.folder / "71486ned_Observations.json")
        self.assertIn("71486ned_MeasureCodes.json was expected beside it", said)

    def test_refuses_a_row_with_too_few_cells(self):
        file = self.put("85318NED.csv", "Codering_3;AantalInwoners_5;Mannen_6\nWK010601;5\nWK010602;5;3\n")
        self.assertIn("85318NED.csv:2: has 2 cells, the header has 3", self.refused(file))

    def test_leaves_a_folder_that_is_no_margin_folder_alone(self):
        self.output.mkdir()
        (self.output / "thesis.txt").write_text("mine", encoding="utf-8")

        made = self.run_script("GM0106", STATLINE / "70072ned.json", "--output", self.output)

        self.assertEqual(made.returncode, 2)
        self.assertEqual((self.output / "thesis.txt").read_text(encoding="utf-8"), "mine")

    def test_help_has_examples(self):
        made = self.run_script("--help")
        self.assertEqual(made.returncode, 0)
        self.assertIn("scripts/import_statline GM0106 70072ned.json", made.stdout)


if __name__ == "__main__":
    unittest.main()
