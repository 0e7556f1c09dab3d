#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Fairlead authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""service.py CMAKE BUILD: the unit for hosts as systemd judges it, and fairleadd under what can be had of it without
systemd: its credential, and no memory that is written and then run."""
import ctypes
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import unittest

CMAKE, BUILD = sys.argv[1:3]
PROGRAMS = pathlib.Path(BUILD, "bin")
# Of systemd's 0 (closed) to 10 (open), in tenths.
MOST_EXPOSURE = "20"
PATIENCE = 30
PR_SET_MDWE, PR_MDWE_REFUSE_EXEC_GAIN = 65, 1


def refuse_new_code():
    """What MemoryDenyWriteExecute= does; kernels before 6.3 cannot."""
    ctypes.CDLL(None).prctl(PR_SET_MDWE, PR_MDWE_REFUSE_EXEC_GAIN, 0, 0, 0)


class Service(unittest.TestCase):
    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="fairlead-install-"))
        self.addCleanup(shutil.rmtree, self.folder)
        subprocess.run([CMAKE, "--install", BUILD, "--prefix", self.folder, "--component", "service"],
                       check=True, stdout=subprocess.DEVNULL)
        self.unit = self.folder / "lib/systemd/system/fairleadd.service"
        self.text = self.unit.read_text(encoding="utf-8")

    def analyze(self, *arguments):
        if not shutil.which("systemd-analyze"):
            self.skipTest("systemd is not installed")
        return subprocess.run(["systemd-analyze", *arguments, self.unit], capture_output=True, text=True, check=False)

    def test_is_valid(self):
        # As it would be installed.
        self.unit.write_text(self.text.replace("/usr/bin/fairleadd", str(PROGRAMS / "fairleadd")), encoding="utf-8")
        done = self.analyze("verify", "--man=no")
        self.assertEqual((done.returncode, done.stderr), (0, ""))

    def test_is_closed(self):
        done = self.analyze("security", "--offline=true", "--threshold=" + MOST_EXPOSURE)
        self.assertEqual(done.returncode, 0, done.stdout)

    def test_its_credential_is_the_one_that_is_read(self):
        self.assertIn("\nLoadCredential=master-key:", self.text)
        credentials = self.folder / "credentials"
        credentials.mkdir()
        (credentials / "master-key").write_bytes(os.urandom(32))
        # Those of the unit, and what systemd adds.
        environment = {"PATH": os.environ["PATH"], "CREDENTIALS_DIRECTORY": str(credentials), **dict(
            line.removeprefix("Environment=").split("=", 1) for line in self.text.splitlines()
            if line.startswith("Environment="))}
        data = self.folder / "data"
        with subprocess.Popen([PROGRAMS / "fairleadd", "--data-dir", data, "--port", "0", "--print-ready"], env=environment,
                              preexec_fn=refuse_new_code, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as server:
            try:
                self.assertTrue(server.stdout.readline())
                status = subprocess.run([PROGRAMS / "fairleadctl", "--data-dir", data, "status"], capture_output=True,
                                        text=True, timeout=PATIENCE, check=True).stdout
            finally:
                server.terminate()
            self.assertEqual(server.wait(PATIENCE), 0)
        self.assertIn("Secrets: ready (systemd credential)", status)
        self.assertFalse((data / "master.key").exists())


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
