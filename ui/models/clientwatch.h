// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/services.h"

#include <QObject>
#include <QSet>
#include <QTimer>

namespace fairlead::ui {

/**
 * Tells when a key is used for the first time ever: the person wants to know who that is. Keys that
 * a program makes for one moment and forgets again are not told of.
 */
class ClientWatch final : public QObject
{
    Q_OBJECT

public:
    explicit ClientWatch(const Services &services, QObject *parent = nullptr);

Q_SIGNALS:
    /** `client` is what the client calls itself; empty when it does not say. */
    void appeared(const QString &keyName, const QString &client);

private:
    void noteUse(const QString &keyId);
    void look();

    const Services &m_services;
    QSet<QString> m_known; ///< ids of the keys that have been used
    QStringList m_new; ///< ids of those that have just been used first
    QTimer m_timer; ///< gives a passing key the time to go
};

} // namespace fairlead::ui
