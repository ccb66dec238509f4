"""Runs programs in turn (A B C A B C ...) and prints one table; started by run.sh.

A figure is of the whole process, from its start to its end. A ratio is the median of the
ratios of neighbouring runs, of processor time (user and system): on a busy machine that means
more than the clock on the wall.
"""

import os
import re
import shutil
import statistics
import subprocess
import sys
import time
from importlib.util import find_spec

TWINGE = os.path.abspath(sys.argv[1])
WORK = os.path.abspath(sys.argv[2])
QUICK = "--quick" in sys.argv
HERE = os.path.dirname(os.path.abspath(__file__))
YEARS = [1, 10, 50]
LOG = ["log", "4", "--night", "3", "--sitting", "7"]
ENV = {
    "PATH": os.environ["PATH"],
    "HOME": WORK,
    "LANG": "C.UTF-8",
    "TZ": "UTC",
    "TWINGE_NOW": "2026-01-01T08:00:00+00:00",
    "TWINGE_MACHINE": "bench",
}
ROWS = []


def at(name):
    return os.path.join(WORK, name)


def has(program):
    return shutil.which(program) is not None


class Program:
    """A command, what it reads from, and what to do before each turn of it."""

    def __init__(self, argv, stdin=None, before=None, times=1):
        self.argv, self.stdin, self.before, self.times = argv, stdin, before, times

    def run(self, prefix=()):
        """Runs it once; returns wall and processor seconds."""
        stdin = open(self.stdin) if self.stdin else subprocess.DEVNULL
        begun = time.perf_counter()
        child = subprocess.Popen(
            [*prefix, *self.argv], stdin=stdin, stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL, env=ENV,
        )
        _, status, used = os.wait4(child.pid, 0)
        wall = time.perf_counter() - begun
        child.returncode = os.waitstatus_to_exitcode(status)
        if child.returncode != 0:
            sys.exit(f"failed with {child.returncode}: {' '.join(self.argv)}")
        if self.stdin:
            stdin.close()
        return wall, used.ru_utime + used.ru_stime

    def turn(self):
        """One turn: as many runs as it takes to be longer than the clock's noise."""
        if self.before:
            self.before()
        runs = [self.run() for _ in range(self.times)]
        return tuple(sum(column) / self.times for column in zip(*runs))

    def told(self, prefix):
        """Runs it once under another program; returns what that one said."""
        if self.before:
            self.before()
        stdin = open(self.stdin) if self.stdin else subprocess.DEVNULL
        run = subprocess.run(
            [*prefix, *self.argv], stdin=stdin, env=ENV, text=True, errors="replace",
            stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, check=False,
        )
        if self.stdin:
            stdin.close()
        return run.stderr

    def peak_mib(self):
        found = re.search(r"peak (\d+)", self.told(["/usr/bin/time", "-f", "peak %M"]))
        return int(found[1]) / 1024

    def calls(self):
        """Syncs and system calls; nothing where strace is not here."""
        if not has("strace"):
            return None
        said = self.told(["strace", "-f", "-c", "-U", "calls,name"])
        counts = {m[2]: int(m[1]) for m in re.finditer(r"^\s*(\d+) (\w+)\s*$", said, re.M)}
        total = counts.pop("total", sum(counts.values()))
        return counts.get("fsync", 0) + counts.get("fdatasync", 0), total

    def instructions(self):
        """Millions of instructions; nothing where valgrind is not here."""
        if QUICK or not has("valgrind"):
            return None
        tool = ["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null"]
        return int(re.search(r"Collected : (\d+)", self.told(tool))[1]) / 1e6


