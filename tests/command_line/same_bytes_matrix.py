#!/usr/bin/env python3
"""The figures are the same bytes whatever works them out: threads, block sizes, instructions, compilers, ranks and shards.

usage: tests/command_line/same_bytes_matrix.py [PROGRAM] [PROGRAM_OF_ANOTHER_COMPILER]
       by default build/ci/minimasim alone; minimasim-mpi is looked for beside it

Prints a row for every value: the start of the SHA-256 of results.h5, or of sweep.h5 for ranks and shards, and whether it
is that of the first row of its file. Exits with 1 when one differs. What this machine lacks is printed as such, and with
CI=true a missing MPI is a failure.
"""
import hashlib
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
SECONDS_FOR_A_RUN = 300
PACKAGES = ["limits-130", "income-supplement-500"]
SMALL = ["--ensemble", "2", "--replicates", "4"]
PLAN = """
title = "Negen punten"
[grid]
child_package.income_limit_share = [1.1, 1.2, 1.3]
income_supplement.amount_single  = [300, 400, 500]
"""
DIGITS = 16  # of a digest that are printed


class Absent(Exception):
    """This machine cannot do it."""


def digest(file):
    return hashlib.sha256(file.read_bytes()).hexdigest()


def call(*command, **environment):
    done = subprocess.run([str(word) for word in command], env=os.environ | environment, capture_output=True, text=True,
                          timeout=SECONDS_FOR_A_RUN)
    if done.returncode != 0:
        sys.exit(f"{' '.join(map(str, command))}: exit code {done.returncode}\n{done.stdout}{done.stderr}")


class Matrix:
    """One folder a row; every row builds its populations itself, so that these are compared too."""

    def __init__(self, program, folder):
        self.program = program
        self.mpi_program = program.with_name("minimasim-mpi")
        self.folder = folder
        self.plan = folder / "plan.toml"
        self.plan.write_text(PLAN)
        self.count = 0
        self.first = {}
        self.differences = 0
        self.compiler = ""  # of the program that ran last

    def new_folder(self):
        self.count += 1
        return self.folder / str(self.count)

    def run(self, *options, program=None, **environment):
        output = self.new_folder()
        packages = [ROOT / "scenarios" / f"{name}.toml" for name in PACKAGES]
        call(program or self.program, "run", *packages, "--data", ROOT / "data", *SMALL, *options, "-o", output,
             **{"MINIMASIM_INSTRUCTION_SET": "", **environment})
        self.compiler = json.loads((output / "run.json").read_text())["compiler"]
        return digest(output / "results.h5")

    def sweep(self, *options, program=None):
        output = self.new_folder()
        call(program or self.program, "sweep", self.plan, "--data", ROOT / "data", *SMALL, *options, "-o", output)
        return digest(output / "sweep.h5")

    def sharded_sweep(self, shards):
        output = self.new_folder()
        for shard in range(1, shards + 1):
            call(self.program, "sweep", self.plan, "--data", ROOT / "data", *SMALL, "--shard", f"{shard}/{shards}", "-o",
                 output)
        call(self.program, "merge", output)
        return digest(output / "sweep.h5")

    def sweep_of_ranks(self, ranks):
        if not shutil.which("mpirun") or not self.mpi_program.exists():
            if os.environ.get("CI") == "true":
                sys.exit("minimasim-mpi is needed and not built (Debian packages openmpi-bin and libopenmpi-dev)")
            raise Absent("minimasim-mpi is not built")
        output = self.new_folder()
        # More ranks than processors, and root in a container, which mpirun refuses unless asked.
        call("mpirun", "--oversubscribe", "-n", ranks, self.mpi_program, self.plan, "--data", ROOT / "data", *SMALL,
             "--threads", 1, "--shards", 5, "-o", output, OMPI_ALLOW_RUN_AS_ROOT="1", OMPI_ALLOW_RUN_AS_ROOT_CONFIRM="1",
             ASAN_OPTIONS="detect_leaks=0")
        return digest(output / "sweep.h5")

    def run_with_instructions(self, name):
        asked = subprocess.run([self.program, "--version"], env=os.environ | {"MINIMASIM_INSTRUCTION_SET": name},
                               capture_output=True, text=True)
        if asked.returncode == 2:
            raise Absent("this machine does not have them")
        return self.run(MINIMASIM_INSTRUCTION_SET=name)

    def print_row(self, file, dimension, value, work):
        """`value` may be None: the compiler of the program that did the work."""
        try:
            found = work()
            value = value or self.compiler
        except Absent as reason:
            print(f"{file:<11} {dimension:<15} {value!s:<14} {'':<{DIGITS}} not run: {reason}", flush=True)
            return
        is_same = found == self.first.setdefault(file, found)
        self.differences += not is_same
        print(f"{file:<11} {dimension:<15} {value!s:<14} {found[:DIGITS]} {'yes' if is_same else 'NO'}", flush=True)


def print_matrix(matrix, other):
    print(f"{'file':<11} {'dimension':<15} {'value':<14} {'SHA-256':<{DIGITS}} same")
    for threads in (1, 2, 3):
        matrix.print_row("results.h5", "threads", threads, lambda: matrix.run("--threads", threads))
    for size in (512, 1024, 4096):
        matrix.print_row("results.h5", "block size", size, lambda: matrix.run("--block-size", size))
    for name in ("baseline", "v3", "v4"):
        matrix.print_row("results.h5", "instruction set", name, lambda: matrix.run_with_instructions(name))
    matrix.print_row("results.h5", "compiler", None, matrix.run)
    if other:
        matrix.print_row("results.h5", "compiler", None, lambda: matrix.run(program=other))
    else:
        print(f"{'results.h5':<11} {'compiler':<15} {'other':<14} {'':<{DIGITS}} not run: no other program was given; "
              "scripts/check_compilers builds one")
    for threads in (1, 2):
        matrix.print_row("sweep.h5", "threads", threads, lambda: matrix.sweep("--threads", threads))
    matrix.print_row("sweep.h5", "block size", 512, lambda: matrix.sweep("--block-size", 512))
    if other:
        matrix.print_row("sweep.h5", "compiler", None, lambda: matrix.sweep(program=other))
    for ranks in (1, 2, 4):
        matrix.print_row("sweep.h5", "ranks", ranks, lambda: matrix.sweep_of_ranks(ranks))
    for shards in (1, 4, 7):
        matrix.print_row("sweep.h5", "shards", shards, lambda: matrix.sharded_sweep(shards))


def main():
    if any(word.startswith("-") for word in sys.argv[1:]) or len(sys.argv) > 3:
        sys.exit(__doc__)
    programs = [pathlib.Path(word).resolve() for word in sys.argv[1:]] or [ROOT / "build/ci/minimasim"]
    with tempfile.TemporaryDirectory() as folder:
        matrix = Matrix(programs[0], pathlib.Path(folder))
        print_matrix(matrix, programs[1] if len(programs) > 1 else None)
    if matrix.differences:
        sys.exit(f"{matrix.differences} rows differ from the first of their file")


if __name__ == "__main__":
    main()
