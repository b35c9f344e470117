"""Words by which a name shows that it is an organisation's."""

from __future__ import annotations

import re
from functools import lru_cache

SUFFIX = (
    r"g?GmbH(?: & Co\.? KG(?:aA)?)?|mbH|AG(?: & Co\.? KG)?|SE(?: & Co\.? KGaA)?|KG|OHG|UG|mbB|PartG(?: mbB)?|e\.V\.|eG|(?:Pvt\.?|Pty\.?|Private)? ?(?:Ltd\.?|Limited)|Inc\.?|Incorporated|LLC|LLP|plc|PLC|Corp\.?|Corporation"
    r"|S\.?A\.?(?:S|U)?\.?(?: de C\.?V\.?)?|S\.?A\.?R\.?L\.?|SARL|SAS|S\.?p\.?A\.?|S\.?r\.?l\.?|S\.?L\.?U?\.?|B\.?V\.?|N\.?V\.?|Oyj?|ASA|AB|ApS|A/S|Sp\. z o\.o\.|Kft\.?|s\.r\.o\.|K\.K\.|CLG|DAC|CIC"
)
_KINDS = (
    r"labs?|bank|banco|banque|trust|group|groupe|grupo|gruppe|council|hospital|hospitals|klinik\w*|university|universität|université|universidad|hochschule|school|schule|college|academy|academia|systems|robotics|energy|health\w*|foods?|software|analytics|capital|insurance|versicherung\w*|assurances?|seguros|motors|media|medien|studios?"
    r"|agency|agentur|partners|solutions|technolog\w+|tech|consulting|conseil|consultores|logistics|logistik|logistique|logística|transports?|pharma\w*|architects?|architekten|books|kitchens|caf[eé]|restaurant|restaurants|grill|diner|tavern|taproom|eatery|bistro|bar|pizz\w+|salon|gym|market|markets|supermarkets?|mart|deli|inn|pub|supplies|distribution|roofing|construction|builders|plumbing|hotels?|stores|shops|estates?|farms?|homes|schools|nhs|ministry|board"
    r"|authority|association|institute|institut|instituto|charity|theatre|theater|press|verlag|brewery|brauerei|bakery|bakeries|bäckerei|dairy|dairies|shipping|maritime|marine|airways|telecom|mobility|ventures|networks?|dynamics|instruments|aerospace|aviation|biotech|bio|therapeutics|diagnostics|devices|laboratories|laboratorios|laboratoires|manufacturing|engineering ltd|& (?:co|sons|söhne|fils|hijos|\w+)|union|foundation|stiftung"
    r"|society|museums?|museum|holdings|industries|industrie|works|werke?|airlines|nursery|clinic|clínica|clinique|praxis|kanzlei|care|rail|railways|maps|events|garages|staffing|outfitters|dental|leasing|rentals?|freight|haulage|couriers|hospitality|resorts?|housing|co-?operative|coopérative|cooperativa|mutual|financial|finance|fintech|finserv|payments|pagos|securities|mining|minerals|resources|recycling|renewables|solar|wind|power|water|gas|electric|electronics|semiconductors?|materials|chemicals|chemie|plastics|packaging|textiles|fashion|apparel"
    r"|furniture|machinery|tools|interiors|design|digital|cloud|data|apps|games|gaming|interactive|entertainment|pictures|films|music|records|broadcasting|publishing|education|learning|training|legal|law|solicitors|notaires|advisory|associates|brothers|company|county|city|municipality|mairie|ville d[eu]|commune d[eu]|ayuntamiento|landratsamt|landkreis|gemeinde|department|collective|guild|club|federation|consortium|alliance|centre|center|civil|infrastructure|infotech|informatics|antriebe|antriebstechnik|maschinenbau|pumpen|stahlbau|tischlerei|schreinerei|werkstatt|ateliers?|fahrrad|menuiserie|boulangerie|farmacéutica|panadería|constructora|inmobiliaria|restauración"
)
_COMPOUND = r"\w{3,}(?:bank|kasse|werke?|technik|klinik|klinikum|verlag|gruppe|pharma|soft|media|chemie|logistik)"
_ORGANISED = re.compile(
    rf"\b(?:(?-i:{SUFFIX})|{_KINDS}|{_COMPOUND})(?!\w)", re.IGNORECASE
)
# The words alone that make a phrase an organisation wherever it stands at its end.
_SURE_ENDS = re.compile(
    r" (?:Bank|Trust|Group|Groupe|Grupo|Council|Hospital|University|School|College|Academy|Robotics|Insurance|Versicherung|Motors|Logistics|Foods|Software|Analytics|Labs|Studios?|Bakery|Bakeries|Dairies|Hospitality|Hotels|Outfitters|Technologies|Pharma|Therapeutics|Museums?|Mutual|Union|Foundation|Institute|Clinic|Holdings|Industries|Airlines|Brewery|Resources|Housing|Infotech|Finserv|Fintech|Machinery|Energy|Health|Marine|Publishing|Media|Capital|Solutions|Consulting|Biotech|Therapeutics|Optics|County|Freight|Dental|Leasing|Pharmacy)$"
    r"|^(?:Ville d[eu]|Mairie d[eu]|Commune d[eu]|Ayuntamiento|Landratsamt|Landkreis|Gemeinde|City of|Town of|Borough of|Caisse|University|Universität|Université|Universidad|Institute|Ministry|Department|Bank|Banco|Banque|Groupe|Grupo|Atelier|Kanzlei|Clínica|Clinique|Coopérative|Laboratorios|Laboratoires|Hospital|Transports|Stadtwerke|Stadt|Cabinet|Menuiserie|Tischlerei|Universitätsklinikum|Klinikum|Praxis|Hotel|Restaurant|Café|Gasthof|Autohaus|Talleres|Bodegas|Institut|Lycée|Collège|École|Sparkasse|Volksbank|Brauerei|Bäckerei) "
)


@lru_cache(maxsize=1024)
def is_organised(name: str) -> bool:
    """Whether a name has a word of organisations in it: "Brightwater Housing"."""
    return bool(_ORGANISED.search(name))


_SUFFIXED = re.compile(rf"[ ,](?:{SUFFIX})$")


def is_surely_organised(name: str) -> bool:
    """Whether it is one wherever it stands: "University of Ashcombe", "Oriole Bank"."""
    return bool(_SURE_ENDS.search(name) or _SUFFIXED.search(name))
