### Screening: what is asked, what an answer means, what else might help.

## Questions: short, since many stand on one page. “There” is the skin that is to be needled.

question-born = When were you born?
    .why = Young skin is usually not needled: the devices were tested on adults and cleared for them.
    .unknown = Without an age nothing can be decided.
    .find-out = Your date of birth is on your passport or identity card.
question-areas = Which part of the body?
question-skin-type = What does the sun do to your skin?
    .unknown = We count your skin as one that keeps dark marks easily, until you know.
    .find-out = Think of skin that saw no sun for months, and what its first hour in strong sun did.

question-active_acne = Active acne there?
    .why = Needles can carry germs from sore spots into the skin around them.
    .unknown = We count this as a yes until you know.
    .find-out = Look in good light for red, sore or pus-filled spots. If you can’t tell, ask a pharmacist or a doctor.
question-skin_condition = Eczema, psoriasis, rosacea or the like?
    .why = Needling can set off a skin disease where it is. It can also start one in new places.
    .unknown = We count it as one in the area until you know.
    .find-out = A doctor can name a rash that comes back or does not heal.
question-infection = An infection or warts there?
    .why = Needling can spread an infection and push it deeper.
    .unknown = We count this as a yes until you know.
    .find-out = Show the place to a pharmacist or a doctor.
question-broken_skin = Broken, sore or irritated skin there?
    .why = Skin that is hurt should heal first.
    .unknown = We count this as a yes until you know.
    .find-out = Look in good light and touch lightly: cuts, scabs, stinging or a rash mean yes.
question-sunburn = Sunburn, strong sun or a tanning bed there in the last 2 weeks?
    .why = Skin that had strong sun is inflamed and marks more easily.
    .unknown = Needling waits until you know the day.
    .find-out = Think back over the last two weeks. Photos may help.
question-cold_sores = Do you get cold sores?
    .why = Needling can wake the virus. A cold sore can then spread over skin that still heals.
    .unknown = We count this as one now until you know.
    .find-out = Think of small blisters in a group, on or near the lip, that tingle first. A doctor can tell you what a sore is.

question-moles = Raised moles or birthmarks there?
    .why = They are left out. One that changes is for a doctor to see.
    .unknown = We count this as a changing one until somebody has looked.
    .find-out = Look and feel in good light. Old photos show if one has changed.
question-vessels = Small visible veins there?
    .why = Needles can break them and leave more of them.
    .unknown = We count this as a yes until you know.
    .find-out = Look for thin red or blue lines, most often beside the nose and on the legs.
question-skin_cancer = Skin cancer or a rough sun patch there?
    .why = Nothing that may be cancer should be needled. A rough, scaly patch from the sun (actinic keratosis) can turn into it.
    .unknown = We count this as a yes until a doctor has looked.
    .find-out = Have a doctor look at anything that is new, growing, changing, bleeding or scaly.
question-recent_scar = A scar or stretch mark under a year old there?
    .why = Young scars still change. One maker says that its device was not tested on them.
    .unknown = We count this as a yes until you know.
    .find-out = Remember what it came from. Red or purple marks are often young.
question-thin_skin = Thinned skin or steroid cream there?
    .why = Thin skin tears and marks easily. Months of steroid cream can thin it.
    .unknown = We count this as a yes until you know.
    .find-out = Look for shiny skin, fine creases or veins that shine through. Read the label of your creams.
question-tattoo = A tattoo, permanent make-up or a piercing there?
    .why = Needles could move the colour, or catch in the jewellery.
    .unknown = We count this as a yes until you know.
    .find-out = Look at brows, lash lines and lips too. Permanent make-up fades but stays in the skin.

question-pregnancy = Pregnant, breast-feeding, or hoping for a baby?
    .why = Needling is left for later then, to be on the safe side.
    .unknown = We count this as pregnant until you know.
    .find-out = A test from a pharmacy, or your doctor or midwife, can tell you.
question-autoimmune = An autoimmune disease, such as lupus?
    .why = Scleroderma is another. So is rheumatoid arthritis. The skin may heal badly, or the needles may stir the disease up.
    .unknown = We count this as a yes until you know.
    .find-out = Ask your doctor, or look for a diagnosis in your medical record.
