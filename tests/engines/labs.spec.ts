import { expect } from '@playwright/test';
import { maxCode } from '#features/labs/lab-work.ts';
import {
  endless,
  escapes,
  floods,
  type Language,
  labOf,
  labs,
  programOf,
  pythonEscapes,
} from '../support/lab-programs.ts';
import { probes, spoilers } from '../support/lab-spoilers.ts';
import { test } from './engine-test.ts';
import type { Site } from './site.ts';
import type { Tab } from './tab.ts';
import { expectText, storedUnder } from './tab-steps.ts';

const status = '[data-lab-status]';
const languages = Object.keys(labOf) as Language[];

/** Opens a lab with code in it that the reader has written before. */
async function openWith(tab: Tab, site: Site, id: string, code: string): Promise<void> {
  await tab.open(`${site.address}labs/`);
  const stored = JSON.stringify({ kind: 'wayline-labs', version: 1, labs: { [id]: [code, 1, 0] } });
  await tab.evaluate((text) => localStorage.setItem('wayline:labs', text), stored);
  await tab.open(`${site.address}labs/${id}/`);
}

/** Runs the code of the lab, and says how that ended. */
async function run(tab: Tab): Promise<string> {
  await tab.click('[data-lab-run]');
  const state = () => tab.evaluate(() => document.querySelector('[data-lab-status]')?.getAttribute('data-state') ?? '');
  await expect.poll(state, { timeout: 60_000 }).toMatch(/passed|failed|stopped/u);
  return state();
}

const printed = (tab: Tab) => tab.evaluate(() => document.querySelector('[data-lab-output]')?.textContent ?? '');

for (const language of languages) {
  test(`the first run in ${language} fails, the solution passes, and nothing breaks the policy`, async ({
    tab,
    site,
  }) => {
    test.setTimeout(150_000);
    const id = labOf[language];
    await tab.open(`${site.address}labs/${id}/`);
    await tab.evaluate(() => {
      const faults: string[] = [];
      Object.assign(self, { faults });
      for (const type of ['error', 'unhandledrejection', 'securitypolicyviolation'])
        addEventListener(type, (event) =>
          faults.push(
            `${type} ${(event as ErrorEvent).message ?? (event as SecurityPolicyViolationEvent).violatedDirective}`,
          ),
        );
    });
    expect(await run(tab)).toBe('failed');
    // Beside the code, which is where most people click.
    await tab.click('[data-lab-editor] pre');
    // Typed at once, before the editor is there.
    await tab.press('a', 'Control');
    await tab.type('x');
    await expect.poll(() => storedUnder(tab, 'wayline:labs')).toMatch(/\["x(?:\\n)?",/u);
    // The solution is offered after two failed runs.
    for (const _ of [1, 2]) expect(await run(tab)).toBe('failed');
    await tab.click('[data-lab-reset]');
    await tab.click('[data-lab-solution]');
    const comparison = () =>
      tab.evaluate(() => document.querySelector('[data-lab-merge] > div')?.checkVisibility() ?? false);
    await expect.poll(comparison).toBe(true);
    expect(await tab.evaluate(() => (self as unknown as { faults: string[] }).faults)).toEqual([]);
    await openWith(tab, site, id, labs.find((lab) => lab.id === id)?.solution ?? '');
    expect(await run(tab)).toBe('passed');
  });

  const tenth = labs.filter((lab) => lab.language === language).filter((_, at) => at % 10 === 0);
  test(`a tenth of the solutions in ${language} passes (${tenth.length})`, { tag: '@e2e' }, async ({ tab, site }) => {
    test.setTimeout(60_000 + tenth.length * 20_000);
    const failed: string[] = [];
    for (const { id, solution } of tenth) {
      await openWith(tab, site, id, solution);
      if ((await run(tab)) !== 'passed') failed.push(id);
    }
    expect(failed).toEqual([]);
  });
}

for (const [name, [language, code]] of Object.entries(endless)) {
  test(`${name} is ended, and the page goes on`, async ({ tab, site }) => {
    test.setTimeout(150_000);
    await openWith(tab, site, labOf[language], code);
    expect(await run(tab)).toMatch(/stopped|failed/u);
    await tab.click('[data-lab-reset]');
    await run(tab);
    await expectText(tab, status, /checks passed|ValueError/u);
  });
}

for (const [name, code] of Object.entries(floods)) {
  test(`${name} neither freezes nor floods the page`, async ({ tab, site }) => {
    await openWith(tab, site, labOf.js, code);
    await run(tab);
    const text = await printed(tab);
    expect(text.length).toBeLessThan(101_000);
    expect(text).toContain('The output is cut here');
    const took = await tab.evaluate(() => {
      const started = performance.now();
      return new Promise<number>((resolve) => requestAnimationFrame(() => resolve(performance.now() - started)));
    });
    expect(took).toBeLessThan(1000);
  });
}

for (const [name, attempt] of Object.entries(escapes)) {
  test(`code of a lab does not reach ${name}`, async ({ tab, site }) => {
    const target = new URL('pagefind/pagefind.js?escape', site.address);
    await openWith(tab, site, labOf.js, programOf(attempt, target.href));
    const before = site.asked.length;
    await run(tab);
    expect(await printed(tab)).not.toContain('reached');
    expect(site.asked.slice(before).filter((path) => path === target.pathname + target.search)).toEqual([]);
    await expect.poll(() => tab.evaluate(() => location.pathname)).toContain('/labs/');
  });
}

/** Pastes code in place of what is in the editor: typed lines would be indented again. */
async function write(tab: Tab, code: string): Promise<void> {
  await tab.click('[data-lab-editor]');
  await tab.press('a', 'Control');
  await tab.evaluate((text) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', text);
    const paste = Object.assign(new Event('paste', { bubbles: true, cancelable: true }), { clipboardData });
    (document.activeElement?.shadowRoot ?? document).activeElement?.dispatchEvent(paste);
  }, code);
  if (code.length > maxCode) await expectText(tab, '[data-lab-notice]', 'more than 50,000 characters');
  else await expect.poll(() => storedUnder(tab, 'wayline:labs')).toContain(JSON.stringify(code).slice(0, 60));
}

