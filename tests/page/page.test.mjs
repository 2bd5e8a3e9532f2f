// The page in a browser. WIRETALE names the program; SHOTS a folder for screenshots, where some are wanted.
import { after, before, test } from 'node:test';
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import { HOSTILE, hostile, many } from './captures.mjs';

const PROJECT = resolve(import.meta.dirname, '../..');
const PROGRAM = process.env.WIRETALE ?? join(PROJECT, 'target/debug/wiretale');
const LANGUAGES = ['zh-Hans', 'en', 'ja'];
const AXE = readFileSync(join(import.meta.dirname, 'node_modules/axe-core/axe.min.js'), 'utf8');
const folder = mkdtempSync(join(tmpdir(), 'wiretale-page-'));
const capture = (name) => join('captures', `${name}.pcapng`);
const keyed = (name) => [capture(name), '--keylog', join('captures', `${name}.keys.log`)];

/** Pages by their names: what makes them. */
const PAGES = {
  lab: keyed('lab'),
  typed: [capture('report/4.4-telnet')],
  mail: [capture('smtp/sent-and-fetched')],
  rejected: [capture('smtp/rejected')],
  tls12: keyed('tls/tls12-ecdhe-rsa-aes128-gcm'),
  tls13: keyed('tls/tls13'),
  several: [capture('pop3/typed'), capture('broken/dropped-command')],
};

function report(name, args) {
  const path = join(folder, name);
  execFileSync(PROGRAM, ['report', ...args, '-o', path], { cwd: PROJECT });
  return path;
}

const made = new Map();
function page(name, lang = 'en') {
  const key = `${name}-${lang}.html`;
  if (!made.has(key)) made.set(key, report(key, [...PAGES[name], '--lang', lang.slice(0, 2)]));
  return made.get(key);
}

let browser;
before(async () => {
  browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
      '--disable-background-networking', '--disable-component-update', '--disable-sync'],
  });
});
after(() => browser.close());

/** Opens a file; whatever the browser complains of or asks a network for fails the test that opened it. */
async function open(t, path, options = {}) {
  const context = await browser.newContext({ viewport: { width: 1400, height: 900 }, ...options });
  const tab = await context.newPage();
  const complaints = [];
  tab.on('console', (message) => { if (['error', 'warning'].includes(message.type())) complaints.push(message.text()); });
  tab.on('pageerror', (error) => complaints.push(String(error)));
  tab.on('request', (request) => { if (!request.url().startsWith('file:')) complaints.push(`asked for ${request.url()}`); });
  t.after(async () => {
    await context.close();
    assert.deepEqual(complaints, []);
  });
  await tab.goto(pathToFileURL(path).href);
  return tab;
}

const unfold = (tab) => tab.evaluate(() => { for (const details of document.querySelectorAll('details')) details.open = true; });
const texts = (tab) => tab.evaluate(() => [...document.querySelectorAll('[data-t]')].map((element) => element.textContent));

test('every page opens without a complaint and asks no network', async (t) => {
  for (const name of Object.keys(PAGES)) {
    const tab = await open(t, page(name));
    assert.ok(await tab.locator('.rows > li').count() > 5, name);
  }
});

test('a language that is switched to is the page made in that language', async (t) => {
  for (const name of ['lab', 'tls13']) {
    const natives = {};
    for (const lang of LANGUAGES) {
      const native = await open(t, page(name, lang));
      assert.equal(await native.getAttribute('html', 'lang'), lang);
      natives[lang] = await texts(native);
    }
    const tab = await open(t, page(name, 'ja'));
    for (const lang of ['en', 'zh-Hans', 'ja', 'en']) {
      await tab.click(`[data-lang="${lang}"]`);
      assert.deepEqual(await texts(tab), natives[lang], `${name} in ${lang}`);
      assert.equal(await tab.getAttribute('html', 'lang'), lang);
      assert.equal(await tab.title(), await (await open(t, page(name, lang))).title());
      assert.equal(await tab.locator('[data-lang][aria-pressed=true]').getAttribute('data-lang'), lang);
    }
  }
});

test('links to RFCs survive the switch', async (t) => {
  const tab = await open(t, page('lab'));
  const links = () => tab.locator('a[href^="https://www.rfc-editor.org/rfc/rfc"]').count();
  const before = await links();
  await tab.click('[data-lang="ja"]');
  const behind = await links();
  assert.ok(before > 20 && Math.abs(before - behind) <= before / 5, `${before} and ${behind}`);
});

test('a field lights its bytes and bytes light their field', async (t) => {
  const tab = await open(t, page('tls12'));
  await unfold(tab);
  const explorer = tab.locator('.explorer').first();
  const field = explorer.locator('[role=treeitem]', { hasText: 'random' }).first();
  await field.hover();
  assert.equal((await explorer.locator('.hex .lit').allTextContents()).join('').trim().split(/\s+/).length, 32);
  assert.match(await explorer.locator('.now').textContent(), /random.*public/);
  // A field with fields inside lights all their bytes.
  const name = explorer.locator('[role=treeitem][aria-level="1"]', { hasText: 'server_name (0)' }).first();
  await name.hover();
  assert.equal((await explorer.locator('.hex .lit').allTextContents()).join('').trim().split(/\s+/).length, 25);
  const run = explorer.locator('.hex span', { hasText: '73 6d 74 70' });
  await run.hover();
  assert.match(await explorer.locator('[role=treeitem].lit').textContent(), /host name/);
  assert.match(await explorer.locator('[role=treeitem].around').textContent(), /server_name/);
  assert.equal(await explorer.locator('.hex .lit').count(), 1);
});

