"""Asking for help costs nothing, and wrong words are told in one sentence with status 2."""

from __future__ import annotations

import errno
import subprocess
import sys
from pathlib import Path

import pytest

from screening import CONTRACT_VERSION, __version__
from tests.commands import SAMPLE, coi, coi_here, complaint

HEAVY = ("pandas", "great_expectations", "duckdb", "prefect", "pyarrow", "scipy", "numpy", "jinja2")


@pytest.mark.parametrize("words", [["--help"], ["run", "--help"], ["verify", "--help"], ["--version"]])
def test_help_works_and_imports_nothing_heavy(words: list[str]) -> None:
    program = (
        "import sys\n"
        "from screening.cli import main\n"
        f"sys.argv = ['coi', *{words!r}]\n"
        "try:\n"
        "    main()\n"
        "except SystemExit as end:\n"
        f"    loaded = [name for name in {HEAVY!r} if name in sys.modules]\n"
        "    print('status', end.code, 'loaded', loaded)\n"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)

    assert done.stdout.splitlines()[-1] == "status 0 loaded []"
    assert done.stderr == ""


def test_the_module_is_the_command() -> None:
    done = coi("--help")

    assert done.returncode == 0
    for word in ("run", "verify", "Usage: coi"):
        assert word in done.stdout


def test_the_script_is_installed() -> None:
    done = subprocess.run(
        [str(Path(sys.executable).with_name("coi")), "--version"], capture_output=True, text=True, check=False
    )

    assert (done.returncode, done.stdout) == (0, f"coi-screening {__version__} (contract {CONTRACT_VERSION})\n")


def test_without_words_it_shows_help_and_is_wrong_usage() -> None:
    done = coi_here()

    assert done.returncode == 2
    assert "Usage: coi" in done.stdout


@pytest.mark.parametrize(
    ("words", "named"),
    [
        (["run", "D", "--out", "O", "--colour"], "--colour"),
        (["run", "D"], "--out"),
        (["run"], "DELIVERY"),
        (["run", "D", "--out", "O", "--threads", "0"], "--threads"),
        (["run", "D", "--out", "O", "--executor", "cloud"], "--executor"),
        (["investigat", "O"], "investigat"),
        (["verify"], "OUT"),
        (["run", "", "--out", "O"], "empty"),
        (["run", "D", "--out", " "], "empty"),
        (["run", "D", "--out", "\udcb1\udcb1"], "encoding"),
        (["investigate", "O", "--person", "\udcff\udcfe"], "encoding"),
        (["dispose", "O", "F1", "--decision", "dismissed", "--reason", "\udcb1"], "encoding"),
    ],
)
@pytest.mark.parametrize("language", ["zh", "en"])
def test_wrong_words_are_told_in_one_sentence(words: list[str], named: str, language: str) -> None:
    done = coi_here(*words, *(["--lang", "en"] if language == "en" else []))

    assert done.returncode == 2
    assert named in complaint(done)
    assert complaint(done).startswith("Wrong usage" if language == "en" else "用法有误")
    assert done.stdout == ""


@pytest.mark.parametrize(
    ("words", "zh", "en"),
    [
        (["run", "no-such-folder", "--out", "O"], "交付目录 no-such-folder 不存在", "no-such-folder does not exist"),
        (["run", str(SAMPLE), "--out", "O", "--config", "none.toml"], "配置文件 none.toml 不存在", "none.toml does not exist"),
        (["run", str(SAMPLE), "--out", "O", "--as-of", "20 Nov"], "--as-of 不是有效日期", "--as-of is not a date"),
        (["run", str(SAMPLE), "--out", "O", "--as-of", "0001-01-01"], "1900 年至 2199 年", "the years 1900 to 2199"),
        (["run", str(SAMPLE), "--out", "O", "--as-of", "9999-12-31"], "1900 年至 2199 年", "the years 1900 to 2199"),
        (["run", str(SAMPLE), "--out", "O", "--as-of", "2026-02-30"], "--as-of 不是有效日期", "--as-of is not a date"),
        (["run", str(SAMPLE), "--out", "O", "--executor", "dask"], "本版本仅支持本机执行", "one machine only"),
        (["verify", "no-such-folder"], "没有已发布的运行", "Nothing was published"),
    ],
)  # fmt: skip
def test_what_cannot_be_used_is_told_in_both_languages(tmp_path: Path, words: list[str], zh: str, en: str) -> None:
    chinese, english = coi_here(*words, cwd=tmp_path), coi_here(*words, "--lang", "en", cwd=tmp_path)

    assert (chinese.returncode, english.returncode) == (2, 2)
    assert zh in complaint(chinese)
    assert en in complaint(english)
    assert list(tmp_path.iterdir()) == [], "wrong usage leaves nothing behind"


def test_the_configured_language_is_spoken(tmp_path: Path) -> None:
    (tmp_path / "coi.toml").write_text('[output]\nlanguage = "en"\n', encoding="utf-8")

    done = coi_here("run", tmp_path, "--out", tmp_path / "out")

    assert done.returncode == 3
    assert "The required table officers" in complaint(done)


def test_a_terminal_that_cannot_write_chinese_is_no_fault(tmp_path: Path) -> None:
    done = coi(
        "run", "no-such-folder", "--out", "O", cwd=tmp_path, env={"PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}
    )

    assert done.returncode == 2
    assert "no-such-folder" in complaint(done)


NAME = "a" * 5000


@pytest.mark.parametrize(
    "words",
    [
        ["run", NAME, "--out", "O"],
        ["run", SAMPLE, "--out", "O", "--config", NAME],
        ["verify", NAME],
        ["investigate", NAME, "--officer", "P01"],
        ["dispose", NAME, "F1", "--decision", "dismissed", "--reason", "x"],
        ["review", NAME, "--no-browser"],
        ["template", "T", "--from", NAME],
    ],
)
def test_a_path_that_cannot_be_is_one_sentence(words: list[str | Path], tmp_path: Path) -> None:
    done = coi_here(*words, "--lang", "en", cwd=tmp_path)

    assert done.returncode == 2
    assert complaint(done).startswith("A path that was given cannot be reached (ENAMETOOLONG)")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "words", [["dispose", "O", "F1"], ["review", "O"], ["verify", "O"], ["investigate", "O", "--officer", "P"]]
)
def test_a_folder_that_may_not_be_entered_is_one_sentence(words: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: object, **__: object) -> None:
        raise PermissionError(errno.EACCES, "Permission denied", "/secret/O")

    monkeypatch.setattr(Path, "is_dir", refused)
    monkeypatch.setattr(Path, "is_symlink", refused)
    monkeypatch.setattr(Path, "exists", refused)

    done = coi_here(*words)

    assert done.returncode == 5
    assert "（EACCES）" in complaint(done)
    assert "secret" not in done.stderr


def test_a_folder_with_a_name_in_another_encoding_is_read(tmp_path: Path) -> None:
    folder = tmp_path / "\udcb9\udca9"
    folder.mkdir()

    done = coi_here("run", folder, "--out", tmp_path / "out")

    assert done.returncode == 3, "it was opened, and is empty"
