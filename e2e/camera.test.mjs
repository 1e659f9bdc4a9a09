// What the camera says of a picture and of how the phone is held, on pixels and angles that are made here.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';

const ASSETS = join(import.meta.dirname, '../../../crates/web/assets');
// From its text, since a file without a package beside it is no module everywhere.
const load = (name) => import(`data:text/javascript;base64,${readFileSync(join(ASSETS, name)).toString('base64')}`);
const { light, judgeLight, judgeRaking, sharpness, judgeSharp } = await load('pixels.js');
const exif = await load('exif.js');
const { lean, judge } = await load('level.js');
const { held, free, hold } = await load('lock.js');

// A picture whose grey at a place is what `grey` says.
function picture(grey, width = 120, height = 160) {
  const data = new Uint8ClampedArray(width * height * 4);
  for (let at = 0; at < width * height; at += 1) {
    const value = grey(at % width, Math.floor(at / width));
    data.set([value, value, value, 255], at * 4);
  }
  return { data, width, height };
}
const plain = (value) => picture(() => value);
const seen = (now, first) => judgeLight(light(now), first && light(first));

test('light is called what it is, alone and beside the first photo', () => {
  const cases = [
    ['even', plain(120)],
    ['dark', plain(30)],
    ['bright', plain(230)],
    ['shine', plain(253)],
    ['left', picture((x) => (x < 60 ? 90 : 150))],
    ['right', picture((x) => (x < 60 ? 150 : 90))],
    ['same', plain(120), plain(125)],
    ['darker', plain(90), plain(120)],
    ['brighter', plain(160), plain(120)],
    ['left', picture((x) => (x < 60 ? 100 : 125)), plain(112)],
  ];
  for (const [word, now, first] of cases) assert.equal(seen(now, first), word);
});

test('light that grazes the skin has to come from the side that was asked for', () => {
  const [fromLeft, fromRight] = [picture((x) => (x < 60 ? 150 : 90)), picture((x) => (x < 60 ? 90 : 150))];
  const cases = [
    ['raking', fromLeft, 'left'],
    ['raking', fromRight, 'right'],
    ['other-side', fromLeft, 'right'],
    ['flat', plain(120), 'left'],
    ['shine', plain(253), 'left'],
    ['raking', fromLeft, 'left', fromLeft],
    ['raking-darker', fromLeft, 'left', picture((x) => (x < 60 ? 230 : 150))],
    ['raking-brighter', fromLeft, 'left', picture((x) => (x < 60 ? 80 : 40))],
  ];
  for (const [word, now, from, first] of cases) assert.equal(judgeRaking(light(now), first && light(first), from), word);
});

test('the moment of a file goes into another, and nothing else', () => {
  const bytes = (text) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
  const jpeg = Uint8Array.from([0xFF, 0xD8, 0xFF, 0xDA, 1, 2, 0xFF, 0xD9]);
  const moment = '2026:10:03 09:00:00';
  const whole = exif.dated(jpeg, moment);
  assert.deepEqual([...whole.slice(0, 4)], [0xFF, 0xD8, 0xFF, 0xE1]);
  assert.equal(whole[4] * 256 + whole[5], whole.length - jpeg.length - 2, 'the segment is as long as it says');
  assert.deepEqual([...whole.slice(-6)], [...jpeg.slice(2)]);
  assert.equal(exif.moment(whole), moment, 'and it is found again');
  assert.equal(exif.dated(jpeg, ''), jpeg);
  // Little first, as some phones write, with the camera's name before the moment.
  const little = bytes('ftypheicExif\0\0II*\0\x08\0\0\0' + '\x02\0' + '\x10\x01\x02\0\x02\0\0\0A\0\0\0' + '\x32\x01\x02\0\x14\0\0\0\x26\0\0\0' + '\0\0\0\0' + `${moment}\0`);
  assert.equal(exif.moment(little), moment);
  for (const odd of ['', 'Exif\0\0', 'Exif\0\0MM\0*\xFF\xFF\xFF\xFF', 'no block at all']) assert.equal(exif.moment(bytes(odd)), '');
});

test('light that fell from one side at first may do so again', () => {
  const side = picture((x) => (x < 60 ? 90 : 150));
  assert.equal(seen(side, side), 'same');
  assert.equal(seen(plain(122), side), 'right', 'that side was brighter at first');
});

