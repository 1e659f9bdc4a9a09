# Areas

area-forehead = Forehead
    .derived = Ceiling: face trials went to 2.5 mm, most acne-scar work used 1.5 mm. By ultrasound the deep layer of forehead skin measured 0.9 to 1.2 mm. So 1.5 mm that enters fully can pass through it. We go no further. Size: our estimate for an adult; measure yours.
area-cheeks = Cheeks
    .derived = Ceiling: face trials went to 2.5 mm, most acne-scar work used 1.5 mm. Facial skin measured about 1.2 to 2 mm under the microscope and thinner by ultrasound; we stop at 1.5 mm. Size: our estimate for both cheeks of an adult; measure yours.
area-nose = Nose
    .derived = Ceiling: by ultrasound the skin over the bridge measured about 1 mm, and more at the side. Marks in lines are a reason not to press over bone. We stop at 1 mm. Size: our estimate for an adult; measure yours.
    .against = Face trials used needles of up to 1.5 to 2.5 mm without naming a shorter one for the nose.
area-chin = Chin
    .derived = Ceiling: face trials went to 2.5 mm, most acne-scar work used 1.5 mm. The skin under the jaw measured 0.9 to 1 mm by ultrasound in its deep layer; we stop at 1.5 mm. Size: our estimate for an adult; measure yours.
area-upper-lip = Upper lip
    .derived = Ceiling: face trials went to 2.5 mm, most acne-scar work used 1.5 mm; the outer skin layer was the thickest of the face here. We stop at 1.5 mm. Size: our estimate for an adult; measure yours.
area-eyelids = Eyelids
    .derived = Lids are not needled at all. The whole eyelid skin is less than 0.9 mm thick, so a needle of 1 mm that enters fully goes through it. Size: our estimate for both lids of an adult.
    .against = Two pens are cleared in the United States for lines around the eyes, with needles of up to 1.5 mm and 2.5 mm. That is around the eyes, not on the lids, and only for some skin types.
area-around-eyes = Around the eyes, on the bone
    .derived = Ceiling: the skin there is hardly thicker than that of the lids, so we stop at 0.5 mm, on the bone, and never go on the lid. Size: our estimate for both sides of an adult; measure yours.
    .against = Two pens are cleared in the United States for lines around the eyes, with needles of up to 1.5 mm and 2.5 mm, and only for some skin types.
area-neck = Neck
    .derived = Ceiling: the deep layer of neck skin measured about 1 mm by ultrasound; we stop at 1 mm. Size: our estimate for an adult; measure yours.
    .against = A registered trial used pen needles of up to 2.5 mm on face and neck.
area-decollete = Décolleté
    .derived = Ceiling: we found no measurement here and treat it like the neck, 1 mm. Size: our estimate for an adult; measure yours.
area-abdomen = Abdomen
    .derived = Ceiling: skin at the waist measured 1.9 mm on average, so 1.5 mm stays inside it. Size: our estimate for an adult; measure yours.
    .against = A pen with needles of up to 2.5 mm is cleared in the United States for scars on the abdomen.
area-thighs = Thighs
    .derived = Ceiling: skin of the thigh measured 1.55 mm on average, so 1.5 mm just stays inside it. Size: our estimate for both thighs of an adult; measure yours.
area-buttocks = Buttocks
    .derived = Ceiling: we found no measurement here and take that of the thigh, 1.55 mm on average; so 1.5 mm. Size: our estimate for an adult; measure yours.
area-hips = Hips
    .derived = Ceiling: skin at the waist measured 1.9 mm and at the thigh 1.55 mm on average, so 1.5 mm stays inside it. Size: our estimate for both hips of an adult; measure yours.
area-breasts = Breasts
    .derived = Ceiling: we found neither a measurement nor a needling trial here and stay at 1 mm. Size: our estimate for both breasts of an adult; measure yours.
