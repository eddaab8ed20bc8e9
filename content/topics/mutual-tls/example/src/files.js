import { readFileSync } from 'node:fs';

export const pair = (folder, name) => ({
  key: readFileSync(`${folder}/${name}.key`),
  cert: readFileSync(`${folder}/${name}.crt`),
});
export const authority = (folder, name) =>
  readFileSync(`${folder}/${name}.crt`);
