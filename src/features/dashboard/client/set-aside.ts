import { dateHere } from '#features/plan/client/index.ts';
import { build, buildButton } from '#lib/browser/build.ts';
import { download } from '#lib/browser/download.ts';
import { partOf } from '#lib/browser/part-of.ts';
import { readStored, writeStored } from '#lib/browser/stored-state.ts';
import { countText, dateText } from '#lib/wording.ts';

/** How much of a text is shown on the page. The exported file has all of it. */
const maxShown = 2000;

const names = {
  progress: 'Progress',
  practice: 'Practice',
  notes: 'Notes and links',
  labs: 'Work on labs',
  plan: 'Study plans',
  'interview-goal': 'Interview preparation',
} as const;

/** Shows the texts that could not be read, with buttons to export and delete them. */
export function openSetAside(root: HTMLElement, { say, signal }: { say: (text: string) => void; signal: AbortSignal }) {
  const show = () => {
    const all = findSetAside();
    partOf(root, '[data-set-aside]').hidden = all.length === 0;
    partOf(root, '[data-set-aside-list]').replaceChildren(...all.map((each) => buildItem(each, { say, remove })));
  };
  const remove = ({ key }: SetAside) => {
    if (!confirm('Delete this text permanently? Export it first if you may want it back.')) return;
    writeStored(key, undefined);
    show();
    say('The text was deleted.');
    partOf(root, '[data-import]').focus();
  };
  addEventListener('storage', show, { signal });
  show();
  return show;
}

/** Deletes everything that the site has stored except the theme: texts set aside, plans, choices. */
export function forgetTheRest(): void {
  for (const key of storedKeys())
    if (key.startsWith('wayline:') && key !== 'wayline:theme') writeStored(key, undefined);
}

/** A stored text that could not be read and was set aside unchanged; `at` is missing for the first of its kind. */
type SetAside = ReturnType<typeof findSetAside>[number];

function findSetAside() {
  return storedKeys().flatMap((key) => {
    const [, name, at] = /^wayline:([a-z-]+):unreadable(?::(\d+))?$/u.exec(key) ?? [];
    const text = readStored(key);
    if (text === undefined || !isName(name)) return [];
    return [{ key, name, at: at === undefined ? undefined : Number(at), text }];
  });
}

const isName = (name: string | undefined): name is keyof typeof names => name !== undefined && name in names;

/** The keys in storage; none where the browser blocks it. */
function storedKeys(): readonly string[] {
  try {
    return Object.keys(localStorage).toSorted();
  } catch {
    return [];
  }
}

function buildItem(
  aside: SetAside,
  { say, remove }: { say: (text: string) => void; remove: (aside: SetAside) => void },
): HTMLElement {
  const { name, at, text } = aside;
  const since = at === undefined ? '' : `, set aside on ${dateText(dateHere(at))}`;
  const file = `wayline-unreadable-${name}.txt`;
  const take = buildButton('Export', () => {
    download(text, { name: file, type: 'text/plain' });
    say(`Exported as ${file}.`);
  });
  const cut = text.length > maxShown ? `${text.slice(0, maxShown)}… (the file has all of it)` : text;
  return build(
    'li',
    '',
    `${names[name]}${since}: ${countText(text.length, 'character')} `,
    build('details', 'my-2', build('summary', '', 'Show the text'), build('pre', 'whitespace-pre-wrap', cut)),
    build(
      'p',
      'flex flex-wrap gap-3',
      take,
      buildButton('Delete', () => remove(aside)),
    ),
  );
}
