#!/usr/bin/env python3
"""A data provider to read: Python's standard library, and openssl to sign. See docs/data-provider.md.

    ./make-keys.sh keys
    python3 provider.py --resource API.KvvyRZSc5K --secret secret-of-ours --platform http://localhost:8701

Its records are files: everything in records/<national id>/ goes into that person's package, signed. Nobody's: 204.
"""
import argparse
import base64
import hashlib
import http.client
import io
import json
import math
import re
import subprocess
import threading
import time
import urllib.error
import urllib.parse
import urllib.request
import zipfile
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from xml.sax.saxutils import escape


class NotAllowed(Exception):
    """The token opens nothing: 401."""


class Platform:
    """What a data provider asks of the platform."""

    def __init__(self, url, resource, secret):
        self.url = url.rstrip("/")
        self.basic = base64.b64encode(f"{resource}:{secret}".encode()).decode()

    def ask(self, path, authorization, form=None):
        data = urllib.parse.urlencode(form).encode() if form else None
        request = urllib.request.Request(self.url + path, data, {"Authorization": authorization})
        with urllib.request.urlopen(request, timeout=10) as answer:
            return json.load(answer)

    def person_of(self, token):
        """The national id of whoever stands behind the token. Anything but a clear yes is a no."""
        said = self.ask("/connect/introspect", f"Basic {self.basic}", {"token": token})
        if said.get("active") is not True:
            raise NotAllowed
        try:
            person = self.ask("/connect/userinfo", f"Bearer {token}")
        except urllib.error.HTTPError as error:
            raise NotAllowed if error.code == 401 else error
        uid = person.get("uid")
        if person.get("uid_verified") not in (True, "True", "true") or not isinstance(uid, str):
            raise NotAllowed
        # It becomes the name of a folder here, so it must be an id and nothing else.
        if not re.fullmatch(r"[A-Z][A-Z0-9][0-9]{8}", uid):
            raise NotAllowed
        return uid


class Signer:
    def __init__(self, folder):
        self.key = folder / "agency.key"
        self.certificate = self.openssl("x509", "-in", folder / "agency.pem", "-outform", "DER")

    @staticmethod
    def openssl(*arguments, given=None):
        done = subprocess.run(["openssl", *map(str, arguments)], input=given, stdout=subprocess.PIPE, check=True)
        return done.stdout

    def package(self, files):
        """files: name -> bytes. The signature is over the manifest's bytes, the manifest holds each file's digest."""
        rows = "".join(
            f"  <file>\n    <filename>{escape(name)}</filename>\n"
            f"    <digest>{hashlib.sha256(data).hexdigest()}</digest>\n  </file>\n"
            for name, data in files.items()
        )
        manifest = f'<?xml version="1.0" encoding="UTF-8"?>\n<files>\n{rows}</files>\n'.encode()
        parts = {
            **files,
            "META-INFO/manifest.xml": manifest,
            "META-INFO/manifest.sha256withrsa": self.openssl("dgst", "-sha256", "-sign", self.key, given=manifest),
            "META-INFO/certificate.cer": self.certificate,
        }
        packed = io.BytesIO()
        with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, data in parts.items():
                archive.writestr(name, data)
        return packed.getvalue()


class Preparation:
    """Where a dataset takes time: when each transaction_uid will be ready. The platform asks again with the same one."""

    def __init__(self, seconds):
        self.seconds, self.ready, self.lock = seconds, {}, threading.Lock()

    def left(self, transaction_uid):
        with self.lock:
            at = self.ready.setdefault(transaction_uid, time.monotonic() + self.seconds)
        return max(0, math.ceil(at - time.monotonic()))


def handler_of(options, platform, signer, preparation):
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def answer(self, status, body=b"", **headers):
            """Errors have no body: nobody would read it."""
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name.replace("_", "-"), value)
            if status != 204:
                self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def do_GET(self):
            try:
                self.serve()
            except NotAllowed:
                self.answer(401)
            except (OSError, ValueError, http.client.HTTPException, subprocess.SubprocessError) as error:
                print(f"500: {type(error).__name__}", flush=True)  # never what it says: it may hold personal data
                self.answer(500)

        do_POST = do_GET

        def serve(self):
            body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
            address = urllib.parse.urlsplit(self.path)
            if address.path != f"/dp-api/{options.resource}":
                return self.answer(404)
            if urllib.parse.parse_qs(address.query).get("heartbeat") == ["true"]:
                return self.answer(200 if options.records.is_dir() else 500)
            # With or without the word Bearer: both are sent.
            token = re.sub(r"^Bearer\s+", "", self.headers.get("Authorization") or "", flags=re.IGNORECASE).strip()
            if not token:
                raise NotAllowed
            uid = platform.person_of(token)
            left = preparation.left(self.headers.get("transaction_uid") or "")
            if left:
                return self.answer(429, Retry_After=str(left))
            files = self.record_of(uid, self.parameters(body))
            if not files:
                return self.answer(204)
            self.answer(200, signer.package(files), Content_Type="application/zip")

        def parameters(self, body):
            """What the resident answered: headers of the parameters' names, percent-encoded UTF-8; with POST in the body too."""
            sent = json.loads(body or b"{}") if self.command == "POST" else {}
            header = {name: urllib.parse.unquote(self.headers[name]) for name in options.parameter if self.headers[name]}
            return {**header, **{name: sent[name] for name in options.parameter if name in sent}}

        def record_of(self, uid, parameters):
            # An agency looks into its own database here, by the person and by what was asked.
            folder = options.records / uid
            return {one.name: one.read_bytes() for one in sorted(folder.iterdir())} if folder.is_dir() else {}

        def log_message(self, *_):
            pass  # its lines would hold the address; log transaction_uid and status instead, never a person

    return Handler


def main():
    here = Path(__file__).parent
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--port", type=int, default=9901)
    parser.add_argument("--resource", required=True, help="the dataset, API.…")
    parser.add_argument("--secret", required=True, help="its resource_secret at the platform")
    parser.add_argument("--platform", default="http://localhost:8701")
    parser.add_argument("--keys", type=Path, default=here / "keys", help="agency.key and agency.pem (make-keys.sh)")
    parser.add_argument("--records", type=Path, default=here / "records")
    parser.add_argument("--prepare", type=int, default=0, help="seconds until a record is ready")
    parser.add_argument("--parameter", action="append", default=[], help="name of one; several times")
    options = parser.parse_args()
    platform = Platform(options.platform, options.resource, options.secret)
    handler = handler_of(options, platform, Signer(options.keys), Preparation(options.prepare))
    server = ThreadingHTTPServer(("127.0.0.1", options.port), handler)
    print(f"http://localhost:{server.server_port}/dp-api/{options.resource}", flush=True)
    try:
        server.serve_forever()
    except KeyboardInterrupt:
        server.server_close()


if __name__ == "__main__":
    main()
