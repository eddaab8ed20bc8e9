import assert from 'node:assert/strict';
import type { Page, Route } from '@playwright/test';
import { doneButton } from '../e2e/topic-state.ts';
import { spoil } from '../support/spoil.ts';
import { expectWhole, type FaultClass, withPage } from './fault-class.ts';

const future = Date.UTC(2099, 0, 1);
const progressOf = (topics: object) => JSON.stringify({ kind: 'wayline-progress', version: 1, topics });

/** What a reader's browser may hold, whole; attempts spoil it. */
const stored: Readonly<Record<string, string>> = {
  'wayline:progress': progressOf({
    indexing: ['done', 9],
    jwt: ['learning', 1_790_000_000_000],
    nope: ['skipped', future],
  }),
  'wayline:notes': JSON.stringify({ kind: 'wayline-notes', version: 1, items: { indexing: ['private', 9] } }),
  'wayline:practice': JSON.stringify({
    kind: 'wayline-practice',
    version: 1,
    reviews: { 'acid-properties': [[1_790_000_000_000, 3, 60]] },
  }),
  'wayline:plan': JSON.stringify({
    version: 1,
    plans: [{ id: 'a1', title: 'Go', address: 'v=1&lines=go&from=2027-03-01', changed: 9 }],
  }),
  'wayline:interview-goal': JSON.stringify({
    kind: 'wayline-interview',
    version: 1,
    at: 9,
    goal: { role: 'go-developer', level: 'advanced', language: 'go', date: '', minutes: 30, from: '2026-11-01' },
  }),
  'wayline:labs': JSON.stringify({ kind: 'wayline-labs', version: 1, labs: {} }),
  'wayline:recent-searches': '["jwt"]',
  'wayline:hours-a-week': '6',
  'wayline:last-roadmap': 'backend',
  'wayline:language': 'go',
  'wayline:theme': 'dark',
};
const pages = ['', 'topics/indexing/', 'roadmaps/backend/', 'progress/', 'plan/', 'practice/', 'interview/'];

/** What comes in place of data. */
const answers = {
  cut: (route: Route) => route.abort(),
  missing: (route: Route) => route.fulfill({ status: 404, body: 'Missing' }),
  html: (route: Route) => route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>Moved</title>' }),
  half: (route: Route) => route.fulfill({ contentType: 'application/json', body: '{"topics":[' }),
};

