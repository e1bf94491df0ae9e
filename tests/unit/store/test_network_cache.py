# SPDX-License-Identifier: GPL-3.0-or-later
"""Networks kept in the user's cache: the same answers, never an old one, never an error."""

import importlib.util
import sqlite3
import sys
from contextlib import closing
from multiprocessing import get_context
from pathlib import Path

import numpy as np
import pytest
from regard.network.isolation.isolate import isolate
from regard.network.layouts.stareau import roles_from_stareau
from regard.network.sewers.build import build_sewer_network
from regard.network.sewers.trace import trace
from regard.network.water.water_network import build_water_network
from regard.planner.assets.asset_base import AssetBase
from regard.planner.assets.import_network import import_network
from regard.planner.assets.network_layout import READ_AS_SETTING
from regard.store import network_cache
from regard.store.layer_files import open_layers
from regard.store.network_cache import NetworkCache, read_entry, write_entry
from regard.store.workspaces import create_workspace, open_workspace

ROOT = Path(__file__).resolve().parents[3]
FOLLOWED = (
    "network/graph.py",
    "network/water/pieces.py",
    "core/kernel_heap.py",
    "planner/assets/asset_base.py",
    "planner/assets/network_layout.py",
    "store/lazy_arrays.py",
    "store/geopackage_layers.py",
    "store/postgis_layers.py",
    "resources/standards/raepa.yaml",
    "resources/rules/audit.yaml",
)


@pytest.fixture(scope="module")
def generated():
    """Return a generated network with everything in it."""
    path = ROOT / "benchmarks" / "generated_network.py"
    spec = importlib.util.spec_from_file_location("generated_network", path)
    sys.modules[spec.name] = module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    tables = module.generate_network(300, seed=5)
    return build_water_network(roles_from_stareau(tables.__getitem__, tables.keys()))


@pytest.fixture
def tables(golden):
    """Return the golden tables, free to be spoilt."""
    return golden.golden_tables()


@pytest.fixture
def build(tables):
    """Return a function that builds the golden water network of the tables as they are."""
    return lambda: build_water_network(roles_from_stareau(tables.__getitem__, tables.keys()))


@pytest.fixture
def golden_sewer(tables):
    """Return the golden sewer network."""
    return build_sewer_network(roles_from_stareau(tables.__getitem__, tables.keys()))


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """Keep every network, however small, in a folder of the test's own."""
    monkeypatch.setenv("REGARD_CACHE_DIR", str(tmp_path / "cache"))
    monkeypatch.setattr(network_cache, "WORTH_S", 0.0)
    return tmp_path / "cache" / "networks"


@pytest.fixture
def town(folder, golden_file, tmp_path):
    """Return the address of a workspace with the golden network."""
    url = str(tmp_path / "town.gpkg")
    with closing(create_workspace(url, crs="EPSG:2154")) as workspace:
        import_network(workspace, open_layers(golden_file))
    return url


def kept(network, tmp_path):
    """Return a network after it was kept and read again."""
    write_entry(tmp_path / "entry.npz", network)
    return read_entry(tmp_path / "entry.npz")


def isolate_everything(network):
    return [isolate(network, asset=pipe) for pipe in network.mains.pipes.ids]


def change(url, statement):
    """Change a layer as a program does that knows nothing of Regard."""
    with closing(sqlite3.connect(url)) as connection:
        # GDAL's own triggers on the layers call functions that every GIS brings along
        connection.create_function("ST_IsEmpty", 1, lambda shape: shape is None)
        for name in ("ST_MinX", "ST_MaxX", "ST_MinY", "ST_MaxY"):
            connection.create_function(name, 1, lambda _: 0.0)
        connection.execute(statement)
        connection.commit()


def built_of(url):
    """Return the water network of a workspace as it is now, and whether it was built for that."""
    calls = []
    with closing(open_workspace(url)) as workspace:
        base = AssetBase(workspace)
        network = workspace.built("water", lambda: calls.append(1) or build_water_network(base.frames))
    return network, bool(calls)


def test_a_kept_golden_network_gives_the_same_answers(build, tmp_path):
    network = build()
    again = kept(network, tmp_path)
    assert isolate_everything(again) == isolate_everything(network)
    assert again.defects == network.defects


def test_a_kept_generated_network_gives_the_same_answers(generated, tmp_path):
    again = kept(generated, tmp_path)
    assert isolate_everything(again) == isolate_everything(generated)
    for asset in (*generated.customers.ids[:50], *generated.mains.devices.ids[:50], *generated.hydrants.ids):
        assert isolate(again, asset=asset) == isolate(generated, asset=asset)


