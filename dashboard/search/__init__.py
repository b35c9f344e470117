"""Search over everything the owner has, the guidance, and what can be done."""
