import { type Level, levels } from '#content/level.ts';
import { build, buildButton } from '#lib/browser/build.ts';
import { partOf } from '#lib/browser/part-of.ts';
import { byTitle } from '#lib/by-title.ts';
import { dateOf, dayOf, today } from '../day.ts';
import { roadmapsOf, studyOrder } from '../order.ts';
import { readTime, readWeek, writeTime } from '../plan-address.ts';
import { needs, type PlanData } from '../plan-data.ts';
import { dayText } from '../plan-words.ts';
import { goals, hoursPerWeek, type PlanRequest, spreadHours, suggestionFor } from '../request.ts';

/** What changes in the request when a field of the form changes. Half-typed dates change nothing. */
export function requestFrom(field: Element, form: HTMLFormElement, before: PlanRequest): Partial<PlanRequest> {
  const fields = new FormData(form);
  const text = (name: string) => String(fields.get(name) ?? '');
  const name = field.getAttribute('name');
  switch (name) {
    case 'goal': {
      const goal = goals.find((each) => each === text('goal'));
      return goal ? suggestionFor(goal, today()) : {};
    }
    case 'to':
      return { target: text('to') === '' ? undefined : (dayOf(text('to')) ?? before.target) };
    case 'aim':
      return aimOf(text('aim'), before);
    case 'branches[]':
      return { branches: branchesIn(form, before) };
    case 'level':
      return { level: levels.find((level): level is Level => level === text('level')) };
    case 'pace':
    case 'days[]': {
      const days = Array.from({ length: 7 }, (_, day) => fields.getAll('days[]').includes(String(day)));
      const hours = Number(text('pace'));
      return days.some(Boolean) && hours > 0 ? { week: spreadHours(hours, days) } : {};
    }
    case 'hours[]': {
      const hours = fields.getAll('hours[]').map((each) => String(each) || '0');
      return { week: readWeek(hours.join(',')).week };
    }
    case 'from':
      return { start: dayOf(text('from')) ?? before.start };
    case 'at':
      return { at: readTime(text('at')) ?? before.at };
    case 'need':
      return { need: needs.find((need) => need === text('need')) ?? before.need };
    case 'reviews':
      return { hasReviews: fields.has('reviews') };
    case 'prerequisites':
      return { hasPrerequisites: fields.has('prerequisites') };
    case 'projects':
      return { hasProjects: fields.has('projects') };
    default:
      return {};
  }
}

/** `role:backend-developer` or `roadmap:backend`; what was added to the first roadmap stays. */
function aimOf(value: string, { role, roadmaps }: PlanRequest): Partial<PlanRequest> {
  const [kind, id = ''] = value.split(':');
  if (kind === 'role') return { role: id, roadmaps: [] };
  const added = role === undefined ? roadmaps.slice(1) : [];
  return { role: undefined, roadmaps: id === '' ? added : [id, ...added.filter((other) => other !== id)] };
}

const choicesIn = (form: HTMLFormElement) => [...form.querySelectorAll<HTMLSelectElement>('[data-choice]')];

/** The branches in the form, and those of choices that it doesn't have, so that the plan can say that they're gone. */
function branchesIn(form: HTMLFormElement, { branches }: PlanRequest): ReadonlyMap<string, string> {
  const choices = choicesIn(form).map(({ dataset, value }) => [dataset['choice'] ?? '', value] as const);
  const known = new Set(choices.map(([choice]) => choice));
  const chosen = choices.filter(([, value]) => value !== '');
  return new Map([...[...branches].filter(([choice]) => !known.has(choice)), ...chosen]);
}

/** Puts a request into the form's fields. A field that already has the same value keeps what the reader typed. */
export function writeForm(form: HTMLFormElement, request: PlanRequest, data: Pick<PlanData, 'roles'>): void {
  const { goal, role, roadmaps, week } = request;
  const put = (field: HTMLInputElement | HTMLSelectElement, value: string) => {
    const isSame = field.type === 'number' ? Number(field.value) === Number(value) : field.value === value;
    if (!isSame) field.value = value;
  };
  const set = (name: string, value: string) => {
    const field = form.elements.namedItem(name);
    if (field === document.activeElement && name === 'to' && value === '') return;
    if (field instanceof HTMLInputElement || field instanceof HTMLSelectElement) put(field, value);
  };
  const tick = (name: string, isTicked: (value: string) => boolean) => {
    for (const box of form.querySelectorAll<HTMLInputElement>(`[name="${name}"]`)) box.checked = isTicked(box.value);
  };
  tick('goal', (value) => value === (goal ?? ''));
  tick('level', (value) => value === (request.level ?? ''));
  tick('days[]', (day) => (week[Number(day)] ?? 0) > 0);
  tick('reviews', () => request.hasReviews);
  tick('projects', () => request.hasProjects);
  tick('prerequisites', () => request.hasPrerequisites);
  const [first] = roadmaps;
  set('aim', role ? `role:${role}` : first ? `roadmap:${first}` : '');
  for (const select of choicesIn(form)) select.value = request.branches.get(select.dataset['choice'] ?? '') ?? '';
  const studied = roadmapsOf(request, data);
  for (const label of form.querySelectorAll<HTMLElement>('[data-choice-of]'))
    label.hidden = !studied.includes(label.dataset['choiceOf'] ?? '');
  for (const [day, input] of form.querySelectorAll<HTMLInputElement>('[name="hours[]"]').entries())
    put(input, String((week[day] ?? 0) / 2));
  set('pace', String(hoursPerWeek(week)));
  set('need', request.need);
  set('at', writeTime(request.at));
  set('from', dateOf(request.start));
  set('to', request.target === undefined ? '' : dateOf(request.target));
  partOf(form, '[data-target-label]').textContent =
    goal === 'interview' ? 'Date of the interview' : 'Be ready by (optional)';
  partOf(form, '[data-aim]').hidden = goal === 'topic' && role === undefined && roadmaps.length === 0;
  partOf(form, '[data-add-label]').textContent =
    goal === 'topic' ? 'Topic' : 'Add a topic or another roadmap (optional)';
}

