### Screening: what is asked, what an answer means, what else might help.

## Questions

question-born = When were you born?
    .why = Below a certain age nobody should be needled: the devices were tested and cleared for adults.
    .unknown = Without an age nothing can be decided.
    .find-out = Your date of birth is on your passport or identity card.
question-pregnancy = Are you trying to get pregnant, pregnant or breast-feeding?
    .why = Needling is left until afterwards, as a precaution.
    .unknown = Treated as pregnant until you know.
    .find-out = A pregnancy test from a pharmacy, or your doctor or midwife, can tell you.
question-active_acne = Do you have active acne where you want to be needled?
    .why = Needles can carry germs from inflamed spots into the skin around them.
    .unknown = Treated like yes until you know.
    .find-out = Look in good light for red, sore or pus-filled spots. If you can’t tell, ask a pharmacist or a doctor.
question-skin_condition = Do you have another skin condition, such as eczema, psoriasis or rosacea?
    .why = Needling can set off a condition where it is, and sometimes starts it in new places.
    .unknown = Treated as if it were in the area, until you know.
    .find-out = A doctor can name a rash that comes back or does not heal.
question-autoimmune = Do you have an autoimmune disease, such as lupus, scleroderma or rheumatoid arthritis?
    .why = The skin may heal badly, and the immune system may answer the punctures too strongly.
    .unknown = Treated like yes until you know.
    .find-out = Ask your doctor, or look in your medical record for a diagnosis from a specialist.
question-retinoid = Have you used a prescription retinoid, by mouth or on the skin?
    .why = Retinoids such as isotretinoin or tretinoin change how skin renews itself and heals.
    .unknown = Treated as if you were using one, until you know.
    .find-out = Look at the packet or your prescriptions of the last year, or ask your pharmacist.
question-infection = Is there an infection in the area: bacterial, viral or fungal, or warts?
    .why = Needling can spread an infection and push it deeper.
    .unknown = Treated like yes until you know.
    .find-out = Show the place to a pharmacist or a doctor.
question-cold_sores = Do you get cold sores?
    .why = Needling can wake the virus, and a cold sore on healing skin can infect the needled area.
    .unknown = Treated as if you had one now, until you know.
    .find-out = Think of small grouped blisters on or near the lip that tingle first. A doctor can tell you what a sore is.
question-keloid = Do your scars grow thick and raised, beyond the edge of the wound?
    .why = Someone who forms keloids may form one after any small wound.
    .unknown = Treated like yes until you know.
    .find-out = Look at old cuts, piercings and vaccination marks, and ask if close relatives have keloids.
question-bleeding_disorder = Do you have a disorder that makes you bleed or bruise easily?
    .why = Needling wounds many tiny vessels.
    .unknown = Treated like yes until you know.
    .find-out = Tell a doctor about long nosebleeds, large bruises or heavy bleeding; a blood test can answer it.
question-anticoagulant = Do you take a medicine that thins the blood?
    .why = Bleeding and bruising may be stronger.
    .unknown = Treated like yes until you know.
    .find-out = Take the list of your medicines to a pharmacist. Do not stop any of them to be needled.
question-diabetes = Do you have diabetes?
    .why = Diabetes can slow healing and make infection more likely.
    .unknown = Treated as uncontrolled until you know.
    .find-out = A blood test tells you; if you have diabetes, your last results tell how well it is controlled.
question-weak_immunity = Is your immune system weakened, by a disease or a medicine?
    .why = Small wounds then get infected more easily and heal more slowly.
    .unknown = Treated like yes until you know.
    .find-out = Ask your doctor; steroid tablets and medicines after a transplant are common reasons.
question-skin_cancer = Is there skin cancer in the area, or a rough, scaly patch from the sun (actinic keratosis)?
    .why = Nothing that may be cancer should be needled.
    .unknown = Treated like yes until a doctor has looked.
    .find-out = Have a doctor look at anything new, growing, changing, bleeding or scaly.
