# Sentences that belong to no single entry: the verdict, and what a clinic could do.

verdict-proceed = You can go ahead.
verdict-proceed-with-care = You can go ahead, with care.
verdict-wait-until = Not now: wait until { $until }.
verdict-ask-clinician-home = Ask a clinician first.
verdict-ask-clinician-clinic = Ask a doctor or prescriber first.
verdict-do-not-home = Not for you at home, as things stand.
verdict-do-not-clinic = Not as things stand.

alternative-clinic = A clinic
    .because = In a clinic the same answers lead to: { $verdict }
    .caveat = The practitioner asks again and looks at the skin before deciding.

question-needle-length = How long are the needles of your device?
    .why = How deep needles go decides where they may be used, and by whom.
    .unknown = Needles of an unknown length count as too long.
    .find-out = The length is printed on the roller or its box, in millimetres.