def test_a_kept_sewer_network_gives_the_same_answers(golden_sewer, tmp_path):
    again = kept(golden_sewer, tmp_path)
    for pipe in golden_sewer.pipes.ids:
        for direction in ("upstream", "downstream"):
            expected = trace(golden_sewer, asset=pipe, direction=direction)
            assert trace(again, asset=pipe, direction=direction) == expected


def test_texts_numbers_and_nothing_come_back_as_they_were(build, tables, tmp_path):
    pipes = tables["aep_canalisation"]
    pipes["id_canalisation"] = [None, "é, ;\n", "", "P01", "P01", *pipes["id_canalisation"][5:]]
    pipes["diametre_equivalent"] = [None, np.nan, *pipes["diametre_equivalent"][2:]]
    network = build()
    again = kept(network, tmp_path)
    assert again.mains.pipes.ids.tolist() == network.mains.pipes.ids.tolist()
    for name, column in network.mains.pipes.frame.items():
        assert list(map(repr, again.mains.pipes.frame[name])) == list(map(repr, column))
    assert again.defects == network.defects


def test_an_empty_network_is_kept(tmp_path):
    network = build_water_network({})
    assert kept(network, tmp_path).defects == network.defects


def test_arrays_that_are_shared_stay_shared(build, tmp_path):
    again = kept(build(), tmp_path)
    assert again.mains.lines.geometry is again.mains.pipes.geometry


def test_a_network_is_built_once_for_the_same_layers(town):
    first, was_built = built_of(town)
    assert was_built
    again, was_built = built_of(town)
    assert not was_built
    assert isolate_everything(again) == isolate_everything(first)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE aep_vanne SET etat_ouverture = 'fermee' WHERE id_aep_vanne = 'V4'",
        "DELETE FROM aep_vanne WHERE id_aep_vanne = 'V4'",
        "INSERT INTO aep_reservoir (id_aep_reservoir) VALUES ('RES-9')",
        "ALTER TABLE aep_canalisation ADD COLUMN note TEXT",
    ],
)
def test_a_change_by_another_program_is_noticed(town, statement):
    built_of(town)
    change(town, statement)
    _, was_built = built_of(town)
    assert was_built
    assert not built_of(town)[1]


def test_a_layer_that_another_program_replaces_is_noticed(town, golden):
    built_of(town)
    golden.golden_tables()["aep_vanne"].iloc[1:].to_file(
        town, layer="aep_vanne", driver="GPKG", engine="pyogrio"
    )
    network, was_built = built_of(town)
    assert was_built
    assert "V1" not in network.mains.devices.ids
    assert not built_of(town)[1]


def test_a_change_undone_by_putting_the_old_file_back_uses_no_newer_network(town, tmp_path):
    copy = tmp_path / "copy.gpkg"
    built_of(town)
    copy.write_bytes(Path(town).read_bytes())
    change(town, "UPDATE aep_vanne SET blocage = 'oui' WHERE id_aep_vanne = 'V1'")
    changed, _ = built_of(town)
    assert changed.mains.devices.is_stuck.any()
    Path(town).write_bytes(copy.read_bytes())
    change(town, "UPDATE aep_vanne SET blocage = 'non' WHERE id_aep_vanne = 'V1'")
    assert not built_of(town)[0].mains.devices.is_stuck.any()


def test_what_was_read_before_a_change_is_not_kept_as_what_it_is_after(town):
    with closing(open_workspace(town)) as workspace:
        base = AssetBase(workspace)
        assert base.locator
        change(town, "DELETE FROM aep_vanne WHERE id_aep_vanne = 'V4'")
        assert "V4" in base.water.mains.devices.ids
    with closing(open_workspace(town)) as workspace:
        assert "V4" not in AssetBase(workspace).water.mains.devices.ids


def test_a_layer_that_comes_after_the_layers_were_listed_is_in_the_next_network(town, golden):
    change(town, "DELETE FROM gpkg_contents WHERE table_name = 'aep_vanne'")
    with closing(open_workspace(town)) as workspace:
        base = AssetBase(workspace)
        workspace.write_layer("aep_vanne", golden.golden_tables()["aep_vanne"])
        assert not len(base.water.mains.devices.ids)
        assert len(AssetBase(workspace).water.mains.devices.ids)


