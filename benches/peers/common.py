"""What the peers' scripts share: the inputs of tests/common, a watch, our own times, and
rounds in which peers and ours alternate."""

import functools
import json
import os
import resource
import statistics
import subprocess
import time
from typing import NamedTuple

ROOT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..")
MASK = (1 << 64) - 1


def raw(stream, count):
    """SplitMix64 as a counter, as in tests/common."""
    out = []
    for k in range(1, count + 1):
        z = (stream + k * 0x9E3779B97F4A7C15) & MASK
        z = ((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9) & MASK
        z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & MASK
        out.append(z ^ (z >> 31))
    return out


def unit(z):
    """From 0 to below 1, as in tests/common."""
    return (z >> 11) / (1 << 53)


def timed(job, runs):
    """What a job finds, and the median of its CPU times in this process, in ms."""
    spans = []
    for _ in range(runs):
        start = time.process_time_ns()
        found = job()
        spans.append(time.process_time_ns() - start)
    return found, statistics.median(spans) / 1e6


def watch(job, runs):
    """A watch for a job of this process, in ms."""
    return lambda: timed(job, runs)[1]


def cargo(*arguments, **options):
    call = ["cargo", *arguments]
    told = subprocess.run(call, cwd=ROOT, check=True, stdout=subprocess.PIPE, text=True, **options)
    return told.stdout


UNITS = {"ns": 1e-6, "µs": 1e-3, "ms": 1.0, "s": 1e3}


@functools.cache
def built(bench):
    """The program of a bench, built once, so that no round waits for cargo."""
    told = cargo("bench", "--bench", bench, "--no-run", stderr=subprocess.STDOUT)
    return os.path.join(ROOT, told.rsplit("(", 1)[1].split(")")[0])


def by_bench(bench, name, argument=None, samples=100):
    """A watch for one of our benches: the median of divan's samples, in ms."""

    def median():
        call = [built(bench), "--bench", name, "--sample-count", str(samples)]
        environment = {**os.environ, "RAYON_NUM_THREADS": "1"}
        told = subprocess.run(call, check=True, capture_output=True, text=True, env=environment)
        lines = told.stdout.splitlines()
        # A long name touches the first number.
        at = next(i for i, line in enumerate(lines) if f"─ {name}" in line)
        if argument is not None:
            at = next(i for i in range(at, len(lines)) if f"─ {argument} " in lines[i])
        value, unit = lines[at].split("│")[-4].split()
        return float(value) * UNITS[unit]

    return median


@functools.cache
def demo(name):
    """A demo, built once."""
    cargo("build", "--quiet", "--release", "--example", name)
    return os.path.join(ROOT, "target", "release", "examples", name)


def by_demo(name, *arguments):
    """What a demo answers, and the CPU time of its whole process, in ms."""
    environment = {**os.environ, "RAYON_NUM_THREADS": "1"}
    call = [demo(name), *map(str, arguments), "--json"]
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    told = subprocess.run(call, check=True, capture_output=True, text=True, env=environment)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    spent = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return json.loads(told.stdout)["results"], spent * 1e3


class Row(NamedTuple):
    """A job, who does it beside ours, and how long each takes in one round, in ms."""

    job: str
    peer: str
    theirs: object
    ours: object


def told(ratio):
    return f"{ratio:.0f}" if ratio >= 10 else f"{ratio:.2g}"


def beside(rows, count):
    """Rounds in which each peer and ours run back to back, first the one and then the
    other. Prints the table: medians, and the ratio within a round with its range."""
    print("| job | peer | peer ms | ours ms | ratio | range |")
    print("|---|---|---|---|---|---|")
    for row in rows:
        spans = []
        for turn in range(count):
            if turn % 2:
                ours, theirs = row.ours(), row.theirs()
            else:
                theirs, ours = row.theirs(), row.ours()
            spans.append((theirs, ours, theirs / ours))
        theirs, ours, ratio = (statistics.median(column) for column in zip(*spans))
        ratios = [span[2] for span in spans]
        print(
            f"| {row.job} | {row.peer} | {theirs:.3g} | {ours:.3g} | {told(ratio)} "
            f"| {told(min(ratios))}–{told(max(ratios))} |",
            flush=True,
        )