area-arms = Arms
    .derived = Ceiling: skin of the forearm measured 1.2 mm inside and 1.4 mm outside, of the upper arm 2.1 mm; we stay at 1 mm for all of it. Size: our estimate for both arms of an adult; measure yours.
area-hands = Hands
    .derived = Ceiling: we found no measurement here. Veins, tendons and bone lie close under the skin, so we stay at 0.5 mm. Size: our estimate for the backs of both hands of an adult; measure yours.
area-back = Back
    .derived = Ceiling: skin over the shoulder blade measured 2.5 mm on average, so 1.5 mm stays inside it. Size: our estimate for an adult; measure yours.
area-scalp = Scalp
    .derived = Ceiling: hair trials used 0.5 to 2.5 mm and the best known one 1.5 mm, which is where we stop. Size: our estimate for an adult; measure yours.
    .against = In the one trial that compared depths, 60 people, 0.6 mm tended to do better than 1.2 mm.

# Devices and lengths

device-roller = Roller
    .derived = The only drum with a published size is 2 cm thick and 2 cm wide, with 192 needles. So we count with that drum, and with the most needles there are where yours are not known.
    .against = The 0.3 mm for home is custom: people publish 0.25 to 0.75 mm. The US regulator names no length in millimetres. There, even a short roller can count as a medical device if it goes into living skin.
device-stamp = Stamp
    .against = The 0.3 mm for home is custom: people publish 0.25 to 0.75 mm. The US regulator names no length in millimetres. How many needles a stamp has is unverified.
device-pen = Pen
    .against = The 0.3 mm for home is custom: people publish 0.25 to 0.75 mm. The US regulator names no length in millimetres. There are pens with 6 and 12 needles; other numbers are unverified.

length-class-gentle = Up to 0.3 mm
    .derived = We count the skin as open for 24 hours. What was measured runs from 2 hours, for a few needles, to 72 hours. It depends on how it was measured, and on whether the skin was covered. The days to keep free are our guess: redness from short needles mostly passes fast.
    .against = One study on faces found the skin barrier back only within 72 hours after 0.15 and 0.25 mm. In another, holes closed only after about 60 hours.
length-class-medium = Over 0.3 to 1.0 mm
    .derived = We count the skin as open for 72 hours. At 0.5 mm, water loss was still slightly raised through 48 hours. In one study holes closed after 58 to 63 hours on average. In about one person of four they were still open at 72. What irritates waits longer. The free days run from the usual two or three days of redness up to the week after which nothing passing should be left.
    .against = One clinic series reported pain, redness and swelling for only 3 to 6 hours.
length-class-deep = Over 1.0 to 1.5 mm
    .derived = We count the skin as open for 72 hours: at 1.5 mm, water loss was highest and lasted longest. Reactions lasted 3 days on average in a small trial on stretch marks, and a week at most in a large review.
    .against = One paper says the channels of 1.5 mm needles close within minutes, but did not measure it.
length-class-very-deep = Over 1.5 to 3.0 mm
    .derived = Unverified: people bruise and swell, but we found nobody who measured for how long. One to two weeks is our guess, and the 72 hours are those of shorter needles, which may be too few. Ask the doctor who treats you.

device-named-home = The plan counts on a roller with needles of { $length } mm. Buy one with few needles: { $needles } is the usual number, and more make more holes.
device-named-clinic = The plan counts on a roller or pen with needles of { $length } mm. Your practitioner brings it, new and sealed.

# Rhythms

between-sessions = Between two sessions, on calm skin: { $products }.
    .one = { $product } after { $wait }
    .never = Not possible in this rhythm, since it has to wait longer: { $products }.

rhythm-home-gentle = At home, up to 0.25 mm, once a week
    .because = We plan once a week, and never before the third day. In the one study on faces, the skin barrier was back within 72 hours after such needles. Roll on calm skin only, and count a rest day as a success. No trial has tested a rhythm for home.
    .against = The article offers a home roller as a gentler daily option, and here we depart from it. You can choose every day instead. Sellers say anything from every day to every four weeks.
    .derived = The three days are those of the study. The week is our choice, and so are six sessions, which make six weeks.