/** Faults of addresses, storage and files, as a page meets them. */
export const pageFaults: Readonly<Record<string, FaultClass>> = {
  'URLs opened as pages': ({ attempt, origin, browser, random }) => {
    const whole = [
      'search/?q=idempotency&kind=topic',
      'plan/#v=1&lines=api-design&from=2027-03-01&hours=6',
      'progress/#shared=AQIDBAUG',
      'progress/#plan=v%3D1%26lines%3Dgo&mine=v%3D1',
      'practice/?role=api-designer&level=advanced',
      'practice/mock/?role=go-developer',
      'topics/indexing/?line=backend',
      'topics/?level=beginner',
      'questions/?q=acid',
      'roadmaps/backend/?language=go',
    ];
    return withPage(browser, async (page, errors) => {
      for (let round = 0; round < 80; round += 1) {
        const [, path = '', rest = ''] = /^([^?#]*)(.*)$/u.exec(random.pick(whole)) ?? [];
        const address = `${path}${rest.slice(0, 1)}${spoil(rest.slice(1), random).toWellFormed()}`;
        await attempt(address, async () => {
          errors.length = 0;
          // A fragment alone would not load the page anew.
          await page.goto('about:blank');
          await page.goto(`${origin}/${address}`);
          await expectWhole(page, errors);
        });
      }
    });
  },

  'random stored states': ({ attempt, origin, browser, random }) =>
    withPage(browser, async (page, errors) => {
      await page.goto(`${origin}/robots.txt`);
      for (let round = 0; round < 150; round += 1) {
        const state = Object.entries(stored).map(
          ([key, text]) => [key, random.chance(0.6) ? spoil(text, random) : text] as const,
        );
        const address = random.pick(pages);
        await attempt(`${address} ${JSON.stringify(state)}`.slice(0, 600), async () => {
          await page.evaluate((all) => {
            localStorage.clear();
            for (const [key, text] of all) localStorage.setItem(key, text);
          }, state);
          errors.length = 0;
          await page.goto(`${origin}/${address}`);
          await expectWhole(page, errors);
        });
      }
    }),

  'blocked, full and throwing storage': async ({ attempt, origin, browser }) => {
    for (const [way, damage] of Object.entries(storageDamage))
      for (const address of pages)
        await attempt(`${way}: /${address}`, () =>
          withPage(browser, async (page, errors) => {
            await page.addInitScript(damage);
            await page.goto(`${origin}/${address}`);
            if (address.startsWith('topics/')) {
              await doneButton(page).click();
              await page.getByText(/^Done\. /u).waitFor();
            }
            await expectWhole(page, errors);
          }),
        );
  },

  'ten tabs at once': ({ attempt, origin, browser }) =>
    withPage(browser, async (first, errors, context) => {
      const topics = [
        'indexing',
        'jwt',
        'caching',
        'rest',
        'docker',
        'cors',
        'oauth2',
        'http-caching',
        'transactions-acid',
        'webhooks',
      ];
      const tabs = [first, ...(await Promise.all(topics.slice(1).map(() => context.newPage())))];
      const known: string[] = [];
      for (const [at, topic] of topics.entries()) {
        const answer = await tabs[at]?.goto(`${origin}/topics/${topic}/`);
        if (answer?.ok()) known.push(topic);
      }
      // A tab behind another draws nothing, and would wait for clicks of the mouse.
      await Promise.all(
        known.map((topic) =>
          tabs[topics.indexOf(topic)]?.evaluate(() =>
            document.querySelector<HTMLElement>('topic-done [data-done]')?.click(),
          ),
        ),
      );
      await first.waitForTimeout(2000);
      const text = await first.evaluate(() => localStorage.getItem('wayline:progress'));
      assert.ok(known.length >= 6, `Only ${known} are topics.`);
      for (const topic of known)
        await attempt(topic, async () => assert.equal(JSON.parse(text ?? '{}').topics[topic]?.[0], 'done'));
      await attempt('errors', () => expectWhole(first, errors));
    }),

  'huge, strange and future files': async ({ attempt, origin, browser, random }) => {
    const many = (count: number) =>
      progressOf(Object.fromEntries(Array.from({ length: count }, (_, at) => [`topic-${at}`, ['done', 9]])));
    const files: Readonly<Record<string, string>> = {
      '16,000 marks': many(16_000),
      '90,000 marks': many(90_000),
      '20 MB of one word': JSON.stringify('a'.repeat(20_000_000)),
      '50,000 levels deep': '['.repeat(50_000),
      'nothing at all': '',
      'zero bytes': '\0'.repeat(1000),
      'another program’s file': '{"items":[1,2,3]}',
      'a version of tomorrow': '{"kind":"wayline-progress","version":99,"topics":{}}',
      'names of prototypes':
        '{"kind":"wayline-progress","version":1,"topics":{"__proto__":["done",9],"constructor":["done",9]}}',
      'dates in 2099': progressOf({ indexing: ['skipped', future] }),
      ...Object.fromEntries(
        Array.from({ length: 10 }, (_, at) => [`spoiled ${at}`, spoil(stored['wayline:progress'] ?? '', random)]),
      ),
    };
    for (const [label, text] of Object.entries(files))
      await attempt(label, () =>
        withPage(browser, async (page, errors) => {
          await page.goto(`${origin}/progress/`);
          await page.locator('input[type="file"]:enabled').waitFor({ state: 'attached' });
          await page.setInputFiles('input[type="file"]', {
            name: 'x.json',
            mimeType: 'application/json',
            buffer: Buffer.from(text),
          });
          const accept = page.getByRole('button', { name: 'Import', exact: true });
          await accept
            .or(page.getByText(/Nothing was imported|nothing new|already/iu))
            .first()
            .waitFor();
          if (await accept.isVisible()) await accept.click();
          await expectWhole(page, errors);
          await page.goto(`${origin}/topics/indexing/`);
          await expectToggle(page);
          await expectWhole(page, errors);
        }),
      );
  },

  'data that does not come': async ({ attempt, origin, browser }) => {
    const data = {
      'progress/': '**/*.json',
      'plan/': '**/plan/data.json',
      'practice/?role=api-designer': '**/practice/*.json',
      'interview/': '**/interview/data.json',
      'search/?q=jwt': '**/search/titles.json',
    };
    for (const [address, files] of Object.entries(data))
      for (const fault of Object.keys(answers) as (keyof typeof answers)[])
        await attempt(`${fault}: /${address}`, () =>
          withPage(browser, async (page) => {
            await page.route(files, (route) => answers[fault](route));
            await page.goto(`${origin}/${address}`);
            await page.getByRole('heading', { level: 1 }).waitFor();
            await page.waitForTimeout(300);
            assert.ok((await page.getByRole('main').innerText()).length > 60, 'The page is empty.');
          }),
        );
  },
};

/** A mark that is made now wins over what a file said. */
async function expectToggle(page: Page): Promise<void> {
  const wanted = (await doneButton(page).getAttribute('aria-pressed')) === 'true' ? 'none' : 'done';
  await doneButton(page).click();
  const state = () =>
    page.evaluate(() => JSON.parse(localStorage.getItem('wayline:progress') ?? '{}').topics?.indexing?.[0]);
  for (let round = 0; round < 40 && (await state()) !== wanted; round += 1) await page.waitForTimeout(50);
  assert.equal(await state(), wanted);
}

/** What goes wrong with storage, run in every page before its own scripts. */
const storageDamage: Readonly<Record<string, () => void>> = {
  blocked: () =>
    Object.defineProperty(window, 'localStorage', {
      get: () => {
        throw new DOMException('Storage is blocked.', 'SecurityError');
      },
    }),
  full: () => {
    Storage.prototype.setItem = () => {
      throw new DOMException('There is no room.', 'QuotaExceededError');
    };
  },
  throwing: () => {
    for (const name of ['getItem', 'setItem', 'removeItem'] as const)
      Storage.prototype[name] = () => {
        throw new Error('The disk is damaged.');
      };
  },
  'without locks': () => void Reflect.deleteProperty(Navigator.prototype, 'locks'),
};
