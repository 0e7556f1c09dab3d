// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/mcp/jsonrpc/incoming.h"

#include "server/mcp/jsonrpc/jsoncheck.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace fairlead::mcp {
namespace {

constexpr qsizetype longestBatch = 100;

InvalidMessage invalid(RpcCode code, const QString &message)
{
    return {{}, {code, message}};
}

std::variant<Incoming, InvalidMessage> batch(const QJsonArray &array)
{
    if (array.isEmpty() || array.size() > longestBatch)
        return invalid(RpcCode::InvalidRequest,
                       u"A batch must have 1 to %1 messages."_s.arg(longestBatch));
    Incoming incoming{.messages = {}, .isBatch = true};
    for (const QJsonValue value : array)
        incoming.messages.append(messageFromJson(value));
    return incoming;
}

} // namespace

bool Incoming::expectsAnswer() const
{
    return std::ranges::any_of(messages, [](const Message &message) {
        return std::holds_alternative<RequestMessage>(message)
            || std::holds_alternative<InvalidMessage>(message);
    });
}

QString Incoming::method() const
{
    if (isBatch || messages.size() != 1)
        return {};
    const auto *request = std::get_if<RequestMessage>(&messages.first());
    return request ? request->method : QString();
}

std::variant<Incoming, InvalidMessage> parseIncoming(QByteArrayView body)
{
    if (const auto error = checkJson(body))
        return InvalidMessage{{}, *error};
    const QByteArrayView trimmed = body.trimmed();
    if (!trimmed.startsWith('{') && !trimmed.startsWith('['))
        return invalid(RpcCode::InvalidRequest, u"A message must be a JSON object."_s);
    QJsonParseError error;
    const QByteArray text = body.toByteArray();
    const auto document = QJsonDocument::fromJson(text, &error);
    // The strict check is the narrower one except for numbers that no double can hold.
    if (error.error != QJsonParseError::NoError)
        return invalid(RpcCode::ParseError,
                       u"The message is not JSON: %1."_s.arg(error.errorString()));
    if (document.isArray())
        return batch(document.array());
    Message message = messageFromJson(document.object());
    if (auto *request = std::get_if<RequestMessage>(&message))
        request->text = text;
    if (const auto *fault = std::get_if<InvalidMessage>(&message))
        return *fault;
    return Incoming{.messages = {message}, .isBatch = false};
}

} // namespace fairlead::mcp
