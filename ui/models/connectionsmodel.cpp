// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/connectionsmodel.h"

#include "server/base/clock.h"
#include "server/connections/connections.h"
#include "server/gateway/upstreams.h"
#include "server/providers/providers.h"
#include "server/providers/sampledata.h"
#include "ui/models/servertext.h"
#include "ui/models/texts.h"
#include "ui/widgets/statemark.h"

namespace fairlead::ui {

ConnectionsModel::ConnectionsModel(const Services &services, QObject *parent)
    : QAbstractTableModel(parent)
    , m_services(services)
{
    connect(&m_services.connections,
            &connections::Connections::changed,
            this,
            &ConnectionsModel::reload);
    connect(&m_services.upstreams,
            &gateway::Upstreams::waitingChanged,
            this,
            &ConnectionsModel::reload);
    connect(
        &m_services.upstreams, &gateway::Upstreams::toolsChanged, this, &ConnectionsModel::reload);
    reload();
}

int ConnectionsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_connections.size());
}

int ConnectionsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ConnectionsModel::data(const QModelIndex &index, int role) const
{
    const auto &row = connection(index.row());
    if (role == Qt::DisplayRole)
        return text(row, index.column());
    if (role == Qt::DecorationRole && index.column() == State)
        return stateMark(isWell(row) ? StateMark::Good : StateMark::Warning);
    if (role == Qt::ToolTipRole && index.column() == State)
        return serverText(row.lastError);
    return {};
}

QVariant ConnectionsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Name:
        //: Column: the address of the connected site.
        return tr("Site");
    case Service:
        //: Column: Jira, Notion, …
        return tr("Service");
    case Account:
        return tr("Account");
    case State:
        return tr("State");
    case LastUsed:
        return tr("Last used");
    default:
        return {};
    }
}

const connections::Connection &ConnectionsModel::connection(int row) const
{
    return m_connections.at(row);
}

int ConnectionsModel::rowOf(const QString &id) const
{
    for (int row = 0; row < m_connections.size(); ++row) {
        if (m_connections.at(row).id == id)
            return row;
    }
    return -1;
}

void ConnectionsModel::reload()
{
    beginResetModel();
    const auto list = m_services.connections.list(m_services.userId);
    m_connections = list.value_or(QList<connections::Connection>());
    m_problem = list ? QString() : serverText(list.error());
    endResetModel();
}

bool ConnectionsModel::isWell(const connections::Connection &connection) const
{
    const auto glance = m_services.upstreams.glance(connection.id);
    return connection.state == connections::ConnectionState::Connected
        && (!glance || glance->waiting == 0);
}

QString ConnectionsModel::text(const connections::Connection &connection, int column) const
{
    switch (column) {
    case Name:
        return m_services.sampleData.isSample(connection)
            //: %1 is the name of a site.
            ? tr("%1 (sample data)").arg(connection.name)
            : connection.name;
    case Service:
        return serviceName(connection.provider);
    case Account:
        return connection.account;
    case State:
        return connection.state == connections::ConnectionState::Connected && !isWell(connection)
            //: The state of a remote server: some of its tools are hidden until somebody approves
            //: them.
            ? tr("Tools to approve")
            : connectionStateText(connection.state);
    case LastUsed:
        return connection.lastUsedAt.isValid()
            ? pastTimeText(connection.lastUsedAt, m_services.clock.now())
            //: A connection or key that nobody has used yet.
            : tr("Never");
    default:
        return {};
    }
}

QString ConnectionsModel::serviceName(const QString &type) const
{
    const auto provider = m_services.providers.find(type);
    return provider ? serverText((*provider)->displayName()) : type;
}

} // namespace fairlead::ui
