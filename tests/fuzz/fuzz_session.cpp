// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The JSON-RPC dispatcher: each line of the input is a body for one session with fake tools behind
// it, or, by the input's first byte, a request without a session. Every answer is one line of
// strict JSON and belongs to an input that still waits; every accepted input is finished once.
#include "server/mcp/jsonrpc/jsoncheck.h"
#include "server/mcp/sessions/session.h"
#include "tests/fakes/faketools.h"
#include "tests/fuzz/finding.h"
#include "tests/fuzz/statelessconversation.h"

#include <QCoreApplication>
#include <QLoggingCategory>
#include <QSet>

using namespace fairlead;

namespace {

const QByteArray initializeBody =
    R"({"jsonrpc":"2.0","id":0,"method":"initialize","params":{"protocolVersion":"2025-03-26",)"
    R"("capabilities":{},"clientInfo":{"name":"fuzz","version":"1"}}})";

/** A session, what it may still say, and what it said. */
class Conversation final : public QObject
{
public:
    Conversation()
    {
        m_caller.keyId = QStringLiteral("key_1");
        connect(m_session, &mcp::Session::messageReady, this, &Conversation::take);
        connect(m_session, &mcp::Session::finished, this, [this](mcp::OriginId origin) {
            fuzz::require(m_open.remove(origin), "finished once, and only what was begun");
        });
    }

    void send(const QByteArray &body)
    {
        const auto parsed = mcp::parseIncoming(body);
        const auto *incoming = std::get_if<mcp::Incoming>(&parsed);
        if (!incoming)
            return;
        m_open.insert(++m_lastOrigin);
        if (m_session->receive(*incoming, m_lastOrigin, m_caller))
            m_open.remove(m_lastOrigin);
    }

    void abandonLast()
    {
        m_session->abandon(m_lastOrigin);
        m_open.remove(m_lastOrigin);
    }

    void finishWaiting()
    {
        for (; m_finishedCalls < m_tools.waitingCount(); ++m_finishedCalls) {
            auto &call = m_tools.waiting(m_finishedCalls);
            call.report({.progress = 1, .total = 2, .message = QStringLiteral("half")});
            call.finish(tools::ToolResult::fromText(QStringLiteral("done")));
        }
    }

    void end()
    {
        finishWaiting();
        fuzz::require(m_open.isEmpty(), "every input is finished");
        fuzz::require(!m_session->isBusy(), "nothing is in flight");
        m_session->deleteLater();
        QCoreApplication::sendPostedEvents(m_session, QEvent::DeferredDelete);
    }

private:
    void take(const mcp::Outgoing &message) const
    {
        fuzz::require(m_open.contains(message.origin), "an answer only to what waits");
        fuzz::require(!message.json.contains('\n'), "one line");
        fuzz::require(!mcp::checkJson(message.json), "strict JSON");
    }

    fakes::FakeTools m_tools;
    mcp::ServerProfile m_profile{.tools = m_tools, .instructions = QStringLiteral("Ask.")};
    mcp::Session *m_session = new mcp::Session(m_profile, this);
    tools::Caller m_caller;
    QSet<mcp::OriginId> m_open;
    mcp::OriginId m_lastOrigin = 0;
    size_t m_finishedCalls = 0;
};

} // namespace

extern "C" int LLVMFuzzerInitialize(int *argc, char ***argv)
{
    static QCoreApplication application(*argc, *argv);
    QLoggingCategory::setFilterRules(QStringLiteral("*=false\ndefault.critical=true"));
    return 0;
}

namespace {

void talkWithoutSession(const QList<QByteArray> &bodies)
{
    fuzz::StatelessConversation conversation;
    for (const QByteArray &body : bodies) {
        if (body == "leave")
            conversation.leaveLast();
        else if (body == "finish")
            conversation.finishWaiting();
        else if (body == "change")
            conversation.change();
        else
            conversation.send(body);
    }
    conversation.end();
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    QByteArray input = fuzz::inputFrom(data, size);
    const int options = fuzz::takeByte(input);
    const QList<QByteArray> bodies = input.split('\n');
    if ((options & 2) != 0) {
        talkWithoutSession(bodies);
        return 0;
    }
    Conversation conversation;
    if ((options & 1) == 0)
        conversation.send(initializeBody);
    for (const QByteArray &body : bodies) {
        if (body == "abandon")
            conversation.abandonLast();
        else if (body == "finish")
            conversation.finishWaiting();
        else
            conversation.send(body);
    }
    conversation.end();
    return 0;
}
