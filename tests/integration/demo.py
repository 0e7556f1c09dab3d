#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Fairlead authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""app/demo.sh: it shows the projects, stays up until Ctrl-C, and leaves nothing behind."""
import os
import pathlib
import signal
import subprocess
import tempfile
import unittest

from programs import BINARIES, wait_until

SCRIPT = pathlib.Path(__file__).resolve().parent.parent.parent / "app" / "demo.sh"


class Demo(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.temporary = pathlib.Path(folder.name)
        self.environment = {**os.environ, "TMPDIR": str(self.temporary), "HOME": str(self.temporary)}

    def processes_below(self, group):
        """Command lines of the living processes of a process group."""
        listed = subprocess.run(["ps", "-o", "stat=,args=", "-g", str(group)], capture_output=True, text=True, check=False)
        return [line for line in listed.stdout.splitlines() if not line.startswith("Z")]

    def assert_shows_the_projects(self, text):
        self.assertRegex(text, r"mcp_[0-9a-f]{64}")
        self.assertIn('"mcpServers"', text)
        answer = text.split("list my projects")[1]
        self.assertRegex(answer, r"\b[A-Z]{2,}\b")

    def test_once(self):
        done = subprocess.run([SCRIPT, BINARIES, "--once"], env=self.environment, capture_output=True, text=True,
                              stdin=subprocess.DEVNULL, timeout=120, check=False)
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)
        self.assert_shows_the_projects(done.stdout)
        self.assertEqual(list(self.temporary.glob("fairlead-demo.*")), [])

    def test_stays_until_it_is_interrupted(self):
        output = self.temporary / "output"
        with open(output, "w", encoding="utf-8") as stream:
            demo = subprocess.Popen([SCRIPT, BINARIES], env=self.environment, stdin=subprocess.DEVNULL, stdout=stream,
                                    stderr=subprocess.STDOUT, start_new_session=True)
        self.addCleanup(demo.kill)
        wait_until("the demo stays up", lambda: "Ctrl-C" in output.read_text(encoding="utf-8") or demo.poll() is not None)
        self.assertIsNone(demo.poll(), output.read_text(encoding="utf-8"))
        self.assert_shows_the_projects(output.read_text(encoding="utf-8"))
        os.killpg(demo.pid, signal.SIGINT)
        self.assertEqual(demo.wait(30), 130)
        self.assertEqual(self.processes_below(demo.pid), [])
        self.assertEqual(list(self.temporary.glob("fairlead-demo.*")), [])


if __name__ == "__main__":
    unittest.main()
