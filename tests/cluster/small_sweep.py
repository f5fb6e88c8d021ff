"""A sweep small enough for a test and long enough to be killed in the middle, and what it leaves behind."""
import subprocess

OPTIONS = ()
PLAN = """
title = "x"
"""


def write_plan(folder):
    plan = folder / "plan.toml"
    plan.write_text(PLAN)
    return plan


def undisturbed(program, plan, folder):
    """The bytes of the sweep in one process."""
    subprocess.run([program, "sweep", plan, "-o", folder, *OPTIONS], check=True, stdout=subprocess.DEVNULL)
    subprocess.run([program, "merge", folder], check=True, stdout=subprocess.DEVNULL)
    return merged(folder)


def merged(folder):
    """The bytes of every merged file; none before the merge."""
    files = {name: folder / name for name in ("sweep.h5",)}
    if not all(file.exists() for file in files.values()):
        return None
    return {name: file.read_bytes() for name, file in files.items()}


def finished_chunks(folder, shard):
    """Name, time of writing and number on disk of the finished chunks of a shard."""
    return {str(file.relative_to(folder)): (file.stat().st_mtime_ns, file.stat().st_ino)
            for file in folder.glob(f"shards/{shard}-of-*/points-*.h5")}
