import { expect } from '@playwright/test';
import type { Tab } from './tab.ts';

/** Waits until the text that a reader sees in the first visible element has such words. */
export async function expectText(tab: Tab, selector: string, words: string | RegExp): Promise<void> {
  const seen = expect.poll(() => tab.evaluate(readVisible, selector), selector);
  await (typeof words === 'string' ? seen.toContain(words) : seen.toMatch(words));
}

const readVisible = (selector: string): string => {
  const element = [...document.querySelectorAll<HTMLElement>(selector)].find((each) => each.checkVisibility());
  return element?.innerText.replace(/\s+/gu, ' ').trim() ?? '';
};

export async function expectAttribute(tab: Tab, selector: string, name: string, value: string | RegExp): Promise<void> {
  const read = (at: string, of: string) => document.querySelector(at)?.getAttribute(of) ?? '';
  const is = expect.poll(() => tab.evaluate(read, selector, name), `${selector} ${name}`);
  await (typeof value === 'string' ? is.toBe(value) : is.toMatch(value));
}

export const storedUnder = (tab: Tab, key: string) => tab.evaluate((name) => localStorage.getItem(name), key);

/** Fills in a field of a form. Each engine draws its own picker for dates and lists, so their buttons are left out. */
export const fill = (tab: Tab, selector: string, value: string) =>
  tab.evaluate(
    (at, text) => {
      const field = document.querySelector<HTMLInputElement | HTMLSelectElement>(at);
      if (!field) throw new Error(`There is no ${at}.`);
      field.value = text;
      for (const type of ['input', 'change']) field.dispatchEvent(new Event(type, { bubbles: true }));
    },
    selector,
    value,
  );
