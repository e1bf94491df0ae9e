# SPDX-License-Identifier: GPL-3.0-or-later
"""The fields of each notice form: where the teleservice keeps them, and which of ours they are.

One table serves the reader, the writer and the printed form. Paths and their order follow the schema of the
teleservice, version 2.2.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Literal

from .declaration import NoticeKind

Codec = Literal["text", "texts", "flag", "whole", "number", "date", "time", "surface"]


@dataclass(frozen=True, slots=True)
class FormField:
    """One field: its path under the form's element, and the attribute of a ``Declaration`` that fills it.

    ``always`` is what the form says whatever is declared; a ``derived`` field is written and not read back.
    """

    path: str
    attribute: str = ""
    codec: Codec = "text"
    required: bool = False
    always: str = ""
    derived: bool = False


@dataclass(frozen=True, slots=True)
class FormPart:
    """One form element, with its fields in the order of the schema."""

    element: str
    fields: tuple[FormField, ...]


def _party(path: str, attribute: str, names: str) -> tuple[FormField, ...]:
    """Return the fields of a party from ``element=attribute`` pairs; a ``!`` marks what must be given."""
    pairs = [name.split("=") for name in names.split()]
    return tuple(
        FormField(f"{path}/{element}", f"{attribute}.{ours.rstrip('!')}", required=ours.endswith("!"))
        for element, ours in pairs
    )


_ADDRESS = "numero=number voie=street lieuDitBP=locality codePostal=postcode! commune=commune!"
_CONTACT = "nomDeLaPersonneAContacter=contact tel=phone fax=fax courriel=email"

_PROJECT_OWNER = (
    FormField("responsableDuProjet/denomination", "owner.name", required=True),
    FormField("responsableDuProjet/noSiret", "owner.siret"),
    FormField("representantDuResponsableDeProjet/denomination", "owner.name", required=True),
    *_party(
        "representantDuResponsableDeProjet",
        "owner",
        f"complementService=complement {_ADDRESS} "
        "personneAcontacter=contact tel=phone fax=fax courriel=email",
    ),
)
_CONTRACTOR = _party(
    "executantDesTravaux",
    "contractor",
    f"denomination=name! complementService=complement {_ADDRESS} noSiret=siret {_CONTACT}",
)


_FOOTPRINT = (
    FormField("emprise/geometrie", "footprint", "surface", required=True),
    FormField("emprise/surface", "area_m2", "number", derived=True),
)


def _commune(path: str) -> FormField:
    return FormField(f"{path}/emplacementDeLaCommuneConcernee/codeINSEE", "place.insee", required=True)


def _place(path: str) -> tuple[FormField, ...]:
    return (
        FormField(f"{path}/adresse", "place.address"),
        FormField(f"{path}/CP", "place.postcode", required=True),
        FormField(f"{path}/communePrincipale", "place.commune", required=True),
        FormField(f"{path}/codeINSEE", "place.insee", required=True),
        FormField(f"{path}/nombreDeCommunes", always="1"),
        _commune(f"{path}/listeDesEmplacementsDesCommunesConcernees"),
    )


def _receipt(*first: FormField) -> tuple[FormField, ...]:
    path = "souhaitsPourLeRecepisse/modeReceptionElectronique"
    return (
        *first,
        FormField(f"{path}/tailleDesPlans", "receipt.paper", derived=True),
        FormField(f"{path}/couleurDesPlans", "receipt.colour", "flag", derived=True),
        FormField(f"{path}/souhaitDePlansVectoriels", always="true"),
        FormField(f"{path}/formatDesPlansVectoriels", "receipt.vector_format", derived=True),
    )


def _calendar(path: str) -> tuple[FormField, ...]:
    return (
        FormField(f"{path}/souhaitLesPlansDesReseauxElectriqueAeriens", "works.wants_overhead_plans", "flag"),
        FormField(f"{path}/datePrevuePourLeCommencementDesTravaux", "works.starts_on", "date", required=True),
        FormField(f"{path}/dureeDuChantierEnJours", "works.duration_days", "whole", required=True),
    )


_DT = FormPart(
    element="DT",
    fields=(
        FormField("noAffaireDuResponsableDuProjet", "reference"),
        FormField("declarationConjointeDTDICT", always="false"),
        *_PROJECT_OWNER,
        *_place("emplacementDuProjet"),
        *_FOOTPRINT,
        *_receipt(FormField("souhaitsPourLeRecepisse/souhaiteRecevoirLeRecepisse", always="true")),
        FormField("projetEtSonCalendrier/natureDesTravaux", "works.natures", "texts", required=True),
        FormField("projetEtSonCalendrier/decrivezLeProjet", "works.description", required=True),
        FormField("projetEtSonCalendrier/emploiDeTechniquesSansTranchees", "works.trenchless", "flag"),
        *_calendar("projetEtSonCalendrier"),
        FormField(
            "signatureDuResponsableDuProjetOuDeSonRepresentant/nomDuSignataire", "signatory", required=True
        ),
    ),
)
_DICT = FormPart(
    element="DICT",
    fields=(
        FormField("noAffaireDeLexecutantDesTravaux", "reference"),
        FormField("natureDeLaDeclaration", "nature", required=True),
        *_CONTRACTOR,
        *_place("emplacementDesTravaux"),
        *_FOOTPRINT,
        *_receipt(),
        FormField("travauxEtLeurCalendrier/natureDesTravaux", "works.natures", "texts", required=True),
        FormField("travauxEtLeurCalendrier/decrivezLesTravaux", "works.description", required=True),
        FormField("travauxEtLeurCalendrier/techniquesUtilisees", "works.techniques", "texts", required=True),
        FormField("travauxEtLeurCalendrier/autreTechnique", "works.other_technique"),
        FormField("travauxEtLeurCalendrier/profondeurMaxDExcavation", "works.max_depth_cm", "whole"),
        FormField("travauxEtLeurCalendrier/modificationProfilTerrain", "works.changes_profile", "flag"),
        FormField(
            "travauxEtLeurCalendrier/communicationResultatsInvestigations",
            "works.shares_investigations",
            "flag",
        ),
        *_calendar("travauxEtLeurCalendrier"),
        FormField(
            "signatureDeLExecutantDesTravauxOuDeSonRepresentant/nomDuSignataire", "signatory", required=True
        ),
    ),
)
_ATU_WORKS = "travauxEmplacementDureeDescription"
_ATU = FormPart(
    element="ATU",
    fields=(
        FormField("chantierTermineOuChantierAVenir/pasDeReponseAFournirChantierTermine", "is_over", "flag"),
        FormField(
            "chantierTermineOuChantierAVenir/reponseAttendueChantierAVenir",
            "is_to_come",
            "flag",
            derived=True,
        ),
        FormField("justificationDeLUrgence/securite", "urgency.safety", "flag"),
        FormField(
            "justificationDeLUrgence/continuiteDuServicePublic", "urgency.continuity_of_service", "flag"
        ),
        FormField(
            "justificationDeLUrgence/sauvegardeDesPersonnesEtDesBiens", "urgency.people_and_property", "flag"
        ),
        FormField("justificationDeLUrgence/casDeForceMajeure", "urgency.force_majeure", "flag"),
        *_party(
            "personneOrdonnantLesTravauxUrgents",
            "owner",
            f"nom=name! complementDAdresse=complement {_ADDRESS} noSiret=siret "
            "nomDeLaPersonneAContacter=contact tel=phone! fax=fax courriel=email",
        ),
        *_FOOTPRINT,
        *_party(
            "entrepriseChargeeDeLExecutionDesTravaux",
            "contractor",
            "nom=name! adresse=street! codePostal=postcode! commune=commune!",
        ),
        FormField(f"{_ATU_WORKS}/adresse", "place.address"),
        FormField(f"{_ATU_WORKS}/codePostal", "place.postcode", required=True),
        FormField(f"{_ATU_WORKS}/commune", "place.commune", required=True),
        FormField(f"{_ATU_WORKS}/dateDebutDesTravaux", "works.starts_on", "date", required=True),
        FormField(f"{_ATU_WORKS}/heureDebutDesTravaux", "works.starts_at", "time"),
        FormField(
            f"{_ATU_WORKS}/dureeTravauxDemiJournees", "works.duration_half_days", "whole", required=True
        ),
        FormField(f"{_ATU_WORKS}/travauxEtMoyensMisEnOeuvre", "works.description", required=True),
        _commune(f"{_ATU_WORKS}/listeDesEmplacementsDesCommunesConcerneesATU"),
        FormField("nomDuSignataire", "signatory", required=True),
    ),
)

_JOINT_DT = replace(
    _DT,
    element="dtDictConjointes/partieDT",
    fields=tuple(
        replace(field, always="true") if field.path == "declarationConjointeDTDICT" else field
        for field in _DT.fields
    ),
)
_JOINT_DICT = replace(_DICT, element="dtDictConjointes/partieDICT")
_JOINT_SIGNATURE = FormPart("dtDictConjointes", (FormField("nomDuSignataire", "signatory", required=True),))

# a joint declaration holds both forms, then the signature of the whole
FORMS: Mapping[NoticeKind, tuple[FormPart, ...]] = MappingProxyType(
    {
        "DT": (_DT,),
        "DICT": (_DICT,),
        "DT-DICT": (_JOINT_DT, _JOINT_DICT, _JOINT_SIGNATURE),
        "ATU": (_ATU,),
    }
)


def form_fields(kind: NoticeKind) -> tuple[FormField, ...]:
    """Return every field that a notice of a kind asks for, each attribute once, in the order of the form."""
    fields: dict[str, FormField] = {}
    for part in FORMS[kind]:
        for field in part.fields:
            if field.attribute and not field.derived:
                fields.setdefault(field.attribute, field)
    return tuple(fields.values())
