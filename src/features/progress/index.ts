// What other features may use of this one. Browser-safe: no files, no Astro.

export { continueWith, currentPosition, type FirstSteps } from './current-position.ts';
export {
  countStops,
  hoursWords,
  isLearned,
  isSettled,
  isStageKey,
  type Mark,
  type Marks,
  mergeMarks,
  renameMarks,
  type State,
  stageKey,
  stateOf,
  states,
  stateWords,
} from './progress.ts';
export { marksFormat } from './progress-file.ts';
export { branchesOf, type RoadmapIndex, type TrackedTopic, topicsOn } from './roadmap-index.ts';
export { decodeShared, encodeShared } from './share-link.ts';
export { durationText, paceBounds, usualPace } from './study-pace.ts';
export { readTeam, readTeamFragment, type Teammate, writeTeam } from './team-link.ts';
