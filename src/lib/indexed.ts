const leftOut = /\/404\/$|\/offline\/missing\/$/u;

/** Whether search engines are told of a page. */
export const isIndexed = (address: string) => !leftOut.test(address);
