# Days, times, units and lists as people say them; the months' names stand with the protocol's texts.
# The language in its own words.
language-name = English
date = { $day } { $month } { $year }
date-day = { $weekday } { $day } { $month }
date-day-year = { $weekday } { $day } { $month } { $year }
date-moment = { $day }, { $time }
date-near = { $day } { $time }
time = { $hour }:{ $minute }
unit-mm = { $n } mm
# How a list goes on with its next thing; and with the next of parts that hold commas themselves.
list-next = { $list }, { $next }
list-parts-next = { $list }; { $next }
# From one number to another.
range = { $low }–{ $high }
range-words = { $low } – { $high }
less-than = <{ "\u00A0" }{ $n }
date-month = { $day } { $month }
date-year = { $month } { $year }
today = today
tomorrow = tomorrow
yesterday = yesterday
# The same at the head of something.
today-head = Today
tomorrow-head = Tomorrow
yesterday-head = Yesterday
weekday-1 = Mon
weekday-2 = Tue
weekday-3 = Wed
weekday-4 = Thu
weekday-5 = Fri
weekday-6 = Sat
weekday-7 = Sun
month-short-1 = Jan
month-short-2 = Feb
month-short-3 = Mar
month-short-4 = Apr
month-short-5 = May
month-short-6 = Jun
month-short-7 = Jul
month-short-8 = Aug
month-short-9 = Sep
month-short-10 = Oct
month-short-11 = Nov
month-short-12 = Dec
