import type { Level } from '#content/level.ts';
import { labWork } from '#features/labs/client/index.ts';
import { loadDue, practice } from '#features/practice/client/index.ts';
import { counted, type Due, type Histories } from '#features/practice/index.ts';
import { build, buildLink } from '#lib/browser/build.ts';
import { LiveElement } from '#lib/browser/live-element.ts';
import { loadJson } from '#lib/browser/load-json.ts';
import { partOf } from '#lib/browser/part-of.ts';
import { countText, dateFormat, dateText } from '#lib/wording.ts';
import {
  type DaySet,
  daysBetween,
  daysOf,
  drawDay,
  type Goal,
  type InterviewData,
  mockDays,
  type RatingOf,
  readinessOf,
} from '../prepare.ts';
import { keepPreparation, preparation, today } from './goal-store.ts';

const writeShort = dateFormat({ month: 'short', day: 'numeric', timeZone: 'UTC' });
const shortDay = (day: string) => writeShort(new Date(`${day}T00:00:00Z`));

/** What a rating is worth: not known, half known, known, sure. */
const ratingOfGrade = { 1: 0, 2: 0.4, 3: 0.8, 4: 1 } as const;

/** Today's set of an interview preparation: the questions about the interview, or what to do today and how ready the reader is. */
class InterviewPrep extends LiveElement {
  #data: InterviewData = { questions: [], labs: [], areas: {} };
  #due: Due | undefined;

  protected connected(signal: AbortSignal): void {
    const form = this.#part<HTMLFormElement>('form');
    const on = (selector: string, event: string, act: (event: Event) => void) =>
      this.#part(selector).addEventListener(event, act, { signal });
    on('form', 'submit', (event) => {
      event.preventDefault();
      this.#takeGoal(readForm(form));
    });
    on('[name="role"]', 'change', () => chooseLanguage(form));
    on('[data-edit]', 'click', () => {
      fillForm(form, preparation.value.goal);
      this.#show('setup');
      form.querySelector('select')?.focus();
    });
    void this.#load(signal);
  }

  #takeGoal(goal: Goal): void {
    const isPast = goal.date !== '' && goal.date < today();
    this.#part('[data-said]').textContent = isPast
      ? 'That day is in the past. Choose the day of your interview, or leave it empty.'
      : '';
    if (!isPast) void keepPreparation({ goal, today: undefined }).then(() => this.#showFromTop());
  }

