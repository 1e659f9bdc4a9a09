# The sheet for the doctor: a page, and the same on paper.
handover-title = For the doctor
handover-why = What a doctor asks about first, from your record. Read it before you hand it over.
handover-pdf = Open it as PDF
handover-foot = Made on { $date } from what was noted at home, protocol { $name } { $version }. It is no diagnosis.
handover-born = born { $day }
handover-skin = skin type { $n } of 6
handover-home = needles at home
handover-clinic = is needled in a clinic
handover-unknown = Not known: something of it can’t be read.
handover-gaps = Some entries of this record can’t be read. This sheet is not the whole of it.

handover-now = How it stands now: { $level }
handover-signs = Warning signs
handover-signs-none = None was reported.
handover-sign = { $sign }: { $days ->
    [0] reported on { $first }
   *[1] first reported on { $first }, last on { $last }
}.
handover-sign-open = { $said } Nobody has looked at it yet.

handover-sessions = Sessions
handover-sessions-none = None is on record.
handover-sessions-earlier = { $n ->
    [one] One earlier session is on record.
   *[other] { $n } earlier sessions are on record.
}
handover-session-day = When
handover-session-needles = Needles
handover-session-where = Where
handover-session-passes = Passes
handover-session-device = Device
handover-mm = { $mm } mm
handover-by-part = as named
handover-not-noted = not noted
handover-device = { $kind }, { $needles } needles

handover-healing = How the skin healed
handover-healing-none = There was no check-in in the last eight weeks.
handover-healing-what = Scores of their own, from 0 (none) to 10 (very strong), in the last eight weeks. Upright lines are sessions.
handover-never = Never above 0: { $names }.
handover-chart = { $sign }: { $n } check-ins, at most { $highest } of 10, at last { $last }.
handover-note = { $day }: { $note }

handover-answers = Answers that may matter
handover-answers-none = Every question was answered with no.
handover-answers-open = Not every question is answered yet.
handover-answer = { $asked } { $answer }
handover-said = What clinicians said before
handover-ask = Questions to ask
handover-ask-healing = Does it heal as it should, or does it need treatment?
handover-ask-again = May the needling go on: with which needles, and from when?
handover-ask-about = “{ $rule }”: may this skin be needled at home?
handover-photos = Photos on this sheet

handover-choose = Photos to add
handover-choose-what = None is added unless you tick it. At most { $most }.
handover-choose-go = Show with these
handover-too-many = That is more than { $most }. Take some off.
