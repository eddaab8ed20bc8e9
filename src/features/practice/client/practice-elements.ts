import { readStored } from '#lib/browser/stored-state.ts';
import { defineOnIntent } from './on-intent.ts';

const hasAddress = () => location.search !== '';

defineOnIntent('practice-room', {
  load: () => import('./room.ts'),
  isWanted: () => hasAddress() || readStored('wayline:practice') !== undefined,
});

defineOnIntent('mock-interview', { load: () => import('./mock.ts'), isWanted: hasAddress });

defineOnIntent('placement-test', { load: () => import('./placement.ts'), isWanted: () => false });
