/** A page of the site that is not made from one content file, as the search and links know it. */
export interface SitePage {
  readonly kind: 'Page';
  readonly title: string;
  readonly aliases: readonly string[];
  readonly asks: readonly string[];
  readonly summary: string;
  readonly level: '';
  readonly area: '';
  /** From the site's root. */
  readonly address: string;
}

/** What somebody types who does not know that there is a page for it, as `asks` of a content file. */
const asks: Readonly<Record<string, readonly string[]>> = {
  '/roadmaps/': ['what should I learn', 'which path fits me'],
  '/roles/': ['which backend jobs are there', 'compare two roles'],
  '/questions/': [
    'behavioral, soft skills and HR interview',
    'what is asked in a backend interview',
    'prepare for a job interview',
  ],
  '/projects/': [
    'project ideas for beginners',
    'capstone project',
    'ideas for something to build',
    'practice by building',
    'which project should I build first',
  ],
  '/career/': [
    'highest paying developer jobs',
    'work from home',
    'salary of a developer by level',
    'salary of Java, Python, Go, PHP, Node.js, C# and Rust developers',
    'is there demand for developers',
    'how long until the first job',
    'years from junior to senior',
    'get promoted',
    'change career to programming',
    'which specialization pays best',
    'remote work',
    'job market for developers',
    'salary of a backend developer in a country',
    'what backend engineers earn',
    'do I need a computer science degree',
    'is a bootcamp enough',
    'portfolio to get a job',
    'how long does it take to learn backend',
    'how long to switch to programming',
    'from frontend, mobile or operations to backend',
    'career path of a software engineer',
    'what does a staff engineer do',
    'mid level to senior',
    'years until I am a senior developer',
    'how to get the first backend job',
  ],
  '/resources/': ['which book should I read', 'free online course', 'get a certificate', 'are certificates worth it'],
  '/plan/': ['how many weeks will it take me', 'plan my hours per week'],
  '/practice/': ['remember what I learned', 'cards to repeat'],
  '/practice/mock/': [
    'train for an interview with a clock',
    'practice a job interview',
    'prepare for a coding interview',
    'prepare for a senior or technical interview',
  ],
  '/practice/placement/': [
    'test my knowledge with a quiz',
    'check my skill level',
    'find out my level',
    'what do I know already',
  ],
  '/progress/': ['move my progress to another computer', 'what have I done already'],
  '/about/': ['who writes this site'],
};

const page = (address: string, title: string, summary: string, aliases: readonly string[]): SitePage => ({
  kind: 'Page',
  title,
  aliases,
  asks: asks[address] ?? [],
  summary,
  level: '',
  area: '',
  address,
});

/** Pages of the site that are not made from one content file. */
export const sitePages: readonly SitePage[] = [
  page('/roadmaps/', 'Roadmaps', 'Every line of the network, with its length and hours.', [
    'all roadmaps',
    'lines',
    'learning paths',
  ]),
  page('/topics/', 'Topics', 'All topics from A to Z and by area.', ['all topics', 'a to z', 'glossary']),
  page('/roles/', 'Roles', 'Backend jobs, what each expects at every level.', ['jobs', 'job roles']),
  page('/questions/', 'Interview questions', 'Questions with answers, wrong answers and a rubric.', [
    'interview',
    'interview preparation',
  ]),
  page('/projects/', 'Projects', 'Something to build at every level.', ['portfolio', 'project ideas']),
  page('/compare/', 'Compare', 'Languages and more, side by side.', ['comparisons']),
  page('/learn/', 'Learn by level', 'The stops of every line by level, with commands.', ['learn', 'commands']),
  page('/career/', 'Career and pay', 'Pay, demand and time to get there, with sources.', [
    'career',
    'career path',
    'career ladder',
    'salary',
    'salaries',
    'pay',
    'demand',
    'job market',
  ]),
  page('/resources/', 'Resources', 'Books, courses, certifications and communities.', [
    'books',
    'courses',
    'certifications',
    'communities',
  ]),
  page('/plan/', 'My plan', 'Dates from your hours per week.', [
    'study plan',
    'schedule',
    'planner',
    'calendar',
    'what next',
  ]),
  page('/practice/', 'Practice', 'Interview cards that come back in time.', [
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
  page('/progress/', 'My progress', 'Your marks and notes on every line, export, import, comparison.', [
    'export progress',
    'import progress',
    'my notes',
    'compare progress',
  ]),
  page('/offline/', 'Offline copy', 'The whole site in your browser, without a network.', [
    'offline',
    'download the site',
    'read without internet',
  ]),
  page('/about/', 'About Wayline', 'How the pages are written, and their sources.', ['about', 'license', 'sources']),
];
