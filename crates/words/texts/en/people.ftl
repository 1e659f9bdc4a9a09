# Who has a record here, and starting one.
people-start = Welcome
people-start-go = Start
people-title = People
people-under = Each person has a record of their own.
people-hint = Who has a record here, and adding somebody
people-no-name = Somebody without a name
people-since = Since { $date }
people-add = Add somebody
people-name = Name
people-name-hint = Only if you like. It is kept encrypted.
people-add-go = Add
people-locked = Opens with a passphrase
people-damaged = Somebody whose profile can’t be read
people-damaged-hint = What can be done
people-lock = { $name } is here
people-lock-what = The record stays open in this browser until you lock it.
people-lock-go = Lock it
