// Reads calendar files with ical.js and compares each moment with the zone database of the JavaScript engine.
// Usage: node reader.mjs FILE... Prints how many events were read; exits 1 on any fault.

import { readFileSync } from "node:fs";
import ICAL from "ical.js";

/** The wall time of a moment in a zone, as the engine's own zone database has it. */
function wall(moment, zone) {
  const parts = new Intl.DateTimeFormat("sv-SE", {
    timeZone: zone, dateStyle: "short", timeStyle: "medium",
  });
  return parts.format(moment).replace(" ", "T");
}

/** What is wrong with one event's times. */
function* faultsOf(event) {
  const { uid, startDate: start, endDate: end } = event;
  if (end.compare(start) <= 0) yield `${uid} ends before it starts`;
  if (start.isDate) return;
  const zone = event.component.getFirstProperty("dtstart").getParameter("tzid") ?? "UTC";
  if (start.zone.tzid !== zone) yield `${uid} is in ${start.zone.tzid}, not in ${zone}`;
  const written = start.toString().replace(/Z$/, "");
  const shown = wall(start.toJSDate(), zone);
  if (shown !== written) yield `${uid} says ${written}, which is ${shown} by the clock`;
}

/** Every fault of one file. */
function* read(path) {
  const text = readFileSync(path, "utf8");
  const root = new ICAL.Component(ICAL.parse(text));
  for (const zone of root.getAllSubcomponents("vtimezone")) ICAL.TimezoneService.register(zone);
  const events = root.getAllSubcomponents("vevent").map((event) => new ICAL.Event(event));
  console.log(`${path}: ${events.length} events read by ical.js`);
  if (events.length === 0) yield "there is no event";
  if (new Set(events.map((event) => event.uid)).size !== events.length) yield "a UID is there twice";
  for (const event of events) yield* faultsOf(event);
}

const faults = process.argv.slice(2).flatMap((path) => [...read(path)].map((fault) => `${path}: ${fault}`));
for (const fault of faults) console.error(fault);
process.exit(faults.length > 0 || process.argv.length < 3 ? 1 : 0);
