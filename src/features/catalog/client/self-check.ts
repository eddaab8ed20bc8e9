import { progress } from '#features/progress/client/index.ts';
import { isSettled, stateOf } from '#features/progress/index.ts';
import { build, buildLink } from '#lib/browser/build.ts';
import { rememberWayBack } from './topic-place.ts';

/** How many checks a reader may miss before help is offered. */
const enough = 2;

const missed = new Set<Element>();
let help: HTMLElement | undefined;

document.addEventListener('click', ({ target }) => {
  const button = target instanceof Element ? target.closest<HTMLElement>('[data-check]') : null;
  const check = button?.closest('.check');
  if (!button || !check) return;
  for (const other of check.querySelectorAll<HTMLElement>('[data-check]'))
    other.setAttribute('aria-pressed', String(other === button));
  if (button.dataset['check'] === 'missed') missed.add(check);
  else missed.delete(check);
  offerHelp(check);
});

function offerHelp(check: Element): void {
  help ??= build('p', 'check-help');
  help.setAttribute('role', 'status');
  if (missed.size < enough) {
    help.replaceChildren();
    return;
  }
  check.after(help);
  const words = helpWords();
  // A screen reader announces only changes of a status that was on the page before.
  setTimeout(() => help?.replaceChildren(...words));
}

/** The first prerequisite that the reader has not marked as known, or else the passages. */
function helpWords(): readonly (Node | string)[] {
  const needed = [...document.querySelectorAll<HTMLElement>('[data-prerequisite]')].find(
    ({ dataset }) => !isSettled(stateOf(progress.value, dataset['prerequisite'] ?? '')),
  );
  const link = needed?.querySelector('a');
  if (needed && link) {
    const why = needed.querySelector('[data-why]')?.textContent?.trim() ?? '';
    const there = buildLink(link.href, link.textContent);
    const title = document.querySelector('h1')?.textContent ?? '';
    const anchor = sectionOf(document.querySelector('.check'));
    there.addEventListener('click', () =>
      rememberWayBack({
        title,
        address: `${location.pathname}${location.search}${anchor}`,
        to: needed.dataset['prerequisite'] ?? '',
      }),
    );
    return ['Two of these did not work out. Start with ', there, `: ${why}. A link there brings you back here.`];
  }
  const passages = [...missed].flatMap((each) => each.querySelector<HTMLAnchorElement>('[data-passage]') ?? []);
  const links = passages.map((passage, index) => buildLink(passage.hash, `passage ${index + 1}`));
  return [
    'Two of these did not work out. Read again: ',
    ...links.flatMap((each, index) => (index > 0 ? [', ', each] : [each])),
    '.',
  ];
}

/** The fragment of the section that the checks are in. */
function sectionOf(check: Element | null): string {
  let element = check?.previousElementSibling;
  while (element && element.localName !== 'h2') element = element.previousElementSibling;
  return element ? `#${element.id}` : '';
}
