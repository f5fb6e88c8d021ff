"""What is asked of speed and memory, and where a measurement has the answer. Used by scripts/update_performance.

A measurement is a document: "benchmarks" {name: {"seconds", "counters"}}, medians over repetitions; "peak_bytes" {name:
bytes}, of a process of its own; "program_seconds", of whole processes.
"""
import dataclasses
import typing

PACKAGES_OF_ASSEN = 12  # of one pass, of replications and of a whole process, the baseline among them
REPLICATES = 500
PACKAGES_OF_SWEEP = 10_000
COUNTRY_HOUSEHOLDS = 8_400_000
MILLION = 1e6


class Measured:
    """A measurement with the questions that are asked of it. Every answer is None where nothing was measured."""

    def __init__(self, document):
        self.benchmarks = document["benchmarks"]
        self.peak_bytes = document["peak_bytes"]
        self.program_seconds = document["program_seconds"]

    def find(self, name):
        """The row of a benchmark, whatever Google Benchmark appends to its name."""
        return next((row for full, row in self.benchmarks.items() if full == name or full.startswith(name + "/")), None)

    def seconds(self, name):
        row = self.find(name)
        return row and row["seconds"]

    def counter(self, name, counter):
        row = self.find(name)
        return row and row["counters"].get(counter)

    def rate(self, name):
        """Households a second, those under several packages counted once for each."""
        return self.counter(name, "households/s")

    def households_of_assen(self):
        """A pass of 16 packages tells how many there are."""
        rate = self.rate("packages/sums_varied/16")
        return rate and round(rate * self.seconds("packages/sums_varied/16") / 16)

    def peak(self, name):
        return next((value for full, value in self.peak_bytes.items() if full == name or full.startswith(name + "/")), None)


def quotient(a, b):
    return a / b if a and b else None


def times(a, b):
    return a * b if a and b else None


@dataclasses.dataclass(frozen=True)
class Goal:
    name: str
    measure: str  # what the figure is, in a few words
    unit: str
    must: float
    stretch: float
    more_is_better: bool
    value: typing.Callable[[Measured], float | None]
    evaluations_per_second: typing.Callable[[Measured], float | None] = lambda _: None  # compared with the plain kernel
    digits: int = 2

    def is_met(self, value, limit):
        return value >= limit if self.more_is_better else value <= limit


def millions_a_second(name):
    return lambda m: quotient(m.rate(name), MILLION)


def milliseconds(name):
    return lambda m: times(m.seconds(name), 1e3)


def evaluations_of_assen(packages, seconds):
    return lambda m: quotient(times(m.households_of_assen(), packages), seconds(m))


# A sweep of so many packages, sums only, as a whole process; the others are runs with every table, for comparison.
WHOLE_PROCESS = "sweep"
WHOLE_PROCESS_REPLICATED = "sweep replicated"
WHOLE_RUNS = {"run": "`minimasim run`, 12 packages, 1 replication", "run replicated": "`minimasim run`, 12 packages, 500 replications"}
COUNTRY_PASS = f"country_pass/{COUNTRY_HOUSEHOLDS}/2"

GOALS = [
    Goal("16 packages, all schemes and poverty, sums only, one core", "evaluations", "M/s", 100, 300, True,
         millions_a_second("packages/sums_varied/16"), lambda m: m.rate("packages/sums_varied/16"), 0),
    Goal("the same with every breakdown", "evaluations", "M/s", 40, 120, True,
         millions_a_second("packages/breakdowns_varied/16"), lambda m: m.rate("packages/breakdowns_varied/16"), 0),
    Goal("2 threads against 1", "10,000 packages, by the clock", "times", 1.8, 1.95, True,
         lambda m: quotient(m.seconds("ten_thousand_packages/varied/1"), m.seconds("ten_thousand_packages/varied/2"))),
    Goal("Assen, 12 packages: one pass", "every breakdown, draws and baseline given", "ms", 5, 1, False,
         milliseconds("packages/breakdowns_shipped/12"), lambda m: m.rate("packages/breakdowns_shipped/12")),
    Goal("Assen, 12 packages: whole process", "minimasim sweep, sums only, one replicate, population given", "ms", 150, 50, False,
         lambda m: times(m.program_seconds.get(WHOLE_PROCESS), 1e3),
         evaluations_of_assen(PACKAGES_OF_ASSEN, lambda m: m.program_seconds.get(WHOLE_PROCESS)), 0),
    Goal("Assen, 12 packages x 500 replications, 2 cores", "minimasim sweep, sums only, population given", "s", 3, 1, False,
         lambda m: m.program_seconds.get(WHOLE_PROCESS_REPLICATED),
         evaluations_of_assen(PACKAGES_OF_ASSEN * REPLICATES, lambda m: m.program_seconds.get(WHOLE_PROCESS_REPLICATED))),
    Goal("10,000 packages over Assen, sums only, 2 cores", "all different", "s", 4, 1, False,
         lambda m: m.seconds("ten_thousand_packages/varied/2"), lambda m: m.rate("ten_thousand_packages/varied/2")),
    Goal("country, 8.4 million households x 12 packages, one pass, 2 cores", "population given, streamed", "s", 2, 0.7, False,
         lambda m: m.seconds(COUNTRY_PASS), lambda m: times(m.rate(COUNTRY_PASS), PACKAGES_OF_ASSEN)),
    Goal("memory per resident household", "a member as it is kept, and a replicate of 12 packages", "B", 128, 64, False,
         lambda m: m.counter("memory_of_a_household", "bytes/household"), digits=0),
    # "Independent" has no number of its own: a tenth is what differs between two runs of one size.
    Goal("streaming: memory independent of the number", "peak at 10 million households over that at 1 million", "times", 1.1,
         1.0, False, lambda m: quotient(m.peak("country_pass/10000000"), m.peak("country_pass/1000000"))),
    Goal("marginal rate for every household", "law and schemes twice and the difference, over a plain run", "times", 2, 1.3,
         False, lambda m: m.counter("marginal_rates", "this/plain")),
    Goal("one household's trace out of a million, same bits as the batch", "taken out, worked out and written", "ms", 5, 1,
         False, milliseconds("trace_of_a_million")),
    Goal("2 ranks against 1 (weak scaling)", "twice the packages on 2, by the clock: time of 1 over that of 2", "", 0.95, 0.98,
         True, lambda m: quotient(m.program_seconds.get("1 rank"), m.program_seconds.get("2 ranks"))),
]

KERNEL = "plain_kernel/own_flags"
FASTEST_KERNEL = "plain_kernel/ofast_native"
