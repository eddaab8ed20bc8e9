"""Runs a reader's program and its tests inside Pyodide. Called by engine.ts, and only by it."""

import asyncio
import builtins
import functools
import inspect
import io
import json
import os
import random
import re
import sys
import time
import traceback
import types

FOLDER = "/home/lab"


class _Clock:
    """Takes the place of a selector: nothing arrives from outside, so waiting is sleeping."""

    def select(self, timeout=None):
        if timeout is None:
            raise RuntimeError("Every task waits for something that no other task will do.")
        if timeout > 0:
            time.sleep(timeout)
        return []

    def get_map(self):
        return {}

    def close(self):
        pass


class _Loop(asyncio.BaseEventLoop):
    """An event loop that runs inside one call, so that `asyncio.run` ends where it stands, as everywhere else."""

    def __init__(self):
        super().__init__()
        self._selector = _Clock()

    def _process_events(self, events):
        pass

    def _write_to_self(self):
        pass

    def run_in_executor(self, executor, func, *args):
        """There are no threads here: the work is done at once."""
        future = self.create_future()
        try:
            future.set_result(func(*args))
        except Exception as error:
            future.set_exception(error)
        return future


class _LoopPolicy(asyncio.events._BaseDefaultEventLoopPolicy):
    _loop_factory = _Loop


class _Output(io.TextIOBase):
    """Standard output: passed on as it comes, or kept while a test runs the program again."""

    def __init__(self, send):
        self._send = send
        self.kept = None

    def writable(self):
        return True

    def write(self, text):
        if self.kept is None:
            self._send(text)
        else:
            self.kept.append(text)
        return len(text)


def _set_up():
    asyncio.events._set_running_loop(None)
    asyncio.events._set_event_loop_policy(_LoopPolicy())
    os.makedirs(FOLDER, exist_ok=True)
    os.chdir(FOLDER)
    sys.path.insert(0, FOLDER)
    sys.argv = ["main.py"]
    sys.dont_write_bytecode = True
    sys.setrecursionlimit(1000)
    # Pyodide's versions ask JavaScript first, and JavaScript remembers the questions.
    time.sleep = time.sleep.__wrapped__
    asyncio.run = asyncio.run.__wrapped__


_set_up()
_modules = frozenset(sys.modules)
_patched = (builtins, time, random, os, asyncio)
_snapshots = [(module, dict(vars(module))) for module in _patched]
_out = None
_say_error = None
_say_check = None


def _restore():
    """Puts what the program has replaced in these modules back, so that the tests and this file can go on."""
    for module, before in _snapshots:
        now = vars(module)
        for name in tuple(now):
            if name not in before:
                del now[name]
        now.update(before)


def connect(say_output, say_error, say_check):
    """Takes the functions that lead out. Called once; whatever happens after that is undone before the next run."""
    global _out, _say_error, _say_check
    _out = _Output(say_output)
    _say_error = say_error
    _say_check = say_check


def prepare(files):
    """Puts the program's files into an empty folder."""
    random.seed()
    sys.stdout = sys.stderr = _out
    sys.stdin = io.StringIO()
    for name, text in json.loads(files).items():
        with open(os.path.join(FOLDER, name), "w") as file:
            file.write(text)


def run(name):
    """Runs a file as a program. Returns whether it came to its end."""
    error = _run(name)
    _restore()
    if error is None or isinstance(error, SystemExit) and error.code in (None, 0):
        return True
    if not isinstance(error, SystemExit):
        print(_trace(error), end="", file=_out)
    _say_error(*_message_and_place(error))
    return False


def _run(name):
    """Runs a file as a program. Returns what it raised."""
    module = types.ModuleType("__main__")
    module.__file__ = os.path.join(FOLDER, name)
    sys.modules["__main__"] = module
    try:
        exec(compile(_read(name), module.__file__, "exec"), vars(module))
    except BaseException as error:
        return error


def _own_frames(error):
    frames = traceback.extract_tb(error.__traceback__)
    return [frame for frame in frames if frame.filename.startswith(FOLDER)]


def _trace(error):
    """The traceback without the frames of this file, and with names instead of paths."""
    shown = traceback.TracebackException.from_exception(error)
    each = shown
    while each is not None:
        each.stack = traceback.StackSummary.from_list([f for f in each.stack if f.filename.startswith(FOLDER)])
        each = each.__cause__ or each.__context__
    return "".join(shown.format()).replace(f"{FOLDER}/", "")


