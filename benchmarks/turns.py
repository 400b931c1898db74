"""Lets our program and a peer do the same job in turn and compares their speeds.

On one thread that is by the CPU time of the thread that works, so that other programs disturb little. On several
threads only the clock can tell, and the best of all rounds counts: what others disturb can only get slower.
"""

import argparse
import pathlib
import statistics
import subprocess
import sys
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent
CLASSES = [ROOT / "target" / "bench" / name for name in ("classes", "test-classes", "lib/*")]


class Failed(Exception):
    """Our program could not do the job."""


class Java:
    """org.scenelinear.bench.SideBySide with a job: does it once for each call of once()."""

    def __init__(self, java, *job, flags=()):
        if not (CLASSES[1] / "org/scenelinear/bench/SideBySide.class").exists():
            sys.exit("build first: ./mvnw -Pbench -DskipTests test-compile")
        path = ":".join(str(c) for c in CLASSES)
        self.process = subprocess.Popen(
            [java, *flags, "-classpath", path, "org.scenelinear.bench.SideBySide", *map(str, job)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def once(self, threads=1):
        """CPU seconds of the calling thread, those of the whole process with its compiler, seconds by the clock."""
        try:
            self.process.stdin.write(f"{threads}\n")
            self.process.stdin.flush()
        except BrokenPipeError:
            raise Failed from None
        line = self.process.stdout.readline()
        if not line:
            raise Failed
        return tuple(float(figure) for figure in line.split())

    def close(self):
        self.process.stdin.close()
        self.process.wait()


def timed(job):
    """Seconds of this thread; complains if other threads worked with it."""
    process, thread = time.process_time(), time.thread_time()
    job()
    thread, process = time.thread_time() - thread, time.process_time() - process
    if process > 1.2 * thread + 0.01:
        sys.exit("the peer used more than one thread: its figures cannot be compared")
    return thread


def clocked(job):
    """Seconds by the clock."""
    start = time.perf_counter()
    job()
    return time.perf_counter() - start


def compare(name, amount, unit, ours, peer, options):
    """Prints what a job makes, ours and the peer's; answers whether ours could do it."""
    how = by_thread if options.threads == 1 else by_clock
    try:
        print(f"{name:20} {how(amount, unit, ours, peer, options)}", flush=True)
        return True
    except Failed:
        print(f"{name:20} our program failed", flush=True)
        return False
    finally:
        ours.close()


def by_thread(amount, unit, ours, peer, options):
    peer_cold = timed(peer)
    our_cold = warm_up(ours, options.warm_up)
    pairs = [(timed(peer), ours.once()[0]) for _ in range(options.rounds)]
    ratios = sorted(p / o for p, o in pairs)
    our_warm = statistics.median(o for _, o in pairs)
    peer_warm = statistics.median(p for p, _ in pairs)
    return (
        f"warm: ours {amount / our_warm:7.1f} {unit}, peer {amount / peer_warm:7.1f} {unit}, "
        f"ratio {statistics.median(ratios):.2f} ({ratios[0]:.2f} to {ratios[-1]:.2f})   "
        f"cold, with the compiler's time: ours {our_cold:.2f} s, peer {peer_cold:.2f} s"
    )


def by_clock(amount, unit, ours, peer, options):
    warm_up(ours, options.warm_up)
    trios = [(clocked(peer), ours.once(options.threads)[2], ours.once()[2]) for _ in range(options.rounds)]
    peers, our, alone = (min(figures) for figures in zip(*trios))
    return (
        f"{options.threads} threads, by the clock: ours {amount / our:7.1f} {unit}, peer {amount / peers:7.1f} {unit}, "
        f"ratio {peers / our:.2f}   ours on one thread {amount / alone:7.1f} {unit}, speed-up {alone / our:.2f}"
    )


def warm_up(ours, seconds):
    """Lets our program work until it is compiled; answers what the first time cost."""
    # The compiler works beside us and may have to wait for a core: warm is told by CPU time, not by the clock.
    first = spent = ours.once()[1]
    while spent < seconds:
        spent += ours.once()[1]
    return first


def arguments(description):
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("--java", default="java", help="the JVM to measure")
    parser.add_argument("--threads", type=int, default=1, help="more than 1: by the clock, and ours against one thread")
    parser.add_argument("--rounds", type=int, default=15, help="warm pairs to measure")
    parser.add_argument("--warm-up", type=float, default=12, help="our CPU seconds before that")
    return parser
