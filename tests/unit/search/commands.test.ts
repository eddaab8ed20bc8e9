import { describe, expect, it } from 'vitest';
import { findCommand } from '#features/search/commands.ts';
import type { SearchDocument } from '#features/search/document.ts';
import { searchDocument } from './search-document.ts';

const page = (kind: SearchDocument['kind'], title: string, address: string, aliases: readonly string[] = []) =>
  searchDocument(title, { kind, address, aliases });
const lessons = [
  page('Roadmap', 'Go language', '/roadmaps/go/', ['golang']),
  page('Roadmap', 'Node.js', '/roadmaps/nodejs/', ['server-side JavaScript']),
  page('Roadmap', 'Backend', '/roadmaps/backend/'),
  page('Roadmap', 'Databases', '/roadmaps/databases/', ['sql and nosql roadmap']),
  page('Topic', 'Express', '/topics/express/', ['express.js']),
  page('Topic', 'Docker', '/topics/docker/'),
  page('Topic', 'Linux for backend', '/topics/linux-for-backend/', ['linux']),
  page('Topic', 'Go language', '/topics/go/'),
  page('Question', 'Redis', '/questions/redis/'),
  page('Page', 'Learn by level', '/learn/'),
];
const addressOfLesson = (text: string) => findCommand(text, lessons)?.address;

describe('commands', () => {
  it.each([
    ['/learn backend nodejs beginner', '/roadmaps/nodejs/'],
    ['  /Learn Node.js ADVANCED ', '/roadmaps/nodejs/'],
    ['learn backend golang beginner', '/roadmaps/go/'],
    ['/learn backend nodejs express beginner', '/topics/express/'],
    ['/learn express beginner', '/topics/express/'],
    ['/learn go', '/roadmaps/go/'],
    ['/learn go advanced', '/roadmaps/go/'],
    ['/learn backend', '/roadmaps/backend/'],
    ['/learn sql', '/roadmaps/databases/'],
    ['/learn javascript', '/roadmaps/nodejs/'],
    ['/learn docker', '/topics/docker/'],
    ['/learn docker advanced', '/topics/docker/'],
    ['/learn linux', '/topics/linux-for-backend/'],
  ])('takes "%s" to %s', (text, wanted) => {
    expect(addressOfLesson(text)).toBe(wanted);
  });

  it.each([
    '/learn',
    '/learn redis',
    '/learn backend quantum beginner',
    'learn docker',
    'learn backend',
    '/learner go',
  ])('finds none for "%s"', (text) => {
    expect(addressOfLesson(text)).toBeUndefined();
  });
});

const role = (title: string, id: string, aliases: readonly string[] = []) =>
  ({ kind: 'Role', title, aliases, summary: '', level: '', area: '', address: `/roles/${id}/` }) as const;
const roles = [
  role('Go Developer', 'go-developer', ['golang developer', 'gopher']),
  role('Backend Architect', 'backend-architect'),
  { ...role('Go', 'go'), kind: 'Topic' } as const,
];
const addressOfWay = (text: string) => findCommand(text, roles)?.address;

describe('ways between roles', () => {
  it.each([
    'Go Developer to Backend Architect',
    'from golang developer to a backend architect',
    'go developer → backend architect',
    'from golang to backend architect',
    'switching from golang to backend architect',
    'from golang programmer into architect',
    'gopher to backend architect',
    'I am a Go engineer and want to become an architect',
    'as a go dev i want to be a backend architect',
    'golang coder becoming backend architect',
  ])('leads "%s" to the wanted one', (text) => {
    expect(addressOfWay(text)).toBe('/roles/backend-architect/');
  });

  it.each([
    'go developer',
    'go to backend architect',
    'i want to be a backend architect',
    'backend architect wants to',
    'go developer to go developer',
    'how to go',
    'from go to',
    ' to ',
    'a to ',
  ])('finds none for "%s"', (text) => {
    expect(addressOfWay(text)).toBeUndefined();
  });
});
