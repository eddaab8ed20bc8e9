import { labWork } from '#features/labs/client/index.ts';
import { build } from '#lib/browser/build.ts';
import { partOf } from '#lib/browser/part-of.ts';
import { readTabValue } from '#lib/browser/tab-value.ts';
import { fileOf } from '../card.ts';
import { isInDeck } from '../deck.ts';
import { queueWords } from '../due.ts';
import { figures } from '../forecast.ts';
import { type CardSet, knownOf } from '../known.ts';
import { buildQueue, type KnownCard, type LeftReview, type Queue, readLeftReview, reviewKey } from '../queue.ts';
import { dayOf } from '../review.ts';
import { asSetting, type Settings, settingRanges } from '../settings.ts';
import { DeckForm } from './deck-form.ts';
import { loadCards } from './load-cards.ts';
import { exportAnswers, showError } from './practice-errors.ts';
import { changeSettings, momentNow, normalizeClock, practice } from './practice-store.ts';
import { Session } from './session.ts';

const noCards: CardSet = { cards: [], prerequisites: {} };

/** Runs the practice room in its element. */
export function open(element: HTMLElement, { signal, isStarted }: { signal: AbortSignal; isStarted: boolean }): void {
  const left = location.hash === '#session' ? readLeftReview(readTabValue(reviewKey)) : undefined;
  // Back to the deck that was chosen then, and without `#session`, so that a reload starts over.
  if (left) history.replaceState(null, '', location.pathname + left.search);
  const room = new Room(element, signal);
  room.load();
  if (isStarted || room.hasSet || left) room.start({ left });
}

/** The cards of the chosen deck, what is due of them, and the session that goes through them. */
class Room {
  readonly #element: HTMLElement;
  readonly #form: DeckForm;
  readonly #session: Session;
  #set: CardSet = noCards;
  /** Why there is no card; empty until the cards were loaded for the first time or failed to. */
  #whyNone = '';
  #loading = Promise.resolve();
  /** The cards that the address names, `?cards=a,b`: a set that was put together elsewhere. */
  readonly #named =
    new URLSearchParams(location.search).get('cards')?.slice(0, 20_000).split(',').filter(Boolean) ?? [];

