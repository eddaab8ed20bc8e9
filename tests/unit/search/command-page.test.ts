import { describe, expect, it } from 'vitest';
import { findCommandPage } from '#features/search/command-page.ts';
import type { SearchDocument } from '#features/search/document.ts';
import { searchDocument } from './search-document.ts';

const page = (kind: SearchDocument['kind'], title: string, address: string, aliases: readonly string[] = []) =>
  searchDocument(title, { kind, address, aliases });
const documents = [
  page('Roadmap', 'Go language', '/roadmaps/go/', ['golang']),
  page('Roadmap', 'Node.js', '/roadmaps/nodejs/', ['server-side JavaScript']),
  page('Roadmap', 'Backend', '/roadmaps/backend/'),
  page('Roadmap', 'Databases', '/roadmaps/databases/', ['sql and nosql roadmap']),
  page('Topic', 'Express', '/topics/express/', ['express.js']),
  page('Topic', 'Docker', '/topics/docker/'),
  page('Topic', 'Linux for backend', '/topics/linux-for-backend/', ['linux']),
  page('Topic', 'Go language', '/topics/go/'),
  page('Question', 'Redis', '/questions/redis/'),
  page('Page', 'Node.js with Express, beginner', '/learn/backend/nodejs/express/beginner/'),
  page('Page', 'Node.js, beginner', '/learn/backend/nodejs/beginner/'),
  page('Page', 'Node.js, advanced', '/learn/backend/nodejs/advanced/'),
  page('Page', 'Go language, beginner', '/learn/backend/go/beginner/'),
  page('Page', 'Learn by level', '/learn/'),
];
const address = (text: string) => findCommandPage(text, documents)?.address;

describe('findCommandPage', () => {
  it.each([
    ['/learn backend nodejs beginner', '/learn/backend/nodejs/beginner/'],
    ['  /Learn Node.js ADVANCED ', '/learn/backend/nodejs/advanced/'],
    ['learn backend golang beginner', '/learn/backend/go/beginner/'],
    ['/learn backend nodejs express beginner', '/learn/backend/nodejs/express/beginner/'],
    ['/learn express beginner', '/learn/backend/nodejs/express/beginner/'],
    ['/learn express', '/learn/backend/nodejs/express/beginner/'],
    ['/learn go', '/roadmaps/go/'],
    ['/learn go advanced', '/roadmaps/go/'],
    ['/learn backend', '/roadmaps/backend/'],
    ['/learn sql', '/roadmaps/databases/'],
    ['/learn javascript', '/roadmaps/nodejs/'],
    ['/learn docker', '/topics/docker/'],
    ['/learn docker advanced', '/topics/docker/'],
    ['/learn linux', '/topics/linux-for-backend/'],
  ])('takes "%s" to %s', (text, wanted) => {
    expect(address(text)).toBe(wanted);
  });

  it.each([
    '/learn',
    '/learn redis',
    '/learn backend quantum beginner',
    'learn docker',
    'learn backend',
    '/learner go',
  ])('finds none for "%s"', (text) => {
    expect(address(text)).toBeUndefined();
  });
});
