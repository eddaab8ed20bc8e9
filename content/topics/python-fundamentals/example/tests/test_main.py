from pathlib import Path

import pytest

from hutlog.__main__ import main


# #region main
def test_prints_huts_and_reports_bad_lines(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    log = tmp_path / "huts.txt"
    log.write_text("grünsee 06:00 1.0\neagle 07:00 n/a\n", encoding="utf-8")

    assert main([str(log)]) == 0

    printed = capsys.readouterr()
    assert printed.out == "grünsee  +1.0 at 06:00\n"
    assert printed.err == "line 2: could not convert string to float: 'n/a'\n"


# #endregion main


def test_a_missing_file_is_one_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([str(tmp_path / "no.log")]) == 1
    assert capsys.readouterr().err.startswith("hutlog: cannot read")


def test_a_file_in_another_encoding_is_one_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    log = tmp_path / "huts.txt"
    log.write_bytes("grünsee 06:00 1.0\n".encode("latin-1"))
    assert main([str(log)]) == 1
    assert "codec can't decode" in capsys.readouterr().err


def test_a_byte_order_mark_is_not_part_of_the_first_hut(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    log = tmp_path / "huts.txt"
    log.write_text("eagle 06:00 -4.5\neagle 07:00 1.0\n", encoding="utf-8-sig")
    assert main([str(log)]) == 0
    assert capsys.readouterr().out == "eagle    -4.5 at 06:00\n"