question-broken_skin = Is the skin in the area broken, sore or irritated?
    .why = Skin that is already hurt should heal first.
    .unknown = Treated like yes until you know.
    .find-out = Look in good light and touch lightly: cuts, scabs, stinging or rash mean yes.
question-sunburn = Have you been sunburnt, or had strong sun or a tanning bed, on the area?
    .why = Freshly sunned skin is inflamed and marks more easily.
    .unknown = Needling waits until you know the day.
    .find-out = Think back over the last two weeks; photos may help.
question-recent_scar = Is there a scar or stretch mark younger than a year in the area?
    .why = Young scars are still changing, and needling devices were not tested on them, as one maker says.
    .unknown = Treated like yes until you know.
    .find-out = Remember the operation, injury or pregnancy it came from. Red or purple marks are often young.
question-filler = Have you had filler or botulinum injected in or near the area?
    .why = Swelling and pressure soon after an injection might move what was injected.
    .unknown = Needling waits until you know the day.
    .find-out = The clinic that treated you has the date in its records.
question-radiotherapy = Have you had radiotherapy or chemotherapy?
    .why = Both can leave skin and immune system weaker for a long time.
    .unknown = Treated as ongoing until you know.
    .find-out = Your hospital letters give the day of the last treatment.
question-metal_allergy = Are you allergic to metal, such as nickel or steel?
    .why = The needles are metal, and they go into the skin.
    .unknown = Treated like yes until you know.
    .find-out = A rash under cheap earrings, watch straps or buttons is a hint; a patch test answers it.
question-anaesthetic_allergy = Are you allergic to a local anaesthetic, as a cream or an injection?
    .why = Numbing cream is often used, and the reaction can be serious.
    .unknown = Treated like yes until you know.
    .find-out = Think of the dentist and of numbing creams. A doctor can test it.
question-tattoo = Is there a tattoo or permanent make-up in the area?
    .why = Needles could disturb the pigment.
    .unknown = Treated like yes until you know.
    .find-out = Look at brows, lash lines and lips too: permanent make-up fades but stays in the skin.
question-last_needling = When were you last needled in this area, and is the skin calm again?
    .why = Skin needs to heal before the next session.
    .unknown = Treated as not calm until you know.
    .find-out = Look for a booking or a note. The skin is calm when nothing is red, swollen, sore or peeling.
question-using = Which of these do you use or do on the area at present?
    .why = Some products and treatments do not go together with skin that has just been punctured.
    .unknown = Treated as if you used all of them, until you know.
    .find-out = Read the labels on your bathroom shelf.

## Questions that stand on one page

group-skin = How is the skin there now?
    .why = Needles open the skin. What is inflamed, infected, hurt or still young there should be left in peace.
group-health = Do any of these concern you?
    .why = Some illnesses, medicines and allergies make small wounds heal badly, bleed more or react too strongly.
group-scars = What do you know of your scars, and of cancer?
    .why = Some skin answers every wound with a thick scar, and nothing that may be cancer should be needled.
group-before = What was done to this skin before?
    .why = Skin needs rest after an injection and after needling.

## Answers

answer-unknown = I don’t know
answer-no = No
answer-yes = Yes
answer-none = None
answer-never = Never
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
answer-controlled = Yes, well controlled
answer-uncontrolled = Yes, not well controlled
answer-ongoing = It is going on
answer-ended = It ended on
answer-on = Yes, on
answer-calm = Is the skin calm again?

## Rules: the article's own four

rule-pregnancy = Trying to get pregnant, pregnant or breast-feeding
    .because = Needling is kept for another time, as a precaution: no study of it in pregnancy or while breast-feeding was found.
    .change = When you are no longer trying, pregnant or breast-feeding, screen again.
    .against = No evidence of harm was found. A review of cosmetic procedures in pregnancy found many of them to look safe, but its summary does not mention needling; one device’s manual bars only the numbing cream.
