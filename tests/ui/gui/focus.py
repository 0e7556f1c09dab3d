# SPDX-FileCopyrightText: 2026 The Fairlead authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the keyboard can reach, and what a screen reader says of it."""
import accessible
import keyboard
import waiting
from gi.repository import Atspi

# Their owner takes the focus, and the arrow keys go among them; a cell is known by its row and column.
PARTS = (Atspi.Role.LIST_ITEM, Atspi.Role.TABLE_CELL, Atspi.Role.TREE_ITEM, Atspi.Role.TABLE_COLUMN_HEADER,
         Atspi.Role.MENU_ITEM)
WITHOUT_MEANING = (Atspi.Role.UNKNOWN, Atspi.Role.INVALID, Atspi.Role.REDUNDANT_OBJECT)


def has(node, state):
    """Whether it is so."""
    return node.get_state_set().contains(state)


def identity(node):
    """Of the same control always the same: two asks for it may give two objects."""
    return node.path


def describe(node):
    """For a failed test."""
    return f"{node.get_role_name()} “{accessible.plain(node.get_name())}”"


def is_stop(node):
    """Whether Tab stops here: of radio buttons only at the chosen one, of a box to type in at its text."""
    if node.get_role() in PARTS or not has(node, Atspi.StateType.FOCUSABLE) \
            or not has(node, Atspi.StateType.ENABLED):
        return False
    if node.get_role() == Atspi.Role.COMBO_BOX:
        parts = (node.get_child_at_index(index) for index in range(node.get_child_count()))
        return not any(part and part.get_role() == Atspi.Role.TEXT for part in parts)
    return node.get_role() != Atspi.Role.RADIO_BUTTON or has(node, Atspi.StateType.CHECKED)


def window_of(application, title):
    """The window or dialog with this title; the newest, when there are several."""
    root = application.root()
    found = [root.get_child_at_index(index) for index in range(root.get_child_count())]
    found = [window for window in found
             if window and window.get_name().startswith(title) and has(window, Atspi.StateType.SHOWING)]
    return found[-1] if found else None


def controls(window):
    """Everything in a window that the person can do something with."""
    return [node for node in accessible.walk(window)
            if node.get_role() not in PARTS and node != window and has(node, Atspi.StateType.FOCUSABLE)]


def faults(window):
    """What a screen reader could not say, a line each."""
    for node in controls(window):
        if node.get_role() in WITHOUT_MEANING:
            yield f"has no role: {describe(node)}, in {describe(node.get_parent())}"
        elif not (node.get_name() or "").strip() and not is_text(node):
            yield f"has no name: {describe(node)}, in {describe(node.get_parent())}"


def is_text(node):
    """A sentence that can be selected says itself."""
    return node.get_role() == Atspi.Role.LABEL


def focused(nodes):
    """Of these controls the one that has the keyboard, or None. What contains it may say that it has the focus, too."""
    found = [node for node in nodes if has(node, Atspi.StateType.FOCUSED)]
    return found[-1] if found else None


def reached_by_tab(desktop, window):
    """Every control that Tab reaches before it comes round, by its identity; fails where it stays."""
    nodes = waiting.until("the window to be at rest", lambda: controls_at_rest(window))
    last = focused(nodes)
    order = {}
    while identity(last) not in order:
        order[identity(last)] = last
        keyboard.press(desktop, "Tab")
        try:
            last = waiting.until(f"Tab to leave {describe(last)}", lambda: moved_from(nodes, last), 5)
        except TimeoutError:
            # Where there is nothing else, that is as it should be.
            if all(is_text(node) or identity(node) in order for node in nodes if is_stop(node)):
                return order
            raise
    return order


def controls_at_rest(window):
    """Its controls, once they are the same twice and one has the keyboard."""
    before = [identity(node) for node in controls(window)]
    nodes = controls(window)
    return nodes if focused(nodes) and before == [identity(node) for node in nodes] else None


def moved_from(nodes, last):
    """Where the focus is now, once it is elsewhere."""
    now = focused(nodes)
    return now if now and identity(now) != identity(last) else None
