#!/usr/bin/env python3
"""A sweep on a real Slurm cluster of two virtual nodes: tasks are killed, requeued and told that their time is up, and the
merged file has the bytes of an undisturbed sweep of one process.

usage: tests/cluster/slurm_test.py [PROGRAM]     PROGRAM is minimasim, by default build/ci/minimasim
       A test whose tool is absent is skipped by name, and fails when CI=true.
"""
import os
import pathlib
import signal
import sys
import tempfile
import unittest

sys.dont_write_bytecode = True
import one_machine
import small_sweep

ROOT = pathlib.Path(__file__).resolve().parents[2]
PROGRAM = pathlib.Path(sys.argv.pop(1)).resolve() if len(sys.argv) > 1 else ROOT / "build/ci/minimasim"
SCRIPTS = ROOT / "scripts/slurm"
OPTIONS = small_sweep.OPTIONS + small_sweep.A_CHUNK_PER_POINT
SHARDS = 4  # as many as the cluster has processors, so that all tasks run at once
SECONDS_FOR_A_CHUNK = 40
SECONDS_FOR_A_RESTART = 30
SECONDS_FOR_A_SWEEP = 90


class SlurmTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        small_sweep.need("Slurm (Debian packages slurm-wlm and munge)", not one_machine.missing_tools())
        cls.folder = pathlib.Path(cls.enterClassContext(tempfile.TemporaryDirectory()))
        cls.plan = small_sweep.write_plan(cls.folder)
        cls.expected = small_sweep.undisturbed(PROGRAM, cls.plan, cls.folder / "undisturbed")
        small_sweep.print_digests("undisturbed", cls.expected)
        cls.cluster = cls.enterClassContext(one_machine.Cluster())

    def submit(self, folder):
        """Submits the sweep; the number of the array job."""
        said = self.cluster.run(SCRIPTS / "sweep", self.plan, folder, "--shards", SHARDS, "--time", "00:05:00",
                                "--program", PROGRAM, "--", *OPTIONS)
        self.cluster.log_folders.append(folder / "log")
        return said.split()[2].rstrip(":")

    def state(self, job, shard):
        return self.cluster.task(job, shard).get("JobState")

    def wait_for_chunks(self, folder, shards):
        self.cluster.wait(lambda: all(small_sweep.finished_chunks(folder, shard) for shard in shards),
                          f"a chunk of shards {shards}", SECONDS_FOR_A_CHUNK)

    def processes(self, job, shard):
        return self.cluster.processes({"SLURM_ARRAY_JOB_ID": job, "SLURM_ARRAY_TASK_ID": str(shard)})

    def kill(self, job, shard):
        """SIGKILL to the script and the program of a task, as when memory runs out; waits until Slurm has noticed."""
        processes = self.processes(job, shard)
        self.assertTrue(processes, "the sweep is too small to be disturbed")
        for process in processes:
            os.kill(process, signal.SIGKILL)
        self.cluster.wait(lambda: self.state(job, shard) == "FAILED", f"shard {shard} to have failed",
                          SECONDS_FOR_A_CHUNK)

    def wait_until_merged(self, folder):
        self.cluster.wait(lambda: self.cluster.count_in_queue() == 0, "the queue to be empty", SECONDS_FOR_A_SWEEP)
        self.assertEqual(small_sweep.merged(folder), self.expected, self.log_of(folder, "merge"))
        small_sweep.print_digests(folder.name, small_sweep.merged(folder))

    def log_of(self, folder, name):
        return (folder / f"log/{name}.txt").read_text()

    def test_a_killed_and_requeued_task_and_one_out_of_time_end_in_the_same_bytes(self):
        folder = self.folder / "requeued"
        job = self.submit(folder)
        self.wait_for_chunks(folder, (2, 3))
        self.cluster.run("scancel", "--batch", "--signal=USR1", f"{job}_3")
        self.kill(job, 2)
        kept = small_sweep.finished_chunks(folder, 2)
        self.cluster.run("scontrol", "requeue", f"{job}_2")
        for shard in (2, 3):
            self.cluster.wait(lambda: self.cluster.task(job, shard).get("Restarts") == "1",
                              f"shard {shard} to start again", SECONDS_FOR_A_RESTART)
        self.wait_until_merged(folder)

        for shard in (2, 3):
            self.assertIn("start 0\n", self.log_of(folder, f"shard-{shard}"))
            self.assertIn("start 1\n", self.log_of(folder, f"shard-{shard}"))
        self.assertIn("goes on after a requeue", self.log_of(folder, "shard-3"))
        self.assertNotIn("start 1", self.log_of(folder, "shard-1"))
        after = small_sweep.finished_chunks(folder, 2)
        self.assertEqual({name: after.get(name) for name in kept}, kept, "finished chunks were written again")
        self.assertGreater(len(after), len(kept))

    def test_a_shard_that_was_killed_is_submitted_again_by_the_merge_job(self):
        folder = self.folder / "resubmitted, 100 %s"  # Slurm reads %s in the name of a log as a pattern
        job = self.submit(folder)
        self.wait_for_chunks(folder, (4,))
        self.kill(job, 4)
        self.wait_until_merged(folder)

        self.assertIn("shards 4 are submitted again", self.log_of(folder, "merge"))
        self.assertEqual(self.log_of(folder, "shard-4").count("start 0\n"), 2)

    def test_a_merge_job_waits_for_a_task_that_is_in_the_queue_again(self):
        folder = self.folder / "early"
        job = self.submit(folder)
        self.wait_for_chunks(folder, (1,))
        command_lines = [one_machine.command_line(process) for process in self.processes(job, 1)]
        self.assertTrue(any("--threads 1 " in line for line in command_lines), "threads are SLURM_CPUS_PER_TASK")
        said = self.cluster.run(SCRIPTS / "merge_job", job, SCRIPTS, PROGRAM, self.plan, folder, SHARDS, 1, "00:05:00",
                                0, "", *OPTIONS)

        self.assertIn(f"tasks of job {job} are in the queue again", said)
        self.wait_until_merged(folder)

    def test_a_cancelled_sweep_is_not_submitted_again_and_goes_on_when_asked(self):
        folder = self.folder / "cancelled"
        job = self.submit(folder)
        self.wait_for_chunks(folder, (1,))
        with self.assertRaisesRegex(AssertionError, "exits with 2.*in the queue already, as job"):
            self.submit(folder)
        self.cluster.run("scancel", job)
        self.cluster.wait(lambda: self.cluster.count_in_queue() == 0, "the queue to be empty", SECONDS_FOR_A_SWEEP)
        self.assertIn(f"job {job} was cancelled, so nothing is submitted again", self.log_of(folder, "merge"))
        self.assertIsNone(small_sweep.merged(folder))

        self.submit(folder)
        self.wait_until_merged(folder)

    def test_wrong_input_is_refused_before_anything_is_submitted(self):
        folder = self.folder / "refused"
        for arguments, message in (
                ([self.plan, folder], "--shards is missing"),
                ([self.plan, folder, "--shards", "0"], "--shards is '0'"),
                ([self.plan, folder, "--shards", "4", "--array", "5"], "--array has shard 5 of 4"),
                ([self.plan, folder, "--shards", "4", "--array", "1;2"], "--array is '1;2'"),
                ([self.folder / "absent.toml", folder, "--shards", "4"], "no plan"),
                ([self.plan, folder, "--shards", "4", "--program", folder], "no program"),
                ([self.plan, folder, "--shards", "4", "--tasks", "4"], "unknown option --tasks")):
            with self.subTest(message), self.assertRaisesRegex(AssertionError, f"exits with 2.*{message}"):
                self.cluster.run(SCRIPTS / "sweep", *arguments)
        self.assertFalse(folder.exists())

    def test_the_cluster_stops_what_it_started(self):
        with one_machine.Cluster() as cluster:
            script = cluster.folder / "job"
            script.write_text("#!/bin/sh\nsleep 1000\n")
            job = cluster.run("sbatch", "--parsable", "--array=1", "--output=/dev/null", script)
            cluster.wait(lambda: cluster.task(job, 1).get("JobState") == "RUNNING", "a task to run", 20)
            self.assertTrue(cluster.processes())

        self.assertEqual(cluster.processes(), [])
        self.assertFalse(cluster.folder.exists())
        self.assertTrue(self.cluster.processes(), "another cluster goes on")


if __name__ == "__main__":
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))  # stops the cluster on the way out
    unittest.main(verbosity=2)
