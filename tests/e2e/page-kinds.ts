/** One address of every kind of page, relative to the site's base. */
export const pageKinds = {
  home: './',
  roadmaps: 'roadmaps/',
  roadmap: 'roadmaps/backend/',
  'roadmap of a language': 'roadmaps/nodejs/',
  topics: 'topics/',
  topic: 'topics/indexing/',
  'topic with a sequence diagram': 'topics/oauth2/',
  roles: 'roles/',
  role: 'roles/nodejs-developer/',
  'role gap': 'roles/backend-developer/to/api-designer/',
  questions: 'questions/',
  question: 'questions/acid-properties/',
  'design challenge': 'questions/design-a-url-shortener/',
  practice: 'practice/',
  projects: 'projects/',
  project: 'projects/todo-list-api/',
  comparisons: 'compare/',
  comparison: 'compare/languages/',
  career: 'career/',
  resources: 'resources/',
  learn: 'learn/',
  'learn by level': 'learn/backend/nodejs/beginner/',
  plan: 'plan/',
  progress: 'progress/',
  search: 'search/',
  about: 'about/',
  'missing page': 'no-such-page/',
} as const;

/** The kinds with their addresses. */
export const everyKind = Object.entries(pageKinds);