rhythm-home-daily = At home, up to 0.25 mm, every day
    .because = The article offers a home roller as a gentler daily option. Roll in the evening, on calm skin only, and count a rest day as a success. Then a plain mineral sunscreen can go on each next morning, 12 hours later. All that must wait longer than a day does not go with it.
    .against = After rollers of 0.15 and 0.25 mm, one study on faces found the skin barrier back within 72 hours. Rolling every day falls inside that time. A weekly plan waits it out.
    .derived = The article names no length. We set 0.25 mm, the longest needle in the study. The plan runs for six weeks, the earliest time at which the article expects first signs.
rhythm-home-weekly = At home, over 0.25 to 0.3 mm
    .because = At least 72 hours, the time that the skin barrier needed in the one study on faces. Once a week is the usual plan. No trial has tested a rhythm for home.
    .against = The article speaks of daily use at home, without naming a length.
    .derived = The study went up to 0.25 mm only. We apply its 72 hours here as a minimum and chose a week as the aim; six sessions make six weeks.
rhythm-home-too-long = Longer than is used at home
    .because = This length isn’t planned at home. If your skin was needled this long elsewhere, it rests for 8 weeks before you roll at home again.
    .derived = Our careful choice for all needles over the home limit: the longest time between sessions that we found.
rhythm-clinic-daily-length = In a clinic, up to 0.25 mm
    .because = The article says a session every 6 to 8 weeks. Three is the middle number of the acne-scar studies.
    .against = Trials treated every 2 to 4 weeks, with longer needles. No trial was found that compared intervals. At home, this length is used more often.
    .derived = The skin’s own rest is that of the same needle at home; the session plan is the article’s.
rhythm-clinic-short = In a clinic, over 0.25 to 0.3 mm
    .because = The article says a session every 6 to 8 weeks. Three is the middle number of the acne-scar studies.
    .against = Trials treated every 2 to 4 weeks, with longer needles. No trial was found that compared intervals. At home, this length is used more often.
    .derived = The skin’s own rest, 72 hours, is that of the same needle at home; the session plan is the article’s.
rhythm-clinic = In a clinic, over 0.3 to 1.5 mm
    .because = The article advises a session every 6 to 8 weeks, and clinics say 4 to 8 weeks. Three sessions is the middle value of the acne-scar studies.
    .against = Trials took 2 to 4 weeks between sessions. All scar studies together took 1 to 8 weeks. We found no trial that compared times, so nobody knows that a longer wait is better.
rhythm-clinic-deep = In a clinic with a doctor, over 1.5 to 3.0 mm
    .because = Needles this long are a doctor’s treatment, used for burn and other raised scars. Most people in the largest series had one session. We plan one; the doctor decides about a second.
    .against = Scar studies of many kinds and lengths repeated sessions every 1 to 8 weeks.
    .derived = Eight weeks or more is our cautious choice; no trial was found that tested it.

# Technique

technique-home = Roll as lightly as the roller lies on the skin. Do not press. Go lightest over bone, and in front of the ear, where large nerves and vessels lie.
    .end = Stop at a faint pink that fades within hours. It may prickle. It should not hurt, and it must never bleed: a drop of blood means too hard or too long a needle.
    .derived = Our own rule for home; nobody has tested it. Small lines were reported where rollers were pressed over bone. One clinic needles nobody in front of the ear.
technique-clinic-gentle = Roll lightly and do not press. Go lightest over bone.
    .end = Enough is a light, even pink. It should not bleed.
    .derived = Our own rule; scar studies used longer needles. Small lines were reported where rollers were pressed over bone.
technique-clinic-medium = Press a little, the same all over. Hardly press over bone.
    .end = Enough is an even redness. A few single dots of blood can happen. They are not the aim, and more means too hard.
    .derived = Our own rule: the even dots of blood of the scar studies were the aim with needles of 1.5 mm and more. Small lines were reported where rollers were pressed over bone.