  async #load(signal: AbortSignal): Promise<void> {
    this.#data = await loadJson<InterviewData>(`${this.#base}interview/data.json`).catch((error: unknown) => {
      this.#part('[data-said]').textContent = 'The questions could not be loaded. Reload the page when you are online.';
      throw error;
    });
    // How much is due decides how much is new.
    this.#due = await loadDue(this.#base).catch(() => undefined);
    this.#part('[data-more]').addEventListener('click', () => this.#takeMore(), { signal });
    preparation.watch((_value, error) => {
      this.#part('[data-error]').hidden = error === undefined;
      this.#draw();
    }, signal);
    practice.watch(() => this.#draw(), signal);
    labWork.watch(() => this.#draw(), signal);
    // Disabled until now, so that no choice is lost while the page is still loading.
    this.#part<HTMLFieldSetElement>('[data-fields]').disabled = false;
  }

  get #base(): string {
    return this.dataset['base'] ?? '/';
  }

  #part<T extends HTMLElement = HTMLElement>(selector: string): T {
    return partOf<T>(this, selector);
  }

  #show(part: 'setup' | 'today'): void {
    this.#part('[data-setup]').hidden = part !== 'setup';
    this.#part('[data-today]').hidden = part !== 'today';
  }

  /** Scrolls up to the set, which replaces the form: on a phone, the reader is further down, at the form's button. */
  #showFromTop(): void {
    this.#part('[data-heading]').focus({ preventScroll: true });
    this.scrollIntoView({ block: 'start' });
  }

  #draw(): void {
    const { goal } = preparation.value;
    if (!goal || !this.#data.questions.some(({ roles }) => goal.role in roles)) {
      this.#show('setup');
      return;
    }
    const set = this.#setOf(goal);
    this.#show('today');
    this.#part('[data-heading]').textContent = headingOf(goal);
    this.#part('[data-goal]').textContent = this.#goalText(goal);
    this.#drawTasks(goal, set);
    this.#drawDays(goal);
    this.#drawReadiness(goal);
  }

  /** One more round on top of what was done today. */
  #takeMore(): void {
    const { goal } = preparation.value;
    if (goal) void keepPreparation({ today: this.#drawn(goal) });
  }

  /** The stored set of today, or a new one; it stays for the day, so that what is done can be counted. */
  #setOf(goal: Goal): DaySet {
    const stored = preparation.value.today;
    if (stored?.day === today()) return stored;
    const drawn = this.#drawn(goal);
    void keepPreparation({ today: drawn });
    return drawn;
  }

  #drawn(goal: Goal): DaySet {
    const hasPassed = (id: string) => (labWork.value.get(id)?.passedAt ?? 0) > 0;
    return drawDay(this.#data, goal, { day: today(), due: this.#due?.cards ?? 0, ratingOf: this.#ratingOf, hasPassed });
  }

  readonly #ratingOf: RatingOf = (id) => {
    const last = lastReview(practice.value.histories, id);
    return last && ratingOfGrade[last.grade];
  };

  #drawTasks(goal: Goal, set: DaySet): void {
    const questions = this.#questionsOf(set);
    const items = [...questions, ...this.#othersOf(goal, set)];
    const next = items.find(({ isDone }) => !isDone);
    const asked = questions.length > 0 && countText(questions.length, 'question');
    const holds = [asked, ...items.map((item) => item.holds)].filter(Boolean);
    this.#part('[data-holds]').textContent = next ? `Today: ${holds.join(' · ')}` : 'Done for today.';
    this.#part('[data-count]').textContent = `${items.filter(({ isDone }) => isDone).length} of ${items.length} done`;
    const start = this.#part<HTMLAnchorElement>('[data-go]');
    start.hidden = next === undefined;
    if (next) [start.textContent, start.href] = [next.start, next.startAt ?? next.address];
    this.#part('[data-more]').hidden = next !== undefined;
    this.#part('[data-tasks]').replaceChildren(...items.map(buildItem));
  }

  #questionsOf(set: DaySet): readonly Item[] {
    const questions = set.questions.flatMap((id) => this.#data.questions.find((question) => question.id === id) ?? []);
    const open = questions.filter(({ id }) => !isToday(lastReview(practice.value.histories, id)?.at));
    return questions.map((question) => ({
      title: question.title,
      facts: this.#data.areas[question.area] ?? '',
      address: `${this.#base}questions/${question.id}/`,
      isDone: !open.includes(question),
      start: open.length < questions.length ? 'Continue' : 'Start',
      startAt: `${this.#base}practice/?cards=${open.map(({ id }) => id).join(',')}`,
    }));
  }

  /** The lab, the mock interview and the reviews of a day. */
  #othersOf({ role, level, language }: Goal, set: DaySet): readonly Item[] {
    const items: Item[] = [];
    const lab = this.#data.labs.find(({ id }) => id === set.lab);
    if (lab)
      items.push({
        title: `Lab: ${lab.title}`,
        facts: `${lab.minutes} min`,
        address: `${this.#base}labs/${lab.id}/`,
        isDone: isToday(labWork.value.get(lab.id)?.passedAt),
        start: 'Do the lab',
        holds: '1 lab',
      });
    const parameters = new URLSearchParams({ role, level, language, minutes: String(set.mock) });
    if (set.mock > 0)
      items.push({
        title: 'Mock interview',
        facts: `${set.mock} min`,
        address: `${this.#base}practice/mock/?${parameters}`,
        isDone: practice.value.interviews.some(({ at }) => isToday(at)),
        start: 'Start the mock interview',
        holds: '1 mock interview',
      });
    const due = this.#due;
    if (due && due.cards + due.labs > 0)
      items.push({
        title: `${due.things} due`,
        facts: `${due.minutes} min`,
        address: `${this.#base}practice/`,
        isDone: false,
        start: 'Do the reviews',
        holds: countText(due.cards + due.labs, 'review'),
      });
    return items;
  }

  #drawDays(goal: Goal): void {
    const mocks = new Set(mockDays(goal));
    const now = today();
    const left = daysOf(goal).filter((day) => day >= now);
    this.#part('[data-mocks]').textContent = mocksText([...mocks].filter((day) => day >= now));
    this.#part('[data-days]').replaceChildren(
      ...left.slice(0, 28).map((day) => {
        const item = build('li', '', build('span', '', shortDay(day)));
        if (mocks.has(day)) item.append(' mock');
        if (day === now) item.setAttribute('aria-current', 'date');
        item.dataset['mock'] = String(mocks.has(day));
        return item;
      }),
    );
  }

  #drawReadiness(goal: Goal): void {
    const areas = readinessOf(this.#data, goal, this.#ratingOf);
    this.#part('[data-areas]').replaceChildren(
      ...areas.map(({ area, questions, rated, value }) => {
        const bar = build('meter', '');
        bar.max = 1;
        bar.value = value;
        const title = this.#data.areas[area] ?? area;
        bar.setAttribute('aria-label', `${title}: ${Math.round(value * 100)}% ready`);
        const link = buildLink(`${this.#base}questions/?${new URLSearchParams({ role: goal.role, area })}`, title);
        return build('li', '', link, bar, build('span', '', `${rated} of ${questions} rated`));
      }),
    );
  }

  #goalText({ role, level, language, minutes }: Goal): string {
    const text = (name: string, value: string) =>
      [...this.#part<HTMLSelectElement>(`select[name="${name}"]`).options].find((option) => option.value === value)
        ?.text ?? value;
    const spoken = language === '' ? [] : [text('language', language)];
    return [text('role', role), text('level', level), ...spoken, `${minutes} min a day`].join(' · ');
  }
}

