# SPDX-License-Identifier: GPL-3.0-or-later
"""Groups that are too small to have figures of their own, so that no figure is about a person.

Below a least number of people, groups are shown together; where they are still too few, or could be told by
taking the others off the whole, the smallest of the others joins them: of those of one size always the same,
since two ways of grouping would tell each group.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping

OTHERS = "*"


def pooled(people: Mapping[str, Collection[str]], *, least: int) -> dict[str, str]:
    """Return under which name each group is shown: its own, or ``OTHERS``. O(groups squared).

    ``people`` names who is in each group; one without anybody is about nobody, and stands for itself.
    """
    small = {name for name, who in people.items() if 0 < len(set(who)) < least}
    enough = (name for name, who in people.items() if len(set(who)) >= least)
    large = sorted(enough, key=lambda name: (len(set(people[name])), name))
    while small and large and len({one for name in small for one in people[name]}) < least:
        small.add(large.pop(0))
    return {name: OTHERS if name in small else name for name in people}
