"""A server that compresses as GitHub Pages does and keeps account of what it sent: no request of a worker escapes it."""

from __future__ import annotations

import gzip
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path


@dataclass(frozen=True)
class Sent:
    """One answer: path without the leading slash, bytes of its body."""

    path: str
    size: int


@dataclass
class Host:
    """A running server for one folder."""

    address: str
    log: list[Sent] = field(default_factory=list)
    packed: dict[Path, tuple[bytes, bool]] = field(default_factory=dict)

    def take(self) -> list[Sent]:
        """What was sent since the last call."""
        taken, self.log[:] = list(self.log), []
        return taken


def packed(path: Path) -> tuple[bytes, bool]:
    """The smaller of the file and its gzip (level 6), and whether it is the latter: some formats are compressed already."""
    plain = path.read_bytes()
    zipped = gzip.compress(plain, 6, mtime=0)
    return (zipped, True) if len(zipped) < len(plain) else (plain, False)


class _Handler(SimpleHTTPRequestHandler):
    """Keeps connections open, as real servers do; otherwise every small file would cost a new one."""

    protocol_version = "HTTP/1.1"
    # Head and body in one packet: in two, the second would wait 40 ms for the acknowledgement of the first.
    wbufsize = 1 << 16
    disable_nagle_algorithm = True

    def __init__(self, *args: object, host: Host, directory: str) -> None:
        self.host = host
        super().__init__(*args, directory=directory)  # type: ignore[arg-type]

    def log_message(self, format: str, *args: object) -> None:
        pass

    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        if not path.is_file():
            self.send_error(404)
            return
        body, is_zipped = self.host.packed.get(path) or packed(path)
        self.host.log.append(Sent(self.path.partition("?")[0].lstrip("/"), len(body)))
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(path)))
        if is_zipped:
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


@contextmanager
def serve(folder: Path) -> Iterator[Host]:
    """Serves a folder as long as the block runs. All but its pages is compressed before, so that no answer waits for it."""
    host = Host("")
    for path in folder.rglob("*"):
        if path.is_file() and path.suffix != ".html":
            host.packed[path] = packed(path)
    server = ThreadingHTTPServer(
        ("127.0.0.1", 0), partial(_Handler, host=host, directory=str(folder)), bind_and_activate=True
    )
    server.daemon_threads = True
    host.address = f"http://127.0.0.1:{server.server_port}/"
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield host
    finally:
        server.shutdown()
        server.server_close()