rule-active-acne = Active acne in the area
    .because = Rolling over inflamed spots may spread germs and make the acne worse.
    .change = When the spots have settled, screen again. A doctor can treat the acne first; acne scars can be needled later.
    .against = One device’s manual bars only severe acne. The stricter rule is kept here.
rule-skin-condition-in-area = A skin condition in the area, or in a flare
    .because = Needling inflamed skin can make the condition worse or carry it further.
    .change = When the area is clear and nothing flares, screen again. A dermatologist who knows your skin can advise.
rule-skin-condition-elsewhere = A skin condition elsewhere
    .because = Some conditions, such as psoriasis, can appear where skin is wounded. That this matters for needling is a judgement, not a measured risk.
    .change = Nothing needs to change. Try a small spot first, stop if your condition shows there, and ask a dermatologist if you are unsure.
rule-autoimmune = An autoimmune disease
    .because = Healing may be poor, and the punctures might stir up the disease.
    .change = Only a doctor who knows your disease could decide otherwise; talk to them before anyone needles you.
rule-retinoid-using = A prescription retinoid in use
    .because = The rule is six months without a prescription retinoid, by mouth or on the skin, before needling.
    .change = Do not stop a medicine only to be needled. If its course ends, screen again with the day of the last dose. The prescriber may agree to needling sooner; that decision is theirs.
    .against = For isotretinoin by mouth, a review found too little evidence to delay needling rollers, and an Indian task force advises dropping the delay. An American task force found too little evidence to delay several milder procedures, though its summary does not name needling. In 504 procedures in 183 people, most of them on the drug, there were 2 keloids; few of those procedures were needling. The drug’s label still says six months.
rule-retinoid-stopped-oral = A retinoid by mouth in the last six months
    .because = The rule is six months after the last dose, as on the label of isotretinoin.
    .change = From { $until } this no longer stands in the way. The prescriber may agree to needling sooner; that decision is theirs.
    .against = A review found too little evidence to delay needling rollers after isotretinoin, and an Indian task force advises dropping the delay. An American one found too little evidence to delay several milder procedures, though its summary does not name needling. In 504 procedures in 183 people, most of them on the drug, there were 2 keloids; few of those procedures were needling. A Canadian text still warns for 5 to 6 months; clinics ask for 1 to 12.
rule-retinoid-stopped-topical = A prescription retinoid on the skin in the last six months
    .because = The rule is six months after the last use on the skin, to be on the safe side.
    .change = From { $until } this no longer stands in the way. The prescriber may agree to needling sooner; that decision is theirs.
    .against = Clinics usually ask for a break of 2 to 7 days from retinoid creams. Neither time was tested.

## Rules: age

rule-age-under-18 = Younger than 18
    .because = Clinics do not needle minors, and the devices were cleared for adults only.
    .change = From { $until }, the 18th birthday, this no longer stands in the way. Until then a doctor can help with acne or scars.
rule-age-18-to-21 = Aged 18 to 21
    .because = In the United States needling devices are cleared for people of 22 and over, so at your age they would be used beyond what they are cleared for.
    .change = From { $until }, the 22nd birthday, this no longer applies. Until then, start gently and ask a professional if you are unsure.
    .against = Clinics commonly take people from 18.

## Rules: infection, healing and the immune system

rule-infection = An infection in the area
    .because = Needles can spread an infection and carry it deeper into the skin.
    .change = Have it treated. When it has healed completely, screen again.
rule-cold-sores-active = A cold sore now
    .because = Needling over or near a cold sore can spread the virus across the punctured skin.
    .change = When it has healed completely, screen again, and ask a doctor or pharmacist how to prevent the next.
rule-cold-sores-past = Cold sores in the past
    .because = Cold sores have come back after needling, and one during healing can infect the needled area. How often is not known.
    .change = Ask a doctor beforehand whether tablets against cold sores suit you. They were tried around laser treatment, not around needling.
rule-keloid = Scars that grow thick and raised
    .because = Every puncture is a small wound, and in you a wound may become a keloid.
    .change = A dermatologist who has looked at your scars can decide about needling in a clinic. At home it stays a no.
