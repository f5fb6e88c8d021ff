"""Builds and runs the benchmarks for the scripts that compare and report them."""
import json
import os
import pathlib
import subprocess
import sys

BUSY_LOAD = 0.3  # processes that want a processor, beyond which times are doubtful


def build(root):
    """The benchmarks of a source tree, built as CI does in its own folder."""
    root = pathlib.Path(root)
    folder = root / "build/ci"
    if not (folder / "build.ninja").exists():
        folder.mkdir(parents=True, exist_ok=True)
        subprocess.run(["cmake", "--preset", "ci"], cwd=root, check=True, stdout=sys.stderr)
    subprocess.run(["cmake", "--build", "build/ci", "--target", "benchmarks"], cwd=root, check=True, stdout=sys.stderr)
    return folder / "bench/benchmarks"


def run(program, pattern, *options, minimum_seconds=0.5):
    """{name: rows} of Google Benchmark, a row for every repetition, and the peak memory of the process in bytes."""
    command = [program, f"--benchmark_filter={pattern}", f"--benchmark_min_time={minimum_seconds}",
               "--benchmark_format=json", *options]
    process = subprocess.Popen([str(word) for word in command], stdout=subprocess.PIPE, text=True)
    said = process.stdout.read()
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        sys.exit(f"{' '.join(map(str, command))}: exit code {process.returncode}")
    rows = {}
    for row in json.loads(said)["benchmarks"] if said.strip() else []:
        if row.get("error_occurred"):
            sys.exit(f"{row['name']}: {row['error_message']}")
        if row.get("run_type") != "aggregate":
            rows.setdefault(row["run_name"], []).append(row)
    return rows, usage.ru_maxrss * 1024


def seconds(row):
    """By the clock where a benchmark says so in its name, else of the processor."""
    unit = {"ns": 1e-9, "us": 1e-6, "ms": 1e-3, "s": 1.0}[row["time_unit"]]
    return unit * row["real_time" if "real_time" in row["run_name"] else "cpu_time"]


def names(program, pattern):
    listed = subprocess.run([program, f"--benchmark_filter={pattern}", "--benchmark_list_tests=true"], check=True,
                            capture_output=True, text=True)
    return listed.stdout.split()


def warn_of_load():
    """Says what the machine is doing; the load of the last minute."""
    load = os.getloadavg()[0]
    print(f"load of the last minute: {load:.2f} on {os.cpu_count()} cores", file=sys.stderr)
    if load > BUSY_LOAD:
        print("warning: the machine is busy; times, and above all those of two threads or ranks, are not to be "
              "believed", file=sys.stderr)
    return load
