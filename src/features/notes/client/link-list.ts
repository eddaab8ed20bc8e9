import { build, buildButton, buildLink } from '#lib/browser/build.ts';
import { linkKey, maxOf, type OwnLink } from '../notes.ts';
import { readOwnAddress } from '../own-address.ts';
import { writeText } from './notes-store.ts';

/** A reader's links of a topic, with a form for another. */
export function openLinks({ topic, say }: { topic: string; say: (text: string) => void }) {
  const list = build('ul', 'own-links');
  const { form, address, title } = buildForm();
  const undo = buildButton('Put the link back', () => putBack());
  undo.hidden = true;
  let removed: OwnLink | undefined;
  let present: readonly OwnLink[] = [];
  const items = new Map<string, HTMLElement>();
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const read = readOwnAddress(address.value);
    address.setAttribute('aria-invalid', String(!read.ok));
    address.focus();
    if (!read.ok) return say(read.reason);
    if (present.some((link) => link.address === read.address)) return say('You already have this link.');
    void writeText(linkKey(topic, read.address), title.value.trim().slice(0, maxOf.title) || shortOf(read.address));
    form.reset();
    return say('The link was added.');
  });
  const remove = (link: OwnLink) => {
    removed = link;
    void writeText(linkKey(topic, link.address), '');
    say(`The link “${link.title}” was removed.`);
    undo.hidden = false;
    undo.focus();
  };
  const putBack = () => {
    if (removed) void writeText(linkKey(topic, removed.address), removed.title);
    say(`The link “${removed?.title}” is back.`);
    undo.hidden = true;
    address.focus();
  };
  const itemOf = (link: OwnLink) => {
    const key = `${link.address} ${link.title}`;
    const item = items.get(key) ?? buildItem(link, () => remove(link));
    items.set(key, item);
    return item;
  };
  return {
    element: build('section', 'mt-4', build('h2', 'text-base', 'My links'), list, undo, form),
    show: (links: readonly OwnLink[]) => {
      present = links;
      list.hidden = links.length === 0;
      const focused = list.contains(document.activeElement) ? document.activeElement : undefined;
      list.replaceChildren(...links.map((link) => itemOf(link)));
      // The list is redrawn after it is stored and by other tabs, while one of its buttons may have the focus.
      if (focused instanceof HTMLElement && focused.isConnected) focused.focus();
    },
  };
}

/** Shortens an address to a title for a link without one. */
const shortOf = (address: string) => address.replace(/^https?:\/\/(?:www\.)?|\/$/gu, '').slice(0, maxOf.title);

/** A link followed by its host, because its title may say anything. */
export function buildOwnLink({ address, title }: OwnLink): HTMLElement[] {
  const link = buildLink(address, title);
  link.rel = 'noreferrer';
  return [link, build('span', 'stop-note', new URL(address).host)];
}

function buildItem(link: OwnLink, remove: () => void): HTMLElement {
  const button = buildButton('Remove', remove);
  button.setAttribute('aria-label', `Remove the link “${link.title}”`);
  const text = build('div', '', ...buildOwnLink(link));
  return build('li', '', text, button);
}

function buildForm() {
  const address = build('input', '');
  address.inputMode = 'url';
  address.maxLength = maxOf.address;
  const title = build('input', '');
  title.maxLength = maxOf.title;
  for (const input of [address, title]) input.autocomplete = 'off';
  const add = buildButton('Add link');
  add.type = 'submit';
  const form = build('form', 'field-row');
  form.append(
    build('label', 'field', 'Address', address),
    build('label', 'field', 'Title (optional)', title),
    build('p', '', add),
  );
  form.noValidate = true;
  return { form, address, title };
}
