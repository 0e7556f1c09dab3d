// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/providers/jira/tools/agilelookup.h"

#include "server/base/text.h"
#include "server/providers/jira/issuekey.h"

using namespace Qt::StringLiterals;

namespace fairlead::providers::jira {
namespace {

constexpr int pageSize = 50;
constexpr int sprintPages = 20; // a bound for a board of many years

bool isSame(const QString &left, const QString &right)
{
    return left.compare(right, Qt::CaseInsensitive) == 0;
}

QCoro::Task<Result<BoardPage>> boardsCalled(JiraSessions::Session session, QString name)
{
    RestCall call;
    call.path = u"/rest/agile/1.0/board"_s;
    call.scopes = boardScopes;
    addText(call.query, u"maxResults"_s, QString::number(pageSize));
    if (!name.isEmpty())
        addText(call.query, u"name"_s, name);
    co_return co_await session.client->ask(call, parser::boards);
}

/** All that the board shows in one of the states, "active,future". */
QCoro::Task<Result<QList<Sprint>>> sprintsOf(JiraSessions::Session session,
                                             Board board,
                                             QString states)
{
    QList<Sprint> sprints;
    for (int page = 0; page < sprintPages; ++page) {
        RestCall call;
        call.path = u"/rest/agile/1.0/board/%1/sprint"_s.arg(board.id);
        call.subject = u"Board "_s + board.id;
        call.scopes = sprintScopes;
        addText(call.query, u"startAt"_s, QString::number(sprints.size()));
        addText(call.query, u"maxResults"_s, QString::number(pageSize));
        addText(call.query, u"state"_s, states);
        const auto found = co_await session.client->ask(call, parser::sprints);
        if (!found)
            co_return failure(found.error());
        sprints += found->sprints;
        if (found->isLast)
            break;
    }
    co_return sprints;
}

/** Nothing also where several sprints are active at once. */
std::optional<Sprint> openSprint(const QList<Sprint> &open, const QString &wanted)
{
    const bool isActive = isSame(wanted, u"active"_s);
    const bool isNext = isSame(wanted, u"next"_s);
    QList<Sprint> fitting;
    for (const Sprint &sprint : open) {
        if (isSame(sprint.name, wanted) || (isActive && sprint.state == "active"_L1)
            || (isNext && sprint.state == "future"_L1))
            fitting.append(sprint);
    }
    if (fitting.isEmpty() || (isActive && fitting.size() > 1))
        return std::nullopt;
    return fitting.first();
}

Error noSuchSprint(const Board &board, const QString &wanted, const QList<Sprint> &known)
{
    QStringList names;
    for (const Sprint &sprint : known)
        names.append(u"%1 \"%2\" (%3)"_s.arg(sprint.id, sprint.name, sprint.state));
    const QString has =
        names.isEmpty() ? u"no sprint that is active or to come"_s : names.join(u", "_s);
    return {.code = ErrorCode::InvalidInput,
            .message = u"Argument \"sprint\" is \"%1\", but board %2 (%3) has: %4."_s.arg(
                cleanedLine(wanted, 100), board.id, board.name, has)};
}

} // namespace

QCoro::Task<Result<Board>> boardNamed(JiraSessions::Session session, QString wanted)
{
    wanted = wanted.trimmed();
    if (isNumericId(wanted)) {
        RestCall call;
        call.path = u"/rest/agile/1.0/board/"_s + wanted;
        call.subject = u"Board "_s + wanted;
        call.scopes = boardScopes;
        co_return co_await session.client->ask(call, parser::board);
    }
    auto found = co_await boardsCalled(session, wanted);
    if (!found)
        co_return failure(found.error());
    QList<Board> fitting;
    for (const Board &board : std::as_const(found->boards)) {
        if (isSame(board.name, wanted))
            fitting.append(board);
    }
    if (fitting.isEmpty())
        fitting = found->boards;
    if (fitting.size() == 1)
        co_return fitting.first();
    if (fitting.isEmpty()) {
        found = co_await boardsCalled(session, {});
        if (!found)
            co_return failure(found.error());
    }
    QStringList names;
    for (const Board &board : std::as_const(fitting.isEmpty() ? found->boards : fitting))
        names.append(u"%1 \"%2\""_s.arg(board.id, board.name));
    co_return failure(ErrorCode::InvalidInput,
                      u"Argument \"board\" is \"%1\", which means %2 on %3: %4."_s.arg(
                          cleanedLine(wanted, 100),
                          fitting.isEmpty() ? u"none of the boards"_s : u"several boards"_s,
                          session.connection.name,
                          names.isEmpty() ? u"none"_s : names.join(u", "_s)));
}

QCoro::Task<Result<Sprint>> sprintNamed(JiraSessions::Session session,
                                        QString board,
                                        QString wanted)
{
    wanted = wanted.trimmed();
    if (isNumericId(wanted)) {
        RestCall call;
        call.path = u"/rest/agile/1.0/sprint/"_s + wanted;
        call.subject = u"Sprint "_s + wanted;
        call.scopes = sprintScopes;
        co_return co_await session.client->ask(call, parser::sprint);
    }
    if (board.isEmpty()) {
        co_return failure(
            ErrorCode::InvalidInput,
            u"Argument \"sprint\" is \"%1\", which is no id: pass the argument \"board\" "
            "too, e.g. board: \"12\"; jira_list_boards shows them."_s.arg(
                cleanedLine(wanted, 100)));
    }
    const auto owner = co_await boardNamed(session, std::move(board));
    if (!owner)
        co_return failure(owner.error());
    const auto open = co_await sprintsOf(session, *owner, u"active,future"_s);
    if (!open)
        co_return failure(open.error());
    if (const auto found = openSprint(*open, wanted))
        co_return *found;
    if (isSame(wanted, u"active"_s) || isSame(wanted, u"next"_s))
        co_return failure(noSuchSprint(*owner, wanted, *open));
    const auto closed = co_await sprintsOf(session, *owner, u"closed"_s);
    if (!closed)
        co_return failure(closed.error());
    for (const Sprint &sprint : *closed) {
        if (isSame(sprint.name, wanted))
            co_return sprint;
    }
    co_return failure(noSuchSprint(*owner, wanted, *open));
}

QString sprintLine(const Sprint &sprint)
{
    QString line = u"%1  %2  %3"_s.arg(sprint.id, sprint.state, sprint.name);
    if (!sprint.start.isEmpty() || !sprint.end.isEmpty())
        line += u"  %1 to %2"_s.arg(sprint.start.isEmpty() ? u"?"_s : sprint.start,
                                    sprint.end.isEmpty() ? u"?"_s : sprint.end);
    if (!sprint.completed.isEmpty())
        line += u"  completed "_s + sprint.completed;
    return sprint.goal.isEmpty() ? line : line + u"  Goal: "_s + sprint.goal;
}

} // namespace fairlead::providers::jira
