/** What the map needs to know of a topic. */
export interface MapTopic {
  readonly id: string;
  readonly title: string;
}

/** A prerequisite that is drawn: `from` has to be known before `to`. */
export interface MapEdge {
  readonly from: string;
  readonly to: string;
}

/** All topics that have to be known before a topic, directly or not. */
export type AncestorsOf = (id: string) => ReadonlySet<string>;

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** A topic on the map, in units of one CSS pixel; `x` and `y` are the middle of its ring. */
export interface DrawnStop {
  readonly id: string;
  readonly x: number;
  readonly y: number;
  /** Its title in lines, with the start of their baselines. */
  readonly lines: readonly { readonly text: string; readonly x: number; readonly y: number }[];
  /** Around ring and title. */
  readonly box: Box;
}

export interface MapDrawing {
  readonly width: number;
  readonly height: number;
  /** From top to bottom, and from left to right; every topic after all that it needs. */
  readonly stops: readonly DrawnStop[];
  /** The track that leaves a topic for everything that needs it, as SVG path data. */
  readonly tracks: ReadonlyMap<string, string>;
}
