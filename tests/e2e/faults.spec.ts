import { type BrowserContext, expect, type Page, type Route, test } from '@playwright/test';
import { seedRandom } from '../support/random.ts';
import { spoil } from '../support/spoil.ts';
import { doneButton } from './topic-state.ts';

// Damaged addresses, storage, files and data: the page stays readable and throws nothing. SEED=7 tries others.
const seed = Number(process.env['SEED'] ?? 1);
const future = Date.UTC(2099, 0, 1);
const progressOf = (topics: object) => JSON.stringify({ kind: 'wayline-progress', version: 1, topics });

/** What a reader's browser may hold, whole. */
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
const pages = ['./', 'topics/indexing/', 'roadmaps/backend/', 'progress/', 'plan/', 'practice/', 'interview/'];

test.describe.configure({ timeout: 300_000 });
test.use({ contextOptions: { reducedMotion: 'reduce' } });

/** Opens a page of its own, acts on it, and expects that it can be read, and that nothing was thrown that no one caught. */
async function expectWhole(
  context: BrowserContext,
  address: string,
  { label = address, act }: { readonly label?: string; readonly act?: (page: Page) => Promise<unknown> } = {},
): Promise<void> {
  const page = await context.newPage();
  const errors: string[] = [];
  page.on('pageerror', ({ message }) => errors.push(message));
  await page.goto(address);
  await expect(page.locator('h1').first(), label).toBeVisible();
  await act?.(page);
  // Chromium hangs when a tab is closed while one page turns into the next, as shared links make it.
  await (address.startsWith('progress/#') ? page.waitForLoadState('networkidle') : page.waitForTimeout(60));
  expect(errors, label).toEqual([]);
  await page.close();
}

test('80 damaged addresses open a whole page each', { tag: '@long' }, async ({ context }) => {
  const random = seedRandom(seed);
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
  for (let round = 0; round < 80; round += 1) {
    const [, path = '', rest = ''] = /^([^?#]*)(.*)$/u.exec(random.pick(whole)) ?? [];
    const address = `${path}${rest.slice(0, 1)}${spoil(rest.slice(1), random).toWellFormed()}`;
    await expectWhole(context, address);
  }
});

test('150 random states of the storage leave every page whole', { tag: '@long' }, async ({ page, context }) => {
  const random = seedRandom(seed);
  await page.goto('robots.txt');
  for (let round = 0; round < 150; round += 1) {
    const state = Object.entries(stored).map(
      ([key, text]) => [key, random.chance(0.6) ? spoil(text, random) : text] as const,
    );
    const address = random.pick(pages);
    await page.evaluate((all) => {
      localStorage.clear();
      for (const [key, text] of all) localStorage.setItem(key, text);
    }, state);
    await expectWhole(context, address, { label: `${address} ${JSON.stringify(state)}` });
  }
});

/** What goes wrong with storage, run in every page before its own scripts. */
const storageDamage: Readonly<Record<string, () => void>> = {
  'storage that is blocked': () =>
    Object.defineProperty(window, 'localStorage', {
      get: () => {
        throw new DOMException('Storage is blocked.', 'SecurityError');
      },
    }),
  'storage that is full': () => {
    Storage.prototype.setItem = () => {
      throw new DOMException('There is no room.', 'QuotaExceededError');
    };
  },
  'storage that throws': () => {
    for (const name of ['getItem', 'setItem', 'removeItem'] as const)
      Storage.prototype[name] = () => {
        throw new Error('The disk is damaged.');
      };
  },
  'a browser without locks': () => void Reflect.deleteProperty(Navigator.prototype, 'locks'),
};

for (const [name, damage] of Object.entries(storageDamage)) {
  test(`${name} leaves every page whole, and a topic can be finished`, { tag: '@long' }, async ({ context }) => {
    await context.addInitScript(damage);
    for (const address of pages) await expectWhole(context, address);
    await expectWhole(context, 'topics/indexing/', {
      act: async (page) => {
        await doneButton(page).click();
        await expect(page.getByText(/^Done\. /u)).toBeVisible();
      },
    });
  });
}

test('huge, strange and future files are answered, and a topic can be marked after them', { tag: '@long' }, async ({
  context,
}) => {
  const random = seedRandom(seed);
  const files: Readonly<Record<string, string>> = {
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
  for (const [label, text] of Object.entries(files)) {
    await expectWhole(context, 'progress/', {
      label,
      act: async (page) => {
        await page.locator('input[type="file"]:enabled').waitFor({ state: 'attached' });
        await page.setInputFiles('input[type="file"]', {
          name: 'x.json',
          mimeType: 'application/json',
          buffer: Buffer.from(text),
        });
        const accept = page.getByRole('button', { name: 'Import', exact: true });
        const refused = page.getByText(/Nothing was imported|nothing new|already/iu);
        await expect(accept.or(refused).first(), label).toBeVisible();
        if (await accept.isVisible()) await accept.click();
      },
    });
    await expectWhole(context, 'topics/indexing/', { label, act: (page) => expectToggle(page, label) });
  }
});

/** A mark that is made now wins over what a file said. */
async function expectToggle(page: Page, label: string): Promise<void> {
  const wanted = (await doneButton(page).getAttribute('aria-pressed')) === 'true' ? 'none' : 'done';
  await doneButton(page).click();
  const state = () =>
    page.evaluate(() => JSON.parse(localStorage.getItem('wayline:progress') ?? '{}').topics?.indexing?.[0]);
  await expect.poll(state, label).toBe(wanted);
}

/** What comes in place of data. */
const answers = {
  'is cut off': (route: Route) => route.abort(),
  'is missing': (route: Route) => route.fulfill({ status: 404, body: 'Missing' }),
  'is a page instead': (route: Route) =>
    route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>Moved</title>' }),
  'ends halfway': (route: Route) => route.fulfill({ contentType: 'application/json', body: '{"topics":[' }),
} as const;
const dataOf = {
  'progress/': '**/*.json',
  'plan/': '**/plan/data.json',
  'practice/?role=api-designer': '**/practice/*.json',
  'interview/': '**/interview/data.json',
  'search/?q=jwt': '**/search/titles.json',
} as const;

for (const [name, answer] of Object.entries(answers)) {
  test(`a page whose data ${name} is not empty`, { tag: '@long' }, async ({ page }) => {
    for (const [address, files] of Object.entries(dataOf)) {
      let asked = 0;
      await page.route(files, (route) => {
        asked += 1;
        return answer(route);
      });
      await page.goto(address);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await expect.poll(() => asked, address).toBeGreaterThan(0);
      await page.waitForTimeout(300);
      expect((await page.getByRole('main').innerText()).length, address).toBeGreaterThan(60);
      await page.unroute(files);
    }
  });
}