/** Fills the list of topics and roadmaps that can be added. */
export function fillAdd(select: HTMLSelectElement, { topics, roadmaps }: PlanData): void {
  const group = (label: string, kind: string, entries: readonly { readonly id: string; readonly title: string }[]) => {
    const options = build('optgroup', '', ...entries.map(({ id, title }) => new Option(title, `${kind}:${id}`)));
    options.label = label;
    return options;
  };
  select.append(group('Topics', 'topic', topics.toSorted(byTitle)), group('Roadmaps', 'roadmap', roadmaps));
}

/** What changes in a request when the reader adds something: `topic:jwt`, `roadmap:databases`. */
export function withAdded(value: string, request: PlanRequest, data: PlanData): Partial<PlanRequest> {
  const [kind, id = ''] = value.split(':');
  if (kind === 'topic') return { topics: [...new Set([...request.topics, id])] };
  return { roadmaps: [...new Set([...roadmapsOf(request, data), id])] };
}

/**
 * Draws the parts of the form that depend on the request: what was added, days off, topics to check off.
 * @returns what can wait: the list of topics.
 */
export function drawLists(
  form: HTMLFormElement,
  { request, data, change }: { request: PlanRequest; data: PlanData; change: (changes: Partial<PlanRequest>) => void },
): readonly (() => void)[] {
  const titleOf = (list: readonly { readonly id: string; readonly title: string }[], id: string) =>
    list.find((entry) => entry.id === id)?.title ?? id;
  const added = request.role === undefined ? request.roadmaps.slice(1) : request.roadmaps;
  const drop = (what: string, changes: Partial<PlanRequest>, focus: string) =>
    buildRemovable(what, () => {
      change(changes);
      partOf(form, focus).focus();
    });
  partOf(form, '[data-added]').replaceChildren(
    ...added.map((id) =>
      drop(
        `${titleOf(data.roadmaps, id)} roadmap`,
        { roadmaps: request.roadmaps.filter((other) => other !== id) },
        '[data-add]',
      ),
    ),
    ...request.topics.map((id) =>
      drop(titleOf(data.topics, id), { topics: request.topics.filter((other) => other !== id) }, '[data-add]'),
    ),
  );
  partOf(form, '[data-days-off]').replaceChildren(
    ...request.daysOff.map((range) => {
      const text = range.from === range.to ? dayText(range.from) : `${dayText(range.from)} to ${dayText(range.to)}`;
      return drop(text, { daysOff: request.daysOff.filter((other) => other !== range) }, '[data-off-add]');
    }),
  );
  return [() => drawKnown(form, request, data)];
}

function buildRemovable(what: string, press: () => void): HTMLElement {
  const button = buildButton('Remove', press);
  button.className = 'plan-remove';
  button.setAttribute('aria-label', `Remove ${what}`);
  return build('li', '', what, ' ', button);
}

/** Topics to check off. As long as the topics are the same, their boxes stay, and with them the reader's place among them. */
function drawKnown(form: HTMLFormElement, request: PlanRequest, data: PlanData): void {
  const list = partOf(form, '[data-known]');
  const { items } = studyOrder({ ...request, known: new Set() }, data);
  const topics = items.filter(({ kind }) => kind === 'topic');
  const boxes = () => [...list.querySelectorAll('input')];
  if (
    boxes()
      .map(({ value }) => value)
      .join() !== topics.map(({ id }) => id).join()
  )
    list.replaceChildren(...topics.map(({ id, title }) => buildBox(id, title)));
  for (const box of boxes()) box.checked = request.known.has(box.value);
  partOf(form, '[data-known-count]').textContent = String(boxes().filter(({ checked }) => checked).length);
}

function buildBox(id: string, title: string): HTMLElement {
  const box = build('input', '');
  box.type = 'checkbox';
  box.value = id;
  return build('label', 'plan-tick', box, title);
}
