import { expect, type Page, test } from '@playwright/test';
import { doOverlap } from '../support/boxes.ts';
import { escapes, type Language, labOf, labs, programOf } from '../support/lab-programs.ts';
import { findFaults } from './axe.ts';
import { openLab, openWith, press, run, status, write } from './lab-page.ts';
import { long, longIf } from './long.ts';
import { labsOf, openAs, storedJson } from './stored.ts';
import { watchConsole, watchRequests } from './watch.ts';

/** What of a lab lies on top of something else, and whether the page scrolls sideways. */
async function coveredParts(page: Page): Promise<string[]> {
  const { boxes, isSideways } = await page.evaluate(() => ({
    boxes: ['.lab > .prose', '.lab-bench', '.lab-help'].map((part) => {
      const element = document.querySelector(part);
      if (!element) throw new Error(`${part} is missing`);
      const { left, right, top, bottom } = element.getBoundingClientRect();
      const inside = [...element.querySelectorAll('details, p, pre')].map((each) => each.getBoundingClientRect().right);
      return { part, left, right, top, bottom, isTooWide: Math.max(...inside) > right + 1 };
    }),
    isSideways: document.documentElement.scrollWidth > innerWidth,
  }));
  const crossing = boxes.flatMap((box, index) =>
    boxes.slice(index + 1).flatMap((other) => (doOverlap(box, other) ? `${box.part} and ${other.part} overlap` : [])),
  );
  const wide = boxes.flatMap(({ part, isTooWide }) => (isTooWide ? `${part} is too wide` : []));
  return [...wide, ...crossing, ...(isSideways ? ['the page scrolls sideways'] : [])];
}

/** Puts the workbench of another lab in the place of the one in the page, whose engine goes on. */
const exchange = (page: Page, id: string) =>
  page.evaluate(
    (address) =>
      new Promise<void>((resolve) => {
        const request = new XMLHttpRequest();
        request.responseType = 'document';
        request.onload = () => {
          document.querySelector('lab-workbench')?.replaceWith(request.response.querySelector('lab-workbench'));
          resolve();
        };
        request.open('GET', address);
        request.send();
      }),
    `../${id}/`,
  );

// One page for all labs of a language, because loading an engine takes longer than running most of them.
for (const language of Object.keys(labOf) as Language[]) {
  const own = labs.filter((lab) => lab.language === language);
  test(`every solution in ${language} passes in the page`, long, async ({ page }) => {
    test.setTimeout(60_000 + own.length * 5000);
    await openWith(page, labOf[language], Object.fromEntries(own.map(({ id, solution }) => [id, solution])));
    const failed: string[] = [];
    for (const { id } of own) {
      await exchange(page, id);
      await press(page);
      if ((await status(page).getAttribute('data-state')) !== 'passed')
        failed.push(`${id}: ${await status(page).textContent()}`);
    }
    expect(failed).toEqual([]);
  });
}

const danger = 'rgb(179, 38, 30)';

test('the first run of the starter is no failure, and fixed code shows what is next', async ({ page }) => {
  await page.goto('labs/run-your-first-program/');
  await press(page);
  await expect(status(page)).toHaveText('It runs. Now change it.');
  await expect(status(page)).not.toHaveCSS('color', danger);
  await expect(page.locator('[data-lab-check]').nth(0)).toHaveAttribute('data-state', 'passed');
  await expect(page.locator('[data-lab-check]').nth(1)).toContainText('there is no such line');
  const printedAt = await page.getByRole('heading', { name: 'Output' }).boundingBox();
  const checksAt = await page.getByRole('heading', { name: 'Checks' }).boundingBox();
  expect(printedAt?.y).toBeLessThan(checksAt?.y ?? 0);
  await press(page);
  await expect(status(page)).toHaveText('1 of 4 checks passed.');
  await expect(status(page)).toHaveCSS('color', danger);
  await write(page, labs.find(({ id }) => id === 'run-your-first-program')?.solution ?? '');
  await page.keyboard.press('Control+Enter');
  await expect(status(page)).toHaveAttribute('data-state', 'passed');
  const passed = async () => {
    await expect(status(page)).toHaveText('Passed. 1 of 15 first steps');
    await expect(page.getByRole('link', { name: /^Next: / })).toBeVisible();
    await expect(page.getByRole('button', { name: 'Compare with the solution' })).toBeVisible();
    await expect(page.locator('[data-lab-check][data-state="passed"]')).toHaveCount(4);
  };
  await passed();
  await page.reload();
  await passed();
});

