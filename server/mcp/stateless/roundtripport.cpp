// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/mcp/stateless/roundtripport.h"

#include "server/mcp/methods/inputmessages.h"
#include "server/mcp/methods/loggingmethod.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace fairlead::mcp {

RoundTripPort::RoundTripPort(RequestMeta meta,
                             QJsonObject answers,
                             std::function<void(QByteArray)> send)
    : m_meta(std::move(meta))
    , m_answers(std::move(answers))
    , m_send(std::move(send))
{}

bool RoundTripPort::can(tools::InputRequest::Kind kind) const
{
    return canAnswer(m_meta.capabilities, kind, m_meta.revision);
}

QCoro::Task<Result<tools::InputAnswers>> RoundTripPort::ask(QList<tools::InputRequest> requests)
{
    tools::InputAnswers answers;
    for (const tools::InputRequest &request : requests) {
        if (!can(request.kind)) {
            const QJsonObject needed = neededCapability(request.kind);
            m_missing[needed.begin().key()] = needed.begin().value();
            continue;
        }
        const QJsonValue given = m_answers[request.key];
        // An answer of the wrong form is as good as none: the client is asked again.
        const auto answer = inputAnswer(request, given.toObject());
        if (answer) {
            m_used[request.key] = given;
            answers.insert(request.key, *answer);
            continue;
        }
        const ClientRequest message = clientRequest(request, m_meta.revision);
        m_open[request.key] =
            QJsonObject{{u"method"_s, message.method}, {u"params"_s, message.params}};
    }
    if (!m_missing.isEmpty())
        co_return failure(ErrorCode::Forbidden,
                          u"This client cannot be asked for what the call needs."_s);
    if (!m_open.isEmpty())
        co_return failure(ErrorCode::Cancelled, u"The client is asked for more first."_s);
    co_return answers;
}

bool RoundTripPort::hasAnswerFrom(const QString &keyPrefix) const
{
    const QStringList keys = m_answers.keys();
    return std::ranges::any_of(
        keys, [&keyPrefix](const QString &key) { return key.startsWith(keyPrefix); });
}

void RoundTripPort::log(tools::LogLevel level, const QString &logger, const QJsonValue &data)
{
    if (m_meta.logLevel && level >= *m_meta.logLevel)
        m_send(logMessage(level, logger, data));
}

std::optional<Reply> RoundTripPort::unanswered() const
{
    if (!m_missing.isEmpty())
        return Reply{{},
                     RpcError{RpcCode::MissingClientCapability,
                              u"This call needs something that the client cannot do."_s,
                              {{u"requiredCapabilities"_s, m_missing}}}};
    if (m_open.isEmpty())
        return std::nullopt;
    return Reply::fromResult(
        {{u"resultType"_s, u"input_required"_s}, {u"inputRequests"_s, m_open}});
}

} // namespace fairlead::mcp
