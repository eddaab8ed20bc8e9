/** Shapes of a node, by Mermaid's brackets: `[ ]` box, `( )` rounded, `[( )]` store, `{ }` decision. */
type Shape = 'box' | 'rounded' | 'store' | 'decision';

export interface FlowNode {
  readonly id: string;
  readonly label: string;
  readonly shape: Shape;
}

export interface FlowEdge {
  readonly from: string;
  readonly to: string;
  readonly label: string;
  readonly isDashed: boolean;
  readonly hasArrow: boolean;
}

export interface Flowchart {
  readonly kind: 'flowchart';
  readonly direction: 'LR' | 'TD';
  readonly title: string;
  readonly description: string;
  readonly nodes: readonly FlowNode[];
  readonly edges: readonly FlowEdge[];
}

export interface Participant {
  readonly id: string;
  readonly label: string;
}

/** A row of a sequence diagram, from top to bottom. */
export type SequenceRow =
  | {
      readonly type: 'message';
      readonly from: string;
      readonly to: string;
      readonly label: string;
      readonly isAnswer: boolean;
    }
  | { readonly type: 'note'; readonly over: readonly string[]; readonly label: string };

export interface Sequence {
  readonly kind: 'sequence';
  readonly title: string;
  readonly description: string;
  readonly participants: readonly Participant[];
  readonly rows: readonly SequenceRow[];
}

export type Diagram = Flowchart | Sequence;

/** Why a diagram cannot be drawn; `line` counts from 1 inside the block. */
export interface DiagramIssue {
  readonly line: number;
  readonly message: string;
  readonly fix: string;
}

/** A line of the block without the blanks around it. */
export interface Line {
  readonly text: string;
  readonly line: number;
}