technique-clinic-deep = Press the same all over, with the skin held taut. Hardly press over bone.
    .end = The scar studies stopped at fine dots of blood, evenly over the skin. It hurts without a cream. Blood that runs is too much.

# Goals

goal-sun-damage = Sun-damaged skin
    .evidence = The skin of ten people with sun damage was looked at under the microscope. In 24 people needling was about as good as a laser. Both studies are very small. We found nothing on whether sun spots fade. No home trial was found.
    .derived = The clinic lengths and four sessions are borrowed from studies of fine lines. The home lengths are those of the barrier study on faces, not lengths shown to work.
goal-wrinkles = Wrinkles
    .evidence = 48 people had four monthly sessions and scored better for wrinkles by day 150. There was nobody to compare with, and the study was tied to a device. In another study, 32 of 35 finished and 87.5% were satisfied. Satisfaction isn’t a measurement. No home trial was found.
    .derived = Studies used pens of up to 1.5 and 2.5 mm; we stop at 1.5 mm and start at 0.5 mm out of caution. The home lengths are those of the barrier study on faces, not lengths shown to work.
goal-stretch-marks = Stretch marks
    .evidence = In eleven studies put together, needling was about as good as lasers. It was better than other treatments. In 30 people it did better than microdermabrasion and was harder to bear; newer, red marks did better than pale ones. The studies are small. No home trial was found.
    .derived = The summaries don’t give the needle length. We took what stays inside the skin of waist and thigh on average; five sessions lie between the four and six of the studies. The home lengths only keep to the home limit.
goal-cellulite = Cellulite
    .evidence = Unverified: the article names it, but we found no trial of needling alone for it. We can’t say that it helps, in a clinic or at home.
    .derived = There is no study to follow. Lengths and passes are those for body skin, and the three sessions those for scars. The home lengths only keep to the home limit.
goal-texture = Skin texture
    .evidence = 48 people had four monthly sessions and scored better for texture by day 150. There was nobody to compare with, and the study was tied to a device. No home trial was found.
    .derived = We chose the shorter half of the lengths used in that study, 0.5 to 1 mm. The home lengths are those of the barrier study on faces, not lengths shown to work.
goal-elasticity = Elasticity
    .evidence = In 32 people, skin was measured to be more elastic at three months. In a series of 480 people, the people found their skin 60 to 80% better. There was nobody to compare with. What happens to elastin is disputed: up, down and unchanged have all been reported. No home trial was found.
    .derived = The lengths and four sessions are borrowed from studies of fine lines. The home lengths are those of the barrier study on faces, not lengths shown to work.
    .against = In two studies of ten people, skin samples had less elastin after needling, though more new collagen.
goal-acne-scars = Acne scars
    .evidence = The best supported goal. In a trial with a control, 15 of 20 people finished. Their scars scored 3.4 points better at six months. Raters differ by 4 points. In a series of 37 people, 34 of the 36 who finished improved by one or two grades. Ice-pick scars change little. Trials are small and mostly open. No home trial was found.
    .derived = The middle value of the studies is 1.5 mm; starting at 1 mm is our caution. The home lengths only keep to the home limit and are not lengths shown to work.
    .against = In one trial of 120 people, needling alone made no clear change on the scar scale.
goal-surgical-scars = Surgical scars
    .evidence = 30 people with scars on the abdomen had three sessions, and 73% (58 to 89%) gained at least 10 mm on a 100 mm scale. A review of 58 scar studies with 1,845 people found no serious harm, but most trials are small and open. New scars are another matter: screening asks about them. No home trial was found.
    .derived = Scar studies used 1.5 to 3 mm; we stay at the ceiling of the body, 1.5 mm, and start at 1 mm out of caution. The home lengths only keep to the home limit.
    .against = A study of burn scars found no change six months after one session, in only 5 people.

