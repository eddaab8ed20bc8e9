import './contents.ts';
import './self-check.ts';
import { copyText } from '#lib/browser/clipboard.ts';

/** Copying while reading: the code of a sample, and the address of a heading. */
document.addEventListener('click', (event) => {
  if (!(event.target instanceof Element)) return;
  const copy = event.target.closest<HTMLElement>('[data-copy]');
  if (copy) void copySample(copy);
  const heading = event.target.closest<HTMLAnchorElement>('.prose :is(h2, h3) > a[href^="#"]');
  if (heading && !event.ctrlKey && !event.metaKey && !event.shiftKey) void copyHeading(heading);
});

async function copySample(button: HTMLElement): Promise<void> {
  const sample = button.closest('.sample')?.querySelector('pre');
  const word = (await copyText(sample?.textContent ?? '')) ? 'Copied' : 'Select and copy';
  button.textContent = word;
  announce(`${word}.`);
  setTimeout(() => {
    button.textContent = 'Copy';
  }, 2000);
}

/** The address of the page without the roadmap that the reader follows: others may follow another. */
async function copyHeading(heading: HTMLAnchorElement): Promise<void> {
  const isCopied = await copyText(location.origin + location.pathname + heading.hash);
  if (!isCopied) return;
  heading.dataset['copied'] = '';
  announce('Link copied.');
  setTimeout(() => delete heading.dataset['copied'], 2000);
}

let status: HTMLElement | undefined;

/** For readers who do not see the word change. */
function announce(text: string): void {
  if (!status) {
    status = document.createElement('p');
    status.className = 'visually-hidden';
    status.setAttribute('role', 'status');
    document.querySelector('main')?.append(status);
  }
  status.textContent = text;
}
