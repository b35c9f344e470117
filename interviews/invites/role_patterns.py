"""Where a role stands in a message, and how much that says."""

from __future__ import annotations

import re

from interviews.invites.jobs import JOB_WORD
from interviews.invites.names import UPPER

_FLAGS = re.IGNORECASE
_TEXT = r"(?P<role>[^\n.,;:!?\"“”()|<>]{2,70}?(?:\((?!req|ref|#)[^)\n]{1,24}\))?)"
NOUN = (
    r"(?:role|position|post|job|opening|vacancy|opportunity|posting|internship|apprenticeship|placement|requisition|spot|gig|competition|traineeship"
    r"|stelle|position|poste|puesto|posición|plaza|cargo|vacante|emploi|stellenangebot)"
)
_STOP = (
    r"(?= (?:at|with|within|in|on|here|and|will|is|has|that|which|as|to|from|we|you|bei|beim|chez|en|au|à|zu|und|am|einladen|eingeladen|kennen|ein|el|le|you|please|for|this|next|has|team)\b| y (?:queremos|nos|te|le|quisiéramos)\b| et (?:nous|souhaitons)\b"
    r"|[\n.,;:!?\"“”()|<>–—]| - |$)"
)
_ART = r"(?:the |our |their |his |her |a |an |this |your |ihrer? |der |die |das |le |la |un |une |el |una |dem )?"
A_NOUN = re.compile(rf"{NOUN}|loop", _FLAGS)
# How much each way to name a role says, how it is, and whether it needs a noun: then it
# is looked for in the lines that have one, which is most of the work saved.
IN_WORDS = [
    (weight, re.compile(pattern, _FLAGS | re.MULTILINE), needs_noun)
    for weight, pattern, needs_noun in (
        (10, rf"^[ \t*•|-]*(?:job title|{NOUN}(?: title| applied for)?|job requisition|stellenbezeichnung|intitulé(?: du poste)?|cargo)[ \t*]*(?:[:\uff1a|=]|[-–—] )[ \t*]*(?P<role>[^\n|<>()]{{2,70}}?)(?= ?\n| at | with | – | - |, \d|\||\(| {{2,}}| ?$)", False),
        (10, rf"^[ \t*•|-]*(?:job title|{NOUN}) {{2,}}{_TEXT}(?=\n|,| {{2,}}|$)", False),
        (7, rf"\bappl(?:y|ying|ied|ication) to (?:be|become|join us as) (?:our |an? |the ){_TEXT}{_STOP}", False),
        (9, rf"\b{NOUN}:? [\"“„»«](?P<role>[^\n\"“”„«»]{{2,70}})[\"”“«»]", True),
        (7, rf"\b{NOUN} (?:of|as|of an?|als|de|d['’]|du|eines?|einer)(?: an?\b| une?\b| un\b)? ?[\"“„»«]?{_TEXT}[\"”“«»]?{_STOP}", True),
        (6, rf"\b(?:for|about|regarding|in|of|to|re|discuss|für|pour|para|le|el|die|den) {_ART}(?:open |vacant |advertised |new )?[\"“„]?(?P<role>(?-i:[A-ZÀ-Þ0-9])(?:(?! about | regarding )[^\n.,;:!?\"“”]){{1,70}}?)[\"”]?,? (?:{NOUN})\b(?! (?:with|manager))", True),
        (5, rf"\b(?:position|role|stelle|poste|puesto) [\"“„]?(?P<role>(?-i:[A-ZÀ-Þ])[^\n.,;:!?\"“”()]{{2,60}}?)[\"”“]?{_STOP}", True),
        (5, rf"\b(?:the|our|your|this) (?:open |vacant )?[\"“„]?(?P<role>(?-i:[A-ZÀ-Þ])[^\n.,;:!?\"“”]{{1,60}}?)[\"”]? {NOUN}\b", True),
        (4, rf"\b(?:process|proceso|interview(?:ing|ed|s)?|candidate|candidacy|shortlisted|application|applied|applying|appl(?:y|ied)|consider\w*|hiring|looking|vorstellungsgespräch|entretien|entrevista) (?:for|as|to|als|pour|para)(?: the| an?| our| un| une)? {_TEXT}{_STOP}", False),
        (3, rf"\b(?:as|als|comme|como) (?:our |an? |un |une |unser\w* )?(?:new |next |neue[rn]? )?(?P<role>(?-i:[A-ZÀ-Þ])[^\n.,;:!?\"“”()]{{2,60}}?(?:\([^)\n]{{1,20}}\))?){_STOP}", False),
        (3, r"\bthe (?P<role>(?-i:[A-ZÀ-Þ])[^\n.,;:!?\"“”()]{2,50}?) (?:interview|vacancy|hire|search|process)\b", False),
        # (m/w/d) and (H/F) stand behind what a job is called, and nowhere else.
        (9, rf"(?P<role>(?-i:[{UPPER}])[\w&/+.-]{{0,40}}(?:[ ](?:(?:im|in|für|der|und|&|de|en|of|and|d['’]|du|des)[ ])?[\w&/+.-]{{1,40}}){{0,5}}?),? ?(?<!\w)\(?(?:m/w/[dx]|w/m/[dx]|d/m/w|m/f/[dx]|f/m/[dx]|h/f|f/h|m/w|w/m|all genders|gn)\)?(?!\w)", False),
        (7, r"\b(?:position|role|post|designation|job title|stelle|poste|puesto|vacante|vacancy)[ ]?(?::|[-–] )[ ]?(?P<role>[^\n.,;:()|]{3,60})", False),
        (8, rf"\b(?:zur|für die|auf die|für den|zum) (?:stelle|position|job)(?: als| der| des| eine[rs])? {_TEXT}{_STOP}", True),
        (3, r"\b(?:role|position|job) is (?:the |an? )?(?P<role>[^\n.,;:()|]{3,40}?)(?= just\b| fyi\b| at\b|[\n.,;:()|]|$)", True),
        (5, rf"\b{NOUN} \((?P<role>[^()\n]{{3,60}})\)", True),
        (3, r"(?:^|[.!?] |\b(?:the|your|full|attached) )(?P<role>(?-i:[A-ZÀ-Þ])[\w&/+'-]{1,40}(?: [\w&/+'-]{1,40}){0,3}?) (?:(?:job|role) )?(?:spec(?:ification)?|jd|description) (?:is |was |re-?)?(?:attached|enclosed|below|again)", False),
        # As applicant systems put its number behind it.
        (4, r"^[ \t]*(?P<role>(?:(?! [-–—] )[^\n()]){3,70}?)(?: [-–—] [^\n()]{2,40})? \((?:R|JR|REQ)-?\d{3,}\)", False),
        (3, r"^\((?P<role>[^()\n]{3,60})\)$", False),
        (4, r"\bcandidature (?:d['’]|de |comme |en tant que |pour (?:le |un )?)(?P<role>[^\n.,;:!?()]{3,50}?)(?= (?:chez|au|à|nous|a|dans)\b|[\n.,;:!?()]|$)", False),
        (3, r"^(?:re|regarding|betreff|betrifft|objet|ref|asunto|subject)[ ]?:[ ]?(?P<role>[^\n:|]{3,60})$", False),
        (3, r"\b(?:interview|screen|call|entretien|entrevista|gespräch|meeting|chat)s? \((?P<role>[^()\n]{3,60})\)", False),
        (2, rf"\bfor (?:the |our |an? )?(?P<role>(?-i:[{UPPER}])[\w&/+#'-]*(?: (?:of |and |& |in )?[\w&/+#'-]+){{0,5}}?)(?= (?:at|with|on|is|here|has|role|in|via|as)\b| \(| [-–—]|[.,;:!?\n]|$)", False),
        (2, rf"\b(?:your|the|our|this|ihr|votre|tu|su|for) (?P<role>(?:[\w&/+#'-]{{1,40}} ){{0,4}}?(?:{JOB_WORD})) (?:interview|conversation|screen|screening|loop|call|onsite|process|chat|candidate|search|hiring)s?\b", False),
        (3, rf"(?:^|[(:,–-] ?|[.!] |\b(?:for|about|the|our|your|this|an?|re|of|to|regarding|with|discuss) )(?P<role>(?:(?!(?:for|the|our|about|an?|your|this|with|to|of|and|is|on|at)\b)[\w&/+#'-]{{1,40}} ){{0,4}}?(?:{JOB_WORD})s?(?: [IVX]{{1,3}}| \d)?) (?:{NOUN}|loop)\b", True),
        (4, rf"\b(?:poste|puesto|emploi|position|stelle|cargo|vacante)[ ]?(?:d['’]|de |als |:)?(?P<role>(?:{JOB_WORD})[^\n.,;:!?()]{{0,40}}?)(?=[ ]?[\n.,;:!?()]|$)", True),
    )
]  # fmt: skip
