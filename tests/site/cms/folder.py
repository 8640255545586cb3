"""A folder for the editing form's local mode: the browser's own storage stands in for one on the disk."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Page

CHOOSE = """
window.showDirectoryPicker = async () =>
  (await navigator.storage.getDirectory()).getDirectoryHandle("repo", { create: true });
"""
_FILL = """async (files) => {
  const top = await navigator.storage.getDirectory();
  for (const [path, text] of Object.entries(files)) {
    const parts = ["repo", ...path.split("/")];
    const name = parts.pop();
    let folder = top;
    for (const part of parts) folder = await folder.getDirectoryHandle(part, { create: true });
    const stream = await (await folder.getFileHandle(name, { create: true })).createWritable();
    await stream.write(text);
    await stream.close();
  }
}"""
_READ = """async () => {
  const found = {};
  const walk = async (folder, path) => {
    for await (const [name, handle] of folder.entries()) {
      if (handle.kind === "directory") await walk(handle, `${path}${name}/`);
      else found[path + name] = await (await handle.getFile()).text();
    }
  };
  await walk(await (await navigator.storage.getDirectory()).getDirectoryHandle("repo"), "");
  return found;
}"""


def put(page: Page, content: Path) -> None:
    """The records of a content folder, in what looks like a repository."""
    files = {
        f"content/{path.relative_to(content).as_posix()}": path.read_text("utf-8")
        for path in content.rglob("*.md")
    }
    page.evaluate(_FILL, {".git/config": "", **files})


def take(page: Page, content: Path) -> None:
    """Everything in the folder, with the changes made since."""
    files: dict[str, str] = page.evaluate(_READ)
    for name, text in files.items():
        top, _, rest = name.partition("/")
        if top == "content":
            path = content / rest
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text.encode())
