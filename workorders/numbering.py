# SPDX-License-Identifier: GPL-3.0-or-later
"""Numbers of orders and requests by a mask that the service chooses, such as ``VA-2026-AEP-00417``."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from datetime import date
from itertools import count
from pathlib import Path
from string import Formatter

from pydantic import field_validator

from ..core.ids import OrderId, RequestId
from ..core.messages import Message
from ..core.rules import RULES_FOLDER, DatedRules, misfit, read_rules

NUMBERING = RULES_FOLDER / "numbering.yaml"
_FIELDS = {"service", "year", "trade", "number"}


class Numbering(DatedRules):
    """The service's short name and the masks of its order and request numbers.

    A mask may use ``{service}``, ``{year}``, ``{trade}`` (AEP or ASS; empty for a request) and must use
    ``{number}``, which can be padded: ``{number:05d}``. ``part_mask`` numbers the second part of an order
    that is split and those after it, by ``{order}`` and ``{part}``.
    """

    service: str
    order_mask: str
    request_mask: str
    part_mask: str = "{order}-{part}"

    @field_validator("part_mask")
    @classmethod
    def _tells_parts_apart(cls, mask: str) -> str:
        try:
            fields = {name for _, name, _, _ in Formatter().parse(mask) if name is not None}
            if fields != {"order", "part"}:
                raise ValueError
            mask.format(order="", part=2)
        except ValueError:
            expected = {"fields": "{order}", "number": "{part}"}
            raise misfit(mask, Message("rules.mask", expected)) from None
        return mask

    @field_validator("order_mask", "request_mask")
    @classmethod
    def _usable(cls, mask: str) -> str:
        try:
            fields = {name for _, name, _, _ in Formatter().parse(mask) if name is not None}
            if not fields <= _FIELDS or "number" not in fields:
                raise ValueError
            mask.format(service="", year=2000, trade="AEP", number=1)
        except ValueError:
            expected = {"fields": "{service}, {year}, {trade}", "number": "{number}"}
            raise misfit(mask, Message("rules.mask", expected)) from None
        return mask

    def order_id(self, number: int, *, code: str, day: date) -> OrderId:
        """Return the id of the ``number``-th order of the year, of catalogue type ``code``."""
        trade = code.partition("-")[0]
        return OrderId(
            self.order_mask.format(service=self.service, year=day.year, trade=trade, number=number)
        )

    def next_id(self, taken: Collection[OrderId], *, code: str, day: date) -> OrderId:
        """Return the first id that is free, counting on from how many are taken."""
        ids = (self.order_id(number, code=code, day=day) for number in count(len(taken) + 1))
        return next(order_id for order_id in ids if order_id not in taken)

    def part_ids(self, order_id: OrderId, taken: Collection[str]) -> Iterator[OrderId]:
        """Yield the free numbers for the parts of an order, from its second part on."""
        numbered = (self.part_mask.format(order=order_id, part=number) for number in count(2))
        return (OrderId(made) for made in numbered if made not in taken)

    def next_request_id(self, taken: Collection[str], *, day: date) -> RequestId:
        """Return the first id of a request that is free, counting on from the highest number of the year."""
        return next(self.free_request_ids(taken, day=day))

    def free_request_ids(self, taken: Collection[str], *, day: date) -> Iterator[RequestId]:
        """Yield the ids of requests that are free, counting on from the highest number of the year.

        They are as wide as the widest number of the year: what came from elsewhere may have more digits than
        the mask.
        """
        known = {"service": self.service, "year": day.year, "trade": ""}
        parts = [
            (text, name, format(known[name], spec or "") if name in known else spec or "")
            for text, name, spec, _ in Formatter().parse(self.request_mask)
        ]
        pattern = "".join(
            re.escape(text) + (r"(\d+)" if name == "number" else re.escape(said))
            for text, name, said in parts
        )
        found = [match[1] for key in taken if (match := re.fullmatch(pattern, key))]
        width = max(map(len, found), default=0)
        for number in count(max(map(int, found), default=0) + 1):
            key = "".join(
                text + (format(number, said).zfill(width) if name == "number" else said)
                for text, name, said in parts
            )
            if key not in taken:
                yield RequestId(key)


def load_numbering(path: Path | None = None) -> Numbering:
    """Return the numbering of a file (by default the sample that comes with Regard)."""
    return read_rules(path or NUMBERING, Numbering)
