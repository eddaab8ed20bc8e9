/** Folders of content by the first part of a page's address, and how a page's file is named in each. */
const files: Readonly<Record<string, (id: string) => string>> = {
  topics: (id) => `content/topics/${id}/index.mdx`,
  labs: (id) => `content/labs/${id}/index.mdx`,
  roadmaps: (id) => `content/roadmaps/${id}.mdx`,
  roles: (id) => `content/roles/${id}.mdx`,
  questions: (id) => `content/questions/${id}.mdx`,
  projects: (id) => `content/projects/${id}.mdx`,
  compare: (id) => `content/comparisons/${id}.mdx`,
  sources: (id) => `content/sources/${id}/index.yaml`,
};

/** Links from a page to the project's repository. */
export interface RepositoryLinks {
  /** Where the page's file is edited in the browser. */
  readonly edit: string;
  /** A new issue that has the page's address in it. */
  readonly report: string;
}

/**
 * The links of a page into the repository.
 * @param repository its address on GitHub, from the setting `REPOSITORY_URL`; without one there are no links.
 * @param address the page's address from the site's root: `/topics/indexing/`.
 * @param page the same with scheme and host, for the report.
 * @returns undefined without a repository, and for pages that are not made of one file.
 */
export function repositoryLinks(
  repository: string | undefined,
  { address, page }: { readonly address: string; readonly page: string },
): RepositoryLinks | undefined {
  const [, folder = '', id = '', ...more] = address.split('/');
  const file = files[folder]?.(id);
  if (!repository || !file || id === '' || more.join('') !== '') return undefined;
  const root = repository.replace(/\/+$/u, '');
  return {
    edit: `${root}/edit/main/${file}`,
    report: `${root}/issues/new?template=wrong-fact.yml&page=${encodeURIComponent(page)}`,
  };
}
