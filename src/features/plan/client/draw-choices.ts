import { build } from '#lib/browser/build.ts';
import { partOf } from '#lib/browser/part-of.ts';
import { studyOrder } from '../order.ts';
import type { PlanData } from '../plan-data.ts';
import { hoursPerWeek, type PlanRequest } from '../request.ts';
import { dayText } from '../words.ts';

interface Wish {
  readonly request: PlanRequest;
  readonly data: PlanData;
  readonly change: (changes: Partial<PlanRequest>) => void;
}

/**
 * The parts of the form that depend on the request: its sums and lists.
 * @returns what can wait: the list of topics to tick off.
 */
export function drawFormParts(form: HTMLFormElement, wish: Wish): readonly (() => void)[] {
  const { request, data } = wish;
  partOf(form, '[data-week-sum]').textContent = `${hoursPerWeek(request.week)} hours a week`;
  partOf(form, '[data-days-off]').replaceChildren(...drawDaysOff(form, wish));
  partOf(form, '[data-goals]').replaceChildren(...drawGoals(form, wish));
  return [() => drawKnown(form, request, data)];
}

/** Days off with a button each to give them back. The button goes with its line, so focus moves to a neighbor. */
function drawDaysOff(form: HTMLFormElement, { request, change }: Wish): HTMLElement[] {
  const { daysOff } = request;
  return daysOff.map((range) => {
    const text = range.from === range.to ? dayText(range.from) : `${dayText(range.from)} to ${dayText(range.to)}`;
    const remove = () => {
      change({ daysOff: daysOff.filter((other) => other !== range) });
      partOf(form, '[data-off-add]').focus();
    };
    return build('li', '', `${text} `, drawRemove(text, remove));
  });
}

/** Single topics that the plan leads to, with a button each to drop them. */
function drawGoals(form: HTMLFormElement, { request, data, change }: Wish): HTMLElement[] {
  const { topics } = request;
  return topics.map((id) => {
    const title = data.topics.find((topic) => topic.id === id)?.title ?? id;
    const remove = () => {
      change({ topics: topics.filter((other) => other !== id) });
      partOf(form, '[name="role"]').focus();
    };
    return build('p', 'mt-2', `And the topic ${title} `, drawRemove(title, remove));
  });
}

function drawRemove(what: string, press: () => void): HTMLButtonElement {
  const button = build('button', 'search-close', 'Remove');
  button.type = 'button';
  button.setAttribute('aria-label', `Remove ${what}`);
  button.addEventListener('click', press);
  return button;
}

/** Topics to tick off. The boxes, and the reader's place among them, stay while the topics are the same. */
function drawKnown(form: HTMLFormElement, request: PlanRequest, data: PlanData): void {
  const list = partOf(form, '[data-known]');
  const { items } = studyOrder({ ...request, known: new Set() }, data);
  const topics = items.filter(({ kind }) => kind === 'topic');
  const boxes = () => [...list.querySelectorAll('input')];
  const ids = boxes().map(({ value }) => value);
  if (ids.join() !== topics.map(({ id }) => id).join())
    list.replaceChildren(...topics.map(({ id, title }) => drawBox(id, title)));
  for (const box of boxes()) box.checked = request.known.has(box.value);
  partOf(form, '[data-known-count]').textContent = String(boxes().filter(({ checked }) => checked).length);
}

function drawBox(id: string, title: string): HTMLElement {
  const box = build('input', '');
  box.type = 'checkbox';
  box.value = id;
  return build('label', 'plan-tick', box, title);
}
