import json
import os
from pathlib import Path
from tempfile import TemporaryDirectory
from unittest import mock

from main import save


def names(folder):
    return sorted(path.name for path in Path(folder).iterdir())


def test_new():
    """A new file is written"""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "settings.json"
        save(path, {"theme": "dark"})
        found = json.loads(path.read_text(encoding="utf-8"))
        assert found == {"theme": "dark"}, f"Expected the settings, found {found}."
        assert names(folder) == ["settings.json"], f"Only settings.json should be there, found {names(folder)}."


def test_replaces():
    """A file that exists is replaced as a whole"""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "settings.json"
        path.write_text(json.dumps({"long": "x" * 500}), encoding="utf-8")
        save(path, {"a": 1})
        text = path.read_text(encoding="utf-8")
        assert json.loads(text) == {"a": 1}, f"Expected the new settings alone, found {text[:60]!r}."


def test_error_keeps_old():
    """An error leaves the old file as it was"""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "settings.json"
        path.write_text('{"good": true}', encoding="utf-8")
        try:
            save(path, {"first": 1, "bad": object()})
        except TypeError:
            pass
        else:
            raise AssertionError("object() can't be written as JSON, so save should raise TypeError.")
        text = path.read_text(encoding="utf-8")
        assert text == '{"good": true}', f"The old file should be whole, found {text!r}."


def test_no_rest():
    """An error leaves no temporary file"""
    with TemporaryDirectory() as folder:
        try:
            save(Path(folder) / "settings.json", {"bad": object()})
        except TypeError:
            pass
        assert names(folder) == [], f"After the error the folder should be empty, found {names(folder)}."


def test_order():
    """The content is on disk before the file moves, within one folder"""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "settings.json"
        path.write_text("{}", encoding="utf-8")
        steps = []
        fsync, replace = os.fsync, os.replace

        def see_fsync(descriptor):
            steps.append("fsync")
            assert path.read_text(encoding="utf-8") == "{}", "The file at path changed before everything was written."
            return fsync(descriptor)

        def see_replace(source, target):
            steps.append("replace")
            written = Path(source).read_text(encoding="utf-8")
            assert json.loads(written) == {"a": 1}, f"When it moves, the temporary file should be complete, found {written!r}."
            assert Path(source).parent == Path(target).parent, (
                f"The temporary file is in {Path(source).parent}. It has to be in the folder of the target."
            )
            return replace(source, target)

        with mock.patch("os.fsync", see_fsync), mock.patch("os.replace", see_replace):
            save(path, {"a": 1})
        assert steps == ["fsync", "replace"], f"Expected fsync, then replace. Found {', '.join(steps) or 'neither'}."


def test_move_fails():
    """If the move fails, nothing is left beside the old file"""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "settings.json"
        path.write_text("{}", encoding="utf-8")
        with mock.patch("os.replace", side_effect=PermissionError("read-only")):
            try:
                save(path, {"a": 1})
            except PermissionError:
                pass
            else:
                raise AssertionError("os.replace failed, and save raised nothing.")
        assert names(folder) == ["settings.json"], f"Only the old file should be there, found {names(folder)}."
