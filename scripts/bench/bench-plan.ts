/**
 * Prints how long the planner of the built site takes for 300 topics that miss their target, at a processor four times
 * slower than this one, and how long its address is; then how long the progress page takes for a reader with 2,000 topics.
 * Usage: npm run bench:plan [-- --topics=300 --marked=2000]
 */
import type { AddressInfo } from 'node:net';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from '@playwright/test';
import { writeAddress } from '#features/plan/plan-address.ts';
import { emptyRequest } from '#features/plan/request.ts';
import { findBrowser } from '../find-browser.ts';
import { serve } from '../serve/server.ts';
import { median } from '../site/weights.ts';
import { generatedPlanAddress, generatedPlanData } from './generated-plan.ts';
import { generatedReader } from './generated-reader.ts';
import { measureView } from './measured-view.ts';

const { values } = parseArgs({
  options: { topics: { type: 'string', default: '300' }, marked: { type: 'string', default: '2000' } },
});
const throttle = 4;
const rounds = 20;
const data = generatedPlanData(Number(values.topics));

const server = await serve({ folder: resolve('dist'), base: '/', port: 0 });
const { path, env } = await findBrowser();
const browser = await chromium.launch({
  executablePath: path,
  env: { ...process.env, ...env },
  args: ['--no-sandbox'],
});
const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
const page = await browser.newPage();
await page.route('**/plan/data.json', (route) => route.fulfill({ json: data }));
const session = await page.context().newCDPSession(page);
await session.send('Emulation.setCPUThrottlingRate', { rate: throttle });
await page.goto(`${origin}/plan/${generatedPlanAddress}`);
await page.getByText("Here's what fits by").first().waitFor();
for (let round = 0; round < rounds; round += 1)
  await page.getByRole('button', { name: round % 2 === 0 ? 'One hour a week more' : 'One hour a week less' }).click();
const summary = await page.locator('[data-summary]').textContent();
const times = async (name: string) =>
  page.evaluate((each) => performance.getEntriesByName(each).map(({ duration }) => duration), name);

console.log(summary);
for (const [name, words] of [
  ['wayline:plan', 'plan computed, with every way to its target'],
  ['wayline:plan-shown', 'plan computed and shown'],
] as const) {
  const [first = 0, ...later] = await times(name);
  console.log(
    `${words}, at ${throttle} × throttle: median ${median(later).toFixed(1)} ms of ${later.length} changes, most ${Math.max(...later).toFixed(1)} ms; with the page's first, not yet compiled run ${first.toFixed(1)} ms`,
  );
}
const known = new Set(data.topics.map(({ id }) => id));
const request = { ...emptyRequest(20_000), roadmaps: data.roadmaps.map(({ id }) => id), known };
console.log(`address with ${known.size} known topics: ${writeAddress(request, data).length} characters`);

const marked = generatedPlanData(Number(values.marked));
const role = { id: 'engineer', title: 'Engineer', roadmaps: [], topics: marked.topics.map(({ id }) => id) };
const [stranger, reader] = [await browser.newContext(), await browser.newContext()];
for (const context of [stranger, reader])
  await context.route('**/plan/data.json', (route) => route.fulfill({ json: { ...marked, roles: [role] } }));
await reader.addInitScript((stored) => {
  for (const [key, text] of Object.entries(stored)) localStorage.setItem(key, text);
}, generatedReader(marked));
const address = `${origin}/progress/`;
const { whole: without } = await measureView(await stranger.newPage(), address, 'load');
const view = await measureView(await reader.newPage(), address);
console.log(
  `progress page, in milliseconds of processor time: ${without.toFixed(0)} with nothing marked; ${values.marked} marked topics with notes and practice add ${(view.whole - without).toFixed(0)} (at most 200)`,
);
for (const [name, milliseconds] of view.acts)
  console.log(`${name}, ${throttle} times: ${(throttle * milliseconds).toFixed(1)} (at most 50)`);
await browser.close();
server.close();
