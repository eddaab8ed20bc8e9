import { versions } from './src/app.js';
import { verify } from './verify.js';

const present = versions[process.argv[2]];
if (!present) {
  console.error(`Which version? ${Object.keys(versions).join(', ')}`);
  process.exit(2);
}
await verify(present).catch((error) => {
  // Pact has printed its own findings, which it repeats here as JSON
  if (!error.message.startsWith('{')) console.error(error.message);
  process.exitCode = 1;
});
