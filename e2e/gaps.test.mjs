// A record of which something was taken out past the program: every page says so, nothing calm is said, and the list names it.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { test } from 'node:test';
import { DESK, PHONE, look, press, start, stop, window } from './house.mjs';
import { answersAll, beginsToday } from './person.mjs';

const words = (page) => page.locator('main').innerText();

/// Somebody at the file, without the key.
function takesOut(house, table) {
  const code = `import sqlite3, sys\nwith sqlite3.connect(sys.argv[1]) as there: print(there.execute("DELETE FROM ${table}").rowcount)`;
  const done = spawnSync('python3', ['-c', code, join(house.folder, 'needlewise.db')], { encoding: 'utf8' });
  assert.match(done.stdout, /^[1-9]/, `rows of ${table} are gone: ${done.stderr}`);
}

for (const [size, dark] of [[PHONE, false], [DESK, true]]) {
  test(`what was taken out of a record is named, and nothing calm is said, at ${size.width} px`, async (t) => {
    const house = await start();
    t.after(() => stop(house));
    const ana = await window(house, { size, dark });
    await answersAll(ana);
    await beginsToday(ana, house.origin);
    takesOut(house, 'screening');
    await ana.goto(`${house.origin}/today`);
    await look(ana, 'gaps-today');
    assert.doesNotMatch(await words(ana), /It can be today|As expected/);
    // The browser calls every answer of 503 a complaint.
    const plan = await ana.goto(`${house.origin}/plan`);
    assert.equal(plan.status(), 503);
    ana.complaints = ana.complaints.filter((text) => !text.includes('status of 503'));
    await look(ana, 'gaps-plan');
    await press(ana.locator('a[href$="/log/gaps"]').first());
    await look(ana, 'gaps');
    assert.match(await words(ana), /[Ss]creening/);
    assert.match(await words(ana), /needlewise doctor/);
  });
}
