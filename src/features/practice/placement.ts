import { seededRandom } from '#lib/random.ts';

/** A topic as the placement knows it. */
export interface PlacedTopic {
  readonly id: string;
  readonly prerequisites: readonly string[];
}

/** A topic to ask about. */
export interface PlacementTopic extends PlacedTopic {
  readonly title: string;
  /** For the folder that the site is built for. */
  readonly address: string;
  /** What someone who knows it can do: "Could you read a plan with EXPLAIN?" */
  readonly ask: string;
}

/** What `/practice/placement.json` holds. */
export interface PlacementData {
  readonly topics: readonly PlacementTopic[];
  /** Ways along which readers learn, as places in the list of topics. */
  readonly ways: readonly (readonly number[])[];
}

/** What a reader said of a topic: whether they could do what it teaches. */
export interface PlacementAnswer {
  readonly id: string;
  readonly knows: boolean;
}

/** The most questions of a placement. */
export const maxQuestions = 25;

/** How often an answer is not what a reader's paths would make one expect: slips, guesses, things forgotten or picked up. */
const errorRate = 0.12;

/** How many possible readers are imagined, and how often each is changed a little at the start and after an answer. */
const crowdSize = 240;
const changesAtFirst = 60;
const changesPerAnswer = 50;

/** How much less likely each further path makes a reader. */
const costOfPath = 0.85;
const maxPaths = 12;

/** Going along a way up to a stop: everything up to there is known, and all that it needs. */
interface Path {
  readonly way: number;
  readonly stop: number;
}

/**
 * Finds out which topics a reader knows. It imagines a crowd of possible readers, each of whom went along some lines or through
 * some areas up to some stop and knows what lies behind, with all its prerequisites: so a topic that is known speaks for its
 * prerequisites, and one that isn't speaks against what builds on it. After every answer each of the crowd is changed a little,
 * again and again, towards what fits all answers (Metropolis sampling). The share of the crowd that knows a topic is the chance
 * that the reader does.
 */
export class Placement {
  readonly #graph: Graph;
  readonly #random = seededRandom('placement');
  /** The paths of each of the crowd. */
  #crowd: readonly (readonly Path[])[];
  /** For each topic, who in the crowd knows it: one bit for each reader. */
  #knowing: readonly Uint32Array[] = [];
  readonly #answers = new Map<number, boolean>();

  /**
   * The same answers give the same questions.
   * @param ways orders in which topics are learned: the stops of lines, and the topics of areas from easy to hard.
   */
  constructor(topics: readonly PlacedTopic[], { ways }: { ways: readonly (readonly string[])[] }) {
    this.#graph = graphOf(topics, ways);
    this.#crowd = Array.from({ length: crowdSize }, () => []);
    this.#resample(changesAtFirst);
  }

  /** Takes an answer in. A second answer to the same topic replaces the first. */
  answer({ id, knows }: PlacementAnswer): void {
    const topic = this.#graph.ids.indexOf(id);
    if (topic < 0) return;
    this.#answers.set(topic, knows);
    this.#resample(changesPerAnswer);
  }

