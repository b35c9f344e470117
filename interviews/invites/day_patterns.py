"""How days are written, in four languages: what a day is read by."""

from __future__ import annotations

import re

from interviews.invites.tongue import (
    MONTHS,
    NUMBERS,
    ORDINAL_DAYS,
    RELATIVE_DAYS,
    SHORT_WEEKDAYS,
    WEEKDAYS,
    any_of,
)

_WD = rf"(?P<wd>(?:{any_of(WEEKDAYS, SHORT_WEEKDAYS)})(?![^\W_]))\.?"
_LEAD = rf"(?:\b{_WD}[,\s(]*\s?(?:(?:the|den|dem|der|le|el|día|on)\s+)?)?"
_DAY = r"(?P<d>0?[1-9]|[12]\d|3[01])(?P<ord>\s?(?:st|nd|rd|th)\b|er\b|º|ª|\.)?"
_MON = rf"(?P<m>(?:{any_of(MONTHS)})(?![^\W_]))\.?"
_YEAR = r"(?:,?\s*(?:de\s+|del\s+)?(?P<y>20\d\d|['’]\d\d)(?!\d))?"
_FLAGS = re.IGNORECASE

DAY_MONTH = re.compile(
    rf"{_LEAD}(?<![\d:.,/]){_DAY}[\s-]*(?:of\s+|de\s+)?{_MON}-?{_YEAR}", _FLAGS
)
MONTH_DAY = re.compile(
    rf"{_LEAD}\b{_MON}\s*{_DAY}(?!\d|[:/]\d|\s*[ap]\.?m\b|\s?h\b){_YEAR}", _FLAGS
)
ISO = re.compile(
    rf"{_LEAD}(?<![\d/.-])(?P<y>20\d\d)(?P<sep>[-/.])(?P<m>\d\d?)(?P=sep)"
    r"(?P<d>\d\d?)(?![\d/-])",
    _FLAGS,
)
NUMERIC = re.compile(
    rf"{_LEAD}(?P<by>\b(?:am|den|dem|vom|le|el)\s+)?(?<![\d/.:€$£+-])"
    r"(?P<a>[0-3]?\d)(?P<sep>[/.-])(?P<b>[0-3]?\d)"
    r"(?:(?P=sep)(?P<y>20\d\d|\d\d)(?![\d:])|(?P<dot>\.)(?!\d)|(?![\d/.]\d|\d|%))"
    r"(?!\s*(?:[ap]\.?m\b|uhr\b|h\b|hrs\b))",
    _FLAGS,
)
IN_WORDS = re.compile(
    rf"{_LEAD}(?:\b{_MON}\s+(?:the\s+)?(?P<after>{any_of(ORDINAL_DAYS)})"
    rf"|\b(?P<before>{any_of(ORDINAL_DAYS)})\s+(?:of\s+)?{_MON.replace('<m>', '<m2>')})"
    r"(?![^\W_])(?!\s+(?:round|interview|stage|call))",
    _FLAGS,
)
WEEKDAY_AND_DAY = re.compile(
    rf"\b(?:(?:próximo|proximo|prochain|nächsten|kommenden|diesen|this|next|coming)\s+)?{_WD},?\s+(?:the\s+|den\s+|le\s+|el\s+)?(?P<d>[0-3]?\d)"
    r"(?:st|nd|rd|th|er|\.(?=\s)|(?=\s*(?:à|um|a las|at|from|between|de|or|and|oder|und|ou|o|y)\b)|(?=\s?(?:,|@|&|\(|\n|$)))"
    r"(?!\s*[:h]\d)",
    _FLAGS,
)
THE_DAY = re.compile(
    r"\bthe\s+(?P<d>[0-3]?\d)(?:st|nd|rd|th)\b(?!\s+(?:and|or|of)\s+\w+\s+(?:round|interview|stage|call|meeting))"
    r"(?=\s*(?:[,.;!?)\n–@-]|$|(?:at|from|or|and|around|between|in the|works?|is|instead|\d{1,2}[:.]?\d?\d?\s?[ap]m)\b))"
    r"|\b(?:on|for)\s+the\s+(?P<on>[0-3]?\d)(?:st|nd|rd|th)\b"
    r"(?!\s+(?:floor|round|interview|stage|street|avenue|of|grade|year|edition|annual|anniversary)\b)"
    r"|\bam\s+(?P<am>[0-3]?\d)\.(?=\s+(?:um|ab|von|gegen)\b)"
    r"|\b(?:le|el(?: día)?)\s+(?P<le>[0-3]?\d)(?=\s+(?:à|a las?|de \d))",
    _FLAGS,
)
NEXT = (
    r"next week,?(?: on)?|nächste woche,?(?: am)?|next|nächste[nrs]?|naechste[nrs]?|kommende[nrs]?|prochain|"
    r"próximo|proximo|que viene"
)
NEXT_WEEK = re.compile(r"next week|woche|semaine|semana")
_THIS = r"this(?:\s+coming)?|coming|upcoming|diese[nrs]?|ce|este"
LAST = r"last|letzte[nrs]?|vergangene[nrs]?|el pasado"
# "Thursday week" is the Thursday after the next one.
_LATER = r"(?P<later>an?|one|two) (?P<unit>weeks?|fortnight) (?:on|from|this|after)"
WEEKDAY = re.compile(
    rf"(?:\b(?P<mod>{NEXT}|{_THIS}|{_LATER}|{LAST})\s+)?\b(?P<wd>(?:{any_of(WEEKDAYS)})(?![^\W_]))"
    r"(?:\s+(?P<after>prochain|que viene|(?:of )?next week|(?:in der |der )?nächster? woche"
    r"|(?:de )?la semaine prochaine|de la (?:próxima semana|semana que viene))"
    r"|,?\s+(?P<week>week|in einer woche|en huit)\b(?! (?:of|commencing|beginning))"
    r"|,?\s+(?P<fortnight>fortnight|in zwei wochen|en quinze)\b)?",
    _FLAGS,
)
# "a week tomorrow", "heute in zwei Wochen".
WEEKS_AWAY = re.compile(
    r"\b(?P<n>a|one|two|three|[1-4])\s(?P<unit>weeks?|fortnight)\s(?:from\s)?(?P<base>today|tomorrow|now)\b"
    r"|\b(?P<base2>today|tomorrow|heute|morgen)\s(?:(?P<week>week\b|in einer woche)|in zwei wochen)",
    _FLAGS,
)
RELATIVE = re.compile(
    rf"(?<![^\W_])(?P<word>{any_of(RELATIVE_DAYS)})(?![^\W_])"
    rf"|\bin\s+(?P<n>\d{{1,2}}|{any_of(NUMBERS)})\s+(?P<unit>days?|weeks?|tagen?|wochen?)\b"
    r"|(?<!guten )(?<!heute )(?P<morgen>\bmorgen\b(?!s))"
    r"|(?<!la )(?P<manana>\bmañana\b)"
    r"|\bdans\s+(?P<jours>\d{1,2})\s+jours\b|\ben\s+(?P<dias>\d{1,2})\s+días\b",
    _FLAGS,
)
