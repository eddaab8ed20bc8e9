import { build, buildButton, buildLink } from '#lib/browser/build.ts';
import { showMessage } from '#lib/browser/page-message.ts';
import { scriptPart } from '#lib/browser/script-part.ts';
import { withBase } from '#lib/href.ts';
import type { State } from '../progress.ts';
import { branchesOf, type Position, positionOn, type RoadmapIndex } from '../roadmap-index.ts';
import { loadRoadmapIndex } from './load-roadmap-index.ts';
import { markTopic, progress } from './progress-store.ts';
import { chosenBranch } from './study-choices.ts';

const ticketDialog = scriptPart(() => import('./ticket-dialog.ts'));
const base = import.meta.env.BASE_URL;
const numbers = 'no one two three four five six seven eight nine ten eleven twelve'.split(' ');

/** Loads the index, or gives undefined if it can't be loaded: the message then has no count, and the next one tries again. */
async function roadmapIndexOrNone(): Promise<RoadmapIndex | undefined> {
  try {
    return await loadRoadmapIndex(base);
  } catch (error) {
    console.warn('The count could not be loaded.', error);
    return undefined;
  }
}

// Whatever loads this file will need the index soon.
void roadmapIndexOrNone();

/** "Done. 1 of 21. Next: CORS", with Undo, and a ticket where a phase is finished. */
export async function sayDone(finished: {
  readonly topic: string;
  readonly roadmap: string | undefined;
  readonly before: State | 'none';
}): Promise<void> {
  const { topic, roadmap, before } = finished;
  const known = await roadmapIndexOrNone();
  const position =
    known && roadmap
      ? positionOn(known, { roadmap, topic, marks: progress.value, branch: chosenBranch(branchesOf(known, roadmap)) })
      : undefined;
  const words = doneWords(position, { roadmap, moved: known ? countRoadmaps(known, topic) : 0 });
  const undo = buildButton('Undo', () => {
    void markTopic(topic, before);
    sayUndone();
  });
  showMessage(words, ...(position?.finished && roadmap ? ticketOffer(position, roadmap) : []), undo);
  if (position && roadmap) updateNextLinks(position, roadmap);
}

/** Says that a topic isn't marked as done anymore. */
export function sayUndone(): void {
  showMessage(['Undone. The topic is not marked as done anymore.']);
}

function doneWords(
  position: Position | undefined,
  { roadmap, moved }: { roadmap: string | undefined; moved: number },
): readonly (Node | string)[] {
  if (!position) return ['Done.'];
  const { done, total, next, roadmapTitle, finished } = position;
  return [
    `Done. ${done} of ${total}. `,
    ...(next
      ? [buildLink(addressOf(next.id, roadmap), `Next: ${next.title}`), '.']
      : [`You finished the ${roadmapTitle} roadmap.`]),
    ...(moved > 1 ? [` One topic, ${numbers[moved] ?? moved} roadmaps moved.`] : []),
    ...(finished ? [build('strong', '', ` Phase finished: ${finished.title}.`)] : []),
  ];
}

function countRoadmaps({ topics, roadmaps }: RoadmapIndex, topic: string): number {
  const number = topics.findIndex(([id]) => id === topic);
  return Object.values(roadmaps).filter(({ phases }) =>
    phases.some(
      ({ stops, branches = [] }) => stops.includes(number) || branches.some((branch) => branch.stops.includes(number)),
    ),
  ).length;
}

const addressOf = (id: string, roadmap: string | undefined) =>
  withBase(`/topics/${id}/${roadmap ? `?line=${roadmap}` : ''}`, base);

/** Points the links on the topic's page to the same next topic as the message, skipping topics that are done. */
function updateNextLinks({ next }: Position, roadmap: string): void {
  if (!next) return;
  for (const link of document.querySelectorAll<HTMLAnchorElement>('a[data-place-next]')) {
    link.href = addressOf(next.id, roadmap);
    link.textContent = `Next: ${next.title}`;
  }
}

function ticketOffer({ finished }: Position, roadmap: string): readonly HTMLElement[] {
  const open = buildButton('Get your ticket', async () => {
    const part = await ticketDialog.load();
    try {
      await part?.openTicket({ roadmap, phase: finished?.id ?? '' });
    } catch (error) {
      showMessage(['The ticket could not be loaded. Try again when you are online.']);
      throw error;
    }
  });
  return [open];
}
