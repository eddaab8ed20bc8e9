/** A goal of an interview, and a saved plan. */
export const exampleGoal = {
  role: 'go-developer',
  level: 'advanced',
  language: 'go',
  date: '',
  minutes: 30,
  from: '2026-11-01',
} as const;

export const examplePlan = { id: 'a', title: 'Go', address: 'v=1&lines=go&from=2027-03-01', changed: 9 };
