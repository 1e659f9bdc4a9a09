# What is said beside a field whose date can't be used.
typed-not-a-date = Write the date as year, month and day, like 2026-12-05, or the day first, like 5.12.2026.
typed-which-day = { $typed } can be two days. Write { $one } or { $other }.
typed-parts = Write the day, the month and the year as numbers, like 5, 12, 2026.
typed-year = Write the year with four digits, like 1990.
typed-no-such-day = That date does not exist. { $month } { $year } has { $days } days.
typed-ahead = That day is still to come. Choose today or a day before.
typed-over = That day is over. Choose today or a day to come.
typed-long-ago = That is too long ago. Is the year right?
typed-far-ahead = That is too far ahead. Is the year right?
typed-before-birth = That is before you were born. Which of the two dates is right?
typed-day = Day
typed-month = Month
typed-year-word = Year
note-too-long = This has { $n } letters, and { $most } can be kept. Shorten it; nothing was cut and nothing was saved yet.
note-limit = You can write up to { $most } letters.
typed-choose = That is not one of the answers. Choose one of those that are here.
typed-overtaken = This was changed in the meantime, in another window or by somebody else. Nothing of that was overwritten. What you typed is still here. Look at both, then save once more to put yours in its place.
