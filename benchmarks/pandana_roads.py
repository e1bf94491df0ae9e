# SPDX-License-Identifier: GPL-3.0-or-later
"""Travel times by pandana's contraction hierarchy; runs in an environment of its own.

Usage: pandana_roads.py GRAPH.npz RESULT.npz — GRAPH holds ``x, y`` of nodes, ``tail, head,
seconds`` of arcs, and
``places``, the nodes between which times are asked. Prints the seconds that building and asking took as JSON.
"""

import json
import sys
import time

import numpy as np
import pandana
import pandas as pd


def main() -> None:
    """Build, ask, save the times between all places."""
    graph = np.load(sys.argv[1])
    start = time.perf_counter()
    network = pandana.Network(
        pd.Series(graph["x"]),
        pd.Series(graph["y"]),
        pd.Series(graph["tail"]),
        pd.Series(graph["head"]),
        pd.DataFrame({"seconds": graph["seconds"]}),
        twoway=False,
    )
    built_s = time.perf_counter() - start
    places = graph["places"]
    origins, goals = np.repeat(places, len(places)), np.tile(places, len(places))
    start = time.perf_counter()
    seconds = network.shortest_path_lengths(origins, goals)
    asked_s = time.perf_counter() - start
    np.savez(sys.argv[2], seconds=np.array(seconds).reshape(len(places), -1))
    sys.stdout.write(
        "\n" + json.dumps({"version": pandana.__version__, "built_s": built_s, "asked_s": asked_s})
    )


if __name__ == "__main__":
    main()