question-diabetes = Diabetes?
    .why = Diabetes can slow healing and make infection more likely.
    .unknown = We count this as not well controlled until you know.
    .find-out = A blood test tells you. If you have diabetes, your last results tell how well it is controlled.
question-weak_immunity = A weak immune system?
    .why = An illness or a medicine can cause it. Small wounds then get infected more easily.
    .unknown = We count this as a yes until you know.
    .find-out = Ask your doctor. Steroid tablets are a common reason, and so is medicine after a transplant.
question-blood_infection = Hepatitis B, hepatitis C or HIV?
    .why = Needles carry blood. A roller that is shared can pass these on.
    .unknown = We count this as a yes until you know.
    .find-out = A blood test tells you.
question-bleeding_disorder = Do you bleed or bruise very easily?
    .why = Needling wounds many tiny vessels. Haemophilia is one illness of this kind.
    .unknown = We count this as a yes until you know.
    .find-out = Tell a doctor about long nosebleeds, large bruises or heavy bleeding. A blood test can answer it.
question-slow_healing = Slow healing, or heart, liver or kidney disease?
    .why = Wounds may then heal badly. Tell us of a pacemaker here too.
    .unknown = We count this as a yes until you know.
    .find-out = Think of cuts that stayed open for weeks. Ask your doctor about the rest.

question-retinoid = A retinoid on prescription in the last 6 months? Isotretinoin, tretinoin and adapalene are some.
    .why = They change how skin grows and heals, taken by mouth or put on the skin.
    .unknown = We count this as in use until you know.
    .find-out = Look at the packet or your prescriptions of the last year, or ask your pharmacist.
question-anticoagulant = A blood thinner, such as warfarin, clopidogrel or daily aspirin?
    .why = Bleeding and bruising may be stronger. Apixaban and low-dose aspirin count too.
    .unknown = We count this as a yes until you know.
    .find-out = Take the list of your medicines to a pharmacist. Do not stop any of them to be needled.
question-anti_inflammatory = Ibuprofen, naproxen or the like?
    .why = Some pills against pain can make bruises larger. Diclofenac is one more of them.
    .unknown = We count this as a yes until you know.
    .find-out = Read the packet of your painkillers, or ask your pharmacist.
question-light_sensitive = A medicine that makes skin sensitive to light, such as doxycycline?
    .why = Some water tablets, amiodarone and St John’s wort are others. Healing skin then marks more easily.
    .unknown = We count this as a yes until you know.
    .find-out = The leaflet says if you should stay out of the sun. Your pharmacist knows too.

question-keloid = Scars that grow thick and raised?
    .why = Someone who forms keloids may form one after any small wound.
    .unknown = We count this as a yes until you know.
    .find-out = Look at old cuts, piercings and vaccination marks. Ask if close relatives have keloids.
question-koebner = Vitiligo or lichen planus?
    .why = Both can start anew wherever skin is wounded.
    .unknown = We count this as a yes until you know.
    .find-out = White patches may be vitiligo. A doctor can tell you.
question-dark_marks = Melasma, or dark marks after spots or cuts?
    .why = Such skin may keep dark marks after needling too.
    .unknown = We count this as a yes until you know.
    .find-out = Look at old spots, bites and scratches. Did they leave a brown mark for months?
question-metal_allergy = An allergy to metal, such as nickel?
    .why = The needles are metal, and they go into the skin.
    .unknown = We count this as a yes until you know.
    .find-out = A rash under cheap earrings, watch straps or buttons is a hint. A patch test answers it.
question-anaesthetic_allergy = An allergy to numbing cream or numbing shots?
    .why = Numbing cream is one, and the dentist’s injection is another. You can be needled without.
    .unknown = We count this as a yes until you know: no numbing cream.
    .find-out = Think of the dentist and of numbing creams. A doctor can test it.
