import { getCurriculum } from './site-content.ts';

/** Whether an address is that of a topic which nobody has written yet, so that it has no page. */
export function isDraftAddress(address: string): boolean {
  const id = /^\/topics\/([^/#]+)\//u.exec(address)?.[1];
  return id !== undefined && getCurriculum().topic(id).address === undefined;
}
