// What other features may use of the model of work on labs.
export type { LabWork, WorkOnLab } from './lab-work.ts';
export { labWorkFormat, labWorkNotAfter, mergeLabWork, passedLabs } from './lab-work.ts';
