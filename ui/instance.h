// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QUrl>

namespace fairlead::ui {

/** What the windows tell about the running server. */
struct Instance
{
    QString url; ///< "http://127.0.0.1:8080"
    QString dataFolder;
    QString version;

    /** "127.0.0.1:8080": short enough for a menu. */
    [[nodiscard]] QString address() const { return QUrl(url).authority(); }

    bool operator==(const Instance &) const = default;
};

} // namespace fairlead::ui
