"""scripts/bench_compare times two revisions in turns; here on a small repository whose benchmarks are a script."""
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
PRESETS = '{"version": 6, "configurePresets": [{"name": "ci", "binaryDir": "${sourceDir}/build/ci", "generator": "Ninja"}]}'
LISTS = """cmake_minimum_required(VERSION 3.25)
project(small LANGUAGES NONE)
add_custom_target(benchmarks COMMAND ${CMAKE_COMMAND} -E copy ${CMAKE_SOURCE_DIR}/benchmarks ${CMAKE_BINARY_DIR}/bench/benchmarks)
"""
BENCHMARKS = """#!/bin/sh
echo '{"benchmarks": [{"run_name": "rule", "cpu_time": SECONDS, "real_time": 9, "time_unit": "ns"},
                      {"run_name": "OWN", "cpu_time": 1, "real_time": 1, "time_unit": "ns"}]}'
"""


class BenchCompareTest(unittest.TestCase):
    def setUp(self):
        self.folder = pathlib.Path(self.enterContext(tempfile.TemporaryDirectory()))
        self.root = self.folder / "repository"
        (self.root / "scripts").mkdir(parents=True)
        for name in ("bench_compare", "benchmark_runs.py"):
            shutil.copy(ROOT / "scripts" / name, self.root / "scripts" / name)
        (self.root / "CMakePresets.json").write_text(PRESETS)
        (self.root / "CMakeLists.txt").write_text(LISTS)
        (self.root / ".gitignore").write_text("build/\n__pycache__/\n")
        self.put_benchmarks("2", "of_then")
        self.git("init", "--quiet")
        self.git("add", ".")
        self.git("-c", "user.name=test", "-c", "user.email=test@example.org", "commit", "--quiet", "-m", "First")
        self.put_benchmarks("3", "of_now")

    def put_benchmarks(self, seconds, own):
        file = self.root / "benchmarks"
        file.write_text(BENCHMARKS.replace("SECONDS", seconds).replace("OWN", own))
        file.chmod(0o755)

    def git(self, *words):
        environment = {key: value for key, value in os.environ.items() if not key.startswith("GIT_")}
        return subprocess.run(["git", *words], cwd=self.root, env=environment, check=True, capture_output=True,
                              text=True).stdout

    def compare(self, *words):
        scratch = self.folder / "scratch"
        scratch.mkdir(exist_ok=True)
        return subprocess.run([sys.executable, self.root / "scripts/bench_compare", *words], capture_output=True, text=True,
                              env=os.environ | {"TMPDIR": str(scratch)})

    def test_prints_the_ratio_and_what_only_one_has_and_leaves_nothing_behind(self):
        compared = self.compare("HEAD", "--rounds", "2")
        self.assertEqual(compared.returncode, 0, compared.stderr)
        self.assertRegex(compared.stdout, r"rule +1\.500 +1\.500 +1\.500")
        self.assertIn("only in this tree: of_now", compared.stdout)
        self.assertIn("only in HEAD: of_then", compared.stdout)
        self.assertEqual(len(self.git("worktree", "list").splitlines()), 1)
        self.assertEqual(list((self.folder / "scratch").iterdir()), [])

    def test_refuses_what_is_no_revision(self):
        compared = self.compare("no-such-revision")
        self.assertEqual(compared.returncode, 2)
        self.assertIn("no-such-revision is no revision", compared.stderr)

    def test_a_revision_that_does_not_build_leaves_nothing_behind(self):
        (self.root / "CMakeLists.txt").write_text("message(FATAL_ERROR broken)\n")
        self.git("-c", "user.name=test", "-c", "user.email=test@example.org", "commit", "--quiet", "-am", "Break")
        (self.root / "CMakeLists.txt").write_text(LISTS)
        compared = self.compare("HEAD", "--rounds", "1")
        self.assertNotEqual(compared.returncode, 0)
        self.assertEqual(len(self.git("worktree", "list").splitlines()), 1)
        self.assertEqual(list((self.folder / "scratch").iterdir()), [])


if __name__ == "__main__":
    unittest.main()
