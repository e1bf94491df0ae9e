# SPDX-License-Identifier: GPL-3.0-or-later
"""Declarations and answers of the teleservice, made up: nobody in them exists."""

import zipfile
from datetime import date, time
from io import BytesIO

from regard.workorders.teleservice.declaration import Declaration, Party, Urgency, Works, WorksPlace
from shapely.geometry import MultiPolygon, Polygon

FOOTPRINT = MultiPolygon(
    [
        Polygon(
            [(687514, 6923998), (687526, 6923998), (687526, 6924002), (687514, 6924002)],
            [[(687518, 6923999), (687520, 6923999), (687520, 6924001), (687518, 6924001)]],
        ),
        Polygon([(687600, 6924000), (687603, 6924000), (687603, 6924003)]),
    ]
)
UTILITY = Party(
    name="Régie des Eaux de Bourg-Neuf",
    number="4",
    street="rue du Château d'Eau",
    postcode="60000",
    commune="Bourg-Neuf",
    siret="12345678900011",
    contact="D. Martin",
    phone="03 00 00 00 10",
    email="travaux@eaux.example",
)


def declaration(kind="DICT", **changes):
    """Return a declaration that fills every field of its form."""
    values = {
        "kind": kind,
        "footprint": FOOTPRINT,
        "crs": "EPSG:2154",
        "contractor": UTILITY,
        "place": WorksPlace("12 rue des Saules", "60000", "Bourg-Neuf", "60057"),
        "signatory": "D. Martin",
    }
    works = Works(
        natures=("CNS", "TER"),
        description="Réparation d'une casse & réfection <provisoire>",
        techniques=("MAN", "PEL"),
        other_technique="aspiratrice",
        max_depth_cm=145,
        starts_on=date(2026, 6, 15),
        duration_days=2,
    )
    if kind == "ATU":
        values["owner"] = UTILITY
        values["contractor"] = Party(
            name="Terrassements Durand", street="3 rue Haute", postcode="60000", commune="Bourg-Neuf"
        )
        values["urgency"] = Urgency(continuity_of_service=True)
        works = Works(
            description="Fouille 12 x 3 m, aspiratrice",
            starts_on=date(2026, 6, 3),
            starts_at=time(9, 30),
            duration_half_days=1,
        )
    elif kind == "DT":
        values |= {"owner": UTILITY, "contractor": Party(), "reference": "AFF-12"}
        works = Works(
            natures=("CNS",), description="Pose", trenchless=True, starts_on=date(2026, 7, 1), duration_days=5
        )
    elif kind == "DT-DICT":
        values["owner"] = UTILITY
    return Declaration(**{**values, "works": works, **changes})


NAMESPACE = "http://www.reseaux-et-canalisations.gouv.fr/schema-teleservice/"
HEAD = {
    "DT": "<noConsultationDuTeleservice>{n}</noConsultationDuTeleservice>"
    "<dateDeLaDeclaration>2026-06-03T08:40:00</dateDeLaDeclaration>",
    "ATU": "<noConsultationDuTeleservice>{n}</noConsultationDuTeleservice>"
    "<date>2026-06-03T08:40:00+02:00</date>",
}


def network(
    operator="GAZ ÎLE", category="S", works_class="CANALISATIONS_GAZ_COMBUSTIBLES", zones=False, extra=""
):
    """Return one network of an operator as XML, its contact under zones as schema 3.0 has it if asked."""
    mail = "<mailObligatoire><courriel>dict@gaz.example</courriel></mailObligatoire>"
    contact = (
        f"<contact><societe>{operator}</societe><agence>Nord</agence><codePostal>60000</codePostal>"
        f"<commune>Bourg-Neuf</commune>{mail if zones else '<courriel>dict@gaz.example</courriel>'}"
        "<telephone>03 00 00 00 20</telephone><telephoneUrgence>0 800 00 00 00</telephoneUrgence>"
        "<telEndommagement>0 800 00 00 01</telEndommagement><gestionDesFichiersDematerialises>"
        "<gereLesFichiersDematerialises>true</gereLesFichiersDematerialises>"
        "</gestionDesFichiersDematerialises></contact>"
    )
    if zones:
        contact = f"<listeDesZones><zone>{contact}</zone></listeDesZones>"
    return (
        f"<ouvrage>{contact}{extra}<categorieOuvrage>{category}</categorieOuvrage>"
        f"<classeOuvrage>{works_class}</classeOuvrage><codeOuvrage>60-1</codeOuvrage>"
        "<statut>ACTIF</statut><polygoneConcerne>1</polygoneConcerne></ouvrage>"
    )


def answered(document, *, schema="2.2", number="2026060300123D", networks=()):
    """Return a written declaration as the teleservice answers it."""
    text = document.decode().replace("dossierConsultationReferencement", "dossierConsultation")
    text = text.replace(f"{NAMESPACE}2.2", f"{NAMESPACE}{schema}")
    start, form = next(
        (position, name)
        for name in ("dtDictConjointes", "DICT", "DT", "ATU")
        if (position := text.find(f"<{name}>")) > 0
    )
    start += len(form) + 2
    head = HEAD["ATU" if form == "ATU" else "DT"].format(n=number)
    text = text[:start] + head + text[start:]
    closing = text.rindex("<lettreConsultation")
    listed = f"<listeDesOuvrages>{''.join(networks)}</listeDesOuvrages><listeDesREADE/></dossierConsultation>"
    return (text[:closing] + listed).encode()


def zipped(files, *, compression=zipfile.ZIP_DEFLATED):
    """Return a zip archive of files by name."""
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", compression) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return buffer.getvalue()
