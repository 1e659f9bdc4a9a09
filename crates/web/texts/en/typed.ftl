# What is said beside a field whose date can't be used.
typed-not-a-date = Write the date as year, month and day, like 2026-12-05.
typed-no-such-day = That date does not exist. { $month } { $year } has { $days } days.
typed-ahead = That day is still to come. Choose today or a day before.
typed-over = That day is over. Choose today or a day to come.
typed-long-ago = That is too long ago. Is the year right?
note-too-long = This has { $n } letters, and 4,000 can be kept. Shorten it; nothing was cut and nothing was saved yet.
