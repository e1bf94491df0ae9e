# SPDX-License-Identifier: GPL-3.0-or-later
"""Tours against published best values and against other optimisers, in one run on one machine.

Usage: python benchmarks/bench_tours.py [SET ...] [--only TEXT] [--seconds S] [--seeds N] [--levels 0,3,5]
[--sizes 140x30,1500x300] [--data FOLDER]

Sets: solomon, trsp, hhcrsp, prize, depots (instances of ../shared/data/tours, left out where that folder is
missing), days (technician days). Every solution, ours and the peers', is judged by ``tour_rules`` and
``crew_rules``, which read the instance again; one that breaks a rule has failed. Seconds are those of the
search alone. Regard and VROOM run on two threads, PyVRP and OR-Tools, which know no more, on one. These are
given our seconds; VROOM stops by itself.
"""

from __future__ import annotations

import argparse
import statistics
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from day_tables import print_days
from tour_peers import THREADS, ask
from tour_sets import SETS, BenchSet

ROOT = Path(__file__).resolve().parents[1]
DATA = ROOT.parent / "shared" / "data" / "tours"


@dataclass(frozen=True, slots=True)
class Result:
    """What one optimiser reached: the mean gap to the best known over its seeds, the seconds, what failed."""

    cost: float
    gap: float | None
    seconds: float
    failed: str = ""

    def cells(self) -> list[str]:
        """Return cost, gap and seconds as they are printed."""
        if self.gap is None:
            return [f"failed: {self.failed}", "", f"{self.seconds:.1f}"]
        return [f"{self.cost:,.2f}", f"{self.gap:+.2%}", f"{self.seconds:.1f}"]


def regard(bench: BenchSet, path: Path, best: float, *, seconds: float, seeds: Sequence[int]) -> Result:
    """Solve an instance with each seed, and judge what the solution file says."""
    from regard.core.errors import InputError
    from regard.routing.check.checker import check
    from regard.routing.engine.solve import solve
    from regard.routing.instances.formats import read_instance

    try:
        instance = read_instance(path)
    except InputError as error:
        return Result(0.0, None, 0.0, str(error).partition(": ")[2])
    costs, spent = [], []
    for seed in seeds:
        solution = solve(instance.problem, seconds=seconds, seed=seed, threads=THREADS)
        verdict = bench.judge(path, instance.text(solution, check(instance.problem, solution)))
        spent.append(solution.seconds)
        if verdict.violations:
            return Result(0.0, None, statistics.mean(spent), f"{verdict.violations[0]} (seed {seed})")
        costs.append(verdict.cost)
    mean = statistics.mean(costs)
    return Result(mean, mean / best - 1, statistics.mean(spent))


def peer(
    name: str, options: Sequence[str], bench: BenchSet, path: Path, best: float, *, seconds: float, seed: int
) -> Result:
    """Let another optimiser solve an instance."""
    case, numbers = bench.case(path)
    answer = ask(name, case, seconds=seconds, seed=seed, options=options)
    routes = [[numbers[job] for job in route] for route in answer.routes]
    lines = (f"Route #{number}: {' '.join(map(str, route))}" for number, route in enumerate(routes, 1))
    verdict = bench.judge(path, "\n".join(lines))
    if verdict.violations:
        return Result(0.0, None, answer.seconds, verdict.violations[0])
    return Result(verdict.cost, verdict.cost / best - 1, answer.seconds)


def optimisers(bench: BenchSet, seconds: float, seeds: Sequence[int]) -> dict[str, partial[Result]]:
    """Return those that know the rules of a set, ours first."""
    found = {"Regard": partial(regard, bench, seconds=seconds, seeds=seeds)}
    for label, (name, *options) in bench.peers.items():
        found[label] = partial(peer, name, options, bench, seconds=seconds, seed=seeds[0])
    return found


def print_set(bench: BenchSet, folder: Path, options: argparse.Namespace) -> None:
    """Print a row for each instance, and the mean gaps."""
    seconds = options.seconds or bench.seconds
    seeds = range(1, options.seeds + 1)
    who = optimisers(bench, seconds, seeds)
    print(f"\n{bench.title}; {seconds:g} s, seeds {seeds.start} to {seeds.stop - 1}\n")
    print("| instance | best known |" + "".join(f" {name} | gap | s |" for name in who))
    print("|---|---:|" + "---:|" * 3 * len(who))
    gaps: dict[str, list[float]] = {name: [] for name in who}
    failures = dict.fromkeys(who, 0)
    for path, best in instances(bench, folder, options.only):
        cells = [path.stem, f"{best:,.2f}"]
        for name, run in who.items():
            result = run(path, best)
            cells += result.cells()
            if result.gap is None:
                failures[name] += 1
            else:
                gaps[name].append(result.gap)
        print(f"| {' | '.join(cells)} |", flush=True)
    for name, found in gaps.items():
        mean = f"{statistics.mean(found):+.2%}, worst {max(found):+.2%}" if found else "none"
        print(f"- {name}: mean gap {mean}" + (f"; failed: {failures[name]}" if failures[name] else ""))


def instances(bench: BenchSet, folder: Path, only: str) -> Iterator[tuple[Path, float]]:
    """Yield the files of a set with their best known values."""
    best = bench.best(folder / bench.name)
    for path in sorted((folder / bench.name).glob(bench.pattern)):
        if only in path.stem:
            yield path, best[path.stem]


def main() -> int:
    """Print the table of each set."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("sets", nargs="*", choices=[*SETS, "days"], default=[*SETS, "days"])
    parser.add_argument("--only", default="", help="instances whose name holds this text")
    parser.add_argument("--seconds", type=float, default=0.0)
    parser.add_argument("--seeds", type=int, default=1)
    parser.add_argument("--levels", default="0,1,2,3,4,5", help="VROOM's exploration levels on the days")
    parser.add_argument("--sizes", default="140x30,1500x300", help="technician days: visits x agents")
    parser.add_argument("--data", type=Path, default=DATA)
    options = parser.parse_args()
    for name in options.sets:
        if name == "days":
            print_days(options)
        elif (options.data / name).is_dir():
            print_set(SETS[name], options.data, options)
        else:
            print(f"\n{name}: {options.data / name} is not there, left out")
    return 0


if __name__ == "__main__":
    sys.exit(main())
