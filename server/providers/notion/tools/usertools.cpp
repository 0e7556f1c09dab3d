// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/providers/notion/tools/usertools.h"

#include "server/base/text.h"
#include "server/providers/notion/notionid.h"
#include "server/tools/schematext.h"
#include "server/tools/toolregistry.h"

using namespace Qt::StringLiterals;

namespace fairlead::providers::notion {
namespace {

using tools::ToolCall;
using tools::ToolDefinition;
using tools::ToolEffect;
using tools::ToolResult;

constexpr qsizetype defaultLimit = 50;

ToolDefinition listUsersDefinition()
{
    return {.name = u"notion_list_users"_s,
            .title = u"List Notion users"_s,
            .description = u"People and bots of a workspace, with ids."_s,
            .inputSchema = tools::inputSchema(R"({
                "query":{"type":"string","maxLength":200,"description":"Part of name or e-mail, or \"me\""},
                "limit":{"type":"integer","minimum":1,"maximum":500},
                "cursor":{"type":"string","pattern":"^[0-9]{1,5}$"},
                "connection":{"type":"string","maxLength":200}})"),
            .outputSchema = {},
            .effect = ToolEffect::Read,
            .service = u"notion"_s,
            .endpoints = {u"GET /v1/users"_s, u"GET /v1/users/me"_s}};
}

QString personLine(const Person &person)
{
    QString line = u"%1  %2"_s.arg(
        bareId(person.id), person.name.isEmpty() ? u"(no name)"_s : cleanedLine(person.name, 100));
    if (!person.email.isEmpty())
        line += u"  "_s + cleanedLine(person.email, 200);
    return line + (person.isBot ? u"  bot\n"_s : u"\n"_s);
}

QList<Person> fitting(const QList<Person> &people, const QString &query)
{
    QList<Person> found;
    for (const Person &person : people) {
        if (person.name.contains(query, Qt::CaseInsensitive)
            || person.email.contains(query, Qt::CaseInsensitive))
            found.append(person);
    }
    return found;
}

QString peopleText(const QList<Person> &people, qsizetype start, qsizetype limit)
{
    if (people.isEmpty())
        return u"Nobody fits."_s;
    start = std::min(start, people.size());
    const qsizetype end = std::min(start + limit, people.size());
    QString text = start == 0 && end == people.size()
        ? u"%1 found (id  name  e-mail):\n"_s.arg(people.size())
        : u"%1 to %2 of %3 (id  name  e-mail):\n"_s.arg(start + 1).arg(end).arg(people.size());
    for (const Person &person : people.mid(start, end - start))
        text += personLine(person);
    if (end < people.size())
        text += u"More: call again with cursor: \"%1\""_s.arg(end);
    return text.trimmed();
}

QCoro::Task<Result<ToolResult>> meOf(NotionSessions::Session session)
{
    const auto identity = co_await session.client->me();
    if (!identity)
        co_return failure(identity.error());
    QString text = u"The connection: "_s + personLine(identity->user);
    if (!identity->owner.id.isEmpty() && identity->owner.id != identity->user.id)
        text += u"On behalf of: "_s + personLine(identity->owner);
    co_return ToolResult::fromText(text.trimmed());
}

QCoro::Task<Result<ToolResult>> usersOf(NotionTools notion,
                                        NotionSessions::Session session,
                                        ToolCall call)
{
    const QString query = textOf(call, "query"_L1).trimmed();
    if (query.compare("me"_L1, Qt::CaseInsensitive) == 0)
        co_return co_await meOf(session);
    const auto people = co_await notion.directory.people(session);
    if (!people)
        co_return failure(people.error());
    co_return ToolResult::fromText(
        peopleText(fitting(*people, query),
                   textOf(call, "cursor"_L1).toInt(),
                   call.arguments.value("limit"_L1).toInteger(defaultLimit)));
}

QCoro::Task<Result<ToolResult>> listUsers(NotionTools notion, ToolCall call)
{
    const auto session = co_await workspaceTarget(notion, call);
    if (!session)
        co_return failure(session.error());
    auto result = co_await usersOf(notion, *session, call);
    co_return notion.sessions.choice().noted(session->connection, std::move(result));
}

} // namespace

void addUserTools(tools::ToolRegistry &registry, NotionTools notion)
{
    registry.add(listUsersDefinition(),
                 [notion](ToolCall call) { return listUsers(notion, std::move(call)); });
}

} // namespace fairlead::providers::notion