# Preparation

preparation-free-days = Choose the date
    .do = Pick a day after which you can keep free the days that the plan names: no wedding, no photos, no travel in the sun.
    .derived = Four weeks ahead is our choice, so that there is time to move things. The days themselves come from the article and a large review: a week at most for what passes.
preparation-peel-or-laser = Stop peels and lasers
    .do = Have no peel and no laser on this skin from four weeks before. Clinics say from one week to three months. After a deep peel or a laser that takes skin off, wait three months.
preparation-self-tanner = Stop self-tanner
    .do = Use no self-tanner on this skin from two weeks before, so that redness can be seen. One clinic asks for it.
preparation-sun = Stay out of strong sun
    .do = Avoid strong sun and sunbeds from two weeks before, and come without a tan or sunburn.
preparation-cold-sores = If you ever had cold sores
    .do = Have you had cold sores near the area? Ask a doctor whether you should take something to prevent one. The doctor decides; no trial has tested it for needling. With a cold sore now, don’t needle.
    .derived = A week ahead is our choice, so that there is time to see a doctor. The pills were tested around a laser only.
preparation-retinoid = Pause your retinoid cream
    .do = Stop shop-bought retinol and the like a week before. Clinics say 12 hours to 14 days. For a retinoid on prescription, screening has a rule of its own, and your prescriber decides.
preparation-acids = Pause acids and peeling products
    .do = Stop products with fruit acids or salicylic acid a week before. Clinics say 12 hours to 14 days.
preparation-waxing = Stop waxing
    .do = Do not wax, pluck or use hair removal cream on this skin from a week before. Clinics say 72 hours to 7 days.
preparation-tablets = Painkillers that thin the blood
    .do = For a week before, leave out aspirin, ibuprofen and the like that you take on your own account. Clinics say 3 days to a week; nobody has tested it. Never stop a tablet that a doctor gave you.
preparation-vitamin-c = No vitamin C on the day
    .do = Leave vitamin C off the day before and on the day. Never put it on needled skin: lumps that last have come after it.
    .derived = One day ahead is our choice; the advice only says not before needling.
    .against = One group of surgeons has its patients use vitamin A and C creams for at least four weeks before. They have an interest in such products.
preparation-check-skin = Look at your skin
    .do = Look in good light. Don’t needle with a cold sore, a sore pimple, a wound, a rash or an infection there. Answer the questions again, and wait until it has healed.
preparation-fresh-device = A new sterile device
    .do = Use a roller or a cartridge once, for one person. Let the client see it come out of its sealed packing.
preparation-disinfect-roller = Clean the roller
    .do = Rinse it, wash it with soap, and rinse again. Then leave it in 70% isopropyl alcohol for 10 minutes or longer. Let it dry in the air. Unverified: nobody has tested how long it takes; people say 5 to 30 minutes.
preparation-clean-skin = Clean the skin
    .do = Take off all make-up, wash with a gentle cleanser and pat dry with a clean towel. Put nothing active on the skin.
    .derived = Our inference: whatever is on the skin, the needles take in. We found nobody who tested how to do it.
preparation-clean-hands = Wash your hands
    .do = Wash your hands with soap, dry them on a clean towel, and take off rings.
    .derived = Our inference: hands touch the roller and the open skin. We found nobody who tested it for rolling.

