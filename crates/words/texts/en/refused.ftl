# Why a command could not do what was asked: what, why, and what next. Commands and flags stay as they are.
refused-file = { $file }: { $why }. Next: { $next }.
refused-point = - { $what }
refused-why = { $what }: { $why }
refused-faults = { $n ->
    [one] { $n } fault
   *[other] { $n } faults
} to mend; the protocol is refused.
refused-unused = { $flag } changes nothing here. Next: leave it out.
refused-no-home = there is no home folder. Next: name one with --data DIR.
refused-no-text = { $file }: this is not text in UTF-8. Next: save it as UTF-8 text.
refused-before-session = --at: { $moment } is before the session at { $session }; aftercare begins with it
refused-at = --at: { $what }
refused-no-moment = --at: “{ $text }” is not a date and time: write it like 2026-12-06T20:00:00+01:00
refused-no-time = “{ $text }” is not a time: write it like 10:00
refused-product = “{ $word }” is not a product class. Expected one of: { $known }.
refused-product-meant = “{ $word }” is not a product class. Expected one of: { $known }. Did you mean “{ $nearest }”?
refused-entry = no entry has the id “{ $id }”. Next: needlewise protocol sources lists the sources
refused-entry-meant = no entry has the id “{ $id }”. Did you mean “{ $nearest }”? Next: needlewise protocol sources lists the sources
refused-lines = { $file }: { $unread } of { $lines } lines could not be read; their lines say why
refused-line = { $file }:{ $line }: { $what }
refused-line-no-text = { $file }:{ $line }: this line is not UTF-8 text
refused-input = standard input
refused-stream = the lines can't be read or written: { $why }
refused-output = nothing can be written to standard output: { $why }
refused-json = this can't be written as JSON: { $why }
refused-photo = { $file }: { $what } { $why } { $next }
refused-rolled = { $file }: { $what }.
refused-sheet = the sheet can't be drawn: { $why }
refused-no-room = there is no room for a demonstration: { $why }
refused-no-threads = this machine gives no threads: { $why }
refused-demo = the demonstration could not be filled: { $why }
refused-start = it could not be started: { $why }
refused-listen = { $address }: { $why }. Next: open the Needlewise that runs, or choose another address with --listen 127.0.0.1:PORT.
refused-listening = listening broke: { $why }
refused-needs-passphrase = listening beyond this machine needs a passphrase first. Next: needlewise passphrase set, then start again.
refused-needs-https = beyond this machine everybody in the network can read along, even the passphrase. Next: put a proxy with HTTPS before it and add --https. Is the network yours alone? Then add --without-https.
refused-typed-twice = the two are not the same. Next: type it again.
refused-no-terminal = there is no terminal to ask for the passphrase on. Next: put it into { $variable }, or use a key (--recipient, --identity).
refused-terminal = nothing could be asked on this terminal: { $why }
refused-standard-input = standard input can't be read: { $why }
refused-short = a passphrase needs at least { $n } letters. Next: choose another one.
refused-endless = a passphrase has at most { $n } letters. Next: choose another one.
refused-common = this passphrase is easy to guess: many people use it, or it is made of a name, a row of keys or a part that repeats. Next: choose a few words that have nothing to do with each other.
refused-exists = { $file }: is there already, and nothing is overwritten. Next: choose another name.
refused-no-record = { $folder }: there is no record here. Next: name its folder with --data DIR, or begin one with needlewise serve.
refused-folder-is-file = { $folder }: is a file, and no folder. Next: name a folder with --data DIR.
refused-folder-rights = { $folder }: the folder belongs to user { $owner }, and Needlewise runs as user { $own }, who may not read and write there. Next: start it as user { $owner }, or give it the folder: sudo chown -R { $own } { $folder }
refused-folder-own-rights = { $folder }: the folder is yours, and keeps you out. Next: chmod u+rwx { $folder }
refused-no-key = { $folder }: there is no key here. Next: name the folder with --data DIR.
refused-key-there = { $folder }: there is a key already, and it is not overwritten. Next: name another folder with --data DIR.
refused-recipient-only = { $file }: is locked for a recipient, not with a passphrase. Next: name the file with the secret key with --identity FILE.
refused-nobody = nobody is here yet. Next: needlewise serve.
refused-no-such-person = { $person }: nobody here has this name or id. Next: needlewise people lists who is here.
refused-same-name = { $person }: several people here have this name. Next: say who with --person ID; needlewise people lists them.
refused-which-person = { $n ->
    [one] { $n } person is
   *[other] { $n } people are
} here. Next: say who with --person ID; needlewise people lists them.
refused-erase = { $person }: nothing was erased. It can't be undone: key, entries and photographs go for good. Next: export what is to be kept, then say it with --yes.

# What to do next with a file.
next-check-name = check the name
next-example = check the name; needlewise example writes files to start from
next-other-folder = choose another folder
next-other-place = choose another place
next-move = move the file that is there, or choose another folder
next-new-report = name a new file for the report
next-readable-folder = make it a folder that can be read
next-protocol-folder = name a folder that holds a protocol; needlewise protocol export DIR writes one
next-settings-file = name a file with settings with --config FILE; docs/settings.md lists them
next-backup = name the file that backup wrote
next-identity = name the file with the secret key
next-export = name the zip that export wrote

