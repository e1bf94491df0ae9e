# SPDX-License-Identifier: GPL-3.0-or-later
"""Who declares: the company data of a workspace, as the forms ask for them."""

from __future__ import annotations

from dataclasses import replace

from ..core.errors import InputError
from ..core.near_names import near_names
from ..core.rules import Rule, parse_rules
from ..workorders.teleservice.declaration import Party, WorksPlace
from .ports import Workspace

COMPANY = "notices.company"
COUNT_SUNDAYS = "notices.count_sundays"


class Commune(Rule):
    """A commune of the service."""

    insee: str
    name: str
    postcode: str


class Company(Rule):
    """The file of a company; without a contractor the owner does the works itself.

    ``count_sundays`` says how the service reads the law: None leaves it to the law file.
    """

    owner: Party
    contractor: Party | None = None
    signatory: str = ""
    communes: tuple[Commune, ...] = ()
    count_sundays: bool | None = None

    def place(self, address: str, insee: str = "") -> WorksPlace:
        """Return the place of works: the commune asked for, the only one, or the one named in the address.

        ``InputError`` for a commune asked for that the file does not have.
        """
        known = {one.insee: one for one in self.communes}
        if insee and insee not in known:
            raise InputError("notices.unknown_commune", found=insee, near=near_names(insee, known))
        told = [one for one in self.communes if one.name.casefold() in address.casefold()]
        found = known.get(insee) or (self.communes[0] if len(self.communes) == 1 else None)
        if found is None and len(told) == 1:
            found = told[0]
        place = WorksPlace(address=address)
        if found is None:
            return place
        return replace(place, postcode=found.postcode, commune=found.name, insee=found.insee)


def set_company(workspace: Workspace, text: str, *, file: str, who: str) -> Company:
    """Keep the company data of a YAML text; ``InputError`` names the line and field of a mistake."""
    company = parse_rules(text, Company, file=file)
    said = {None: "", True: "yes", False: "no"}[company.count_sundays]
    with workspace.command("set company", who=who) as transaction:
        transaction.set_settings({COMPANY: text, COUNT_SUNDAYS: said})
    return company


def company_of(workspace: Workspace) -> Company:
    """Return the company of a workspace, an empty one where none was given."""
    text = workspace.setting(COMPANY)
    return parse_rules(text, Company, file=COMPANY) if text else Company(owner=Party())


def counts_sundays(workspace: Workspace) -> bool | None:
    """Tell whether the service counts Sundays in the delays of operators; None: the law file says."""
    said = workspace.setting(COUNT_SUNDAYS)
    return None if not said else said == "yes"


def digs_itself(workspace: Workspace) -> bool:
    """Tell whether the service digs itself: no contractor is said to do its works."""
    return company_of(workspace).contractor is None