question-cream_risk = Anything that rules out numbing cream?
    .why = With any of these it can be a danger: liver disease, a medicine for the heart’s rhythm, methaemoglobinaemia, G6PD deficiency, sulfonamides, nitrates, nitrofurantoin, phenytoin, phenobarbital, dapsone, malaria tablets, an allergy to PABA or sulfonamides, or pseudocholinesterase deficiency (seen after an operation)
    .unknown = No numbing cream until you know.
    .find-out = Show this list and your medicines to a pharmacist.

question-radiotherapy = Radiotherapy or chemotherapy, ever?
    .why = Both can leave skin and immune system weaker for a long time.
    .unknown = We count this as going on until you know.
    .find-out = Your hospital letters give the day of the last treatment, and the place.
question-surgery = Surgery there in the last 12 months?
    .why = Scars inside heal for about a year. Think of the face and the eyelids too.
    .unknown = We count this as a yes until you know the day.
    .find-out = The clinic that treated you has the date.
question-filler = Filler or botulinum there in the last 2 weeks?
    .why = Swelling soon after might move what was injected.
    .unknown = Needling waits until you know the day.
    .find-out = The clinic that treated you has the date in its records.
question-last_needling = Needled there in the last 8 weeks, or not calm since?
    .why = Skin has to heal first. Long needles need more time than short ones.
    .unknown = We count the skin as not calm until you know.
    .find-out = Look for a booking or a note. Skin is calm when nothing is red, swollen, sore or peeling.
question-using = Which of these do you use there now?
    .why = Some have to be left off before needling. Count what you stopped in the last week, and waxing too. Count strong sun and self-tanner of the last two weeks. Count a peel or laser of the last four.
    .unknown = We count this as all of them until you know.
    .find-out = Read the labels on your bathroom shelf.

## Questions that stand on one page

group-skin = How is the skin there now?
    .why = Needles open the skin. What is inflamed, infected or hurt there should be left in peace.
group-marks = Is any of this on the skin there?
    .why = Some things are left out, and some have to be seen by a doctor first.
group-health = Do any of these concern you?
    .why = Some illnesses make small wounds heal badly, bleed more or get infected.
group-medicines = Do you take or use any of these?
    .why = Some medicines change how skin heals, bleeds or marks. Never stop a medicine to be needled.
group-reactions = How does your skin react?
    .why = Some skin answers wounds with thick scars or dark marks, and some people react to metal or numbing cream.
group-before = What was done to this skin before?
    .why = Skin needs rest after a shot, an operation, rays or needles.

## Answers

answer-unknown = I don’t know
answer-no = No
answer-yes = Yes
answer-none = None
answer-never = No
answer-trying = Trying to get pregnant
answer-pregnant = Pregnant
answer-breast-feeding = Breast-feeding
answer-elsewhere = Yes, but elsewhere on my body and not flaring
answer-in-area = Yes, in the area or in a flare
answer-using = I use one now
answer-stopped = I stopped on
answer-form = It was
answer-oral = By mouth
answer-topical = On the skin
answer-past = In the past
answer-active = I have one now
answer-healed = One has healed on
answer-changing = Yes, and one is new, changing or bleeding
answer-controlled = Yes, well controlled
answer-uncontrolled = Yes, not well controlled
answer-ongoing = It is going on
answer-ended = It ended on
answer-here = Was it on this area?
answer-on = Yes, on
answer-calm = Is the skin calm again?
answer-mm = How long were the needles, in millimetres?

## Rules: the article's own four

rule-pregnancy = Pregnant, breast-feeding, or hoping for a baby
    .because = Needling is left for later, to be on the safe side. No study was found of it in pregnancy or while breast-feeding.
    .change = When that time is over, screen again.
    .against = No evidence of harm was found. A review found that many beauty treatments look safe in pregnancy. Its summary does not name needling. One maker bars only the numbing cream. Another bars needling.
rule-active-acne = Active acne in the area
    .because = Rolling over inflamed spots may spread germs and make the acne worse.
    .change = When the spots have settled, screen again. A doctor can treat the acne first; acne scars can be needled later.
    .against = One maker bars only severe acne. The stricter rule is kept here.
