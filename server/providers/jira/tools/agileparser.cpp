// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/providers/jira/tools/agileparser.h"

#include "server/providers/answerjson.h"
#include "server/providers/jira/fieldtext.h"

using namespace Qt::StringLiterals;

namespace fairlead::providers::jira::parser {
namespace {

tl::unexpected<Error> missing(QLatin1StringView what)
{
    return failure(ErrorCode::InvalidData, u"\"%1\" is missing in the answer"_s.arg(what));
}

/** An id becomes a part of a path, so nothing but a number may pass. */
QString idOf(const json::Element &element)
{
    const qint64 id = json::number(element, "id", -1);
    return id < 0 ? QString() : QString::number(id);
}

QString dayOf(const json::Element &element, std::string_view key)
{
    return json::line(element, key).left(10);
}

Result<Board> boardFrom(const json::Element &element)
{
    Board board{.id = idOf(element),
                .name = json::line(element, "name"),
                .type = json::line(element, "type"),
                .project = {}};
    if (const auto location = json::member(element, "location"))
        board.project = json::line(*location, "projectKey");
    if (board.id.isEmpty())
        return missing("id"_L1);
    return board;
}

Result<Sprint> sprintFrom(const json::Element &element)
{
    Sprint sprint{.id = idOf(element),
                  .name = json::line(element, "name"),
                  .state = json::line(element, "state"),
                  .start = dayOf(element, "startDate"),
                  .end = dayOf(element, "endDate"),
                  .completed = dayOf(element, "completeDate"),
                  .goal = json::line(element, "goal")};
    if (sprint.id.isEmpty())
        return missing("id"_L1);
    return sprint;
}

template<typename T>
Result<QList<T>> valuesOf(const json::Element &root, Result<T> (*read)(const json::Element &))
{
    const auto values = json::list(root, "values");
    if (!values)
        return missing("values"_L1);
    QList<T> result;
    for (const json::Element value : *values) {
        auto item = read(value);
        if (!item)
            return failure(item.error());
        result.append(*std::move(item));
    }
    return result;
}

} // namespace

Result<Board> board(const QByteArray &body)
{
    simdjson::dom::parser parser;
    return json::object(parser, body).and_then(boardFrom);
}

Result<BoardPage> boards(const QByteArray &body)
{
    simdjson::dom::parser parser;
    const auto root = json::object(parser, body);
    if (!root)
        return failure(root.error());
    const auto found = valuesOf(*root, boardFrom);
    if (!found)
        return failure(found.error());
    const qint64 shown = json::number(*root, "startAt") + found->size();
    return BoardPage{.boards = *found,
                     .total = json::number(*root, "total", shown),
                     .isLast = json::isTrue(*root, "isLast") || found->isEmpty()};
}

Result<Sprint> sprint(const QByteArray &body)
{
    simdjson::dom::parser parser;
    return json::object(parser, body).and_then(sprintFrom);
}

Result<SprintPage> sprints(const QByteArray &body)
{
    simdjson::dom::parser parser;
    const auto root = json::object(parser, body);
    if (!root)
        return failure(root.error());
    const auto found = valuesOf(*root, sprintFrom);
    if (!found)
        return failure(found.error());
    return SprintPage{.sprints = *found,
                      .isLast = json::isTrue(*root, "isLast") || found->isEmpty()};
}

Result<QStringList> rankFailures(const QByteArray &body)
{
    if (body.trimmed().isEmpty())
        return QStringList();
    simdjson::dom::parser parser;
    const auto root = json::object(parser, body);
    if (!root)
        return failure(root.error());
    QStringList failures;
    const auto entries = json::list(*root, "entries");
    if (!entries)
        return missing("entries"_L1);
    for (const json::Element entry : *entries) {
        if (json::number(entry, "status", 200) < 300)
            continue;
        const auto errors = json::member(entry, "errors");
        failures.append(u"%1: %2"_s.arg(json::line(entry, "issueKey"),
                                        errors ? fieldText(*errors) : u"refused"_s));
    }
    return failures;
}

} // namespace fairlead::providers::jira::parser
