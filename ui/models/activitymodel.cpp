// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/activitymodel.h"

#include "server/audit/activitylog.h"
#include "server/base/clock.h"
#include "ui/models/activitytexts.h"
#include "ui/models/servertext.h"

using namespace Qt::StringLiterals;

namespace fairlead::ui {
namespace {

constexpr int pageSize = 200;
constexpr qsizetype keptBeyondWhatWasSeen = 1000;

bool isNumber(int column)
{
    return column == ActivityModel::Duration || column == ActivityModel::Bytes;
}

} // namespace

ActivityModel::ActivityModel(const Services &services, QObject *parent)
    : QAbstractTableModel(parent)
    , m_services(services)
{
    connect(&m_services.activity, &audit::ActivityLog::stored, this, &ActivityModel::takeNew);
    reload();
}

int ActivityModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_entries.size());
}

int ActivityModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ActivityModel::data(const QModelIndex &index, int role) const
{
    const audit::ActivityEntry &row = entry(index.row());
    if (role == Qt::DisplayRole)
        return text(row, index.column());
    if (role == Qt::DecorationRole && index.column() == Outcome)
        return stateMark(outcomeMark(row));
    if (role == Qt::TextAlignmentRole && isNumber(index.column()))
        return QVariant::fromValue(Qt::Alignment(Qt::AlignRight | Qt::AlignVCenter));
    if (role == Qt::ToolTipRole && !row.detail.isEmpty())
        return serverText(row.detail).toHtmlEscaped();
    return {};
}

QVariant ActivityModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Horizontal && role == Qt::TextAlignmentRole && isNumber(section))
        return QVariant::fromValue(Qt::Alignment(Qt::AlignRight | Qt::AlignVCenter));
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Outcome:
        //: Column: how a call ended.
        return tr("Outcome");
    case Time:
        return tr("Time");
    case Client:
        //: Column: the program that called.
        return tr("Client");
    case What:
        //: Column: the tool that was called.
        return tr("Tool");
    case Connection:
        return tr("Connection");
    case Duration:
        return tr("Duration");
    case Bytes:
        //: Column: how large the answer was.
        return tr("Size");
    default:
        return {};
    }
}

bool ActivityModel::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && m_isMore;
}

void ActivityModel::fetchMore(const QModelIndex &parent)
{
    if (parent.isValid() || m_entries.isEmpty())
        return;
    const auto older = m_services.activity.reader().list(
        m_services.userId,
        m_filter,
        {.before = m_entries.last().sequence, .after = 0, .limit = pageSize});
    m_isMore = older && older->size() == pageSize;
    if (!older || older->isEmpty())
        return;
    const int rows = rowCount();
    beginInsertRows({}, rows, rows + static_cast<int>(older->size()) - 1);
    m_entries.append(*older);
    m_seen = m_entries.size();
    endInsertRows();
}

void ActivityModel::setFilter(const audit::ActivityFilter &filter)
{
    if (filter == m_filter)
        return;
    m_filter = filter;
    reload();
}

bool ActivityModel::isLogEmpty() const
{
    if (!m_entries.isEmpty())
        return false;
    const auto any = m_services.activity.reader().list(
        m_services.userId, {}, {.before = 0, .after = 0, .limit = 1});
    return any && any->isEmpty();
}

void ActivityModel::reload()
{
    beginResetModel();
    const auto entries = m_services.activity.reader().list(
        m_services.userId, m_filter, {.before = 0, .after = 0, .limit = pageSize});
    m_entries = entries.value_or(QList<audit::ActivityEntry>());
    m_problem = entries ? QString() : serverText(entries.error());
    m_newest = m_entries.isEmpty() ? 0 : m_entries.first().sequence;
    m_seen = m_entries.size();
    m_isMore = m_entries.size() == pageSize;
    endResetModel();
}

void ActivityModel::takeNew(const QList<audit::ActivityEntry> &stored)
{
    qint64 newest = 0;
    for (const audit::ActivityEntry &each : stored) {
        if (each.userId == m_services.userId)
            newest = qMax(newest, each.sequence);
    }
    if (newest <= m_newest)
        return;
    const auto entries = m_services.activity.reader().list(
        m_services.userId, m_filter, {.before = 0, .after = m_newest, .limit = pageSize});
    if (!entries)
        return;
    if (entries->size() == pageSize) {
        reload();
        return;
    }
    m_newest = newest;
    if (entries->isEmpty())
        return;
    beginInsertRows({}, 0, static_cast<int>(entries->size()) - 1);
    m_entries = *entries + m_entries;
    endInsertRows();
    removeBeyondWhatWasSeen();
}

void ActivityModel::removeBeyondWhatWasSeen()
{
    const qsizetype kept = m_seen + keptBeyondWhatWasSeen;
    if (m_entries.size() <= kept)
        return;
    beginRemoveRows({}, static_cast<int>(kept), rowCount() - 1);
    m_entries.resize(kept);
    m_isMore = true;
    endRemoveRows();
}

QString ActivityModel::text(const audit::ActivityEntry &entry, int column) const
{
    switch (column) {
    case Outcome:
        return outcomeText(entry);
    case Time:
        return timeText(entry.at, m_services.clock.now());
    case Client:
        return clientText(entry);
    case What:
        return activityText(entry);
    case Connection:
        return entry.connectionName;
    case Duration:
        return isCall(entry) ? durationText(entry.durationMs) : QString();
    case Bytes:
        return isCall(entry) ? sizeText(entry.bytes) : QString();
    default:
        return {};
    }
}

} // namespace fairlead::ui
