// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fuzz/statelessconversation.h"

#include "server/mcp/jsonrpc/jsoncheck.h"
#include "tests/fuzz/finding.h"

#include <QCoreApplication>
#include <QJsonDocument>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace fairlead::fuzz {
namespace {

constexpr auto revisionKey = "io.modelcontextprotocol/protocolVersion"_L1;

QJsonObject parsed(const QByteArray &json)
{
    return QJsonDocument::fromJson(json).object();
}

/** Headers that say what the body says, so that the input need not say it twice. */
QList<http::Header> headersFor(const QJsonObject &message)
{
    const QJsonValue params = message["params"_L1];
    QList<http::Header> headers;
    headers.append({"mcp-protocol-version", params["_meta"_L1][revisionKey].toString().toLatin1()});
    headers.append({"mcp-method", message["method"_L1].toString().toLatin1()});
    for (const auto key : {"name"_L1, "uri"_L1}) {
        const QByteArray value = params[key].toString().toUtf8().toBase64();
        if (params[key].isString())
            headers.append({"mcp-name", "=?base64?" + value + "?="});
    }
    return headers;
}

/** The tool asks its client for a name, and ends with what came of that. */
void askAndFinish(fakes::FakeCall &call)
{
    tools::InputRequest request;
    request.key = u"name"_s;
    request.message = u"Your name?"_s;
    const QList<tools::InputRequest> requests{request};
    QCoro::connect(call.call().client->ask(requests),
                   qApp,
                   [&call](const Result<tools::InputAnswers> &answers) {
                       if (answers)
                           call.finish(tools::ToolResult::fromText(u"done"_s));
                       else
                           call.finish(failure(answers.error()));
                   });
}

void checkMessage(const QByteArray &json, const QJsonValue &id)
{
    require(!json.contains('\n'), "one line");
    require(!mcp::checkJson(json), "strict JSON");
    const QJsonObject message = parsed(json);
    const bool isAnswer = message.contains("result"_L1) || message.contains("error"_L1);
    require(isAnswer || message.contains("method"_L1), "a message");
    if (isAnswer && !message["id"_L1].isNull() && !message["id"_L1].isUndefined())
        require(message["id"_L1] == id, "the id that was asked with");
}

} // namespace

StatelessConversation::StatelessConversation()
{
    m_mcp.profile.changes = &m_changes;
    m_mcp.profile.callsInFlight = 4;
    m_mcp.profile.stateKey = QByteArray(32, 'k');
}

void StatelessConversation::send(QByteArray body)
{
    body.replace("STATE", m_state);
    const QJsonObject message = parsed(body);
    const QByteArray key = m_posts.size() % 2 == 0 ? "key_1" : "key_2";
    auto *exchange = m_mcp.post("/mcp", body, key, headersFor(message));
    m_posts.push_back({exchange, message["id"_L1]});
    noteState();
}

void StatelessConversation::leaveLast()
{
    if (m_posts.empty())
        return;
    Post &post = m_posts.back();
    post.left = true;
    if (auto *stream = post.exchange->stream())
        stream->leave();
    else
        post.exchange->leave();
}

void StatelessConversation::finishWaiting()
{
    for (; m_finishedCalls < m_mcp.tools.waitingCount(); ++m_finishedCalls) {
        auto &call = m_mcp.tools.waiting(m_finishedCalls);
        call.report({.progress = 1, .total = 2, .message = u"half"_s});
        askAndFinish(call);
    }
    noteState();
}

void StatelessConversation::change()
{
    Q_EMIT m_changes.toolsChanged();
    Q_EMIT m_changes.resourcesChanged();
    Q_EMIT m_changes.resourceUpdated(u"a"_s);
}

void StatelessConversation::noteState()
{
    for (const Post &post : m_posts) {
        const auto state = parsed(post.exchange->body())["result"_L1]["requestState"_L1];
        if (state.isString())
            m_state = state.toString().toLatin1();
    }
}

void StatelessConversation::end()
{
    finishWaiting();
    m_mcp.streamable.closeSessionsOf(u"key_1"_s);
    m_mcp.streamable.closeSessionsOf(u"key_2"_s);
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    for (const Post &post : m_posts)
        check(post);
}

void StatelessConversation::check(const Post &post)
{
    require(post.left || post.exchange->isAnswered(), "every POST is answered");
    if (const auto *stream = post.exchange->stream()) {
        require(!stream->isOpen(), "every stream ends with its key");
        for (const fakes::FakeEvent &event : stream->events())
            checkMessage(event.data, post.id);
    }
    constexpr std::array known{0, 200, 202, 400, 404, 429};
    require(std::ranges::count(known, post.exchange->status()) == 1, "a known status");
    if (!post.exchange->body().isEmpty())
        checkMessage(post.exchange->body(), post.id);
}

} // namespace fairlead::fuzz
