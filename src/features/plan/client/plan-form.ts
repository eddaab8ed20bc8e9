import { type Level, levels } from '#content/level.ts';
import { dateOf, dayOf } from '../day.ts';
import { readTime, readWeek, writeTime } from '../fields.ts';
import { linesOf } from '../order.ts';
import { needs, type PlanData } from '../plan-data.ts';
import type { PlanRequest } from '../request.ts';

type Named = Pick<PlanData, 'roles'>;

/** The request that a form holds. What the form has no field for, and dates that are half typed, stay as they are. */
export function readForm(form: HTMLFormElement, before: PlanRequest, data: Named): PlanRequest {
  const fields = new FormData(form);
  const text = (name: string) => String(fields.get(name) ?? '');
  const role = text('role') || undefined;
  const hasNewRole = role !== undefined && role !== before.role;
  const ticked = fields.getAll('lines[]').map(String);
  const lines = hasNewRole ? linesOf({ role, lines: [] }, data) : inOrder(linesOf(before, data), ticked);
  const hours = fields.getAll('hours[]').map((value) => (value === '' ? '0' : String(value)));
  return {
    ...before,
    role: lines.length === 0 ? undefined : role,
    lines,
    branches: new Map([...otherBranches(form, before), ...branchesIn(form)]),
    need: needs.find((need) => need === text('need')) ?? before.need,
    level: levels.find((level): level is Level => level === text('level')),
    week: readWeek(hours.join(',')).week,
    at: readTime(text('at')) ?? before.at,
    start: dayOf(text('from')) ?? before.start,
    target: text('to') === '' ? undefined : (dayOf(text('to')) ?? before.target),
    hasReviews: fields.has('reviews'),
    hasProjects: fields.has('projects'),
  };
}

/** A line keeps its place while it is chosen; a new one goes behind the others. */
const inOrder = (before: readonly string[], ticked: readonly string[]) => [
  ...before.filter((id) => ticked.includes(id)),
  ...ticked.filter((id) => !before.includes(id)),
];

const choicesIn = (form: HTMLFormElement) => [...form.querySelectorAll<HTMLSelectElement>('[data-choice]')];

function branchesIn(form: HTMLFormElement): [string, string][] {
  return choicesIn(form).flatMap(({ dataset, value }): [string, string][] =>
    dataset['choice'] && value !== '' ? [[dataset['choice'], value]] : [],
  );
}

/** Branches of choices that the form does not know: kept, so that the reader hears that they are gone. */
function otherBranches(form: HTMLFormElement, { branches }: PlanRequest): [string, string][] {
  const known = new Set(choicesIn(form).map(({ dataset }) => dataset['choice']));
  return [...branches].filter(([choice]) => !known.has(choice));
}

/** Puts a request into the form's fields. A field that the reader is in is left alone, unless it says something else. */
export function writeForm(form: HTMLFormElement, request: PlanRequest, data: Named): void {
  const lines = linesOf(request, data);
  const set = (name: string, value: string) => {
    const field = form.elements.namedItem(name);
    if ((field instanceof HTMLInputElement || field instanceof HTMLSelectElement) && field.value !== value)
      field.value = value;
  };
  const tick = (name: string, isTicked: boolean) => {
    const field = form.elements.namedItem(name);
    if (field instanceof HTMLInputElement) field.checked = isTicked;
  };
  set('role', request.role ?? '');
  for (const box of form.querySelectorAll<HTMLInputElement>('[name="lines[]"]'))
    box.checked = lines.includes(box.value);
  for (const select of choicesIn(form)) select.value = request.branches.get(select.dataset['choice'] ?? '') ?? '';
  for (const label of form.querySelectorAll<HTMLElement>('[data-choice-of]'))
    label.hidden = !lines.includes(label.dataset['choiceOf'] ?? '');
  form.querySelectorAll<HTMLInputElement>('[name="hours[]"]').forEach((input, day) => {
    const hours = (request.week[day] ?? 0) / 2;
    if (Number(input.value) !== hours) input.value = String(hours);
  });
  set('need', request.need);
  set('level', request.level ?? '');
  set('at', writeTime(request.at));
  set('from', dateOf(request.start));
  if (request.target !== undefined) set('to', dateOf(request.target));
  else if (document.activeElement !== form.elements.namedItem('to')) set('to', '');
  tick('reviews', request.hasReviews);
  tick('projects', request.hasProjects);
}
