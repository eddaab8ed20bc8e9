import { type CopyRequest, type CopyStatus, isNewEditionReady } from '../status.ts';
import { Answers } from './answers.ts';
import { Download } from './download.ts';
import { KeptCopy } from './kept-copy.ts';
import { KeptLabs } from './kept-labs.ts';
import { workerScope } from './worker-scope.ts';

/**
 * The service worker of the offline copy. It is registered when a reader asks for the copy and not before.
 * A new worker takes over at once; a new edition of the site is shown only when the reader says so.
 */
const { scope } = workerScope.registration;
const copy = new KeptCopy(scope);
const labs = new KeptLabs(scope);
const download = new Download(copy, { labs, scope, tell });
const answers = new Answers(copy, { labs, scope });

workerScope.addEventListener('install', (event) => event.waitUntil(workerScope.skipWaiting()));
workerScope.addEventListener('activate', (event) => event.waitUntil(takeOver()));
workerScope.addEventListener('fetch', (event) => {
  if (answers.isOurs(event.request)) event.respondWith(answers.answer(event.request));
});
workerScope.addEventListener('message', (event) => {
  const [port] = event.ports;
  event.waitUntil(obey(event.data as CopyRequest).then((status) => port?.postMessage(status)));
  // The browser lets the worker live while the download goes on.
  if (event.data === 'keep' || event.data === 'keep-labs') event.waitUntil(download.run());
});

/** Serves open pages from now on, and renews a copy that a former worker kept in another format. */
async function takeOver(): Promise<void> {
  await workerScope.clients.claim();
  const current = await copy.edition('current');
  // No one waits for it: a worker answers no request before its activation has ended.
  if (current && (await copy.missing(current)).length > 0) void download.run();
}

async function obey(request: CopyRequest): Promise<CopyStatus> {
  if (request === 'keep') void download.run();
  if (request === 'keep-labs') {
    // A download that is under way may be past the labs. It goes on where it stopped.
    await download.stop();
    await labs.want();
    void download.run();
  }
  if (request === 'remove-labs') {
    await download.stop();
    await labs.remove();
    await tell();
  }
  if (request === 'remove') {
    await download.stop();
    await copy.remove();
    await labs.remove();
  }
  if (request === 'show') {
    // A look for a still newer edition may be under way.
    await download.stop();
    if (isNewEditionReady(await download.status())) await copy.promote();
    await tell();
  }
  return download.status();
}

/** Tells every open page of the site how things stand. */
async function tell(): Promise<void> {
  const [status, pages] = await Promise.all([
    download.status(),
    workerScope.clients.matchAll({ type: 'window', includeUncontrolled: true }),
  ]);
  for (const page of pages) if (page.url.startsWith(scope)) page.postMessage({ kind: 'wayline-offline', status });
}
