// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/ctl/bridge/bridgerig.h"

#include <QFile>
#include <QLockFile>
#include <QSignalSpy>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace fairlead;
using namespace fairlead::tests;

namespace {

using Server = fakes::LocalHttpServer;

const QByteArray hello =
    R"({"jsonrpc":"2.0","id":0,"method":"initialize","params":{"protocolVersion":"2025-11-25"}})"_ba;
const QByteArray helloBack =
    R"({"jsonrpc":"2.0","id":0,"result":{"protocolVersion":"2025-11-25","capabilities":{}}})"_ba;
const QByteArray initialized = R"({"jsonrpc":"2.0","method":"notifications/initialized"})"_ba;
const QByteArray call =
    R"({"jsonrpc":"2.0","id":5,"method":"tools/call","params":{"name":"t"}})"_ba;
const QByteArray list = R"({"jsonrpc":"2.0","id":6,"method":"tools/list"})"_ba;
const QByteArray notice = R"({"jsonrpc":"2.0","method":"notifications/message"})"_ba;

} // namespace

/** An instance dies and leaves its files behind; whoever takes its port must not get the key. */
class TestBridgeKeyGuard : public QObject
{
    Q_OBJECT

private:
    void write(const QString &name, const QByteArray &text) const
    {
        QFile file(m_folder->filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text);
    }

    void live()
    {
        m_lock = std::make_unique<QLockFile>(m_folder->filePath(u"instance.lock"_s));
        QVERIFY(m_lock->tryLock(0));
        write(u"control.token"_s, "token"_ba);
        write(u"endpoint.json"_s, "{\"url\":\"" + m_rig->server().url().toEncoded() + "\"}");
    }

    void answer(QTcpSocket &socket, const Server::Received &received)
    {
        if (received.body == hello) {
            socket.write(BridgeRig::json(helloBack, "Mcp-Session-Id: s\r\n"));
        } else if (received.body == initialized) {
            socket.write(BridgeRig::accepted());
        } else if (received.head.startsWith("GET /mcp")) {
            socket.write(BridgeRig::events({notice}));
            m_stream = &socket;
        } else if (!received.head.startsWith("POST /mcp")) {
            socket.write(BridgeRig::json("{}"));
        } else if (m_lock && !std::exchange(m_diesWithNext, false)) {
            socket.write(BridgeRig::json(R"({"jsonrpc":"2.0","id":6,"result":{}})"));
        } else {
            m_lock.reset();
            socket.abort();
        }
    }

    /** What came with the key once the instance was dead; looked at when the bridge has asked, as
     * it does without the key, whether anybody is there. */
    [[nodiscard]] qsizetype requestsWithKey() const
    {
        return std::ranges::count_if(m_rig->server().received(), [](const auto &received) {
            return received.head.contains("Authorization");
        });
    }
    [[nodiscard]] bool hasAskedForHealth() const
    {
        const auto &received = m_rig->server().received();
        return !received.isEmpty() && received.last().head.startsWith("GET /health");
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<QLockFile> m_lock;
    QPointer<QTcpSocket> m_stream;
    bool m_diesWithNext = false;
    std::unique_ptr<BridgeRig> m_rig;

private Q_SLOTS:
    void init()
    {
        m_diesWithNext = false;
        m_folder = std::make_unique<QTemporaryDir>();
        m_rig = std::make_unique<BridgeRig>(
            [this](QTcpSocket &socket, const Server::Received &received) {
                answer(socket, received);
            },
            m_folder->path());
        live();
        m_rig->write(hello);
        QTRY_VERIFY(m_rig->hasRead(helloBack));
    }

    void cleanup()
    {
        m_rig.reset();
        m_lock.reset();
    }

    void doesNotListenAgainAtTheOldPort()
    {
        m_rig->write(initialized);
        QTRY_VERIFY(m_rig->hasRead(notice));
        const qsizetype before = requestsWithKey();
        m_lock.reset();
        m_stream->abort();
        QTRY_VERIFY(hasAskedForHealth());
        QCOMPARE(requestsWithKey(), before);
    }

    void repeatsAReadOnlyToTheInstance()
    {
        m_diesWithNext = true;
        m_rig->write(list);
        QTRY_VERIFY(hasAskedForHealth());
        QCOMPARE(requestsWithKey(), 2);
        live();
        QTRY_VERIFY(m_rig->hasRead(R"("id":6,"result")"));
        QCOMPARE(m_rig->posted().count(list), 2);
    }

    void asksNobodyElseAfterACrashThatNothingTold_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::newRow("request") << list;
        QTest::newRow("call") << call;
        QTest::newRow("notification") << initialized;
    }
    void asksNobodyElseAfterACrashThatNothingTold()
    {
        QFETCH(QByteArray, line);
        const qsizetype before = requestsWithKey();
        m_lock.reset(); // no connection breaks
        m_rig->write(line);
        QTRY_VERIFY(hasAskedForHealth());
        QCOMPARE(requestsWithKey(), before);
        live();
        QTRY_VERIFY(m_rig->posted().contains(line));
        QCOMPARE(m_rig->posted().count(hello), 2);
    }

    void endsNoSessionAtTheOldPort()
    {
        const qsizetype before = requestsWithKey();
        m_lock.reset();
        QSignalSpy finished(&m_rig->bridge(), &ctl::Bridge::finished);
        m_rig->closeInput();
        QTRY_COMPARE(finished.size(), 1);
        QCOMPARE(requestsWithKey(), before);
    }

    void sendsNothingAfterACallThatBroke()
    {
        m_diesWithNext = true;
        m_rig->write(call);
        QTRY_VERIFY(m_rig->hasRead("may or may not"));
        m_rig->write(list);
        QTRY_VERIFY(hasAskedForHealth());
        QCOMPARE(requestsWithKey(), 2);
    }
};

QTEST_GUILESS_MAIN(TestBridgeKeyGuard)
#include "tst_bridgekeyguard.moc"
