// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/clients/connect/clientconnections.h"
#include "ui/services.h"

#include <QAbstractTableModel>

namespace fairlead::ui {

/** The programs that were found on this computer, as rows. Reads their files in reload() alone:
 * looking into other programs' folders is something that a person must have asked for. */
class ClientsModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Name, State, LastCall, ColumnCount };

    explicit ClientsModel(const Services &services, QObject *parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section,
                                      Qt::Orientation orientation,
                                      int role) const override;

    void reload();
    [[nodiscard]] const clients::ClientStatus &client(int row) const;
    /** -1 when there is none with this id. */
    [[nodiscard]] int rowOf(const QString &id) const;

private:
    void refreshCalls();

    const Services &m_services;
    QList<clients::ClientStatus> m_clients;
};

/** Two or three words for a state. */
[[nodiscard]] QString clientStateText(clients::ClientState state);
/** What the state means for the person, and what to do about it. */
[[nodiscard]] QString clientAdvice(const clients::ClientStatus &status);

} // namespace fairlead::ui
