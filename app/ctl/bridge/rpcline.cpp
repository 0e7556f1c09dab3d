// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/bridge/rpcline.h"

#include "app/ctl/bridge/envelopescanner.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace fairlead::ctl {
namespace {

constexpr std::array repeatable{
    "completion/complete"_L1,
    "initialize"_L1,
    "logging/setLevel"_L1,
    "ping"_L1,
    "prompts/get"_L1,
    "prompts/list"_L1,
    "resources/list"_L1,
    "resources/read"_L1,
    "resources/subscribe"_L1,
    "resources/templates/list"_L1,
    "resources/unsubscribe"_L1,
    "server/discover"_L1,
    "subscriptions/listen"_L1,
    "tools/list"_L1,
};

/** A single value in JSON's own form, which QJsonDocument writes only inside an array. */
QByteArray written(const QJsonValue &value)
{
    return QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact).sliced(1).chopped(1);
}

Result<RpcLine> parseBatch(const QByteArray &bytes, const QJsonArray &messages)
{
    RpcLine line{.kind = RpcLine::Kind::Batch, .bytes = bytes};
    for (const auto &message : messages) {
        if (message["method"_L1].isString() && !message["id"_L1].isUndefined())
            line.requestIds.append(written(message["id"_L1]));
    }
    return line;
}

} // namespace

Result<RpcLine> RpcLine::parse(const QByteArray &bytes)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(bytes, &error);
    if (error.error != QJsonParseError::NoError)
        return failure(
            ErrorCode::InvalidData,
            u"This is not JSON: %1 (at byte %2)."_s.arg(error.errorString()).arg(error.offset));
    if (document.isArray())
        return parseBatch(bytes, document.array());
    const QJsonObject object = document.object();
    const bool hasMethod = object["method"_L1].isString();
    if (!hasMethod && !object.contains("result"_L1) && !object.contains("error"_L1))
        return failure(ErrorCode::InvalidInput,
                       u"This is no JSON-RPC message: it has neither a method nor a result."_s);
    RpcLine line{.bytes = bytes};
    EnvelopeScanner envelope;
    envelope.feed(bytes);
    line.id = envelope.id();
    if (line.id.isEmpty() && object.contains("id"_L1)) // its key is written with escapes
        line.id = written(object["id"_L1]);
    line.method = object["method"_L1].toString();
    line.params = object["params"_L1].toObject();
    line.revision =
        line.params["_meta"_L1]["io.modelcontextprotocol/protocolVersion"_L1].toString();
    if (!hasMethod)
        line.kind = Kind::Response;
    else if (!line.id.isEmpty())
        line.kind = Kind::Request;
    if (line.kind == Kind::Request)
        line.requestIds = {line.id};
    return line;
}

bool RpcLine::isStateless() const
{
    return !revision.isEmpty() || method == "server/discover"_L1;
}

bool RpcLine::isRepeatable() const
{
    return kind == Kind::Request && std::ranges::find(repeatable, method) != repeatable.end();
}

QByteArray comparableId(const QJsonValue &id)
{
    return written(id);
}

QByteArray errorLine(const QByteArray &id, BridgeCode code, const QString &message)
{
    return R"({"jsonrpc":"2.0","id":)" + (id.isEmpty() ? "null"_ba : id) + R"(,"error":{"code":)"
        + QByteArray::number(static_cast<int>(code)) + R"(,"message":)" + written(message) + "}}";
}

QByteArray onOneLine(QByteArray json)
{
    if (json.contains('\n') || json.contains('\r'))
        json.replace('\n', ' ').replace('\r', ' ');
    return json.trimmed();
}

} // namespace fairlead::ctl
