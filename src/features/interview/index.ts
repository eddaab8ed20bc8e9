// What other features may use of this one. Browser-safe: no files, no Astro.
export { laterPreparation, noPreparation, type Preparation, preparationFormat } from './goal-file.ts';
