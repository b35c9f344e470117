"""What is said around times that are offered to choose from."""

from __future__ import annotations

import re

_FLAGS = re.IGNORECASE
CHOOSE = re.compile(
    r"\bwhich (?:of|one|time|slot|day|date|works|would|suits)|\beither\b|\boptions?\b|\b(?:any|one) of (?:these|the following|them)"
    r"|let (?:me|us) know (?:which|what|if (?:any|one))|\bprefer|your availability|\b(?:top|first|preferred) (?:choice|slot|time)|\bopenings (?:on|for|at|this|next)|\bpick (?:one|a|whichever)|\bchoose|\bwhichever"
    r"|(?:following|these|few|some|several|couple of|two|three|four) (?:\w+ )?(?:times|slots|dates|options|windows)|time slots?\b"
    r"|welche[rs]? (?:termin|zeit)|terminvorschl|zur auswahl|folgende termine|disponib|convien|laquelle|lequel|préfér"
    r"|qué (?:día|hora|horario)|cuál|opciones|propuestas",
    _FLAGS,
)
AVAILABLE = re.compile(
    r"\b(?:your|share|send|some|any|our) (?:\w+ )?availabilit|\bavailabilit(?:y|ies)\b|\bare you (?:free|available|around)\b|\bwhen (?:you are|you're|are you) (?:free|available)"
    r"|\bany ?time\b|\bwindows?\b|\btime that (?:works|suits)|\bworks? (?:best )?for you\b|disponibilit|disponible|verfügbar|zeitfenster|hätten sie zeit|hast du zeit",
    _FLAGS,
)
