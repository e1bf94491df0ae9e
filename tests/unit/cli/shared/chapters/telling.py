# SPDX-License-Identifier: GPL-3.0-or-later
"""What several chapters tell: a call, a burst, people and means, a plan, a dig."""

import geopandas as gpd
from regard.tests.unit.cli.conftest import AGENTS, ORDERS, SKILLS
from shapely.geometry import box

DAY = "2026-06-03"
EIGHT = f"{DAY} 08:00"
LATER = f"{DAY} 18:00"
BY = ("--by", "D. Martin")
NOW = ("--now", f"{DAY} 08:15")
NUMBER = "2026060300123D"
SAID = ("--caller", "Mme Martin", "--phone", "0600000001", "--description", "water on the road")
ANSWERS = [
    word
    for pair in ("danger=no", "leak_place=road", "water_entering_building=no", "road_subsiding=suspected")
    for word in ("--answer", pair)
]
CLOSURE = f"""author: AG1
started_at: {DAY} 09:00
ended_at: {DAY} 11:00
agents: [AG1]
result: done
asset: P03
repair_point: "687520,6924000"
repaired: "01"
material: "02"
photos: [before.jpg]
"""
MEANS = {
    "agents.csv": AGENTS,
    "skills.csv": SKILLS,
    "depots.csv": "depot_id,name,x,y,opens,closes\nD1,Dépôt,686000,6923500,07:00,18:00\n",
    "equipment.csv": "equipment_id,kind,agent_id\nASP-1,suction_excavator,AG1\n",
    "stock.csv": "stock_id,holder,part,quantity\nS1,D1,repair_clamp,2\n",
    "subcontractors.csv": (
        "subcontractor_id,name,skills,phone,hourly_rate_eur\nST-02,Vallon,TERR;AIPR_OP;SS4,0199000001,78\n"
    ),
}


def call(story, *more, code="AEP-CASSE", at="687520,6924000", received=f"{DAY} 08:12"):
    """Take a call; return the request's id."""
    words = (*SAID, *ANSWERS, "--code", code, "--received", received, "--at", at)
    return story.write("requests add", *words, *BY, *more)["request"]["request_id"]


def burst(story, *more):
    """Take the call about the burst on P03; return its order."""
    call(story)
    return story.write("requests qualify", *NOW, *more)["orders"][0]


def staff(story):
    """Bring people and means."""
    for name, text in MEANS.items():
        story.file(f"means/{name}", text)
    zone = {"zone_id": ["Z1"], "name": ["Nord"], "field_manager": ["F. Leroy"]}
    frame = gpd.GeoDataFrame(zone, geometry=[box(683000, 6922000, 689000, 6926000)], crs="EPSG:2154")
    frame.to_file(story.folder / "means" / "zones.gpkg", layer="zone")
    story.write("resources import", story.folder / "means")


def golden_plan(story):
    """Bring the golden day and plan it."""
    staff(story)
    story.write("orders import", story.file("orders.csv", ORDERS))
    options = ("--seconds", 30, "--iterations", 500, "--objective", "minimum_travel")
    story.write("plan", "--day", DAY, "--now", f"{DAY} 07:45", *options)


def dig(story, code):
    """Return the order of a dig that can wait."""
    head = (
        "request_id,received_at,caller,phone,customer_ref,address,x,y,code,description,danger,contract_id\n"
    )
    row = f"DI-1,{EIGHT},Mme Élan,0600000001,,3 rue du Puits,687400,6924000,{code},x,no,VA-2024\n"
    story.write("requests import", story.file("dig.csv", head + row), *BY)
    return story.write("requests qualify", *NOW)["orders"][0]


def area(story, name, shape):
    """Write one shape as a file of the web; return its path."""
    path = story.folder / name
    gpd.GeoDataFrame({"n": [1]}, geometry=[shape], crs="EPSG:2154").to_crs("EPSG:4326").to_file(path)
    return path
