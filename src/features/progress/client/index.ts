// What the browser code of other features may use.

export { followedRoadmap, lastRoadmap, visitItem } from './followed-roadmap.ts';
export { loadTracks } from './load-tracks.ts';
export { currentMarks, currentState, markTopic, progress, takeIn, watchProgress } from './progress-store.ts';
export { chosenBranch, setStudyPace, studyPace } from './study-choices.ts';