cream = Anaesthetic cream
    .how = Take a cream with lidocaine 2.5 % and prilocaine 2.5 %, and no other: these grams are for no other cream. Put about { $grams } g on clean, unbroken skin in a thick layer. Wipe it all off after { $minutes } minutes, before the needling. Never use more than { $maximum } g in one go, and never longer than the leaflet allows. Put no film over it unless the leaflet says so, and never any heat.
    .parts = This is more skin than the label allows in one go. Treat it in parts, on different days, and never use more than the { $maximum } g on one day.
    .not-needed = You don’t need an anaesthetic cream for needles this short.
    .risk = No numbing cream: your answers speak against it, or one of them is not known. Ask a doctor or a pharmacist first.
    .exclusions = Don’t use it if you are allergic to it or to a similar anaesthetic. Keep it from the eyes, and from open, needled or irritated skin. Ask a doctor or pharmacist first if your liver is ill. Ask first with G6PD deficiency or methaemoglobinaemia. Ask first if you lack pseudocholinesterase. Ask first if you can’t take sulfa drugs or PABA. Ask first if you take a medicine for your heart rhythm, a sulfa drug or nitrates. Ask first if you take pills for fits, such as phenytoin or phenobarbital. Ask first if you take dapsone or a malaria drug. Ask first if you take nitrofurantoin. On eczema it stays for 15 to 30 minutes only. Freshly shaved skin takes in more.
    .late = Signs of too much can come 3 to 4 hours later: blue or grey lips or nails, a headache, or feeling faint or very tired. Call your emergency number then. A clip on the finger may show a normal number all the same.
    .derived = Grams are 0.15 for each cm² of the area, from the label. The largest amount on the label, 60 g, covers only 400 cm² at this thickness. That short needles need none is our inference.
    .against = The US regulator warns of numbing creams. Two women of 22 and 25 died of stronger ones, put on large areas under a wrap. It says: no more than 4 % lidocaine without a doctor, not thickly on large areas, and no wrap. Clinics report 30 to 60 minutes before needling. The US label gives other amounts, 2.5 g for 20 to 25 cm².

dose = Not more than about 250 punctures on each square centimetre in one session
    .held = With { $needles } needles, { $most } times over the same skin is the most. More would be over { $cap } holes on each square centimetre.
    .needles = We don’t know how many needles your roller has, so we count with { $needles }, the most there are. Count yours: fewer needles may go over the skin more often.
    .too-dense = This roller makes more than { $cap } holes on each square centimetre at once. Take one with fewer needles.
    .derived = We divide the needles of a roller by the surface of its drum, and count that for each pass. So 15 passes with the usual 192 needles make 229 per cm²; papers round it to about 250. This is reckoned: nobody counted holes. Four passes make 61, twenty make 306.
    .against = A review of scar studies reports 4 to 10 passes, which would be about 60 to 150 per cm² with the same roller. We found no study that compared densities.

judge = If there is a change, its first signs may show between { $from } and { $by }; earlier is too early to judge.
    .against = Unverified: these weeks are the article’s, and no trial was found that tested them. In one trial the change was clear only at six months, not at three. In another it was there at day 90 and larger at day 150. Many people report some change at 30 days, but by their own impression only.

# Shopping

shopping-gentle-cleanser = A gentle cleanser, without acids, scrub or scent
shopping-plain-moisturiser = A plain cream, with no scent and nothing active in it
shopping-sunscreen = A mineral sunscreen, SPF 50
shopping-alcohol = 70% isopropyl alcohol for the roller (not tested)
shopping-sharps-container = A sharps container, or a sturdy plastic box with a lid that needles can’t pierce
shopping-dressing = A non-stick dressing for the first 24 hours, in case the skin oozes

# Care of the roller

roller-care-single-use = Medical rollers and cartridges are for once
    .do = Use a clinic’s roller or a pen’s cartridge for one session on one person, then throw it away. Only a home roller is used again.
roller-care-never-share = Never share
    .do = One roller, one person. Shared blood can pass on disease. People caught HIV at a spa with no licence, where blood was used in needling. If a roller was shared, go to urgent care or a sexual health clinic the same day. Pills against HIV must start within 72 hours. A hepatitis B shot should come within 48.
roller-care-wash-then-disinfect = Clean it before and after
    .do = Rinse and wash with soap first, since residue shields germs. Then 70% isopropyl alcohol for 10 minutes or longer, and dry in the air. Don’t boil it. Unverified: nobody has tested it, and people say 5 to 30 minutes. It doesn’t make a roller sterile. Alcohol burns: keep it from flames.
