"""Reads calendar files with vobject and icalendar, and checks what those two let pass.

Usage: readers.py FILE... Prints how many events each library read; exits 1 on any fault.
"""

import datetime
import re
import sys
from zoneinfo import ZoneInfo

import icalendar
import vobject

MUST_HAVE = ("UID", "DTSTAMP", "SEQUENCE", "DTSTART", "DTEND", "SUMMARY", "CLASS", "TRANSP")


def lines(raw):
    """The file's own form: CR LF everywhere, no line over 75 octets."""
    if not raw.endswith(b"\r\n"):
        yield "the file does not end with CR LF"
    if re.search(rb"(?<!\r)\n|\r(?!\n)", raw):
        yield "a line ends without CR LF"
    for number, line in enumerate(raw.split(b"\r\n"), 1):
        if len(line) > 75:
            yield f"line {number} has {len(line)} octets"
        line.decode("utf-8")


def described(text):
    """The zones that the file describes."""
    return set(re.findall(r"^TZID:(.+?)\r?$", text, re.M))


def zones(text):
    """Every zone that a time names is described in the file."""
    used = set(re.findall(r"^DT(?:START|END);TZID=([^:;]+):", text.replace("\r\n ", ""), re.M))
    yield from (f"{zone} has no VTIMEZONE" for zone in sorted(used - described(text)))


def events(calendar):
    """What subscribers rely on in each event."""
    seen = set()
    for event in calendar.walk("VEVENT"):
        uid = str(event.get("UID"))
        yield from (f"{uid} lacks {name}" for name in MUST_HAVE if name not in event)
        if uid in seen:
            yield f"{uid} is there twice"
        seen.add(uid)
        if event.decoded("DTEND") <= event.decoded("DTSTART"):
            yield f"{uid} ends before it starts"
        cancelled = str(event.get("STATUS")) == "CANCELLED"
        # A day that is kept free is the person's own: nobody needs to be reminded of it.
        kept = not cancelled and "DESCRIPTION" not in event and not isinstance(event.decoded("DTSTART"), datetime.datetime)
        alarms = len(event.walk("VALARM"))
        if alarms != (0 if cancelled else 1) and not (kept and alarms == 0):
            yield f"{uid} does not have one alarm, or none if it was called off"


def components(calendar):
    """What icalendar noted while it read."""
    for component in calendar.walk():
        yield from (f"{component.name}: {error}" for error in component.errors)


def agreement(calendar, other):
    """Both libraries, and the zone database, read the same moment from each event."""
    theirs = {str(event.uid.value): event.dtstart.value for event in other.vevent_list}
    for event in calendar.walk("VEVENT"):
        uid, mine = str(event["UID"]), event.decoded("DTSTART")
        zone = event["DTSTART"].params.get("TZID")
        if not isinstance(mine, datetime.datetime):
            if theirs[uid] != mine:
                yield f"{uid}: {mine} is {theirs[uid]} to vobject"
            continue
        if theirs[uid].utcoffset() is None:
            yield f"{uid} has no zone to vobject"
            continue
        expected = mine.replace(tzinfo=ZoneInfo(zone)) if zone else mine
        for name, moment in (("icalendar", mine), ("vobject", theirs[uid])):
            if moment.timestamp() != expected.timestamp():
                yield f"{uid}: {expected} is {moment} to {name}"


def read(path):
    """Every fault of one file, after saying how many events were read."""
    with open(path, "rb") as file:
        raw = file.read()
    text = raw.decode("utf-8")
    # vobject keeps the zones of the file before; this file has to bring its own.
    for zone in described(text):
        vobject.icalendar.registerTzid(zone, None)
    other = vobject.readOne(text)
    other.validate(raiseException=True)
    print(f"{path}: {len(other.vevent_list)} events read by vobject")
    calendar = icalendar.Calendar.from_ical(raw)
    print(f"{path}: {len(calendar.walk('VEVENT'))} events read by icalendar")
    yield from lines(raw)
    yield from zones(text)
    yield from components(calendar)
    yield from events(calendar)
    yield from agreement(calendar, other)


def faults_of(path):
    """Every fault of one file, a refusal by a library among them."""
    try:
        return [f"{path}: {fault}" for fault in read(path)]
    except (vobject.base.VObjectError, ValueError, KeyError) as error:
        return [f"{path}: refused: {error}"]


def main(paths):
    """Reads every file; the exit status."""
    faults = [fault for path in paths for fault in faults_of(path)]
    print(*faults, sep="\n", end="\n" if faults else "", file=sys.stderr)
    return 1 if faults or not paths else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
