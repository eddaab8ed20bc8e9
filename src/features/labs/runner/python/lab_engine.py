"""Runs a reader's program and its tests inside Pyodide. Called by engine.ts, and only by it."""

import asyncio
import builtins
import functools
import importlib
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
    sys.dont_write_bytecode = True


_set_up()
_patched = (builtins, time, random, os, json, asyncio)
_snapshots = [(module, dict(vars(module))) for module in _patched]
_environment = dict(os.environ)
_modules = frozenset(sys.modules)
_path = list(sys.path)
_out = None


def _forget():
    """Undoes what an earlier program left behind: its modules, files and replaced functions."""
    for name in [name for name in sys.modules if name not in _modules]:
        file = getattr(sys.modules[name], "__file__", None) or ""
        if file.startswith(FOLDER) or name in ("lab", "__main__"):
            del sys.modules[name]
    _restore()
    os.chdir(FOLDER)
    for root, folders, files in os.walk(FOLDER, topdown=False):
        for file in files:
            os.remove(os.path.join(root, file))
        for folder in folders:
            os.rmdir(os.path.join(root, folder))
    os.environ.clear()
    os.environ.update(_environment)
    sys.path[:] = _path
    sys.argv = ["main.py"]
    sys.setrecursionlimit(1000)
    random.seed()
    importlib.invalidate_caches()


def _restore():
    """Puts replaced functions of the patched modules back."""
    for module, before in _snapshots:
        now = vars(module)
        for name in tuple(now):
            if name not in before:
                del now[name]
        now.update(before)


def prepare(files, send):
    """Puts the program's files into an empty folder."""
    global _out
    _forget()
    _out = _Output(send)
    sys.stdout = sys.stderr = _out
    sys.stdin = io.StringIO()
    for name, text in json.loads(files).items():
        with open(os.path.join(FOLDER, name), "w") as file:
            file.write(text)


def run(name):
    """Runs a file as a program. Returns a fault as JSON, or None."""
    module = types.ModuleType("__main__")
    module.__file__ = os.path.join(FOLDER, name)
    sys.modules["__main__"] = module
    try:
        with open(module.__file__) as file:
            exec(compile(file.read(), module.__file__, "exec"), vars(module))
    except SystemExit as leaving:
        _restore()
        if leaving.code not in (None, 0):
            return json.dumps({"message": f"SystemExit: {leaving.code}"})
    except BaseException as error:
        _restore()
        print(_trace(error), end="")
        return json.dumps(_fault(error))
    _restore()
    return None


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


def _fault(error):
    message = "".join(traceback.format_exception_only(error)).strip().split("\n")[-1]
    if isinstance(error, SyntaxError) and (error.filename or "").startswith(FOLDER):
        file = os.path.basename(error.filename)
        return {"message": message, "file": file, "line": error.lineno, "column": error.offset}
    frames = _own_frames(error)
    if not frames:
        return {"message": message}
    return {"message": message, "file": os.path.basename(frames[-1].filename), "line": frames[-1].lineno}


def tests(source):
    """Runs the tests one by one, each on a fresh import of the program, and yields their results as JSON."""
    code = compile(source, "tests.py", "exec")
    names = [name for name in code.co_names if name.startswith("test_")]
    for name in dict.fromkeys(names):
        yield json.dumps(_test(code, name))


def _test(code, name):
    label = name
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
        test = scope[name]
        label = (inspect.getdoc(test) or name).split("\n")[0]
        outcome = test()
        if inspect.isawaitable(outcome):
            asyncio.run(_finish(outcome))
        return {"name": label, "passed": True, "message": ""}
    except BaseException as error:
        return {"name": label, "passed": False, "message": _explain(error)}


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


def _explain(error):
    innermost = traceback.extract_tb(error.__traceback__)[-1].filename
    if isinstance(error, AssertionError) and not innermost.startswith(FOLDER):
        return str(error) or _failing_line(error)
    fault = _fault(error)
    place = f" ({fault['file']}:{fault['line']})" if "line" in fault else ""
    return fault["message"] + place


def _failing_line(error):
    """A bare assert has no message: its own line says what was expected."""
    return "The test's assertion does not hold. Its author owes a message."
