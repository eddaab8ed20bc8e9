import { id as idSchema } from './schema/common.ts';

const words: Readonly<Record<string, string>> = { '+': 'plus', '#': 'sharp', '&': 'and' };

/**
 * The id that a title suggests: "C# and .NET" gives `csharp-and-net`.
 * @returns undefined when the title gives none, or one that is too long.
 */
export function idOf(title: string): string | undefined {
  const spelled = title
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[+#&]/gu, (sign) => words[sign] ?? '')
    .toLowerCase();
  const id = spelled.replaceAll(/[^a-z0-9]+/gu, '-').replaceAll(/^-|-$/gu, '');
  return idSchema.safeParse(id).success ? id : undefined;
}
