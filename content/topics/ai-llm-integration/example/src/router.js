import { setTimeout as sleep } from 'node:timers/promises';
import { cost } from './budget.js';

export const departments = ['roads', 'lighting', 'parks', 'waste'];

// #region prompt
const prompt = {
  version: 'route-4',
  system: `You forward residents' reports to a department of the city.
The departments: ${departments.join(', ')}.
Respond with that one word. If none of them fits, respond with: none`,
  maxTokens: 1024, // thinking counts, too
};
// #endregion prompt
const MAX_LENGTH = 2000;
// With a byte-level tokenizer, a token is at least one byte. Some are added around it.
const mostTokens = (text) => Buffer.byteLength(text) + 500;

// #region route
export function createRouter({ complete, budget, log, pauseMs = 1_000 }) {
  async function ask(report, attempt = 1) {
    if (typeof report !== 'string' || !report.trim())
      return { reason: 'empty' };
    if (report.length > MAX_LENGTH) return { reason: 'too long' };
    const input = mostTokens(prompt.system + report);
    const most = cost({ input, output: prompt.maxTokens });
    if (!budget.reserve(most))
      return { level: 'warn', reason: 'budget used up' };

    const answer = await complete({ ...prompt, user: report });
    if (answer.stop === 'error') {
      const { reason, isOurFault, isFree } = answer;
      if (isFree) budget.giveBack(most);
      if (isOurFault) return { level: 'error', reason };
      if (attempt === 2) return { level: 'warn', reason };
      await sleep(pauseMs * (0.5 + Math.random()));
      return ask(report, 2);
    }
    const paid = cost(answer.usage);
    budget.giveBack(most - paid);
    if (answer.stop !== 'end_turn') return { paid, reason: answer.stop };

    const word = answer.text.trim().toLowerCase().replace(/\.$/, '');
    if (word === 'none') return { paid, reason: 'no department' };
    if (!departments.includes(word)) return { paid, reason: 'not a label' };
    return { paid, department: word };
  }

  return async function route(report) {
    const outcome = await ask(report);
    log({ level: 'info', prompt: prompt.version, ...outcome });
    return outcome.department ?? 'manual';
  };
}
// #endregion route
