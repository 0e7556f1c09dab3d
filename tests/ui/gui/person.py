# SPDX-FileCopyrightText: 2026 The Fairlead authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A person with a mouse who finds what a screen reader finds, and whose clicks are counted."""
import accessible
import keyboard
import waiting
from gi.repository import Atspi

# A picture without words is an image, or, in newer versions of Qt, a label.
MARKS = (Atspi.Role.IMAGE, Atspi.Role.ICON, Atspi.Role.LABEL)


class Person:
    """In front of one program."""

    def __init__(self, desktop, fairlead):
        self.desktop = desktop
        self.window = accessible.Application(fairlead.process)
        self.clicks = 0
        self.texts = 0

    def click(self, name):
        """Clicks on the middle of this button, once it is there and can be pressed."""
        button = self.window.find("button", name)
        waiting.until(f"“{name}” to be enabled", lambda: accessible.is_enabled(button))
        place = waiting.until(f"“{name}” to stay where it is", lambda: resting_place(button))
        keyboard.click(self.desktop, place, 1)
        self.clicks += 1

    def write(self, text, *keys):
        """Types into whatever has the focus, and then presses these keys."""
        keyboard.write(self.desktop, text)
        keyboard.press(self.desktop, *keys)
        self.texts += 1

    def sees(self, name, seconds=20):
        """Waits for a label that starts so; its whole text."""
        return self.window.find("label", name, seconds).get_name()

    def count(self, name):
        """How many marks say exactly this."""
        return sum(1 for node in self.window.all() if node.get_role() in MARKS and node.get_name() == name)


def resting_place(node):
    """The middle of a node on the screen, or None while a new layout still moves it."""
    def middle():
        box = Atspi.Component.get_extents(node, Atspi.CoordType.SCREEN)
        return box.x + box.width // 2, box.y + box.height // 2

    first = middle()
    waiting.pause()
    return first if first == middle() else None