def test_what_was_read_after_a_change_is_not_kept_as_what_it_was_before(town, tmp_path):
    copy = tmp_path / "copy.gpkg"
    with closing(open_workspace(town)) as workspace:
        base = AssetBase(workspace)
        copy.write_bytes(Path(town).read_bytes())
        change(town, "DELETE FROM aep_vanne WHERE id_aep_vanne = 'V4'")
        assert "V4" not in base.water.mains.devices.ids
    Path(town).write_bytes(copy.read_bytes())
    with closing(open_workspace(town)) as workspace:
        assert "V4" in AssetBase(workspace).water.mains.devices.ids


@pytest.mark.parametrize(
    ("setting", "value", "builds"), [("plan.current", "PL-1", False), (READ_AS_SETTING, "{}", True)]
)
def test_only_a_setting_that_says_how_layers_are_read_asks_for_another_network(town, setting, value, builds):
    built_of(town)
    with closing(open_workspace(town)) as workspace:
        workspace.set_setting(setting, value)
    assert built_of(town)[1] is builds


def test_only_the_newest_network_of_a_workspace_stays(town, folder):
    built_of(town)
    change(town, "UPDATE aep_vanne SET blocage = 'oui'")
    built_of(town)
    assert len(list(folder.iterdir())) == 1


@pytest.mark.parametrize("share", [0.0, 0.1, 0.5, 0.99])
def test_a_network_that_was_cut_off_is_built_again(town, folder, share):
    built_of(town)
    (entry,) = folder.iterdir()
    content = entry.read_bytes()
    entry.write_bytes(content[: int(len(content) * share)])
    assert built_of(town)[1]
    assert not built_of(town)[1]


def test_a_damaged_network_is_built_again(town, folder):
    built_of(town)
    (entry,) = folder.iterdir()
    content = entry.read_bytes()
    for at in range(50, len(content), len(content) // 40):
        entry.write_bytes(content[:at] + bytes([content[at] ^ 0xFF]) + content[at + 1 :])
        found = read_entry(entry)
        assert found is None or len(found.mains.pipes) == 9


@pytest.mark.parametrize("foreign", [b"", b"hello", b"PK\x05\x06" + bytes(18), b"\x93NUMPY\x01\x00"])
def test_a_foreign_file_is_ignored(tmp_path, foreign):
    entry = tmp_path / "entry.npz"
    entry.write_bytes(foreign)
    assert read_entry(entry) is None


def test_pickled_arrays_are_never_read(tmp_path):
    entry = tmp_path / "entry.npz"
    np.savez(entry, spec=np.array([{"a": 1}], dtype=object))
    assert read_entry(entry) is None


def test_a_folder_that_cannot_be_written_stops_nothing(town, folder):
    folder.parent.mkdir(exist_ok=True)
    folder.write_text("in the way")
    assert built_of(town)[1]


def test_the_errors_of_a_build_come_through_and_leave_nothing(folder):
    with pytest.raises(ZeroDivisionError):
        NetworkCache(folder, "town", worth_s=0.0).fetch("water", {}, lambda: 1 // 0, is_current=lambda: True)
    assert not folder.exists() or not list(folder.iterdir())


def test_a_network_that_is_built_at_once_is_not_kept(folder):
    cache = NetworkCache(folder, "town", worth_s=60.0)
    assert cache.fetch("water", {}, lambda: ("a",), is_current=lambda: True) == ("a",)
    assert not folder.exists()


@pytest.fixture
def code(tmp_path):
    """Return a folder with one line of code where code is that a network follows from."""
    for name in FOLLOWED:
        file = tmp_path / "code" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("one = 1\n")
    return tmp_path / "code"


@pytest.mark.parametrize("name", FOLLOWED)
def test_another_code_is_another_digest(code, name):
    before = network_cache.digest_of(code)
    (code / name).write_text("one = 2\n")
    assert network_cache.digest_of(code) != before


def test_a_module_that_moves_is_another_digest(code):
    before = network_cache.digest_of(code)
    (code / "network/graph.py").rename(code / "network/water/graph.py")
    assert network_cache.digest_of(code) != before


@pytest.mark.parametrize("pattern", network_cache.FOLLOWED)
def test_the_code_that_a_network_follows_from_is_where_it_is_looked_for(pattern):
    assert list(ROOT.glob(pattern))


def test_two_writers_at_once_leave_one_whole_entry(build, tmp_path):
    network = build()
    context = get_context("fork")
    writers = [context.Process(target=write_entry, args=(tmp_path / "e.npz", network)) for _ in range(4)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    assert [file.name for file in tmp_path.iterdir()] == ["e.npz"]
    assert isolate_everything(read_entry(tmp_path / "e.npz")) == isolate_everything(network)