test('after a failed run help comes in steps, down to the solution and an empty editor', async ({ page }) => {
  await openWith(page, labOf.js, "console.log('Hello, Ada!');");
  const stuck = page.locator('[data-lab-check]').nth(1).locator('.lab-stuck');
  await expect(page.getByText('Stuck?')).toBeHidden();
  await press(page);
  await expect(stuck.getByText('Stuck? Step 1 of 5:')).toBeVisible();
  await expect(stuck.getByRole('link', { name: 'Read about Programming fundamentals' })).toBeVisible();
  await expect(stuck.getByRole('button')).toHaveText(['Hint 1 of 3']);
  await page.keyboard.press('Tab');
  await stuck.getByRole('button', { name: 'Hint 1 of 3' }).press('Enter');
  await expect(page.getByText('Press Run before you change anything.')).toBeVisible();
  await stuck.getByRole('button', { name: 'Hint 2 of 3' }).press('Enter');
  await stuck.getByRole('button', { name: 'Hint 3 of 3' }).press('Enter');
  await expect(stuck.getByText('Step 4 of 5:')).toBeVisible();
  await stuck.getByRole('button', { name: 'Put the lines in order' }).press('Enter');
  await expect(stuck.getByText('Two lines do not belong in it.')).toBeVisible();

  await expect(stuck.getByRole('heading', { name: 'Put the lines in order' })).toBeFocused();
  await expect(stuck.locator('[aria-live] [data-order]')).toHaveCount(0);
  const left = stuck.getByRole('list', { name: 'Lines to choose from' });
  const program = stuck.getByRole('list', { name: 'Your program' });
  const told = stuck.getByRole('status');
  await left.getByRole('button', { name: '+ name +' }).press('Enter');
  await left.getByRole('button', { name: 'const names' }).press('Enter');
  await expect(told).toHaveText('Place 2 of 2.');
  await stuck.getByRole('button', { name: 'Check the order' }).press('Enter');
  await expect(told).toContainText("Place 1 isn't in its usual order.");
  await program.getByRole('button', { name: 'Move up: const names' }).press('Enter');
  await expect(program.getByRole('button', { name: 'Move up: const names' })).toBeFocused();
  // A page that scrolls between press and move starts no drag, so both lists have to be in view, and at rest.
  await page.setViewportSize({ width: 1280, height: 1100 });
  await program.evaluate((list) => list.scrollIntoView({ block: 'center', behavior: 'instant' }));
  await left.getByRole('button', { name: 'for (const name' }).dragTo(program.getByRole('listitem').nth(1), {
    targetPosition: { x: 20, y: 2 },
  });
  await expect(told).toHaveText('The order is right. “Run it” puts it into the editor and checks it.');
  expect(await findFaults(page)).toEqual([]);

  await stuck.getByRole('button', { name: 'Solution' }).press('Enter');
  await expect(page.getByText('Now from an empty editor')).toBeVisible();
  await stuck.getByRole('button', { name: 'Run it' }).press('Enter');
  await expect(page.locator('[data-lab-run]')).toBeFocused();
  await expect(status(page)).toHaveAttribute('data-state', 'passed');
  await page.getByRole('button', { name: 'Now from an empty editor' }).press('Enter');
  const code = page.getByLabel('Code of this lab, main.js');
  await expect(code).toHaveText('');
  await expect(code).toBeFocused();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(code).toContainText('for (const name of names)');
  expect((await storedJson(page, 'wayline:labs')).labs['run-your-first-program']).toContain('solution');
});

test('a known mistake is named, and only where the run fails in just this way', async ({ page }) => {
  const known = 'This looks like code that prints the first name again in each round of the loop.';
  const greeting = (what: string) =>
    `const names = ['Ada', 'Grace', 'Linus'];\nfor (const each of names) console.log('Hello, ' + ${what} + '!');\n`;
  await openLab(page);
  await run(page, greeting('names[0]'));
  await expect(status(page)).toContainText(known);
  await run(page, greeting('names[1]'));
  await expect(status(page)).toContainText('checks passed');
  await expect(status(page)).not.toContainText('This looks like');
});

