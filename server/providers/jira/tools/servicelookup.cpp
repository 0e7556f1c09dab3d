// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/providers/jira/tools/servicelookup.h"

#include "server/base/text.h"

using namespace Qt::StringLiterals;

namespace fairlead::providers::jira {
namespace {

constexpr int pageSize = 50;
constexpr int pages = 20; // a bound for a server that never ends

bool isSame(const QString &left, const QString &right)
{
    return left.compare(right, Qt::CaseInsensitive) == 0;
}

template<typename T>
QCoro::Task<Result<QList<T>>> all(JiraSessions::Session session,
                                  QString path,
                                  QString subject,
                                  Result<ServicePage<T>> (*parse)(const QByteArray &))
{
    QList<T> values;
    for (int page = 0; page < pages; ++page) {
        RestCall call = serviceCall(path, values.size(), pageSize);
        call.subject = subject;
        const auto found = co_await session.client->ask(call, parse);
        if (!found)
            co_return failure(found.error());
        values += found->values;
        if (found->isLast)
            break;
    }
    co_return values;
}

/** The one of that id or name; `argument` and `place` are for the sentence. */
template<typename T>
Result<T> named(const QList<T> &values,
                const QString &wanted,
                QLatin1StringView argument,
                const QString &place)
{
    QStringList known;
    for (const T &value : values) {
        if (value.id == wanted || isSame(value.name, wanted))
            return value;
        known.append(u"%1 \"%2\""_s.arg(value.id, value.name));
    }
    return failure(ErrorCode::InvalidInput,
                   u"Argument \"%1\" is \"%2\", but %3 has: %4."_s.arg(
                       argument,
                       cleanedLine(wanted, 100),
                       place,
                       known.isEmpty() ? u"none"_s : known.mid(0, 30).join(u", "_s)));
}

} // namespace

RestCall serviceCall(const QString &path, qint64 start, int limit)
{
    RestCall call;
    call.path = path;
    call.scopes = readScopes;
    addText(call.query, u"start"_s, QString::number(start));
    addText(call.query, u"limit"_s, QString::number(limit));
    return call;
}

QCoro::Task<Result<ServiceDesk>> serviceDeskNamed(JiraSessions::Session session, QString wanted)
{
    const auto desks = co_await all(
        session, u"/rest/servicedeskapi/servicedesk"_s, QString(), parser::serviceDesks);
    if (!desks)
        co_return failure(desks.error());
    for (const ServiceDesk &desk : *desks) {
        if (isSame(desk.project, wanted))
            co_return desk;
    }
    co_return named(*desks, wanted, "desk"_L1, session.connection.name);
}

QCoro::Task<Result<ServiceQueue>> queueNamed(JiraSessions::Session session,
                                             ServiceDesk desk,
                                             QString wanted)
{
    const QString place = u"service desk "_s + desk.name;
    const auto queues = co_await all(session,
                                     u"/rest/servicedeskapi/servicedesk/%1/queue"_s.arg(desk.id),
                                     place,
                                     parser::serviceQueues);
    if (!queues)
        co_return failure(queues.error());
    co_return named(*queues, wanted, "queue"_L1, place);
}

QCoro::Task<Result<RequestType>> requestTypeNamed(JiraSessions::Session session,
                                                  ServiceDesk desk,
                                                  QString wanted)
{
    const QString place = u"service desk "_s + desk.name;
    const auto types =
        co_await all(session,
                     u"/rest/servicedeskapi/servicedesk/%1/requesttype"_s.arg(desk.id),
                     place,
                     parser::requestTypes);
    if (!types)
        co_return failure(types.error());
    co_return named(*types, wanted, "type"_L1, place);
}

} // namespace fairlead::providers::jira