test('the fields can be gone through with the keyboard', async (t) => {
  const tab = await open(t, page('tls12'));
  await unfold(tab);
  const explorer = tab.locator('.explorer').first();
  const lit = () => explorer.locator('[role=treeitem].lit');
  await explorer.locator('[role=treeitem]').first().focus();
  assert.equal(await lit().getAttribute('data-f'), '0');
  await tab.keyboard.press('ArrowDown');
  await tab.keyboard.press('ArrowDown');
  assert.equal(await lit().getAttribute('data-f'), '2');
  await tab.keyboard.press('End');
  const last = Number(await lit().getAttribute('data-f'));
  assert.equal(last, await explorer.locator('[role=treeitem]').count() - 1);
  await tab.keyboard.press('ArrowLeft');
  assert.ok(Number(await lit().getAttribute('aria-level')) < 3 && Number(await lit().getAttribute('data-f')) < last);
  await tab.keyboard.press('ArrowRight');
  await tab.keyboard.press('Enter');
  const kept = await lit().getAttribute('data-f');
  assert.equal(await explorer.locator('[aria-selected=true]').getAttribute('data-f'), kept);
  await explorer.locator('[role=treeitem]').first().hover();
  assert.equal(await lit().getAttribute('data-f'), kept, 'what is kept is not lost to the pointer');
  await tab.keyboard.press('Escape');
  await explorer.locator('[role=treeitem]').nth(3).hover();
  assert.equal(await lit().getAttribute('data-f'), '3');
  assert.equal(await explorer.locator('[role=treeitem][tabindex="0"]').count(), 1);
});

test('a touched byte shows its field', async (t) => {
  const tab = await open(t, page('tls13'), { hasTouch: true, viewport: { width: 360, height: 740 } });
  await unfold(tab);
  const explorer = tab.locator('.explorer').first();
  await explorer.locator('.hex span').nth(4).tap();
  assert.equal(await explorer.locator('[role=treeitem].lit').count(), 1);
  assert.notEqual((await explorer.locator('.now').textContent()).trim(), '');
});

test('a row gives its display filter to the clipboard', async (t) => {
  const tab = await open(t, page('lab'), { permissions: ['clipboard-read', 'clipboard-write'] });
  await unfold(tab);
  const button = tab.locator('.rows .frames').nth(2);
  await button.click();
  const filter = await tab.evaluate(() => navigator.clipboard.readText());
  assert.match(filter, /^tcp\.stream eq 0 and frame\.number == \d+$/);
  assert.equal(filter, await button.getAttribute('title'));
  assert.match(await tab.locator('#said').textContent(), /copied.*tcp\.stream eq 0/);
});

test('an explanation unfolds below its row, once, and folds again', async (t) => {
  const tab = await open(t, page('mail'));
  await unfold(tab);
  const why = tab.locator('.rows a.why').nth(1);
  await why.focus();
  await tab.keyboard.press('Enter');
  assert.equal(await tab.locator('.told').count(), 1);
  assert.equal(await why.getAttribute('aria-expanded'), 'true');
  await tab.click('[data-lang="zh-Hans"]');
  assert.match(await tab.locator('.told').textContent(), /[\u4e00-\u9fff]/);
  await why.click();
  assert.equal(await tab.locator('.told').count(), 0);
});

test('what a stranger sent is text and nothing else', async (t) => {
  const file = join(folder, 'hostile.pcap');
  writeFileSync(file, hostile());
  for (const lang of ['en', 'zh']) {
    const tab = await open(t, report(`hostile-${lang}.html`, [file, '--lang', lang]));
    await unfold(tab);
    for (const to of LANGUAGES) await tab.click(`[data-lang="${to}"]`);
    for (const why of await tab.locator('.rows a.why').all()) await why.evaluate((link) => link.click());
    assert.equal(await tab.evaluate(() => window.owned), undefined);
    assert.equal(await tab.locator('script').count(), 2);
    assert.equal(await tab.locator('img, svg[onload], [onmouseover], [onerror]').count(), 0);
    const shown = await tab.evaluate(() => document.querySelector('main').textContent);
    for (const text of HOSTILE.filter((text) => !text.includes('\u202e'))) assert.ok(shown.includes(text), text);
    assert.ok(!shown.includes('\u202e') && shown.includes('<0xe2><0x80><0xae>gnp.exe'));
  }
});

