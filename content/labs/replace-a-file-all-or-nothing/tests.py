import importlib
import json
import os
import sys
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from unittest import mock

from main import save

ROUND = []
ROUND.append(ROUND)


@contextmanager
def settings_file(text=None):
    with TemporaryDirectory() as folder:
        path = Path(folder) / "settings.json"
        if text is not None:
            path.write_text(text, encoding="utf-8")
        yield path


def names(path):
    return sorted(each.name for each in path.parent.iterdir())


def refused(path, settings, why, expected):
    """Saves what can't be saved."""
    try:
        save(path, settings)
    except expected:
        return
    except BaseException as error:
        raise AssertionError(f"{why}: save should raise {expected.__name__}, found {error!r}.") from None
    raise AssertionError(f"{why}: save should raise {expected.__name__}, and it raised nothing.")


WRONG = (
    ({"first": 1, "bad": object()}, "object() can't be written as JSON", TypeError),
    ({"first": 1, "bad": ROUND}, "A list that contains itself can't be written as JSON", ValueError),
    ({"first": 1, (1, 2): 3}, "A key that is a tuple can't be written as JSON", TypeError),
)


def test_new():
    """A new file is written"""
    for settings in ({"theme": "dark"}, {}, {"name": "Zoë ☕", "list": [1, 2.5, None, True]}):
        with settings_file() as path:
            save(path, settings)
            assert names(path) == ["settings.json"], f"Only settings.json should be there, found {names(path)}."
            found = json.loads(path.read_text(encoding="utf-8"))
            assert found == settings, f"Expected the settings {settings}, found {found}."


def test_replaces():
    """A file that exists is replaced as a whole"""
    with settings_file(json.dumps({"long": "x" * 500})) as path:
        save(path, {"a": 1})
        text = path.read_text(encoding="utf-8")
        assert text.strip().endswith("}") and len(text) < 100, f"Expected the new settings alone, found {text[:60]!r}."
        assert json.loads(text) == {"a": 1}, f"Expected the new settings alone, found {text[:60]!r}."
        save(path, {"b": [2]})
        found = json.loads(path.read_text(encoding="utf-8"))
        assert found == {"b": [2]}, f"After a second save, expected its settings, found {found}."
        assert names(path) == ["settings.json"], f"Only settings.json should be there, found {names(path)}."


def test_error_keeps_old():
    """An error leaves the old file as it was"""
    for settings, why, expected in WRONG:
        with settings_file('{"good": true}') as path:
            refused(path, settings, why, expected)
            text = path.read_text(encoding="utf-8")
            assert text == '{"good": true}', f"{why}: the old file should be whole, found {text!r}."


def test_no_rest():
    """An error leaves no temporary file"""
    for settings, why, expected in WRONG:
        with settings_file() as path:
            refused(path, settings, why, expected)
            assert names(path) == [], f"{why}: the folder should be empty after the error, found {names(path)}."


@contextmanager
def watched(path, **replaced):
    """Loads main.py again with other functions in os, however it imports them."""
    with mock.patch.multiple(os, **replaced):
        sys.modules.pop("main")
        yield importlib.import_module("main").save


def test_order():
    """The content is on disk before the file moves, within one folder"""
    old, new = "{}", {"a": 1, "text": "x" * 200}
    with settings_file(old) as path:
        on_disk, moved = {}, []
        fsync, replace = os.fsync, os.replace

        def see_fsync(file):
            status = os.fstat(file if isinstance(file, int) else file.fileno())
            on_disk[status.st_ino] = status.st_size
            if not moved:
                text = path.read_text(encoding="utf-8")
                assert text == old, f"When fsync was called, the file at path was changed already. It held {text[:60]!r}."
            return fsync(file)

        def see_replace(source, target):
            written = Path(source).read_text(encoding="utf-8")
            assert written and json.loads(written) == new, (
                f"When it moves, the temporary file should be complete, found {written[:60]!r}."
            )
            assert Path(source).resolve().parent == path.resolve().parent, (
                f"The temporary file is in {Path(source).parent}. It has to be in the folder of the target."
            )
            assert Path(target).name == path.name, f"The file was moved to {Path(target).name}, not to {path.name}."
            status = os.stat(source)
            assert status.st_ino in on_disk, "os.fsync was not called for the temporary file before it moved."
            found = on_disk[status.st_ino]
            assert found == status.st_size, (
                f"When os.fsync was called, {found} of {status.st_size} bytes were in the file. "
                "The rest was in Python's buffer: flush it first."
            )
            moved.append(target)
            return replace(source, target)

        with watched(path, fsync=see_fsync, replace=see_replace) as save:
            save(path, new)
        assert len(moved) == 1, f"os.replace should be called once, found {len(moved)} calls."


def test_move_fails():
    """If the disk or the move fails, nothing is left next to the old file"""
    for name, error in (("replace", PermissionError("read-only")), ("fsync", OSError(28, "No space left on device"))):
        with settings_file("{}") as path, watched(path, **{name: mock.Mock(side_effect=error)}) as save:
            try:
                save(path, {"a": 1})
            except OSError:
                pass
            else:
                raise AssertionError(f"os.{name} failed with {error!r}, and save raised nothing.")
            assert names(path) == ["settings.json"], (
                f"os.{name} failed: only the old file should be there, found {names(path)}."
            )
            text = path.read_text(encoding="utf-8")
            assert text == "{}", f"os.{name} failed: the old file should be whole, found {text!r}."
