import type { AddressInfo } from 'node:net';
import { resolve } from 'node:path';
import { type CDPSession, chromium, type Page } from '@playwright/test';
import { findBrowser } from '../find-browser.ts';
import { serve } from '../serve/server.ts';

/** Serves dist/ at a free port and starts the browser that tests use. The origin has no slash at its end. */
export async function openSite() {
  const server = await serve({ folder: resolve('dist'), base: '/', port: 0 });
  const { path, env } = await findBrowser();
  const browser = await chromium.launch({ executablePath: path, env: { ...process.env, ...env } });
  const close = async () => {
    await browser.close();
    server.close();
  };
  return { browser, origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close };
}

/** Slow 4G as Lighthouse simulates it: 1.6 Mbit/s, 150 ms for a round trip. */
const slow4G = { offline: false, latency: 150, downloadThroughput: 1_600_000 / 8, uploadThroughput: 750_000 / 8 };

/** Gives a page a slow network; what comes over it can be watched in the session. */
export async function throttleNetwork(page: Page): Promise<CDPSession> {
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', slow4G);
  return session;
}

/** Slows a page's processor down as many times as asked for. */
export async function throttle(page: Page, rate: number): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate });
}
