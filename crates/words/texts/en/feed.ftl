# The calendar feed. The three neutral words are all that a calendar of somebody else gets to see.
feed-neutral-name = Dates
feed-neutral-appointment = Appointment
feed-neutral-reminder = Reminder
feed-kept = A day kept free

feed-title = Calendar feed
feed-under = Your dates in a calendar program, kept up to date.
feed-made = Your secret address
feed-once = It is shown this once. Whoever has it can read your dates, so give it to your calendar only.
feed-how = In the calendar program, choose “subscribe by address” or “from URL” and paste it there.
feed-open = There is a feed
feed-since = Made
feed-titles = Titles
feed-close = Close it
feed-close-what = Its address then gives nothing any more. Your calendar may show the old dates until you remove them there.
feed-ask = What should the titles say?
feed-neutral = Neutral
feed-neutral-what = “Appointment” and “Reminder”, and nothing more. Best if others see your calendar, or if a company keeps it for you.
feed-plain = What it is
feed-plain-what = Each session, preparation and check-in by name, with a line of what to do.
feed-make = Make a secret address
feed-make-again = Make a new address
feed-make-again-what = The new address takes the place of the old one, which stops working.
feed-here-only = Needlewise listens on this machine only, so only programs on this machine can read the feed.
feed-late = Calendars read a feed when they like, often hours late. Do not rely on it for anything that cannot wait.
