"""A search told in a few words, and played relative to today.

`story` has the words, `calendar` its days, `acting` plays it through the same actions
people use. `jobs` is the small search for an account that is still empty, `filling`
puts it there and takes it away again; the large one of the demo is in `operations`.
"""

from __future__ import annotations
