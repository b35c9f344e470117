"""What looks like the name of a person."""

from __future__ import annotations

import re
from functools import lru_cache

from interviews.invites.given_names import is_given
from interviews.invites.jobs import NAMES_JOB
from interviews.invites.organised import is_organised, is_surely_organised
from interviews.invites.tongue import MONTHS, WEEKDAYS
from interviews.invites.zones import is_town

# Beyond Latin-1 capitals and small letters alternate: both count as either, so that the
# patterns stay small.
_FURTHER = r"\u0100-\u024F\u1E00-\u1EFF"
UPPER = rf"A-ZÀ-ÖØ-Þ{_FURTHER}"
LOWER = rf"a-zß-öø-ÿ{_FURTHER}"
_HONORIFIC = (
    r"(?:(?:Dr|Dra|Prof|Profa|Mag|Dipl|Ing|Lic|Mr|Mrs|Ms|Miss|Mx|Sir|Dame|Rev|Capt|Sgt|Lt|Cpl|Maj|Cmdr|DI|MMag|D\.ª|Dª|Dña|med|rer|nat|phil|jur|habil|Sister|Cllr|Councillor|Alhaji|Alhaja|Engr|Frau|Herrn?|Mme|Mlle|MM|M|Monsieur|Madame"
    r"|Rechtsanw[aä]lt(?:in)?|Steuerberater(?:in)?|Geschäftsführer(?:in)?|Direktor(?:in)?|Schulleiter(?:in)?|Ober[aä]rzt(?:in)?|Chef[aä]rzt(?:in)?|Señora?|Sr|Sra|Srta|Doña|Doctora?|Professor)\b\.?(?:-Ing\.?)? ){0,4}"
)
_PART = (
    rf"(?:(?:Mc|Mac|[ODN]['’])?[{UPPER}][{LOWER}{UPPER}'’]{{0,20}}[{LOWER}](?:-[{UPPER}{LOWER}][{LOWER}'’]+){{0,2}}"
    rf"|[{UPPER}]\.(?:-?[{UPPER}]\.)?|[A-Z](?= [A-Z][a-z]))"
)
# Family names as French writes them; only behind another part.
_CAPITALS = rf"(?:[{UPPER}]{{4,20}}(?:-[{UPPER}]{{3,20}})?(?![{LOWER}\d]))"
_PARTICLE = r"(?:van|von|vom|zu|zum|zur|de|del|della|di|da|do|dos|das|du|der|den|ten|ter|la|las|los|le|bin|bint|ibn|abu|ben|al|el|af|av|y)"
# "Arvind K": as many are called in India; A and I are words.
_LAST_LETTER = r"[B-HJ-Z](?![\w'’-])"
NAME = rf"{_HONORIFIC}{_PART}(?: (?:{_PARTICLE} ){{0,2}}(?:{_PART}|{_CAPITALS}|{_LAST_LETTER})){{0,3}}"
WHOLE_NAME = re.compile(NAME)
_PARTICLES = frozenset(_PARTICLE[3:-1].split("|"))
_POLITE = re.compile(_HONORIFIC)
_POLITE_IN_SPANISH = re.compile(r"(?:D|Don|Dña)\.? (?=\S)")
_INITIALS = re.compile(r"(?:[A-Z]\.? ?)+")
_LONE_LETTER = re.compile(r"[A-Z] ")
_INITIAL = re.compile(r"[A-Z]\. ?\S")
_ENDS_IN_LETTER = re.compile(r" [A-Z]$")
_SHORTENED = re.compile(r"['’](?:ve|re|ll|d|m|t)\b")
_POSSESSIVE = re.compile(r"['’]s$")

# Capitalised words that begin sentences and label lines, not people.
_WORDS = """cheers thanks thx ta xx
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
departamento dirección área servicio équipe abteilung talento gestión tel mob fon fax mobil durchwahl dept chair auditorium theater ground lobby ciudad dad mum mom policy kindly revert slots governors inconvenience prep thx do early careers protection customers photo passport laptop figma docker python snowflake kubernetes java excel powerpoint sql github jira miro certificates cv resume id proof ppe many more unless since while during before after once until because although however also every any either neither per via about above below between within without under over around near opposite behind using bringing please-note nb ps fyi rsvp asap tbc tbd tba teilnehmen teilnehmende beste viele liebe freundliche herzliche bien mit-arbeiter zeugnisse zeugnissen unterlagen personalausweis lebenslauf bewerbung einladung rückfragen fragen zimmer stock eingang anfahrt parkplatz pour sans afin après avant lors durée objet madame monsieur para sin antes después durante
talk chat speak programming pair wear ask arrive check use see check-in enter follow bus train manufacturing club
reply reschedule unsubscribe txt text stop decline accept vacante puesto bonne belle bon schöne schönen gute guten buena buenas buen
"""
NO_NAMES = frozenset({*MONTHS, *WEEKDAYS, *_WORDS.split()})


