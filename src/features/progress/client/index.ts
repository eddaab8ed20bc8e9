// What the browser code of other features may use.

export { loadRoadmapIndex } from './load-roadmap-index.ts';
export { importMarks, markTopic, progress } from './progress-store.ts';
export { chosenBranch, followedRoadmap, lastRoadmap, setStudyPace, studyPace } from './study-choices.ts';
