import { importMarks, progress } from '#features/progress/client/index.ts';
import { stateOf } from '#features/progress/index.ts';
import { build } from '#lib/browser/build.ts';
import { loadJson } from '#lib/browser/load-json.ts';
import { partOf } from '#lib/browser/part-of.ts';
import { byTitle } from '#lib/by-title.ts';
import { countText } from '#lib/wording.ts';
import {
  maxQuestions,
  Placement,
  type PlacementAnswer,
  type PlacementData,
  type PlacementTopic,
} from '../placement.ts';

/** Runs the placement in its element. */
export function open(element: HTMLElement, { signal, isStarted }: { signal: AbortSignal; isStarted: boolean }): void {
  const test = new PlacementTest(element, signal);
  if (isStarted) void test.start();
}

/** From this chance on a topic is listed, and from the second on it is ticked. */
const [listedFrom, tickedFrom] = [0.5, 0.7];

/** The questions, one after the other, and what follows from them. */
class PlacementTest {
  readonly #element: HTMLElement;
  #data: PlacementData = { topics: [], ways: [] };
  #placement = new Placement([], { ways: [] });
  #answers: PlacementAnswer[] = [];
  readonly #skipped = new Set<string>();
  #topic: PlacementTopic | undefined;

  constructor(element: HTMLElement, signal: AbortSignal) {
    this.#element = element;
    const on = (selector: string, event: string, act: (event: Event) => void) =>
      partOf(element, selector).addEventListener(event, act, { signal });
    on('[data-start]', 'click', () => void this.start());
    on('[data-again]', 'click', () => void this.start());
    on('[data-question]', 'click', ({ target }) => this.#press(target));
    on('[data-question]', 'keydown', (event) => this.#key(event as KeyboardEvent));
    on('[data-undo]', 'click', () => this.#undo());
    on('[data-end]', 'click', () => this.#end());
    on('[data-mark]', 'click', () => void this.#mark());
  }

  async start(): Promise<void> {
    try {
      this.#data = await loadJson<PlacementData>(`${this.#element.dataset['base'] ?? '/'}practice/placement.json`);
    } catch {
      partOf(this.#element, '[data-said]').textContent =
        'The questions could not be loaded. Check the connection and try again.';
      return;
    }
    this.#answers = [];
    this.#skipped.clear();
    this.#replay();
    partOf(this.#element, '[data-choose]').hidden = true;
    partOf(this.#element, '[data-result]').hidden = true;
    partOf(this.#element, '[data-question]').hidden = false;
    this.#ask();
  }

  /** Starts from the beginning and takes all answers in again. */
  #replay(): void {
    const { topics, ways } = this.#data;
    const named = ways.map((way) => way.flatMap((place) => topics[place]?.id ?? []));
    this.#placement = new Placement(topics, { ways: named });
    for (const answer of this.#answers) this.#placement.answer(answer);
  }

  #ask(): void {
    const id = this.#placement.next(this.#skipped);
    const topic = this.#data.topics.find((other) => other.id === id);
    if (topic) this.#show(topic);
    else this.#end();
  }

  #show(topic: PlacementTopic): void {
    this.#topic = topic;
    const place = `Question ${this.#answers.length + 1} of at most ${maxQuestions}`;
    partOf(this.#element, '[data-place]').textContent = place;
    partOf(this.#element, '[data-ask]').textContent = topic.ask;
    const link = partOf<HTMLAnchorElement>(this.#element, '[data-topic]');
    link.href = topic.address;
    link.textContent = topic.title;
    partOf<HTMLButtonElement>(this.#element, '[data-undo]').disabled = this.#answers.length === 0;
    partOf(this.#element, '[data-ask]').focus();
  }

  #press(target: EventTarget | null): void {
    const button = target instanceof Element ? target.closest<HTMLElement>('[data-answer]') : null;
    const topic = this.#topic;
    if (!button || !topic) return;
    if (button.dataset['answer'] === 'skip') this.#skipped.add(topic.id);
    else {
      const answer = { id: topic.id, knows: button.dataset['answer'] === 'yes' };
      this.#answers.push(answer);
      this.#placement.answer(answer);
    }
    this.#ask();
  }

  /** Keys work while the focus is on the question. */
  #key({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): void {
    if (ctrlKey || metaKey || altKey) return;
    const answer = { 1: 'yes', 2: 'no', 3: 'skip' }[key];
    if (answer) this.#press(this.#element.querySelector(`[data-answer="${answer}"]`));
    if (key.toLowerCase() === 'u') this.#undo();
  }

  #undo(): void {
    const last = this.#answers.pop();
    if (!last) return;
    this.#replay();
    const topic = this.#data.topics.find(({ id }) => id === last.id);
    if (topic) this.#show(topic);
  }

  /** Lists what is most likely known and has no mark yet. */
  #end(): void {
    const chances = this.#placement.chances();
    const chanceOf = ({ id }: PlacementTopic) => chances.get(id) ?? 0;
    const { topics } = this.#data;
    const asked = this.#answers.length;
    const likely = topics.filter((topic) => asked > 0 && chanceOf(topic) >= listedFrom);
    const open = likely.filter(({ id }) => stateOf(progress.value, id) === 'none').toSorted(byTitle);
    partOf(this.#element, '[data-question]').hidden = true;
    const about = `about ${likely.length} of ${countText(topics.length, 'topic')}`;
    const marked = likely.length - open.length;
    const already = marked > 0 ? ` ${marked} of them have a mark already and are not listed.` : '';
    partOf(this.#element, '[data-words]').textContent =
      asked === 0
        ? 'You ended the placement before the first answer, so there is nothing to say yet.'
        : `After ${countText(asked, 'question')}: ${about}.${already} Untick what you would rather learn again; the unticked ones are less certain.`;
    partOf(this.#element, '[data-list]').replaceChildren(
      ...open.map((topic) => buildChoice(topic, chanceOf(topic) >= tickedFrom)),
    );
    partOf(this.#element, '[data-mark]').hidden = open.length === 0;
    partOf(this.#element, '[data-marked]').textContent = '';
    const result = partOf(this.#element, '[data-result]');
    result.hidden = false;
    result.focus();
  }

  async #mark(): Promise<void> {
    const boxes = [...this.#element.querySelectorAll<HTMLInputElement>('[data-list] input:checked')];
    const at = Date.now();
    await importMarks(new Map(boxes.map(({ value }) => [value, { state: 'done', at }])));
    partOf(this.#element, '[data-mark]').hidden = boxes.length > 0;
    partOf(this.#element, '[data-marked]').textContent =
      boxes.length === 0
        ? 'Tick the topics that you know first.'
        : `${countText(boxes.length, 'topic')} marked as done.`;
  }
}

function buildChoice({ id, title }: PlacementTopic, isTicked: boolean): HTMLElement {
  const box = Object.assign(build('input', ''), { type: 'checkbox', value: id, checked: isTicked });
  return build('li', '', build('label', 'flex items-center gap-2 py-1', box, title));
}
