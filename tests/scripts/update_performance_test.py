"""The page on performance says what was measured, what is met, and what is not."""
import pathlib
import sys
import unittest

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
sys.dont_write_bytecode = True
sys.path.insert(0, str(ROOT / "scripts"))
import performance_goals
import performance_tables


def row(seconds, rate=None, **counters):
    return {"seconds": seconds, "counters": ({"households/s": rate} if rate else {}) | counters}


def document(**benchmarks):
    return {"date": "2026-01-02", "repetitions": 3, "peak_bytes": {}, "program_seconds": {},
            "machine": {"processor": "a processor", "cores": 2, "memory_gib": 8, "system": "Linux x86_64",
                        "compiler": "c++ 12", "instructions": "instruction set v3", "load": 0.1},
            "benchmarks": {"plain_kernel/own_flags": row(1, 50e6), "plain_kernel/ofast_native": row(1, 100e6)}
            | {name.replace("__", "/"): value for name, value in benchmarks.items()}}


def measured(**benchmarks):
    return performance_goals.Measured(document(**benchmarks))


class GoalsTest(unittest.TestCase):
    def lines(self, made):
        return performance_tables.goal_table(made).splitlines()

    def test_tells_whether_a_goal_is_met_with_the_ratio_to_both_kernels(self):
        sums = self.lines(measured(packages__sums_varied__16=row(1, 200e6)))[2]
        self.assertIn("| 200 M/s | 4.00 | 2.00 | met |", sums)

    def test_tells_what_is_not_met_in_words(self):
        made = measured(packages__sums_varied__16=row(1, 99e6))
        made.program_seconds[performance_goals.WHOLE_PROCESS_REPLICATED] = 0.9
        self.assertIn("**not met**", self.lines(made)[2])
        told = performance_tables.open_goals(made)
        self.assertIn("Musts that are not met: 16 packages, all schemes and poverty, sums only, one core.", told)
        self.assertNotIn("500 replications", told)

    def test_what_was_not_measured_is_said(self):
        self.assertIn("| – | – | – | not measured |", self.lines(measured())[-1])
        self.assertIn("Not measured: ", performance_tables.open_goals(measured()))

    def test_less_is_better_where_it_is(self):
        memory = [line for line in self.lines(measured(**{"memory_of_a_household/iterations:1":
                                                          row(1, **{"bytes/household": 60})})) if "memory per" in line]
        self.assertIn("60 B | – | – | stretch met", memory[0])


class PageTest(unittest.TestCase):
    def test_every_table_of_the_page_has_its_place_and_is_replaced_once_and_again(self):
        text = (ROOT / "docs/performance.md").read_text(encoding="utf-8")
        made = performance_tables.page(text, document(packages__sums_varied__16=row(1, 200e6)))
        self.assertIn("a processor, 2 cores, 8 GiB", made)
        self.assertEqual(performance_tables.page(made, document(packages__sums_varied__16=row(1, 200e6))), made)

    def test_a_page_without_a_place_is_refused(self):
        with self.assertRaises(ValueError):
            performance_tables.page("nothing", document())

    def test_the_picture_is_left_out_without_a_country(self):
        self.assertIsNone(performance_tables.country_picture(measured()))
        made = measured(country_pass__10000__2__real_time=row(1, 12e6), country_pass__10000000__2__real_time=row(1, 24e6),
                        country_pass__10000000__1__real_time=row(1, 1e6))
        picture = performance_tables.country_picture(made)
        self.assertEqual(picture.count("<circle"), 2)
        self.assertIn("| 10,000 | 6.94 |", performance_tables.country_table(made))


if __name__ == "__main__":
    unittest.main()
