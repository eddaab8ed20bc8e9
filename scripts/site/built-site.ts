import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A page of the built site. */
export interface BuiltPage {
  /** Address below the site's base, with slashes at both ends; `/404.html` for the page of missing addresses. */
  readonly address: string;
  readonly html: string;
  /** Its opening tags, in order. */
  readonly tags: readonly string[];
}

/** The built site, with addresses as a browser asks for them, without the base path. */
export interface BuiltSite {
  readonly folder: string;
  /** The folder that addresses begin with, with a slash at both ends. */
  readonly base: string;
  readonly pages: readonly BuiltPage[];
  /** Paths of all files, from the site's root: `/_astro/x.css`. */
  readonly files: ReadonlySet<string>;
}

/** Reads the built site from its folder. */
export function readBuiltSite(folder: string, base: string): BuiltSite {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((item) => item.isFile())
    .map((item) => join(item.parentPath, item.name).slice(folder.length).replaceAll('\\', '/'))
    .sort();
  const pages = files
    .filter((path) => path.endsWith('.html') && !path.startsWith('/engines/'))
    .map((path) => toPage(path.replace(/index\.html$/u, ''), readFileSync(join(folder, path), 'utf8')));
  return { folder, base, pages, files: new Set(files) };
}

export const toPage = (address: string, html: string): BuiltPage => ({ address, html, tags: tagsOf(html) });

/** The values of an attribute in tags, entities decoded. */
export function attributeValues(tags: readonly string[], name: string): string[] {
  const form = new RegExp(`\\s${name}=(?:"([^"]*)"|'([^']*)'|([^\\s>"']+))`, 'u');
  return tags.flatMap((tag) => {
    const match = form.exec(tag);
    return match ? [decodeEntities(match[1] ?? match[2] ?? match[3] ?? '')] : [];
  });
}

/** All opening tags of a page, in order. Scripts hold no tags. */
function tagsOf(html: string): string[] {
  const withoutScripts = html.replaceAll(/(<script\b[^>]*>)[\s\S]*?<\/script>/gu, '$1');
  return withoutScripts.match(/<[a-z](?:[^<>"']|"[^"]*"|'[^']*')*>/giu) ?? [];
}

const entities: Readonly<Record<string, string>> = {
  '&#38;': '&',
  '&amp;': '&',
  '&#39;': "'",
  '&quot;': '"',
  '&#34;': '"',
};

const decodeEntities = (text: string) => text.replaceAll(/&(?:#\d+|\w+);/gu, (entity) => entities[entity] ?? entity);
