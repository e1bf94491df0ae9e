# SPDX-License-Identifier: GPL-3.0-or-later
"""Column lists of the StaR-Eau V2024 tables that the town fills (CNIG/ASTEE geostandard, November 2024).

In a GeoPackage each table carries the columns of its mothers. ``pei`` is the fire hydrant table that StaR-Eau
takes from the AFIGEO schema (defense_incendie).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

_TEXT, _REAL, _WHOLE, _YES_NO = "text", "real", "whole", "yes_no"
Type = Literal["text", "real", "whole", "yes_no"]


@dataclass(frozen=True, slots=True)
class Table:
    """A table: geometry type, and its columns with the type of each."""

    geometry: Literal["Point", "LineString"]
    columns: Mapping[str, Type]


def _columns(spec: str) -> dict[str, Type]:
    """Return columns from words; ``:r`` marks a real number, ``:i`` a whole number, ``:b`` yes or no."""
    types: dict[str, Type] = {"r": "real", "i": "whole", "b": "yes_no", "": "text"}
    split = (word.partition(":") for word in spec.split())
    return {name: types[mark] for name, _, mark in split}


_COMMON = _columns(
    "type_reseau fictif:b etat_service insee_commune localisation maitre_ouvrage exploitant entreprise_pose"
    " precision_xy precision_z an_pose_sup an_pose_inf an_service_sup an_service_inf an_abandon_sup an_abandon_inf"
    " an_rehab_sup an_rehab_inf date_creation origine_creation date_maj origine_maj lien_doc1 lien_doc2 commentaire"
)
_NODE = _COMMON | _columns("id_noeud_reseau")
_PIPE = _COMMON | _columns(
    "id_canalisation mode_circulation type_pose raison_pose materiau revetement_interieur diametre_equivalent:i"
    " longueur_terrain:r sensible:b noeudterminal noeudinitial"
)
_SHAPE = _columns(
    "forme lien_detail hauteur_interieure:r hauteur_exterieure:r largeur_interieure:r largeur_exterieure:r"
    " longueur_interieure:r longueur_exterieure:r"
)


def _point(mothers: Mapping[str, Type], spec: str) -> Table:
    return Table("Point", MappingProxyType({**mothers, **_columns(spec)}))


def _line(mothers: Mapping[str, Type], spec: str) -> Table:
    return Table("LineString", MappingProxyType({**mothers, **_columns(spec)}))


TABLES: Mapping[str, Table] = MappingProxyType(
    {
        "aep_canalisation": _line(
            _PIPE | _SHAPE,
            "id_aep_canalisation fonction_canalisation contenu_canalisation protection_cathodique etage_pression"
            " type_pression secteur_hydraulique ref_udi cote_debut:r cote_fin:r ref_reservoir",
        ),
        "aep_vanne": _point(
            _NODE,
            "id_aep_vanne type_vanne fonction_vanne diametre:r sens_fermeture etat_ouverture blocage motorisation"
            " telegestion",
        ),
        "aep_appareillage": _point(_NODE, "id_aep_appareillage type_appareillage diametre:r telegestion"),
        "aep_regulation": _point(
            _NODE,
            "id_aep_regulation nom_usuel type_regulation type_consigne consigne_amont:r consigne_aval:r marque"
            " diametre:r annee_fabrication:i telegestion grandeur_consigne",
        ),
        "aep_reservoir": _point(
            _NODE | _SHAPE,
            "id_aep_reservoir nom_usuel type_reservoir nb_cuves:i volume_utile:i cote_sol:r cote_radier:r"
            " cote_trop_plein:r telegestion",
        ),
        "aep_captage": _point(
            _NODE,
            "id_aep_captage nom_usuel type_captage nom_ressource type_ressource ref_aac ref_dup ref_bss"
            " debit_max_autorise",
        ),
        "aep_pompage": _point(
            _NODE,
            "id_aep_pompage nom_usuel fonction_pompage installation_pompage nb_pompes:i capacite:r telegestion",
        ),
        "aep_canalisation_branchement": _line(
            _PIPE | _SHAPE,
            "id_aep_canalisation_branchement fonction_canalisation contenu_canalisation protection_cathodique"
            " cote_debut:r cote_fin:r",
        ),
        "aep_point_livraison": _point(
            _NODE, "id_point_livraison type_point_livraison type_usager ref_externe ref_client"
        ),
        "pei": _point(
            {},
            "insee id_sdis id_gestion nom_gest ref_terr type_pei diam_pei:i diam_cana:i source_pei statut press_dyn:r"
            " press_stat:r debit:r volume:r disponible date_mes date_maj date_ct date_ro prec date_dispo",
        ),
        "ass_canalisation": _line(
            _PIPE | _SHAPE,
            "id_ass_canalisation fonction_canalisation contenu_canalisation visitable cote_fil_eau_amont:r"
            " cote_fil_eau_aval:r bassin_collecte ref_traitement",
        ),
        "ass_regard": _point(
            _NODE | _SHAPE,
            "id_ass_regard type_regard materiau position type_descente nb_paliers:i z_tampon:r z_radier:r"
            " profondeur_mesure:r cunette decantation",
        ),
        "ass_engouffrement_point": _point(
            _NODE | _SHAPE, "id_ass_engouffrement_point type_engouffrement decantation siphon"
        ),
        "ass_pompage": _point(
            _NODE | _SHAPE,
            "id_ass_pompage type_pompage nom_usuel fonction_pompage nb_pompe:i debit_temps_sec:r debit_temps_pluie:r"
            " nb_bache:i volume_bache:r cote_trop_plein:r telegestion",
        ),
        "ass_exutoire": _point(_NODE, "id_ass_exutoire code_topage destination"),
        "ass_canalisation_branchement": _line(
            _PIPE | _SHAPE,
            "id_ass_canalisation_branchement fonction_canalisation contenu_canalisation cote_fil_eau_amont:r"
            " cote_fil_eau_aval:r",
        ),
    }
)
