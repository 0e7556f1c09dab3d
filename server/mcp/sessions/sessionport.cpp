// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/mcp/sessions/sessionport.h"

#include "server/mcp/methods/inputmessages.h"
#include "server/mcp/sessions/session.h"

#include <vector>

using namespace Qt::StringLiterals;

namespace fairlead::mcp {

SessionPort::SessionPort(Session *session, InFlight::Ticket ticket)
    : m_session(session)
    , m_ticket(ticket)
{}

bool SessionPort::can(tools::InputRequest::Kind kind) const
{
    return m_session != nullptr
        && canAnswer(m_session->clientCapabilities(), kind, m_session->revision());
}

QCoro::Task<Result<tools::InputAnswers>> SessionPort::ask(QList<tools::InputRequest> requests)
{
    for (const tools::InputRequest &request : requests) {
        if (!can(request.kind))
            co_return failure(ErrorCode::Forbidden,
                              u"This client cannot be asked for what the call needs."_s);
    }
    std::vector<std::shared_ptr<Question>> questions;
    for (const tools::InputRequest &request : requests) {
        auto question = m_session ? m_session->ask(request, m_ticket) : nullptr;
        if (!question)
            co_return failure(ErrorCode::Cancelled, u"The client has left."_s);
        questions.push_back(std::move(question));
    }
    tools::InputAnswers answers;
    for (size_t i = 0; i < questions.size(); ++i) {
        const auto result = co_await questions[i]->answer();
        if (!result)
            co_return failure(result.error());
        const tools::InputRequest &request = requests[static_cast<qsizetype>(i)];
        const auto answer = inputAnswer(request, *result);
        if (!answer)
            co_return failure(answer.error());
        answers.insert(request.key, *answer);
    }
    co_return answers;
}

void SessionPort::log(tools::LogLevel level, const QString &logger, const QJsonValue &data)
{
    if (m_session)
        m_session->log(m_ticket, level, logger, data);
}

void SessionPort::pollLater()
{
    if (m_session)
        m_session->pollLater(m_ticket);
}

} // namespace fairlead::mcp
