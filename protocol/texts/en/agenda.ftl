# What the calendar says. Plain words, since the file is the person's own; nothing here names them.

agenda-name = Skin needling plan

agenda-session = Needling session { $n } of { $of }
    .description = Only on calm skin, and only after answering the screening questions again. Not before { $from }, best by { $by }.
    .alarm = Needling session { $n } is tomorrow.

agenda-preparation = Before needling: { $what }

agenda-milestone = From now on again: { $what }
    .description = { $after } after session { $n }. Wait longer if the skin is not calm.

agenda-checkin = Skin check-in, { $after } after session { $n }
    .description = Score each sign from 0 to 10 and note any warning sign. If you are worried, do not wait for this reminder.

agenda-judge = First results can be judged
    .description = Any earlier was too early to judge. If there is a change, its first signs may show by { $by }.