rule-skin-condition-in-area = A skin condition in the area, or in a flare
    .because = Needling inflamed skin can make the condition worse or carry it further.
    .change = When the area is clear and nothing flares, screen again. A dermatologist who knows your skin can advise.
rule-skin-condition-elsewhere = A skin condition elsewhere
    .because = Some skin diseases, such as psoriasis, can appear where skin is wounded. For vitiligo this was measured: many needled places turned white. For others it was not.
    .change = Nothing needs to change. Try a small spot first, stop if your condition shows there, and ask a dermatologist if you are unsure.
rule-autoimmune = An autoimmune disease
    .because = Healing may be poor, and the punctures might stir up the disease.
    .change = While you have it, our answer stays no. Talk to the doctor who treats it about other ways.
rule-koebner = Vitiligo or lichen planus
    .because = New patches can appear wherever needles go in. In 20 people with quiet vitiligo it happened in up to half of the needled places.
    .change = Ask a dermatologist. Only they can decide about needling in a clinic. At home it stays a no.
rule-retinoid-using = A prescription retinoid in use
    .because = The rule is six months without a prescription retinoid, by mouth or on the skin, before needling.
    .change = Do not stop a medicine only to be needled. If its course ends, screen again with the day of the last dose. The prescriber may agree to needling sooner; that decision is theirs.
    .against = For isotretinoin by mouth, a review found too little proof that rollers have to wait. A group of doctors in India would drop the wait. One in the United States found too little proof for some milder treatments, but its summary does not name needling. In 183 people, most of them on the drug, 504 treatments led to 2 keloids. Few of those treatments were needling. The drug’s label still says six months.
rule-retinoid-stopped-oral = A retinoid by mouth in the last six months
    .because = The rule is six months after the last dose, as on the label of isotretinoin.
    .change = From { $until } this is no longer a reason to wait. The prescriber may agree to needling sooner; that decision is theirs.
    .against = A review found too little proof that rollers have to wait after isotretinoin. A group of doctors in India would drop the wait. One in the United States found too little proof for some milder treatments, but its summary does not name needling. In 183 people, most of them on the drug, 504 treatments led to 2 keloids. Few of those treatments were needling. A Canadian text still warns for 5 to 6 months; clinics ask for 1 to 12.
rule-retinoid-stopped-topical = A prescription retinoid on the skin in the last six months
    .because = The rule is six months after the last use on the skin, to be on the safe side.
    .change = From { $until } this is no longer a reason to wait. The prescriber may agree to needling sooner; that decision is theirs.
    .against = Clinics ask for a break from retinoid creams of 12 hours to 14 days. No time was tested.

## Rules: age

rule-age-under-18 = Younger than 18
    .because = Most clinics wait until 18. The devices were cleared for adults only.
    .change = From { $until }, the 18th birthday, this is no longer a reason to wait. Until then a doctor can help with acne or scars.
rule-age-18-to-21 = Aged 18 to 21
    .because = In the United States the devices are cleared from the age of 22 on. At your age they would be used beyond that.
    .change = From { $until }, the 22nd birthday, this is no longer a reason to take care. Until then, start gently and ask a professional if you are unsure.
    .against = Clinics commonly take people from 18.

## Rules: infection, healing and the immune system

rule-infection = An infection in the area
    .because = Needles can spread an infection and carry it deeper into the skin.
    .change = Have it treated. When it has healed completely, screen again.
rule-cold-sores-active = A cold sore now
    .because = Needling over or near a cold sore can spread the virus across the punctured skin.
    .change = When it has healed completely, screen again, and ask a doctor or pharmacist how to prevent the next.
rule-cold-sores-healed = A cold sore that has just healed
    .because = The virus may still be active in skin that looks well. Two weeks is what one page for home users says; nobody has tested it.
    .change = From { $until } this is no longer a reason to wait, if no new one has come.
rule-cold-sores-past = Cold sores in the past
    .because = Cold sores have come back after needling, and one during healing can infect the needled area. How often is not known.
    .change = Ask a doctor beforehand whether tablets against cold sores suit you. They were tried around laser treatment, not around needling.
