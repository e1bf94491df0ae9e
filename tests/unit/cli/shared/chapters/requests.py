# SPDX-License-Identifier: GPL-3.0-or-later
"""From the call to the order; orders that follow one another."""

import geopandas as gpd
from regard.tests.unit.cli.shared.chapters.telling import BY, DAY, NOW, burst, call, dig
from shapely.geometry import box


def calls(story):
    """From the call to the order."""
    ban = "id;numero;rep;nom_voie;code_postal;nom_commune;x;y\n1;12;;Rue des Saules;60000;V;687523;6924003\n"
    story.run("addresses import", story.file("ban.csv", ban))
    story.folder.joinpath("parcels").mkdir()
    parcels = story.folder / "parcels" / "cadastre.gpkg"
    frame = gpd.GeoDataFrame({"id": ["60159000AB0123"]}, geometry=[box(0, 0, 2, 2)], crs="EPSG:2154")
    frame.to_file(parcels, layer="parcelles")
    story.run("parcels import", parcels)
    first = call(story)
    second = call(story, received=f"{DAY} 08:14")
    third = call(story, at="687110,6924010")
    head = (
        "request_id,received_at,caller,phone,customer_ref,address,x,y,code,description,danger,contract_id\n"
    )
    rows = (
        "DI-9,2026-06-03 07:20,Mme Élan,0600000001,,3 rue du Puits,687700,6924001,AEP-CPT-REM,x,no,VA-2024\n"
    )
    story.write("requests import", story.file("r.csv", head + rows), *BY)
    story.write("requests answer", second, "--answer", "road_subsiding=confirmed", *BY)
    story.write("requests acknowledge", first, second, *NOW, *BY)
    story.write("requests reject", third, "--reason", "not our pipe", *BY)
    made = story.write("requests qualify", "--chains", *NOW)["orders"]
    main, *_ = made
    fourth = call(story, received=f"{DAY} 08:20")
    story.write("requests merge", fourth, "--into", first, *NOW, *BY)
    priority = ("--priority", "P1", "--reason", "school exam")
    story.write("orders prioritise", main, *priority, *NOW, *BY)
    story.write("orders prioritise", main, "--take-back", *NOW, *BY)

    # as its deadline has passed, it weighs more
    story.write("orders judge", main, "--now", f"{DAY} 12:00", *BY)
    story.write("network valve", "--asset", "V5", "--state", "stuck_open")
    story.write("orders study", main, *NOW, *BY)
    story.write("orders step", main, "1", *NOW, *BY)
    for order in made:
        story.write("orders move", order, "cancelled", "--reason", "mistaken", *NOW, *BY)
    story.write("requests close", "--order", main, *NOW, *BY)


def chains(story):
    """Orders that follow one another."""
    first = burst(story)
    story.write("orders chain", first, *NOW, *BY)
    call(story, at="687700,6924000", received=f"{DAY} 08:14")
    (second,) = story.write("requests qualify", *NOW)["orders"]
    story.write("orders link", "--first", first, "--then", second, *BY)
    story.write("orders unlink", "--first", first, "--then", second, *BY)
    (bundle,) = story.run("orders bundles")["bundles"]
    story.write("orders bundles", "--accept", bundle["bundle_id"])
    third = dig(story, "AEP-VANNE")
    story.write("orders quantity", third, "6", *NOW, *BY)
    story.write("orders split", third, "--minutes", "120,60", *NOW, *BY)
