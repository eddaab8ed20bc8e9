/** Modules of the standard library that need what the page lacks: threads, processes, sockets, a terminal, or C libraries. */
const absent: ReadonlySet<string> = new Set(
  'concurrent ctypes curses dbm ensurepip fcntl ftplib grp http imaplib lzma mmap msvcrt multiprocessing poplib pty pwd readline resource select selectors signal smtplib socket socketserver sqlite3 ssl subprocess syslog telnetlib termios threading tkinter tty turtle urllib.request venv winreg wsgiref xmlrpc zoneinfo'.split(
    ' ',
  ),
);

/** Modules that come with Python; everything else is a package. */
const standard: ReadonlySet<string> = new Set(
  'abc argparse array ast asyncio atexit base64 bisect calendar collections colorsys contextlib contextvars copy csv dataclasses datetime decimal difflib dis email enum errno fnmatch fractions functools gc gettext glob graphlib gzip hashlib heapq hmac html importlib inspect io ipaddress itertools json keyword linecache locale logging math mimetypes numbers operator os pathlib pickle platform pprint queue random re reprlib sched secrets shelve shlex shutil statistics string struct sys tempfile textwrap time timeit token tokenize tomllib traceback types typing unicodedata unittest urllib uuid warnings weakref xml zipfile zlib __future__'.split(
    ' ',
  ),
);

/** What keeps a Python sample from running in the page; undefined when nothing does. */
export function obstacleInPython(code: string, files: Readonly<Record<string, string>>): string | undefined {
  const threads = /\b(?:to_thread|run_in_executor|pbkdf2_hmac|scrypt)\b/u.exec(code)?.[0];
  if (threads !== undefined) return `It uses ${threads}.`;
  const imported = [...code.matchAll(/^[ \t]*(?:from[ \t]+([\w.]+)[ \t]+import|import[ \t]+([\w., \t]+))/gmu)].flatMap(
    ([, from, names]) => (from ?? names ?? '').split(',').map((name) => name.trim().split(/\s+/u)[0] ?? ''),
  );
  const missing = imported.filter((name) => {
    const [top = ''] = name.split('.');
    return absent.has(name) || absent.has(top) || !(standard.has(top) || files[`${top}.py`] !== undefined);
  });
  if (missing.length > 0) return `It uses ${[...new Set(missing)].join(', ')}.`;
  for (const name of imported) {
    const file = files[`${name}.py`];
    const obstacle = file === undefined ? undefined : obstacleInPython(file, {});
    if (obstacle !== undefined) return obstacle;
  }
  return undefined;
}