roller-care-look-closely = Look at the needles
    .do = Before each use, look at every row in good light. One bent needle is enough to throw the roller away.
    .derived = Skin doctors say that home rollers are hard to clean and soon get dull. To look before each use is our own rule.
roller-care-retire = Replace it in good time
    .do = Replace it after 8 uses, or after six weeks if that is sooner. Unverified: nobody has measured how long a roller stays sharp.
    .uses = This plan means { $sessions } uses. Sellers say that a roller is good for { $low } to { $high }, so count on { $rollers }: each one new after { $low } uses.
    .derived = Sellers say 8 to 10 uses, 12 to 15 uses, or anything from six weeks to many months. We take the fewest.
roller-care-discard-at-once = Throw it away at once
    .do = Throw it away if a needle is bent, dull or rusty, or if it drags. Throw it away after a fall, after someone else’s blood, and after use on infected skin.
    .derived = Our inference from how needles fail and how infections pass; no trial was found.
roller-care-dispose = Dispose of it safely
    .do = Put it in a sharps box, or a sturdy plastic box with a lid. Close that when it is three quarters full, label it, and do what your local rule says. Never recycle it.

# Scales

scale-self = Your own score
    .use = Score what bothers you from 0, not at all, to 10, as much as can be, before you start and at each photo. Unverified: nobody has measured how much of a change is chance.
    .against = Authors of a scar scale call a person’s own rating of a disease imperfect by nature. Read it beside the photos.
scale-goodman-baron = Acne scars, grade 1 to 4
    .use = 1: flat marks. 2: mild, make-up covers them. 3: seen at 50 cm, and gone when the skin is stretched. 4: seen from further away, and not gone when stretched. Lower is better. No scale for acne scars is agreed to be the best.
scale-goodman-baron-quantitative = Acne scars, counted, 0 to 84
    .use = A trained rater counts scars by kind and severity; lower is better. Two raters were within 4 points in 19 of 21 photographs, so a smaller change may be chance. The upper end, 84, is unverified.
scale-gais = Overall improvement, 1 to 5
    .use = Compare with the first photo: 1 is very much improved, 4 is no change, 5 is worse. Lower is better.
scale-lemperle = Wrinkles, 0 to 5
    .use = Compare each wrinkle with the reference photographs; 0 is none. Raters gave the same score in 93% of live and 89% of photograph ratings.
scale-glogau = Ageing from sun, 1 to 4
    .use = 1: no wrinkles. 2: wrinkles in motion. 3: wrinkles at rest. 4: only wrinkles. It describes a face roughly; it is too coarse to follow a change.
scale-scar-vas = Scar, 0 to 100 mm
    .use = Mark a line of 100 mm, the same way each time. A device study took 10 mm as the smallest change that matters; a smaller one should not be counted.
scale-posas-patient = Scar, the person’s part of POSAS, 6 to 60
    .use = Add up the six items of the patient’s sheet of the POSAS scar scale. Lower is better. The sheet itself is not shown here: its wording belongs to its makers. POSAS is called the most comprehensive scar scale. The numbers of its range are unverified.
scale-posas-observer = Scar, the observer’s part of POSAS, 6 to 60
    .use = Add up the six items of the observer’s sheet of the POSAS scar scale. Lower is better. Keep it apart from the person’s part: the two need not agree. The numbers of its range are unverified.
scale-vancouver = Vancouver scar scale, 0 to 13
    .use = An observer scores the scar; lower is better. It is one of the scar scales that meet tests of quality. The numbers of its range are unverified.

# Skin types

skin-type-1 = Type I: always burns, never tans
skin-type-2 = Type II: usually burns, tans little
skin-type-3 = Type III: sometimes burns, tans slowly
skin-type-4 = Type IV: rarely burns, tans well
skin-type-5 = Type V: very rarely burns, tans very easily
skin-type-6 = Type VI: burns very seldom
