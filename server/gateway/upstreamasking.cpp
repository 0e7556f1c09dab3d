// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/gateway/upstreamasking.h"

#include <QPointer>

#include <utility>

using namespace Qt::StringLiterals;

namespace fairlead::gateway {
namespace {

using tools::InputAnswer;
using tools::InputRequest;

constexpr int mostQuestions = 10; // during one call
constexpr qsizetype longestState = 64 * 1024;

QByteArray refusal(const mcp::RequestMessage &request, mcp::RpcCode code, const QString &why)
{
    return mcp::errorMessage(request.id, {code, why});
}

/** What the upstream hears when nobody has answered. */
InputAnswer silence(const Error &error)
{
    const bool isImpossible = error.code == ErrorCode::Forbidden;
    return {.action = isImpossible ? InputAnswer::Action::Decline : InputAnswer::Action::Cancel,
            .content = {}};
}

tl::unexpected<Error> unasked(const QString &server)
{
    return failure(ErrorCode::InvalidData,
                   u"%1 wants to ask something before it answers, which is not possible with this "
                   "client."_s.arg(server));
}

} // namespace

UpstreamAsking::UpstreamAsking(QString server, QObject *parent)
    : QObject(parent)
    , m_server(std::move(server))
{}

void UpstreamAsking::expect(qint64 id, const tools::ClientPortPointer &client)
{
    m_asked.insert_or_assign(id, Asked{.client = client});
}

bool UpstreamAsking::isExpected(qint64 during) const
{
    return during < 0 ? m_asked.size() == 1 : m_asked.contains(during);
}

QCoro::Task<QByteArray> UpstreamAsking::answer(mcp::RequestMessage request, qint64 during)
{
    const QPointer<UpstreamAsking> self(this);
    const auto asked = during < 0 ? m_asked.begin() : m_asked.find(during);
    const qint64 id = asked->first;
    if (++asked->second.count > mostQuestions)
        co_return refusal(request, mcp::RpcCode::InvalidRequest, u"Too many questions."_s);
    const auto client = asked->second.client;
    const QString key = u"question-%1"_s.arg(asked->second.count);
    const auto question = questionFrom(m_server, key, request.params);
    if (!question)
        co_return refusal(request, mcp::RpcCode::InvalidParams, question.error().message);
    const QList<InputRequest> questions(1, *question);
    const auto answers = co_await client->ask(questions);
    if (!self || !m_asked.contains(id))
        co_return QByteArray();
    const InputAnswer answer = answers ? answers->value(key) : silence(answers.error());
    co_return mcp::resultMessage(request.id, answerFor(*question, answer));
}

QCoro::Task<Result<QJsonObject>> inputFor(QString server,
                                          tools::ClientPortPointer client,
                                          QJsonObject result)
{
    QList<InputRequest> questions;
    const QJsonObject asked = result.value("inputRequests"_L1).toObject();
    if (asked.size() > mostQuestions || (!client && !asked.isEmpty()))
        co_return unasked(server);
    for (auto it = asked.begin(); it != asked.end(); ++it) {
        if (it.value()["method"_L1] != questionMethod)
            co_return unasked(server);
        const auto question = questionFrom(server, it.key(), it.value()["params"_L1].toObject());
        if (!question)
            co_return failure(question.error());
        questions.append(*question);
    }
    QJsonObject input;
    const QString state = result.value("requestState"_L1).toString();
    if (state.size() > longestState || (state.isEmpty() && questions.isEmpty()))
        co_return unasked(server);
    if (result.contains("requestState"_L1))
        input[u"requestState"_s] = state;
    if (questions.isEmpty())
        co_return input;
    const auto answers = co_await client->ask(questions);
    if (!answers && answers.error().code == ErrorCode::Forbidden)
        co_return unasked(server);
    if (!answers)
        co_return failure(answers.error());
    QJsonObject responses;
    for (const InputRequest &question : std::as_const(questions))
        responses[question.key] = answerFor(question, answers->value(question.key));
    input[u"inputResponses"_s] = responses;
    co_return input;
}

} // namespace fairlead::gateway
