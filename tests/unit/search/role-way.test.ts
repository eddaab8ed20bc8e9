import { describe, expect, it } from 'vitest';
import { findRoleWay } from '#features/search/role-way.ts';

const role = (title: string, id: string, aliases: readonly string[] = []) =>
  ({ kind: 'Role', title, aliases, asks: [], summary: '', level: '', area: '', address: `/roles/${id}/` }) as const;
const documents = [
  role('Go Developer', 'go-developer', ['golang developer', 'gopher']),
  role('Backend Architect', 'backend-architect'),
  { ...role('Go', 'go'), kind: 'Topic' } as const,
];
const address = (text: string) => findRoleWay(text, documents)?.address;

describe('findRoleWay', () => {
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
  ])('leads "%s" to the page between the two', (text) => {
    expect(address(text)).toBe('/roles/go-developer/to/backend-architect/');
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
    expect(address(text)).toBeUndefined();
  });
});
