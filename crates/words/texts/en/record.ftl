# What commands say of the record, and of files that they wrote. Commands and flags stay as they are.
count-people = { $n ->
    [one] { $n } person
   *[other] { $n } people
}
count-entries = { $n ->
    [one] { $n } entry
   *[other] { $n } entries
}
count-photos = { $n ->
    [one] { $n } photograph
   *[other] { $n } photographs
}
count-rows = { $n ->
    [one] { $n } row of the journal
   *[other] { $n } rows of the journal
}
count-rows-alone = { $n ->
    [one] { $n } row
   *[other] { $n } rows
}

wrote-examples = Wrote person.toml, session.toml, checkins.toml, story.toml and roll.toml. Next: needlewise screen person.toml
wrote-protocol = Wrote the protocol to { $folder }. Next: needlewise protocol check { $folder }
calendar-none = { $verdict } There are no sessions to put into a calendar: see needlewise screen.
calendar-no-zone = { $file }: no zone is named, so times are in UTC. Add a line like zone = "Europe/Paris".
batch-decided = { $n } decided

# Asked for on the terminal.
ask-new-backup = Passphrase for the backup, { $n } to { $most } letters:
ask-backup = Passphrase of the backup:
ask-new = New passphrase, { $n } to { $most } letters:
ask-again = The same again:
ask-paper = The key from paper:

# Backups.
backup-made = { $file } is a backup. It was put back elsewhere and found whole. { $what } The master key is not in it. To restore it elsewhere you need the key on paper: needlewise keys show.
backup-made-with-key = { $file } is a backup. It was put back elsewhere and found whole. { $what } The master key is in it. Whoever opens the file can read everything.
backup-made-damaged = { $file } is a backup of a damaged record. It was put back elsewhere, and all that could be read was there. { $what } But { $n ->
    [0] the journal does not add up.
    [one] one entry was damaged or missing before.
   *[other] { $n } entries were damaged or missing before.
} So it does not count as a whole backup. Next: needlewise doctor --mend, then back up again.
backup-restored = The record of { $when } UTC is back in { $folder }: { $what } Next: needlewise doctor.
backup-whole = { $file } is whole: put back elsewhere, everything of { $when } UTC was there: { $what }
backup-what = { $people }, { $entries } with { $photos }, { $rows }.
backup-what-flawed = { $what } But { $n ->
    [one] { $n } picture was
   *[other] { $n } pictures were
} missing or damaged in the record before. Next: needlewise doctor.

# Keys and passphrases.
keys-paper = This opens everything. Write it on paper. Keep it away from this machine and from backups. When this disk is gone, no backup can be read without it.
keys-kept = The key { $key } is kept in { $folder }.
passphrase-set = The passphrase is set. Browsers that were let in before stay let in.
passphrase-removed = There is no passphrase any more. Needlewise then listens on this machine only.
passphrase-removed-one = This passphrase is removed. { $n ->
    [one] { $n } other person has
   *[other] { $n } other people have
} one still.

# One person.
exported = Everything is in { $file }, photographs too. Whoever has the file can read it, so keep it safe.
exported-with-sheet = Everything is in { $file }, photographs and the last aftercare sheet too. Whoever has the file can read it, so keep it safe.
imported = { $person } is here, with everything that was in { $file }.
exported-gaps = { $n ->
    [one] One entry or picture
   *[other] { $n } entries or pictures
} could not be read and is not in it; needlewise.json names what is missing. Next: needlewise doctor --mend, then export again.
erased = { $person } is erased: key, entries and photographs are gone. Backups made before keep what they hold; delete them too if nothing is to remain.
erased-not-yet = { $person } is erased, but not all of it is gone yet. Nobody can open the record any more. But the key or a picture is still on the disk, since something else was reading it. Next: end whatever has the database open, such as a backup. Then run needlewise doctor. It is tried at each start too.
people-none = Nobody is here yet.

# What is wrong with the record.
journal-whole = The journal is whole: { $rows }, each follows the one before, and it ends where it was left. Each entry is what it says.
doctor-looked = Looked at rights, database, statements, journal ({ $rows }), entries ({ $entries } of { $people }), pictures, room and backups: { $backup }.
doctor-backup = the last verified backup is of { $when } UTC
doctor-no-backup = there is no verified backup
doctor-well = All is well.
doctor-unwell = { $n ->
    [one] { $n } thing is not well:
   *[other] { $n } things are not well:
}
doctor-broken = { $what }. Somebody changed it from outside, or the disk is failing. Next: keep a copy, then restore a backup.
doctor-open = { $path } is open to others (mode { $mode }). Next: { $command }
doctor-database = The database finds itself damaged: { $what }. The disk may be failing. Next: keep a copy, then restore a backup.
doctor-statements = The tables are not as this program expects: { $why }. Next: use the program that made them, or a newer one.
doctor-entries = { $n ->
    [one] One entry is
   *[other] { $n } entries are
} not what the journal says: { $which }. Somebody changed the record from outside, or the disk is failing. Next: keep a copy. Then needlewise doctor --mend puts back what the journal still has. With a backup, needlewise doctor --mend BACKUP also puts back photos and profiles.
doctor-entry = { $thing } { $id } ({ $why })
damaged-edited = changed
damaged-older = put back to how it was before
damaged-missing = missing
damaged-redated = given another date
damaged-moved = moved to another place
damaged-beside = put in, or put back after it was removed
damaged-unreadable = can’t be read
doctor-photos = { $missing } pictures are missing and { $damaged } damaged (photos { $photos }). Next: needlewise doctor --mend BACKUP puts back those that the backup holds.
doctor-orphans = { $n ->
    [one] { $n } stored picture belongs
   *[other] { $n } stored pictures belong
} to nobody. That comes from a power cut, a copied folder or a database that was put back. They can't be opened and do no harm. Next: needlewise doctor --mend removes them.
doctor-waiting = { $n ->
    [one] { $n } stored picture waits
   *[other] { $n } stored pictures wait
} to be removed. Next: start Needlewise while nothing else has the folder open; it does so then.
doctor-erasing = { $n ->
    [one] { $n } person was
   *[other] { $n } people were
} erased, but the key may still be in the files of the database, since something else was reading them. Next: end whatever has the database open, such as a backup. Then run needlewise doctor again. It is tried at each start too.
doctor-mended-entries = { $n ->
    [one] One entry is
   *[other] { $n } entries are
} again what the journal says: { $which }.
doctor-mended-pictures = { $n ->
    [one] One picture is
   *[other] { $n } pictures are
} back from the backup.
doctor-mended = { $n ->
    [one] { $n } picture that belonged to nobody was removed.
   *[other] { $n } pictures that belonged to nobody were removed.
}
doctor-read-only = The disk can only be read, so nothing can be saved. It is full, read-only or failing. Next: back the record up onto another disk. Then make room, or look after the disk.
doctor-room = Only { $n } MB are free. When the disk is full nothing can be saved. Next: make room.
doctor-never-backed-up = There is no verified backup of this record. Next: needlewise backup FILE, onto another disk.
doctor-old-backup = The last verified backup is of { $when } UTC, more than 48 hours ago. Next: needlewise backup FILE, onto another disk.
doctor-aside = { $what }. { $why }
