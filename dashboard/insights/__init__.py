"""How the search has gone: figures from what happened, each with its definition."""
