"""The library of interview advice and the rules that choose it.

Pure: knows a `Situation`, no models and no other app.
"""
