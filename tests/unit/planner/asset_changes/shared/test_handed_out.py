# SPDX-License-Identifier: GPL-3.0-or-later
"""Exports that come back as they went out, changes carried to other layers, registers, audit, figures."""

import json
import os
import shutil
import struct
from contextlib import contextmanager
from datetime import date, datetime, timedelta

import geopandas as gpd
import pandas as pd
import pyogrio
import pytest
from regard.core.messages import Message
from regard.network.assets.defects import defect
from regard.network.assets.roles import Role
from regard.planner.asset_changes.audit_trend import store_audit
from regard.planner.asset_changes.base_figures import base_figures
from regard.planner.asset_changes.carry import carry
from regard.planner.asset_changes.decide import accept, accept_safe, undo
from regard.planner.asset_changes.export import pei_table, raepa_tables, stareau_tables
from regard.planner.asset_changes.hydrant_report import hydrant_report
from regard.planner.asset_changes.valve_list import abnormal_valves
from regard.planner.assets.asset_base import AssetBase
from regard.planner.assets.import_network import import_network
from regard.store.export_files import write_csv, write_geopackage, write_shapefiles
from regard.store.hydrant_files import write_hydrants
from regard.store.layer_editors import opened_editor, write_change_file
from regard.store.layer_files import open_layers
from regard.store.workspaces import create_workspace
from regard.workorders.asset_changes.records import AssetChange
from shapely.geometry import Point

LEAK = "OI-2026-0417"
NOW = datetime(2026, 6, 3, 18, 30)
DAY = date(2026, 6, 4)
NOBODY, SEEN = 65534, 0o055


@pytest.fixture
def accepted(workspace, close, rules):
    close(LEAK, "dn: 125", "valves: {V4: open, V5: open}")
    return accept_safe(workspace, rules=rules, now=NOW, who="G. Petit").accepted


@contextmanager
def as_somebody(folder):
    """Work as somebody else than root, to whom no file is only to be read; who may look into a folder."""
    if os.geteuid() != 0:
        yield
        return
    for own in (folder, *folder.parents):
        if own.stat().st_mode & SEEN != SEEN:
            own.chmod(own.stat().st_mode | SEEN)
    os.setresuid(NOBODY, NOBODY, 0)
    try:
        yield
    finally:
        os.setresuid(0, 0, 0)


def fields_of(path):
    """Return name, type, width and decimals of the fields of a DBF, read byte by byte."""
    data = path.read_bytes()
    size = struct.unpack("<H", data[8:10])[0]
    found = {}
    for at in range(32, size - 1, 32):
        name, kind, width, decimals = struct.unpack("<11sc4xBB14x", data[at : at + 32])
        found[name.rstrip(b"\0").decode()] = (kind.decode(), width, decimals)
    return found


def told(value):
    """Return a value as it compares: nothing as None, whole numbers without decimals."""
    if value is None or value != value:
        return None
    return f"{value:g}" if isinstance(value, int | float) else str(value)


def test_shapefiles_have_the_types_of_the_standard_and_come_back_identical(workspace, accepted, tmp_path):
    tables = raepa_tables(workspace)
    write_shapefiles(tmp_path / "raepa", tables, on=DAY)
    names = {table.name for table in tables}
    assert {"RAEPA_CANALAEP_L", "RAEPA_APPARAEP_P", "RAEPA_CANALASS_L", "RAEPA_REPARAEP_P"} <= names
    found = fields_of(tmp_path / "raepa" / "RAEPA_CANALAEP_L.dbf")
    assert found["IDCANA"] == ("C", 254, 0)
    assert found["DIAMETRE"] == ("N", 10, 0)
    assert found["PROFGEN"] == ("N", 6, 3)
    assert found["DATEMAJ"] == ("D", 8, 0)
    assert len(found) == 26
    assert fields_of(tmp_path / "raepa" / "RAEPA_REPARAEP_P.dbf")["X"] == ("N", 10, 3)
    for table in tables:
        back = pyogrio.read_dataframe(tmp_path / "raepa" / f"{table.name}.shp")
        assert back.crs.to_epsg() == 2154
        assert back.geometry.geom_equals_exact(table.frame.geometry, 1e-9).all()
        for name, kind in table.types.items():
            ours, theirs = table.frame[name], back[name]
            if kind.kind == "N":
                pairs = zip(pd.to_numeric(ours), pd.to_numeric(theirs), strict=True)
                assert all(one == other or (one != one and other != other) for one, other in pairs), name
            else:
                plain = [None if value is None or value != value else value for value in theirs]
                wanted = [None if value is None or value != value else value for value in ours]
                if kind.kind == "D":
                    plain = [value and pd.Timestamp(value).date() for value in plain]
                    wanted = [value and pd.Timestamp(value).date() for value in wanted]
                assert plain == wanted, name


