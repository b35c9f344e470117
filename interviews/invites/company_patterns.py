"""Where a company's name stands in a message, and how much that says."""

from __future__ import annotations

import re

from interviews.invites.jobs import ROLE_WORD
from interviews.invites.names import NAME, UPPER
from interviews.invites.organised import SUFFIX

_FLAGS = re.IGNORECASE
_WORD = rf"(?-i:[{UPPER}0-9][\w&'’+-]{{0,40}}(?:\.(?:[a-z]{{2,4}}|[A-Z])\b)?)"
COMPANY = (
    rf"(?P<company>(?:(?-i:St|Mt)\. )?{_WORD}(?: (?:(?:&|and|of|the|de|del|des|du|la|und|et|y|von|am|im|for) ){{0,2}}{_WORD}){{0,4}}"
    rf"(?:,? (?-i:{SUFFIX})(?!\w))?|(?-i:[a-z][\w-]*\.(?:io|ai|com|co|dev|app))\b)"
)
_JOB = (
    rf"role|position|opening|vacancy|opportunity|job|team|interview(?:ing|s)?|application|working|work|careers?|life|candidacy|stelle|poste|puesto|internship|process|conversation|chat|meeting|call|candidature|post"
    rf"|stage|round|visit|day|everyone|folks|crew|colleagues|gespräch|entretien|entrevista|programme|place|{ROLE_WORD}"
)
# Behind a word for a job, of which there are hundreds: looked for in such lines only.
BEHIND_JOB = re.compile(
    r"^.* (?:at|for|bei|chez|with) .*$", re.IGNORECASE | re.MULTILINE
)
_LABEL = r"^[ \t*•>|-]*(?:company|client|our client|employer|organi[sz]ation|school|property|institution|practice|unternehmen|firma|kunde|arbeitgeber|entreprise|société|client final|empresa|cliente)"
_FROM = r"(?:from|of|at|with|over at|von(?: der| dem)?|vom|de|du|de la|chez|bei(?: der| dem)?|@)"
_SELF = r"(?:it['’]?s|this is|i['’]m|i am|my name is|hier ist|hier spricht|ich bin|mein name ist|ici|c['’]est|je suis|je m['’]appelle|soy|me llamo|mi nombre es)"
# How much each way to name a company says, how it is, and whether behind a job.
IN_WORDS = [
    (weight, re.compile(pattern, _FLAGS | re.MULTILINE), ROLE_WORD in pattern)
    for weight, pattern in (
        (12, rf"{_LABEL}[ \t]*(?:[:\uff1a|=]|[-–—] | is |ist )[ \t]*{COMPANY}"),
        (12, rf"\b(?:client (?:is|=|:)|(?:with|for|at) (?:the |end )?client,?|our client,?|my client,?|on behalf of(?: our client,?)?|unser(?:en|em)? kunden?,?|notre client,?(?: la société| le groupe| l['’]entreprise)?|nuestro cliente,?) {COMPANY}"),
        (7, rf"\b{_SELF} (?-i:{NAME}),?(?: here)?(?: \w+)? {_FROM} (?:the )?{COMPANY}"),
        (7, rf"(?:^|[.!,:?] )(?-i:{NAME}) {_FROM} (?:the )?{COMPANY} here\b"),
        (7, rf"(?:^|[.!,:?] )(?-i:{NAME}),? here (?:from|at|of) (?:the )?{COMPANY}"),
        (6, rf"\b(?:l['’](?:attention|équipe)|la part|au sein) d(?:e l['’]|e la |u |e |['’]){COMPANY}"),
        (6, rf"^[ \t]*{COMPANY} [|·–—-] (?:portal (?:de|del) (?:empleo|candidat\w+|trabajo)|espace candidat\w*|portail (?:de recrutement|candidat\w*|emploi)|karriereportal|bewerberportal|bewerbungsportal)"),
        (6, rf"\b(?:te|le) escribo (?:de|desde) {COMPANY}"),
        (6, rf"\b(?:je (?:vous|t['’]) ?(?:écris|contacte) (?:de|pour|de la part de)|ich (?:schreibe|melde mich) (?:\w+ )?(?:von|für)|i(?:['’]m| am) (?:recruiting|hiring|reaching out|writing|calling|getting in touch) (?:for|from|at|on behalf of)|i recruit (?:for|at)|i work (?:for|with|at|on)) (?:the )?{COMPANY}"),
        (6, rf"\bau sein d(?:e l['’]|e la |u |e |['’]|es ){COMPANY}"),
        (5, rf"\b(?:role|position|post|job|vacancy|stelle|poste|puesto|interview) \({COMPANY}[,)]"),
        (4, rf"\b(?:with|at|bei|chez|en) {COMPANY} (?:has been|have been|is|was|are) (?:now )?(?:booked|scheduled|confirmed|arranged|set|cancell?ed|moved|rescheduled|in)\b"),
        (3, rf"\b(?:with|w/?) {COMPANY}"),
        (6, rf"(?:^|[.!,:?] )(?-i:{NAME}) from {COMPANY}(?=[.!])"),
        (3, rf"(?:^|[—–] ){COMPANY} here[.,!]"),
        (5, rf"^[ \t]*(?:(?:el|l['’]|your|the|das|dein|ihr|votre|tu) ?)?(?:equipo(?: de (?:selección|talento|reclutamiento|rr\.? ?hh\.?))?|équipe(?: recrutement| rh)?|(?:recruiting |hiring |talent )?team) (?:de la |de |d['’]|du |von |vom |at |of |bei )?{COMPANY}"),
        (6, rf"\b(?:i|we) (?:lead|run|head|do|handle|look after) (?:the )?(?:hiring|recruiting|recruitment|talent|people) (?:for|at) (?:the )?{COMPANY}"),
        (4, rf"\((?:R|JR|REQ)-?\d{{3,}}\)\n{COMPANY}$"),
        (6, rf"\b(?:post|position|role|job) (?:of|as) [^\n.;:]{{3,60}}? (?:with|at) (?:the )?{COMPANY}"),
        (6, rf"\b(?:intro(?:ductory)?|screening|phone|video|discovery) (?:call|chat|interview) [-–—|] {COMPANY}[ \t]*$"),
        (4, rf"\({COMPANY}, (?=[^()\n]{{0,60}}\d)"),
        (5, rf"(?<![\w.])@{COMPANY}"),
        (4, rf"\b(?:with|for) {COMPANY} ?(?:\(|:|!)"),
        (6, rf"^{COMPANY}(?: [-–—|:]| )? ?(?:candidate|careers?|applicant|recruiting|recruitment|jobs?)[ -](?:portal|site|home|hub|page|centre|center)\b"),
        (3, rf"(?:^|[.!?] )(?:the )?{COMPANY} (?:has|have|had to|will|uses?|offers?|thanks|is (?:growing|looking|hiring|interested|pleased|delighted|excited)|was (?:\w+ )?(?:impressed|pleased|delighted))\b"),
        (4, rf"^{COMPANY}(?=[ ,]*\n[^\n]{{0,30}}\d)"),
        (12, rf"^[ \t*•|-]*(?:company|employer|organi[sz]ation) {{2,}}{COMPANY}"),
        (6, rf"\b(?:{_JOB}) (?:here )?(?:at|bei(?: der| dem| den)?|chez|with)(?: the)? {COMPANY}"),
        (5, rf"\b(?:interest in(?: joining| working (?:at|for|with))?|appl(?:y|ied|ying|ication) (?:to|at|with)|on behalf of|joining|welcome to|greetings from|here at|we at|us at|those at|all at|of us at|(?:search |hiring |selection )?(?:committee|board) at|team at|office of|considering|recruit\w* (?:at|for)|i(?:'m| am) \w+(?: \w+)?,? (?:from|with|at)|back to|visit(?:ing)?(?: us at)?|bei der|bei den|bei|chez|@|en) (?:the )?{COMPANY}"),
        (4, rf"\b(?:interview\w*|call|chat|conversation|round|meeting|screen|stage|gespräch|entretien|entrevista)s? (?:with|mit|avec|con|en|at|bei|chez)(?: the)? {COMPANY}"),
        (6, rf"\b(?:the|your|our) {COMPANY} (?:(?:talent|recruiting|recruitment|hiring|hr|people|careers|graduate|early careers) )(?:acquisition )?(?:team|programme|department)\b"),
        (5, rf"\b(?:{ROLE_WORD}) (?:for|at) (?:the )?{COMPANY}"),
        (4, rf"\b(?:shortlisted|selected|invited|interviewed|longlisted) by {COMPANY}"),
        (4, rf"\bat (?:the )?{COMPANY}\b(?<!House)(?<!Building)(?<!Tower)(?<!Hall)(?<!Plaza)(?!,? (?-i:[A-Z]))"),
        (4, rf"\b{COMPANY} (?:wants? to|would like|have asked|has asked|have shortlisted|has shortlisted|were? (?:really )?impressed|loved|liked|really liked)\b"),
        (3, rf"\bfrom (?:the )?{COMPANY} (?:will|would|has|is|wants?|are|have)\b"),
        (3, rf"(?:^|: ){COMPANY}, \d{{1,5}}\b"),
        (3, rf"\b(?:within|inside|across|invite from|invitation from|e?mail from|message from|hear from) {COMPANY}"),
        (5, rf"\b(?:for|of|at|from) {COMPANY} (?:careers|recruit\w+|talent|hr|hiring)\b"),
        (5, rf"\b(?:at|with|join|from) (?:the )?{COMPANY} (?:crew|team|family)\b"),
        (5, rf"\b{COMPANY} (?:would like to|would love to|is (?:pleased|delighted|happy|excited|hiring|inviting(?! you to a scheduled))|are (?:pleased|delighted|happy|excited)|invites you|has invited|lädt|interview (?:invitation|confirmation|with|schedule|day|process|loop)|was impressed|were impressed)\b"),
        (6, rf"^\W{{0,12}}{COMPANY}[ \t]?(?::|[-–—|])[ \t]?(?:your|reminder|interview|phone|video|virtual|onsite|final|second|invitation|confirm|next|application|hi |hello|dear)"),
        (5, rf"^[^\n]{{0,60}}\b(?:interview|schedule|agenda|onsite|on-site|confirm\w*|round|entretien|gespräch|entrevista)\b[^\n]{{0,40}}?[,:/|–—-] {COMPANY}[ \t]*(?:\(|$)"),
        (4, rf"(?:[(,]|(?<!\w)@|\bfrom)[ ]?{COMPANY}[)]?\s*\Z"),
        (5, rf"(?<!\d )(?<![\w-])(?P<company>{_WORD}(?: (?:(?:&|und|and) )?{_WORD}){{0,4}},? (?-i:{SUFFIX}))(?!\w)"),
        (3, rf"^{COMPANY} (?:recruit\w+|talent(?: acquisition)?|careers|resourcing|hr|people|hiring|human resources|personnel)(?: team)?[ \t]*$"),
    )
]  # fmt: skip
IN_SUBJECT = [
    (weight, re.compile(pattern, _FLAGS), False)
    for weight, pattern in (
        (5, rf"\b(?:interview|meeting|call|chat|conversation|round|screen|screening|stage|kennenlerngespräch|vorstellungsgespräch|gespräch|entretien|entrevista|application|opportunity)\w* (?:with|at|bei|mit|chez|con|en)(?: the)? {COMPANY}"),
        (5, rf"\b(?:at|bei|chez|@) {COMPANY}"),
        (4, rf"^(?:(?:re|fwd?|aw|wg|invitation|updated|cancell?ed|confirmed)\W+){{0,2}}{COMPANY}\s*(?:[-–—|:,]|interview\b|second\b|final\b|phone\b|onsite\b)"),
        (4, rf"(?:[-–—|:,/])\s*{COMPANY}\s*(?:\(|$)"),
    )
]  # fmt: skip
# The label alone on the line above, as pages show it.
BELOW_LABEL = re.compile(
    rf"^[ \t]*(?:company|client|employer|organi[sz]ation|unternehmen|firma|arbeitgeber|entreprise|société|empresa|school|trust)[ \t]*\n[ \t]*{COMPANY}[ \t]*$",
    _FLAGS | re.MULTILINE,
)
# A phrase of capitals, to be looked at for words of organisations.
PHRASE = re.compile(
    rf"(?<![\w@.])(?:(?-i:St|Mt)\. )?[{UPPER}][\w&'’+-]{{0,40}}(?: (?:(?:&|and|of|the|de|del|des|der|du|la|für|von) ){{0,2}}[{UPPER}][\w&'’+-]{{0,40}}){{1,5}}(?:,? (?:{SUFFIX})(?!\w))?"
)
