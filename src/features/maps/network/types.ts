/** A roadmap as the network map needs it. Topics in travel order; a repeat counts at its first place only. */
interface NetworkLine {
  readonly id: string;
  readonly title: string;
  /** One to three characters that stand for the line. */
  readonly badge: string;
  /** The name of the line's color token. */
  readonly color: string;
  readonly stops: readonly string[];
}

/** A topic as the network map needs it. */
export interface NetworkTopic {
  readonly id: string;
  readonly title: string;
  /** Drafts have no page, so the map shows them without a link. */
  readonly published: boolean;
}

/** Everything the map is made from. The order of `topics` has no meaning. */
export interface NetworkInput {
  readonly lines: readonly NetworkLine[];
  readonly topics: readonly NetworkTopic[];
  readonly limits: {
    /** About how many stops the whole map shows. */
    readonly interchanges: number;
  };
}

/** A line with the stops that the map draws, in travel order. */
export interface ChosenLine extends NetworkLine {
  /** Chosen topics of the line that it cannot call at without turning back. */
  readonly passes: readonly string[];
}

/** A topic that the map shows. */
export interface ChosenStop extends NetworkTopic {
  /** Lines drawn through the stop. */
  readonly lines: readonly string[];
  /** Lines that have the topic but ride past on the map. */
  readonly alsoOn: readonly string[];
}

/** The part of the network that is drawn. Its lines never contradict each other's order. */
export interface ChosenNetwork {
  readonly lines: readonly ChosenLine[];
  readonly stops: readonly ChosenStop[];
}

/** What occupies one cell of a column: a stop, the head of a line with its badge, or a line riding past. */
export interface Cell {
  readonly kind: 'stop' | 'badge' | 'pass';
  /** The stop's id; the line's id for `badge` and `pass`. */
  readonly id: string;
  /** Indices of the lines in the cell, from top to bottom. */
  readonly lines: readonly number[];
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}
