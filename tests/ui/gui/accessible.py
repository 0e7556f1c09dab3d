# SPDX-FileCopyrightText: 2026 The Fairlead authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a screen reader sees and does, through AT-SPI."""
import os

import gi

import language
import waiting

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402  pylint: disable=wrong-import-position

ROLES = {"button": Atspi.Role.PUSH_BUTTON, "text": Atspi.Role.TEXT, "password": Atspi.Role.PASSWORD_TEXT,
         "label": Atspi.Role.LABEL, "dialog": Atspi.Role.DIALOG, "frame": Atspi.Role.FRAME,
         "list item": Atspi.Role.LIST_ITEM}


def connect(desktop):
    """Must come first: libatspi takes the bus from this process's environment, once."""
    os.environ.update({name: desktop.environment[name] for name in (
        "DISPLAY", "DBUS_SESSION_BUS_ADDRESS", "XDG_RUNTIME_DIR")})
    Atspi.init()
    Atspi.set_timeout(3000, 15000)
    Atspi.get_desktop(0).set_cache_mask(Atspi.Cache.NONE)


def plain(name):
    """A name without mnemonics."""
    return (name or "").replace("&", "")


def walk(node):
    """A node and everything below it that is showing."""
    states = node.get_state_set()
    if node.get_role() != Atspi.Role.APPLICATION and not states.contains(Atspi.StateType.SHOWING):
        return
    yield node
    # A table's cells are many and have no names that the tests ask for.
    if node.get_role() in (Atspi.Role.TABLE, Atspi.Role.TREE):
        return
    for index in range(node.get_child_count()):
        child = node.get_child_at_index(index)
        if child:
            yield from walk(child)


def steadily(look):
    """What look() finds; it looks anew where something went away meanwhile, since a window shows what changes."""
    for _ in range(9):
        try:
            return look()
        except GLib.Error:
            waiting.pause()
    return look()


class Application:
    """One program, by its process id. Asked in English, whatever language it is in."""

    def __init__(self, process, spoken=None):
        self._process = process
        self._spoken = spoken or language.Language()

    def root(self):
        """Its accessible root, or None while it has none."""
        desk = Atspi.get_desktop(0)
        for index in range(desk.get_child_count()):
            child = desk.get_child_at_index(index)
            if child and child.get_process_id() == self._process.pid:
                # What is shown changes all the time; libatspi must not answer from memory.
                child.set_cache_mask(Atspi.Cache.NONE)
                return child
        return None

    def all(self):
        """Everything that is showing."""
        root = self.root()
        return list(walk(root)) if root else []

    def look_for(self, role, name):
        """The last showing node of this role whose name starts so: dialogs come after their window."""
        beginnings = self._spoken.beginnings(name)
        found = [node for node in self.all()
                 if node.get_role() == ROLES[role] and plain(node.get_name()).startswith(beginnings)]
        return found[-1] if found else None

    def find(self, role, name, seconds=20):
        """The same, waiting for it."""
        return waiting.until(f"{role} “{name}”", lambda: self.look_for(role, name), seconds)

    def press(self, name):
        """Presses a button as a screen reader does."""
        button = self.find("button", name)
        waiting.until(f"“{name}” to be enabled", lambda: is_enabled(button))
        Atspi.Action.do_action(button, 0)

    def write(self, role, name, text):
        """Puts a text into a field."""
        field = self.find(role, name)
        if not Atspi.EditableText.set_text_contents(field, text):
            raise AssertionError(f"“{name}” takes no text")

    def read(self, role, name):
        """The text of a field."""
        field = self.find(role, name)
        return Atspi.Text.get_text(field, 0, Atspi.Text.get_character_count(field))


def is_enabled(node):
    """Whether it can be pressed."""
    return node.get_state_set().contains(Atspi.StateType.ENABLED)
