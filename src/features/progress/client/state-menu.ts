import { build } from '#lib/browser/build.ts';
import { type State, stateOf, states, stateWords } from '../progress.ts';
import { markTopic, progress } from './progress-store.ts';

type Choice = State | 'none';

const choices: readonly Choice[] = ['none', ...states];

let menu: HTMLElement | undefined;
let opener: HTMLElement | undefined;
let topicId = '';

/** Opens the menu of states beside a button. Arrows move, Enter chooses, Escape closes; focus returns to the button. */
export function openStateMenu(button: HTMLElement, { topic, title }: { topic: string; title: string }): void {
  menu ??= buildMenu();
  opener = button;
  topicId = topic;
  menu.setAttribute('aria-label', `Progress: ${title}`);
  const items = itemsOf(menu);
  const state = stateOf(progress.value, topic);
  for (const item of items) item.setAttribute('aria-checked', String(item.dataset['state'] === state));
  menu.showPopover();
  placeBeside(menu, button);
  (items.find((item) => item.ariaChecked === 'true') ?? items[0])?.focus();
}

const itemsOf = (element: HTMLElement) => [...element.querySelectorAll<HTMLElement>('[role="menuitemradio"]')];

function buildMenu(): HTMLElement {
  const element = build('div', 'state-menu', ...choices.map(buildItem));
  element.popover = 'auto';
  element.role = 'menu';
  element.addEventListener('keydown', (event) => moveFocus(element, event));
  (document.querySelector('main') ?? document.body).append(element);
  return element;
}

function buildItem(state: Choice): HTMLElement {
  const item = build('button', '', build('span', 'stop-symbol'), stateWords[state]);
  item.type = 'button';
  item.role = 'menuitemradio';
  item.tabIndex = -1;
  item.dataset['state'] = state;
  item.addEventListener('click', () => {
    void markTopic(topicId, state);
    opener?.focus();
    menu?.hidePopover();
  });
  return item;
}

function moveFocus(element: HTMLElement, event: KeyboardEvent): void {
  const items = itemsOf(element);
  const at = items.indexOf(document.activeElement as HTMLElement);
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: -1 }[event.key];
  if (event.key === 'Tab') {
    opener?.focus();
    element.hidePopover();
  }
  if (to === undefined) return;
  event.preventDefault();
  items.at(to % items.length)?.focus();
}

/** Places the menu below the button, or above it if there is no room, and always inside the window. */
function placeBeside(element: HTMLElement, button: HTMLElement): void {
  const { left, bottom, top } = button.getBoundingClientRect();
  const { offsetWidth: width, offsetHeight: height } = element;
  const below = bottom + 4;
  element.style.left = `${Math.max(8, Math.min(left, innerWidth - width - 8))}px`;
  element.style.top = `${below + height < innerHeight ? below : Math.max(8, top - height - 4)}px`;
}
