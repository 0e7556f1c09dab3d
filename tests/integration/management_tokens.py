#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Fairlead authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Management tokens of the real programs: an end to each of them at once, and those of another issuer."""
import base64
import http.server
import json
import pathlib
import subprocess
import threading
import time
import unittest
import urllib.error
import urllib.request

from programs import PATIENCE, ProgramsTest, wait_until

ISSUER = "https://id.example"


def encoded(data):
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


class Issuer:
    """Somebody who signs tokens with ES256, and says with which key."""

    def __init__(self, folder):
        self.key = pathlib.Path(folder, "issuer.pem")
        self.openssl("genpkey", "-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:P-256", "-out", self.key)
        point = self.openssl("pkey", "-in", self.key, "-pubout", "-outform", "DER")[-64:]
        keys = json.dumps({"keys": [{"kty": "EC", "crv": "P-256", "kid": "1", "use": "sig", "x": encoded(point[:32]),
                                     "y": encoded(point[32:])}]}).encode()

        class Handler(http.server.BaseHTTPRequestHandler):
            def do_GET(self):
                self.send_response(200)
                self.end_headers()
                self.wfile.write(keys)

            def log_message(self, *_):
                pass

        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self.server.server_port}/keys"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def close(self):
        self.server.shutdown()
        self.server.server_close()

    @staticmethod
    def openssl(*arguments, stdin=None):
        return subprocess.run(["openssl", *arguments], input=stdin, capture_output=True, timeout=PATIENCE, check=True).stdout

    def token(self, **claims):
        parts = ({"alg": "ES256", "kid": "1", "typ": "JWT"},
                 {"iss": ISSUER, "aud": "fairlead", "sub": "00u1", "exp": time.time() + 600, **claims})
        text = ".".join(encoded(json.dumps(part).encode()) for part in parts)
        der = self.openssl("dgst", "-sha256", "-sign", self.key, stdin=text.encode())
        # DER's two numbers; JWS has them as 32 bytes each.
        length = der[3]
        numbers = der[4:4 + length], der[6 + length:]
        return text + "." + encoded(b"".join(number.lstrip(b"\0").rjust(32, b"\0") for number in numbers))