def test_an_export_imported_elsewhere_and_exported_again_is_the_same(workspace, accepted, tmp_path):
    first = raepa_tables(workspace)
    write_shapefiles(tmp_path / "raepa", first, on=DAY)
    other = create_workspace(str(tmp_path / "other.gpkg"), crs="EPSG:2154", clock=lambda: NOW)
    import_network(other, open_layers(tmp_path / "raepa"))
    again = {table.name: table for table in raepa_tables(other)}
    for table in first:
        if table.name.startswith("RAEPA_REPAR"):
            continue
        one, two = (
            frame.sort_values(frame.columns[0]).reset_index(drop=True)
            for frame in (table.frame, again[table.name].frame)
        )
        for name in table.types:
            assert [told(value) for value in one[name]] == [told(value) for value in two[name]], name
    other.close()


def test_geopackage_and_csv_hold_every_row(workspace, accepted, tmp_path):
    tables = [*stareau_tables(workspace), *pei_table(workspace)]
    write_geopackage(tmp_path / "out.gpkg", stareau_tables(workspace))
    for table in stareau_tables(workspace):
        back = pyogrio.read_dataframe(tmp_path / "out.gpkg", layer=table.name.lower())
        assert len(back) == len(table.frame)
        assert set(back.columns) == {name.lower() for name in table.frame.columns}
    write_csv(tmp_path / "csv", tables)
    text = (tmp_path / "csv" / "pei.csv").read_text(encoding="utf-8").splitlines()
    assert text[0].startswith("insee;id_sdis;id_gestion")
    assert "PI-014" in text[1]


def test_accepted_changes_are_carried_once_and_a_foreign_value_stays(
    workspace, accepted, stamped_file, tmp_path
):
    own = tmp_path / "own.gpkg"
    shutil.copy(stamped_file, own)
    with opened_editor(str(own)) as editor:
        done = carry(workspace, editor)
        assert len(done.written) == 3
        assert [one.reason for one in done.left] == ["no_layer"]
        again = carry(workspace, editor)
        assert (len(again.written), again.already) == (0, 3)
    pipes = gpd.read_file(own, layer="aep_canalisation").set_index("id_canalisation")
    assert pipes.at["P03", "diametre_equivalent"] == 125
    other = tmp_path / "other.gpkg"
    frame = gpd.read_file(stamped_file, layer="aep_canalisation")
    frame.loc[frame["id_canalisation"] == "P03", "diametre_equivalent"] = 60
    frame.to_file(other, layer="aep_canalisation", driver="GPKG", engine="pyogrio", VERSION="1.3")
    with opened_editor(str(other)) as editor:
        done = carry(workspace, editor)
    told = next(one for one in done.left if one.reason == "changed")
    assert ("diametre_equivalent", 60, 125.0) in told.differences
    write_change_file(tmp_path / "left.geojson", done)
    features = json.loads((tmp_path / "left.geojson").read_text())["features"]
    assert {one["properties"]["key"] for one in features} >= {"P03", "REP-2026-0417"}


@pytest.fixture
def split(workspace, close, rules):
    """Accept a split of P03 first and then, at the same moment, its material, whose name comes before."""
    close(LEAK, 'changes_at: "687450,6924000"', 'material_beyond: "11"', "dn: 125")
    for name in ("pipe_changes", "material_found"):
        (change,) = [one for one in workspace.all(AssetChange) if one.rule == name]
        accept(workspace, change.change_id, rules=rules, now=NOW, who="G. Petit")


def test_changes_of_one_moment_are_carried_in_the_order_of_their_decisions(
    workspace, split, stamped_file, tmp_path
):
    own = shutil.copy(stamped_file, tmp_path / "own.gpkg")
    with opened_editor(str(own)) as editor:
        done = carry(workspace, editor)
    assert {one.key for one in done.written} == {"P03", "P03b"}
    pipes = gpd.read_file(own, layer="aep_canalisation").set_index("id_canalisation")
    whole = gpd.read_file(stamped_file, layer="aep_canalisation").set_index("id_canalisation")
    parts = [pipes.at[name, "geometry"].length for name in ("P03", "P03b")]
    assert sum(parts) == pytest.approx(whole.at["P03", "geometry"].length)


def test_a_pipe_is_not_cut_by_half_where_its_first_part_is_another_by_now(
    workspace, split, stamped_file, tmp_path
):
    own = tmp_path / "own.gpkg"
    pipes = gpd.read_file(stamped_file, layer="aep_canalisation")
    of_p03 = pipes["id_canalisation"] == "P03"
    pipes.loc[of_p03, "geometry"] = pipes.loc[of_p03, "geometry"].translate(0.5)
    pipes.to_file(own, layer="aep_canalisation", driver="GPKG", engine="pyogrio", VERSION="1.3")
    with opened_editor(str(own)) as editor:
        done = carry(workspace, editor)
    assert done.written == ()
    reasons = {one.edit.key: one.reason for one in done.left}
    assert (reasons["P03"], reasons["P03b"]) == ("changed", "with_others")
    assert len(gpd.read_file(own, layer="aep_canalisation")) == len(pipes)


