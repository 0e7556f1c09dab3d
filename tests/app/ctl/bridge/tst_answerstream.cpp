// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/bridge/answerstream.h"
#include "tests/fakes/localhttpserver.h"

#include <QCoroTask>
#include <QTcpSocket>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace fairlead;
using namespace fairlead::ctl;

namespace {

using Server = fakes::LocalHttpServer;

/** A link to a server that answers with these bytes, and the first answer of it. */
class Asked
{
public:
    explicit Asked(const QByteArray &bytes, bool thenClose = false)
        : Asked([bytes, thenClose](QTcpSocket &socket, const Server::Received &) {
            socket.write(bytes);
            if (thenClose)
                socket.disconnectFromHost();
        })
    {}
    explicit Asked(const Server::Answer &answer)
        : server(answer)
        , link(client, Secret("k"_ba))
    {
        link.setUrl(server.url());
        link.setSession(McpSession{.id = "s"_ba, .revision = "2025-11-25"_ba});
        stream = std::make_unique<AnswerStream>(
            link, link.post("{}"_ba, {}, McpLink::As::Member), AnswerStream::Use::Answer);
    }

    Incoming next() { return QCoro::waitFor(stream->next()); }

    Server server;
    net::StreamingClient client;
    McpLink link;
    std::unique_ptr<AnswerStream> stream;
};

const QByteArray streamHead = "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\n"_ba;

QByteArray refusal(const QByteArray &status, const QByteArray &body)
{
    return Server::answer(status, body, "Content-Type: application/json\r\n"_ba);
}

} // namespace

