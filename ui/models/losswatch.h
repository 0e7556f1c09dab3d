// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/services.h"

#include <QObject>
#include <QSet>
#include <QTimer>

namespace fairlead::ui {

/**
 * Tells, once for each time that it happens, that connections have begun to need a sign-in. What
 * needed one already when the program started is not news: icon and home page show it.
 */
class LossWatch final : public QObject
{
    Q_OBJECT

public:
    explicit LossWatch(const Services &services, QObject *parent = nullptr);

Q_SIGNALS:
    /** `names` and `ids` of all that were lost together, which is often one sign-in. */
    void lost(const QStringList &ids, const QStringList &names);

private:
    void look();

    const Services &m_services;
    QSet<QString> m_known; ///< ids of those that need a sign-in
    QTimer m_timer; ///< joins what one lost sign-in does to several connections
};

} // namespace fairlead::ui
