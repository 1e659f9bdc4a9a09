# The aftercare sheet, as PDF.
sheet-title = Aftercare
sheet-session = Session on { $date }, { $time }: { $length } mm, { $areas }
sheet-foot = Made on { $date } after the protocol { $name } { $version }. It does not replace a doctor’s or practitioner’s advice.
sheet-do = Do
sheet-avoid = Avoid
sheet-until = Until { $until }: { $what }
sheet-from-until = { $from } – { $until }: { $what }
sheet-at-once = the start
sheet-again = When again?
sheet-from = From { $from }: { $what }
sheet-from-calm = From { $from }, on calm skin: { $what }
sheet-course = What is usual
sheet-course-what = Scores from 0 (none) to 10 (the most you can imagine). A range, not a promise; drawn between published durations. Where nothing stands, the sign is not usual.
sheet-days = Day
sheet-dates = Date
sheet-warnings = Warning signs
sheet-level = { $level }: { $signs }. { $action }
sheet-from-day = { $sign } (from day { $day })
sheet-lasting = Worse after day 3, or still there after day 7: contact your practitioner or a doctor.
sheet-next-window = The next session: not before { $from }, best by { $by }, and only on calm skin.
sheet-next-none = The next session: none is planned. Answer the questions again first, and only on calm skin.
sheet-sources = Who says so
sheet-more = Every reason, and who disagrees, is on the page “Protocol and sources”.

sheet-none-what = There is no session yet
sheet-none-why = The sheet counts from a session that was done and recorded.
sheet-none-next = Record your session first; the sheet is ready right after.