class TestAnswerStream : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void givesAJsonBodyOnOneLine()
    {
        Asked asked(Server::answer("200 OK"_ba,
                                   "{\n\"id\":1}\n"_ba,
                                   "Content-Type: application/json\r\nMcp-Session-Id: new\r\n"_ba));
        const Incoming incoming = asked.next();
        QCOMPARE(incoming.kind, Incoming::Kind::Message);
        QCOMPARE(incoming.message, "{ \"id\":1}"_ba);
        QCOMPARE(asked.stream->sessionId(), "new"_ba);
        QCOMPARE(asked.next().kind, Incoming::Kind::End);
        const QByteArray head = asked.server.received().first().head;
        for (const char *header : {"Authorization: Bearer k",
                                   "Mcp-Session-Id: s",
                                   "MCP-Protocol-Version: 2025-11-25",
                                   "Accept: application/json, text/event-stream"})
            QVERIFY2(head.contains(header), header);
    }

    void givesEventsOneByOne()
    {
        Asked asked(streamHead
                        + "id: 1\ndata:\n\ndata: {\"a\":\ndata: 1}\n\nevent: other\ndata: x\n\n"
                          "data: {\"b\":2}\n\n",
                    true);
        QCOMPARE(asked.next().message, "{\"a\": 1}"_ba);
        QCOMPARE(asked.next().message, "{\"b\":2}"_ba);
        QCOMPARE(asked.stream->lastEventId(), "1"_ba);
    }

    void tellsHowItFailed_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<Incoming::Kind>("kind");
        QTest::addColumn<QString>("words");
        QTest::newRow("taken") << refusal("202 Accepted"_ba, {}) << Incoming::Kind::End
                               << QString();
        QTest::newRow("no session")
            << refusal("404 Not Found"_ba, R"({"error":{"code":-32001}})"_ba)
            << Incoming::Kind::SessionLost << QString();
        QTest::newRow("unknown method")
            << refusal("404 Not Found"_ba, R"({"id":1,"error":{"code":-32601}})"_ba)
            << Incoming::Kind::Message << QString();
        QTest::newRow("a key that is revoked")
            << refusal("401 Unauthorized"_ba, R"({"detail":"The key was revoked."})"_ba)
            << Incoming::Kind::Refused << u"FAIRLEAD_KEY"_s;
        QTest::newRow("too much") << refusal("429 Too Many Requests"_ba,
                                             R"({"error":{"message":"Too many."}})"_ba)
                                  << Incoming::Kind::Refused << u"Too many."_s;
        QTest::newRow("no reason")
            << refusal("500 Oh"_ba, "<html>"_ba) << Incoming::Kind::Refused << u"500"_s;
        QTest::newRow("no JSON") << refusal("200 OK"_ba, "{\"id\":"_ba) << Incoming::Kind::Broken
                                 << QString();
        QTest::newRow("a stream without the answer")
            << streamHead << Incoming::Kind::Broken << QString();
    }

    void tellsHowItFailed()
    {
        QFETCH(QByteArray, bytes);
        Asked asked(bytes, true);
        const Incoming incoming = asked.next();
        QTEST(incoming.kind, "kind");
        QFETCH(QString, words);
        QVERIFY2(incoming.error.message.contains(words), qUtf8Printable(incoming.error.message));
    }

    void knowsWhatWasCertainlyNotStarted()
    {
        net::StreamingClient client;
        McpLink link(client, Secret("k"_ba));
        {
            const Server gone([](QTcpSocket &, const Server::Received &) {});
            link.setUrl(gone.url());
        }
        AnswerStream refused(
            link, link.post("{}"_ba, {}, McpLink::As::Stranger), AnswerStream::Use::Answer);
        QCOMPARE(QCoro::waitFor(refused.next()).kind, Incoming::Kind::NotStarted);
        Asked dropped([](QTcpSocket &socket, const Server::Received &) { socket.abort(); });
        QCOMPARE(dropped.next().kind, Incoming::Kind::Broken);
    }

    void comesBackForTheRest()
    {
        Asked asked([](QTcpSocket &socket, const Server::Received &received) {
            if (received.head.startsWith("POST"))
                socket.write(streamHead + "id: 7\nretry: 10\ndata:\n\n");
            else if (received.head.contains("Last-Event-ID: 7"))
                socket.write(streamHead + "data: {\"id\":1}\n\n");
            socket.disconnectFromHost();
        });
        QCOMPARE(asked.next().message, "{\"id\":1}"_ba);
        QVERIFY(asked.server.received().at(1).head.startsWith("GET"));
    }

    void doesNotComeBackForEverForNothing()
    {
        Asked asked(streamHead + "id: 7\nretry: 10\ndata:\n\n", true);
        QCOMPARE(asked.next().kind, Incoming::Kind::Broken);
        QCOMPARE(asked.server.received().size(), 6);
    }

    void comesBackAsOftenAsThereIsMore()
    {
        int count = 0;
        Asked asked([&count](QTcpSocket &socket, const Server::Received &) {
            socket.write(streamHead + "retry: 10\nid: 7\ndata: " + QByteArray::number(++count)
                         + "\n\n");
            socket.disconnectFromHost();
        });
        for (int expected = 1; expected <= 10; ++expected)
            QCOMPARE(asked.next().message, QByteArray::number(expected));
    }

    void doesNotComeBackToWhoeverHasThePortNow()
    {
        Asked asked(streamHead + "id: 7\nretry: 10\ndata:\n\n", true);
        asked.link.setCheck([] { return false; });
        QCOMPARE(asked.next().kind, Incoming::Kind::Broken);
        QCOMPARE(asked.server.received().size(), 1);
    }

    void givesUpAtOnceWhenTold()
    {
        Asked asked([](QTcpSocket &, const Server::Received &) {});
        std::optional<Incoming::Kind> kind;
        QCoro::connect(
            asked.stream->next(), this, [&](const Incoming &incoming) { kind = incoming.kind; });
        QTRY_COMPARE(asked.server.received().size(), 1);
        asked.stream->abort();
        QTRY_COMPARE(kind, Incoming::Kind::GivenUp);
        QCOMPARE(asked.next().kind, Incoming::Kind::GivenUp);
    }
};

QTEST_GUILESS_MAIN(TestAnswerStream)
#include "tst_answerstream.moc"
