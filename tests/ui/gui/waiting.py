# SPDX-FileCopyrightText: 2026 The Fairlead authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Waiting for what another process does."""
import time


def until(what, condition, seconds=20):
    """The first true value of condition(); TimeoutError naming `what` when there is none in time."""
    deadline = time.monotonic() + seconds
    while True:
        try:
            value = condition()
        except Exception:  # what is not there yet may fail in any way
            value = None
            if time.monotonic() > deadline:
                raise
        if value:
            return value
        if time.monotonic() > deadline:
            raise TimeoutError(f"waited {seconds} s for {what}")
        pause()


def pause():
    """As long as nobody notices."""
    time.sleep(0.05)
