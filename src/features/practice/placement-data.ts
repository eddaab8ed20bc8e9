import type { PlacedTopic } from './placement-graph.ts';

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

/** An outcome as a question: "Read a plan with EXPLAIN" as "Could you read a plan with EXPLAIN?" */
export function askFor(outcome: string): string {
  return `Could you ${outcome.charAt(0).toLowerCase()}${outcome.slice(1).replace(/[.?!]$/u, '')}?`;
}
