# Sentences that belong to no single entry: the verdict, what a clinic could do, dates and lengths of time.

verdict-proceed = You can go ahead.
verdict-proceed-with-care = You can go ahead, with care.
verdict-wait-until = Not now: wait until { $until }.
verdict-ask-clinician-home = Ask a clinician first.
verdict-ask-clinician-clinic = Ask a doctor or prescriber first.
verdict-do-not-home = Please don’t needle at home now.
verdict-do-not-clinic = Please don’t be needled now.

alternative-clinic = A clinic
    .because = In a clinic the same answers lead to: { $verdict }
    .caveat = The practitioner asks again and looks at the skin before deciding.

question-needle-length = How long are the needles of your device?
    .why = How deep needles go decides where they may be used, and by whom.
    .unknown = Needles of an unknown length count as too long.
    .find-out = The length is printed on the roller or its box, in millimetres.

# Dates and lengths of time.

month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December

wait-minute = { $n ->
    [one] { $n } minute
   *[other] { $n } minutes
}
wait-hour = { $n ->
    [one] { $n } hour
   *[other] { $n } hours
}
wait-day = { $n ->
    [one] { $n } day
   *[other] { $n } days
}
wait-week = { $n ->
    [one] { $n } week
   *[other] { $n } weeks
}
wait-month = { $n ->
    [one] { $n } month
   *[other] { $n } months
}
wait-year = { $n ->
    [one] { $n } year
   *[other] { $n } years
}
