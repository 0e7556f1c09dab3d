// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fakes/fakecatalogue.h"

using namespace Qt::StringLiterals;

namespace fairlead::fakes {

QList<tools::Resource> FakeResources::list(const tools::Caller &) const
{
    QList<tools::Resource> resources;
    for (const int number : {1, 2, 3})
        resources.append(
            {u"note://%1"_s.arg(number), u"Note %1"_s.arg(number), u"A title"_s, {}, {}});
    return resources;
}

QList<tools::ResourceTemplate> FakeResources::templates(const tools::Caller &) const
{
    return {{u"note://{number}"_s, u"Note"_s, {}, u"Any note"_s, u"text/plain"_s}};
}

QCoro::Task<Result<QList<tools::Content>>> FakeResources::read(tools::ResourceRead wish)
{
    if (wish.uri != "note://1"_L1)
        co_return failure(ErrorCode::NotFound, u"There is no such note."_s);
    tools::Content content;
    content.kind = tools::Content::Kind::Resource;
    content.uri = wish.uri;
    content.text = u"Milk"_s;
    const QList<tools::Content> contents = {content};
    co_return contents;
}

QCoro::Task<Result<tools::Completion>> FakeResources::complete(tools::CompletionQuery query)
{
    tools::Completion completion;
    completion.values = QStringList(2, query.typed);
    completion.total = 9;
    co_return completion;
}

Result<std::unique_ptr<tools::Following>> FakeResources::follow(const QString &uri,
                                                                const tools::Caller &caller)
{
    if (!uri.startsWith("note://"_L1) || caller.userId == "usr_stranger"_L1)
        return failure(ErrorCode::NotFound, u"There is no such note."_s);
    auto following = std::make_unique<tools::Following>();
    m_followings.append({uri, following.get()});
    return following;
}

void FakeResources::change(const QString &uri)
{
    for (const auto &[followed, following] : std::as_const(m_followings)) {
        if (following && followed == uri)
            Q_EMIT following->updated();
    }
}

qsizetype FakeResources::followers() const
{
    return std::ranges::count_if(m_followings,
                                 [](const auto &each) { return !each.second.isNull(); });
}

QList<tools::PromptDefinition> FakePrompts::list(const tools::Caller &) const
{
    tools::PromptDefinition greet{u"greet"_s, u"Greet"_s, u"Greets somebody"_s, {}};
    greet.arguments.append({u"who"_s, u"Whom to greet"_s, true});
    return {greet};
}

QCoro::Task<Result<tools::PromptText>> FakePrompts::get(tools::PromptCall call)
{
    tools::PromptText text;
    text.messages.append({tools::PromptMessage::Role::User,
                          tools::Content::fromText(u"Greet "_s + call.arguments.value(u"who"_s))});
    co_return text;
}

QCoro::Task<Result<tools::Completion>> FakePrompts::complete(tools::CompletionQuery)
{
    tools::Completion completion;
    for (int i = 0; i < 101; ++i)
        completion.values.append(QString::number(i));
    co_return completion;
}

} // namespace fairlead::fakes
