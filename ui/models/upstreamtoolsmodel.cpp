// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/upstreamtoolsmodel.h"

#include "server/gateway/definitiontext.h"
#include "ui/models/servertext.h"
#include "ui/models/upstreamtexts.h"
#include "ui/widgets/statemark.h"

#include <algorithm>

namespace fairlead::ui {
namespace {

using gateway::PinnedTool;

StateMark markOf(const PinnedTool &tool)
{
    if (isWaiting(tool))
        return StateMark::Warning;
    return tool.state() == PinnedTool::State::Approved && tool.isOn ? StateMark::Good
                                                                    : StateMark::Off;
}

/** Where a tool stands: what waits on top, what is gone at the end. */
int rank(const PinnedTool &tool)
{
    if (isWaiting(tool))
        return 0;
    return tool.state() == PinnedTool::State::Gone ? 2 : 1;
}

} // namespace

UpstreamToolsModel::UpstreamToolsModel(const Services &services,
                                       QString connectionId,
                                       QObject *parent)
    : QAbstractTableModel(parent)
    , m_services(services)
    , m_connectionId(std::move(connectionId))
{
    // Queued: a tick is set inside setData(), where the view still holds an index of this model.
    connect(&m_services.upstreams,
            &gateway::Upstreams::toolsChanged,
            this,
            &UpstreamToolsModel::reload,
            Qt::QueuedConnection);
    connect(&m_services.upstreams,
            &gateway::Upstreams::waitingChanged,
            this,
            &UpstreamToolsModel::reload,
            Qt::QueuedConnection);
    reload();
}

int UpstreamToolsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_view.tools.size());
}

int UpstreamToolsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant UpstreamToolsModel::data(const QModelIndex &index, int role) const
{
    const PinnedTool &row = tool(index.row());
    const int column = index.column();
    if (role == Qt::DisplayRole)
        return text(row, column);
    if (role == Qt::DecorationRole && column == State)
        return stateMark(markOf(row));
    if (role == Qt::CheckStateRole && column == Tool && row.state() == PinnedTool::State::Approved)
        return row.isOn ? Qt::Checked : Qt::Unchecked;
    return {};
}

QVariant UpstreamToolsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Tool:
        return tr("Tool");
    case State:
        return tr("State");
    case Effect:
        //: Column: whether a tool reads, writes or deletes.
        return tr("What it does");
    default:
        return {};
    }
}

Qt::ItemFlags UpstreamToolsModel::flags(const QModelIndex &index) const
{
    const auto flags = QAbstractTableModel::flags(index);
    const bool hasTick =
        index.column() == Tool && tool(index.row()).state() == PinnedTool::State::Approved;
    return hasTick ? flags | Qt::ItemIsUserCheckable : flags;
}

bool UpstreamToolsModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::CheckStateRole || !flags(index).testFlag(Qt::ItemIsUserCheckable))
        return false;
    const bool isOn = value.toInt() == Qt::Checked;
    const auto done = m_services.pinnedTools.setOn(m_connectionId, tool(index.row()).name, isOn);
    if (!done) {
        Q_EMIT failed(serverText(done.error()));
        return false;
    }
    m_view.tools[index.row()].isOn = isOn;
    Q_EMIT dataChanged(index, index.siblingAtColumn(State));
    m_services.upstreams.reload(m_connectionId);
    return true;
}

const PinnedTool &UpstreamToolsModel::tool(int row) const
{
    return m_view.tools.at(row);
}

int UpstreamToolsModel::rowOf(const QString &name) const
{
    const auto found = std::ranges::find(m_view.tools, name, &PinnedTool::name);
    return found == m_view.tools.end() ? -1 : static_cast<int>(found - m_view.tools.begin());
}

int UpstreamToolsModel::firstWaiting() const
{
    return !m_view.tools.isEmpty() && isWaiting(m_view.tools.first()) ? 0 : -1;
}

QString UpstreamToolsModel::definition(int row) const
{
    const PinnedTool &shown = tool(row);
    if (shown.state() == PinnedTool::State::Changed)
        return gateway::definitionChange(shown.approved, shown.offered);
    return gateway::definitionText(shown.offered.isEmpty() ? shown.approved : shown.offered);
}

Result<> UpstreamToolsModel::approve(int row)
{
    const PinnedTool shown = tool(row);
    const auto done = m_services.pinnedTools.approve(
        m_connectionId, shown.name, gateway::fingerprint(shown.offered));
    // Also after a refusal: what is shown is not what is offered any more.
    m_services.upstreams.reload(m_connectionId);
    reload();
    return done;
}

Result<> UpstreamToolsModel::setEffect(int row, std::optional<tools::ToolEffect> effect)
{
    const QString name = tool(row).name;
    const auto done = m_services.pinnedTools.setEffect(m_connectionId, name, effect);
    if (!done)
        return done;
    m_view.tools[row].effect = effect;
    Q_EMIT dataChanged(index(row, Effect), index(row, Effect));
    m_services.upstreams.reload(m_connectionId);
    return {};
}

void UpstreamToolsModel::reload()
{
    auto view = m_services.upstreams.view(m_services.userId, m_connectionId);
    m_problem = view ? QString() : serverText(view.error());
    gateway::UpstreamView now = view ? std::move(*view) : gateway::UpstreamView();
    std::ranges::stable_sort(now.tools, {}, rank);
    const bool isSame = now.tools == m_view.tools && now.refused == m_view.refused;
    if (isSame && m_view.connection.id == now.connection.id)
        return;
    beginResetModel();
    m_view = std::move(now);
    endResetModel();
}

QString UpstreamToolsModel::text(const PinnedTool &tool, int column) const
{
    switch (column) {
    case Tool:
        return tool.name;
    case State:
        return toolStateText(tool);
    case Effect: {
        const QString effect = toolEffectText(gateway::effectOf(m_view.connection, tool));
        //: %1 is what a tool does; the person has said so, not Fairlead.
        return tool.effect ? tr("%1 (as you said)").arg(effect) : effect;
    }
    default:
        return {};
    }
}

} // namespace fairlead::ui