@lru_cache(maxsize=1024)
def is_name(words: str) -> bool:
    """Whether capitalised words are a person's, as far as that can be told."""
    bare = _bare(words)
    parts = [part.strip(".,").casefold() for part in bare.split()]
    parts = parts[:1] + [part for part in parts[1:] if part not in _PARTICLES]
    return (
        len(bare) > 1
        and all(part not in NO_NAMES for part in _to_doubt(parts))
        and not (
            bare == words and _ABSTRACT.search(parts[0]) and not is_given(parts[0])
        )
        and not (" " not in bare and is_town(bare) and not is_given(bare))
        and not _INITIALS.fullmatch(bare)
        and not _CAMEL.search(bare)
        and not (_LONE_LETTER.match(bare) and bare == words)
        and not (_ENDS_IN_LETTER.search(bare) and not is_given(bare.split()[0]))
        and not (NAMES_JOB.fullmatch(bare.split()[0]) and not is_given(bare.split()[0]))
        and not (is_organised(bare) and not is_given(bare.split()[0]))
        and not is_surely_organised(bare)
        and not _SHORTENED.search(bare)
    )


@lru_cache(maxsize=1024)
def is_surely_name(words: str) -> bool:
    """Whether a name shows by itself that it is one: "Priya", "Mr Pugh", "T. Ebner"."""
    bare = _bare(words)
    first = bare.split()[0] if bare else ""
    named = bare != words or is_given(first) or first.casefold() in _GIVEN
    return is_name(words) and (named or bool(_INITIAL.match(bare)))


def _bare(words: str) -> str:
    polite = _POLITE.match(words)
    return words[polite.end() :] if polite else words


# "TechHarbor" is a firm, "McKay" and "DeLuca" are not.
_CAMEL = re.compile(
    r"(?<!\w)(?!Mc|Mac|De|Di|Du|La|Le|Van|Fitz|Da|Del)[A-Z][^\W\dA-Z_]+[A-Z][a-z]"
)
# How words end that name things rather than people.
_ABSTRACT = re.compile(
    r"(?:....ing|tion|tions|ment|ments|ness|ship|ware|logy|ity|ungs?|ungen|keit|heit|schaft|gespräche?|beispiele?|aufgabe|rundgang|ions?|ics|ces|sses|ous|ive|ful)$"
)

# Family names that are words as well; behind any other name they are names.
_SURNAMES = frozenset(
    [
        "brand",
        "brown",
        "may",
        "west",
        "north",
        "east",
        "good",
        "best",
        "head",
        "ward",
        "wood",
        "price",
        "young",
        "cross",
        "branch",
        "main",
        "royal",
        "sun",
        "march",
        "august",
        "day",
        "page",
        "law",
        "new",
        "note",
    ]
)
# And those that are places and firms as well; behind a well-known given name.
_PLACES = frozenset(
    [
        "gate",
        "college",
        "hall",
        "house",
        "lane",
        "case",
        "field",
        "drive",
        "park",
        "street",
        "bank",
        "lab",
    ]
)


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
    if len(parts) < 2:
        return parts
    known = is_given(parts[0])
    doubted = parts[1:] if known or parts[0] in _GIVEN else parts
    names = _SURNAMES | (_PLACES if known else frozenset())
    return doubted[:-1] if parts[-1] in names else doubted


def cleaned(name: str) -> str:
    """A name without Mr, Dr and the like; a family name alone keeps them."""
    name = _POSSESSIVE.sub("", " ".join(name.split()))
    bare = _bare(name)
    if (polite := _POLITE_IN_SPANISH.match(bare)) and is_given(
        bare[polite.end() :].split()[0]
    ):
        bare = bare[polite.end() :]
    keeps = " " not in bare and not is_given(bare)
    return name if keeps else bare
