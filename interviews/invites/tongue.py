"""The words of four languages for days, months and clock times."""

from __future__ import annotations

import re
from itertools import chain

_MONTHS = """
january jan januar jänner janvier janv enero ene
february feb februar februari février fevrier févr fevr febrero
march mar märz maerz mrz mars marzo
april apr avril avr abril abr
may mai mayo
june jun juni juin junio
july jul juli juillet juil julio
august aug août aout agosto ago
september sept sep septembre septiembre setiembre
october oct oktober okt octobre octubre
november nov novembre noviembre
december dec dezember dez décembre decembre déc diciembre dic
"""
_WEEKDAYS = """
monday mon montag lundi lun lunes
tuesday tues tue dienstag mardi martes
wednesday weds wed mittwoch mercredi miércoles miercoles mié
thursday thurs thur thu donnerstag jeudi jueves
friday fri freitag vendredi viernes
saturday sat samstag sonnabend samedi sábado sabado
sunday sun sonntag dimanche domingo
"""
# Short names that are words of their own elsewhere count only in front of a date.
_WEEKDAYS_BEFORE_A_DATE = {
    "mo": 0, "di": 1, "mi": 2, "do": 3, "fr": 4, "sa": 5, "so": 6,
    "lu": 0, "ma": 1, "me": 2, "je": 3, "ve": 4,
    "mar": 1, "mer": 2, "jeu": 3, "jue": 3, "ven": 4, "vie": 4, "sam": 5, "sáb": 5,
    "dim": 6, "dom": 6,
}  # fmt: skip


def _table(words: str) -> dict[str, int]:
    lines = words.strip().splitlines()
    return {word: index for index, line in enumerate(lines) for word in line.split()}


MONTHS = {word: index + 1 for word, index in _table(_MONTHS).items()}
WEEKDAYS = _table(_WEEKDAYS)
SHORT_WEEKDAYS = _WEEKDAYS_BEFORE_A_DATE

# Days from the day it was received.
RELATIVE_DAYS = {
    "today": 0, "tonight": 0, "tomorrow": 1, "tmrw": 1, "tmr": 1, "tomoz": 1, "day after tomorrow": 2,
    "tmrrw": 1, "2moro": 1, "2morrow": 1, "tomorow": 1, "tommorow": 1, "tommorrow": 1, "tomo": 1,
    "yesterday": -1, "day before yesterday": -2, "gestern": -1, "vorgestern": -2, "ayer": -1,
    "this afternoon": 0, "this evening": 0, "this arvo": 0, "cet après-midi": 0, "ce soir": 0, "esta tarde": 0,
    "heute": 0, "übermorgen": 2,
    "aujourd'hui": 0, "aujourd’hui": 0, "demain": 1, "après-demain": 2,
    "hoy": 0, "pasado mañana": 2,
}  # fmt: skip

NUMBERS = {
    "one": 1, "an": 1, "a": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6,
    "seven": 7, "eight": 8, "nine": 9, "ten": 10, "fifteen": 15, "twenty": 20,
    "thirty": 30, "forty-five": 45, "forty five": 45, "forty": 40, "sixty": 60,
    "ninety": 90, "half an": 0,
    "ein": 1, "eine": 1, "einer": 1, "zwei": 2, "drei": 3, "dreißig": 30,
    "une": 1, "un": 1, "deux": 2, "trois": 3, "trente": 30, "quarante-cinq": 45,
    "una": 1, "dos": 2, "tres": 3, "treinta": 30,
}  # fmt: skip


# The day of a month in words: "December third".
ORDINAL_DAYS = {
    word: day
    for day, word in enumerate(
        [
            "first",
            "second",
            "third",
            "fourth",
            "fifth",
            "sixth",
            "seventh",
            "eighth",
            "ninth",
            "tenth",
            "eleventh",
            "twelfth",
            "thirteenth",
            "fourteenth",
            "fifteenth",
            "sixteenth",
            "seventeenth",
            "eighteenth",
            "nineteenth",
            "twentieth",
            "twenty-first",
            "twenty-second",
            "twenty-third",
            "twenty-fourth",
            "twenty-fifth",
            "twenty-sixth",
            "twenty-seventh",
            "twenty-eighth",
            "twenty-ninth",
            "thirtieth",
            "thirty-first",
        ],
        1,
    )
}


def any_of(*tables: dict[str, int]) -> str:
    """An alternation of all words, the longest first."""
    words = sorted(set(chain.from_iterable(tables)), key=len, reverse=True)
    return "|".join(re.escape(word) for word in words)


def language(text: str) -> str:
    """en, de, fr or es: whichever has most of its small words in the text."""
    words = re.findall(r"[^\W\d_]+", text[:6000].casefold())
    counts = {
        name: sum(word in small for word in words) for name, small in _SMALL.items()
    }
    best = max(counts, key=lambda name: counts[name])
    return best if counts[best] else "en"


_SMALL = {
    "en": {"the", "and", "you", "your", "we", "will", "with", "for", "our", "to", "of", "at", "is", "be", "please"},
    "de": {"der", "die", "das", "und", "sie", "wir", "ihr", "ihre", "mit", "für", "uns", "zu", "ist", "ein", "eine", "am", "uhr", "zum", "ihnen", "bitte"},
    "fr": {"le", "la", "les", "et", "vous", "nous", "votre", "avec", "pour", "une", "des", "est", "dans", "sur", "du", "au", "merci", "entretien"},
    "es": {"el", "los", "las", "y", "usted", "nos", "con", "para", "una", "que", "su", "en", "por", "del", "le", "gracias", "entrevista", "nuestro"},
}  # fmt: skip
