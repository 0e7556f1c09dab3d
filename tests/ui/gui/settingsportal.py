# SPDX-FileCopyrightText: 2026 The Fairlead authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""settingsportal.py light|dark [contrast]: answers org.freedesktop.portal.Settings as a desktop would that prefers
this."""
import sys

from gi.repository import Gio, GLib

INTERFACE = """<node><interface name='org.freedesktop.portal.Settings'>
<method name='Read'><arg type='s' direction='in'/><arg type='s' direction='in'/>
<arg type='v' direction='out'/></method>
<signal name='SettingChanged'><arg type='s'/><arg type='s'/><arg type='v'/></signal>
</interface></node>"""
PREFERENCES = {"color-scheme": 1 if "dark" in sys.argv else 2, "contrast": 1 if "contrast" in sys.argv else 0}


def on_call(_bus, _sender, _path, _interface, _method, parameters, invocation):
    """Read() wraps the value twice, as the real portal does."""
    group, key = parameters.unpack()
    if group == "org.freedesktop.appearance" and key in PREFERENCES:
        value = GLib.Variant("v", GLib.Variant("u", PREFERENCES[key]))
        invocation.return_value(GLib.Variant("(v)", (value,)))
    else:
        invocation.return_dbus_error("org.freedesktop.portal.Error.NotFound", "no such setting")


def main():
    """Serves until it is ended."""
    bus = Gio.bus_get_sync(Gio.BusType.SESSION)
    bus.register_object("/org/freedesktop/portal/desktop",
                        Gio.DBusNodeInfo.new_for_xml(INTERFACE).interfaces[0], on_call, None, None)
    Gio.bus_own_name_on_connection(bus, "org.freedesktop.portal.Desktop",
                                   Gio.BusNameOwnerFlags.NONE,
                                   lambda *_: print("ready", flush=True), None)
    GLib.MainLoop().run()


if __name__ == "__main__":
    main()
