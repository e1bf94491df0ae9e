# SPDX-License-Identifier: GPL-3.0-or-later
"""A folder of people and means: what is unknown or drawn wrongly in it is named."""

import geopandas as gpd
import pytest
from regard.core.errors import InputError
from regard.core.resources import Zone
from regard.store.resource_files import read_resources
from regard.workorders.rulebook import load_rule_book
from shapely.geometry import Point, box

AREA = box(0, 0, 10, 10)
ZONE = {"zone_id": ["Z1"], "name": ["Nord"], "field_manager": ["F. Leroy"]}


@pytest.fixture
def read(tmp_path):
    """Return a function that reads the folder's resources."""

    def read():
        return read_resources(tmp_path, rules=load_rule_book(), crs="EPSG:2154")

    return read


@pytest.fixture
def refused(read):
    """Return a function that reads the folder, which must be refused, and gives the sentence."""

    def refused():
        with pytest.raises(InputError) as error:
            read()
        return str(error.value)

    return refused


@pytest.fixture
def zones(tmp_path):
    """Return a function that writes the file of the zones."""

    def zones(columns, geometry, *, layer="zone"):
        frame = gpd.GeoDataFrame(columns, geometry=[geometry], crs="EPSG:2154")
        frame.to_file(tmp_path / "zones.gpkg", layer=layer)

    return zones


def test_zones_are_read_with_their_area(read, zones):
    zones(ZONE | {"field_manager": [None]}, AREA)
    (zone,) = read()
    assert (zone.zone_id, zone.name, zone.field_manager) == ("Z1", "Nord", "")
    assert isinstance(zone, Zone)
    assert zone.geometry.equals(AREA)


@pytest.mark.parametrize(
    ("columns", "geometry", "said"),
    [
        ({"name": ["Nord"]}, AREA, "column 'zone_id' is missing; found name, geometry"),
        (ZONE | {"zone_id": [None]}, AREA, "line 1, column zone_id: found '', expected some text"),
        (ZONE, Point(1, 2), "line 1, column geometry: found 'Point', expected a polygon"),
        (ZONE, None, "line 1, column geometry: found '', expected a polygon"),
    ],
)
def test_a_zone_needs_its_columns_and_an_area(refused, zones, columns, geometry, said):
    zones(columns, geometry)
    assert said in refused()


def test_zones_under_another_name_are_not_found(refused, zones):
    zones(ZONE, AREA, layer="secteur")
    assert "zones.gpkg: has no layer 'zone'; it has secteur" in refused()


@pytest.mark.parametrize(
    ("file", "text", "said"),
    [
        ("stock.csv", "stock_id,holder,part,quantity\nS1,depot,gold,3", "column part: found 'gold'"),
        (
            "subcontractors.csv",
            "subcontractor_id,name,skills,phone,hourly_rate_eur\nS1,Terra,SS9,0600000001,60",
            "column skills: found 'SS9'",
        ),
        (
            "absences.csv",
            "absence_id,agent_id,first_day,last_day\nA1,AG1,2026-06-04,2026-06-03",
            "column last_day: found '2026-06-03', expected nothing before first_day (2026-06-04)",
        ),
    ],
)
def test_unknown_means_and_reversed_days_are_named(refused, tmp_path, file, text, said):
    (tmp_path / file).write_text(text)
    assert said in refused()
