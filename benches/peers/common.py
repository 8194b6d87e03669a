"""What the peers' scripts share: the inputs of tests/common and a watch."""

import statistics
import time

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


def timed(job, runs):
    """What a job finds, and the median of its CPU times in this process, in ms."""
    spans = []
    for _ in range(runs):
        start = time.process_time()
        found = job()
        spans.append(time.process_time() - start)
    return found, 1000 * statistics.median(spans)