# What the system says.
system-not-found = there is no such file or folder
system-denied = it may not be read or written
system-exists = it is there already
system-folder = it is a folder
system-no-folder = a part of its name is no folder
system-full = the disk is full
system-address-taken = it is in use, perhaps by Needlewise itself
system-no-address = this machine has no such address
system-no-text = it is not text in UTF-8
system-no-file = it is not an ordinary file
system-too-large = it is larger than anything that is read here
system-other = the system says “{ $why }”

# What the record says.
store-stale = the entry was changed meanwhile, perhaps in another window; read it again and repeat the change
store-not-found = there is no such entry; it may have been removed
store-taken = this id is taken by another entry; make a new one
store-held = check-ins or photographs belong to this entry; remove those first
store-full = the disk is full, so nothing was saved; make room and try again, no restart is needed
store-unavailable = the record can't be reached right now ({ $why }). Try again in a moment. If it stays so, look at the data folder and the database.
store-read-only = the disk of the record can only be read now: it is full, read-only or damaged. What is there can still be read, exported and backed up elsewhere, but nothing can be saved. Next: make room or look after the disk, and start again.
store-moved = the file of the database was removed or replaced while it was open. Perhaps a program did that which keeps folders in step. Nothing is saved. Next: end Needlewise, put the file back, and start it again.
store-elsewhere = this data folder is not that of the record in the database. Its pictures are elsewhere. Next: name its folder with --data DIR. If that folder is lost, begin a new one with needlewise keys restore.
store-half-restored = a backup was begun to be put back in this folder and isn't complete, so there is no record yet; if needlewise restore still runs, wait for it, and if it was cut off run it again: it begins anew
store-newer = this record was written by a newer Needlewise. Next: use that one, or a newer one.
store-newer-version = this record was written by Needlewise { $version }, and this is { $own }. Nothing was changed. Next: use { $version } or a newer one.
store-corrupt = { $what } is damaged or was changed from outside; restore a backup, and keep this copy to look into it
key-none = this is not a master key: expected 14 groups of 4 characters as needlewise keys show prints them
key-typo = the master key has a typing error: its last group, which checks the others, doesn't fit; compare it with the paper
key-file = the key file { $file } can't be used ({ $why }); restore it from the paper key
key-missing = the record in this database was sealed with key { $theirs }, which is not in this folder. Next: name its folder with --data DIR. If that folder is lost, keep the key from paper in a new one: needlewise keys restore.
key-other = this record was sealed with key { $theirs }, but the key given is { $ours }; give the right key
key-no-random = the system gives no random numbers, so no key can be made; try again later
journal-edited = row { $n } of the journal was edited, or put in
journal-missing = row { $n } of the journal is missing, or was moved
journal-ends = the journal ends after row { $found }, but { $expected } rows were written
journal-older = The journal has { $n } rows, but not the { $then } of the last backup: this is an older copy
journal-head = the note of where the journal ends was changed from outside

# What a backup says.
backup-file = the file can't be read or written ({ $why }); choose another place and try again
backup-exists = { $file } is there already, and nothing is overwritten. Next: choose another name. If it ends in .part, a backup was cut short: remove it.
backup-recipient = a recipient can't be read: expected age1 and 58 letters and digits, as age-keygen prints it
backup-no-recipient = no recipient is named; name one with --recipient age1…
backup-keys = the file can't be locked with these keys
backup-identity = the file of secret keys can't be read: expected lines of AGE-SECRET-KEY-1…, as age-keygen writes them
backup-no-identity = there is no secret key in the file named by --identity
backup-locked = the backup does not open with this passphrase or key. Type it again. If it stays so, the file may be damaged: try another backup.
backup-not-ours = this is not a backup of Needlewise; choose the file that needlewise backup wrote
backup-newer = this backup was made by a newer Needlewise; use that one
backup-newer-version = this backup was made by Needlewise { $version }, and this is { $own }. Next: put it back with { $version } or a newer one.
backup-damaged = the backup is damaged or was changed ({ $what }); nothing was restored, use another backup
backup-needs-key = the record in this backup is sealed with key { $key }, which is not in the backup; give it first: needlewise keys restore, from the paper key
backup-not-empty = { $place } is not empty. A backup is never put over a record. Next: choose another folder with --data DIR, or an empty database.
backup-journal = { $why }. So nothing says what was there, and nothing was mended. Next: keep a copy, then restore the backup into another folder.
backup-differs = what was put back is not what was backed up ({ $what }); don't rely on this file

# What an export says.
port-here = this person is here already, so nothing was changed; erase them first if the file is to replace them, or import into another data folder with --data DIR
port-not-ours = this is not an export of Needlewise; choose the zip that needlewise export wrote
port-newer = this export was made by a newer Needlewise (format { $version }); import it with that one
port-too-much = the file holds more than an export can, so it was not read further; choose the zip that needlewise export wrote
port-damaged = { $what } in the export is missing, damaged or was changed; get the zip anew from where it came from
port-gaps = { $n ->
    [one] One entry was
   *[other] { $n } entries were
} damaged or missing in the record when this export was written. Brought in, nobody would miss what could speak against needling. Next: mend that record with needlewise doctor --mend, and export again.
port-file = the export can't be read or written ({ $why }); make room or choose another place
