// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/engine/outbox.h"
#include "server/http/engine/wire.h"

#include <QAbstractEventDispatcher>
#include <QSignalBlocker>
#include <QTcpServer>
#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;
using namespace fairlead::http::engine;

namespace {

/** A server's end of a connection and its client's. */
struct Pair
{
    explicit Pair(Outbox &outbox)
    {
        struct Listener : QTcpServer
        {
            Listener(Outbox &outbox, std::unique_ptr<Wire> &wire)
                : m_outbox(outbox)
                , m_wire(wire)
            {}
            void incomingConnection(qintptr descriptor) override
            {
                m_wire = std::make_unique<Wire>(m_outbox);
                m_wire->setSocketDescriptor(descriptor);
            }
            Outbox &m_outbox;
            std::unique_ptr<Wire> &m_wire;
        } listener(outbox, wire);
        if (!listener.listen(QHostAddress::LocalHost))
            qFatal("No port is free");
        client.connectToHost(listener.serverAddress(), listener.serverPort());
        if (client.waitForConnected())
            listener.waitForNewConnection(5000);
        if (!wire)
            qFatal("There is no connection");
    }

    std::unique_ptr<Wire> wire;
    QTcpSocket client;
};

using End = void (*)(std::unique_ptr<Wire> &);

} // namespace

/** What leaves at once and what at the end of a turn; Wire is tested with it. */
class TestOutbox : public QObject
{
    Q_OBJECT

private:
    /** Until the turn after one in which several clients were sent something. */
    static void becomeBusy(Pair &pair)
    {
        for (int i = 0; i < 3; ++i)
            pair.wire->send("-");
        QTRY_COMPARE(pair.client.bytesAvailable(), 3);
        pair.client.readAll();
    }

private Q_SLOTS:
    void sendsTheTwoPartsOfOneAnswerAtOnce()
    {
        Outbox outbox;
        const Pair pair(outbox);
        for (int turn = 0; turn < 5; ++turn) {
            for (int part = 0; part < 2; ++part) {
                pair.wire->send("x");
                QCOMPARE(pair.wire->unsentBytes(), 0);
            }
            QTRY_COMPARE(pair.client.bytesAvailable(), 2 * (turn + 1));
        }
    }

    void holdsWhatManyAreSentUntilTheTurnsEnd()
    {
        Outbox outbox;
        Pair one(outbox);
        const Pair other(outbox);
        becomeBusy(one);
        one.wire->send("a");
        other.wire->send("b");
        one.wire->send("c");
        QCOMPARE(one.wire->unsentBytes(), 2);
        QCOMPARE(other.wire->unsentBytes(), 1);
        QCoreApplication::processEvents();
        QCOMPARE(one.wire->unsentBytes(), 0);
        QTRY_COMPARE(one.client.bytesAvailable(), 2);
        QCOMPARE(one.client.readAll(), "ac"_ba);
        QTRY_COMPARE(other.client.bytesAvailable(), 1);
    }

    void sendsAtOnceAgainWhenItIsQuiet()
    {
        Outbox outbox;
        Pair pair(outbox);
        becomeBusy(pair);
        int held = 0;
        for (; held < 100; ++held) {
            pair.wire->send("x");
            if (pair.wire->unsentBytes() == 0)
                break;
            QCoreApplication::processEvents();
        }
        QVERIFY(held > 0 && held < 100);
    }

    void doesNotHoldMuch()
    {
        Outbox outbox;
        Pair pair(outbox);
        becomeBusy(pair);
        pair.wire->send("a");
        pair.wire->send(QByteArray(20'000, 'b'));
        QCOMPARE(pair.wire->unsentBytes(), 0);
        QTRY_COMPARE(pair.client.bytesAvailable(), 20'001);
        QVERIFY(pair.client.readAll().startsWith("ab"));
    }

    void keepsTheOrderOfWhatIsWritten()
    {
        Outbox outbox;
        Pair pair(outbox);
        becomeBusy(pair);
        pair.wire->send("first ");
        pair.wire->write("second");
        QTRY_COMPARE(pair.client.bytesAvailable(), 12);
        QCOMPARE(pair.client.readAll(), "first second"_ba);
    }

    void losesNothingAtTheEnd_data()
    {
        QTest::addColumn<End>("end");
        QTest::newRow("disconnect") << End([](auto &wire) { wire->disconnectFromHost(); });
        QTest::newRow("abort") << End([](auto &wire) { wire->abort(); });
        QTest::newRow("destroy") << End([](auto &wire) { wire.reset(); });
    }
    void losesNothingAtTheEnd()
    {
        QFETCH(End, end);
        Outbox outbox;
        Pair pair(outbox);
        becomeBusy(pair);
        pair.wire->send("last words");
        end(pair.wire);
        QTRY_COMPARE(pair.client.state(), QAbstractSocket::UnconnectedState);
        QCOMPARE(pair.client.readAll(), "last words"_ba);
    }

    void tellsOfWhatTheNetworkDidNotTake()
    {
        Outbox outbox;
        Pair pair(outbox);
        becomeBusy(pair);
        // Until the network is full: a client that does not read.
        pair.client.setReadBufferSize(1);
        while (pair.wire->bytesToWrite() == 0) {
            while (pair.wire->bytesToWrite() == 0)
                pair.wire->send(QByteArray(64 * 1024, 'x'));
            QCoreApplication::processEvents(); // the network may find room after all
        }
        int told = 0;
        connect(pair.wire.get(), &QTcpSocket::bytesWritten, pair.wire.get(), [&told] { ++told; });
        for (int i = 0; i < 3; ++i)
            pair.wire->send("y");
        const qint64 unsent = pair.wire->unsentBytes();
        pair.wire->sendHeld();
        QCOMPARE(told, 1);
        QCOMPARE(pair.wire->bytesToWrite(), unsent);
    }

    void waitsOnlyALittleInALoopThatIsNotQts()
    {
        Outbox outbox;
        Pair pair(outbox);
        becomeBusy(pair);
        const QSignalBlocker nobodyTells(QAbstractEventDispatcher::instance());
        pair.wire->send("x");
        QCOMPARE(pair.wire->unsentBytes(), 1);
        QTRY_COMPARE(pair.client.bytesAvailable(), 1);
    }
};

QTEST_GUILESS_MAIN(TestOutbox)
#include "tst_outbox.moc"