rule-keloid = Scars that grow thick and raised
    .because = Every puncture is a small wound, and in you a wound may become a keloid.
    .change = A dermatologist who has looked at your scars can decide about needling in a clinic. At home it stays a no.
rule-bleeding-disorder = A bleeding disorder
    .because = Needling opens many tiny vessels, and bleeding or bruising may be hard to stop.
    .change = Only if a doctor rules the disorder out does the answer change.
rule-anticoagulant = A blood thinner, aspirin or clopidogrel
    .because = Bleeding and bruising may be stronger. One maker says its device was not tested in people who take such a medicine.
    .change = Ask the doctor who prescribes it. Do not stop or skip it on your own: that can be dangerous.
rule-anti-inflammatory = An anti-inflammatory painkiller
    .because = Bruises may be larger. Clinics ask for 3 days to 2 weeks without.
    .change = If it is on prescription, do not stop it: ask whoever prescribes it. If not, ask a pharmacist what else helps with pain.
rule-light-sensitive = A medicine that makes skin sensitive to light
    .because = Skin that heals burns and marks more easily in the sun with it. Some clinics leave such people out.
    .change = Do not stop it. Ask your pharmacist, keep the skin out of the sun, and cover it well.
rule-diabetes-controlled = Diabetes, well controlled
    .because = Healing can be slower and infection likelier, even when control is good.
    .change = Nothing needs to change. Keep the skin clean, check it daily, and see someone early if it looks wrong.
rule-diabetes-uncontrolled = Diabetes, not well controlled
    .because = Small wounds then heal slowly and get infected easily.
    .change = When your diabetes team calls it well controlled, screen again.
rule-weak-immunity = A weakened immune system
    .because = Germs that enter through the punctures could cause a serious infection.
    .change = The doctor who treats you can decide about needling in a clinic. At home it stays a no while it lasts.
rule-blood-infection = Hepatitis B, hepatitis C or HIV
    .because = Needles draw blood, which can infect whoever touches it. Some clinics leave such people out. HIV was passed on at a spa that reused needling tools.
    .change = Ask your doctor whether small wounds are safe for you, and tell the clinic. Never share a roller, and let nobody touch it without gloves.
rule-slow-healing = Slow healing, or heart, liver or kidney disease
    .because = Small wounds may heal badly or get infected. Makers and clinics name such illnesses as reasons not to needle.
    .change = Ask the doctor who treats you.
rule-radiotherapy-ongoing = Radiotherapy or chemotherapy going on
    .because = Skin and immune system are weakened, and wounds heal badly.
    .change = After the last treatment, screen again with its date, and ask your cancer team.
rule-radiotherapy-ended = Radiotherapy or chemotherapy within a year
    .because = Skin can stay fragile for long. Clinics wait 3 to 12 months; the longest is used here, and none was tested.
    .change = Your cancer team can say if it is safe sooner. From { $until } this is no longer a reason to wait.
rule-radiotherapy-here = Rays (radiotherapy) on this very skin
    .because = Skin that was radiated stays thin and heals badly, often for life. Clinics leave it out.
    .change = Ask your cancer team or a dermatologist, or choose another place. If it was elsewhere, say so.

## Rules: the skin that would be needled

rule-skin-cancer = Skin cancer or a rough sun patch in the area
    .because = It must be seen and treated by a doctor, and never needled.
    .change = Have it seen soon. When a doctor says that the area is clear, screen again.
rule-moles-changing = A mole or birthmark that changes
    .because = It may be skin cancer. A doctor must look before anything is done there.
    .change = Show it to a doctor soon. When they say that it is harmless, change your answer.
rule-moles = Raised moles or birthmarks
    .because = Needles can tear them, and nobody should needle what has to be watched. Clinics leave them out.
    .change = Leave them out: stay a finger’s width away. If one changes, show it to a doctor.
rule-vessels = Small visible veins
    .because = Needles can break them, and more may show afterwards. Clinics leave them out.
    .change = Leave them out: stay a finger’s width away.
rule-thin-skin = Thinned skin
    .because = Thin skin tears, bleeds and scars easily. Clinics leave it out.
    .change = Choose another place. Do not stop a steroid cream on your own. A dermatologist who has looked can decide about a clinic.