class ManagementTokens(ProgramsTest):
    def start_with(self, **settings):
        self.data.mkdir(mode=0o700, exist_ok=True)
        (self.data / "settings.json").write_text(json.dumps({"failedSignInsPerMinute": 10_000, **settings}))
        return self.start_server()

    def ask(self, token):
        """(status, text) of a look at the user's keys."""
        request = urllib.request.Request(self.server.url + "/api/users/me/mcp-keys",
                                         headers={"Authorization": f"Bearer {token}"})
        try:
            with urllib.request.urlopen(request, timeout=PATIENCE) as answer:
                return answer.status, answer.read().decode()
        except urllib.error.HTTPError as error:
            with error:
                return error.code, error.read().decode()

    def request(self, method, path, token=None, body=None):
        """(status, JSON) of any request."""
        request = urllib.request.Request(self.server.url + path, method=method,
                                         data=None if body is None else json.dumps(body).encode())
        if token:
            request.add_header("Authorization", f"Bearer {token}")
        if body is not None:
            request.add_header("Content-Type", "application/json")
        try:
            with urllib.request.urlopen(request, timeout=PATIENCE) as answer:
                return answer.status, json.load(answer)
        except urllib.error.HTTPError as error:
            with error:
                return error.code, json.load(error)

    def test_a_revoked_token_opens_nothing_from_then_on(self):
        for algorithm in ("HS256", "ES256"):
            with self.subTest(algorithm):
                self.start_with(tokenAlgorithm=algorithm)
                revoked, other = self.must("token"), self.must("token")
                header = revoked["token"].split(".")[0]
                self.assertEqual(json.loads(base64.urlsafe_b64decode(header + "=="))["alg"], algorithm)
                self.assertEqual(self.ask(revoked["token"])[0], 200)
                listed = {token["id"]: token for token in self.must("token", "list")["tokens"]}
                self.assertIsNone(listed[revoked["id"]]["revoked_at"])
                self.must("token", "revoke", revoked["id"])
                status, text = self.ask(revoked["token"])
                self.assertEqual(status, 401)
                self.assertIn("was revoked", text)
                self.assertEqual(self.ask(other["token"])[0], 200)
                self.server.stop()
                self.start_server()
                self.assertEqual(self.ask(revoked["token"])[0], 401)
                self.assertEqual(self.ask(other["token"])[0], 200)
                self.assertEqual(self.ctl("token", "revoke", "mtk_x").returncode, 1)
                self.server.stop()

    def test_a_revoked_token_takes_its_leases_along(self):
        self.start_with()
        self.must("connect", "credential", "openai", stdin="sk-1")
        lease = lambda token: self.request("POST", "/api/mcp/credentials/lease", token, {"services": ["openai"]})
        look = lambda token, taken: self.request("GET", "/api/mcp/credentials/lease/" + taken["lease_id"], token)
        first, second = self.must("token"), self.must("token")
        one, other = lease(first["token"])[1], lease(second["token"])[1]
        self.assertEqual(one["credentials"]["openai"]["api_key"], "sk-1")
        self.must("token", "revoke", first["id"])
        self.assertEqual(look(first["token"], one)[0], 401)
        status, problem = look(second["token"], one)
        self.assertEqual(status, 404)
        self.assertIn("its management token was revoked", problem["detail"])
        self.assertEqual(look(second["token"], other)[0], 200)
        self.assertEqual(lease(first["token"])[0], 401)

    def test_others_can_verify_tokens_with_a_public_key(self):
        self.start_with()
        self.assertEqual(self.request("GET", "/api/tokens/jwks"), (200, {"keys": []}))
        self.server.stop()
        self.start_with(tokenAlgorithm="ES256")
        status, answer = self.request("GET", "/api/tokens/jwks")
        self.assertEqual(status, 200)
        key, = answer["keys"]
        self.assertEqual({name: key[name] for name in ("kty", "crv", "alg", "use")},
                         {"kty": "EC", "crv": "P-256", "alg": "ES256", "use": "sig"})
        self.assertNotIn("d", key)
        text, signature = self.must("token")["token"].rsplit(".", 1)
        number = lambda part: b"\x02" + bytes([len(part)]) + part
        signed = lambda part: (b"\0" if part[0] > 127 else b"") + part
        decoded = lambda part: base64.urlsafe_b64decode(part + "=" * (-len(part) % 4))
        halves = [signed(half.lstrip(b"\0")) for half in (decoded(signature)[:32], decoded(signature)[32:])]
        body = b"".join(map(number, halves))
        files = {"public.der": bytes.fromhex("3059301306072a8648ce3d020106082a8648ce3d03010703420004")
                 + decoded(key["x"]) + decoded(key["y"]), "signature": b"\x30" + bytes([len(body)]) + body,
                 "text": text.encode()}
        for name, content in files.items():
            (self.folder / name).write_bytes(content)
        self.assertIn(b"Verified OK", Issuer.openssl("dgst", "-sha256", "-keyform", "DER", "-verify",
                      self.folder / "public.der", "-signature", self.folder / "signature", self.folder / "text"))

    def test_a_users_own_token_manages_no_tokens(self):
        self.start_with()
        self.must("users", "create", "Ben")
        listed = self.ctl("--user", "Ben", "token", "list")
        self.assertEqual((listed.returncode, listed.answer["error"]["code"]), (1, "forbidden"))

    def test_tokens_of_another_issuer_are_their_users(self):
        issuer = Issuer(self.folder)
        self.addCleanup(issuer.close)
        self.start_with(tokenIssuer=ISSUER, tokenKeysUrl=issuer.url, tokenUsers=["00u1=Anna"])
        self.assertEqual(self.ask(issuer.token())[0], 401, "there is no Anna yet")
        self.must("users", "create", "Anna")
        self.must("--user", "Anna", "keys", "create", "--name", "Anna's")
        wait_until("the issuer's keys are known", lambda: self.ask(issuer.token())[0] == 200)
        self.assertIn("Anna's", self.ask(issuer.token())[1])
        self.assertEqual(self.ask(self.must("token")["token"])[0], 200, "our own go on")
        for claims, reason in (({"iss": ISSUER + "/"}, "another issuer"), ({"aud": "other"}, "another audience"),
                               ({"exp": time.time() - 1}, "has expired"), ({"nbf": time.time() + 600}, "not valid yet"),
                               ({"sub": "00u2"}, "no user here")):
            with self.subTest(reason):
                status, text = self.ask(issuer.token(**claims))
                self.assertEqual(status, 401)
                self.assertIn(reason, text)
        self.assertEqual(self.ask(issuer.token()[:-4] + "AAAA")[0], 401)


if __name__ == "__main__":
    unittest.main()
