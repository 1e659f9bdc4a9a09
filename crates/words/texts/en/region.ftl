# A place of skin that is followed from photo to photo: drawing it, what was measured of it, and what that can't say.
region-name = A place you follow
region-name-view = { $view }: a place you follow
region-new-title = Follow a place
region-new-why = Draw it once; later photos are measured there.
region-redraw-title = Draw it anew
region-redraw-why = If you change a rectangle, every photo day has to be measured again. Another name changes nothing else.
region-choose = On which photo?
region-no-photos = No photos yet
region-no-photos-why = A place is drawn on the first photo of a view and found again in the later ones.
region-not-first = This is not the first photo of this view. Later days are held against the photo you draw on, so the first one is worth the most.
region-first = Draw on the first one

region-draw-label = The photo with the rectangles drawn on it
region-draw-steps = Which rectangle
region-step-place = To follow
region-step-reference = Reference
region-step-control = Test patch
region-draw-place = The skin to follow
region-draw-place-why = Draw around the skin you want to follow, for example one cheek.
region-draw-reference = Reference skin, which is not needled
region-draw-reference-why = Skin nearby that is never needled, or a printed card. Without it, other light can’t be told from another colour, and redness can’t be measured.
region-draw-control = A test patch, if you like
region-draw-control-why = Other skin that is not needled. If it seems to change, the measuring is fooled and says nothing.
region-draw-where = { $name }: { $left } % from the left, { $top } % from the top, { $width } % wide, { $height } % high
region-draw-next = Next
region-draw-skip = Leave it out
region-draw-middle = Put one in the middle
region-draw-clear = Take it away
region-draw-keys = Drag on the photo to draw; drag a corner or the middle to change it. With a keyboard: arrow keys move it, with Shift they change its size, Delete takes it away.
region-numbers = The rectangles in numbers
region-numbers-hint = In per cent of the photo, from its upper left corner. Leave all four empty to leave a rectangle out.
region-side-left = From the left
region-side-top = From the top
region-side-width = Width
region-side-height = Height
region-name-label = What do you call this place?
region-name-hint = If you like. For example: left cheek.
region-save = Follow this place

region-wrong-missing-what = Rectangle 1, the skin to follow, is missing.
region-wrong-missing-why = Without it there is nothing to follow.
region-wrong-missing-next = Draw it on the photo, or write its four numbers.
region-wrong-half-what = Rectangle { $n } is only half there.
region-wrong-half-why = It needs four numbers to be found on the photo.
region-wrong-half-next = Fill in all four, or leave all four empty.
region-wrong-unreadable-what = A number of rectangle { $n } can’t be read.
region-wrong-unreadable-why = Each is a number from 0 to 100, like 12.5.
region-wrong-unreadable-next = Write it again, or draw the rectangle on the photo.
region-wrong-outside-what = Rectangle { $n } does not lie inside the photo.
region-wrong-outside-why = What is outside the photo can’t be seen.
region-wrong-outside-next = Keep left and width together, and top and height together, at 100 or less.
region-wrong-small-what = Rectangle { $n } is too small.
region-wrong-small-why = With so few pixels, noise is larger than what is looked for.
region-wrong-small-next = Make it at least { $across } % wide and { $down } % high.
region-wrong-inside-what = Rectangle { $n } lies inside rectangle 1.
region-wrong-inside-why = It should show skin that is not needled, and in rectangle 1 the skin is.
region-wrong-inside-next = Draw it beside rectangle 1, or around it: where they overlap, rectangle 1 counts.

region-photo-unfit-what = No place can be followed on this photo.
region-photo-unfit-why = Light from the side hides colour, and a photo of an unknown day has no place in time.
region-photo-unfit-next = Choose a photo in plain light whose day is known.
region-photo-gone-what = The photo this place was drawn on is gone.
region-photo-gone-why = Later photos are held against it, so nothing new can be measured.
region-photo-gone-next = Draw the place anew on the first photo that is left.

