"""What looks like the name of a person, and the title beside it."""

from __future__ import annotations

import re

from interviews.invites.tongue import MONTHS, WEEKDAYS

_FLAGS = re.IGNORECASE
_UPPER = "A-ZÀ-ÖØ-ÞĀĆČĎĐĒĘĚĞĢĪİĶŁĻŃŅŇŌŐŒŔŘŚŞŠŢŤŪŮŰŹŻŽ"
_LOWER = "a-zß-öø-ÿāăąćčďđēęěğģīıķłļńņňōőœŕřśşšţťūůűźżžșț"
_HONORIFIC = r"(?:(?:Dr|Prof|Mag|Dipl|Ing|Mr|Mrs|Ms|Mx|Sir|Frau|Herrn?|Mme|M|Sr|Sra|Don|Doña)\.? ){0,3}"
_PART = (
    rf"(?:(?:Mc|Mac|O['’]|D['’])?[{_UPPER}][{_LOWER}{_UPPER}'’]{{0,20}}[{_LOWER}](?:-[{_UPPER}{_LOWER}][{_LOWER}'’]+)?"
    rf"|[{_UPPER}]\.)"
)
_PARTICLE = (
    r"(?:van|von|de|del|della|di|da|der|den|ten|ter|la|le|bin|ibn|al|el|zu|dos|y)"
)
NAME = rf"{_HONORIFIC}{_PART}(?: (?:{_PARTICLE} ){{0,2}}{_PART}){{0,3}}"

ROLE_WORD = (
    r"manager|managing|director|head|lead|leader|engineer|developer|designer|analyst|recruiter|partner|president"
    r"|chief|officer|founder|co-?founder|scientist|specialist|consultant|coordinator|associate|architect|vp|svp|evp|avp"
    r"|c[efotmips]o|ciso|hr|talent|people|principal|staff|senior|junior|product|owner|executive|assistant|buyer"
    r"|leiter(?:in)?|\w*leiter(?:in)?|geschäftsführer(?:in)?|entwickler(?:in)?|personal\w*|teamlead|\w*referent(?:in)?|vorstand|ingenieur(?:in)?|meister(?:in)?"
    r"|directeur|directrice|responsable|chef(?:fe)?|ingénieure?|drh|chargée?|jefe|jefa|directora?|gerente|ingenier[oa]|encargad[oa]|coordinador[a]?"
    r"|controller|accountant|editor|nurse|teacher|supervisor|representative|professor|dean|researcher|secretary|chair"
    r"|administrator|strategist|marketer|planner|generalist|advis[eo]r|attorney|counsel|technician|treasurer|trustee|matron|headteacher"
    r"|cpo|cro|cdo|líder|interviewer|bar raiser|teammate|colleague"
)
_ROLE = re.compile(rf"\b(?:{ROLE_WORD})s?\b", _FLAGS)