  /** The chance that the reader knows each topic, from 0 to 1. */
  chances(): ReadonlyMap<string, number> {
    return new Map(this.#graph.ids.map((id, topic) => [id, this.#chance(topic)]));
  }

  /**
   * The topic whose answer says most about all topics; undefined when enough was asked or no answer would tell anything.
   * @param without topics that the reader left out.
   */
  next(without: ReadonlySet<string> = new Set()): string | undefined {
    if (this.#answers.size >= maxQuestions) return undefined;
    const unsure = this.#graph.ids
      .map((id, topic) => ({ id, topic, doubt: doubtOf(this.#share(topic)) }))
      .filter(({ id, topic, doubt }) => doubt > minDoubt && !this.#answers.has(topic) && !without.has(id))
      .toSorted((a, b) => b.doubt - a.doubt || a.topic - b.topic)
      .slice(0, maxCandidates);
    const weighed = unsure.map(({ topic }) => ({ topic, gain: this.#gain(topic) }));
    const [best] = weighed.toSorted((a, b) => b.gain - a.gain || a.topic - b.topic);
    return best && this.#graph.ids[best.topic];
  }

  #share(topic: number): number {
    const knowing = this.#knowing[topic] ?? noBits;
    return countBoth(knowing, knowing) / crowdSize;
  }

  /** The share of the crowd, moved by what the reader said of this very topic. */
  #chance(topic: number): number {
    const share = Math.min(0.99, Math.max(0.01, this.#share(topic)));
    const said = this.#answers.get(topic);
    if (said === undefined) return share;
    const odds = (share / (1 - share)) * (said ? ownWord : 1 / ownWord);
    return odds / (1 + odds);
  }

  /** How much doubt about all topics is gone, on average, once it is known whether the reader knows this one. */
  #gain(topic: number): number {
    const mine = this.#knowing[topic] ?? noBits;
    const knowing = countBoth(mine, mine);
    const lacking = crowdSize - knowing;
    return this.#knowing.reduce((sum, theirs) => {
      const [count, both] = [countBoth(theirs, theirs), countBoth(mine, theirs)];
      const doubtLeft = knowing * doubtOf(both / knowing) + lacking * doubtOf((count - both) / lacking);
      return sum + doubtOf(count / crowdSize) - doubtLeft / crowdSize;
    }, 0);
  }

  #behind({ way, stop }: Path): Uint8Array {
    return this.#graph.ways[way]?.[stop] ?? nothing;
  }

  /** The logarithm of how well someone fits the answers, times how likely they were before. */
  #fitOf(paths: readonly Path[]): number {
    let fit = paths.length * Math.log(costOfPath);
    for (const [topic, said] of this.#answers) {
      const isKnown = paths.some((path) => this.#behind(path)[topic] === 1);
      fit += isKnown === said ? logExpected : logErrorRate;
    }
    return fit;
  }

  #resample(changes: number): void {
    this.#crowd = this.#crowd.map((before) => {
      let paths = before;
      let fit = this.#fitOf(paths);
      for (let count = 0; count < changes; count += 1) {
        const other = this.#changePaths(paths);
        const otherFit = this.#fitOf(other);
        if (Math.log(this.#random()) < otherFit - fit) [paths, fit] = [other, otherFit];
      }
      return paths;
    });
    this.#knowing = this.#graph.ids.map((_, topic) => this.#whoKnows(topic));
  }

  #whoKnows(topic: number): Uint32Array {
    const bits = new Uint32Array(Math.ceil(crowdSize / 32));
    this.#crowd.forEach((paths, index) => {
      const isKnown = paths.some((path) => this.#behind(path)[topic] === 1);
      if (isKnown) bits[index >> 5] = (bits[index >> 5] ?? 0) | (1 << (index & 31));
    });
    return bits;
  }

  /** One path more or less, or one that goes elsewhere or to another stop. */
  #changePaths(paths: readonly Path[]): readonly Path[] {
    const kind = this.#random();
    const at = Math.floor(this.#random() * paths.length);
    if (kind < 0.25) return paths.length < maxPaths ? [...paths, this.#samplePath()] : paths;
    if (kind < 0.5) return paths.filter((_, index) => index !== at);
    return paths.map((path, index) => {
      if (index !== at) return path;
      return kind < 0.6 ? this.#samplePath() : this.#samplePath(path.way);
    });
  }

  #samplePath(way = Math.floor(this.#random() * this.#graph.ways.length)): Path {
    return { way, stop: Math.floor(this.#random() * (this.#graph.ways[way]?.length ?? 0)) };
  }
}

const nothing = new Uint8Array();
const noBits = new Uint32Array();

/** How many of the crowd have a bit in both. Adds the bits of each word in parallel. */
function countBoth(one: Uint32Array, other: Uint32Array): number {
  let count = 0;
  for (let word = 0; word < one.length; word += 1) {
    let bits = (one[word] ?? 0) & (other[word] ?? 0);
    bits -= (bits >>> 1) & 0x55555555;
    bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
    count += Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
  }
  return count;
}

const [logExpected, logErrorRate] = [Math.log(1 - errorRate), Math.log(errorRate)];

/** How much someone's own word weighs on the odds of its topic. */
const ownWord = 4;

/** Below this doubt a topic is not asked about. */
const minDoubt = 0.15;

/** How many of the most doubtful topics are weighed against each other. */
const maxCandidates = 40;

/** From 0 for what is certain to 1 for an even chance. */
const doubtOf = (chance: number) => 4 * chance * (1 - chance);

/** The graph in the form that is quick to walk: numbers instead of ids. */
interface Graph {
  readonly ids: readonly string[];
  /** For each way and each stop on it: 1 at the numbers of all topics up to there and of everything that they need. */
  readonly ways: readonly (readonly Uint8Array[])[];
}

/** Numbers the topics and adds up what lies behind every stop. Ids that are no topics are passed over. */
function graphOf(topics: readonly PlacedTopic[], ways: readonly (readonly string[])[]): Graph {
  const byId = new Map(topics.map((topic, number) => [topic.id, { ...topic, number }]));
  const stopsOf = (way: readonly string[]): readonly Uint8Array[] => {
    const behind = new Uint8Array(topics.length);
    const learn = (id: string): void => {
      const topic = byId.get(id);
      if (!topic || behind[topic.number] === 1) return;
      behind[topic.number] = 1;
      topic.prerequisites.forEach(learn);
    };
    return way
      .filter((id) => byId.has(id))
      .map((id) => {
        learn(id);
        return behind.slice();
      });
  };
  return { ids: topics.map(({ id }) => id), ways: ways.map(stopsOf).filter((stops) => stops.length > 0) };
}