def compare(programs, turns):
    """Takes turns; returns for each program (wall, cpu) of every turn."""
    turns = max(3, turns // 4) if QUICK else turns
    seen = {name: [] for name in programs}
    for n in range(turns + 1):
        for name, program in programs.items():
            figures = program.turn()
            if n > 0:  # The first turn warms the caches.
                seen[name].append(figures)
    return seen


def ratio(seen, a, b, which=1):
    return statistics.median(x[which] / y[which] for x, y in zip(seen[a], seen[b]))


def median_ms(seen, name, which=1):
    return statistics.median(x[which] for x in seen[name]) * 1000


def row(what, figure, goal="", met=None):
    mark = {None: "", True: "yes", False: "NO"}[met]
    ROWS.append((what, figure, goal, mark))
    print(".", end="", flush=True)


def at_most(what, value, bound, form="{:.2f} x"):
    row(what, form.format(value), "<= " + form.format(bound), value <= bound + 0.004)


def at_least(what, value, bound, form="{:.1f} x"):
    row(what, form.format(value), ">= " + form.format(bound), value >= bound)


def twinge(journal, *words, **more):
    return Program([TWINGE, "--journal", at(journal), *words], **more)


def fresh(*names):
    def remove():
        for name in names:
            if os.path.exists(at(name)):
                os.remove(at(name))
    return remove


def copied(source, name):
    return lambda: shutil.copyfile(at(source), at(name))


def make_journals():
    fresh("none.db", *[f"{years}.db" for years in YEARS])()
    Program([TWINGE, "--journal", at("none.db"), *LOG]).run()
    for years in YEARS:
        twinge(f"{years}.db", "import", at(f"{years}.csv")).run()
        with open(at(f"{years}.csv"), encoding="utf-8") as whole, open(
            at(f"pain-{years}.csv"), "w", encoding="utf-8"
        ) as pain:
            pain.writelines(",".join(line.rstrip("\n").split(",")[:2]) + "\n" for line in whole)
        fresh(f"pain-{years}.db")()
        twinge(f"pain-{years}.db", "import", at(f"pain-{years}.csv")).run()


def measure_log():
    sql = os.path.join(HERE, "insert.sql")
    programs = {}
    for name in ["none", "1", "50"]:
        def on(copy, argv, stdin=None, name=name):
            return Program(argv, stdin, copied(f"{name}.db", copy), times=5)
        programs[f"twinge {name}"] = on("t.db", [TWINGE, "--journal", at("t.db"), *LOG])
        programs[f"floor {name}"] = on("f.db", [at("floor"), at("f.db")])
        programs[f"sqlite3 {name}"] = on("s.db", ["sqlite3", at("s.db")], sql)
    seen = compare(programs, 24)
    for name in ["none", "50"]:
        of = "a new journal" if name == "none" else "50 years"
        ours, floor, cli = f"twinge {name}", f"floor {name}", f"sqlite3 {name}"
        row(f"log, {of}: wall / cpu", f"{median_ms(seen, ours, 0):.2f} / {median_ms(seen, ours):.2f} ms")
        at_most(f"log, {of}: cpu to floor", ratio(seen, ours, floor), 2.0)
        row(f"log, {of}: wall to floor", f"{ratio(seen, ours, floor, 0):.2f} x")
        at_most(f"log, {of}: cpu to sqlite3", ratio(seen, ours, cli), 1.1)
        row(f"log, {of}: wall to sqlite3", f"{ratio(seen, ours, cli, 0):.2f} x")
        if has("strace"):
            (ours_syncs, ours_calls), (syncs, calls) = programs[ours].calls(), programs[floor].calls()
            at_most(f"log, {of}: syncs", ours_syncs, syncs, "{}")
            row(f"log, {of}: system calls, floor's", f"{ours_calls}, {calls}")
        counts = [programs[p].instructions() for p in (ours, floor, cli)]
        if counts[0]:
            row(f"log, {of}: M instructions, floor's, sqlite3's", ", ".join(f"{n:.2f}" for n in counts))
    at_most("log: 50 years to none, cpu", ratio(seen, "twinge 50", "twinge none"), 1.15)
    at_most("log: 50 years to 1 year, cpu", ratio(seen, "twinge 50", "twinge 1"), 1.15)
    at_most("log, 50 years: peak memory", programs["twinge 50"].peak_mib(), 8, "{:.1f} MiB")


def measure_reads(command):
    programs = {str(years): twinge(f"{years}.db", command, times=5) for years in YEARS}
    seen = compare(programs, 24)
    row(f"{command}: cpu of 1, 10, 50 years", ", ".join(f"{median_ms(seen, str(y)):.2f}" for y in YEARS) + " ms")
    at_most(f"{command}: 50 years to 1 year, cpu", ratio(seen, "50", "1"), 1.15)
    at_most(f"{command}, 50 years: peak memory", programs["50"].peak_mib(), 8, "{:.1f} MiB")
    count = [programs[str(y)].instructions() for y in (1, 50)]
    if count[0]:
        row(f"{command}: M instructions of 1, 50 years", ", ".join(f"{n:.2f}" for n in count))


def measure_import():
    csv = at("50.csv")
    with open(csv, encoding="utf-8") as file:
        n_days = sum(1 for _ in file) - 1
    ours = twinge("i.db", "import", csv, before=fresh("i.db"))
    seen = compare({"ours": ours}, 12)
    per_second = n_days / median_ms(seen, "ours") * 1000
    at_least("import, 50 years: days a cpu second", round(per_second, -2), 150000, "{:,.0f}")
    row("import, 50 years: days a second", f"{n_days / median_ms(seen, 'ours', 0) * 1000:,.0f}")
    row("import, 50 years: peak memory", f"{ours.peak_mib():.1f} MiB")
    if has("strace"):
        row("import, 50 years: syncs, system calls", "{}, {}".format(*ours.calls()))
    count = ours.instructions()
    if count:
        row("import, 50 years: instructions a day", f"{count * 1e6 / n_days:,.0f}")
    row("import, 50 years: size of the journal", f"{os.path.getsize(at('i.db')) / 2**20:.1f} MiB")


def gnuplot(script, kind, years):
    say = f"csv='{at(f'{years}.csv')}'; out='{at(f'g.{kind}')}'; kind='{kind}'; monthly={int(years > 2)}"
    return Program(["gnuplot", "-e", say, os.path.join(HERE, script)])


def measure_chart(kind):
    for years in YEARS:
        picture = at(f"{years}.{kind}")
        programs = {"ours": twinge(f"{years}.db", "chart", "--all", "-o", picture, "--force")}
        if has("gnuplot"):
            programs["doctor"] = gnuplot("doctor.gp", kind, years)
            programs["line"] = gnuplot("line.gp", kind, years)
        seen = compare(programs, 12)
        of = f"chart {kind}, {years} years" if years > 1 else f"chart {kind}, 1 year"
        row(f"{of}: cpu", f"{median_ms(seen, 'ours'):.1f} ms")
        if has("gnuplot"):
            at_least(f"{of}: gnuplot's same page to ours", ratio(seen, "doctor", "ours"), 3.5 if kind == "svg" else 2.0)
            row(f"{of}: gnuplot's single line to ours", f"{ratio(seen, 'line', 'ours'):.1f} x")
        memory = programs["ours"].peak_mib()
        if years == 50:
            at_most(f"{of}: peak memory", memory, {"svg": 12, "png": 16}[kind], "{:.1f} MiB")
            count = programs["ours"].instructions()
            if count:
                row(f"{of}: M instructions", f"{count:.0f}")
        size = f"{os.path.getsize(picture) / 1000:.0f} kB"
        if kind == "svg":
            row(f"{of}: size", size, "<= 120 kB", os.path.getsize(picture) <= 120000)


def measure_one_panel(kind):
    """Pain alone, one line of it: the same picture as gnuplot's."""
    goal = {"svg": 0.2, "png": 0.35, "pdf": 1.0}[kind]
    for years in YEARS:
        picture = at(f"line.{kind}")
        seen = compare({
            "ours": twinge(f"pain-{years}.db", "chart", "--all", "-o", picture, "--force"),
            "line": gnuplot("line.gp", kind, years),
        }, 12)
        at_most(f"one line {kind}, {years} y: ours to gnuplot's, cpu", ratio(seen, "ours", "line"), goal)


def measure_one_liner():
    """The whole page of strips against one line in matplotlib."""
    line = Program([sys.executable, os.path.join(HERE, "line.py"), at("1.csv"), at("m.png")])
    for years in YEARS:
        ours = twinge(f"{years}.db", "chart", "--all", "-o", at("o.png"), "--force")
        seen = compare({"ours": ours, "line": line}, 6)
        at_most(f"chart png, {years} y, to matplotlib's line of 1 y, cpu", ratio(seen, "ours", "line"), 0.1)


def measure_report():
    for years in YEARS:
        pages = {
            kind: twinge(f"{years}.db", "report", "-o", at(f"r.{kind}"), "--force", times=3)
            for kind in ("pdf", "html")
        }
        seen = compare(pages, 12)
        for kind, page in pages.items():
            at_most(f"report {kind}, {years} y: cpu", median_ms(seen, kind), 60, "{:.1f} ms")
            row(f"report {kind}, {years} y: peak memory", f"{page.peak_mib():.1f} MiB")


def main():
    make_journals()
    measure_log()
    measure_reads("list")
    measure_reads("alerts")
    measure_import()
    measure_chart("svg")
    measure_chart("png")
    if has("gnuplot"):
        for kind in ("svg", "png", "pdf"):
            measure_one_panel(kind)
    if find_spec("matplotlib") and find_spec("pandas"):
        measure_one_liner()
    measure_report()
    print()
    heads = ("what", "figure", "goal", "met")
    widths = [max(len(r[i]) for r in [heads, *ROWS]) for i in range(4)]
    for n, cells in enumerate([heads, *ROWS]):
        print("| " + " | ".join(c.ljust(w) for c, w in zip(cells, widths)) + " |")
        if n == 0:
            print("|" + "|".join("-" * (w + 2) for w in widths) + "|")


main()
