// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/providers/jira/jiradirectory.h"

#include "server/base/text.h"
#include "server/providers/answerjson.h"
#include "server/providers/jira/fieldvalue.h"
#include "server/providers/jira/lookupparser.h"
#include "server/providers/jira/metaparser.h"
#include "server/providers/jira/tools/givenvalue.h"
#include "server/tools/nearestname.h"

#include <QJsonArray>
#include <QRegularExpression>
#include <QSet>

#include <vector>

using namespace Qt::StringLiterals;

namespace fairlead::providers::jira {
namespace {

constexpr qint64 lifetimeMs = 10 * 60 * 1000;
constexpr qint64 shortLifetimeMs = 60 * 1000;
constexpr int peopleAsked = 20;

QString keyOf(const connections::Connection &connection, const QString &name)
{
    return connection.id + u' ' + name;
}

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

/** "customfield_10016", "*all", "-description", or a field that every Jira has: needs no look-up.
 */
bool isPlainFieldId(const QString &text)
{
    static const QRegularExpression special(
        u"\\A([*-][A-Za-z0-9_*-]{1,60}|customfield_[0-9]{1,12})\\z"_s);
    static const QSet<QString> common{
        u"summary"_s,     u"status"_s,         u"issuetype"_s,   u"priority"_s,
        u"assignee"_s,    u"reporter"_s,       u"creator"_s,     u"parent"_s,
        u"subtasks"_s,    u"issuelinks"_s,     u"labels"_s,      u"components"_s,
        u"fixVersions"_s, u"versions"_s,       u"resolution"_s,  u"duedate"_s,
        u"created"_s,     u"updated"_s,        u"description"_s, u"environment"_s,
        u"attachment"_s,  u"resolutiondate"_s, u"project"_s,     u"comment"_s,
        u"worklog"_s,     u"timetracking"_s,   u"timespent"_s,   u"watches"_s,
        u"votes"_s,       u"security"_s};
    return special.match(text).hasMatch() || common.contains(text);
}

std::optional<SiteField> fieldCalled(const QString &wanted, const QList<SiteField> &fields)
{
    for (const SiteField &field : fields) {
        if (field.id == wanted)
            return field;
    }
    for (const SiteField &field : fields) {
        if (field.name.compare(wanted, Qt::CaseInsensitive) == 0
            || field.id.compare(wanted, Qt::CaseInsensitive) == 0)
            return field;
    }
    return std::nullopt;
}

tl::unexpected<Error> noField(const QString &wanted,
                              const QList<SiteField> &fields,
                              const QString &site)
{
    QStringList names;
    for (const SiteField &field : fields)
        names.append(field.name);
    const QString said = cleanedLine(wanted, 100);
    const auto nearest = tools::nearestName(said, names);
    const QString hint = nearest ? u" Did you mean \"%1\"?"_s.arg(*nearest) : QString();
    return failure(ErrorCode::InvalidInput, u"%1 has no field \"%2\".%3"_s.arg(site, said, hint));
}

/** The one of those found that is meant. */
Result<User> meantBy(const QString &wanted, const QList<User> &found, const QString &site)
{
    QList<User> fitting;
    for (const User &user : found) {
        if (user.displayName.compare(wanted, Qt::CaseInsensitive) == 0
            || user.email.compare(wanted, Qt::CaseInsensitive) == 0)
            fitting.append(user);
    }
    if (fitting.isEmpty())
        fitting = found;
    if (fitting.size() == 1)
        return fitting.first();
    QStringList known;
    for (const User &user : std::as_const(fitting))
        known.append(u"%1 (%2)"_s.arg(user.displayName, user.accountId));
    const QString said = cleanedLine(wanted, 100);
    if (known.isEmpty()) {
        return failure(ErrorCode::InvalidInput,
                       u"Nobody on %1 is called \"%2\", or you may not look people up there. "
                       "Give the e-mail or the account id."_s.arg(site, said));
    }
    return failure(ErrorCode::InvalidInput,
                   u"\"%1\" fits several people on %2: %3. Give the account id."_s.arg(
                       said, site, known.join(u", "_s)));
}

QCoro::Task<Result<Project>> projectAt(JiraSessions::Session session, QString key)
{
    co_return co_await session.client->project(key);
}

} // namespace

RestCall assignableCall(const QString &query, const AssignPlace &place, int limit)
{
    RestCall call;
    call.path = u"/rest/api/3/user/assignable/search"_s;
    addText(call.query, u"query"_s, query);
    if (place.issue.isEmpty())
        addText(call.query, u"project"_s, place.project);
    else
        addText(call.query, u"issueKey"_s, place.issue);
    call.query.addQueryItem(u"maxResults"_s, QString::number(limit));
    call.subject =
        place.issue.isEmpty() ? u"Project "_s + place.project : u"Issue "_s + place.issue;
    return call;
}

JiraDirectory::JiraDirectory(const Clock &clock)
    : m_clock(clock)
{}

QCoro::Task<Result<User>> JiraDirectory::person(JiraSessions::Session session, QString wanted)
{
    const AssignPlace nowhere;
    co_return co_await person(std::move(session), std::move(wanted), nowhere);
}

QCoro::Task<Result<User>> JiraDirectory::person(JiraSessions::Session session,
                                                QString wanted,
                                                AssignPlace place)
{
    wanted = wanted.trimmed();
    if (isAccountId(wanted))
        co_return User{wanted, wanted};
    const QString kept = keyOf(session.connection, wanted.toLower());
    if (const auto known = fresh(m_people, kept, lifetimeMs))
        co_return *known;
    if (wanted.compare("me"_L1, Qt::CaseInsensitive) == 0) {
        const auto me = co_await session.client->myself();
        if (!me)
            co_return failure(me.error());
        keep(m_people, kept, User{me->accountId, me->displayName});
        co_return User{me->accountId, me->displayName};
    }
    auto found = co_await session.client->users(wanted, peopleAsked);
    // Without the right to browse people the list is empty; whom one may assign is another matter.
    const bool isHidden = found ? found->isEmpty() : found.error().code == ErrorCode::Forbidden;
    if (isHidden && !(place.project.isEmpty() && place.issue.isEmpty()))
        found =
            co_await session.client->ask(assignableCall(wanted, place, peopleAsked), parser::users);
    if (!found)
        co_return failure(found.error());
    const auto user = meantBy(wanted, *found, session.connection.name);
    if (user)
        keep(m_people, kept, *user);
    co_return user;
}

QCoro::Task<Result<QJsonValue>> JiraDirectory::personValue(JiraSessions::Session session,
                                                           QJsonValue given,
                                                           AssignPlace place)
{
    if (!given.isString())
        co_return given;
    const QString name = given.toString();
    if (meansNone(name))
        co_return QJsonValue(QJsonValue::Null);
    const auto user = co_await person(std::move(session), name, std::move(place));
    if (!user)
        co_return failure(user.error());
    QJsonObject value;
    value.insert("accountId"_L1, user->accountId);
    co_return QJsonValue(value);
}

QCoro::Task<Result<QJsonObject>> JiraDirectory::withPeople(JiraSessions::Session session,
                                                           QList<CreateField> known,
                                                           QJsonObject values,
                                                           AssignPlace place)
{
    const QStringList names = values.keys();
    for (const QString &name : names) {
        const CreateField *field = fieldNamed(known, name);
        if (!field || !isPerson(*field))
            continue;
        const bool isList = values[name].isArray();
        const QJsonArray given = isList ? values[name].toArray() : QJsonArray{values[name]};
        QJsonArray people;
        for (const auto &each : given) {
            const auto person = co_await personValue(session, each, place);
            if (!person)
                co_return failure(person.error());
            people.append(*person);
        }
        values[name] = isList ? QJsonValue(people) : QJsonValue(people.first());
    }
    co_return values;
}

QCoro::Task<Result<QList<SiteField>>> JiraDirectory::readFields(JiraSessions::Session session)
{
    RestCall call;
    call.path = u"/rest/api/3/field"_s;
    auto fields = co_await session.client->ask(call, parsedFields);
    if (fields)
        keep(m_fields, session.connection.id, *fields);
    co_return fields;
}

QCoro::Task<Result<QList<SiteField>>> JiraDirectory::fields(JiraSessions::Session session)
{
    if (const auto kept = fresh(m_fields, session.connection.id, lifetimeMs))
        co_return *kept;
    co_return co_await readFields(std::move(session));
}

QCoro::Task<Result<SiteField>> JiraDirectory::field(JiraSessions::Session session, QString wanted)
{
    wanted = wanted.trimmed();
    const auto kept = fresh(m_fields, session.connection.id, lifetimeMs);
    if (kept) {
        if (const auto field = fieldCalled(wanted, *kept))
            co_return *field;
    }
    // It may have been made since: an unknown name asks again, once a minute at most.
    if (kept && fresh(m_fields, session.connection.id, shortLifetimeMs))
        co_return noField(wanted, *kept, session.connection.name);
    const auto all = co_await readFields(session);
    if (!all)
        co_return failure(all.error());
    if (const auto field = fieldCalled(wanted, *all))
        co_return *field;
    co_return noField(wanted, *all, session.connection.name);
}

QCoro::Task<Result<QStringList>> JiraDirectory::fieldIds(JiraSessions::Session session,
                                                         QStringList wanted)
{
    QStringList ids;
    for (const QString &each : std::as_const(wanted)) {
        QString id = each.trimmed();
        if (!isPlainFieldId(id)) {
            const auto found = co_await field(session, id);
            if (!found)
                co_return failure(found.error());
            id = found->id;
        }
        if (!ids.contains(id))
            ids.append(id);
    }
    co_return ids;
}

QCoro::Task<Result<QList<LinkType>>> JiraDirectory::linkTypes(JiraSessions::Session session)
{
    if (const auto kept = fresh(m_linkTypes, session.connection.id, lifetimeMs))
        co_return *kept;
    RestCall call;
    call.path = u"/rest/api/3/issueLinkType"_s;
    auto types = co_await session.client->ask(call, parser::linkTypes);
    if (types)
        keep(m_linkTypes, session.connection.id, *types);
    co_return types;
}

QCoro::Task<Result<QList<Transition>>> JiraDirectory::transitions(JiraSessions::Session session,
                                                                  QString key)
{
    const QString kept = keyOf(session.connection, key);
    if (const auto known = fresh(m_transitions, kept, shortLifetimeMs))
        co_return *known;
    RestCall call;
    call.path = u"/rest/api/3/issue/%1/transitions"_s.arg(key);
    call.query.addQueryItem(u"expand"_s, u"transitions.fields"_s);
    call.subject = u"Issue "_s + key;
    auto found = co_await session.client->ask(call, parser::transitions);
    if (found)
        keep(m_transitions, kept, *found);
    co_return found;
}

QCoro::Task<Result<qint64>> JiraDirectory::count(JiraSessions::Session session, QString jql)
{
    const QString kept = keyOf(session.connection, jql);
    if (const auto known = fresh(m_counts, kept, shortLifetimeMs))
        co_return *known;
    const auto counted = co_await session.client->count(jql);
    if (counted)
        keep(m_counts, kept, *counted);
    co_return counted;
}

void JiraDirectory::forgetIssue(const connections::Connection &connection, const QString &key)
{
    m_transitions.remove(keyOf(connection, key));
    const QString ofConnection = keyOf(connection, {});
    m_counts.removeIf(
        [&ofConnection](const auto &kept) { return kept.key().startsWith(ofConnection); });
}

QCoro::Task<Result<QList<connections::Connection>>> JiraDirectory::withProject(
    const JiraSessions &sessions,
    QList<connections::Connection> among,
    QString project,
    tools::Caller caller,
    CancellationToken cancellation)
{
    QList<connections::Connection> found;
    bool isKnown = true;
    for (const connections::Connection &connection : std::as_const(among)) {
        const QString kept = keyOf(connection, project);
        const bool hasIt = fresh(m_projects, kept, lifetimeMs).value_or(false);
        if (hasIt)
            found.append(connection);
        isKnown = isKnown && (hasIt || fresh(m_projects, kept, shortLifetimeMs));
    }
    if (isKnown && !found.isEmpty())
        co_return found;
    found.clear();
    std::vector<QCoro::Task<Result<Project>>> asking;
    for (const connections::Connection &connection : std::as_const(among))
        asking.push_back(projectAt(sessions.open(connection, caller, cancellation), project));
    std::optional<Error> firstError;
    for (qsizetype i = 0; i < among.size(); ++i) {
        const auto answer = sessions.noted(among[i], co_await asking[size_t(i)]);
        keep(m_projects, keyOf(among[i], project), answer.has_value());
        if (answer) {
            found.append(among[i]);
        } else if (answer.error().code != ErrorCode::NotFound && !firstError) {
            firstError = answer.error();
        }
    }
    // A site that did not answer may be the one that has it.
    if (found.isEmpty() && firstError)
        co_return failure(*firstError);
    co_return found;
}

} // namespace fairlead::providers::jira
