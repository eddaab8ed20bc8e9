import { readFileSync } from 'node:fs';
import type { Page, Request } from '@playwright/test';

/** Errors that the page throws and nobody catches, from now on. */
export function watchErrors(page: Page): string[] {
  const errors: string[] = [];
  page.on('pageerror', ({ message }) => errors.push(message));
  return errors;
}

/** Errors in the console, from now on. */
export function watchConsole(page: Page): string[] {
  const errors: string[] = [];
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  return errors;
}

/** Addresses that the page asks for, from now on. */
export function watchRequests(page: Page, isWatched: (request: Request) => boolean = () => true): string[] {
  const asked: string[] = [];
  page.on('request', (request) => isWatched(request) && asked.push(request.url()));
  return asked;
}

/** The file that the browser saves when something is pressed: its name and its text. */
export async function download(page: Page, press: () => Promise<void>): Promise<{ name: string; text: string }> {
  const [file] = await Promise.all([page.waitForEvent('download'), press()]);
  return { name: file.suggestedFilename(), text: readFileSync(await file.path(), 'utf8') };
}

export const pressButton = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).click();
