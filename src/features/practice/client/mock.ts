import type { Level } from '#content/level.ts';
import { preparation } from '#features/interview/client/index.ts';
import { copyText } from '#lib/browser/clipboard.ts';
import { loadJson } from '#lib/browser/load-json.ts';
import { partOf } from '#lib/browser/part-of.ts';
import { readTabValue, writeTabValue } from '#lib/browser/tab-value.ts';
import { countText } from '#lib/wording.ts';
import type { Card, Rubric } from '../card.ts';
import {
  chooseSeed,
  countRepeats,
  drawMockSet,
  type MockQuestion,
  type MockRequest,
  readMockAddress,
} from '../mock-set.ts';
import { readUnderWay, type UnderWay, underWayKey } from '../under-way.ts';
import { DeckForm } from './deck-form.ts';
import { Interview } from './interview.ts';
import { showError, showNotice } from './practice-errors.ts';
import { practice } from './practice-store.ts';

/** Runs the mock interview in its element. */
export function open(element: HTMLElement, { signal, isStarted }: { signal: AbortSignal; isStarted: boolean }): void {
  const room = new MockRoom(element, signal);
  if (isStarted) room.start();
}

/** The choice of an interview, its link, and the interview itself. */
class MockRoom {
  readonly #element: HTMLElement;
  readonly #form: DeckForm;
  readonly #interview: Interview;
  #cards: readonly Card[] = [];
  #rubrics: ReadonlyMap<string, Rubric> = new Map();
  readonly #loading: Promise<boolean>;
  #seed: string | undefined;

  constructor(element: HTMLElement, signal: AbortSignal) {
    this.#element = element;
    const goal = interviewGoal();
    this.#form = new DeckForm(element, { changed: () => this.#choose(), signal, usual: goal });
    partOf(element, '[data-prepared]').hidden = goal === undefined;
    const { seed, minutes } = readMockAddress(new URLSearchParams(location.search));
    this.#seed = seed;
    partOf<HTMLSelectElement>(element, 'select[name="minutes"]').value = String(minutes);
    this.#interview = new Interview(element, {
      keep: (state) =>
        writeTabValue(underWayKey, state && JSON.stringify({ ...state, search: location.search } satisfies UnderWay)),
      again: () => this.#again(),
      signal,
    });
    partOf(element, '[data-start]').addEventListener('click', () => this.start(), { signal });
    partOf(element, '[data-copy]').addEventListener('click', () => void this.#copy(), { signal });
    if (preparation.error)
      showNotice(
        element,
        'The goal of your interview preparation could not be read, so nothing is chosen for you. If the stored one was unreadable, it was set aside and is listed under My progress.',
      );
    practice.watch((_state, error) => showError(element, error), signal);
    this.#loading = this.#load();
  }

  /** Loads questions and rubrics, and says what a link leads to. */
  async #load(): Promise<boolean> {
    const base = this.#element.dataset['base'] ?? '/';
    try {
      const [cards, rubrics] = await Promise.all([
        loadJson<readonly Card[]>(`${base}practice/cards.json`),
        loadJson<readonly Rubric[]>(`${base}practice/rubrics.json`),
      ]);
      this.#cards = cards;
      this.#rubrics = new Map(rubrics.map((rubric) => [rubric.id, rubric]));
    } catch {
      this.#say('The questions could not be loaded. Check the connection and reload the page.');
      return false;
    }
    this.#describe();
    return true;
  }

  start(): void {
    void this.#loading.then((isLoaded) => isLoaded && this.#begin());
  }

  #begin(): void {
    this.#seed ??= chooseSeed(this.#cards, {
      request: this.#request(''),
      interviews: practice.value.interviews,
      random: Math.random,
    });
    history.replaceState(null, '', this.#address());
    const set = this.#set();
    if (set.length === 0) {
      this.#say('There is no question for this choice yet. Choose another role.');
      return;
    }
    partOf(this.#element, '[data-choose]').hidden = true;
    this.#interview.start(set, this.#rubrics, this.#underWay);
  }

  /** An interview of this tab that was left in the middle, if it is the one that the address leads to. */
  get #underWay(): UnderWay | undefined {
    const underWay = readUnderWay(readTabValue(underWayKey));
    const isThis = underWay?.search === location.search && underWay.answered.length < this.#set().length;
    return isThis ? underWay : undefined;
  }

  /** A different choice gives a different set. */
  #choose(): void {
    this.#seed = readMockAddress(new URLSearchParams(location.search)).seed;
    this.#describe();
  }

  #again(): void {
    this.#seed = undefined;
    history.replaceState(null, '', this.#address());
    partOf(this.#element, '[data-choose]').hidden = false;
    this.#describe();
    partOf(this.#element, '[data-start]').focus();
  }

  #request(seed: string): MockRequest {
    const { role, level } = this.#form.deck;
    const [minutes, language] = [Number(this.#form.value('minutes')), this.#form.value('language')];
    return { role, level: level as Level | '', language, minutes, seed };
  }

  #set(): readonly MockQuestion[] {
    return this.#seed === undefined ? [] : drawMockSet(this.#cards, this.#request(this.#seed));
  }

  #describe(): void {
    const set = this.#set();
    const repeats = countRepeats(set, practice.value.interviews);
    const planned = set.reduce((sum, { minutes }) => sum + minutes, 0);
    const about =
      set.length > 0 && `This link leads to ${countText(set.length, 'question')} for about ${planned} minutes.`;
    const known = repeats > 0 && `${countText(repeats, 'question')} came up in one of your last interviews.`;
    const underWay = this.#underWay;
    const left = underWay && `It is under way: ${underWay.answered.length} of ${set.length} answered.`;
    this.#say([about, left ?? known].filter(Boolean).join(' '));
    partOf(this.#element, '[data-start]').textContent = underWay ? 'Continue the interview' : 'Start the interview';
    partOf(this.#element, '[data-copy]').hidden = this.#seed === undefined;
  }

  #address(): string {
    const request = this.#request(this.#seed ?? '');
    const given = Object.entries({ ...request, minutes: String(request.minutes) }).filter(([, value]) => value !== '');
    return `${location.pathname}?${new URLSearchParams(given)}`;
  }

  async #copy(): Promise<void> {
    const address = location.origin + this.#address();
    this.#say((await copyText(address)) ? 'The link was copied.' : address);
  }

  #say(text: string): void {
    partOf(this.#element, '[data-said]').textContent = text;
  }
}

/** What the reader prepares for on the interview page, as parameters of a mock interview; undefined without a preparation. */
function interviewGoal(): string | undefined {
  const { goal } = preparation.value;
  if (!goal) return undefined;
  const { role, level, language } = goal;
  return String(new URLSearchParams({ role, level, language }));
}
