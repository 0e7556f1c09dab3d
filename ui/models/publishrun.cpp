// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/publishrun.h"

#include "ui/models/servertext.h"
#include "ui/widgets/statemark.h"

#include <QDir>
#include <QFileInfo>
#include <QPointer>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace fairlead::ui {
namespace {

using publishing::PublishAction;

StateMark markOf(PublishRun::State state)
{
    switch (state) {
    case PublishRun::State::Done:
        return StateMark::Good;
    case PublishRun::State::Failed:
        return StateMark::Failure;
    case PublishRun::State::UnderWay:
        return StateMark::Information;
    case PublishRun::State::Waiting:
    case PublishRun::State::NotTried:
        break;
    }
    return StateMark::Off;
}

QString plannedText(const publishing::PublishOutcome &outcome)
{
    const publishing::Publication &publication = outcome.publication;
    switch (outcome.action) {
    case PublishAction::Create:
        //: %1 is a project's key, %2 the summary of an issue.
        return PublishRun::tr("New issue in %1: %2").arg(publication.project, outcome.summary);
    case PublishAction::Update:
        //: %1 is an issue's key.
        return PublishRun::tr("%1 gets the new text").arg(publication.issueKey);
    case PublishAction::Comment:
        //: %1 is an issue's key.
        return PublishRun::tr("%1 gets a comment with what changed").arg(publication.issueKey);
    case PublishAction::None:
        break;
    }
    //: %1 is an issue's key.
    return PublishRun::tr("Nothing: it is as published in %1").arg(publication.issueKey);
}

QString doneText(const publishing::PublishOutcome &outcome)
{
    const QString key = outcome.publication.issueKey;
    switch (outcome.action) {
    case PublishAction::Create:
        //: %1 is an issue's key.
        return PublishRun::tr("Published as %1").arg(key);
    case PublishAction::Update:
        //: %1 is an issue's key.
        return PublishRun::tr("%1 has the new text").arg(key);
    case PublishAction::Comment:
        //: %1 is an issue's key.
        return PublishRun::tr("%1 has a comment with what changed").arg(key);
    case PublishAction::None:
        break;
    }
    //: %1 is an issue's key.
    return PublishRun::tr("Unchanged: it is as published in %1").arg(key);
}

} // namespace

PublishRun::PublishRun(const Services &services, const QStringList &paths, QObject *parent)
    : QAbstractTableModel(parent)
    , m_services(services)
{
    for (const QString &path : paths)
        m_items.append({.path = path});
}

PublishRun::~PublishRun()
{
    m_cancellation.cancel();
}

int PublishRun::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_items.size());
}

int PublishRun::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant PublishRun::data(const QModelIndex &index, int role) const
{
    const Item &item = m_items.at(index.row());
    if (role == Qt::DisplayRole)
        return index.column() == File ? QFileInfo(item.path).fileName() : outcomeText(item);
    if (role == Qt::DecorationRole && index.column() == Outcome)
        return stateMark(markOf(item.state));
    if (role == Qt::ToolTipRole)
        return index.column() == File ? QDir::toNativeSeparators(item.path) : details(index.row());
    return {};
}

QVariant PublishRun::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    //: Column: what became of a file, or would.
    return section == File ? tr("File") : tr("What happens");
}

void PublishRun::start(const publishing::PublishRequest &request)
{
    m_request = request;
    for (Item &item : m_items)
        item = {.path = item.path};
    begin();
}

void PublishRun::retry()
{
    for (Item &item : m_items) {
        if (item.state != State::Done)
            item = {.path = item.path};
    }
    begin();
}

void PublishRun::cancel()
{
    m_cancellation.cancel();
}

void PublishRun::begin()
{
    m_cancellation.cancel();
    m_cancellation = CancellationSource();
    m_isRunning = true;
    Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
    Q_EMIT progressed();
    QCoro::connect(run(++m_generation), this, [] {});
}

QCoro::Task<> PublishRun::run(int generation)
{
    const QPointer self(this);
    const CancellationToken cancellation = m_cancellation.token();
    for (int row = 0; row < m_items.size(); ++row) {
        if (m_items.at(row).state != State::Waiting)
            continue;
        if (cancellation.isCancelled()) {
            set(row, State::NotTried);
            continue;
        }
        set(row, State::UnderWay);
        publishing::PublishRequest request = m_request;
        request.path = m_items.at(row).path;
        request.cancellation = cancellation;
        const auto outcome = co_await m_services.publisher.publish(std::move(request));
        if (!self || generation != m_generation)
            co_return;
        if (outcome)
            m_items[row].outcome = *outcome;
        else
            m_items[row].problem = serverText(outcome.error());
        set(row, outcome ? State::Done : State::Failed);
    }
    m_isRunning = false;
    Q_EMIT progressed();
}

void PublishRun::set(int row, State state)
{
    m_items[row].state = state;
    Q_EMIT dataChanged(index(row, 0), index(row, ColumnCount - 1));
    Q_EMIT progressed();
}

int PublishRun::count(State state) const
{
    return static_cast<int>(std::ranges::count(m_items, state, &Item::state));
}

std::optional<publishing::PublishOutcome> PublishRun::outcome(int row) const
{
    return m_items.at(row).outcome;
}

QString PublishRun::details(int row) const
{
    const Item &item = m_items.at(row);
    if (!item.outcome)
        return item.problem;
    QStringList lines;
    for (const QString &note : item.outcome->notes)
        lines += serverText(note);
    if (!item.outcome->attached.isEmpty())
        //: %1 is names of files.
        lines.prepend(tr("Attached: %1").arg(item.outcome->attached.join(u", "_s)));
    return lines.join(u'\n');
}

QString PublishRun::outcomeText(const Item &item) const
{
    switch (item.state) {
    case State::Waiting:
        return tr("Waits");
    case State::UnderWay:
        return tr("Under way…");
    case State::Failed:
        return item.problem.section(u'\n', 0, 0);
    case State::NotTried:
        return tr("Not tried");
    case State::Done:
        break;
    }
    return m_request.isDryRun ? plannedText(*item.outcome) : doneText(*item.outcome);
}

} // namespace fairlead::ui