# Capitalised words that begin sentences and label lines, not people.
_WORDS = """
i'm i’m i'd i’d i'll i’ll we'd we’d we'll we’ll we're we’re it's it’s you'll you’ll let’s
here's here’s that's there's what's je il elle on mon ma ce cette pouvez merci suite se si lo yo mi su gracias wenn ich es bitte danke falls cafe café restaurant grill pizza salon gym market mart deli inn pub supplies distribution roofing construction builders plumbing officer financial operating chief vice president kitchens hotel hotels stores shops estates farm farms homes schools shipping ventures networks garages airways telecom theatre brewery manufacturing union club analytics zoom teams google microsoft meet webex skype interview interviews interviewer
interviewers the our we you your i hi hello dear hey best kind regards thanks thank
please human resources hr talent acquisition team panel eastern pacific central
mountain time times standard daylight this that if it here location address date link
join meeting id passcode video phone call office round second first third final
technical presentation engineering product design sales marketing finance senior
junior lunch dinner breakfast tour case study street avenue road lane drive frau herr
herrn ihnen sie wir uns mit der die das unserem unser part english german french
spanish hiring manager director head members several various some all both questions
details what where when who duration format subject from to cc sent re fwd am pm est
pst cet gmt utc ceo cto cfo coo cpo vp department company inc ltd gmbh llc plc ag and
with as at on in for note break welcome wrap wrap-up coffee reception recruiting
recruiter recruitment data software developer engineer analyst position role
introduction overview each everyone nous vous notre votre le la les un une bonjour
hola estimado estimada cordialement saludos mes nos el los tu us me them people
operations leadership executive legal support behavioural behavioral coding system
systems whiteboard whiteboarding values value culture fit deep dive pairing session
sessions debrief feedback discussion conversation chat q&a review project portfolio
walkthrough cross functional stakeholder bar raiser skills test exercise assessment
take home demo roleplay role-play simulation group campus site visit lab facility
plant building floor room suite level conference bank labs trust council hospital
university school college academy health healthcare foods energy analytics capital
insurance robotics logistics motors maps consulting partners solutions technologies
technology tech studio studios media agency services holdings credit union freight
pharma medical clinic museum library airlines bakery nursery primary county city state
national international global royal north south east west new old st saint united
kingdom states america europe candidate applicant online virtual onsite on-site remote
in-person parking visitor visitors front desk main no not yes ok okay great good
perfect so sorry apologies unfortunately congratulations congrats looking also just
next last let lets let's would could should can will may might must how why which
there then than these those their they he she his her re: update updated reminder
confirmed confirmation invitation invite schedule scheduled agenda plan itinerary
calendar event topic type host organiser organizer guests required optional attendees
participants dial access code pin customer success account service business
intelligence growth brand content social digital security platform infrastructure
backend frontend mobile quality research development strategy procurement supply chain
warehouse store branch programme program internship graduate apprentice apprenticeship
vacancy vacature job stelle poste puesto termin gespräch ablauf vorstellung uhr ort
treffpunkt gemeinsames mittagessen fallstudie team-meeting entretien entrevista sala
salle fecha hora lieu lien enlace heure cher chère liebe lieber liebes sehr geehrte
geehrter guten tag grüß morgen christmas easter holidays monday's europe's linkedin
whatsapp slack calendly iphone outlook android bereichsleitung geschäftsführung
personalabteilung niederlassung zentrale büro raum etage straße platz personal section
ward seminar committee hall house gate station terminal garage hiring-manager books co
sons söhne press verlag werke works gruppe stiftung klinik praxis kg se sa sl bv bring
wear ask arrive check use see check-in enter follow bus train manufacturing club
"""
NO_NAMES = frozenset({*MONTHS, *WEEKDAYS, *_WORDS.split()})


def is_title(words: str) -> bool:
    """Whether words name a job: "VP Engineering", "our founder"."""
    return bool(_ROLE.search(words)) and not re.search(r"\d{2}|[:!?]", words)


def is_name(words: str) -> bool:
    """Whether capitalised words are a person's, as far as that can be told."""
    bare = re.sub(rf"^{_HONORIFIC}", "", words)
    parts = [part.strip(".,").casefold() for part in bare.split()]
    return (
        len(bare) > 1
        and all(part not in NO_NAMES for part in _to_doubt(parts))
        and not re.fullmatch(r"(?:[A-Z]\.? ?)+", bare)
        and not re.search(r"['’](?:ve|re|ll|d|m|t)\b", bare)
    )


# Family names that are words as well; behind a given name they are names.
_SURNAMES = {"brand", "gate", "brown", "may", "college", "hall", "house", "lane", "west", "north", "east", "case", "good", "best",
             "head", "ward", "field", "drive", "park", "street", "wood", "price",
             "young", "day", "page", "law", "bank", "new", "lab", "note"}  # fmt: skip


# Given names that are words as well, and what stands between names.
_GIVEN = {
    "will",
    "may",
    "june",
    "april",
    "august",
    "mark",
    "grant",
    "royal",
    "day",
    "art",
}


def _to_doubt(parts: list[str]) -> list[str]:
    """The parts of a name that must be no other words."""
    if len(parts) > 1:
        parts = parts[1:] if parts[0] in _GIVEN else parts
        parts = parts[:-1] if len(parts) > 1 and parts[-1] in _SURNAMES else parts
    return parts


def cleaned(name: str) -> str:
    """A name without Mr and the like, kept for doctors and professors."""
    name = re.sub(
        r"^(?:Mr|Mrs|Ms|Mx|Frau|Herrn?|Mme|M|Sr|Sra|Mag|Dipl|Ing)\.? (?=\S)",
        "",
        " ".join(name.split()),
    )
    return re.sub(r"['’]s$", "", name)


def without_article(title: str) -> str:
    title = " ".join(title.split()).strip(" ,.;–-")
    return re.sub(
        r"^(?:our|the|your|my|an?|unser\w*|ihr\w*|dein\w*|der|die|notre|votre|nuestr\w|tu|su|el|la|le)\s(?:new |own |lovely |wonderful )?",
        "", title, flags=_FLAGS,
    )  # fmt: skip
