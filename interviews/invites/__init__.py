"""Reading an invitation as it arrived: .ics, .eml or text, into what it says.

Pure: no models, no database, no network, and no clock but the one it is given.
"""
