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
const worstCase = cost({ input: 3000, output: prompt.maxTokens });

// #region route
export function createRouter({ complete, budget, log }) {
  async function ask(report) {
    if (typeof report !== 'string' || !report.trim())
      return { reason: 'empty' };
    if (report.length > MAX_LENGTH) return { reason: 'too long' };
    if (!budget.reserve(worstCase)) return { reason: 'budget used up' };

    const answer = await complete({ ...prompt, user: report });
    if (answer.stop === 'error') {
      const { reason, isOurFault } = answer;
      if (typeof reason === 'number') budget.giveBack(worstCase); // a refusal is free
      return { reason, level: isOurFault ? 'error' : 'warn' };
    }
    const paid = cost(answer.usage);
    budget.giveBack(worstCase - paid);
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
