import { build, buildLink } from '#lib/browser/build.ts';
import { readStored, writeStored } from '#lib/browser/stored-state.ts';
import { type CopyStatus, isNewEditionReady, isUnfinished } from '../status.ts';
import { faultWords, megabytesText } from '../words.ts';
import { savesData, WorkerLink } from './worker-link.ts';

const askedKey = 'wayline:offline:asked';
const laterKey = 'wayline:offline:later';
const hour = 3_600_000;

/** What the reader is told on every page, and what they can do about it. */
interface Message {
  readonly name: string;
  readonly text: string;
  readonly actions: readonly (Node | string)[];
}

/**
 * On any page: goes on with a download that stopped, looks for a new edition once an hour, and says what the reader has
 * to know. The page of the offline copy itself says it all in its own place.
 */
export async function openNotice(notice: HTMLElement, { base, signal }: { base: string; signal: AbortSignal }) {
  const link = new WorkerLink(base);
  if (document.querySelector('offline-copy')) return;
  const status = await link.ask('status');
  if (!status?.kept && !status?.next) return;
  const wasStopped = isUnfinished(status);
  const tell = (now: CopyStatus) => show(notice, messageFor(now, { wasStopped, base, link }));
  link.watch(tell, signal);
  tell(status);
  const shouldGoOn = wasStopped && !(status.kept && savesData());
  if (shouldGoOn || status.fault === 'strange' || isDue()) await link.ask('keep');
}

/** Whether a new edition should be looked for. Readers who save data look for it themselves. */
function isDue(): boolean {
  if (savesData() || !navigator.onLine) return false;
  const asked = Number(readStored(askedKey) ?? 0);
  const isOld = !(Date.now() - asked < hour);
  if (isOld) writeStored(askedKey, String(Date.now()));
  return isOld;
}

function messageFor(
  status: CopyStatus,
  { wasStopped, base, link }: { wasStopped: boolean; base: string; link: WorkerLink },
): Message | undefined {
  const { kept, next, fault, isFetching } = status;
  const more = buildLink(`${base}offline/`, 'See the offline copy');
  more.className = 'button';
  if (isNewEditionReady(status)) {
    const act = () => link.ask('show').then(() => location.reload());
    return {
      name: `ready ${next?.edition}`,
      text: 'A new edition of this site is ready.',
      actions: [button('Show it now', act)],
    };
  }
  if (fault === 'strange') {
    const act = () => link.remove().then(() => location.reload());
    return { name: fault, text: faultWords.strange, actions: [button('Remove the offline copy', act)] };
  }
  // Whoever reads a whole copy offline is not told on every page that it could not be renewed.
  if (fault && next && !(kept && fault === 'interrupted'))
    return { name: fault, text: faultWords[fault], actions: [more] };
  if (!wasStopped || !isFetching || !next) return undefined;
  const part = `${megabytesText(next.fetched)} of ${megabytesText(next.bytes)}`;
  const text = `The download of the offline copy had stopped. It goes on now: ${part}.`;
  return { name: 'going on', text, actions: [more] };
}

function show(notice: HTMLElement, message: Message | undefined): void {
  notice.hidden = !message || message.name === dismissed();
  // Said once, not with every step.
  if (!message || notice.dataset['said'] === message.name) return;
  notice.dataset['said'] = message.name;
  const later = button('Later', () => {
    dismiss(message.name);
    notice.hidden = true;
  });
  notice.replaceChildren(build('p', '', message.text), build('p', 'offline-actions', ...message.actions, later));
}

function button(text: string, act: () => unknown): HTMLButtonElement {
  const element = build('button', 'button', text);
  element.type = 'button';
  element.addEventListener('click', () => void act());
  return element;
}

/** What the reader put off lasts for the visit, and only where the browser lets it be stored. */
function dismissed(): string | null {
  try {
    return sessionStorage.getItem(laterKey);
  } catch {
    return null;
  }
}

function dismiss(name: string): void {
  try {
    sessionStorage.setItem(laterKey, name);
  } catch {
    // It comes back on the next page.
  }
}
