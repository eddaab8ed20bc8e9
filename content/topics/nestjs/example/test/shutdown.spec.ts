import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { Test } from '@nestjs/testing';
import { expect, test } from 'vitest';
import { AppModule } from '../src/app.module.js';
import { CourseStore } from '../src/courses/course-store.js';

// #region order
test('a running request is finished before the store closes', async () => {
  const events: string[] = [];
  const store = {
    list: async () => {
      await sleep(200);
      events.push('listed');
      return [];
    },
    onApplicationShutdown: () => events.push('store closed'),
  };
  const module = await Test.createTestingModule({ imports: [AppModule] })
    .overrideProvider(CourseStore)
    .useValue(store)
    .compile();
  const app = module.createNestApplication({ logger: false });
  await app.listen(0, '127.0.0.1');

  const response = fetch(`${await app.getUrl()}/courses`);
  await sleep(100);
  await app.close();
  expect((await response).status).toBe(200);
  expect(events).toEqual(['listed', 'store closed']);
}, 20_000);
// #endregion order

test('SIGTERM runs the shutdown hooks', async () => {
  const env = { ...process.env, PORT: '0', NODE_ENV: 'production' };
  const child = spawn(process.execPath, ['dist/main'], { env });
  const ended = once(child, 'exit');
  const seen: string[] = [];
  for await (const line of createInterface({ input: child.stdout })) {
    seen.push(JSON.parse(line).message);
    if (/successfully started/.test(line)) {
      await sleep(300);
      child.kill('SIGTERM');
    }
  }
  expect(await ended).toEqual([null, 'SIGTERM']);
  expect(seen.at(-1)).toBe('store closed');
});
