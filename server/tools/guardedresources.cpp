// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/tools/guardedresources.h"

using namespace Qt::StringLiterals;

namespace fairlead::tools {
namespace {

qsizetype bytesOf(const Result<QList<Content>> &contents)
{
    qsizetype bytes = 0;
    if (contents) {
        for (const Content &content : *contents)
            bytes += content.text.toUtf8().size() + content.data.size();
    }
    return bytes;
}

} // namespace

GuardedResources::GuardedResources(ResourceProvider &next, CallLimit &limit, CallLog &log)
    : m_next(next)
    , m_limit(limit)
    , m_log(log)
{}

QList<Resource> GuardedResources::list(const Caller &caller) const
{
    return m_next.list(caller);
}

QList<ResourceTemplate> GuardedResources::templates(const Caller &caller) const
{
    return m_next.templates(caller);
}

QCoro::Task<Result<QList<Content>>> GuardedResources::read(ResourceRead wish)
{
    const CallLog::Entry entry = m_log.begin(u"read "_s + wish.uri, wish.caller);
    const CancellationToken cancellation = wish.cancellation;
    wish.caller.notes = entry.notes;
    const auto turn = m_limit.enter(wish.caller, u"reading the resource"_s);
    Result<QList<Content>> contents;
    if (turn)
        contents = co_await m_next.read(std::move(wish));
    else
        contents = failure(turn.error());
    m_log.end(entry, CallLog::outcomeOf(contents, cancellation), bytesOf(contents));
    co_return contents;
}

QCoro::Task<Result<Completion>> GuardedResources::complete(CompletionQuery query)
{
    const auto turn = m_limit.enter(query.caller, u"the search for suggestions"_s);
    if (!turn)
        co_return failure(turn.error());
    co_return co_await m_next.complete(std::move(query));
}

Result<std::unique_ptr<Following>> GuardedResources::follow(const QString &uri,
                                                            const Caller &caller)
{
    const CallLog::Entry entry = m_log.begin(u"follow "_s + uri, caller);
    auto following = m_next.follow(uri, caller);
    m_log.end(entry, CallLog::outcomeOf(following, {}), 0);
    return following;
}

} // namespace fairlead::tools
