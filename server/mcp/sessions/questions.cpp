// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/mcp/sessions/questions.h"

#include "server/base/text.h"

using namespace Qt::StringLiterals;

namespace fairlead::mcp {
namespace {

constexpr qsizetype longestMessage = 500;

Result<QJsonObject> resultOf(const ResponseMessage &response)
{
    if (!response.error)
        return response.result;
    return failure(ErrorCode::InvalidData,
                   u"The client could not answer: "_s
                       + cleanedLine((*response.error)["message"_L1].toString(), longestMessage));
}

} // namespace

Questions::Entry Questions::add()
{
    const QString id = u"ask-%1"_s.arg(++m_last);
    auto question = std::make_shared<Question>();
    m_open.emplace(id, question);
    return {RequestId(id), std::move(question)};
}

void Questions::answer(const ResponseMessage &response)
{
    if (const auto question = take(response.id))
        question->resolve(resultOf(response));
}

bool Questions::cancel(const RequestId &id, const Error &why)
{
    const auto question = take(id);
    if (question)
        question->resolve(failure(why));
    return question != nullptr;
}

void Questions::cancelAll()
{
    for (const auto &[id, question] : std::exchange(m_open, {}))
        question->resolve(failure(ErrorCode::Cancelled, u"The client has left."_s));
}

std::shared_ptr<Question> Questions::take(const RequestId &id)
{
    const auto node = m_open.extract(id.toJson().toString());
    return node.empty() ? nullptr : node.mapped();
}

} // namespace fairlead::mcp
