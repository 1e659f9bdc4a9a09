// A house for one test: the built program with a data folder of its own, and a browser that looks at it.
// Every page that is looked at is checked: nothing refused by the content policy, nothing that axe calls serious, no
// sideways scrolling; and a picture of it is kept.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const PICTURES = join(import.meta.dirname, '..', 'pictures');
const FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync', '--use-fake-ui-for-media-stream', '--use-fake-device-for-media-stream'];

// How long a page may take on a busy machine, in milliseconds.
const SLOW = 30_000;

export const PHONE = { width: 360, height: 740 };
export const DESK = { width: 1280, height: 800 };

// Starts the program; `stop` ends it and removes its folder.
export async function start(command = 'serve', more = []) {
  const folder = mkdtempSync(join(tmpdir(), 'needlewise-e2e-'));
  const place = command === 'serve' ? ['--data', folder] : [];
  const house = { folder, place, command, more };
  await startAgain(house);
  return house;
}

export async function startAgain(house) {
  const { command, more, place } = house;
  const child = spawn(process.env.NEEDLEWISE_PROGRAM,
    [command, ...place, '--listen', '127.0.0.1:0', '--no-open', ...more], { stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, TZ: 'Europe/Paris' } });
  house.child = child;
  house.said = '';
  child.stderr.on('data', (text) => { house.said += text; });
  house.address = await new Promise((done, refuse) => {
    let line = '';
    child.stdout.on('data', (text) => { line += text; if (line.includes('\n')) done(line.trim()); });
    child.on('exit', (code) => refuse(new Error(`it ended with ${code}: ${house.said}`)));
  });
  house.origin = new URL(house.address).origin;
}

export async function end(house) {
  const over = new Promise((done) => house.child.once('exit', done));
  house.child.kill('SIGTERM');
  await Promise.race([over, new Promise((done) => setTimeout(done, 5000))]);
}

export async function stop(house) {
  if (house.browser) await house.browser.close();
  await end(house);
  rmSync(house.folder, { recursive: true, force: true });
}

// A browser window that was let in, in a width and a colour scheme; `again` is another window of the same browser. Where
// nobody has begun yet, start is pressed, unless `begin` says not to. Addresses without a person, like /plan, lead to the
// page of the only one there is.
export async function window(house, { size = PHONE, dark = false, scripts = true, enter = true, again = false, begin = true } = {}) {
  house.browser ??= await chromium.launch({ executablePath: '/usr/bin/chromium', args: FLAGS });
  const context = await house.browser.newContext({
    viewport: size, colorScheme: dark ? 'dark' : 'light', javaScriptEnabled: scripts, reducedMotion: 'reduce',
    permissions: ['camera'], locale: 'en-GB', timezoneId: 'Europe/Paris', bypassCSP: false,
  });
  const page = await context.newPage();
  page.setDefaultTimeout(SLOW);
  page.complaints = [];
  page.on('console', (message) => {
    // A form that is shown again because of a mistake in it is answered with 422: no fault of the page.
    const again = message.text().includes('status of 422');
    // In the home network there is no HTTPS, and so one header less that the browser heeds.
    const plain = message.text().includes('Cross-Origin-Opener-Policy header has been ignored');
    if (['error', 'warning'].includes(message.type()) && !again && !plain) page.complaints.push(message.text());
  });
  page.on('pageerror', (error) => page.complaints.push(String(error)));
  page.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(house.origin) && !/^(data|blob|about):/.test(url)) page.complaints.push(`asked ${url}`);
  });
  page.house = house;
  if (again && house.cookies) await context.addCookies(house.cookies);
  else if (enter) {
    await page.goto(house.address);
    const go = page.locator('main form[action$="/people"] .primary');
    if (begin && await go.count()) await press(go);
  }
  house.cookies ??= await context.cookies();
  return page;
}

// Looks at the page that is open: picture, axe, policy, width.
export async function look(page, name) {
  const { width } = page.viewportSize();
  const dark = await page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches).catch(() => false);
  const file = join(PICTURES, `${name}-${width}${dark ? '-dark' : ''}.png`);
  await page.screenshot({ path: file, fullPage: true });
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  assert.ok(wide <= 0, `${name}: the page is ${wide} pixels too wide at ${width}`);
  const found = await axe(page);
  assert.deepEqual(found, [], `${name}: axe`);
  assert.deepEqual(page.complaints, [], `${name}: the browser complains`);
}

async function axe(page) {
  // Through the debugger, not through a script element, which the content policy rightly refuses.
  await page.evaluate(AXE);
  const { violations } = await page.evaluate(() => globalThis.axe.run(document, {
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  }));
  return violations.filter(({ impact }) => ['serious', 'critical'].includes(impact))
    .map(({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map((node) => node.html).join(' | ')}`);
}

// Presses what leads to another page, and waits until that page is there: a click alone comes back before it.
export async function press(control, { key, within = SLOW } = {}) {
  const there = control.page().waitForEvent('load', { timeout: within });
  await Promise.all([there, key ? control.press(key) : control.click()]);
}

// The main heading of the page that is open.
export const title = (page) => page.locator('h1').first().innerText();