rule-bleeding-disorder = A bleeding disorder
    .because = Needling opens many tiny vessels, and bleeding or bruising may be hard to stop.
    .change = Only if a doctor rules the disorder out does the answer change.
rule-anticoagulant = A medicine that thins the blood
    .because = Bleeding and bruising may be stronger. One maker says its device was not tested in people who take such a medicine.
    .change = Ask the doctor who prescribes it. Do not stop or skip it on your own: that can be dangerous.
rule-diabetes-controlled = Diabetes, well controlled
    .because = Healing can be slower and infection likelier, even when control is good.
    .change = Nothing needs to change. Keep the skin clean, check it daily, and see someone early if it looks wrong.
rule-diabetes-uncontrolled = Diabetes, not well controlled
    .because = Small wounds then heal slowly and get infected easily.
    .change = When your diabetes team calls it well controlled, screen again.
rule-weak-immunity = A weakened immune system
    .because = Germs that enter through the punctures could cause a serious infection.
    .change = The doctor who treats you can decide about needling in a clinic. At home it stays a no while it lasts.
rule-radiotherapy-ongoing = Radiotherapy or chemotherapy going on
    .because = Skin and immune system are weakened, and wounds heal badly.
    .change = After the last treatment, screen again with its date, and ask your cancer team.
rule-radiotherapy-ended = Radiotherapy or chemotherapy in the last twelve months
    .because = Skin can stay fragile for long. Clinics wait 3 to 12 months; the longest is used here, and none was tested.
    .change = Your cancer team can say if it is safe sooner. From { $until } this no longer stands in the way.

## Rules: the skin that would be needled

rule-skin-cancer = Skin cancer or a rough sun patch in the area
    .because = It must be seen and treated by a doctor, and never needled.
    .change = Have it seen soon. When a doctor says that the area is clear, screen again.
rule-broken-skin = Broken or irritated skin
    .because = It has a wound already; more punctures invite infection and marks.
    .change = When the skin is whole and calm, screen again.
rule-sunburn = Sunburn or strong sun in the last two weeks
    .because = Freshly sunned skin is inflamed, and may keep dark marks.
    .change = From { $until } this no longer stands in the way, if the skin is calm and has had no more strong sun.
rule-recent-scar = A scar or stretch mark younger than a year
    .because = It is still changing, and one maker says its device was not tested on scars this young.
    .change = Ask the surgeon or a clinician, or leave that place out. When it is a year old, this no longer applies.
    .against = Surgeons who treat burns argue for needling early. Clinics wait between six weeks and a year.
rule-filler = Filler or botulinum in the last two weeks
    .because = Swelling from needling may disturb what was injected. Two weeks rests on a specialist’s practice, not on a trial.
    .change = From { $until } this no longer stands in the way. Ask whoever injected it if you are unsure.
    .against = Clinics differ widely, from two weeks to a year. Nobody has measured it.
rule-tattoo = A tattoo or permanent make-up in the area
    .because = Needles could damage the picture and move its pigment.
    .change = Leave that place out: needle only areas without a tattoo.

## Rules: allergies

rule-metal-allergy = An allergy to metal
    .because = Needles are metal, and a metal allergy makes a reaction after needling more likely.
    .change = If a patch test shows that you are not allergic to the metal of the needles, screen again.
rule-anaesthetic-allergy = An allergy to a local anaesthetic
    .because = Numbing cream belongs to many needling sessions, and in you it could cause a dangerous reaction.
    .change = Never use numbing cream. If an allergy test shows that you are not allergic, screen again.

## Rules: the session before

rule-last-needling-not-calm = The skin is not calm since the last session
    .now = Not now: the skin has to be calm first.
    .because = Skin that is still healing must not be needled again. Ordinary signs are gone within a week.
    .change = When nothing is red, swollen, sore or peeling, screen again. If that takes longer than a week, show it to a clinician.
