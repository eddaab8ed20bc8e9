import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';

// #region first-try
const config = {
  smtpHost: 'smtp.example',
  smtpPassword: process.env.SMTP_PASSWORD,
};
console.log('starting with', config);

writeFileSync('child.txt', execFileSync('env')); // stands for an image tool
// #endregion first-try

await new Promise((resolve) => process.stdin.once('data', resolve));
throw new Error('a bug');
