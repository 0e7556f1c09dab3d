// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/leasesmodel.h"

#include "server/accounts/mcpkeys.h"
#include "server/base/clock.h"
#include "server/leases/leases.h"
#include "server/providers/providers.h"
#include "ui/models/servertext.h"
#include "ui/widgets/statemark.h"

#include <QLocale>

#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace fairlead::ui {
namespace {

constexpr auto clockInterval = 10s;

qint64 minutesLeft(const leases::Lease &lease, const QDateTime &now)
{
    return (now.secsTo(lease.expiresAt) + 59) / 60;
}

} // namespace

QString leaseHolderText(const leases::Lease &lease, const Services &services)
{
    if (!lease.serverId.isEmpty())
        return lease.serverId;
    if (!lease.holder.clientName.isEmpty())
        return lease.holder.clientName;
    const auto key = services.keys.find(services.userId, lease.holder.keyId);
    return key ? key->name : LeasesModel::tr("A program");
}

QString leaseServicesText(const leases::Lease &lease, const Services &services)
{
    QStringList names;
    for (const QString &type : lease.services) {
        const auto provider = services.providers.find(type);
        names += provider ? (*provider)->displayName() : type;
    }
    return QLocale().createSeparatedList(names);
}

LeasesModel::LeasesModel(const Services &services, QObject *parent)
    : QAbstractTableModel(parent)
    , m_services(services)
{
    m_reloadTimer.setSingleShot(true);
    m_reloadTimer.setInterval(0);
    connect(&m_reloadTimer, &QTimer::timeout, this, &LeasesModel::reload);
    const auto reloadSoon = [this] { m_reloadTimer.start(); };
    connect(&m_services.leases, &leases::Leases::taken, this, reloadSoon);
    connect(&m_services.leases, &leases::Leases::renewed, this, reloadSoon);
    connect(&m_services.leases, &leases::Leases::ended, this, reloadSoon);
    connect(&m_services.keys, &accounts::McpKeys::changed, this, reloadSoon);
    m_clockTimer.setInterval(clockInterval);
    connect(&m_clockTimer, &QTimer::timeout, this, &LeasesModel::refreshTimes);
    reload();
}

int LeasesModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_leases.size());
}

int LeasesModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant LeasesModel::data(const QModelIndex &index, int role) const
{
    const leases::Lease &row = lease(index.row());
    if (role == Qt::DisplayRole)
        return text(row, index.column());
    if (role == Qt::DecorationRole && index.column() == State)
        return stateMark(row.isNearItsEnd(m_services.clock.now()) ? StateMark::Warning
                                                                  : StateMark::Good);
    return {};
}

QVariant LeasesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Holder:
        //: Column: the program that holds credentials.
        return tr("Program");
    case State:
        return tr("State");
    case WhichServices:
        return tr("Services");
    case Until:
        //: Column: when a lease ends.
        return tr("Until");
    case Renewals:
        //: Column: how often a lease was renewed.
        return tr("Renewed");
    case Key:
        //: Column: the name of the key that a program uses.
        return tr("Key");
    default:
        return {};
    }
}

const leases::Lease &LeasesModel::lease(int row) const
{
    return m_leases.at(row);
}

int LeasesModel::rowOf(const QString &id) const
{
    for (int row = 0; row < m_leases.size(); ++row) {
        if (m_leases.at(row).id == id)
            return row;
    }
    return -1;
}

QString LeasesModel::warning() const
{
    const QDateTime now = m_services.clock.now();
    for (const leases::Lease &lease : m_leases) {
        if (!lease.isNearItsEnd(now))
            continue;
        const QString holder = leaseHolderText(lease, m_services);
        const QString minutes = QLocale().toString(minutesLeft(lease, now));
        if (!lease.isRenewable(now))
            //: %1 is a program, %2 a number of minutes.
            return tr("%1 loses its credentials in %2 min: its lease cannot be renewed any more. "
                      "It has to take a new one.")
                .arg(holder, minutes);
        //: %1 is a program, %2 a number of minutes.
        return tr("%1 loses its credentials in %2 min, unless it renews its lease.")
            .arg(holder, minutes);
    }
    return {};
}

void LeasesModel::reload()
{
    beginResetModel();
    const auto all = m_services.leases.list(m_services.userId);
    m_leases = all.value_or(QList<leases::Lease>());
    const QDateTime now = m_services.clock.now();
    m_leases.removeIf([&now](const leases::Lease &each) { return each.isOver(now); });
    m_problem = all ? QString() : serverText(all.error());
    endResetModel();
    if (m_leases.isEmpty())
        m_clockTimer.stop();
    else
        m_clockTimer.start();
}

void LeasesModel::refreshTimes()
{
    if (!m_leases.isEmpty())
        Q_EMIT dataChanged(index(0, State), index(rowCount() - 1, Until));
    Q_EMIT timePassed();
}

QString LeasesModel::text(const leases::Lease &lease, int column) const
{
    const QDateTime now = m_services.clock.now();
    switch (column) {
    case Holder:
        return leaseHolderText(lease, m_services);
    case State:
        //: Of a lease that has a few minutes left; of one that lasts.
        return lease.isNearItsEnd(now) ? tr("Ends soon") : tr("Active");
    case WhichServices:
        return leaseServicesText(lease, m_services);
    case Until: {
        const QString time =
            QLocale().toString(lease.expiresAt.toLocalTime().time(), QLocale::ShortFormat);
        //: When a lease ends: %1 is a time of day, %2 is how many minutes are left.
        return tr("%1, in %2 min").arg(time, QLocale().toString(minutesLeft(lease, now)));
    }
    case Renewals:
        //: How often a lease was renewed: %1 times of at most %2.
        return tr("%1 of %2").arg(lease.renewals).arg(leases::mostRenewals);
    case Key:
        return keyName(lease);
    default:
        return {};
    }
}

QString LeasesModel::keyName(const leases::Lease &lease) const
{
    if (lease.holder.keyId.isEmpty())
        //: Instead of the name of a key: what was asked for with the rights of the person.
        return tr("None: you yourself");
    const auto key = m_services.keys.find(m_services.userId, lease.holder.keyId);
    return key ? key->name : lease.holder.keyPrefix + u'…';
}

} // namespace fairlead::ui
