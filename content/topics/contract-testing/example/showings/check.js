import { version41, version42 } from './src/app.js';
import { verify } from './verify.js';

await verify({ 41: version41, 42: version42 }[process.argv[2]]).catch(() => {
  process.exitCode = 1;
});
