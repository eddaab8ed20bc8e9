import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { readSecrets } from './secrets.js';

// #region service
const secrets = readSecrets(process.env.SECRETS_DIR, ['smtp_password']);
const config = {
  smtpHost: 'smtp.example',
  smtpPassword: secrets.smtp_password,
};
console.log('starting with', config);

const env = { PATH: process.env.PATH };
writeFileSync('child.txt', execFileSync('env', { env }));

function logIn() {
  return `AUTH ${config.smtpPassword.reveal()}`; // the one place that needs it
}
// #endregion service

logIn();
await new Promise((resolve) => process.stdin.once('data', resolve));
throw new Error('a bug');
