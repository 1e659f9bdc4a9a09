# What the language that is none writes its own way: see pseudo.rs.
date = { $day }. { $month } ’{ $year }
date-day = { $day }. { $month } ({ $weekday })
date-day-year = { $day }. { $month } ’{ $year } ({ $weekday })
date-moment = { $time } – { $day }
date-near = { $time } – { $day }
time = { $hour }·{ $minute }
list-next = { $list }; { $next }
language-name = English with each letter changed, to find what is not translated
list-parts-next = { $list } / { $next }
range = { $low }~{ $high }
