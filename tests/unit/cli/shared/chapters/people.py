# SPDX-License-Identifier: GPL-3.0-or-later
"""People and means."""

from regard.tests.unit.cli.conftest import ORDERS
from regard.tests.unit.cli.shared.chapters.telling import BY, DAY, NOW, staff


def people(story):
    """People and means."""
    staff(story)
    story.write("agents add", "AG3", "--name", "Curie", "--home", "686000,6923500")
    story.write("agents edit", "AG3", "--contact", "sms")
    days = ("--from", "2026-06-01", "--until", "2026-06-30")
    story.write("agents restrict", "AG3", "--kind", "no_call_out", *days)
    night = ("--from", f"{DAY} 17:00", "--until", "2026-06-04 07:00")
    story.write("agents on-call", "AG2", *night)
    story.write("agents called-out", "AG2", "--from", f"{DAY} 22:00", "--until", f"{DAY} 23:00")
    away = story.write("absences add", "--agent", "AG1", *days)
    story.write("absences remove", away["absence_id"])
    taken = story.write("equipment book", "ASP-1", "--from", f"{DAY} 11:00", "--until", f"{DAY} 15:00")
    story.write("equipment free", taken["booking_id"])
    story.write("stock move", "--part", "repair_clamp", "--quantity", 1, "--from", "D1", "--to", "AG2")
    story.write("means sign-off", "--zone", "Z1", "--by", "F. Leroy", "--day", "2026-05-28")
    needs = ORDERS.splitlines()
    rare = needs[1].replace("OI-01", "OI-90").replace("SS4", "CATEC_I")
    story.write("orders import", story.file("one.csv", f"{needs[0]}\n{needs[1]}\n{rare}\n"))
    story.write("skills sheet", "--day", DAY, "--hand-to", "F. Leroy", *NOW, *BY)
    job = ("--order", "OI-01", "--to", "ST-02", "--on", DAY, "--number")
    story.write("subcontract send", *job, "BC-1")
    story.write("subcontract refuse", "BC-1", "--on", "2026-06-04")
    story.write("subcontract send", *job, "BC-2")
    story.write("subcontract accept", "BC-2", "--on", "2026-06-04")
    story.write("subcontract done", "BC-2", "--on", "2026-06-10")
