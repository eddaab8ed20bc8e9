import type { AddressInfo } from 'node:net';
import { resolve } from 'node:path';
import { type Browser, chromium, type Page } from '@playwright/test';
import { findBrowser } from '../find-browser.ts';
import { serve } from '../serve/server.ts';

/** The built site in a browser, for measurements. */
interface OpenSite {
  readonly browser: Browser;
  /** Without a slash at its end. */
  readonly origin: string;
  close(): Promise<void>;
}

/** Serves dist/ at a free port and starts the browser that tests use. */
export async function openSite(): Promise<OpenSite> {
  const server = await serve({ folder: resolve('dist'), base: '/', port: 0 });
  const { path, env } = await findBrowser();
  const browser = await chromium.launch({ executablePath: path, env: { ...process.env, ...env } });
  const close = async () => {
    await browser.close();
    server.close();
  };
  return { browser, origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close };
}

/** Slows a page's processor down as many times as asked for. */
export async function throttle(page: Page, rate: number): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate });
}
