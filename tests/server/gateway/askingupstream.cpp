// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/gateway/askingupstream.h"

#include <QJsonDocument>
#include <QTcpSocket>

using namespace Qt::StringLiterals;

namespace fairlead::gateway {
namespace {

QByteArray doneFor(const QJsonObject &call)
{
    const QJsonObject part{{u"type"_s, u"text"_s}, {u"text"_s, u"done"_s}};
    const QJsonObject result{{u"content"_s, QJsonArray{part}}};
    return ScriptedUpstream::json(ScriptedUpstream::resultFor(call, result));
}

} // namespace

AskingUpstream::AskingUpstream(const QJsonObject &params)
    : m_params(params)
{
    m_upstream.instead = [this](QTcpSocket &socket, const QJsonObject &message) {
        return take(socket, message);
    };
}

bool AskingUpstream::take(QTcpSocket &socket, const QJsonObject &message)
{
    if (message["method"_L1] == "tools/call"_L1) {
        m_call = message;
        m_socket = &socket;
        const QJsonObject question{{u"jsonrpc"_s, u"2.0"_s},
                                   {u"id"_s, u"q"_s},
                                   {u"method"_s, u"elicitation/create"_s},
                                   {u"params"_s, m_params}};
        ScriptedUpstream::stream(socket, {ScriptedUpstream::json(question)});
        return true;
    }
    if (message["id"_L1] == "q"_L1 && m_socket) {
        m_answer = message;
        ScriptedUpstream::push(*m_socket, doneFor(m_call));
        socket.write(fakes::LocalHttpServer::answer("202 Accepted"_ba, {}));
        return true;
    }
    return false;
}

void AskingUpstream::askByResult(ScriptedUpstream &upstream, int rounds, const QJsonObject &input)
{
    upstream.instead = [rounds, input, count = 0](QTcpSocket &socket,
                                                  const QJsonObject &message) mutable {
        if (message["method"_L1] != "tools/call"_L1)
            return false;
        const QByteArray asking =
            ScriptedUpstream::json(ScriptedUpstream::resultFor(message, input));
        ScriptedUpstream::answer(socket, count++ < rounds ? asking : doneFor(message));
        return true;
    };
}

QJsonObject AskingUpstream::inputRequired(const QJsonObject &params)
{
    const QJsonObject request{{u"method"_s, u"elicitation/create"_s}, {u"params"_s, params}};
    return {{u"resultType"_s, u"input_required"_s},
            {u"requestState"_s, u"s1"_s},
            {u"inputRequests"_s, QJsonObject{{u"where"_s, request}}}};
}

QJsonObject AskingUpstream::formQuestion()
{
    return object("{'message':'Where to?','requestedSchema':{'type':'object','properties':{"
                  "'city':{'type':'string'},'days':{'type':'integer','default':3}}}}");
}

QJsonObject AskingUpstream::object(QByteArray json)
{
    return QJsonDocument::fromJson(json.replace('\'', '"')).object();
}

} // namespace fairlead::gateway