test('a link with an attempt opens as someone else’s and leaves own code alone', async ({ page, browser }) => {
  await openWith(page, labOf.js, "console.log('Hello, Ada!');\n");
  await page.getByRole('button', { name: /^Share/u }).click();
  await expect(page.getByText('Your code is only in the link.')).toBeVisible();
  const link = page.url();
  await page.locator('[data-lab-editor]').click();
  await page.keyboard.type('// ');
  await expect(page).not.toHaveURL(/#/u);

  const visitor = await (await browser.newContext()).newPage();
  await visitor.goto(link);
  await expect(visitor.getByText('This is someone else’s attempt, from a link.')).toBeVisible();
  await expect(visitor.locator('[data-lab-editor]')).toContainText("console.log('Hello, Ada!');");
  await expect(status(visitor)).toHaveText('Ready to run.');
  await press(visitor);
  await expect(status(visitor)).toContainText('checks passed');

  await openWith(visitor, labOf.js, "console.log('mine');\n");
  await visitor.goto(link);
  await expect(visitor.getByText('Your own code is still in the editor.')).toBeVisible();
  await expect(visitor.getByLabel('Someone else’s code')).toHaveText("console.log('Hello, Ada!');");
  await expect(visitor.locator('[data-lab-editor]')).toContainText("console.log('mine');");
  expect(await findFaults(visitor)).toEqual([]);
  await visitor.getByRole('button', { name: 'Put it into the editor and keep mine' }).click();
  await expect(visitor.locator('[data-lab-editor]')).toContainText("console.log('Hello, Ada!');");
  await visitor.getByRole('button', { name: 'Show the other version' }).click();
  await expect(visitor.locator('[data-lab-editor]')).toContainText("console.log('mine');");

  await visitor.goto(link.slice(0, -5));
  await expect(visitor.getByText('This link is damaged')).toBeVisible();
  await expect(visitor.locator('[data-lab-editor]')).toContainText("console.log('mine');");
  await write(visitor, 'x'.repeat(9000));
  await visitor.getByRole('button', { name: /^Share/u }).click();
  await expect(visitor.getByText('Your code is too long for a link: 8,192 bytes fit.')).toBeVisible();
});

test('the keyboard gets into the editor, types a slash without opening the search, and gets out', async ({ page }) => {
  await page.goto('labs/run-your-first-program/');
  await expect(page.locator('lab-workbench:defined')).toBeVisible();
  await page.locator('[data-lab-editor] code').focus();
  await expect(page.getByRole('textbox', { name: 'Code of this lab, main.js' })).toBeFocused();
  await page.keyboard.press('Control+Home');
  await page.keyboard.type('// greets ');
  await expect(page.locator('.cm-content')).toContainText("// greets const names = ['Ada'];");
  await expect(page.getByRole('dialog')).toBeHidden();
  await page.keyboard.press('Escape');
  await expect(page.locator('[data-lab-run]')).toBeFocused();
});

test('nothing of the engines and the editor is loaded before the first run', long, async ({ page }) => {
  const asked = watchRequests(page);
  await page.goto('labs/newest-order-of-each-customer/');
  await page.waitForLoadState('networkidle');
  expect(asked.filter((url) => /engines\/|editor/u.test(url))).toEqual([]);
  await press(page);
  expect(asked.some((url) => url.includes('/engines/pglite.wasm'))).toBe(true);
});

test('code is kept, reset gives the starter back, and undo takes that back', async ({ page }) => {
  await openLab(page);
  await write(page, 'console.log("mine");');
  const editor = page.locator('[data-lab-editor]');
  await expect(editor).toContainText('mine');
  await page.reload();
  await expect(editor).toContainText('console.log("mine");');
  await page.getByRole('button', { name: 'Reset' }).click();
  await expect(editor).toContainText("const names = ['Ada'];");
  await page.getByRole('button', { name: 'Undo reset' }).click();
  await expect(editor).toContainText('mine');
});

test('stored code has its colors before the first focus', async ({ page }) => {
  await openWith(page, labOf.js, "const name = 'Ada';\n");
  await expect(page.locator('.cm-content').getByText('const', { exact: true })).toHaveCSS('color', 'rgb(163, 29, 120)');
  await expect(page.locator('body')).toBeFocused();
});

test('the editor takes over without moving the code or changing its size', async ({ page }) => {
  await page.goto('labs/refuse-a-repeated-order/');
  await expect(page.locator('lab-workbench:defined')).toBeVisible();
  const editor = page.locator('[data-lab-editor]');
  const look = () =>
    editor.getByText('import', { exact: true }).evaluate((word) => {
      const { left, top } = word.getBoundingClientRect();
      return { left, top, size: getComputedStyle(word).fontSize };
    });
  const [before, height] = [await look(), (await editor.boundingBox())?.height];
  expect(before.size).toBe('15px');
  await page.locator('[data-lab-editor] code').focus();
  await expect(page.locator('.cm-content')).toBeFocused();
  const after = await look();
  expect(Math.abs(after.left - before.left)).toBeLessThan(1);
  expect(Math.abs(after.top - before.top)).toBeLessThan(1);
  expect(after.size).toBe('15px');
  expect((await editor.boundingBox())?.height).toBe(height);
});

for (const end of ['\n', '']) {
  test(`the editor moves nothing below stored code that ends with ${JSON.stringify(end)}`, async ({ page }) => {
    const { promise: isMeasured, resolve: measured } = Promise.withResolvers<void>();
    await page.route('**/editor/editor-*.js', async (route) => {
      await isMeasured;
      await route.continue();
    });
    await openWith(page, labOf.js, `${Array.from({ length: 12 }, () => 'tick();').join('\n')}${end}`);
    const editor = page.locator('[data-lab-editor]');
    const height = (await editor.boundingBox())?.height;
    measured();
    await expect(page.locator('.cm-content')).toBeVisible();
    expect((await editor.boundingBox())?.height).toBe(height);
  });
}

test('the numbers of lines stay inside the frame of long code', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto('labs/find-out-who-used-up-the-rate-limit/');
  const code = page.locator('[data-lab-editor] pre');
  expect(await code.evaluate(({ scrollHeight, clientHeight }) => scrollHeight - clientHeight)).toBeGreaterThan(300);
  await code.evaluate((pre) => pre.scrollIntoView({ block: 'start', behavior: 'instant' }));
  const below = await code.evaluate((pre) => {
    const { left, bottom } = pre.getBoundingClientRect();
    const points = Array.from({ length: 60 }, (_, step) =>
      document.elementsFromPoint(left + 14, bottom + 4 + 4 * step),
    );
    return points.filter((elements) => elements.some((element) => pre.contains(element))).length;
  });
  expect(below).toBe(0);
});

