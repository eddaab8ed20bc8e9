import { scriptPart } from '#lib/browser/script-part.ts';
import { defineOnIntent } from './on-intent.ts';

/** Whether the reader has been here before, or came by an address that asks for something. */
const isWanted = () => location.search + location.hash !== '' || 'returning' in document.documentElement.dataset;

defineOnIntent('practice-room', { part: scriptPart(() => import('./room.ts')), isWanted });
defineOnIntent('mock-interview', { part: scriptPart(() => import('./mock.ts')), isWanted });
defineOnIntent('placement-test', { part: scriptPart(() => import('./placement.ts')), isWanted: () => false });