def test_changes_are_carried_to_shapefiles_and_never_to_read_only_ones(
    workspace, accepted, stamped_file, tmp_path
):
    folder = tmp_path / "shp"
    folder.mkdir()
    frame = gpd.read_file(stamped_file, layer="aep_canalisation")
    short = frame.rename(columns={name: name[:10] for name in frame.columns})
    short.to_file(folder / "aep_canalisation.shp", engine="pyogrio")
    with opened_editor(str(folder)) as editor:
        done = carry(workspace, editor)
    assert len(done.written) == 1
    back = gpd.read_file(folder / "aep_canalisation.shp").set_index("id_canalis")
    assert back.at["P03", "diametre_e"] == 125
    assert len(back) == len(frame)
    (folder / "aep_canalisation.shp").chmod(0o444)
    with as_somebody(folder), opened_editor(str(folder)) as editor:
        assert {one.reason for one in carry(workspace, editor).left} >= {"read_only"}


def test_a_package_that_is_only_read_gets_a_change_file_instead(workspace, accepted, stamped_file, tmp_path):
    own = tmp_path / "own.gpkg"
    shutil.copy(stamped_file, own)
    own.chmod(0o444)
    before = own.read_bytes()
    with as_somebody(tmp_path), opened_editor(str(own)) as editor:
        done = carry(workspace, editor)
    assert (done.written, done.already) == ((), 0)
    assert {one.reason for one in done.left} == {"read_only", "no_layer"}
    write_change_file(tmp_path / "left.geojson", done)
    features = json.loads((tmp_path / "left.geojson").read_text())["features"]
    assert {one["properties"]["key"] for one in features} >= {"P03", "REP-2026-0417"}
    assert own.read_bytes() == before


def test_a_valve_left_closed_after_its_order_is_listed(workspace, close):
    close("OI-03", "state_found: closed", "valves: {V4: {state: closed, note: forgotten}}")
    at = datetime(2026, 6, 3, 10) + timedelta(hours=26)
    found = abnormal_valves(workspace, AssetBase(workspace), unoperated_years=5, now=at)
    left = [one for one in found if one.problem == "left_closed"]
    assert [(one.valve_id, one.hours, one.note) for one in left] == [("V4", 26.0, "forgotten")]
    assert {one.valve_id for one in found if one.problem == "unoperated"} == {
        f"V{number}" for number in (1, 2, 3, 5, 6, 7, 8)
    }


def test_stuck_and_missing_valves_are_listed_and_old_operations_run_out(workspace, close):
    close("OI-03", "state_found: open", "valves: {V4: {state: stuck_open, note: rust}, V6: {state: missing}}")
    found = abnormal_valves(workspace, AssetBase(workspace), unoperated_years=5, now=NOW)
    problems = {(one.valve_id, one.problem) for one in found}
    assert {("V4", "stuck"), ("V6", "missing")} <= problems
    assert ("V4", "unoperated") not in problems
    later = abnormal_valves(
        workspace, AssetBase(workspace), unoperated_years=5, now=NOW + timedelta(days=5 * 366)
    )
    (old,) = [one for one in later if (one.valve_id, one.problem) == ("V4", "unoperated")]
    assert old.since is not None


def test_the_fire_service_reads_since_when_a_hydrant_is_out(workspace, close, rules, tmp_path):
    close("OI-04", "static_pressure: 5", "flow_1_bar: 12", "available: no")
    accept_safe(workspace, rules=rules, now=NOW, who="G. Petit")
    (line,) = hydrant_report(workspace, AssetBase(workspace))
    assert (line.available, line.since, line.flow_m3_h) == (False, datetime(2026, 6, 3, 10), "12")
    assert line.unavailable_hours(datetime(2026, 6, 3), datetime(2026, 6, 3, 16)) == 6
    for suffix in ("csv", "html"):
        path = tmp_path / f"sdis.{suffix}"
        write_hydrants(path, [line], say=Message.english, language="en")
        assert "PI-014" in path.read_text(encoding="utf-8")


def test_the_audit_tells_what_was_repaired_since(workspace):
    loose, gap = (
        defect("warning", Role.WATER_PIPE, name, Point(687100, 6924000), "network.multipart")
        for name in ("P01", "P02")
    )
    store_audit(workspace, [loose, gap], on=date(2026, 6, 1), who="G")
    found = store_audit(workspace, [gap], on=date(2026, 6, 2), who="G")
    assert (found.repaired, found.appeared) == (1, 0)
    assert found.counts[0].zone == "Z1"
    assert found.totals == ((date(2026, 6, 1), 2), (date(2026, 6, 2), 1))
    last = store_audit(workspace, [], on=date(2026, 6, 3), who="G")
    assert (last.repaired, last.totals[-1]) == (1, (date(2026, 6, 3), 0))


def test_figures_count_what_is_known_of_the_length(workspace, accepted):
    found = base_figures(workspace, AssetBase(workspace), now=NOW)
    water = found.knowledge[0]
    assert (water.indicator, water.proved, water.counts_c) == ("P103.2B", 30, False)
    paper = base_figures(workspace, AssetBase(workspace), now=NOW, other_points=15).knowledge[0]
    assert (paper.proved, paper.counts_c) == (70, True)
    assert found.decided_share == 1.0
    assert found.median_hours == 7.5
    for change in reversed(accepted):
        undo(workspace, change.change_id, who="G")
    assert base_figures(workspace, AssetBase(workspace), now=NOW).decided_share == 0.0
