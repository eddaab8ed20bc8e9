import { scriptPart } from '#lib/browser/script-part.ts';
import { readStored } from '#lib/browser/stored-state.ts';
import { defineOnIntent } from './on-intent.ts';

const hasAddress = () => location.search !== '';

defineOnIntent('practice-room', {
  part: scriptPart(() => import('./room.ts')),
  isWanted: () => hasAddress() || readStored('wayline:practice') !== undefined,
});

defineOnIntent('mock-interview', {
  part: scriptPart(() => import('./mock.ts')),
  isWanted: () => hasAddress() || readStored('wayline:interview-goal') !== undefined,
});

defineOnIntent('placement-test', { part: scriptPart(() => import('./placement.ts')), isWanted: () => false });