test('what is typed is what stands there: no bracket comes twice, and no policy is broken', async ({ page }) => {
  const errors = watchConsole(page);
  await openWith(page, labOf.js, 'let a = 1;\nlet b = "two";\n');
  const content = page.locator('.cm-content');
  await content.click();
  await page.keyboard.press('Control+Home');
  for (let line = 0; line < 2; line += 1) await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.type('function add(a) {');
  await page.keyboard.press('Enter');
  await page.keyboard.type("return [a, 'x'];");
  await page.keyboard.press('Enter');
  await page.keyboard.type('}');
  await expect(content.locator('.cm-line')).toHaveText(['function add(a) {', "  return [a, 'x'];", '}']);
  await page.keyboard.type(`const long = '${'word '.repeat(60)}';`);
  await page.keyboard.press('Shift+Home');
  await page.keyboard.type('x');
  for (let step = 0; step < 8; step += 1) await page.keyboard.press('Control+z');
  await expect(content.locator('.cm-line')).toHaveText(['let a = 1;', 'let b = "two";', '']);
  for (let step = 0; step < 8; step += 1) await page.keyboard.press('Control+y');
  expect(errors).toEqual([]);
});

test('a click below a short program gets into the editor', long, async ({ page }) => {
  await openWith(page, labOf.js, 'x');
  await page.locator('[data-lab-editor]').click();
  await expect(page.locator('.cm-content')).toBeFocused();
  await page.locator('[data-lab-run]').focus();
  await page.locator('.cm-scroller').click();
  await expect(page.locator('.cm-content')).toBeFocused();
});

const faulty = {
  'a bracket that is missing': [
    'js',
    "const names = ['Ada'];\nfor (const name of names) {\n  console.log('Hello, ' + name;\n}\n",
    /^\s*Line 3 can't be read: a bracket is missing or extra\.\s*SyntaxError: Unexpected token \(main\.js, line 3\)\s*$/u,
  ],
  'what Python cannot read': ['python', 'a = 1\nprint(a +)\n', /main\.py, line 2/u],
} as const;

