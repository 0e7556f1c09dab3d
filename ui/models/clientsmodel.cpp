// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/clientsmodel.h"

#include "server/base/clock.h"
#include "ui/models/servertext.h"
#include "ui/models/texts.h"
#include "ui/widgets/statemark.h"

#include <QCoreApplication>
#include <QDir>

namespace fairlead::ui {
namespace {

using clients::ClientState;

StateMark markOf(ClientState state)
{
    switch (state) {
    case ClientState::Connected:
        return StateMark::Good;
    case ClientState::OldAddress:
    case ClientState::KeyRefused:
    case ClientState::ChangedByHand:
        return StateMark::Warning;
    case ClientState::Unreadable:
        return StateMark::Failure;
    case ClientState::CopyOnly:
        return StateMark::Information;
    case ClientState::NotInstalled:
    case ClientState::NotConnected:
    case ClientState::SwitchedOff:
        break;
    }
    return StateMark::Off;
}

/** Words outside of a class, in a context of their own. */
QString words(const char *text)
{
    return QCoreApplication::translate("Clients", text);
}

} // namespace

ClientsModel::ClientsModel(const Services &services, QObject *parent)
    : QAbstractTableModel(parent)
    , m_services(services)
{
    connect(&m_services.keys, &accounts::McpKeys::used, this, &ClientsModel::refreshCalls);
}

int ClientsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_clients.size());
}

int ClientsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ClientsModel::data(const QModelIndex &index, int role) const
{
    const auto &row = client(index.row());
    if (role == Qt::DecorationRole && index.column() == State)
        return stateMark(markOf(row.state));
    if (role == Qt::ToolTipRole && !row.file.isEmpty())
        return QDir::toNativeSeparators(row.file);
    if (role != Qt::DisplayRole)
        return {};
    switch (index.column()) {
    case Name:
        return row.name;
    case State:
        return clientStateText(row.state);
    case LastCall:
        if (row.keyId.isEmpty())
            return {};
        //: A program that has not called Fairlead.
        return row.lastUsedAt.isValid() ? pastTimeText(row.lastUsedAt, m_services.clock.now())
                                        : tr("Never");
    default:
        return {};
    }
}

QVariant ClientsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Name:
        return tr("Program");
    case State:
        return tr("State");
    case LastCall:
        return tr("Last call");
    default:
        return {};
    }
}

void ClientsModel::reload()
{
    beginResetModel();
    m_clients.clear();
    const auto all = m_services.clientConnections.list();
    for (const clients::ClientStatus &status : all) {
        if (status.state != ClientState::NotInstalled)
            m_clients.append(status);
    }
    endResetModel();
}

const clients::ClientStatus &ClientsModel::client(int row) const
{
    return m_clients.at(row);
}

int ClientsModel::rowOf(const QString &id) const
{
    for (int row = 0; row < m_clients.size(); ++row) {
        if (m_clients.at(row).id == id)
            return row;
    }
    return -1;
}

void ClientsModel::refreshCalls()
{
    for (int row = 0; row < m_clients.size(); ++row) {
        clients::ClientStatus &status = m_clients[row];
        const auto key = m_services.keys.find(m_services.userId, status.keyId);
        if (!key || key->lastUsedAt == status.lastUsedAt)
            continue;
        status.lastUsedAt = key->lastUsedAt;
        Q_EMIT dataChanged(index(row, 0), index(row, ColumnCount - 1));
    }
}

QString clientStateText(ClientState state)
{
    switch (state) {
    case ClientState::NotInstalled:
        return words(QT_TRANSLATE_NOOP("Clients", "Not installed"));
    case ClientState::NotConnected:
        return words(QT_TRANSLATE_NOOP("Clients", "Not connected"));
    case ClientState::Connected:
        return words(QT_TRANSLATE_NOOP("Clients", "Connected"));
    case ClientState::OldAddress:
        return words(QT_TRANSLATE_NOOP("Clients", "Old address"));
    case ClientState::KeyRefused:
        return words(QT_TRANSLATE_NOOP("Clients", "Key not valid"));
    case ClientState::SwitchedOff:
        return words(QT_TRANSLATE_NOOP("Clients", "Switched off there"));
    case ClientState::ChangedByHand:
        return words(QT_TRANSLATE_NOOP("Clients", "Changed by hand"));
    case ClientState::Unreadable:
        return words(QT_TRANSLATE_NOOP("Clients", "Cannot be read"));
    case ClientState::CopyOnly:
        return words(QT_TRANSLATE_NOOP("Clients", "By copying"));
    }
    return {};
}

QString clientAdvice(const clients::ClientStatus &status)
{
    switch (status.state) {
    case ClientState::NotInstalled:
        break;
    case ClientState::NotConnected:
        return words(QT_TRANSLATE_NOOP(
                         "Clients",
                         "%1 does not know Fairlead yet. Add it, and %1 gets a key of its own."))
            .arg(status.name);
    case ClientState::Connected:
        if (status.lastUsedAt.isValid())
            return words(QT_TRANSLATE_NOOP("Clients", "%1 is connected.")).arg(status.name);
        return words(QT_TRANSLATE_NOOP("Clients",
                                       "%1 is set up and has not called yet. Restart it if it does "
                                       "not show Fairlead."))
            .arg(status.name);
    case ClientState::OldAddress:
        return words(QT_TRANSLATE_NOOP("Clients",
                                       "%1 looks for Fairlead where it is not any more. Update its "
                                       "entry."))
            .arg(status.name);
    case ClientState::KeyRefused:
        return words(QT_TRANSLATE_NOOP("Clients",
                                       "%1 is refused, because its key was revoked, has expired or "
                                       "is not known. Update its entry to give it a new one."))
            .arg(status.name);
    case ClientState::SwitchedOff:
        return words(QT_TRANSLATE_NOOP("Clients",
                                       "Fairlead is switched off in %1. Switch it on there."))
            .arg(status.name);
    case ClientState::ChangedByHand:
        return words(QT_TRANSLATE_NOOP("Clients",
                                       "The entry “fairlead” of %1 is not what Fairlead wrote. "
                                       "Update it to make it Fairlead's again, or leave it."))
            .arg(status.name);
    case ClientState::CopyOnly:
        return words(QT_TRANSLATE_NOOP("Clients",
                                       "%1 lets no other program add a server. Copy the "
                                       "configuration and paste it there (Settings, Tools, AI "
                                       "Assistant, MCP)."))
            .arg(status.name);
    case ClientState::Unreadable:
        break;
    }
    return serverText(status.sentence);
}

} // namespace fairlead::ui
