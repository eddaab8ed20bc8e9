import { expect, test } from '@playwright/test';
import type { Language } from '../support/lab-programs.ts';
import { probes, spoilers } from '../support/lab-spoilers.ts';
import { openLab, run } from './lab-page.ts';
import { long, longIf } from './long.ts';

for (const language of Object.keys(spoilers) as Language[])
  test(`nothing of a run in ${language} reaches the next in the same page`, long, async ({ page }) => {
    const programs = Object.entries(spoilers[language]);
    test.setTimeout(60_000 + programs.length * 20_000);
    await openLab(page, language);
    const untouched = await run(page, probes[language].code);
    expect(untouched.printed).not.toBe('');
    for (const [name, spoiler] of programs) {
      await run(page, spoiler);
      expect(await run(page, probes[language].code), `after ${name}`).toEqual(untouched);
    }
  });

const overruns = {
  'the method of all ports replaced': `
    const post = MessagePort.prototype.postMessage;
    MessagePort.prototype.postMessage = function (message, ...rest) {
      for (let i = 0; i < 1000; i += 1) post.call(this, { type: 'output', text: 'x'.repeat(1e6) }, ...rest);
    };
    console.log('one'); setImmediate(() => console.log('two'));`,
  'what cuts text replaced': `
    String.prototype.slice = String.prototype.substring = function () { return this.repeat(3); };
    console.log('x'.repeat(2e8));`,
};

for (const [name, code] of Object.entries(overruns))
  test(`with ${name}, no more than the limit is shown`, longIf(name.includes('text')), async ({ page }) => {
    await openLab(page, 'js');
    const { printed } = await run(page, code);
    expect(printed.length).toBeLessThan(102_000);
    expect((await run(page, "console.log('here');")).printed).toBe('here\n');
  });
