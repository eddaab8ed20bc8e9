import { expect, test } from 'vitest';
import { drawTicket } from '#features/progress/client/ticket-dialog.ts';

const ticket = {
  roadmap: 'Backend',
  badge: 'B',
  color: 'rgb(26, 127, 79)',
  phase: 'Web basics for backend',
  goal: 'Explain what happens between a click and an answer.',
  outcomes: ['Read a request & its answer', 'Choose a status code <before> writing the handler'],
  date: 'November 23, 2026',
};

test('a ticket names the roadmap, the phase, each outcome and the day', () => {
  const svg = drawTicket(ticket);
  for (const words of ['Backend', 'Web basics for backend', 'Read a request &amp; its answer', 'November 23, 2026'])
    expect(svg).toContain(words);
  expect(svg).toContain('Choose a status code &lt;before&gt; writing the handler');
});

test('what does not fit on a line goes on below, and the ticket grows with it', () => {
  const long = { ...ticket, outcomes: [Array.from({ length: 40 }, (_, index) => `word${index}`).join(' ')] };
  const texts = drawTicket(long).match(/<text[^>]*>[^<]*word[^<]*<\/text>/gu) ?? [];
  expect(texts.length).toBeGreaterThan(3);
  expect(Math.max(...texts.map((text) => text.replace(/<[^>]+>/gu, '').length))).toBeLessThanOrEqual(62);
  const heightOf = (svg: string) => Number(/height="(\d+)"/u.exec(svg)?.[1]);
  expect(heightOf(drawTicket(long))).toBeGreaterThan(heightOf(drawTicket({ ...ticket, outcomes: ['One'] })));
});