for (const [name, [language, code, words]] of Object.entries(faulty))
  test(`${name} is named with its line`, longIf(language === 'python'), async ({ page }) => {
    await openLab(page, language);
    await run(page, code);
    await expect(status(page)).toHaveText(words);
  });

test('an endless loop is ended, and the page goes on', async ({ page }) => {
  await openWith(page, labOf.js, 'for (;;) {}');
  await press(page);
  expect(await status(page).getAttribute('data-state')).toMatch(/stopped|failed/u);
  await page.getByRole('button', { name: 'Reset' }).click();
  await press(page);
  await expect(status(page)).toContainText('checks passed');
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

test('the Stop button ends a run, and the next one works', async ({ page }) => {
  await openWith(page, labOf.js, 'for (;;) {}');
  await page.locator('[data-lab-run]').click();
  await expect(status(page)).toHaveAttribute('data-state', 'running');
  await page.locator('[data-lab-stop]').click();
  await expect(status(page)).toHaveAttribute('data-state', 'stopped', { timeout: 2500 });
  await page.getByRole('button', { name: 'Reset' }).click();
  await press(page);
  await expect(status(page)).toHaveAttribute('data-state', 'failed');
});

test('code reaches nothing of the site, the browser or the network', async ({ page, baseURL }) => {
  test.setTimeout(90_000);
  const site = new URL('pagefind/pagefind.js', baseURL).href;
  let attempt = '';
  const asked: string[] = [];
  const got: string[] = [];
  page.on('response', (response) => response.url() === site && asked.push(attempt));
  await openLab(page);
  for (const [name, code] of Object.entries(escapes)) {
    attempt = name;
    const { printed } = await run(page, programOf(code, site));
    if (printed.includes('reached')) got.push(name);
    expect(page.url()).toContain('/labs/');
  }
  expect(got).toEqual([]);
  expect(asked).toEqual([]);
});

test('the sandbox runs nothing when it is opened by itself', async ({ page }) => {
  await page.goto('labs/run-your-first-program/');
  await press(page);
  const address = await page.locator('iframe[title="Code sandbox"]').getAttribute('src');
  const response = await page.goto(address ?? '');
  expect(response?.headers()['content-security-policy']).toContain("frame-ancestors 'self'");
  const origins = await Promise.all(page.frames().map((frame) => frame.evaluate(() => self.origin)));
  expect(origins.filter((origin) => origin === 'null')).toHaveLength(1);
});

test('a lab is accessible after a run, and its solution, offered after two, covers nothing', async ({ page }) => {
  const solution = page.getByRole('button', { name: 'Show solution' });
  await openWith(page, 'refuse-a-repeated-order', 'export async function fetch() {}');
  await expect(page.getByText('Solution', { exact: true })).toBeHidden();
  await press(page);
  await expect(solution).toBeHidden();
  for (const width of [360, 1280]) {
    await page.setViewportSize({ width, height: 800 });
    await page.locator('[data-lab-editor]').click();
    expect(await findFaults(page), `at ${width} px`).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    await expect(page.locator('[data-lab-run]')).toBeInViewport();
  }
  await press(page);
  await solution.click();
  await expect(page.getByLabel('The solution, with the lines of your code that differ')).toBeVisible();
  await expect(page.getByText('You look into the map before you create anything')).toBeVisible();
  for (const width of [320, 390, 768, 1024, 1280]) {
    await page.setViewportSize({ width, height: 844 });
    expect(await coveredParts(page), `at ${width} px`).toEqual([]);
  }
});

test('no lab scrolls sideways or covers its editor with the solution open', long, async ({ page }) => {
  test.setTimeout(400_000);
  const faults: string[] = [];
  for (const { id } of labs) {
    await page.goto(`labs/${id}/`);
    await page.locator('[data-lab-answer]').evaluate((answer) => answer.setAttribute('open', ''));
    for (const width of [320, 390, 1280]) {
      await page.setViewportSize({ width, height: 844 });
      faults.push(...(await coveredParts(page)).map((part) => `${id} at ${width} px: ${part}`));
    }
  }
  expect(faults).toEqual([]);
});

test('labs are found from Practice, the footer, home and the search', async ({ page }) => {
  await page.goto('practice/');
  const tabs = page.getByRole('navigation', { name: 'Parts of Practice' });
  await expect(tabs.getByRole('link')).toHaveText(['Labs', 'Review', 'Mock interview', 'Placement', 'Questions']);
  await tabs.getByRole('link', { name: 'Labs' }).click();
  await expect(page).toHaveURL(/\/labs\/$/u);
  await expect(tabs.getByRole('link', { name: 'Labs' })).toHaveAttribute('aria-current', 'page');
  const foot = page.getByRole('contentinfo').getByRole('navigation', { name: 'Practice' });
  await expect(foot.getByRole('link').first()).toHaveText('Labs');
  await page.goto('./');
  await page.getByRole('link', { name: 'Code runs on the page' }).click();
  await expect(page).toHaveURL(/\/labs\/$/u);
});

test('the search knows labs by name and as a kind', async ({ page }) => {
  const results = page.getByRole('main').getByRole('option');
  await page.goto('search/?q=lab');
  await expect(results.first()).toContainText('Labs');
  await page.goto('search/?q=hello+world+javascript');
  const lab = results.filter({ hasText: 'Run your first program' });
  await expect(lab).toContainText('Lab');
});

test('the first steps are a numbered column with a bar, and stand on the page once', async ({ page }) => {
  await openAs(page, 'labs/', { 'wayline:labs': labsOf({ 'run-your-first-program': ['', 1, 1] }) });
  const part = page.getByRole('region', { name: 'First steps, nothing to install' });
  await expect(part.getByText('1 of 15 done')).toBeVisible();
  await expect(part.getByRole('progressbar')).toHaveJSProperty('value', 1);
  const steps = part.getByRole('listitem');
  await expect(steps).toHaveCount(15);
  await expect(steps.nth(0)).toHaveAttribute('data-state', 'passed');
  await expect(steps.nth(14)).toHaveText(/^\s*15\s+Answer your first HTTP request/u);
  const lefts = await steps.evaluateAll((items) => items.map((item) => item.getBoundingClientRect().left));
  expect(new Set(lefts).size).toBe(1);
  await expect(page.getByRole('link', { name: 'Run your first program' })).toHaveCount(1);
});

test('the index shows what its filter asks for, each title on one line with its facts below', async ({ page }) => {
  await page.goto('labs/');
  const boxes = await page.locator('[data-lab-item]').evaluateAll((all) =>
    all.map((item) => {
      const [title, facts] = [...item.children].map((part) => part.getBoundingClientRect());
      return { height: title?.height ?? 0, isBelow: (facts?.top ?? 0) >= (title?.bottom ?? 0) };
    }),
  );
  expect(boxes.filter(({ height, isBelow }) => height > 34 || !isBelow)).toEqual([]);
  await expect(page.locator('[data-lab-item] span').first()).toHaveCSS('font-size', '13px');
  const items = page.locator('lab-filter [data-lab-item]');
  const python = await page.locator('lab-filter [data-lab-item][data-language="python"]').count();
  expect(await items.count()).toBeGreaterThan(python);
  await page.getByLabel('Language').selectOption('python');
  await expect(page.locator('lab-filter [data-count]')).toHaveText(`${python} labs`);
  await expect(items.filter({ visible: true })).toHaveCount(python);
  await expect(page.locator('lab-filter [data-lab-item]:not([data-language="python"]):visible')).toHaveCount(0);
});

test('samples of a topic run, can be changed and put back', async ({ page }) => {
  await page.goto('topics/distributed-caching/');
  const run = page.locator('[data-sample-run]').first();
  await run.click();
  const printedText = page.locator('[data-sample-output]').first();
  await expect(printedText).toBeVisible({ timeout: 20_000 });
  await expect(run).toHaveText('Run');
  await page.getByRole('button', { name: 'Edit' }).first().click();
  await page.keyboard.press('Control+a');
  await page.keyboard.insertText("console.log('changed');");
  await page.keyboard.press('Control+Enter');
  await expect(printedText).toHaveText('changed\n');
  await expect(run).toHaveText('Run');
  await page.getByRole('button', { name: 'Reset' }).first().click();
  await run.click();
  await expect(printedText).not.toContainText('changed');
});

test('samples in SQL see the tables of the samples above them', long, async ({ page }) => {
  await page.goto('topics/window-functions/');
  const last = page.locator('[data-sample-run]').last();
  await last.click();
  await expect(page.locator('[data-sample-output]').last()).toContainText('row', { timeout: 40_000 });
  await expect(page.locator('[data-sample-output]').last()).not.toContainText('does not exist');
});
