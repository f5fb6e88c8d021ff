"""A sweep small enough for a test and long enough to be killed in the middle, and what it leaves behind."""
import hashlib
import os
import subprocess
import unittest

PLAN = """
title = "Grenzen van het kindpakket en bedragen van de inkomenstoeslag"
[grid]
child_package.income_limit_share    = [1.1, 1.2, 1.3, 1.4]
income_supplement.amount_single     = [300, 350, 400, 450]
take_up.child_package               = [0.7, 0.9]
"""
OPTIONS = ("--replicates", "10", "--ensemble", "1")
A_CHUNK_PER_POINT = ("--chunk", "1")
TABLES = ("sweep.h5", "sweep.csv")


def need(tool, present):
    """Skips by name where a tool is absent; on CI that is a failure."""
    if present:
        return
    if os.environ.get("CI") == "true":
        raise AssertionError(f"{tool} is needed and not installed")
    raise unittest.SkipTest(f"{tool} is not installed")


def write_plan(folder):
    plan = folder / "plan.toml"
    plan.write_text(PLAN)
    return plan


def undisturbed(program, plan, folder):
    """The tables of the sweep in one process."""
    subprocess.run([program, "sweep", plan, "-o", folder, *OPTIONS], check=True, stdout=subprocess.DEVNULL)
    return merged(folder)


def merged(folder):
    """The bytes of both tables; none before the merge."""
    files = [folder / name for name in TABLES]
    if not all(file.exists() for file in files):
        return None
    return {file.name: file.read_bytes() for file in files}


def print_digests(title, tables):
    for name, content in tables.items():
        print(f"{hashlib.sha256(content).hexdigest()}  {len(content):7}  {name}  {title}", flush=True)


def finished_chunks(folder, shard):
    """Time of writing and number on disk of the finished chunks of a shard, by name."""
    return {str(file.relative_to(folder)): (file.stat().st_mtime_ns, file.stat().st_ino)
            for file in folder.glob(f"shards/{shard}-of-*/points-*.h5")}
