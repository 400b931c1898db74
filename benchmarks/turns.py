"""Lets our program and a peer do the same job in turn and compares the CPU time of the one thread that works."""

import argparse
import pathlib
import statistics
import subprocess
import sys
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent
CLASSES = [ROOT / "target" / "bench" / "classes", ROOT / "target" / "bench" / "test-classes"]


class Java:
    """org.scenelinear.bench.SideBySide with a job: does it once for each call of once()."""

    def __init__(self, java, *job):
        if not (CLASSES[1] / "org/scenelinear/bench/SideBySide.class").exists():
            sys.exit("build first: ./mvnw -Pbench -DskipTests test-compile")
        path = ":".join(str(c) for c in CLASSES)
        self.process = subprocess.Popen(
            [java, "-classpath", path, "org.scenelinear.bench.SideBySide", *map(str, job)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def once(self):
        """Seconds of the working thread, and of the whole process with its compiler."""
        self.process.stdin.write("\n")
        self.process.stdin.flush()
        line = self.process.stdout.readline()
        if not line:
            sys.exit("our program failed")
        thread, process = line.split()
        return float(thread), float(process)

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


def compare(name, amount, unit, ours, peer, rounds, warm_up):
    """Prints cold and warm speeds and the median ratio of warm pairs; answers that ratio."""
    peer_cold = timed(peer)
    _, our_cold = ours.once()
    # The compiler works beside us and may have to wait for a core: warm is told by CPU time, not by the clock.
    spent = our_cold
    while spent < warm_up:
        spent += ours.once()[1]
    pairs = [(timed(peer), ours.once()[0]) for _ in range(rounds)]
    ours.close()
    ratios = sorted(p / o for p, o in pairs)
    our_warm = statistics.median(o for _, o in pairs)
    peer_warm = statistics.median(p for p, _ in pairs)
    ratio = statistics.median(ratios)
    print(
        f"{name:10} warm: ours {amount / our_warm:7.1f} {unit}, peer {amount / peer_warm:7.1f} {unit}, "
        f"ratio {ratio:.2f} ({ratios[0]:.2f} to {ratios[-1]:.2f})   "
        f"cold, with the compiler's time: ours {our_cold:.2f} s, peer {peer_cold:.2f} s",
        flush=True,
    )
    return ratio


def arguments(description):
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("--java", default="java", help="the JVM to measure")
    parser.add_argument("--rounds", type=int, default=15, help="warm pairs to measure")
    parser.add_argument("--warm-up", type=float, default=12, help="our CPU seconds before that")
    return parser
