# SPDX-License-Identifier: GPL-3.0-or-later
"""Messages, alerts, what teams say."""

from regard.tests.unit.cli.shared.chapters.telling import BY, DAY, NOW, call, staff
from regard.tests.unit.mail_server import Inbox


def informing(story):
    """Messages, alerts, what teams say."""
    staff(story)
    call(story, code="AEP-FUI-CAN")
    (order,) = story.write("requests qualify", *NOW)["orders"]
    contacts = "customer_ref,name,phone,mobile\nC-P03-01,Abonné,0344010203,0639980001\n"
    story.write("customers import", story.file("c.csv", contacts))
    addressees = "addressee_id;kind;name;email;channels\nMAIRIE;town_hall;Mairie;mairie@valmont.example;\n"
    story.write("directory import", story.file("d.csv", addressees))
    story.write("messages service", "--name", "Syndicat des eaux", "--phone", "0344000000", *BY)
    mails(story, order)
    alerts(story)
    story.write("orders hydrant", "PI-014", "out", "--note", "cut", *NOW, *BY)
    story.write("orders told", order, "--customer", "PL-P03-01", *NOW, *BY)
    done = story.write(
        "actions add", "--zone", "Z1", "--text", "call", "--owner", "F. Leroy", "--due", DAY, *NOW
    )
    story.write("actions done", done["action_id"], *NOW, *BY)
    remark = ("--order", order, "--agent", "AG1", "--kind", "map", "--text", "V4 opposite")
    key = story.write("remarks add", *remark, *NOW, *BY)["remark_id"]
    story.write("remarks answer", key, "--text", "done", "--accepted", *NOW, *BY)
    key = story.write("problems add", "--order", order, "--text", "car on V5", *NOW, *BY)["problem_id"]
    option = story.write("problems option", key, "--text", "farther", "--unusable", "V5", *BY)["option_id"]
    story.write("problems decide", key, option, "--reason", "no tow", *NOW, *BY)
    story.write("notes add", "--order", order, "--facts", "shoring", "--reader", "F. Leroy", *NOW, *BY)


def mails(story, order):
    """Plan messages, send the mails, note the calls."""
    start = ("--start", "2026-06-11 09:00", "--now", f"{DAY} 10:00", *BY)
    planned = story.write("messages plan", "--order", order, *start)["messages"]
    port = story.serve(Inbox())
    server = ("--host", "127.0.0.1", "--port", port, "--sender", "eau@valmont.example")
    story.write("messages mail-server", *server, "--security", "none", *BY)
    story.write("messages send", "--order", order, *start)
    call = next(one for one in planned if one["purpose"] == "cut_sensitive")["message_id"]
    said = ("--message", call, "--channel", "phone", "--outcome", "answered")
    story.write("messages log", "--order", order, *said, "--now", f"{DAY} 10:00", *BY)


def alerts(story):
    """Tell those who answer for what is not ready."""
    raised = story.write("alerts raise", "--day", DAY, *NOW, *BY)["alerts"]
    story.write("alerts told", raised[0]["alert_id"], "--channel", "phone", *NOW, *BY)
    story.write("alerts escalate", "--now", "2026-06-05 12:00", *BY)
    story.write("alerts reply", raised[0]["alert_id"], "on its way", "--now", "2026-06-05 13:00", *BY)
