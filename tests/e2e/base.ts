/** The folder that the site is served below, with a slash at both ends. */
export const base = `${process.env['BASE_PATH'] ?? ''}/`.replace(/\/+$/u, '/');
