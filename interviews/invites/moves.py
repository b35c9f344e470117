"""The verbs by which a meeting is moved, told from words that only look like them."""

from __future__ import annotations

_IT = (
    r"(?:it|this|that|the|yours?|ur|our|his|her|my|things|everything"
    # "push Tuesday 20 April's interview"
    r"|[^.,\n]{1,24}?['’]s)"
)
# Not the shift somebody works, a change manager, or "we look forward".
MOVED = (
    r"(?:moved|reschedul\w+|postpon\w+|pushed|bumped|shifted|changed"
    rf"|(?:mov|push|bump|shift|chang)(?:e|ing)? (?:back |forward |up )?{_IT}"
    rf"|brought forward|(?:bring|bringing|brought) {_IT} (?:\w+ ){{0,3}}?forward)"
)