test('nothing is wider than the screen, which may be a phone', async (t) => {
  for (const name of Object.keys(PAGES)) {
    for (const width of [360, 800, 1400]) {
      const tab = await open(t, page(name), { viewport: { width, height: 800 } });
      await unfold(tab);
      const wide = await tab.evaluate(() => document.documentElement.scrollWidth);
      assert.ok(wide <= width, `${name}: ${wide} at ${width}`);
    }
  }
});

test('without the script the page is complete', async (t) => {
  const tab = await open(t, page('tls12', 'zh-Hans'), { javaScriptEnabled: false });
  assert.ok(await tab.locator('.rows > li').count() > 20);
  assert.ok(await tab.locator('[role=treeitem]').count() > 100);
  const why = await tab.locator('.rows a.why').first().getAttribute('href');
  assert.equal(await tab.locator(`dl.explanations ${why} dd`).count() > 0, true);
});

test('a printed page has everything unfolded and no buttons', async (t) => {
  const tab = await open(t, page('lab'));
  const folded = await tab.locator('details:not([open])').count();
  assert.ok(folded > 3);
  await tab.evaluate(() => addEventListener('beforeprint', () => {
    window.foldedInPrint = document.querySelectorAll('details:not([open])').length;
  }));
  const pdf = await tab.pdf();
  assert.equal(await tab.evaluate(() => window.foldedInPrint), 0);
  assert.ok(pdf.length > 100_000);
  assert.equal(await tab.locator('details:not([open])').count(), folded, 'folded again behind it');
  await tab.emulateMedia({ media: 'print' });
  assert.equal(await tab.locator('button.copy:visible, .languages:visible, nav:visible').count(), 0);
});

test('a place in a folded dialogue is unfolded by its address', async (t) => {
  const tab = await open(t, page('lab'));
  const link = tab.locator('.findings .evidence a').first();
  await link.click();
  const row = tab.locator(await link.getAttribute('href'));
  assert.ok(await row.isVisible());
});

test('the dialogues of a large page are unpacked as they are unfolded, in the language that is chosen', async (t) => {
  const file = join(folder, 'many.pcap');
  writeFileSync(file, many(200));
  const path = report('many.html', [file, '--lang', 'en']);
  const tab = await open(t, path);
  assert.equal(await tab.locator('.rows').count(), 0);
  await tab.click('[data-lang="zh-Hans"]');
  const dialogue = tab.locator('details.conversation').nth(150);
  await dialogue.locator('summary').first().click();
  await dialogue.locator('.rows > li').first().waitFor();
  assert.match(await dialogue.locator('.rows').textContent(), /MAIL FROM:<student-150@lab\.example>.*信封发件人/);
  assert.equal(await tab.locator('.rows').count(), 1);
  // An address in a dialogue that waits unpacks it.
  await tab.evaluate(() => { location.hash = '#c0-7-5'; });
  await tab.locator('#c0-7-5').waitFor();
  assert.ok(await tab.locator('#c0-7-5').isVisible());
  const plain = await open(t, path, { javaScriptEnabled: false });
  assert.equal(await plain.locator('noscript ol.rows').count(), 200);
});

test('a ladder alone is well-formed', async (t) => {
  const tab = await (await browser.newContext()).newPage();
  t.after(() => tab.context().close());
  for (const [file, stream] of [['report/4.4-telnet', 0], ['tls/tls13', 0], ['lab', 3]]) {
    const svg = readFileSync(report('ladder.svg', [capture(file), '--ladder', String(stream), '--lang', 'ja']), 'utf8');
    const root = await tab.evaluate((text) => new DOMParser().parseFromString(text, 'image/svg+xml').documentElement.nodeName, svg);
    assert.equal(root, 'svg', file);
  }
});

test('axe finds nothing, in light and dark and the three languages', async (t) => {
  for (const name of ['lab', 'tls12', 'rejected']) {
    for (const colorScheme of ['light', 'dark']) {
      const tab = await open(t, page(name), { colorScheme, bypassCSP: true });
      await unfold(tab);
      await tab.addStyleTag({ content: '.conversation { content-visibility: visible !important }' });
      await tab.evaluate(AXE);
      for (const lang of LANGUAGES) {
        await tab.click(`[data-lang="${lang}"]`);
        const { violations } = await tab.evaluate(() => globalThis.axe.run(document, { resultTypes: ['violations'] }));
        const told = violations.map(({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map((node) => `${node.html.slice(0, 200)} ${node.failureSummary}`).join(' | ')}`);
        assert.deepEqual(told, [], `${name} ${colorScheme} ${lang}`);
      }
    }
  }
});

test('screenshots, where they are wanted', { skip: !process.env.SHOTS }, async (t) => {
  for (const name of Object.keys(PAGES)) {
    for (const [width, lang, colorScheme] of [[360, 'zh-Hans', 'dark'], [800, 'ja', 'light'], [1400, 'en', 'light']]) {
      const tab = await open(t, page(name, lang), { colorScheme, viewport: { width, height: 900 } });
      await unfold(tab);
      await tab.screenshot({ path: join(process.env.SHOTS, `${name}-${width}.png`), fullPage: true });
    }
  }
});
