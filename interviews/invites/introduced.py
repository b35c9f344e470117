"""People whom words introduce: "you will meet …", "Interviewers: …"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from interviews.invites.given_names import is_given
from interviews.invites.jobs import NAMES_JOB, ROLE_WORD, is_job
from interviews.invites.named import ITEM, Named, end_of, of_item
from interviews.invites.names import NAME, NO_NAMES, is_name, is_surely_name
from interviews.invites.titles import OUR, is_title
from interviews.invites.words import kind_by_title

_FLAGS = re.IGNORECASE
_MOST = 12
_COLLEAGUE = (
    r"my colleagues?,? |meinem? kolleg\w+ |(?:mon|ma|votre) collègue |mi compañer[oa] "
)
_WITH_ME = r"me(?: and|,| &| \+) |myself(?: and|,| &) |mir und |moi(?:-même)? et |yo y |ich und |both |"
LEAD = rf"(?:{OUR}\s|{_COLLEAGUE}|{_WITH_ME[:-1]})?(?:{OUR}\s|{_COLLEAGUE})?(?P<lead>(?:(?!w/|(?:with|by|to|on|at|from|mit|avec|con|followed|and|und|et|y|dabei|ist|sind|werden|wird|est|sera|será|is|are|will|be)\b)(?-i:[A-Za-zÀ-ÿ])[\w&/'’-]{{1,24}}[ ,]{{1,2}}){{0,6}}?)"
# After these a capitalised word may be a thing as well: "with Python".
_LOOSELY = r"(?P<loosely>it(?:['’]ll| will) be|(?<!regards )(?<!compliance )with|w/|mit|avec|con|vor|see|see you|estarán?(?! contigo| con | presente)|nehmen|nimmt|führen|führt|leiten|leitet|begrüßen)"
_CLOSELY = (
    r"meet(?:ing)?(?: with| w/)?|speak(?:ing)? (?:with|to)|talk(?:ing)? (?:with|to)|chat(?:ting)? (?:with|to)|interview(?:ed|ing)? (?:with|by)"
    r"|(?:joined|led|hosted|conducted|run|held|chaired|met|greeted|attended|seen|assessed|facilitated|observed) by|you(?:'ll| will) be with|(?:i|we)(?:'ll| will) have|(?:still|just|be|it['’]s) me (?:and|n|\+|&)|together with|alongside|accompanied by"
    r"|(?:on the (?:call|panel|line)|there|present|attending|joining(?: you| us| me)?) (?:will be|is|are)"
    r"|(?:panel|committee|jury|interviewers?) (?:of|is|are|consists? of|will consist of|consisting of|comprising|includ(?:es?|ing)|comprises?|made up of|composed of|will (?:be|include|comprise)(?! (?:chaired|led|held))(?: made up of)?)|(?:panel|board|committee|team) members?(?: are)?"
    r"|(?:chair(?:person|man|woman)?|host|interviewer|contact|contact person|point of contact|gesprächspartner(?:in)?|ansprechpartner(?:in)?|interlocut(?:eur|rice)) (?:is|are|will be|ist|sind|wird|werden|sera|seront)"
    r"|(?:phone|video|zoom|teams)? ?calls? from|(?:anruf|rückruf) von|(?:appel|appelée?) (?:de|par)|llamada de"
    r"|(?:presentation|present(?:ing)?|pitch(?:ing)?) to|introduce you to|introducing|ask for|report to|call in to"
    r"|kennen(?:zu)?lernen|treffen sie(?: auf)?|sie treffen|du triffst|triffst du|lernen sie|lernst du|sprechen sie mit|sie sprechen mit|du sprichst mit|(?:frag|fragen sie)(?: einfach| bitte)? nach|meld(?:e|en)? (?:dich|sie sich)(?: bitte)? bei|(?:dabei|anwesend|vertreten) (?:ist|sind|wird|werden)(?: auch| außerdem)?|teilnehmen werden|es nehmen|erwart(?:et|en) (?:sie|dich)|empf(?:ängt|angen) (?:sie|dich)|begrüßt (?:sie|dich)|interviewt (?:sie|dich)|(?:geführt|begleitet|geleitet|empfangen|interviewt|begrüßt) von|durch(?= Herrn?\b| Frau\b)|seitens(?= Herrn?\b| Frau\b)"
    r"|rencontrer(?:ez|as|a)?|échanger(?:ez|as)? avec|(?:reçue?s?|accueillie?s?|menée?|animée?|conduite?|assurée?|interviewée?|interrogée?) par|en présence de|(?:vous|t['’]) ?(?:recevra|accueillera|attendra)(?:nt)?|demande[rz]?(?: à voir| à parler à)?"
    r"|conocer(?:á|ás)? a|reunir(?:te|se|á|ás)? con|te entrevistarán?|(?:te|l[eoa]s?) va(?:n)? a (?:entrevistar|recibir|atender|llamar)|l[eoa]s? entrevistarán?|hablarás? con|conversarás? con|entrevistarás? con|(?:te|l[eoa]) (?:recibirán?|atenderán?|acompañarán?|esperarán?|llamarán?|contactarán?)|(?:entrevistad[oa]|recibid[oa]|atendid[oa]) por|(?:preguntar?|pregunte|pregunta) por|a cargo de|estar(?:á|án) presentes?|estarán? (?:contigo|con (?:usted|vos|nosotros))|(?:participarán?|asistirán?|se conectarán?)(?: también)?"
    r"|(?:the )?same (?:people|persons|faces|panel|team|interviewers?)(?: as (?:before|planned))?|(?:people|persons|panel|interviewers) (?:are|stay|remain)(?: all)? the same|questions (?:\w+ ){0,3}from|(?:will|to) (?:participate|take part|attend)|participate|mit dabei|dabei (?:ist|sind)|wir sind zu (?:zweit|dritt)"
    r"|joining (?:you|us|me)(?: on the (?:call|day))? (?:will be|is|are)|in attendance (?:will be|are|is)"
    r"|(?:an dem |am )?(?:gespräch|termin|interview) (?:werden|wird|nehmen|nimmt)|(?:participer|assister)(?:a|ont)(?: également)?(?: à l['’]entretien)?|seront présents?(?: également)?"
)
_OF_THE_LINE = (
    r"interviewers?(?:\(s\))?|interview (?:team|panel|partners?)|panel(?:lists?|(?: members?)?)|who|with|w/|host(?:ed by|s)?|attendees|participants|organi[sz]er|you(?:'ll| will) (?:meet|speak"
    r" with|be meeting(?: with)?|be speaking (?:with|to))|teilnehmer(?:innen)?|teilnehmende|teilnehmer:innen|mit|wer|gesprächspartner(?::?in(?:nen)?)?|ansprechpartner(?:in)?|interlocuteurs?|interlocutrices?|recruteurs?|qui|avec|entrevistador(?:es|a|as)?|participantes|quién|con"
    r"|your interviewers?(?: (?:is|are|will be))?|the (?:interviewers?|panel)(?: (?:is|are|will be|includes?))?|hiring manager|recruiter|meeting with|interview with|call with|organisator(?:in)?|organisat(?:eur|rice)|organizador[a]?|contact(?: person)?|contact on the day|chair|board|(?:mit )?dabei|intervieweur[s]?|kontakt|contacto|met wie|jury(?: members)?"
)
_INTRO = re.compile(
    rf"(?:\b(?:{_LOOSELY}|{_CLOSELY})(?!\w)|\bw/|\bpanel(?: members| of)?\s?:|\b(?:contact(?: person)?|ansprechpartner(?:in)?)\s?(?::| [-–])"
    rf"|(?:^|\n|(?<=[.!?;] ))[ \t>*•\W]{{0,6}}(?:{_OF_THE_LINE})(?:(?:\s|[ ]{{2,8}})?\*?[-=:\uff1a]\*?| {{2,}}))"
    rf":?[ \t]{{0,3}}\n{{0,2}}[ \t*•·-]{{0,8}}(?:(?:weiterhin|auch|wieder|nun|now|still|again|également|aussi|también) )?{LEAD}(?=(?-i:@?{NAME}))",
    _FLAGS,
)
_JOIN = re.compile(
    r"(?: ?\([^()\n]{2,30}\))?(?:,? (?:who|der|die|das|qui|que|quien) [^,.;\n]{3,60}(?=,))?(?: from (?:the |our )?[\w&' -]{2,30}?(?=,|;| and | und | et | y |\n))?(?:\s*(?:,|;|&|\band\b|\bund\b|\bet\b|\by\b|\be\b|\n[ \t]*[*•\-–·]?\s*|\+|/|\bas well as\b|\balong with\b|\btogether with\b|\bsowie\b|\bainsi que\b|\basí como\b|\bfollowed by\b|\bthen\b)){1,3}\s*"
    rf"(?:also |then |finally |by |with |mit |both |de |avec |con )?{LEAD}(?=(?-i:@?{NAME}))",
    _FLAGS,
)
_FIRM = re.compile(
    rf"{NAME} (?:&|and|und|et|y) (?:Co|Cie|Sons?|Söhne|Partners?|Fils|Hijos|Company)\b"
)
_LABEL = re.compile(r"[^\n:]{2,24}:")
# "Thank you for your recent conversation with Ms Crane": she was met.
_LOOKING_BACK = re.compile(
    r"\b(?:thank\w*|following|after|since|enjoy\w*|recent|last|suite à|nach|tras)\b[^.\n,;:]{0,45}(?:conversation|call|chat|meeting|interview|discussion|talk|visit|time|échange|entretien|gespräch|conversación|llamada) $"
    r"|\b(?:thanks|thank you|great|good|nice|lovely|enjoyed|loved|after|since|following)(?: so much| again| very much)?(?: for)?(?: (?:taking|making) (?:the )?time to)? $"
    r"|\b(?:spoke|talked|met|chatted|interviewed|off the phone|gesprochen|parlé|hablado|hablaste) $",
    _FLAGS,
)
_COLUMN = re.compile(
    rf"^[ \t>*•]*(?:{_OF_THE_LINE})[ \t]*:?[ \t]*\n(?P<lines>(?:[ \t]*[^\n]{{2,70}}(?:\n|\Z)){{1,16}})",
    _FLAGS | re.MULTILINE,
)


_ASIDE = re.compile(r"^(?:[\s,;.(|-]|organi[sz]er|host|optional|required)+\)?$")


def introduced(text: str) -> Iterator[Named]:
    """Names after "with", "you will meet" and the like, and those joined to them."""
    for intro in _INTRO.finditer(text):
        if _LOOKING_BACK.search(text, max(0, intro.start() - 80), intro.start()):
            continue
        named = [*chain(text, intro.end(), intro["lead"] or "")]
        if _CALL_FROM.search(intro[0]):
            named = [one for one in named if is_surely_name(one.person.name)]
        if _CONTACT.search(intro[0]):
            named = [one for one in named if not _is_reached(one, text)]
        if not intro["loosely"] or any(map(_is_person, named)):
            yield from (one for one in named if not _is_booked(one, text))
    yield from _in_columns(text)


# A call comes from a company as well.
_CALL_FROM = re.compile(
    r"(?:call\w*|anruf|rückruf|appel|llamada) (?:from|von|de|par)", _FLAGS
)
_CONTACT = re.compile(r"contact|kontakt|ansprechpartner", _FLAGS)
_OFFICE_HOURS = re.compile(
    r"\s?[(,|–-]\s?\d{1,2}(?:[.:]\d\d)?\s?(?:[ap]\.?m\.?|uhr|h)?\s?(?:to|-|–|bis|à|a)\s?\d",
    _FLAGS,
)


def _is_reached(named: Named, text: str) -> bool:
    """Whether hours at which to call stand behind a name: no one to meet."""
    return bool(_OFFICE_HOURS.match(text, named.start + len(named.person.name)))


def _is_booked(named: Named, text: str) -> bool:
    """Whether "with Prairie Haul is confirmed" rather says which company it is."""
    name = named.person.name
    known = is_surely_name(name) or bool(named.person.title)
    return not known and bool(_BOOKED.match(text, named.start + len(name)))


_BOOKED = re.compile(
    r" (?:is|has been|was|have been)(?: now)? (?:confirmed|booked|scheduled|set|arranged|cancell?ed|moved)\b"
)


def _is_person(named: Named) -> bool:
    """Whether more than its capital speaks for a name after words such as "with"."""
    name = named.person.name
    whole = len(re.split(r"\W*(?: |$)", name)) > 2
    return whole or is_surely_name(name) or bool(named.person.title)


def chain(text: str, at: int, lead: str) -> Iterator[Named]:
    """Names one after the other: "Dana Wu (VP), Tom Barnes and our CTO, Ann Price".

    "Ana Ruiz and Tom Lee, senior engineers": the last says it of all.
    """
    named = [*_one_by_one(text, at, lead)]
    title = _ALL_OF.sub("", named[-1].person.title) if named else ""
    if len(named) > 1 and _SEVERAL.search(title):
        for one in named:
            one.person.title = one.person.title or title
            if one.person.title in {title, named[-1].person.title}:
                one.person.title = _one_of(title)
                one.person.kind = kind_by_title(one.person.title)
    yield from named


def _one_by_one(text: str, at: int, lead: str) -> Iterator[Named]:
    if _FIRM.match(text, at):
        return
    for _ in range(_MOST):
        at, lead = _past_title(text, at, lead)
        match = ITEM.match(text, at)
        if match is None or not is_name(match["name"]) or not _may_lead(lead):
            return
        if _begins_sentence(match, at):
            return
        yield of_item(match, _one_of(lead))
        join = _JOIN.match(text, end_of(match))
        if join is None or join[0].count("\n") > 2:
            return
        if "\n" in join[0] and _LABEL.match(text, join.end()):
            return
        shared = lead if _one_of(lead) != lead else ""
        at, lead = join.end(), join["lead"] or shared


_GOES_ON = re.compile(r"[ \t]{0,19}\w")


def _begins_sentence(match: re.Match[str], at: int) -> bool:
    """Whether a capitalised word begins a line that says something else."""
    name, line = match["name"], match.string.rfind("\n", 0, at) + 1
    if " " in name or is_surely_name(name) or match.string[line:at].strip(" *•·-–"):
        return False
    return bool(_GOES_ON.match(match.string, end_of(match)))


# "Owner, Cerys Vaughan".
_TITLE_COMMA = re.compile(rf"((?:[A-Z][\w&]{{1,20}} ?){{1,4}}), (?={NAME})")


def _past_title(text: str, at: int, lead: str) -> tuple[int, str]:
    """Behind the capitals of a title: "VP of Engineering Nadia Haddad"."""
    comma = _TITLE_COMMA.match(text, at)
    if comma and not is_given(comma[1].split()[0]) and is_title(comma[1]):
        return comma.end(), comma[1]
    match = ITEM.match(text, at)
    words = match["name"].split(" ") if match else []
    for count in range(1, len(words)):
        title, name = " ".join(words[:count]), " ".join(words[count:])
        no_names = all(
            word.casefold() in NO_NAMES or NAMES_JOB.fullmatch(word)
            for word in words[:count]
        )
        known = is_given(words[count]) and not is_given(words[0])
        whole = known or (no_names and " " in name)
        if whole and is_name(name) and is_title(f"{lead}{title}"):
            return at + len(title) + 1, f"{lead}{title}"
    return at, lead


_SEVERAL = re.compile(rf"\b(?:{ROLE_WORD})s$", _FLAGS)
_ALL_OF = re.compile(
    r"^(?:both|all|each) (?:of them )?(?:are )?(?:our |from )?", _FLAGS
)
_SOME_OF = re.compile(r"^(?:one|two|three|some) of (?:our|the) ")


def _one_of(lead: str) -> str:
    """ "partners" said of several is "partner" of each."""
    words = _SOME_OF.sub("", lead.strip())
    return words[:-1] if _SEVERAL.search(words) else lead


def _may_lead(lead: str) -> bool:
    """Whether what stands between "with" and a name is a title, or nothing."""
    words = lead.strip()
    return not words or is_title(words) or words.endswith(("member", "members"))


def _in_columns(text: str) -> Iterator[Named]:
    """Below "Interviewers" a name to a line, each with its title on the next."""
    for column in _COLUMN.finditer(text):
        at, last = column.start("lines"), None
        for line in column["lines"].split("\n"):
            one = _alone_in(line, at)
            if one is None and not _takes_title(last, line):
                break
            if one:
                last = one
                yield one
            at += len(line) + 1


def _alone_in(line: str, at: int) -> Named | None:
    """The person that a line names and nothing else."""
    bare = line.strip(" \t*•-–·")
    match = ITEM.match(bare)
    if match is None or not is_name(match["name"]) or is_title(match["name"]):
        return None
    if _ASIDE.sub("", bare[end_of(match) :]):
        return None
    one = of_item(match, "")
    return Named(one.person, one.source, at + line.find(match["name"]))


def _takes_title(last: Named | None, line: str) -> bool:
    """Whether a line is the title of the person above it; it is kept with them."""
    bare = line.strip(" \t*•-–·")
    if last is None or last.person.title or not (is_title(bare) or is_job(bare)):
        return False
    last.person.title, last.person.kind = bare, kind_by_title(bare)
    return True