/** Choosing a role that has a language of its own chooses the language, too. */
function chooseLanguage(form: HTMLFormElement): void {
  const [role] = partOf<HTMLSelectElement>(form, '[name="role"]').selectedOptions;
  partOf<HTMLSelectElement>(form, '[name="language"]').value = role?.dataset['language'] ?? '';
}

function readForm(form: HTMLFormElement): Goal {
  const fields = new FormData(form);
  const text = (name: string) => String(fields.get(name) ?? '');
  return {
    role: text('role'),
    level: text('level') as Level,
    language: text('language'),
    date: text('date'),
    minutes: Number(text('minutes')),
    from: today(),
  };
}

function fillForm(form: HTMLFormElement, goal: Goal | undefined): void {
  for (const [name, value] of Object.entries(goal ?? {})) {
    const control = form.elements.namedItem(name);
    if (control instanceof HTMLSelectElement || control instanceof HTMLInputElement) control.value = String(value);
  }
}

/** A thing to do today. */
interface Item {
  readonly title: string;
  readonly facts: string;
  readonly address: string;
  readonly isDone: boolean;
  /** What the button says when this is next, and where it leads if not to the address. */
  readonly start: string;
  readonly startAt?: string;
  /** How the day's first line counts it; questions are counted together. */
  readonly holds?: string;
}

function headingOf({ date }: Goal): string {
  if (date === '') return 'Your preparation';
  const left = daysBetween(today(), date);
  const when = `Interview on ${dateText(date)}`;
  if (left < 0) return `${when}. How did it go?`;
  if (left === 0) return `${when}: that's today. Good luck!`;
  return `${when}: ${left === 1 ? 'tomorrow' : `${left} days left`}`;
}

function mocksText(days: readonly string[]): string {
  if (days.length === 0) return '';
  const names = days.map(shortDay);
  return `Mock ${days.length === 1 ? 'interview' : 'interviews'} on ${names.join(', ').replace(/, ([^,]*)$/u, ' and $1')}.`;
}

function buildItem({ address, title, facts, isDone }: Item): HTMLElement {
  const item = build('li', '', buildLink(address, title), build('span', '', facts));
  item.dataset['done'] = String(isDone);
  if (isDone) item.prepend(build('span', 'visually-hidden', 'Done: '));
  return item;
}

function lastReview(histories: Histories, id: string) {
  return counted(histories.get(id) ?? []).at(-1);
}

function isToday(at = 0): boolean {
  return at > 0 && new Date(at).toDateString() === new Date().toDateString();
}

customElements.define('interview-prep', InterviewPrep);
