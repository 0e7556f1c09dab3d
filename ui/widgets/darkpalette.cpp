// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/darkpalette.h"

#include <array>
#include <utility>

namespace fairlead::ui {

QPalette darkPalette()
{
    using Role = QPalette::ColorRole;
    const QColor text(0xee, 0xee, 0xee);
    const QColor disabledText(0x8a, 0x8a, 0x8a);
    const std::array<std::pair<Role, QColor>, 19> colors{{
        {Role::Window, QColor(0x24, 0x26, 0x29)},
        {Role::WindowText, text},
        {Role::Base, QColor(0x1b, 0x1d, 0x20)},
        {Role::AlternateBase, QColor(0x2a, 0x2d, 0x31)},
        {Role::ToolTipBase, QColor(0x35, 0x39, 0x3e)},
        {Role::ToolTipText, text},
        {Role::PlaceholderText, QColor(0x96, 0x96, 0x96)},
        {Role::Text, text},
        {Role::Button, QColor(0x35, 0x39, 0x3e)},
        {Role::ButtonText, text},
        {Role::BrightText, Qt::white},
        {Role::Light, QColor(0x4a, 0x4f, 0x55)},
        {Role::Midlight, QColor(0x3f, 0x44, 0x49)},
        {Role::Mid, QColor(0x2e, 0x31, 0x35)},
        {Role::Dark, QColor(0x16, 0x18, 0x1a)},
        {Role::Shadow, QColor(0x0a, 0x0b, 0x0c)},
        {Role::Highlight, QColor(0x1b, 0x6f, 0x80)},
        {Role::HighlightedText, Qt::white},
        {Role::Link, QColor(0x6c, 0xc5, 0xd6)},
    }};
    QPalette palette;
    for (const auto &[role, color] : colors)
        palette.setColor(role, color);
    for (const Role role : {Role::WindowText, Role::Text, Role::ButtonText})
        palette.setColor(QPalette::Disabled, role, disabledText);
    palette.setColor(QPalette::Disabled, Role::Highlight, QColor(0x3f, 0x44, 0x49));
    return palette;
}

QPalette contrastPalette(Ground ground)
{
    using Role = QPalette::ColorRole;
    const bool dark = ground == Ground::Dark;
    const QColor back = dark ? Qt::black : Qt::white;
    const QColor text = dark ? Qt::white : Qt::black;
    const QColor disabledText = dark ? QColor(0xa8, 0xa8, 0xa8) : QColor(0x50, 0x50, 0x50);
    const QColor highlight = dark ? QColor(0xff, 0xe6, 0x00) : QColor(0x00, 0x1f, 0x8f);
    QPalette palette;
    for (const Role role : {Role::Window,
                            Role::Base,
                            Role::AlternateBase,
                            Role::ToolTipBase,
                            Role::Button,
                            Role::HighlightedText})
        palette.setColor(role, back);
    for (const Role role : {Role::WindowText,
                            Role::ToolTipText,
                            Role::Text,
                            Role::ButtonText,
                            Role::BrightText,
                            Role::Light,
                            Role::Midlight,
                            Role::Mid,
                            Role::Dark,
                            Role::Shadow})
        palette.setColor(role, text);
    palette.setColor(Role::PlaceholderText, disabledText);
    palette.setColor(Role::Highlight, highlight);
    palette.setColor(Role::Link, dark ? QColor(0x8c, 0xd0, 0xff) : highlight);
    for (const Role role : {Role::WindowText, Role::Text, Role::ButtonText})
        palette.setColor(QPalette::Disabled, role, disabledText);
    palette.setColor(QPalette::Disabled, Role::Highlight, disabledText);
    return palette;
}

bool hasHighContrast(const QPalette &palette)
{
    const int ground = palette.color(QPalette::Window).lightness();
    const int text = palette.color(QPalette::Active, QPalette::WindowText).lightness();
    return qAbs(ground - text) > 250;
}

bool isDark(const QPalette &palette)
{
    return palette.color(QPalette::Window).lightness()
        < palette.color(QPalette::WindowText).lightness();
}

} // namespace fairlead::ui
