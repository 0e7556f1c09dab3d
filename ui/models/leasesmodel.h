// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/leases/lease.h"
#include "ui/services.h"

#include <QAbstractTableModel>
#include <QTimer>

namespace fairlead::ui {

/** The leases of the user that last, the one that ends first on top; follows them, and the time. */
class LeasesModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Holder, State, WhichServices, Until, Renewals, Key, ColumnCount };

    explicit LeasesModel(const Services &services, QObject *parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section,
                                      Qt::Orientation orientation,
                                      int role) const override;

    [[nodiscard]] const leases::Lease &lease(int row) const;
    /** -1 when there is none with this id. */
    [[nodiscard]] int rowOf(const QString &id) const;
    /** Which one ends soon, as a sentence; empty: none. */
    [[nodiscard]] QString warning() const;
    /** Why they cannot be read; empty when they can. */
    [[nodiscard]] const QString &problem() const { return m_problem; }

Q_SIGNALS:
    /** Some time has passed: the texts are others, and so may the warning be. */
    void timePassed();

private:
    void reload();
    void refreshTimes();
    [[nodiscard]] QString text(const leases::Lease &lease, int column) const;
    [[nodiscard]] QString keyName(const leases::Lease &lease) const;

    const Services &m_services;
    QList<leases::Lease> m_leases;
    QString m_problem;
    QTimer m_reloadTimer; ///< joins what happens at once
    QTimer m_clockTimer;
};

/** What its program calls itself, or the client, or the key it came with. */
[[nodiscard]] QString leaseHolderText(const leases::Lease &lease, const Services &services);
/** "Jira and Notion"; a credential of the person's own by its name. */
[[nodiscard]] QString leaseServicesText(const leases::Lease &lease, const Services &services);

} // namespace fairlead::ui
