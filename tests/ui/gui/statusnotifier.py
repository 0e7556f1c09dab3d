# SPDX-FileCopyrightText: 2026 The Fairlead authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A panel that speaks StatusNotifierItem, as those of KDE and of GNOME's extension do, without showing anything."""
import threading

import gi

gi.require_version("Gio", "2.0")
from gi.repository import Gio, GLib  # noqa: E402  pylint: disable=wrong-import-position

WATCHER = "org.kde.StatusNotifierWatcher"
ITEM = "org.kde.StatusNotifierItem"
MENU = "com.canonical.dbusmenu"

# Qt reads the properties only where they are declared.
INTERFACE = f"""
<node><interface name="{WATCHER}">
  <method name="RegisterStatusNotifierItem"><arg type="s" direction="in"/></method>
  <method name="RegisterStatusNotifierHost"><arg type="s" direction="in"/></method>
  <property name="RegisteredStatusNotifierItems" type="as" access="read"/>
  <property name="IsStatusNotifierHostRegistered" type="b" access="read"/>
  <property name="ProtocolVersion" type="i" access="read"/>
  <signal name="StatusNotifierItemRegistered"><arg type="s"/></signal>
</interface></node>"""


NOTIFICATIONS = "org.freedesktop.Notifications"
NOTIFICATIONS_INTERFACE = f"""
<node><interface name="{NOTIFICATIONS}">
  <method name="GetCapabilities"><arg type="as" direction="out"/></method>
  <method name="Notify">
    <arg type="s" direction="in"/><arg type="u" direction="in"/><arg type="s" direction="in"/>
    <arg type="s" direction="in"/><arg type="s" direction="in"/><arg type="as" direction="in"/>
    <arg type="a{{sv}}" direction="in"/><arg type="i" direction="in"/><arg type="u" direction="out"/>
  </method>
  <method name="CloseNotification"><arg type="u" direction="in"/></method>
</interface></node>"""


class Service:
    """Something on the session bus that programs call while the test does other things."""

    def __init__(self, desktop, name, path, interface):
        flags = Gio.DBusConnectionFlags
        self._bus = Gio.DBusConnection.new_for_address_sync(
            desktop.environment["DBUS_SESSION_BUS_ADDRESS"],
            flags.AUTHENTICATION_CLIENT | flags.MESSAGE_BUS_CONNECTION, None, None)
        self._bus.register_object(path, Gio.DBusNodeInfo.new_for_xml(interface).interfaces[0],
                                  self._called, self._property, None)
        # Programs wait for answers while they start, whatever the test does meanwhile.
        self._loop = GLib.MainLoop()
        self._thread = threading.Thread(target=self._loop.run, daemon=True)
        self._thread.start()
        self._call("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus", "RequestName",
                   GLib.Variant("(su)", (name, 0)))

    def close(self):
        """Leaves the bus; must come before the desktop ends."""
        self._loop.quit()
        self._thread.join()
        self._bus.close_sync(None)

    def _call(self, *to_and_arguments):
        return self._bus.call_sync(*to_and_arguments, None, Gio.DBusCallFlags.NONE, 5000, None).unpack()

    def _called(self, _bus, _sender, _path, _interface, method, arguments, invocation):
        raise NotImplementedError(method)

    def _property(self, _bus, _sender, _path, _interface, name):
        return None


class Notifications(Service):
    """A notification server that shows nothing and keeps the texts."""

    def __init__(self, desktop, capabilities):
        self.bodies = []
        self.closed = []
        self._capabilities = capabilities
        self._asked = threading.Event()
        super().__init__(desktop, NOTIFICATIONS, "/org/freedesktop/Notifications", NOTIFICATIONS_INTERFACE)

    def wait_for_question(self):
        """Until a program knows what this server can do."""
        if not self._asked.wait(20):
            raise TimeoutError("nobody has asked for the capabilities")

    def _called(self, _bus, _sender, _path, _interface, method, arguments, invocation):
        if method == "GetCapabilities":
            invocation.return_value(GLib.Variant("(as)", (self._capabilities,)))
            self._asked.set()
        elif method == "Notify":
            self.bodies.append(arguments.unpack()[4])
            invocation.return_value(GLib.Variant("(u)", (len(self.bodies),)))
        else:
            self.closed.append(arguments.unpack()[0])
            invocation.return_value(None)

    def click(self, number):
        """On one of them, by its number."""
        self._bus.emit_signal(None, "/org/freedesktop/Notifications", NOTIFICATIONS, "ActionInvoked",
                              GLib.Variant("(us)", (number, "default")))


class Panel(Service):
    """Must be there before the program is started."""

    def __init__(self, desktop):
        self._items = []
        self._changed = threading.Condition()
        super().__init__(desktop, WATCHER, "/StatusNotifierWatcher", INTERFACE)

    def wait_for_item(self):
        """Until the program has shown its icon."""
        with self._changed:
            if not self._changed.wait_for(lambda: self._items, 20):
                raise TimeoutError("waited 20 s for the item")

    def item(self, name):
        """A property of the icon: "Title", "ToolTip", "Status", "IconPixmap"."""
        return self._call(self._items[-1], "/StatusNotifierItem", "org.freedesktop.DBus.Properties", "Get",
                          GLib.Variant("(ss)", (ITEM, name)))[0]

    def activate(self):
        """A click on the icon."""
        self._call(self._items[-1], "/StatusNotifierItem", ITEM, "Activate", GLib.Variant("(ii)", (0, 0)))

    def menu(self):
        """The visible entries by label, without mnemonics: id and properties; those of submenus, too."""
        self._menu("AboutToShow", GLib.Variant("(i)", (0,)))
        _revision, root = self._menu("GetLayout", GLib.Variant("(iias)", (0, -1, [])))
        entries = {}

        def add(node):
            number, properties, children = node
            if properties.get("visible", True) and "label" in properties:
                entries[properties["label"].replace("_", "")] = (number, properties)
            for child in children:
                add(child)

        add(root)
        return entries

    def choose(self, label):
        """Clicks on the entry whose label starts so."""
        number = next(entry[0] for name, entry in self.menu().items() if name.startswith(label))
        self._menu("Event", GLib.Variant("(isvu)", (number, "clicked", GLib.Variant("i", 0), 0)))

    def _menu(self, method, arguments):
        return self._call(self._items[-1], self.item("Menu"), MENU, method, arguments)

    def _called(self, _bus, _sender, _path, _interface, method, arguments, invocation):
        if method == "RegisterStatusNotifierItem":
            with self._changed:
                self._items.append(arguments.unpack()[0])
                self._changed.notify_all()
        invocation.return_value(None)

    def _property(self, _bus, _sender, _path, _interface, name):
        if name == "RegisteredStatusNotifierItems":
            return GLib.Variant("as", self._items)
        return GLib.Variant("i", 0) if name == "ProtocolVersion" else GLib.Variant("b", True)