test('a dark skin in good light is not called dark', () => {
  assert.equal(seen(plain(70)), 'even');
});

test('a hundredth of the middle may shine, more may not; the rim may', () => {
  const shining = (share) => picture((x, y) => (y < 32 + 96 * share ? 255 : 120));
  assert.equal(seen(picture((x, y) => ((y * 120 + x) % 250 === 0 ? 255 : 120))), 'even');
  assert.equal(seen(shining(0.05)), 'shine');
  assert.equal(seen(picture((x, y) => (x < 28 || y < 30 ? 255 : 120))), 'even');
});

// Stripes, and the same after every point took the mean of `wide` neighbours, as a shaking hand does.
const stripes = (x) => (Math.floor(x / 4) % 2 ? 180 : 60);
const shaken = (wide) => picture((x) => {
  let sum = 0;
  for (let step = 0; step < wide; step += 1) sum += stripes(x + step);
  return sum / wide;
});

test('shaking makes a picture less sharp, more of it still less, and brightness alone does not', () => {
  const values = [1, 3, 5, 7].map((wide) => sharpness(shaken(wide)));
  for (let n = 1; n < values.length; n += 1) assert.ok(values[n] < values[n - 1], String(values));
  const half = sharpness(picture((x) => stripes(x) / 2));
  assert.ok(Math.abs(half / values[0] - 1) < 0.01, `${half} ${values[0]}`);
  assert.equal(judgeSharp(values[1], [values[0]]), 'shaking');
  assert.equal(judgeSharp(values[0], [values[1], values[0]]), 'steady');
  assert.equal(judgeSharp(values[0], [], values[0]), 'sharp');
  assert.equal(judgeSharp(values[3], [values[3]], values[0]), 'softer');
});

test('gravity says how the phone is held, upright or on its side', () => {
  const cases = [
    // Upright: the screen's top is up.
    [{ beta: 90, gamma: 0 }, 0, 'level'],
    [{ beta: 80, gamma: 0 }, 0, 'towards'],
    [{ beta: 100, gamma: 0 }, 0, 'away'],
    // The top leans right (its own right side is lower), then left.
    [{ beta: 80, gamma: 89 }, 0, 'left'],
    [{ beta: 80, gamma: -89 }, 0, 'right'],
    // On its left side, as the screen knows.
    [{ beta: 0, gamma: -90 }, 90, 'level'],
  ];
  for (const [event, angle, word] of cases) assert.equal(judge(lean(event, angle), true), word, JSON.stringify(event));
});

test('a phone that lies flat over an arm is neither level nor not', () => {
  const flat = lean({ beta: 2, gamma: 1 });
  assert.equal(judge(flat, false), null);
  assert.equal(judge(flat, true), 'towards');
});

test('only what a camera offers is held, at its present values, and its lamp is off', () => {
  const can = { exposureMode: ['continuous', 'manual'], exposureTime: { min: 1, max: 9 }, torch: true,
    whiteBalanceMode: ['continuous'], focusMode: ['manual', 'continuous'] };
  assert.deepEqual(held(can, { exposureTime: 4, iso: 100 }), { exposureMode: 'manual', exposureTime: 4, torch: false });
  assert.deepEqual(free(can), { exposureMode: 'continuous', whiteBalanceMode: 'continuous', focusMode: 'continuous' });
  assert.deepEqual([held({}, {}), free({})], [{}, {}]);
});

// A camera that takes over what it is asked, refuses, or offers nothing.
function track(can, refuses = false) {
  const settings = { exposureTime: 3, colorTemperature: 5000 };
  return {
    getCapabilities: () => can, getSettings: () => settings,
    applyConstraints: async ({ advanced: [set] }) => { if (refuses) throw new Error('no'); Object.assign(settings, set); },
  };
}

test('what is held is read from the camera, not from what was asked', async () => {
  const [exposureMode, whiteBalanceMode] = [['manual'], ['manual']];
  for (const [word, one] of [
    ['both', track({ exposureMode, whiteBalanceMode })],
    ['exposure', track({ exposureMode })],
    ['white', track({ whiteBalanceMode })],
    ['none', track({ exposureMode, whiteBalanceMode }, true)],
    ['none', track({})],
    ['none', { getSettings: () => ({}) }],
  ]) assert.equal(await hold(one, {}), word);
});
