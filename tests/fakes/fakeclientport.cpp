// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fakes/fakeclientport.h"

using namespace Qt::StringLiterals;

namespace fairlead::fakes {

void FakeClientPort::fillIn(const QJsonObject &values)
{
    m_values = values;
}

void FakeClientPort::answer(tools::InputAnswer::Action action)
{
    m_action = action;
}

void FakeClientPort::fail(Error error)
{
    m_error = std::move(error);
}

bool FakeClientPort::can(tools::InputRequest::Kind kind) const
{
    return kind == tools::InputRequest::Kind::Form
        || (opensPages && kind == tools::InputRequest::Kind::Url);
}

QCoro::Task<Result<tools::InputAnswers>> FakeClientPort::ask(QList<tools::InputRequest> requests)
{
    m_asked += requests;
    if (m_error)
        co_return failure(*m_error);
    tools::InputAnswers answers;
    for (const tools::InputRequest &request : requests) {
        tools::InputAnswer answer;
        answer.action = m_action;
        for (const QString &field : fieldsOf(request)) {
            if (m_action == tools::InputAnswer::Action::Accept && m_values.contains(field))
                answer.content[field] = m_values[field];
        }
        answers.insert(request.key, answer);
    }
    co_return answers;
}

QStringList FakeClientPort::fieldsOf(const tools::InputRequest &request)
{
    return request.schema["properties"_L1].toObject().keys();
}

} // namespace fairlead::fakes
