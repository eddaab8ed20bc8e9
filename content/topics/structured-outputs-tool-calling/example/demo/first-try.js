import Anthropic from '@anthropic-ai/sdk';
import { say, startProvider } from '../dev/provider.js';

const provider = await startProvider();
const client = new Anthropic({ apiKey: 'test-key', baseURL: provider.url });

// #region first
async function readWish(text) {
  const message = await client.messages.create({
    model: 'claude-haiku-5-5',
    max_tokens: 64,
    system: 'Answer in JSON: {"day": "YYYY-MM-DD", "people": number}',
    messages: [{ role: 'user', content: text }],
  });
  const { text: json } = message.content[0];
  return JSON.parse(json.slice(json.indexOf('{')));
}
// #endregion first

const scripts = {
  'A table for 4 on November 28': say('{"day":"2026-11-28","people":4}'),
  'Friday, we are 8 or 9': say('Sure! {"day":"2026-11-27","people":"8 or 9"}'),
  'End of February, 6 of us': say('{"day":"2027-02-30","people":6}'),
  'A table on Friday, please': say('{"day":"2026-11-27","people":2}'),
  '4 on Friday, and is there parking?': say(
    '{"day":"2026-11-27","people":4}\nYes!',
  ),
};
for (const [text, answer] of Object.entries(scripts)) {
  provider.script = [answer];
  const wish = await readWish(text).catch((error) => `(${error.name})`);
  console.log(
    text.padEnd(35),
    typeof wish === 'string' ? wish : JSON.stringify(wish),
  );
}
provider.stop();
