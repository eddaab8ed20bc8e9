import { expect, test } from '@playwright/test';
import type { Sample } from '#content/corpus.ts';
import { loadContent } from '#content/load.ts';
import type { RunnableSample } from '#features/labs/samples/job.ts';
import { verdictsOf } from '#features/labs/samples/runnable.ts';
import { printsAsShown } from '#features/labs/samples/sample-words.ts';
import { escapeHtml } from '#lib/escape-html.ts';
import { long } from './long.ts';

/** The samples of all pages as one page has them, and those of it that run. */
const listed: Sample[] = [];
const runnable: { readonly where: string; readonly sample: Sample; readonly runs: RunnableSample }[] = [];

const { corpus } = loadContent(process.cwd());
for (const { path, body } of [...corpus.topic, ...corpus.question]) {
  const first = listed.length;
  for (const verdict of verdictsOf(body.samples)) {
    if (!('runs' in verdict)) continue;
    const { at, engine, before, files } = verdict.runs;
    const runs: RunnableSample = {
      engine,
      at: first + at,
      before: before.map((place) => first + place),
      files: Object.fromEntries(Object.entries(files).map(([name, place]) => [name, first + place])),
    };
    runnable.push({ where: `${path}:${verdict.sample.line}`, sample: verdict.sample, runs });
  }
  listed.push(...body.samples.filter(({ language }) => language !== 'mermaid'));
}

// One page for all samples of a language, because loading an engine takes longer than running most of them.
for (const engine of ['js', 'sql', 'python'] as const)
  test(`every sample in ${engine} that can run prints in the browser what its page shows`, long, async ({ page }) => {
    test.setTimeout(600_000);
    const own = runnable.filter(({ runs }) => runs.engine === engine);
    expect(own.length).toBeGreaterThan(30);
    await page.route('**/topics/indexing/', async (route) => {
      const response = await route.fetch();
      const html = await response.text();
      const head = /^.*<\/head>/su.exec(html)?.[0] ?? '';
      const scripts = html.match(/<script type="module"[^>]*><\/script>/gu) ?? [];
      const samples = listed.map(
        ({ code }) => `<div class="sample"><p data-sample-tools></p><pre>${escapeHtml(code)}</pre></div>`,
      );
      const list = escapeHtml(JSON.stringify(own.map(({ runs }) => runs)));
      const body = `<body><main class="prose">${samples.join('')}<sample-runs data-samples="${list}"></sample-runs></main>${scripts.join('')}</body></html>`;
      // The headers of the real page stay, its policy among them.
      await route.fulfill({ response, body: head + body });
    });
    await page.goto('topics/indexing/');
    const buttons = page.locator('[data-sample-run]');
    await expect(buttons).toHaveCount(own.length);
    const wrong: string[] = [];
    for (const [index, { where, sample, runs }] of own.entries()) {
      let isRight = false;
      let printed = '';
      // Some wait for real timers, which a busy machine makes late: what is wrong by itself is wrong each time.
      for (let attempt = 1; attempt <= 3 && !isRight; attempt += 1) {
        await buttons.nth(index).click();
        await expect(buttons.nth(index), where).toHaveText('Run', { timeout: 30_000 });
        printed = (await page.locator('[data-sample-output]').nth(index).textContent()) ?? '';
        isRight = printsAsShown(sample, { printed, next: listed[runs.at + 1] });
      }
      if (!isRight) wrong.push(`${where} printed:\n${printed}`);
    }
    expect(wrong).toEqual([]);
  });
