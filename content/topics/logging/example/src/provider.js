import { setTimeout as sleep } from 'node:timers/promises';

// Stands for the payment provider: cards that begin with 0 time out.
export const provider = {
  async charge(card) {
    await sleep(20);
    if (card.startsWith('0')) {
      throw new Error('provider did not respond within 5000 ms');
    }
    return { id: 'pay_71' };
  },
};
