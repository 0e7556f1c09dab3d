// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace fairlead::tray {

/**
 * Finds out how this desktop takes the text of a notification: a server of freedesktop.org with
 * "body-markup" renders tags and links in it, which a name that somebody else has chosen must not
 * have. Where Qt shows notifications itself, they are plain. Asks once, without waiting.
 */
class NotificationMarkup final : public QObject
{
    Q_OBJECT

public:
    explicit NotificationMarkup(QObject *parent = nullptr);

    /** Until the desktop has answered, true: an entity that is shown does less harm than a link. */
    [[nodiscard]] bool isRendered() const { return m_isRendered; }

Q_SIGNALS:
    void changed();

private:
    void askForPanel();
    void askForServer();
    void settle(bool isRendered);

    bool m_isRendered = true;
};

} // namespace fairlead::tray
