// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/audit/activityentry.h"
#include "server/audit/activityfilter.h"
#include "ui/services.h"

#include <QAbstractTableModel>

namespace fairlead::ui {

/**
 * The user's activity as rows, newest first. Reads a page when the view comes to its end, so that
 * it never holds more than what a person scrolled through; new entries come on top by themselves.
 */
class ActivityModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Outcome, Time, Client, What, Connection, Duration, Bytes, ColumnCount };

    explicit ActivityModel(const Services &services, QObject *parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section,
                                      Qt::Orientation orientation,
                                      int role) const override;
    [[nodiscard]] bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;

    [[nodiscard]] const audit::ActivityFilter &filter() const { return m_filter; }
    void setFilter(const audit::ActivityFilter &filter);
    [[nodiscard]] const audit::ActivityEntry &entry(int row) const { return m_entries.at(row); }
    /** Whether there is nothing at all, whatever the filter. */
    [[nodiscard]] bool isLogEmpty() const;
    /** Why the log cannot be read; empty when it can. */
    [[nodiscard]] const QString &problem() const { return m_problem; }

private:
    void reload();
    void takeNew(const QList<audit::ActivityEntry> &stored);
    void removeBeyondWhatWasSeen();
    [[nodiscard]] QString text(const audit::ActivityEntry &entry, int column) const;

    const Services &m_services;
    audit::ActivityFilter m_filter;
    QList<audit::ActivityEntry> m_entries;
    qint64 m_newest = 0; ///< sequence of the newest entry that was looked at
    qsizetype m_seen = 0; ///< rows that the view asked for
    bool m_isMore = false; ///< older ones may be there
    QString m_problem;
};

} // namespace fairlead::ui
