// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/tray/notificationdesk.h"

#include <QHash>

class QDBusPendingCall;

namespace fairlead::tray {

/**
 * The notification server of freedesktop.org, spoken to directly, because Qt cannot take a
 * notification back. Looks for it once, without waiting.
 *
 * A server with "body-markup" renders tags and links in a text, which a name that somebody else has
 * chosen must not have. Where Qt shows notifications itself, they are plain.
 */
class DesktopNotifications final : public ui::NotificationDesk
{
    Q_OBJECT

public:
    explicit DesktopNotifications(QObject *parent = nullptr);

    [[nodiscard]] bool show(int number, const QString &title, const QString &text) override;
    void close(int number) override;

    /** Whether what Qt shows instead renders markup. Until the desktop has answered, true: an
     * entity that is shown does less harm than a link. */
    [[nodiscard]] bool isRendered() const { return m_isRendered; }

Q_SIGNALS:
    /** isRendered() is another now. */
    void changed();

private Q_SLOTS:
    void noteAction(uint id, const QString &action);
    void noteClosed(uint id, uint reason);

private:
    void askForServer();
    void askForPanel();
    void settle(bool isRendered);
    /** Whether it was shown; one that was withdrawn meanwhile goes. */
    [[nodiscard]] bool noteShown(int number, const QDBusPendingCall &call);
    static void closeAtServer(uint id);

    bool m_hasServer = false;
    bool m_isRendered = true;
    QHash<int, uint> m_shown; ///< by our numbers: the server's, 0 until it has said it
};

} // namespace fairlead::tray
