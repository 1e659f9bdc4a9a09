// The plan, with scripts and without: a first day looked at and begun, moved by a tap, left out, an event kept free.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DESK, PHONE, look as lookAt, press, start, stop, window } from './house.mjs';
import { answersAll, unfold } from './person.mjs';

const words = (page) => page.locator('main').innerText();
// A day so many days from now, as a field holds it.
const day = (days) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

for (const [size, scripts] of [[PHONE, true], [DESK, false]]) {
  // Checking a page takes scripts.
  const look = async (page, name) => scripts && lookAt(page, name);
  test(`a plan is begun on the day typed, moved and kept around an event at ${size.width} px`, async (t) => {
    const house = await start();
    t.after(() => stop(house));
    const ana = await window(house, { size, dark: true, scripts });
    await answersAll(ana);
    await ana.goto(`${house.origin}/plan`);

    await ana.locator('input[name=first]').fill(day(10));
    await ana.getByText('An event of yours').click();
    await ana.locator('input[name=event]').fill(day(14));
    await ana.locator('input[name=name]').fill('Wedding');
    await press(ana.getByRole('button', { name: 'Only ask' }));
    assert.equal(await ana.locator('input[name=first]').inputValue(), day(10), 'asking loses no first day');
    assert.equal(await ana.locator('input[name=name]').inputValue(), 'Wedding');
    await press(ana.getByRole('button', { name: 'Keep it free' }));
    assert.match(await words(ana), /Wedding on/);
    assert.equal(await ana.locator('input[name=first]').inputValue(), day(10), 'keeping loses no first day');
    await look(ana, 'plan-kept');

    await press(ana.getByRole('button', { name: 'Begin on this day' }));
    assert.equal(await ana.locator(`a[href$="/plan?move=${day(10)}"] .icon`).count(), 1, 'it begins on the day typed');
    await unfold(ana, 'Other months');
    await press(ana.locator(`a[href$="/plan?move=${day(14)}"]`));
    assert.match(await words(ana), /can’t be on/);
    await look(ana, 'plan-forbidden');
    await unfold(ana, 'Other months');
    await press(ana.locator(`a[href$="/plan?move=${day(11)}"]`).first());
    await look(ana, 'plan-move');
    await press(ana.getByRole('button', { name: 'Move it there' }));

    await ana.getByText('Move it, or leave it out').click();
    await ana.getByText('Leave out session 1').click();
    await press(ana.getByRole('button', { name: 'Leave it out' }));
    assert.match(await words(ana), /Session 1: .*, left out/);
    await look(ana, 'plan-left-out');
    await press(ana.getByRole('button', { name: 'Take it back' }));
    assert.match(await words(ana), /Session 1 of/);
  });
}
