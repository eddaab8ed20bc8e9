import Anthropic from '@anthropic-ai/sdk';
import { fail, say, startProvider } from '../dev/provider.js';

const provider = await startProvider();
const client = new Anthropic({
  apiKey: 'test-key',
  baseURL: provider.url,
  maxRetries: 0,
});

// #region first
async function route(report) {
  const message = await client.messages.create({
    model: 'claude-haiku-5-5',
    max_tokens: 16,
    messages: [
      { role: 'user', content: `Roads, lighting, parks or waste? ${report}` },
    ],
  });
  return message.content[0].text;
}
// #endregion first

const scripts = {
  'Pothole, Elm Street 4': say('roads'),
  'The lamp by the school flickers': say('Lighting.'),
  'Branch on the path': say('The department is probably', 'max_tokens', 16),
  'My neighbor sings': say('I’m sorry, but none of these departments'),
  'Overflowing bin': say('', 'max_tokens', 16),
  'Glass on the cycle lane': fail(529),
};
for (const [report, answer] of Object.entries(scripts)) {
  provider.script = [answer];
  const result = await route(report).catch(
    (error) => `(${error.constructor.name})`,
  );
  console.log(report.padEnd(32), result);
}
provider.stop();
