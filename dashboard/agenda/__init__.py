"""The calendar: rounds, what is owed and days to keep, by month and by week."""
