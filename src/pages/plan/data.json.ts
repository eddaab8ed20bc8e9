import type { APIRoute } from 'astro';
import { planData } from '#features/plan/build-plan-data.ts';
import { href } from '#lib/href.ts';

/** Everything that the planner knows of the content, loaded by its page when someone plans. */
export const GET: APIRoute = () => {
  const data = planData();
  const withHref = <T extends { readonly address: string }>(page: T): T => ({ ...page, address: href(page.address) });
  return Response.json({ ...data, topics: data.topics.map(withHref), projects: data.projects.map(withHref) });
};
