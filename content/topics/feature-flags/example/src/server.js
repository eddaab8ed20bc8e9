import { FlagdProvider } from '@openfeature/flagd-provider';
import { createApp } from './app.js';
import { startFlags } from './flags.js';

const log = (entry) => console.log(JSON.stringify(entry));
// #region provider
const provider = new FlagdProvider({
  resolverType: 'in-process', // evaluates here, without a call per flag
  offlineFlagSourcePath: process.env.FLAGS ?? 'flags.json', // read again every 5 s
});
await startFlags(provider, { log });
// #endregion provider

// Stands for your session: real roles never come from a header.
const whoIs = (req) => ({
  targetingKey: req.get('x-visitor'),
  role: req.get('x-role'),
  city: 'Graz',
});
createApp({ whoIs, log }).listen(8080);