rule-broken-skin = Broken or irritated skin
    .because = It has a wound already; more punctures invite infection and marks.
    .change = When the skin is whole and calm, screen again.
rule-sunburn = Sunburn or strong sun in the last two weeks
    .because = Freshly sunned skin is inflamed, and may keep dark marks.
    .change = From { $until } this is no longer a reason to wait, if the skin is calm and has had no more strong sun.
rule-recent-scar = A scar or stretch mark younger than a year
    .because = It is still changing, and one maker says its device was not tested on scars this young.
    .change = Ask the surgeon or a clinician, or leave that place out. When it is a year old, this no longer applies.
    .against = Surgeons who treat burns argue for needling early. Clinics wait between six weeks and a year.
rule-surgery = Surgery there in the last twelve months
    .because = Deep scars need about a year. Clinics wait that long after a face or eyelid lift.
    .change = Ask the surgeon whether it is safe sooner. From { $until } this is no longer a reason to wait.
rule-filler = Filler or botulinum in the last two weeks
    .because = Swelling from needling may disturb what was injected. Two weeks rests on a specialist’s practice, not on a trial.
    .change = From { $until } this is no longer a reason to wait. Ask whoever injected it if you are unsure.
    .against = Clinics differ widely, from two weeks to a year. Nobody has measured it.
rule-tattoo = A tattoo, permanent make-up or a piercing there
    .because = Needles could damage the picture and move its colour, or catch in the jewellery.
    .change = Leave that place out: needle only areas without.

## Rules: skin that keeps dark marks

rule-dark-marks = Melasma, or dark marks after spots or cuts
    .because = Skin that has kept dark marks may keep new ones. Some clinics leave such people out.
    .change = Start with a small spot and short needles. Keep the skin out of the sun, use sunscreen, and never needle red skin. If you have melasma, ask a dermatologist first.
    .against = Over twelve trials together, no dark marks were found after needling.
rule-skin-type-dark = Skin that tans well
    .because = Such skin keeps dark marks more often. They followed in 14 of 100 people in one study of scars, and in 7 of 100 in another.
    .change = Keep the skin out of the sun before and after, use sunscreen, take short needles first, and wait until no red is left.
    .against = Over twelve trials together, no dark marks were found after needling.

## Rules: allergies

rule-metal-allergy = An allergy to metal
    .because = Needles are metal. With this allergy the skin is more likely to react to them.
    .change = If a patch test shows that you are not allergic to the metal of the needles, screen again.
rule-anaesthetic-allergy = An allergy to numbing cream or numbing shots
    .because = You can be needled, but never with numbing cream: in you it could cause a dangerous reaction. Needles up to 0.3 mm need none.
    .change = Never use numbing cream, and tell the clinic. If a test shows that you are not allergic, screen again.
    .against = One maker’s label and some clinics rule needling out with this allergy.

## Rules: the session before

rule-last-needling-not-calm = The skin is not calm since the last session
    .now = Not now: the skin has to be calm first.
    .because = Skin that is still healing must not be needled again. Ordinary signs are gone within a week.
    .change = When nothing is red, swollen, sore or peeling, screen again. If that takes longer than a week, show it to a clinician.
rule-last-needling-too-soon = Too soon after the last session
    .because = Skin needs rest after needles: six to eight weeks after all but the shortest, and one to three days after those. Needles of an unknown length count as the longest.
    .change = From { $until } this is no longer a reason to wait, if the skin is calm.
    .against = On the face, the skin’s barrier needed up to three days to recover from short rollers, which speaks against daily use. In trials on scars, longer needles were used one to eight weeks apart. No trial has compared how long to wait.

## Rules: what is used on the skin now

rule-using-retinoid = A retinoid cream in use
    .because = It can irritate, and on punctured skin more so. Clinics ask for a break of 12 hours to 14 days.
    .change = Leave it out from now on. From { $until } it is no longer a reason to wait. If it is on prescription, say so under prescription retinoids: six months then apply.
