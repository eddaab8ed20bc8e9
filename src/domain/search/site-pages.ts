import type { SearchDocument } from './document.ts';

type Names = Pick<SearchDocument, 'aliases' | 'asks'>;

const page = (address: string, [title, summary]: readonly [string, string], names: Names): SearchDocument => ({
  kind: 'Page',
  title,
  summary,
  level: '',
  area: '',
  address,
  ...names,
});

/** Pages of the site that are not made from one content file. */
export const sitePages: readonly SearchDocument[] = [
  page('/roadmaps/', ['Roadmaps', 'Every line of the network, with its length and hours.'], {
    aliases: ['all roadmaps', 'lines', 'learning paths'],
    asks: ['what should I learn', 'which path fits me'],
  }),
  page('/topics/', ['Topics', 'All topics from A to Z and by area.'], {
    aliases: ['all topics', 'a to z', 'glossary'],
    asks: [],
  }),
  page('/roles/', ['Roles', 'Backend jobs, what each expects at every level.'], {
    aliases: ['jobs', 'job roles'],
    asks: ['which backend jobs are there', 'compare two roles'],
  }),
  page('/questions/', ['Interview questions', 'Questions with answers, wrong answers and a rubric.'], {
    aliases: ['interview', 'interview preparation'],
    asks: ['what is asked in a backend interview', 'prepare for a job interview'],
  }),
  page('/projects/', ['Projects', 'Something to build at every level.'], {
    aliases: ['portfolio', 'project ideas'],
    asks: ['ideas for something to build', 'practice by building'],
  }),
  page('/compare/', ['Compare', 'Languages and more, side by side.'], { aliases: ['comparisons'], asks: [] }),
  page('/learn/', ['Learn by level', 'The stops of every line by level, with commands.'], {
    aliases: ['learn', 'commands'],
    asks: [],
  }),
  page('/career/', ['Career and pay', 'Pay, demand and time to get there, with sources.'], {
    aliases: ['salary', 'salaries', 'pay', 'demand', 'job market'],
    asks: ['salary of a developer by level', 'is there demand for developers', 'how long until the first job'],
  }),
  page('/resources/', ['Resources', 'Books, courses, certifications and communities.'], {
    aliases: ['books', 'courses', 'certifications', 'communities'],
    asks: ['which book should I read', 'free online course', 'get a certificate'],
  }),
  page('/plan/', ['My plan', 'Dates from your hours per week.'], {
    aliases: ['study plan', 'schedule', 'planner', 'calendar', 'what next'],
    asks: ['how many weeks will it take me', 'plan my hours per week'],
  }),
  page('/practice/', ['Practice', 'Interview cards that come back in time.'], {
    aliases: ['flashcards', 'spaced repetition', 'anki'],
    asks: ['remember what I learned', 'cards to repeat'],
  }),
  page('/practice/mock/', ['Mock interview', 'A timed set of questions with a rubric.'], {
    aliases: ['interview simulation'],
    asks: ['train for an interview with a clock'],
  }),
  page('/practice/placement/', ['Placement', 'At most 25 questions find out what you know.'], {
    aliases: ['placement test', 'where to start'],
    asks: ['find out my level', 'what do I know already'],
  }),
  page('/progress/', ['My progress', 'Your marks on every line, export and import.'], {
    aliases: ['export progress', 'import progress'],
    asks: ['move my progress to another computer', 'what have I done already'],
  }),
  page('/about/', ['About Wayline', 'How the pages are written, and their sources.'], {
    aliases: ['about', 'license', 'sources'],
    asks: ['who writes this site'],
  }),
];