rule-last-needling-too-soon = Too soon after the last session
    .because = Skin needs rest between sessions: six to eight weeks for all but the shortest needles, which need one to three days on calm skin.
    .change = From { $until } this no longer stands in the way, if the skin is calm.
    .against = On the face, the skin’s barrier needed up to three days to recover from short rollers, which speaks against daily use. In trials on scars, sessions of longer needles were one to eight weeks apart; no trial has compared intervals.

## Rules: what is used on the skin now

rule-using-retinoid = A retinoid cream in use
    .because = It can irritate, and on punctured skin more so. Clinics ask for a break of 2 to 7 days before.
    .change = If it is on prescription, change your answer about prescription retinoids: six months then apply. If not, ask a pharmacist or clinician how long to pause.
rule-using-acids = Exfoliating acids in use
    .because = They thin and irritate the surface of the skin. Clinics ask for a break of 2 to 7 days before.
    .change = Leave them out for a week before, and afterwards until the aftercare plan allows them.
rule-using-vitamin-c = Vitamin C in use
    .because = Hard lumps that resisted treatment have followed needling, often where vitamin C had been put on the skin.
    .change = Put none on before or during needling, nor on open skin afterwards; the aftercare plan says when again.
    .against = One school of surgeons has patients use vitamin A and C creams for weeks beforehand; its founders have an interest in such products.
rule-using-minoxidil = Minoxidil in use
    .because = Punctured skin may take up more of it than intended. This is our inference; needling devices are not meant for carrying products into the skin.
    .change = Leave it out on the day, and start again when the aftercare plan allows it.
    .against = Trials for hair loss combined needling with minoxidil on purpose.
rule-using-peel-or-laser = Peels or laser on the area
    .because = The skin has to recover from one treatment before the next. Clinics leave four weeks between them.
    .change = Leave four weeks before needling and four weeks after, and tell both clinics.
rule-using-microdermabrasion = Microdermabrasion on the area
    .because = It takes off part of the skin’s surface. Clinics leave two weeks after needling; the same before is our inference.
    .change = Leave two weeks between the two.
rule-using-sun = Strong sun on the area
    .because = Sunned skin is more easily inflamed, and healing skin in the sun may keep dark marks.
    .change = Keep the area out of strong sun for two weeks before and at least a week after; four weeks after if your skin is dark.

## Rules: the needle

rule-needle-too-long = Needles too long for this place
    .because = The limit here is { $ceiling }. In a clinic it follows from how thin the skin is; at home it is custom, not a measured line, since deeper needles need training and sterile tools.
    .change = Use a device of { $ceiling } or shorter, or choose an area with thicker skin; longer needles belong in a clinic.

## Alternatives

alternative-microdermabrasion = Microdermabrasion
    .because = It rubs off the surface of the skin without puncturing it. In a trial of 30 people with stretch marks some improved with it, and they found it easier to bear than needling.
    .caveat = Needling did more in that trial. No comparison with needling on the face was found, and a review advises against dermabrasion around isotretinoin; to be careful, we hold this milder form back as well.
alternative-fractional-ablative-laser = Fractional ablative laser
    .because = For acne scars it did more than needling in some trials and about the same in others. For ageing skin and stretch marks results were about equal, in small trials.
    .caveat = The skin takes longer to recover, and dark marks were commoner: 30 in 100 against 7 in one trial. With darker skin, ask about this first. Only in a clinic.
alternative-non-ablative-laser = Non-ablative fractional laser
    .because = It did about as well as needling for acne scars and for stretch marks in small trials.
    .caveat = Dark marks followed in 14 of 100 people against none with needling in one trial, so take special care with darker skin. For stretch marks it hurt less than needling, but the reaction lasted a day longer.
alternative-sun-protection-and-waiting = Sun protection and waiting
    .because = It adds no wound, it guards against more sun damage, and many reasons against needling pass with time.
    .caveat = Unverified: this is our own judgement, and it was not compared with needling.
