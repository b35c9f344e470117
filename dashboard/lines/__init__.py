"""The list of Today: overdue, today, this week, each line with what to do about it."""
