"""The checks of scripts/ find the faults they are for: each test puts one fault into a copy of the sources."""
import csv
import pathlib
import shutil
import subprocess
import sys
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent


class Copy:
    """A copy of the sources in which a test may spoil something."""

    def __init__(self, folder):
        self.root = pathlib.Path(folder)
        for name in ("sim", "scenarios", "data", "docs", "scripts"):
            shutil.copytree(ROOT / name, self.root / name, ignore=shutil.ignore_patterns("__pycache__"))
        for name in ("bench", "tests"):
            (self.root / name).mkdir()
        for name in ("README.md", "CONTRIBUTING.md", "CHANGELOG.md"):
            shutil.copy(ROOT / name, self.root / name)

    def add(self, name, text):
        """Adds a file, or text at the end of one."""
        file = self.root / name
        file.parent.mkdir(parents=True, exist_ok=True)
        with file.open("a", encoding="utf-8") as stream:
            stream.write(text)

    def put(self, name, old, new):
        file = self.root / name
        text = file.read_text(encoding="utf-8")
        assert old in text, f"{old} is not in {name}"
        file.write_text(text.replace(old, new, 1), encoding="utf-8")

    def check(self, script, *arguments):
        """What a check says of this copy, and whether it is content."""
        made = subprocess.run([sys.executable, self.root / "scripts" / script, *arguments],
                              capture_output=True, text=True)
        return made.stdout + made.stderr, made.returncode == 0


