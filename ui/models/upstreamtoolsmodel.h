// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/gateway/upstreams.h"
#include "ui/services.h"

#include <QAbstractTableModel>

namespace fairlead::ui {

/**
 * The tools of one remote MCP server as rows, those first that wait for approval; reads them again
 * whenever they change. One that is in use or switched off has a tick.
 */
class UpstreamToolsModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Tool, State, Effect, ColumnCount };

    UpstreamToolsModel(const Services &services, QString connectionId, QObject *parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section,
                                      Qt::Orientation orientation,
                                      int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;
    /** Switches a tool on or off; a refusal is told by failed(). */
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;

    [[nodiscard]] const gateway::PinnedTool &tool(int row) const;
    /** -1 when there is none of this name. */
    [[nodiscard]] int rowOf(const QString &name) const;
    /** The first that waits for approval; -1 when none does. */
    [[nodiscard]] int firstWaiting() const;
    /** What a person has to read of it: what differs, or all of its definition. */
    [[nodiscard]] QString definition(int row) const;
    [[nodiscard]] const QList<gateway::RefusedTool> &refused() const { return m_view.refused; }
    /** Why the tools cannot be read; empty when they can. */
    [[nodiscard]] const QString &problem() const { return m_problem; }

    /** Lets programs use what the row shows. */
    [[nodiscard]] Result<> approve(int row);
    /** Nothing: as Fairlead judges. */
    [[nodiscard]] Result<> setEffect(int row, std::optional<tools::ToolEffect> effect);

    void reload();

Q_SIGNALS:
    void failed(const QString &message);

private:
    [[nodiscard]] QString text(const gateway::PinnedTool &tool, int column) const;

    const Services &m_services;
    const QString m_connectionId;
    gateway::UpstreamView m_view;
    QString m_problem;
};

} // namespace fairlead::ui
