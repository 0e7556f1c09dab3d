// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/providers/notion/peoplelookup.h"

#include "server/base/text.h"
#include "server/providers/notion/notionid.h"

using namespace Qt::StringLiterals;

namespace fairlead::providers::notion {
namespace {

/** Notes the person where one of the names is theirs. */
Result<> note(PeopleIds &ids, const QStringList &names, const Person &person)
{
    for (const QString &spelling : {person.name.toLower(), person.email.toLower()}) {
        if (spelling.isEmpty() || !names.contains(spelling))
            continue;
        QString &id = ids[spelling];
        if (!id.isEmpty() && id != person.id) {
            return failure(
                ErrorCode::InvalidInput,
                u"Several people are called \"%1\". Name the one by e-mail or id (%2, "
                "%3)."_s.arg(cleanedLine(person.name, 100), bareId(id), bareId(person.id)));
        }
        id = person.id;
    }
    return {};
}

QCoro::Task<Result<QString>> idOfMe(NotionSessions::Session session)
{
    const auto identity = co_await session.client->me();
    if (!identity)
        co_return failure(identity.error());
    if (!identity->owner.id.isEmpty())
        co_return identity->owner.id;
    co_return failure(
        ErrorCode::InvalidInput,
        u"\"me\" means nobody here: the connection to %1 stands for an integration and "
        "not for a person. Name the person."_s.arg(session.connection.name));
}

} // namespace

QCoro::Task<Result<PeopleIds>> idsOfPeople(NotionDirectory &directory,
                                           NotionSessions::Session session,
                                           QStringList names)
{
    PeopleIds ids;
    if (names.removeAll(u"me"_s) > 0) {
        const auto me = co_await idOfMe(session);
        if (!me)
            co_return failure(me.error());
        ids.insert(u"me"_s, *me);
    }
    if (names.isEmpty())
        co_return ids;
    const auto people = co_await directory.people(session);
    if (!people)
        co_return failure(people.error());
    for (const Person &person : *people) {
        const auto noted = person.isBot ? Result<>() : note(ids, names, person);
        if (!noted)
            co_return failure(noted.error());
    }
    co_return ids;
}

} // namespace fairlead::providers::notion
