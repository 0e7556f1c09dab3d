#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Fairlead authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""desktop_files.py CMAKE BUILD: installs what a desktop needs into a throw-away folder, and judges it as a desktop would."""
import configparser
import pathlib
import shutil
import subprocess
import sys
import tempfile
import unittest

CMAKE, BUILD = sys.argv[1:3]


class DesktopFiles(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.prefix = pathlib.Path(tempfile.mkdtemp(prefix="fairlead-install-"))
        cls.addClassCleanup(shutil.rmtree, cls.prefix)
        subprocess.run([CMAKE, "--install", BUILD, "--prefix", cls.prefix, "--component", "desktop"],
                       check=True, stdout=subprocess.DEVNULL)
        cls.file = cls.prefix / "share/applications/fairlead.desktop"
        parser = configparser.ConfigParser(interpolation=None)
        parser.optionxform = str
        parser.read(cls.file, encoding="utf-8")
        cls.entry = dict(parser["Desktop Entry"])

    def test_is_valid(self):
        validate = shutil.which("desktop-file-validate")
        if not validate:
            self.skipTest("desktop-file-utils is not installed")
        done = subprocess.run([validate, self.file], capture_output=True, text=True, check=False)
        self.assertEqual((done.returncode, done.stdout), (0, ""))

    def test_opens_links_of_ours_and_nothing_else(self):
        self.assertEqual(self.entry["MimeType"], "x-scheme-handler/fairlead;")
        self.assertEqual(self.entry["Exec"], "fairlead %u")
        self.assertEqual(self.entry["TryExec"], "fairlead")

    def test_has_its_icon(self):
        theme = self.prefix / "share/icons/hicolor"
        name = self.entry["Icon"]
        self.assertIn(b"<svg", (theme / "scalable/apps" / (name + ".svg")).read_bytes()[:500])
        picture = (theme / "512x512/apps" / (name + ".png")).read_bytes()
        self.assertEqual((picture[:4], picture[16:24]), (b"\x89PNG", (512).to_bytes(4, "big") * 2))

    def test_installs_nothing_else(self):
        files = sorted(str(path.relative_to(self.prefix)) for path in self.prefix.rglob("*") if path.is_file())
        self.assertEqual(files, ["share/applications/fairlead.desktop",
                                 "share/icons/hicolor/512x512/apps/fairlead.png",
                                 "share/icons/hicolor/scalable/apps/fairlead.svg"])


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