rule-using-acids = Exfoliating acids in use
    .because = They thin and irritate the skin. Clinics ask for a break of 12 hours to 14 days.
    .change = Leave them out from now on. From { $until } they are no longer a reason to wait.
rule-using-vitamin-c = Vitamin C in use
    .because = Hard lumps that resisted treatment have followed needling, often where vitamin C had been put on the skin.
    .change = Put none on before or while you needle, and none on open skin. The aftercare plan says when again.
    .against = One school of surgeons has people use vitamin A and C creams for weeks before. Its founders earn from such products.
rule-using-minoxidil = Minoxidil in use
    .because = Punctured skin may take up more of it than intended. Nobody has measured that; we infer it. Needles are not meant to carry products into the skin.
    .change = Leave it out on the day, and start again when the aftercare plan allows it.
    .against = Trials for hair loss combined needling with minoxidil on purpose.
rule-using-peel-or-laser = A peel or laser on the area
    .because = Skin has to recover from one treatment before the next. Clinics leave one week to three months.
    .change = Have no more of it. From { $until } it is no longer a reason to wait. After a deep peel, dermabrasion or an ablative laser, wait for three months and ask that clinic.
rule-using-microdermabrasion = Microdermabrasion on the area
    .because = It takes off part of the skin’s surface. Clinics leave two weeks after needling; the same before is our inference.
    .change = Leave two weeks between the two.
rule-using-sun = Strong sun on the area
    .because = Skin in strong sun is inflamed more easily, and healing skin may keep dark marks.
    .change = Keep the area out of the sun from now on. From { $until } it is no longer a reason to wait.

rule-using-waxing = Waxing on the area
    .because = It pulls off part of the skin’s surface. Clinics leave three to seven days.
    .change = Have no more of it. From { $until } it is no longer a reason to wait.
rule-using-self-tanner = Self-tanner on the area
    .because = It hides redness. One clinic leaves two weeks.
    .change = Use no more of it. From { $until } it is no longer a reason to wait.

## Rules: the place

rule-eyelids = Eyelids
    .because = The skin of the lids is thinner than a millimetre, and the eye lies behind it. One maker’s label forbids needling there.
    .change = Leave the lids out. Around the eyes, on the bone, is possible: choose that area.
    .against = Two pens are cleared for lines around the eyes. That is on the bone, not on the lids.

## Rules: the needle

rule-needle-too-long = Needles too long for this place
    .because = The limit here is { $ceiling }. In a clinic it follows from how thin the skin is. At home it is custom, and nobody has measured it: deeper needles need training and sterile tools.
    .change = Use needles of { $ceiling } or shorter. Longer ones belong in a clinic, and only where the skin is thick enough.

## Alternatives

alternative-see-a-doctor = See a doctor soon
    .because = What you told us should be seen or talked over with a doctor before anything is done to this skin.
    .caveat = Say what you have noticed and since when. Photos help.

alternative-microdermabrasion = Microdermabrasion
    .because = It rubs off the surface of the skin without puncturing it. In a trial of 30 people with stretch marks some improved with it, and they found it easier to bear than needling.
    .caveat = Needling did more in that trial. Nobody was found who compared the two on the face. A review says not to have dermabrasion around isotretinoin. To be careful, we hold this milder form back too.
alternative-fractional-ablative-laser = Fractional ablative laser
    .because = For acne scars it did more than needling in some trials and about the same in others. For ageing skin and stretch marks results were about equal, in small trials.
    .caveat = The skin takes longer to recover, and dark marks were commoner: 30 in 100 against 7 in one trial. With darker skin, ask about this first. Only in a clinic.
alternative-non-ablative-laser = Non-ablative fractional laser
    .because = It did about as well as needling for acne scars and for stretch marks in small trials.
    .caveat = Dark marks followed in 14 of 100 people against none with needling in one trial, so take special care with darker skin. For stretch marks it hurt less than needling, but the reaction lasted a day longer.
alternative-sun-protection-and-waiting = Sun protection and waiting
    .because = It adds no wound, it guards against more sun damage, and many reasons against needling pass with time.
    .caveat = Unverified: this is our own judgement, and it was not compared with needling.