class ChecksTest(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.copy = Copy(folder.name)

    def expect_fault(self, script, text, *arguments):
        said, is_content = self.copy.check(script, *arguments)
        self.assertFalse(is_content, said)
        self.assertIn(text, said)


class MethodPagesTest(ChecksTest):
    def expect_problem(self, text):
        self.expect_fault("update_method", text, "--check")

    def test_pages_are_up_to_date(self):
        said, is_content = self.copy.check("update_method", "--check")
        self.assertTrue(is_content, said)

    def test_a_page_may_not_stay_behind_the_data(self):
        self.copy.put("data/assumptions/forecast.csv", "arrears,share,0.03,", "arrears,share,0.04,")
        self.expect_problem("docs/method/arrears.md: is behind the data")
        self.copy.check("update_method")
        self.assertIn("| 0.04 |", (self.copy.root / "docs/method/arrears.md").read_text(encoding="utf-8"))

    def test_every_term_stands_on_the_page_of_its_process(self):
        for table in ("forecast", "people"):
            with (self.copy.root / f"data/assumptions/{table}.csv").open(encoding="utf-8", newline="") as stream:
                for row in csv.DictReader(stream):
                    page = (self.copy.root / f"docs/method/{row['scheme']}.md").read_text(encoding="utf-8")
                    self.assertIn(f"| `{row['scheme']}.{row['term']}` |", page)
                    self.assertIn(row["source"], page)

    def test_every_process_needs_its_page(self):
        (self.copy.root / "docs/method/births.md").unlink()
        self.expect_problem("docs/method/births.md: the process births needs its page")

    def test_every_published_figure_stands_on_a_page(self):
        self.copy.add("data/dynamics/forecast_checks.csv", "new_figure,1,,,households,2024,held_out,somebody\n")
        self.expect_problem("no page has the block `DATA figures new_figure`")

    def test_a_block_of_what_the_data_do_not_have_is_refused(self):
        self.copy.add("docs/method/births.md", "<!-- DATA rates birht -->\n<!-- END OF DATA -->\n")
        self.expect_problem("rates birht: the data have no 'birht'")


class LayersTest(ChecksTest):
    def test_a_layer_may_not_include_what_stands_to_its_right(self):
        self.copy.add("sim/population/added.cpp", '#include "sim/takeup/needs.hpp"\n')
        self.expect_fault("check_layers", "sim/population/added.cpp:1: population includes takeup")

    def test_base_includes_no_other_layer(self):
        self.copy.add("sim/base/added.hpp", '#include "sim/input/csv.hpp"\n')
        self.expect_fault("check_layers", "sim/base/added.hpp:1: base includes input")

    def test_rules_include_base_and_rules_only(self):
        self.copy.add("sim/rules/added.hpp", '#include "sim/population/population.hpp"\n')
        self.expect_fault("check_layers", "sim/rules/added.hpp:1: rules includes population")

    def test_rules_are_freestanding(self):
        self.copy.add("sim/rules/added.hpp", "#include <string>\n")
        self.expect_fault("check_layers", "sim/rules/added.hpp:1: <string> is not freestanding")

    def test_what_rules_include_is_freestanding_too(self):
        self.copy.add("sim/rules/added.hpp", '#include "sim/base/loop.hpp"\n')
        self.expect_fault("check_layers", "sim/base/loop.hpp")

    def test_rules_do_not_throw(self):
        self.copy.add("sim/rules/added.hpp", "inline void fail() { throw 1; }\n")
        self.expect_fault("check_layers", "sim/rules/added.hpp:1: rules neither throw nor allocate")

    def test_threads_stand_in_the_loop_files_alone(self):
        self.copy.add("sim/run/added.cpp", "#pragma omp parallel for\n")
        self.expect_fault("check_layers", "sim/run/added.cpp:1: threads and SIMD belong to")

    def test_a_file_has_at_most_400_lines(self):
        self.copy.add("sim/run/added.cpp", "int x;\n" * 401)
        self.expect_fault("check_layers", "sim/run/added.cpp: 401 lines")

    def test_there_is_no_other_top_level_folder(self):
        self.copy.add("tools/added.txt", "")
        self.expect_fault("check_layers", "tools: no top-level folder")

    def test_every_data_file_has_its_source(self):
        self.copy.add("data/national/added.csv", "a,b\n")
        self.expect_fault("check_layers", "data/national/added.csv: has no row in data/sources.csv")

    def test_every_source_has_its_data_file(self):
        (self.copy.root / "data/figures.csv").unlink()
        self.expect_fault("check_layers", "data/sources.csv: figures.csv does not exist")


class FreezeTargetsTest(ChecksTest):
    def frozen(self):
        subprocess.run([sys.executable, self.copy.root / "scripts/freeze_targets", "GM0106"], check=True,
                       capture_output=True)
        return (self.copy.root / "data/margins/GM0106/targets.sha256").read_text(encoding="utf-8")

    def test_the_committed_values_are_frozen(self):
        self.frozen()
        values = "data/margins/GM0106/values.sha256"
        self.assertEqual((self.copy.root / values).read_text(encoding="utf-8"),
                         (ROOT / values).read_text(encoding="utf-8"))

    def test_the_committed_split_is_frozen(self):
        committed = (ROOT / "data/margins/GM0106/targets.sha256").read_text(encoding="utf-8")
        self.assertEqual(self.frozen(), committed)

    def test_another_use_gives_another_digest(self):
        before = self.frozen()
        self.copy.put("data/margins/GM0106/targets.csv", "HELD OUT,hold out,persons from pension age",
                      "FIRM,compare,persons from pension age")
        self.assertNotEqual(self.frozen(), before)


class KeysTest(ChecksTest):
    def test_a_scenario_names_terms_that_exist(self):
        self.copy.put("scenarios/limits-130.toml", "income_supplement.income_limit_share",
                      "income_supplement.income_limit")
        self.expect_fault("check_keys", "there is no term income_supplement.income_limit")

    def test_a_scenario_names_schemes_that_exist(self):
        self.copy.put("scenarios/full-take-up.toml", "child_package", "child_pakket")
        self.expect_fault("check_keys", "there is no scheme child_pakket")

    def test_uncertain_terms_exist(self):
        self.copy.add("data/municipalities/GM0106/uncertainty.csv", "goods_scheme,mean_grunt,1,2,none\n")
        self.expect_fault("check_keys", "there is no term goods_scheme.mean_grunt")

    def test_documents_name_terms_that_exist(self):
        self.copy.add("docs/glossary.md", "`special_assistance.need_chare`\n")
        self.expect_fault("check_keys", "there is no term special_assistance.need_chare")

    def test_every_scheme_stands_in_the_glossary(self):
        self.copy.put("docs/glossary.md", "`goods_scheme`", "`goods`")
        self.expect_fault("check_keys", "docs/glossary.md: goods_scheme is missing")


class DuplicatesTest(ChecksTest):
    def test_twelve_equal_lines_are_found(self):
        block = "".join(f"    total += value_{i} * weight_{i};\n" for i in range(12))
        self.copy.add("sim/run/one.cpp", "void one() {\n" + block + "}\n")
        self.copy.add("sim/run/other.cpp", "void other()\n{\n\n" + block.replace("    ", "\t") + "}\n")
        self.expect_fault("check_duplicates", "sim/run/one.cpp:2: 12 lines stand again at sim/run/other.cpp:4")

    def test_eleven_equal_lines_are_not(self):
        block = "".join(f"    total += value_{i} * weight_{i};\n" for i in range(11))
        self.copy.add("sim/run/one.cpp", "void one() {\n" + block + "}\n")
        self.copy.add("sim/run/other.cpp", "void other() {\n" + block + "}\n")

        self.assertNotIn("sim/run/one.cpp", self.copy.check("check_duplicates")[0])


class VectorisedTest(ChecksTest):
    def test_a_rule_with_a_loop_of_unknown_length_is_found(self):
        self.copy.put("sim/rules/municipal/adult_fund.hpp", "    double const cost = ",
                      "    double added = 1;\n"
                      "    for (int i = 0; i < h.years_on_low_income; ++i) {\n"
                      "        added = added * 1.1 - 0.2;\n"
                      "    }\n"
                      "    double const cost = added + ")
        self.expect_fault("check_vectorised", "adult_fund: not vectorised", "adult_fund")

    def test_a_rule_of_national_law_with_such_a_loop_is_found(self):
        self.copy.put("sim/rules/statutory/child_benefit.hpp", "#pragma once\n",
                      "#pragma once\n"
                      "inline double unknown_length(double age)\n"
                      "{\n"
                      "    double added = 1;\n"
                      "    for (int i = 0; i < age; ++i) {\n"
                      "        added = added * 1.1 - 0.2;\n"
                      "    }\n"
                      "    return added;\n"
                      "}\n")
        self.copy.put("sim/rules/statutory/child_benefit.hpp", "    return h.children_under_6 *",
                      "    return unknown_length(h.claimant.age) + h.children_under_6 *")
        self.expect_fault("check_vectorised", "national_law, AVX2: not vectorised", "national_law")


if __name__ == "__main__":
    unittest.main()
