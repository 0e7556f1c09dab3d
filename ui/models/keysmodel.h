// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/accounts/mcpkeys.h"
#include "ui/services.h"

#include <QAbstractTableModel>
#include <QTimer>

namespace fairlead::ui {

/** The user's MCP keys as rows, newest first; reads them again whenever they change. */
class KeysModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Name, State, Prefix, Access, LastUsed, Created, Expires, ColumnCount };

    explicit KeysModel(const Services &services, QObject *parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section,
                                      Qt::Orientation orientation,
                                      int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;
    /** Renames the key; a refusal is told by renameFailed(). */
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;

    [[nodiscard]] const accounts::McpKey &key(int row) const;
    [[nodiscard]] bool isInForce(int row) const;
    /** -1 when there is none with this id. */
    [[nodiscard]] int rowOf(const QString &id) const;
    /** Why the keys cannot be read; empty when they can. */
    [[nodiscard]] const QString &problem() const { return m_problem; }

Q_SIGNALS:
    void renameFailed(const QString &message);

private:
    void reload();
    void refreshUses();
    [[nodiscard]] QString text(const accounts::McpKey &key, int column) const;
    [[nodiscard]] QString lastUseText(const accounts::McpKey &key) const;

    const Services &m_services;
    QList<accounts::McpKey> m_keys;
    QString m_problem;
    QTimer m_useTimer; ///< joins many calls of clients into one refresh
};

} // namespace fairlead::ui
