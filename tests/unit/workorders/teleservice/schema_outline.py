# SPDX-License-Identifier: GPL-3.0-or-later
"""Documents held against what is known of the teleservice's schema 2.2 (``schema_2_2.yaml``)."""

import re
from pathlib import Path

import yaml

OUTLINE = yaml.safe_load((Path(__file__).parent / "schema_2_2.yaml").read_text(encoding="utf-8"))
ROOT = "dossierConsultationReferencement"
# what XML Schema takes for its own types, and INSEE for its numbers
_VALUES = {
    "string": ".*",
    "boolean": "true|false|0|1",
    "date": r"\d{4}-\d\d-\d\d(Z|[+-]\d\d:\d\d)?",
    "time": r"\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)?",
    "int": r"[+-]?\d+",
    "nonNegativeInteger": r"\+?\d+",
    "positiveInteger": r"\+?0*[1-9]\d*",
    "decimal": r"[+-]?\d+(\.\d*)?",
    "double": r"[+-]?\d+(\.\d*)?([eE][+-]?\d+)?",
    "SIRETType": r"\d{14}",
    "CodeCommuneType": "[0-9AB]{5}",
}


def misfits(element, kind=ROOT):
    """Return the paths of elements that the schema does not take, with what was found; nothing: it fits."""
    return [f"{path}: {found}" for path, found in _misfits(element, kind, name_of(element))]


def name_of(element):
    return element.tag.rpartition("}")[2]


def _misfits(element, kind, path):
    if kind == "MultiSurfaceType":
        return
    shape = OUTLINE.get(kind, {"pattern": _VALUES.get(kind)})
    if isinstance(shape, dict):
        pattern = shape.get("pattern") or "|".join(map(re.escape, shape["codes"]))
        if len(element) or not re.fullmatch(pattern, element.text or "", re.DOTALL):
            yield path, element.text
        return
    names = "".join(f"{name_of(child)} " for child in element)
    if not re.fullmatch("".join(map(_pattern, shape)), names):
        yield path, names
    kinds = dict(_kinds(shape))
    for child in element:
        if name_of(child) in kinds:
            yield from _misfits(child, kinds[name_of(child)], f"{path}/{name_of(child)}")


def _pattern(particle):
    if isinstance(particle, dict):
        ((group, parts),) = particle.items()
        return f"(?:{('|' if group == 'one_of' else '').join(map(_pattern, parts))})"
    name, mark = re.fullmatch(r"(\w+)(\S*) .*", particle).groups()
    return f"(?:{name} ){mark}"


def _kinds(shape):
    for particle in shape:
        if isinstance(particle, dict):
            for parts in particle.values():
                yield from _kinds(parts)
        else:
            name, kind = particle.split(" ")
            yield re.match(r"\w+", name)[0], kind
