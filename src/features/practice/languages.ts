/** Languages that an interview may be about, by the ids of their areas. */
export const languages = [
  { id: 'nodejs', title: 'JavaScript and TypeScript' },
  { id: 'python', title: 'Python' },
  { id: 'java', title: 'Java' },
  { id: 'go', title: 'Go' },
  { id: 'php', title: 'PHP' },
  { id: 'rust', title: 'Rust' },
  { id: 'dotnet', title: 'C# and .NET' },
] as const;
