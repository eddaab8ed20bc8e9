import { isLearned } from '../progress.ts';
import { currentState, markTopic } from './progress-store.ts';

/** Loads what says that a topic is done; called early, when the reader is about to press the button. */
export const loadMessage = () => import('./done-message.ts');

/** Marks a topic done, or takes that back, and says so with what comes next on the roadmap that the reader follows. */
export async function toggleDone(topic: string, roadmap: string | undefined): Promise<void> {
  const before = currentState(topic);
  const isDone = isLearned(before);
  void markTopic(topic, isDone ? 'none' : 'done');
  const message = await loadMessage();
  if (isDone) message.sayUndone();
  else await message.sayDone({ topic, roadmap, before });
}
