// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/store/databaseaddress.h"

#include <QObject>
#include <QStringList>
#include <QThread>

#include <mutex>

namespace fairlead::store {

/**
 * What programs with this database tell each other by Database::notify(), this one included; for a
 * file nothing ever comes. It listens on a connection and in a thread of its own, so that a server
 * that is away holds up nobody, and notices within two seconds that it has come back.
 */
class Notifications final : public QObject
{
    Q_OBJECT

public:
    Notifications(const DatabaseAddress &address,
                  const QStringList &channels,
                  QObject *parent = nullptr);
    ~Notifications() override;

    /** How this program calls itself in what the database tells by itself. */
    [[nodiscard]] static QString instance();

Q_SIGNALS:
    void received(const QString &channel, const QString &payload);
    /** It listens at this moment: once a second, and not while it cannot. */
    void heard();
    /** It listens, for the first time or again: what was told before may have been missed. */
    void resumed();

private:
    class Listener;

    /** From the listener's thread. Under a lock of our own, which ThreadSanitizer sees. */
    void handOver(const QString &channel, const QString &payload);
    void takeIn();

    QThread m_thread;
    std::mutex m_toldMutex;
    QList<std::pair<QString, QString>> m_told;
};

} // namespace fairlead::store
