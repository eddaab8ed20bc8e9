import { zodOutputFormat } from '@anthropic-ai/sdk/helpers/zod';
import { z } from 'zod';

// #region schema
export const Wish = z.strictObject({
  day: z.iso.date().nullable().describe('null if the guest names no day'),
  people: z
    .int()
    .min(1)
    .max(12)
    .nullable()
    .describe('null if the guest gives no number or more than one'),
});
// #endregion schema

// #region extract
export async function readWish(client, text, { today, deadlineMs = 20_000 }) {
  const message = await client.messages.create(
    {
      model: 'claude-haiku-5-5',
      max_tokens: 1024,
      system: `Today is ${today}. Read the guest's wish for a table.`,
      messages: [{ role: 'user', content: text }],
      output_config: { format: zodOutputFormat(Wish) },
    },
    { signal: AbortSignal.timeout(deadlineMs) },
  );
  if (message.stop_reason !== 'end_turn')
    throw new Error(`incomplete: ${message.stop_reason}`);
  const json = message.content.find(({ type }) => type === 'text')?.text;
  return Wish.parse(JSON.parse(json));
}
// #endregion extract
