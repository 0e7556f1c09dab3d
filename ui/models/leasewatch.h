// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/services.h"

#include <QObject>
#include <QSet>
#include <QTimer>

namespace fairlead::leases {
struct Lease;
} // namespace fairlead::leases

namespace fairlead::ui {

/** Tells once of each lease of the user that nears its end and was not renewed. A renewal counts as
 * a new one. */
class LeaseWatch final : public QObject
{
    Q_OBJECT

public:
    explicit LeaseWatch(const Services &services, QObject *parent = nullptr);

Q_SIGNALS:
    void nearing(const fairlead::leases::Lease &lease);

private:
    void look();

    const Services &m_services;
    QSet<QString> m_told; ///< ids and times of their ends
    QTimer m_timer;
};

} // namespace fairlead::ui
