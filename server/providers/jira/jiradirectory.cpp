// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/providers/jira/jiradirectory.h"

#include "server/base/text.h"
#include "server/providers/answerjson.h"
#include "server/tools/nearestname.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace fairlead::providers::jira {
namespace {

constexpr qint64 lifetimeMs = 10 * 60 * 1000;
constexpr int peopleAsked = 20;

Result<QList<SiteField>> parsedFields(const QByteArray &body)
{
    simdjson::dom::parser parser;
    simdjson::dom::array array;
    if (parser.parse(body.constData(), size_t(body.size())).get(array) != simdjson::SUCCESS)
        return failure(ErrorCode::InvalidData, u"no list of fields"_s);
    QList<SiteField> fields;
    for (const auto element : array) {
        SiteField field{.id = json::line(element, "id"),
                        .name = json::line(element, "name"),
                        .type = {},
                        .items = {},
                        .custom = {}};
        if (const auto schema = json::member(element, "schema")) {
            field.type = json::line(*schema, "type");
            field.items = json::line(*schema, "items");
            field.custom = json::line(*schema, "custom");
        }
        if (!field.id.isEmpty())
            fields.append(std::move(field));
    }
    return fields;
}

bool isAccountId(const QString &text)
{
    static const QRegularExpression grammar(
        u"\\A([0-9a-f]{24}|[0-9]{1,8}:[A-Za-z0-9-]{8,64}|qm:[A-Za-z0-9:-]{8,100})\\z"_s);
    return grammar.match(text).hasMatch();
}

} // namespace

JiraDirectory::JiraDirectory(const Clock &clock)
    : m_clock(clock)
{}

QCoro::Task<Result<User>> JiraDirectory::person(JiraSessions::Session session, QString wanted)
{
    wanted = wanted.trimmed();
    if (wanted.compare("me"_L1, Qt::CaseInsensitive) == 0) {
        const auto me = co_await session.client->myself();
        if (!me)
            co_return failure(me.error());
        co_return User{me->accountId, me->displayName};
    }
    if (isAccountId(wanted))
        co_return User{wanted, wanted};
    const auto found = co_await session.client->users(wanted, peopleAsked);
    if (!found)
        co_return failure(found.error());
    QList<User> fitting;
    for (const User &user : *found) {
        if (user.displayName.compare(wanted, Qt::CaseInsensitive) == 0)
            fitting.append(user);
    }
    if (fitting.isEmpty())
        fitting = *found;
    if (fitting.size() == 1)
        co_return fitting.first();
    QStringList known;
    for (const User &user : std::as_const(fitting))
        known.append(u"%1 (%2)"_s.arg(user.displayName, user.accountId));
    const QString said = cleanedLine(wanted, 100);
    if (known.isEmpty()) {
        co_return failure(
            ErrorCode::InvalidInput,
            u"Nobody on %1 is called \"%2\", or you may not look people up there. "
            "Give the e-mail or the account id."_s.arg(session.connection.name, said));
    }
    co_return failure(ErrorCode::InvalidInput,
                      u"\"%1\" fits several people on %2: %3. Give the account id."_s.arg(
                          said, session.connection.name, known.join(u", "_s)));
}

QCoro::Task<Result<QList<SiteField>>> JiraDirectory::fields(JiraSessions::Session session)
{
    const auto kept = m_fields.constFind(session.connection.id);
    if (kept != m_fields.cend() && m_clock.monotonicMs() - kept->atMs < lifetimeMs)
        co_return kept->fields;
    RestCall call;
    call.path = u"/rest/api/3/field"_s;
    const auto fields = co_await session.client->ask(call, parsedFields);
    if (!fields)
        co_return failure(fields.error());
    m_fields.insert(session.connection.id, {*fields, m_clock.monotonicMs()});
    co_return *fields;
}

QCoro::Task<Result<SiteField>> JiraDirectory::field(JiraSessions::Session session, QString wanted)
{
    wanted = wanted.trimmed();
    const auto all = co_await fields(session);
    if (!all)
        co_return failure(all.error());
    QStringList names;
    for (const SiteField &field : *all) {
        if (field.id == wanted || field.name.compare(wanted, Qt::CaseInsensitive) == 0)
            co_return field;
        names.append(field.name);
    }
    const QString said = cleanedLine(wanted, 100);
    const auto nearest = tools::nearestName(said, names);
    const QString hint = nearest ? u" Did you mean \"%1\"?"_s.arg(*nearest) : QString();
    co_return failure(ErrorCode::InvalidInput,
                      u"%1 has no field \"%2\".%3"_s.arg(session.connection.name, said, hint));
}

} // namespace fairlead::providers::jira
