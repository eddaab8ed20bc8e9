import { scriptPart } from '#lib/browser/script-part.ts';
import { isLearned, stateOf } from '../progress.ts';
import { markTopic, progress } from './progress-store.ts';

/** The message that a topic is done, loaded when it is needed. */
export const doneMessage = scriptPart(() => import('./done-message.ts'));

/** Marks a topic done, or takes that back, and says so, with what comes next on the roadmap that the reader follows. */
export async function toggleDone(topic: string, roadmap: string | undefined): Promise<void> {
  const before = stateOf(progress.value, topic);
  const isDone = isLearned(before);
  void markTopic(topic, isDone ? 'none' : 'done');
  const message = await doneMessage.load();
  if (isDone) message?.sayUndone();
  else await message?.sayDone({ topic, roadmap, before });
}
