// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/connections/connection.h"
#include "ui/services.h"

#include <QAbstractTableModel>

namespace fairlead::ui {

/** The user's connections as rows; reads them again whenever they change. */
class ConnectionsModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Name, Service, Account, State, LastUsed, ColumnCount };

    explicit ConnectionsModel(const Services &services, QObject *parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section,
                                      Qt::Orientation orientation,
                                      int role) const override;

    [[nodiscard]] const connections::Connection &connection(int row) const;
    /** -1 when there is none with this id. */
    [[nodiscard]] int rowOf(const QString &id) const;
    /** Why the connections cannot be read; empty when they can. */
    [[nodiscard]] const QString &problem() const { return m_problem; }

    /** Reads them again: the times of last use change without a signal. */
    void reload();

private:
    [[nodiscard]] QString text(const connections::Connection &connection, int column) const;
    /** Whether it needs nobody. */
    [[nodiscard]] bool isWell(const connections::Connection &connection) const;
    [[nodiscard]] QString serviceName(const QString &type) const;

    const Services &m_services;
    QList<connections::Connection> m_connections;
    QString m_problem;
};

} // namespace fairlead::ui