def _message_and_place(error):
    """What was raised, and where in the reader's files: message, file and line."""
    message = "".join(traceback.format_exception_only(error)).strip().split("\n")[-1]
    if isinstance(error, SyntaxError) and (error.filename or "").startswith(FOLDER):
        return message, os.path.basename(error.filename), error.lineno
    frames = _own_frames(error)
    if not frames:
        return message, None, None
    return message, os.path.basename(frames[-1].filename), frames[-1].lineno


def tests(source):
    """Runs the tests one by one, each on a fresh import of the program."""
    code = compile(source, "tests.py", "exec")
    names = [name for name in code.co_names if name.startswith("test_")]
    for name in dict.fromkeys(names):
        label, error = _test(code, name)
        _restore()
        _say_check(label, error is None, "" if error is None else _explain(error))


def _test(code, name):
    """Runs one test. Returns its name for the reader, and what it raised."""
    label = _label(code, name)
    _forget_program()
    try:
        lab = types.ModuleType("lab")
        lab.source = _read("main.py")
        lab.run = functools.partial(_run_again)
        sys.modules["lab"] = lab
        scope = {"__name__": "tests"}
        _out.kept = []
        try:
            exec(code, scope)
        finally:
            lab.stdout = "".join(_out.kept)
            _out.kept = None
        outcome = scope[name]()
        if inspect.isawaitable(outcome):
            asyncio.run(_finish(outcome))
        return label, None
    except BaseException as error:
        return label, error


def _label(code, name):
    """The first line of a test's docstring, which is there before the tests can be loaded."""
    test = next(each for each in code.co_consts if getattr(each, "co_name", "") == name)
    return str(test.co_consts[0]).split("\n")[0]


async def _finish(awaitable):
    return await awaitable


def _forget_program():
    for name in [name for name in sys.modules if name not in _modules]:
        if (getattr(sys.modules[name], "__file__", None) or "").startswith(FOLDER):
            del sys.modules[name]


def _read(name):
    with open(os.path.join(FOLDER, name)) as file:
        return file.read()


def _run_again(stdin=""):
    """For tests: runs main.py as a program with this input, and returns what it printed."""
    kept, _out.kept = _out.kept, []
    sys.stdin = io.StringIO(stdin)
    module = types.ModuleType("__main__")
    module.__file__ = os.path.join(FOLDER, "main.py")
    try:
        exec(compile(_read("main.py"), module.__file__, "exec"), vars(module))
        return "".join(_out.kept)
    finally:
        _out.kept = kept


# What Python's errors say when a test meets a value that it does not expect.
_UNEXPECTED = (
    (r"module 'main' has no attribute '(\w+)'", r"main.py should define \1."),
    (r"'(\w+)' object is not callable", r"What your code returned should be a function, found \1."),
    (r"'(\w+)' object has no attribute '(\w+)'", r"What your code returned should have \2, found \1."),
    (r"'?(\w+)'? (?:object is not iterable|has no len)", r"What your code returned should be something to loop over, found \1."),
    (r"unpack non-iterable (\w+)", r"What your code returned should have several parts, found \1."),
    (r"values to unpack \(expected (\d+)", r"What your code returned should have \1 parts."),
    (r"'(\w+)' object is not subscriptable", r"What your code returned should have entries, found \1."),
    (r"(\w+) indices must be", r"What your code returned should have entries that are found by name, found \1."),
    (r"'(\w+)' object does not support the", r"What your code returned should work in a with statement, found \1."),
    (r"^TypeError: (.+ takes .+)", r"The check calls your code as the task says: \1."),
)


def _explain(error):
    innermost = traceback.extract_tb(error.__traceback__)[-1].filename
    if isinstance(error, AssertionError) and not innermost.startswith(FOLDER):
        # A bare assert has no message.
        return str(error) or "The test's assertion does not hold. Its author owes a message."
    if isinstance(error, ImportError) and error.name == "main" and error.name_from:
        return f"main.py should define {error.name_from}."
    message, file, line = _message_and_place(error)
    if innermost == "tests.py":
        for pattern, text in _UNEXPECTED:
            if match := re.search(pattern, message):
                return match.expand(text).replace("NoneType", "None")
        return f"The check couldn't go on with what your code gave it. ({message})"
    kind, _, text = message.partition(": ")
    place = "" if line is None else f" at line {line} of {file}"
    return f"Your code stopped{place}: {f'{text} ({kind})' if text else message}"
