# SPDX-License-Identifier: GPL-3.0-or-later
"""A PostGIS workspace opens as the same layers as a file."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
# runs inside a throwaway cluster: copies the golden town to a schema and counts what its layers show
COUNTING = """
import json, os, sys
sys.path.insert(0, "tests")
import conftest
from qgis.core import QgsApplication
app = QgsApplication([], False)
app.initQgis()
from regard.qgis_bridge.layers import open_layers
from regard.store.tables import RECORD_KINDS
from regard.store.workspaces import create_workspace, open_workspace
from sqlalchemy import create_engine, text
e = os.environ
address = f"{e['PGUSER']}@{e['PGHOST']}:{e['PGPORT']}"
engine = create_engine(f"postgresql+psycopg://{address}/postgres")
with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
    connection.execute(text("CREATE DATABASE regard"))
engine.dispose()
url = f"postgresql://{address}/regard?schema=nord"
town, server = open_workspace(sys.argv[1]), create_workspace(url)
with server.command("copy", who="test") as transaction:
    for kind in RECORD_KINDS.values():
        transaction.add(town.all(kind))
for name in town.layer_names():
    server.write_layer(name, town.read_layer(name))
layers = open_layers(url)
print("COUNTS", json.dumps({key: layer.featureCount() for key, layer in layers.items()}))
numbers = sorted([f["number"], f["valve"]] for f in layers["valves_to_close"].getFeatures())
print("VALVES", json.dumps(numbers))
sys.stdout.flush()
os._exit(0)
"""


def test_a_server_shows_what_the_file_shows(built_town, qgis_app):
    from regard.qgis_bridge.layers import open_layers

    tool = shutil.which("pg_virtualenv")
    command = [tool, "-t", sys.executable, "-c", COUNTING, str(built_town)]
    run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=120)
    found = dict(line.split(" ", 1) for line in run.stdout.splitlines() if line[:6] in ("COUNTS", "VALVES"))
    assert found, run.stderr
    layers = open_layers(str(built_town))
    assert json.loads(found["COUNTS"]) == {key: layer.featureCount() for key, layer in layers.items()}
    assert json.loads(found["VALVES"]) == [[1, "V4"], [2, "V5"]]
