// What the browser code of other features may use.

export { followedRoadmap, lastRoadmap } from './followed-roadmap.ts';
export { loadRoadmapIndex } from './load-roadmap-index.ts';
export { currentState, importMarks, markTopic, progress } from './progress-store.ts';
export { chosenBranch, setStudyPace, studyPace } from './study-choices.ts';
