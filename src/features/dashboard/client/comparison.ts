import { takeIn } from '#features/progress/client/index.ts';
import {
  type Compared,
  type Marks,
  readCompared,
  readCompareLink,
  readTeam,
  writeCompared,
} from '#features/progress/index.ts';
import { partOf } from '#lib/browser/part-of.ts';
import { comparePlan } from './compare-plan.ts';
import { compareProgress } from './compare-progress.ts';
import { compareTeam } from './compare-team.ts';
import type { Shown } from './comparison-table.ts';
import type { KnownSite } from './known-site.ts';

/**
 * Shows what the address holds to compare with, and takes links that the reader pastes.
 * @returns what to call when the reader's own marks change.
 */
export function openComparison(root: HTMLElement, { site, signal }: { site: KnownSite; signal: AbortSignal }) {
  let marks: Marks = new Map();
  let shown: Shown | undefined;
  const show = () => {
    const compared = readCompared(location.hash);
    shown = compared && build(compared, { site, marks });
    partOf(root, '[data-comparison]').hidden = shown === undefined;
    if (!shown) return;
    partOf(root, '[data-comparison-title]').textContent = shown.title;
    partOf(root, '[data-comparison-text]').textContent = shown.text;
    partOf(root, '[data-comparison-body]').replaceChildren(...shown.body);
    partOf(root, '[data-take-in]').hidden = shown.marks === undefined;
  };
  const close = (words: string) => {
    history.replaceState(history.state, '', location.pathname + location.search);
    show();
    partOf(root, '[data-compare-said]').textContent = words;
    partOf(root, '[data-compare-form] input').focus();
  };
  const on = (selector: string, event: string, act: (event: Event) => unknown) =>
    partOf(root, selector).addEventListener(event, (fired) => void act(fired), { signal });
  on('[data-close-comparison]', 'click', () => close(''));
  on('[data-take-in]', 'click', async () => {
    if (shown?.marks) await takeIn(shown.marks);
    close('The shared marks were added to yours.');
  });
  on('[data-compare-form]', 'submit', (event) => {
    event.preventDefault();
    partOf(root, '[data-compare-said]').textContent = follow(partOf<HTMLFormElement>(root, '[data-compare-form]'));
  });
  on('[data-team-form]', 'submit', (event) => {
    event.preventDefault();
    partOf(root, '[data-compare-said]').textContent = followTeam(partOf<HTMLFormElement>(root, '[data-team-form]'));
  });
  const showOther = () => {
    show();
    if (shown) partOf(root, '[data-comparison-title]').focus();
  };
  addEventListener('hashchange', showOther, { signal });
  return (present: Marks) => {
    marks = present;
    show();
  };
}

function build(compared: Compared, { site, marks }: { site: KnownSite; marks: Marks }): Shown {
  if (compared.kind === 'team') return compareTeam(compared.people, { site, marks });
  if (compared.kind === 'shared') return compareProgress(compared.text, { site, marks });
  return comparePlan(compared, { site, marks });
}

/** Leads to the comparison with what was pasted; returns what is wrong with it, in words. */
function follow(form: HTMLFormElement): string {
  const fields = new FormData(form);
  const textOf = (name: string) => String(fields.get(name) ?? '');
  const theirs = readCompareLink(textOf('theirs'));
  const mine = readCompareLink(textOf('mine'));
  if (!theirs) {
    partOf(form, '[name="theirs"]').focus();
    return 'This is neither a link to a progress nor to a plan. Copy it whole: it has a # in it.';
  }
  if (textOf('mine').trim() !== '' && mine?.kind !== 'plan') {
    partOf(form, '[name="mine"]').focus();
    return 'Your link is not one to a plan. Copy it from the plan’s page.';
  }
  const compared: Compared =
    theirs.kind === 'shared'
      ? { kind: 'shared', text: theirs.fragment.slice('shared='.length) }
      : { kind: 'plan', theirs: theirs.fragment, mine: mine?.fragment };
  showAt(compared);
  return '';
}

/** Leads to the table of a team; returns what could not be read, in words. */
function followTeam(form: HTMLFormElement): string {
  const field = partOf<HTMLTextAreaElement>(form, '[name="team"]');
  const { people, refused } = readTeam(field.value);
  if (people.length > 0) showAt({ kind: 'team', people });
  else field.focus();
  if (refused.length === 0 && people.length > 0) return '';
  if (people.length === 0) return 'There is no link to a progress here. Each one has #shared= in it.';
  return `Not read: line ${refused.join(', ')}. Each line needs a link with #shared= in it, and a team has 12 people at most.`;
}

function showAt(compared: Compared): void {
  const hash = `#${writeCompared(compared)}`;
  if (hash === location.hash) dispatchEvent(new Event('hashchange'));
  else location.hash = hash;
}
