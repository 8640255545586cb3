"""Scripts as they are published: bundled modules do what the modules do."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest
from playwright._impl._driver import compute_driver_executable

from minthub.pages.scripts import bundle, publish_scripts, publish_styles
from tests.node import ASSETS

NODE = str(compute_driver_executable()[0])

MODULES = {
    "main.js": """\
// The entry.
import { double as twice, NAME } from "./tools.js";
import * as deep from "./deep.js";

export const answer = () => `${NAME}: ${twice(deep.value)}  mal`;
""",
    "tools.js": """\
import { value } from "./deep.js";

const hidden = 1;
export const NAME = "Ergebnis";
export function double(number) {
  return number * 2 * hidden + value - value;
}
""",
    "deep.js": """\
const hidden = 20;
export const value = hidden + 1;
export class Unused {}
""",
}


def run(folder: Path, call: str) -> str:
    """What an expression with the module `main` gives, as Node sees it."""
    (folder / "package.json").write_text('{"type": "module"}', "utf-8")
    (folder / "run.js").write_text(
        f'import * as main from "./main.js";\nprocess.stdout.write(String({call}));', "utf-8"
    )
    done = subprocess.run([NODE, str(folder / "run.js")], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, text in MODULES.items():
        (tmp_path / name).write_text(text, "utf-8")
    return tmp_path


def test_a_bundle_does_what_its_modules_do(folder: Path) -> None:
    before = run(folder, "main.answer()")
    publish_scripts(folder)
    for name in ("tools.js", "deep.js"):
        (folder / name).unlink()
    assert run(folder, "main.answer()") == before == "Ergebnis: 42  mal"


def test_comments_are_not_published(folder: Path) -> None:
    publish_scripts(folder)
    assert "The entry" not in (folder / "main.js").read_text("utf-8")


def test_what_is_fetched_later_is_there_once(folder: Path) -> None:
    """The counter is asked for by name and later on; both see the same number."""
    (folder / "counter.js").write_text("let count = 0;\nexport const next = () => (count += 1);\n", "utf-8")
    (folder / "user.js").write_text(
        'import { next } from "./counter.js";\n\nexport const use = () => next();\n', "utf-8"
    )
    (folder / "main.js").write_text(
        'import { next } from "./counter.js";\nimport { use } from "./user.js";\n\n'
        'export const answer = async () => [next(), use(), (await import("./counter.js")).next()];\n',
        "utf-8",
    )
    publish_scripts(folder)
    assert run(folder, "await main.answer()") == "1,2,3"


def test_a_worker_has_everything_in_itself(folder: Path) -> None:
    (folder / "page.js").write_text(
        'new Worker(new URL("main.js", import.meta.url), { type: "module" });\nimport("./deep.js");\n',
        "utf-8",
    )
    publish_scripts(folder)
    assert "import" not in (folder / "main.js").read_text("utf-8")


def test_a_type_in_a_comment_is_no_import(folder: Path) -> None:
    text = '/** @type {import("./deep.js").Unused} */\n' + MODULES["main.js"]
    (folder / "main.js").write_text(text, "utf-8")
    publish_scripts(folder)
    assert "import" not in (folder / "main.js").read_text("utf-8")


def test_libraries_stay_imports() -> None:
    texts = {
        "a.js": 'import { b } from "./b.js";\n\nb();\n',
        "b.js": 'import lib from "../../x/lib.js";\n\nexport const b = () => lib;\n',
    }
    assert bundle("a.js", texts).startswith('import lib from "../../x/lib.js";\n')


def test_a_script_without_imports_stays_as_it_is() -> None:
    assert bundle("a.js", {"a.js": "let a = 1;\n"}) == "let a = 1;\n"


def test_modules_that_import_each_other_are_named() -> None:
    texts = {"a.js": 'import { b } from "./b.js";\n', "b.js": 'import { a } from "./a.js";\n'}
    with pytest.raises(ValueError, match=r"^a\.js imports itself by way of b\.js$"):
        bundle("a.js", texts)


def test_style_sheets_lose_comments_only(tmp_path: Path) -> None:
    (tmp_path / "a.css").write_text(
        "/* why */\na:hover > b { color: var(--c); margin: calc(1rem + 2px); }\n", "utf-8"
    )
    publish_styles(tmp_path)
    assert (tmp_path / "a.css").read_text("utf-8") == "a:hover>b{color:var(--c);margin:calc(1rem + 2px)}"


def nested_templates(text: str) -> list[str]:
    """Where a template stands inside of a `${…}` of another one. Enough of a reader for code as we write it."""
    found, depths, at = [], [], 0
    while at < len(text):
        char = text[at]
        inside = bool(depths) and depths[-1] == 0
        if char == "\\":
            at += 1
        elif inside and text.startswith("${", at):
            depths[-1] = 1
            at += 1
        elif char == "`":
            if inside:
                depths.pop()
            else:
                found += [text[max(0, at - 40) : at + 40]] if depths else []
                depths.append(0)
        elif depths and depths[-1] > 0 and char in "{}":
            depths[-1] += 1 if char == "{" else -1
        at += 1
    return found


@pytest.mark.parametrize(
    ("text", "count"),
    [("`a${b}`", 0), ("`a${{b: 1}.b}` + `c`", 0), ("`a${`b`}`", 1), ("`${f(`x ${y}`)}`", 1)],
)
def test_nested_templates_are_seen(text: str, count: int) -> None:
    assert len(nested_templates(text)) == count


@pytest.mark.parametrize("file", sorted(ASSETS.rglob("*.js")), ids=lambda file: file.name)
def test_no_template_stands_in_another_one(file: Path) -> None:
    """rjsmin 1.3 takes out blanks of the inner one."""
    code = re.sub(r"^\s*(//|\*|/\*).*$", "", file.read_text("utf-8"), flags=re.MULTILINE)
    assert nested_templates(code) == []


def test_nothing_is_lost_in_our_own_scripts(tmp_path: Path) -> None:
    """Every published script can be read by a browser's parser."""
    shutil.copytree(ASSETS, tmp_path / "assets")
    publish_scripts(tmp_path / "assets")
    (tmp_path / "assets" / "package.json").write_text(json.dumps({"type": "module"}), "utf-8")
    for file in (tmp_path / "assets").rglob("*.js"):
        done = subprocess.run([NODE, "--check", str(file)], capture_output=True, text=True, check=False)
        assert done.returncode == 0, f"{file.name}: {done.stderr}"
