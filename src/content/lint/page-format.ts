import type { Kind } from '../corpus.ts';

/** How the body of a kind of page is built. */
export interface PageFormat {
  /** Level-2 headings, in order: all of them, or those at the end where the others name the subject. */
  readonly headings: readonly string[];
  /** Whether other headings, which name the subject, come before these. */
  readonly isOpen?: boolean;
  /** Words of prose: paragraphs, lists and tables, without code and checks. */
  readonly words: { readonly min: number; readonly max: number };
}

const topic: PageFormat = { headings: ['Practice', 'Check yourself'], isOpen: true, words: { min: 500, max: 2700 } };

/** A topic for someone who starts from nothing, and needs each step. */
const firstSteps: PageFormat = { ...topic, words: { min: 600, max: 3500 } };

const question: PageFormat = {
  headings: ['Short answer', 'Full answer', 'Trade-offs', 'Common wrong answers', 'From junior to senior'],
  words: { min: 300, max: 1100 },
};

const designChallenge: PageFormat = {
  headings: [
    'Requirements and numbers',
    'Interface',
    'Data model',
    'High-level design',
    'Deep dives',
    'Failure and scale',
    'Trade-offs',
    'Common wrong answers',
    'From junior to senior',
  ],
  words: { min: 600, max: 2000 },
};

const formats = {
  roadmap: { headings: ['About this roadmap', 'How to use it'], words: { min: 120, max: 600 } },
  role: {
    headings: ['What the week looks like', 'How the levels differ', 'How to get there'],
    words: { min: 250, max: 1000 },
  },
  project: {
    headings: [
      'Story',
      'Interface',
      'Data model',
      'Milestones',
      'Try it',
      'Common mistakes',
      'Stretch goals',
      'What it proves',
    ],
    words: { min: 400, max: 1600 },
  },
  comparison: { headings: ['How to choose', 'When each is the wrong choice'], words: { min: 250, max: 1200 } },
} as const satisfies Record<string, PageFormat>;

/** The format that an entry has to follow; topics and questions have one for each kind in their front matter. */
export function formatOf({ kind, data }: { readonly kind: Kind; readonly data: object }): PageFormat {
  const own = 'kind' in data ? data.kind : undefined;
  if (kind === 'topic') return own === 'first-steps' ? firstSteps : topic;
  if (kind === 'question') return own === 'design-challenge' ? designChallenge : question;
  return formats[kind];
}
