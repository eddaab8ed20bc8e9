import { readStored } from '#lib/browser/stored-state.ts';
import { isRecord } from '#lib/stored-file.ts';

/** What the reader prepares for on the interview page, as parameters of a mock interview; undefined without a preparation. */
export function interviewGoal(): string | undefined {
  try {
    const stored: unknown = JSON.parse(readStored('wayline:interview-goal') ?? 'null');
    const goal = isRecord(stored) ? stored['goal'] : undefined;
    if (!isRecord(goal)) return undefined;
    const names = ['role', 'level', 'language'] as const;
    return String(new URLSearchParams(names.map((name) => [name, String(goal[name] ?? '')])));
  } catch {
    return undefined;
  }
}
