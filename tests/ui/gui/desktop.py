# SPDX-FileCopyrightText: 2026 The Fairlead authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A desktop without a screen: an X server, a session bus, a window manager, and a panel with a tray."""
import contextlib
import os
import pathlib
import shutil
import signal
import subprocess
import sys
import tempfile

import waiting

HERE = pathlib.Path(__file__).resolve().parent
MISSING_XVFB = 77  # ctest counts this exit code as skipped

# Small and without anything that moves, so that pictures are the same each time.
PANEL = """
rounded = 0
border_width = 0
background_color = {background} 100
panel_items = S
panel_position = bottom right horizontal
panel_size = 160 32
panel_margin = 0 0
systray_padding = 4 2 4
systray_icon_size = 22
panel_background_id = 1
"""


class Desktop:
    """Starts on entering, ends all that it started on leaving. Its `environment` is for programs."""

    def __init__(self, size="1280x900", dark=False, contrast=False, panel=True):
        self.size = size
        self.dark = dark
        self.contrast = contrast
        self.panel = panel
        self.folder = None
        self.environment = dict(os.environ)
        self._stack = contextlib.ExitStack()

    def __enter__(self):
        with self._stack as stack:
            self.folder = pathlib.Path(
                stack.enter_context(tempfile.TemporaryDirectory(prefix="fairlead-desktop-")))
            self._start_display()
            self._start_bus()
            self._start_portal()
            self._start_windows()
            self._stack = stack.pop_all()
        return self

    def __exit__(self, *exception):
        self._stack.close()

    def start(self, *command, **options):
        """Starts a program on this desktop; it is ended with the desktop."""
        options.setdefault("env", self.environment)
        options.setdefault("stdout", subprocess.DEVNULL)
        options.setdefault("stderr", subprocess.DEVNULL)
        process = subprocess.Popen(command, **options)
        self._stack.callback(end, process)
        return process

    def run(self, *command):
        """Runs a short command on this desktop; its standard output."""
        return subprocess.run(command, env=self.environment, check=True, timeout=30,
                              stdout=subprocess.PIPE, text=True).stdout.strip()

    def run_or_nothing(self, *command):
        """The same for a search, which fails when it finds nothing."""
        return subprocess.run(command, env=self.environment, check=False, timeout=30, text=True,
                              stdout=subprocess.PIPE, stderr=subprocess.DEVNULL).stdout.strip()

    def _start_display(self):
        reader, writer = os.pipe()
        # Without -noreset the display starts anew when its only program ends: a look at whether
        # the window manager is there yet is such a one, and the window manager ends with it.
        self.start("Xvfb", "-displayfd", str(writer), "-screen", "0", self.size + "x24",
                   "-nolisten", "tcp", "-noreset", pass_fds=[writer])
        os.close(writer)
        with os.fdopen(reader) as answer:
            number = answer.readline().strip()
        if not number:
            raise RuntimeError("Xvfb did not start")
        self.environment["DISPLAY"] = ":" + number

    def _start_bus(self):
        runtime = self.folder / "runtime"
        runtime.mkdir(mode=0o700)
        home = self.folder / "home"
        home.mkdir()
        for name in ("WAYLAND_DISPLAY", "AT_SPI_BUS_ADDRESS", "QT_QPA_PLATFORM", "QT_SCALE_FACTOR",
                     "XDG_CURRENT_DESKTOP"):
            self.environment.pop(name, None)
        self.environment.update(
            HOME=str(home), XDG_RUNTIME_DIR=str(runtime), XDG_CONFIG_HOME=str(home / "config"),
            XDG_DATA_HOME=str(home / "data"), XDG_CACHE_HOME=str(home / "cache"),
            LC_ALL="C.UTF-8", QT_LINUX_ACCESSIBILITY_ALWAYS_ON="1")
        bus = self.start("dbus-daemon", "--session", "--nofork", "--print-address",
                         stdout=subprocess.PIPE, text=True)
        self.environment["DBUS_SESSION_BUS_ADDRESS"] = bus.stdout.readline().strip()

    def _start_portal(self):
        portal = self.start(sys.executable, "-B", str(HERE / "settingsportal.py"),
                            "dark" if self.dark else "light", "contrast" if self.contrast else "", stdout=subprocess.PIPE, text=True)
        if portal.stdout.readline().strip() != "ready":
            raise RuntimeError("the settings portal did not start")

    def _start_windows(self):
        self.start("openbox", "--sm-disable")
        waiting.until("the window manager", lambda: "0x" in self.run(
            "xprop", "-root", "_NET_SUPPORTING_WM_CHECK"))
        if not self.panel:
            return
        configuration = self.folder / "tint2rc"
        background = "#202020" if self.dark else "#f0f0f0"
        configuration.write_text(
            PANEL.format(background=background), encoding="utf-8")
        self.start("tint2", "-c", str(configuration))
        waiting.until("the panel", lambda: self.run("xdotool", "search", "--class", "tint2"))


def end(process):
    """Asks a process to end, and makes it."""
    if process.poll() is None:
        process.send_signal(signal.SIGTERM)
        try:
            process.wait(5)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
    if process.stdout:
        process.stdout.close()


def skip_without_display_server():
    """Ends this test as skipped where there is no Xvfb, and only there."""
    if not shutil.which("Xvfb"):
        print("Xvfb is not installed.")
        sys.exit(MISSING_XVFB)


def run_python(*arguments):
    """Runs a script with this very Python, and fails when it fails."""
    subprocess.run([sys.executable, "-B", *arguments], check=True, timeout=300)