  constructor(element: HTMLElement, signal: AbortSignal) {
    this.#element = element;
    this.#form = new DeckForm(element, { changed: () => this.load(), signal });
    this.#session = new Session(element, {
      ended: () => this.#showChoice(),
      find: (id) => this.#all().find(({ card }) => card.id === id),
      signal,
    });
    partOf(element, '[data-start]').addEventListener('click', () => this.start(), { signal });
    partOf(element, '[data-more]').addEventListener('click', () => this.start({ more: 10 }), { signal });
    wireSettings(element, signal);
    partOf(element, '[data-export]').addEventListener('click', exportAnswers, { signal });
    normalizeClock();
    partOf(element, '[data-set]').hidden = !this.hasSet;
    partOf(element, '[data-deck]').hidden = this.hasSet;
    practice.watch((_state, error) => {
      showError(element, error);
      this.#show();
    }, signal);
  }

  /** Whether the address names the cards, so that there is nothing left to choose. */
  get hasSet(): boolean {
    return this.#named.length > 0;
  }

  /** Loads what the deck needs and shows what is due. */
  load(): void {
    this.#loading = this.#loadCards();
  }

  async #loadCards(): Promise<void> {
    const base = this.#element.dataset['base'] ?? '/';
    const { deck } = this.#form;
    const wanted = this.#form.value('checks') === 'on' ? (['cards', 'checks'] as const) : (['cards'] as const);
    const loaded = await loadCards(base, wanted).catch(() => undefined);
    // The reader chose something else in the meantime, and that is being loaded.
    if (deck !== this.#form.deck) return this.#loading;
    this.#set = loaded ?? noCards;
    this.#whyNone = loaded
      ? 'No card fits this choice.'
      : 'The cards could not be loaded. Check the connection, then choose a deck again.';
    this.#show();
  }

  /** Continues the session that was left for a lab, or starts one with today's cards or with `more` further ones. */
  start({ left, more }: { left?: LeftReview | undefined; more?: number } = {}): void {
    void this.#loading.then(() => {
      const all = this.#all();
      const cards = left?.ids.flatMap((id) => all.find(({ card }) => card.id === id) ?? []) ?? this.#queue(more).cards;
      if (cards.length === 0) return;
      partOf(this.#element, '[data-choose]').hidden = true;
      this.#session.start(cards, left?.place);
    });
  }

  #showChoice(): void {
    partOf(this.#element, '[data-choose]').hidden = false;
    this.#show();
    const start = partOf<HTMLButtonElement>(this.#element, '[data-start]');
    (start.hidden ? partOf(this.#element, '[data-said]') : start).focus();
  }

  #all(): readonly KnownCard[] {
    return knownOf(this.#set, { histories: practice.value.histories, labs: labWork.value, now: momentNow() });
  }

  /** The cards of the set or the deck. Cards that the reader has met are always among them; new checks only when wanted. */
  #known(): readonly KnownCard[] {
    const all = this.#all();
    if (this.hasSet) return this.#named.flatMap((id) => all.find(({ card }) => card.id === id) ?? []);
    const fresh = ['cards', this.#form.value('checks') === 'on' ? 'checks' : ''];
    return all.filter(
      ({ card, memory }) => isInDeck(card, this.#form.deck) && (memory || fresh.includes(fileOf(card.id))),
    );
  }

  #queue(more?: number): Queue {
    const { settings, histories } = practice.value;
    const now = momentNow();
    const known = this.#known();
    const queue = buildQueue(known, { now, settings, histories, more });
    // Whoever put a set together wants every card of it, once.
    const open = known.filter(({ memory }) => memory?.lastDay !== dayOf(now));
    return this.hasSet ? { ...queue, cards: open, waiting: 0, waitingLabs: 0 } : queue;
  }

  #show(): void {
    if (this.#whyNone === '' || (this.#set === noCards && this.#session.isOpen)) return;
    const { histories, settings } = practice.value;
    const now = momentNow();
    const known = this.#known();
    const queue = this.#queue();
    const fresh = known.filter(({ memory }) => !memory).length;
    const start = partOf<HTMLButtonElement>(this.#element, '[data-start]');
    start.hidden = queue.cards.length === 0;
    partOf(this.#element, '[data-set]').classList.toggle('button-strong', start.hidden);
    partOf(this.#element, '[data-more]').hidden = this.hasSet || queue.cards.length > 0 || queue.waiting + fresh === 0;
    partOf(this.#element, '[data-said]').textContent =
      known.length === 0 ? this.#whyNone : queueWords(queue, { now, settings });
    const list = partOf(this.#element, '[data-figures]');
    list.hidden = histories.size === 0;
    const rows = figures(known, { histories, daysPerWeek: settings.daysPerWeek, now });
    list.replaceChildren(
      ...rows.map(([name, value]) => build('div', '', build('dt', '', name), build('dd', '', value))),
    );
  }
}

const numbers = Object.keys(settingRanges) as readonly (keyof typeof settingRanges)[];

/** Keeps the form of limits and goal in step with what is stored. A number out of range becomes the nearest in range. */
function wireSettings(element: HTMLElement, signal: AbortSignal): void {
  const form = partOf<HTMLFieldSetElement>(element, '[data-settings]');
  const input = (name: keyof Settings) => partOf<HTMLInputElement>(form, `[name="${name}"]`);
  const show = ({ settings }: { settings: Settings }) => {
    for (const name of numbers) input(name).value = String(settings[name]);
    input('fourGrades').checked = settings.fourGrades;
  };
  form.addEventListener(
    'change',
    () => {
      const read = numbers.map((name) => [name, asSetting(name, input(name).valueAsNumber)] as const);
      const valid = Object.fromEntries(read.filter(([, value]) => value !== undefined));
      void changeSettings({ ...valid, fourGrades: input('fourGrades').checked });
    },
    { signal },
  );
  practice.watch(show, signal);
  form.disabled = false;
}
