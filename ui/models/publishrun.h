// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/base/cancellation.h"
#include "server/publishing/publisher.h"
#include "ui/services.h"

#include <QAbstractTableModel>

namespace fairlead::ui {

/**
 * Several files on their way to Jira, one after the other, as rows: what became of each, or would.
 * What fails keeps none of the others from being published, and can be tried again by itself.
 */
class PublishRun final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { File, Outcome, ColumnCount };
    enum class State { Waiting, UnderWay, Done, Failed, NotTried };

    PublishRun(const Services &services, const QStringList &paths, QObject *parent = nullptr);
    ~PublishRun() override;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section,
                                      Qt::Orientation orientation,
                                      int role) const override;

    /** Begins with all files; `request` says everything but the file. Ends a run under way. */
    void start(const publishing::PublishRequest &request);
    /** What failed or was not tried, once more. */
    void retry();
    void cancel();

    [[nodiscard]] bool isRunning() const { return m_isRunning; }
    [[nodiscard]] int count(State state) const;
    [[nodiscard]] State state(int row) const { return m_items.at(row).state; }
    /** Nothing for what failed or is not over. */
    [[nodiscard]] std::optional<publishing::PublishOutcome> outcome(int row) const;
    /** All that there is to say about this file. */
    [[nodiscard]] QString details(int row) const;

Q_SIGNALS:
    /** Also once at the beginning of a run and once at its end. */
    void progressed();

private:
    struct Item
    {
        QString path;
        State state = State::Waiting;
        std::optional<publishing::PublishOutcome> outcome{};
        QString problem{};
    };

    void begin();
    [[nodiscard]] QCoro::Task<> run(int generation);
    void set(int row, State state);
    [[nodiscard]] QString outcomeText(const Item &item) const;

    const Services &m_services;
    QList<Item> m_items;
    publishing::PublishRequest m_request;
    CancellationSource m_cancellation;
    int m_generation = 0;
    bool m_isRunning = false;
};

} // namespace fairlead::ui
