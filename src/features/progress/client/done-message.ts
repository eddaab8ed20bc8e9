import { build, buildButton, buildLink } from '#lib/browser/build.ts';
import { showMessage } from '#lib/browser/page-message.ts';
import { scriptPart } from '#lib/browser/script-part.ts';
import { withBase } from '#lib/href.ts';
import type { State } from '../progress.ts';
import { branchesOf, type Standing, standingOn, type Tracks } from '../tracks.ts';
import { loadTracks } from './load-tracks.ts';
import { currentMarks, markTopic } from './progress-store.ts';
import { chosenBranch } from './study-choices.ts';

const ticketDialog = scriptPart(() => import('./ticket-dialog.ts'));
const base = import.meta.env.BASE_URL;
const numbers = [
  'no',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
];

/** The tracks, or undefined while they cannot be loaded: then the message has no count, and the next time tries again. */
async function tracksOrNone(): Promise<Tracks | undefined> {
  try {
    return await loadTracks(base);
  } catch (error) {
    console.warn('The count could not be loaded.', error);
    return undefined;
  }
}

// Whoever loads this file is about to need them.
void tracksOrNone();

/** "Done. 1 of 21. Next: CORS", with Undo, and a ticket where a phase is finished. */
export async function sayDone(finished: {
  readonly topic: string;
  readonly roadmap: string | undefined;
  readonly before: State | 'none';
}): Promise<void> {
  const { topic, roadmap, before } = finished;
  const known = await tracksOrNone();
  const standing =
    known && roadmap
      ? standingOn(known, { roadmap, topic, marks: currentMarks(), branch: chosenBranch(branchesOf(known, roadmap)) })
      : undefined;
  const words = doneWords(standing, { roadmap, moved: known ? countRoadmaps(known, topic) : 0 });
  const undo = buildButton('Undo', () => {
    void markTopic(topic, before);
    sayUndone();
  });
  showMessage(words, ...(standing?.finished && roadmap ? ticketOffer(standing, roadmap) : []), undo);
  if (standing && roadmap) leadOn(standing, roadmap);
}

/** What is said when a topic is not done any more. */
export function sayUndone(): void {
  showMessage(['Undone. The topic is not marked as done any more.']);
}

function doneWords(
  standing: Standing | undefined,
  { roadmap, moved }: { roadmap: string | undefined; moved: number },
): readonly (Node | string)[] {
  if (!standing) return ['Done.'];
  const { done, total, next, roadmapTitle, finished } = standing;
  return [
    `Done. ${done} of ${total}. `,
    ...(next
      ? [buildLink(addressOf(next.id, roadmap), `Next: ${next.title}`), '.']
      : [`You finished the ${roadmapTitle} roadmap.`]),
    ...(moved > 1 ? [build('span', 'done-moved', ` One topic, ${numbers[moved] ?? moved} roadmaps moved.`)] : []),
    ...(finished ? [build('strong', '', ` Phase finished: ${finished.title}.`)] : []),
  ];
}

function countRoadmaps({ topics, roadmaps }: Tracks, topic: string): number {
  const number = topics.findIndex(([id]) => id === topic);
  return Object.values(roadmaps).filter(({ phases }) =>
    phases.some(
      ({ stops, branches = [] }) => stops.includes(number) || branches.some((branch) => branch.stops.includes(number)),
    ),
  ).length;
}

const addressOf = (id: string, roadmap: string | undefined) =>
  withBase(`/topics/${id}/${roadmap ? `?line=${roadmap}` : ''}`, base);

/** The links of the topic's page lead to the same next topic as the message: what is done already is passed over. */
function leadOn({ next }: Standing, roadmap: string): void {
  if (!next) return;
  for (const link of document.querySelectorAll<HTMLAnchorElement>('a[data-place-next]')) {
    link.href = addressOf(next.id, roadmap);
    link.textContent = `Next: ${next.title}`;
  }
}

function ticketOffer({ finished }: Standing, roadmap: string): readonly HTMLElement[] {
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
