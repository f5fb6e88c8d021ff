#!/usr/bin/env python3
"""minimasim-mpi with 1, 2 and 4 ranks gives the bytes of a sweep of one process.

usage: tests/cluster/mpi_test.py [PROGRAM [MPI_PROGRAM]]     by default build/ci/minimasim and minimasim-mpi beside it
       A test whose tool is absent is skipped by name, and fails when CI=true.
"""
import os
import pathlib
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import unittest

sys.dont_write_bytecode = True
import small_sweep

ROOT = pathlib.Path(__file__).resolve().parents[2]
PROGRAM = pathlib.Path(sys.argv.pop(1)).resolve() if len(sys.argv) > 1 else ROOT / "build/ci/minimasim"
MPI_PROGRAM = pathlib.Path(sys.argv.pop(1)).resolve() if len(sys.argv) > 1 else PROGRAM.with_name("minimasim-mpi")
OPTIONS = small_sweep.OPTIONS + ("--threads", "1")
SHARDS = 5  # no multiple of 2 or 4: ranks get unequal numbers of shards
SECONDS_FOR_A_SWEEP = 60


def start(ranks, *arguments):
    # More ranks than processors, and root in a container, which mpirun refuses unless asked; leaks are Open MPI's own.
    environment = os.environ | {"OMPI_ALLOW_RUN_AS_ROOT": "1", "OMPI_ALLOW_RUN_AS_ROOT_CONFIRM": "1",
                                "ASAN_OPTIONS": "detect_leaks=0"}
    return subprocess.Popen(["mpirun", "--oversubscribe", "-n", str(ranks), MPI_PROGRAM, *map(str, arguments)],
                            env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)


def end_of(job):
    """Exit code and what was printed."""
    try:
        said, _ = job.communicate(timeout=SECONDS_FOR_A_SWEEP)
    except subprocess.TimeoutExpired:
        job.terminate()  # mpirun then ends its ranks
        said, _ = job.communicate()
    return job.returncode, said


def run(ranks, *arguments):
    return end_of(start(ranks, *arguments))


def children(process):
    return [int(child) for child in pathlib.Path(f"/proc/{process}/task/{process}/children").read_text().split()]


class MpiTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        small_sweep.need("Open MPI (Debian packages openmpi-bin and libopenmpi-dev)",
                         shutil.which("mpirun") and MPI_PROGRAM.exists())
        cls.folder = pathlib.Path(cls.enterClassContext(tempfile.TemporaryDirectory()))
        cls.plan = small_sweep.write_plan(cls.folder)
        cls.expected = small_sweep.undisturbed(PROGRAM, cls.plan, cls.folder / "undisturbed")

    def test_one_two_and_four_ranks_give_the_bytes_of_one_process(self):
        for ranks in (1, 2, 4):
            with self.subTest(ranks=ranks):
                folder = self.folder / f"ranks-{ranks}"
                code, said = run(ranks, self.plan, "-o", folder, "--shards", SHARDS, *OPTIONS)
                self.assertEqual(code, 0, said)
                self.assertEqual(small_sweep.merged(folder), self.expected)
                small_sweep.print_digests(f"{ranks} ranks", small_sweep.merged(folder))

    def test_a_sweep_goes_on_after_a_rank_was_killed(self):
        folder = self.folder / "killed"
        arguments = (self.plan, "-o", folder, *OPTIONS, *small_sweep.A_CHUNK_PER_POINT)
        job = start(2, *arguments)
        end = time.monotonic() + SECONDS_FOR_A_SWEEP
        while not small_sweep.finished_chunks(folder, 2) and job.poll() is None and time.monotonic() < end:
            time.sleep(0.05)
        os.kill(children(job.pid)[-1], signal.SIGKILL)
        code, said = end_of(job)
        self.assertNotEqual(code, 0, said)
        self.assertIsNone(small_sweep.merged(folder))

        code, said = run(2, *arguments)
        self.assertEqual(code, 0, said)
        self.assertIn("of them before", said)
        self.assertEqual(small_sweep.merged(folder), self.expected)

    def test_wrong_input_is_said_once_and_exits_with_2(self):
        code, said = run(2, self.folder / "absent.toml", "-o", self.folder / "absent")
        self.assertEqual(code, 2, said)
        self.assertEqual(said.count("absent.toml"), 1, said)


if __name__ == "__main__":
    unittest.main(verbosity=2)
