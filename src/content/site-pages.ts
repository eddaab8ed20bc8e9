import type { Corpus } from './corpus.ts';

/** A page of the site that is not made from one content file, as the search and links know it. */
const page = (address: string, title: string, summary: string, aliases: readonly string[]) => ({
  kind: 'Page' as const,
  title,
  aliases,
  summary,
  level: '',
  area: '',
  address,
});

type SitePage = ReturnType<typeof page>;

/** The pages that are there whatever the content is. */
export const sitePages: readonly SitePage[] = [
  page('/roadmaps/', 'Roadmaps', 'Every line of the network, with its length and hours.', [
    'all roadmaps',
    'lines',
    'learning paths',
  ]),
  page('/topics/', 'Topics', 'All topics from A to Z and by area.', ['all topics', 'a to z', 'glossary']),
  page('/roles/', 'Roles', 'Backend jobs, what each expects at every level.', ['jobs', 'job roles']),
  page('/questions/', 'Interview questions', 'Questions with answers, wrong answers and a rubric.', ['interview']),
  page('/interview/', 'Interview preparation', 'A set for each day until your interview, mocks, readiness.', [
    'prepare for an interview',
    'interview prep',
    'interview plan',
  ]),
  page('/projects/', 'Projects', 'Something to build at every level.', ['portfolio', 'project ideas']),
  page('/compare/', 'Compare', 'Languages and more, side by side.', ['comparisons']),
  page('/learn/', 'Learn', 'All ways into the content.', ['learn']),
  page('/career/', 'Career and pay', 'Levels, the first job, how pay works and where to look it up.', [
    'career',
    'career path',
    'career ladder',
    'salary',
    'salaries',
    'pay',
    'demand',
    'job market',
    'first job',
  ]),
  page('/resources/', 'Resources', 'Courses, books, practice and documentation by subject.', [
    'books',
    'courses',
    'certifications',
    'communities',
    'official documentation',
  ]),
  page('/plan/', 'Study plan', 'Four questions, and a plan with dates that fits your week.', [
    'study plan',
    'schedule',
    'planner',
    'calendar',
    'what next',
  ]),
  page('/labs/', 'Labs', 'Code that you write and run in the page, with checks.', [
    'lab',
    'exercises',
    'coding exercises',
    'playground',
    'run code in the browser',
  ]),
  page('/practice/', 'Review', 'Interview cards that come back in time.', [
    'practice',
    'flashcards',
    'spaced repetition',
    'anki',
  ]),
  page('/practice/mock/', 'Mock interview', 'A timed set of questions with a rubric.', ['interview simulation']),
  page('/practice/placement/', 'Placement', 'At most 25 questions find out what you know.', [
    'placement test',
    'test my level',
    'where to start',
  ]),
  page('/progress/', 'My progress', 'What you have done, what is next, your notes and your data.', [
    'export progress',
    'import progress',
    'my notes',
  ]),
  page('/progress/team/', 'Compare your team', 'Who knows what, topic by topic.', ['compare progress', 'team skills']),
  page('/offline/', 'Offline', 'Roadmaps or the whole site in your browser, without a network.', [
    'offline',
    'download the site',
    'read without internet',
  ]),
  page('/whats-new/', "What's new", 'What changed for learners, the latest first.', [
    'changelog',
    'news',
    'release notes',
  ]),
  page('/licenses/', 'Licenses', 'Under which terms you may use text, code, fonts and libraries.', [
    'license',
    'copyright',
    'may I copy this',
    'third-party notices',
  ]),
  page('/sources/', 'Sources', 'The five documents behind the figures, statement by statement.', [
    'source documents',
    'references',
  ]),
  page('/about/', 'About Wayline', 'How the pages are written, and what they are based on.', ['about']),
];

/** Pages that are not MDX files: those above, and one for each source document. */
export function sitePagesOf({ sources }: Corpus): readonly SitePage[] {
  return [...sitePages, ...sources.map(({ id, title, about }) => page(`/sources/${id}/`, title, about, []))];
}
