import Anthropic from '@anthropic-ai/sdk';
import { call, say, startProvider } from '../dev/provider.js';
import { bookingTools, openBookings } from '../src/bookings.js';
import { converse } from '../src/loop.js';

const provider = await startProvider();
const client = new Anthropic({ apiKey: 'test-key', baseURL: provider.url });
const tools = bookingTools(openBookings(), () => {});
const context = {
  guest: 'ida',
  today: '2026-11-26',
  signal: AbortSignal.timeout(30_000),
  log: console.error,
};
provider.script = [
  call(['book_table', { day: 'next Friday', people: '8 or 9' }]),
  call(['book_table', { day: '2026-11-20', people: 9 }]),
  call(['reserve', { day: '2026-11-27', people: 9 }]),
  call(['book_table', { day: '2026-11-27', people: 9 }]),
  call(['book_table', { day: '2026-11-27', people: 9 }]),
  say('See you on Friday, all nine of you.'),
];
const { text, messages } = await converse(
  client,
  tools,
  [],
  'Friday, 9 of us',
  context,
);
for (const { role, content } of messages)
  if (role === 'user' && content !== 'Friday, 9 of us')
    for (const result of content) console.log(result.content);
console.log(text);
provider.stop();
