import { fail, say, silence, startProvider } from '../dev/provider.js';
import { createBudget } from '../src/budget.js';
import { createModel } from '../src/model.js';
import { createRouter } from '../src/router.js';

const provider = await startProvider();
const complete = createModel({
  apiKey: 'test-key',
  model: 'claude-haiku-5-5',
  baseURL: provider.url,
  deadlineMs: 2_000,
});
let last;
const budget = createBudget(0.05);
const route = createRouter({
  complete,
  budget,
  log: (entry) => (last = entry),
});

const scripts = {
  'Pothole, Elm Street 4': [say('roads')],
  'The lamp by the school flickers': [say('Lighting.')],
  'Branch on the path': [say('The department is probably')],
  'My neighbor sings': [say('none')],
  'Overflowing bin': [say('', 'max_tokens', 1024)],
  'Glass on the cycle lane': [fail(529), say('roads')],
  'Rat in the yard': [silence, silence],
  'Fallen sign': [fail(400)],
  'Swing is broken': [say('parks')],
};
for (const [report, script] of Object.entries(scripts)) {
  provider.script = script;
  const department = await route(report);
  const { level, reason = '' } = last;
  console.log(report.padEnd(32), department.padEnd(9), level.padEnd(6), reason);
}
provider.stop();
