"""Where a meeting takes place: its link, its telephone number, its address."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import unescape
from urllib.parse import parse_qs, unquote, urlsplit

_FLAGS = re.IGNORECASE

_URL = re.compile(r"https?://[^\s<>\"'\])}|]+|\bwww\.[^\s<>\"'\])}|]+"
                  r"|\b(?:[\w-]{1,63}\.)?(?:zoom\.us|meet\.google\.com|webex\.com|whereby\.com)"
                  r"/[^\s<>\"'\])}|]+")  # fmt: skip
_MEETING = re.compile(
    r"zoom(?:gov)?\.(?:us|com)/(?:j|my|w|s|wc)/|teams\.(?:microsoft|live)\.(?:com|us)/(?:l/meetup"
    r"|meet|dl/launcher)|meet\.google\.com/[a-z]|webex\.com/(?:meet|[\w-]+/j\.php|join|wbxmjs|[\w-]+/meet"
    r"|m/)|whereby\.com/|gotomeet(?:ing)?\.(?:com|me)/|global\.gotomeeting\.com/join|bluejeans\.com/\d"
    r"|chime\.aws/|meet\.jit\.si/|skype\.com/|join\.skype|around\.co/|gather\.town|ringcentral\.com/join"
    r"|v\.ringcentral|bigbluebutton|/b/[a-z]{3}-|coderpad\.io|goodtime\.io/.*meet|meet\.|/join/|video|//(?:zoom|teams|whereby|webex|visio|bbb|jitsi)\.",
    _FLAGS,
)
_STRONG = re.compile(
    r"zoom\.us|zoomgov|teams\.(?:microsoft|live)|meet\.google|webex|whereby|gotomeet|bluejeans"
    r"|chime\.aws|jit\.si|skype",
    _FLAGS,
)
_NEVER = re.compile(
    r"unsubscribe|preferences|calendar\.google\.com/calendar/(?:event|render)|maps?\.|/maps|goo\.gl/maps"
    r"|linkedin\.com|facebook|twitter|instagram|glassdoor|privacy|/help|support\.|zoom\.us/u/|tel\.meet"
    r"|aka\.ms/(?:JoinTeamsMeeting|teamshelp)|dialin\.teams|mysettings|meetingOptions|/reschedul|/cancel"
    r"|calendly\.com|cal\.com/|download|pstn|\.(?:png|jpe?g|gif|svg)(?:$|\?)|zoom\.us/(?:test|download)",
    _FLAGS,
)
_PHONE = re.compile(r"(?<![\w/=.-])\+?\(?\d[\d ().\-]{7,20}\d(?!\w)")
_CALLS = re.compile(
    r"(?:call|ring|phone|reach|dial|contact|anrufen|rufe|erreichen|appel\w*|llam\w*)\b[^.\n]{0,60}$"
    r"|(?:tel|phone|number|telefon|téléphone|teléfono|dial[- ]?in|mobile|handy)[^.\n]{0,20}$",
    _FLAGS,
)
_LABELLED = re.compile(
    r"^[ \t*•>📍-]*(?:(?:interview|meeting) )?(?:where|location|address|venue|place|ort|wo|adresse|anschrift|treffpunkt|lieu|où"
    r"|lugar|dirección|ubicación|meeting point|office|room)(?: of (?:the )?(?:interview|meeting))?\s{0,3}\*?(?:\s{0,3}[:\uff1a]\*?[ \t]*\n?| {2,})[ \t]*(?P<place>[^\n]{3,200})"
    r"(?:\n(?P<more>[ \t]*(?![^\n]{0,25}:)[^\n]{3,80}))?",
    _FLAGS | re.MULTILINE,
)
_STREET = (
    r"(?:\d{1,5}[a-z]?(?:[-–]\d{1,4})?,? (?:(?:[A-ZÄÖÜ][\w.'’-]+|of|the) ){1,4}(?:St(?:reet)?|Ave(?:nue)?"
    r"|R(?:oa)?d|Blvd|Boulevard|Lane|Ln|Drive|Dr|Way|Square|Sq|Place|Pl|Court|Ct|Plaza|Parkway"
    r"|Terrace|Row|Broadway|Quay|Gardens|Hill|Close|Crescent|House|Walk|Park)\b\.?"
    r"|\d{1,5} Broadway|[A-ZÄÖÜ][\w-]*(?:straße|strasse|str\.|weg|platz|allee|gasse|ufer|damm|ring|stieg|steig|markt|chaussee|promenade|graben|kai|gatan|vägen|gade|vej|straat|laan|gracht|kade|plein|katu) ?\d{1,4}\s?[a-z]?"
    r"|(?:[A-ZÄÖÜ][\w-]+ )(?:Straße|Strasse|Str\.|Allee|Platz|Weg) ?\d{1,4}"
    r"|\d{1,4}(?: ?bis)?,? (?:rue|avenue|boulevard|place|quai|allée|chemin)(?: [\w'’-]+){1,5}"
    r"|(?:Calle|C/|Avenida|Avda\.|Paseo|Plaza)(?: [\w'’-]+){1,5}(?:,? ?\d{1,4})?)"
)
_ADDRESS = re.compile(rf"{_STREET}(?:,[^\n.;()]{{2,60}}){{0,4}}")
_HOUSE = re.compile(
    r"(?:^|\n)(?P<line>[A-ZÀ-Þ][^\n:.!?]{3,40})\n$|(?:\b(?:at|in|to|is|visit) (?:the )?|[:\n] ?|^)(?P<house>(?:(?:[A-ZÀ-Þ][\w'’&.-]*)(?: (?:of |the |& |and )?[A-ZÀ-Þ0-9][\w'’&.-]*){0,4}, ){1,3})$"
)
# The line below a street: "New York, NY 10006", "80337 München".
_TOWN = re.compile(
    r",?[ \t]*\n[ \t]*(?P<town>(?=[^\n]{0,40}\d)(?:\d{4,5} )?[A-ZÀ-Þ][^\n:;]{2,40}?(?:,? [A-Z]{2} \d{5}|,? [A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}|(?<=[a-zß]))(?=[\n.,]|$))"
)
_POSTCODE = re.compile(
    r"\b(?:at|in|to|is|visit) (?P<place>(?:the )?[A-Z0-9](?:(?! (?:at|to|in) )[^\n;:.]){3,100}?\b(?:[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}|[A-Z]{2} \d{5})\b)"
)
_CAPS = r"[A-ZÀ-Þ][\w'’&.-]*(?: (?:of |the |& |and )?[A-ZÀ-Þ0-9][\w'’&.-]*){0,4}"
_NAMED_PLACE = re.compile(
    rf"\b(?:at|to|in) (?P<place>(?:the )?{_CAPS}(?:, (?:\d{{1,4}} )?{_CAPS}){{1,4}})(?=[.\n()!?;]|$)"
)
_GOES_ON = re.compile(
    r",? (?:and|where|for|with|avec|con|mit|on (?:mon|tue|wed|thu|fri|sat|sun|\d|the)\w*|at \d|from \d|please|um|am|ein|einladen|statt|to|by|via|invite|is|will|which|this|next|tomorrow|le|el)\b"
    r"|(?<=[a-zß\d])\. (?=[A-Z])", _FLAGS,
)  # fmt: skip
_AT_OFFICE = re.compile(
    r"\b(?:at|in|to|into|visit) (?P<place>(?:our|the) (?:[\w'’-]+ ){0,4}?(?:offices|office|showroom|headquarters|hq|campus"
    r"|studio|building|premises|site)(?: (?:in|at|on(?! (?:Mon|Tue|Wed|Thu|Fri|Sat|Sun))) [A-Z][^\n.;()]{2,80})?)",
)
_NOT_A_PLACE = re.compile(
    r"^(?:https?://|zoom|microsoft teams|teams|google meet|webex|video|online|virtual|remote|phone"
    r"|telephone|telefon|skype|call|tbd|tba|to be)\b",
    _FLAGS,
)


@dataclass(frozen=True)
class Linked:
    """A meeting link as it is to be opened, and the words it came from."""

    link: str
    source: str
    sure: bool


def link_in(text: str) -> Linked | None:
    """The link to join by; links for anything else do not count."""
    weak: Linked | None = None
    for match in _URL.finditer(text):
        written = match[0].rstrip(".,;:!?*_")
        url = unwrapped(written)
        if _NEVER.search(url) and not _SURELY_JOINED.search(url):
            continue
        if _STRONG.search(url) and _MEETING.search(url):
            return Linked(_with_scheme(url), written, sure=True)
        before = text[max(0, match.start() - 80) : match.start()]
        if weak is None and (_MEETING.search(url) or _joins(before)):
            weak = Linked(_with_scheme(url), written, sure=False)
    return weak


def links_in(text: str) -> list[tuple[int, Linked]]:
    """Where links to join by stand, each once; only those that are surely such."""
    found: dict[str, tuple[int, Linked]] = {}
    for match in _URL.finditer(text):
        one = link_in(match[0])
        if one and one.sure:
            found.setdefault(one.link, (match.start(), one))
    return [*found.values()]


_SURELY_JOINED = re.compile(r"zoom\.us/j/|meetup-join")
_BEFORE_LINK = re.compile(
    r"(?:join|link|video|meeting|call|zoom|einwähl|wählen sie sich|einloggen|sala|salle|raum|beitreten|rejoindre|lien|enlace|unirse)"
    r"[^\n]{0,50}(?:\n[^\n.]{1,20})?\s*\n?\s*<?$", _FLAGS,
)  # fmt: skip


def _joins(before: str) -> bool:
    return bool(_BEFORE_LINK.search(before))


def unwrapped(url: str) -> str:
    """The address behind what a mail scanner put in front of it."""
    url = unescape(url)
    for _ in range(3):
        try:
            parts = urlsplit(url)
        except ValueError:
            return url
        query = parse_qs(parts.query)
        host = parts.netloc.casefold()
        if "safelinks.protection.outlook.com" in host and query.get("url"):
            url = query["url"][0]
        elif host.endswith("google.com") and parts.path == "/url" and query.get("q"):
            url = query["q"][0]
        elif host.endswith("urldefense.com") and (
            m := re.search(r"__(https?:.+?)__;", url)
        ):
            url = unquote(m[1])
        else:
            return url
    return url


def _with_scheme(url: str) -> str:
    return url if url.startswith("http") else f"https://{url}"


def phone_in(text: str) -> str:
    """The number they call, or to be called."""
    for match in _PHONE.finditer(text):
        digits = sum(c.isdigit() for c in match[0])
        before = text[max(0, match.start() - 70) : match.start()]
        if 8 <= digits <= 15 and (_CALLS.search(before) or match[0].startswith("+")):
            return match[0].strip()
    return ""


def is_virtual(place: str) -> bool:
    """Whether a location is no place to go to: "Microsoft Teams Meeting"."""
    return bool(_NOT_A_PLACE.match(place))


def place_in(text: str) -> str:
    """The address or the room, as the text has it; links are no place."""
    for match in _LABELLED.finditer(text):
        place = match["place"].strip(" *.")
        if _NOT_A_PLACE.match(place) or "://" in place:
            continue
        more = (match["more"] or "").strip(" *.")
        both = f"{place}, {more}" if more and re.search(r"\d", more) else place
        return both.replace(",,", ",")
    address = _ADDRESS.search(text)
    if address:
        house = _house_before(text, address.start())
        street = _without_the_rest(address[0])
        town = _TOWN.match(text, address.start() + len(street))
        return house + street + (f", {town['town'].strip()}" if town else "")
    if coded := _POSTCODE.search(text):
        return coded["place"].strip()
    if named := _NAMED_PLACE.search(text):
        return named["place"]
    office = _AT_OFFICE.search(text)
    named = office and re.search(r" [A-Z]", office["place"])
    return _without_the_rest(office["place"]).strip() if office and named else ""


def _house_before(text: str, at: int) -> str:
    """The house or the company in front of a street: "Harborline House, 12 Quay Road"."""
    house = _HOUSE.search(text[max(0, at - 110) : at])
    if house is None:
        return ""
    return house["house"] or f"{house['line'].strip(' ,')}, "


def _without_the_rest(words: str) -> str:
    """The address without the sentence that goes on behind it."""
    return _GOES_ON.split(words, maxsplit=1)[0].strip(" ,")
