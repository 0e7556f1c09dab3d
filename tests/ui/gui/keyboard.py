# SPDX-FileCopyrightText: 2026 The Fairlead authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The keyboard, the mouse and the eye of a person, through the X server."""
import waiting

ICON_SIZE = 22


def press(desktop, *keys):
    """Presses keys one after the other, such as "ctrl+3"."""
    desktop.run("xdotool", "key", "--delay", "30", *keys)


def write(desktop, text):
    """Types a text into whatever has the focus."""
    desktop.run("xdotool", "type", "--delay", "15", text)


def windows(desktop, title):
    """The visible windows with exactly this title."""
    found = desktop.run_or_nothing("xdotool", "search", "--onlyvisible", "--name", f"^{title}$")
    return found.split()


def shown(desktop):
    """Every visible window of fairlead: its id, place and size."""
    for window in desktop.run_or_nothing("xdotool", "search", "--onlyvisible", "--class",
                                         "fairlead").split():
        lines = desktop.run_or_nothing("xdotool", "getwindowgeometry", "--shell", window).splitlines()
        place = dict(line.split("=", 1) for line in lines)
        if len(place) >= 5:
            yield window, *(int(place[name]) for name in ("X", "Y", "WIDTH", "HEIGHT"))


def tray_icon(desktop):
    """The middle of Fairlead's icon in the panel."""
    def look():
        for _window, x, y, width, height in shown(desktop):
            if 0 < width <= 2 * ICON_SIZE and 0 < height <= 2 * ICON_SIZE:
                return x + width // 2, y + height // 2
        return None

    return waiting.until("the tray icon", look)


def open_menu(desktop):
    """The window of the open menu, or None."""
    for window, _x, _y, width, _height in shown(desktop):
        facts = desktop.run_or_nothing("xwininfo", "-id", window)
        # Unlike a window it is not managed; unlike the icon it is wide; unlike a notification it is no hint.
        if "Override Redirect State: yes" in facts and width > 2 * ICON_SIZE \
                and "_TOOLTIP" not in desktop.run_or_nothing("xprop", "-id", window, "_NET_WM_WINDOW_TYPE"):
            return window
    return None


def menu(desktop):
    """The same, waiting for it."""
    return waiting.until("the menu", lambda: open_menu(desktop))


def open_tray_menu(desktop):
    """Clicks until it is open: a click that comes soon after another one counts as half of a double click."""
    def look():
        if open_menu(desktop):
            return True
        click(desktop, tray_icon(desktop), 3)
        try:
            return waiting.until("the menu", lambda: open_menu(desktop), 2)
        except TimeoutError:
            return False

    return waiting.until("the menu of the tray", look)


def shown_balloon(desktop):
    """The middle of the notification that is shown, or None; a panel without notifications of its own gets Qt's."""
    for window, x, y, width, height in shown(desktop):
        if "Override Redirect State: yes" in desktop.run_or_nothing("xwininfo", "-id", window) \
                and width > 2 * ICON_SIZE:
            return x + width // 2, y + height // 2
    return None


def balloon(desktop):
    """The same, waiting for it."""
    return waiting.until("the notification", lambda: shown_balloon(desktop))


def click(desktop, place, button):
    """Clicks there with this button (1 left, 3 right)."""
    desktop.run("xdotool", "mousemove", str(place[0]), str(place[1]), "click", str(button))