for (const language of languages)
  test(`nothing of a run in ${language} reaches the next in the same page`, async ({ tab, site }) => {
    const programs = Object.entries(spoilers[language]);
    test.setTimeout(60_000 + programs.length * 30_000);
    const { code } = probes[language];
    await openWith(tab, site, labOf[language], code);
    await tab.click('[data-lab-editor]');
    await run(tab);
    const untouched = await printed(tab);
    expect(untouched).not.toBe('');
    const changed: string[] = [];
    for (const [name, spoiler] of programs) {
      await write(tab, spoiler);
      await run(tab);
      await write(tab, code);
      await run(tab);
      if ((await printed(tab)) !== untouched) changed.push(`${name}: ${await printed(tab)}`);
    }
    expect(changed).toEqual([]);
  });

for (const [code, words] of [
  ['const order = undefined;\nconsole.log(order.total);\n', 'Line 2 reads "total" of something that isn\'t there.'],
  ['\nconsole.log(nam);\n', 'Line 2 uses "nam", and nothing has that name.'],
  ['const order = {};\norder.pay();\n', 'Line 2 calls "order.pay", which is not a function.'],
] as const)
  test(`an error says: ${words}`, async ({ tab, site }) => {
    await openWith(tab, site, labOf.js, code);
    expect(await run(tab)).toBe('failed');
    await expectText(tab, status, new RegExp(words.replace('.', '\\.'), 'u'));
  });

test('Python reaches no JavaScript and no network', async ({ tab, site }) => {
  test.setTimeout(120_000);
  await openWith(tab, site, labOf.python, pythonEscapes);
  await run(tab);
  const text = await printed(tab);
  expect(text).toContain('refused');
  expect(text).not.toContain('reached');
});