region-remove = Stop following this place
region-remove-title = Stop following this place?
region-remove-why = The rectangles and what was measured of them are removed. Your photos stay.
region-remove-do = Remove it
region-remove-not = Keep it
region-anew = Draw a place anew
region-change = Draw it anew or rename it
region-where = Where it is
region-key-place = The skin you follow
region-key-reference = Reference skin, not needled
region-key-control = The test patch
region-under = The same skin on every day, found again and measured.
region-under-view = { $view }. The same skin on every day, found again and measured.

region-says = What these photos say
region-says-of = What the photos of { $date } say
region-says-open = They were not measured yet.
region-slow = This takes longer than it should. What has begun goes on by itself; open this page again in a moment.
region-says-one = There is one photo day so far. Photos of the same view from a later day will be held against it.
region-says-healing = All later photos so far are from days of healing, when redness is expected. They show healing, not the result.
region-first-healing = The first photo day was in the days of healing, when skin is redder. Held against it, calm skin is less red without any other change. Draw the place on a photo of calm skin instead.
region-measure-all = { $n ->
    [one] Measure it now
   *[other] Measure { $n } photo days
}
region-numbers-all = All numbers
region-no-reference = No reference skin is drawn. Without skin that is not needled, other light can’t be told from another colour, so redness can’t be measured.
region-no-reference-do = Draw reference skin

region-chart = Redness over time
region-chart-title = Redness against the first photo day
region-chart-desc = Each photo day against the first one; above 0 is redder, below 0 is less red.
region-chart-bars = The bars show noise. Where a bar reaches across 0, no change can be told.
region-chart-left-out = { $n ->
    [one] One photo day can’t be compared and is not shown.
   *[other] { $n } photo days can’t be compared and are not shown.
}
region-chart-table = In numbers
region-chart-day = Date
region-chart-value = Redness against the first photo day
region-chart-hollow = in days of healing
region-chart-mark = a session
region-chart-first = 0, the first photo day
region-chart-said = { $change } (noise { $smallest })
region-chart-redder = redder
region-chart-less = less red
region-trend-less = Over { $sittings } photo days the redness went down, by more than chance: about { $week } a week, between { $least } and { $most }.
region-trend-redder = Over { $sittings } photo days the redness went up, by more than chance: about { $week } a week, between { $least } and { $most }.

region-sittings = Photo day by photo day
region-piece = The place, cut out. { $photo }
region-piece-open = Found in this photo once it is measured
region-piece-none = The place was not found in this photo
region-first-sitting = The first photo day: all others are held against it.
region-open = Not measured yet. It takes a few seconds.
region-healing-sitting = In the days of healing redness is expected.
region-why-not = Why can’t this be compared?
region-few = { $n ->
    [one] One photo; three tell more.
   *[other] { $n } photos; three tell more.
}

region-healing = Healing after session { $n }
region-healing-why = Redness in the first days is expected; a photo can’t say more than your eyes here.
region-healing-eyes = What you saw
region-healing-eyes-desc = Your scores of redness by day after the session, 0 to 10, over what is usual.
region-healing-photos = What the photos show
region-healing-photos-desc = Redness measured in the photos by day after the same session, against the first photo day.
region-healing-days = Days after the session

region-mind = To keep in mind
region-tone-very-light = The reference skin appears very light in these photos, where redness shows well.
region-tone-light = The reference skin appears light in these photos, where redness shows well.
region-tone-intermediate = The reference skin appears neither light nor dark in these photos.
region-tone-tan = The reference skin appears tanned in these photos. The darker skin is, the less redness a photo shows.
region-tone-brown = The reference skin appears brown in these photos. The darker skin is, the less redness a photo shows.
region-tone-dark = The reference skin appears dark in these photos. The darker skin is, the less redness a photo shows.

region-follow = Follow a place on it
region-followed = Places drawn on it
region-remove-with-photo = { $n ->
    [one] A place you follow was drawn on this photo. It is removed too, with what was measured of it.
   *[other] { $n } places you follow were drawn on this photo. They are removed too, with what was measured of them.
}
region-from-today = Beside the redness in your photos
