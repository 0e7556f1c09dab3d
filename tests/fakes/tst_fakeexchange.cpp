// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fakes/fakeexchange.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace fairlead::fakes;
using namespace fairlead::http;

class TestFakeExchange : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsTheFirstAnswerOnly();
    void opensAStreamInsteadOfAnAnswer();
    void refusesStreamsWhenTold();
    void tellsOfAClientThatLeftOnce();
    void tellsOfAClosedStreamFromTheEventLoop();
};

void TestFakeExchange::keepsTheFirstAnswerOnly()
{
    FakeExchange exchange({});
    exchange.respond(Response::empty(202));
    exchange.respond(Response::empty(404));
    QCOMPARE(exchange.status(), 202);
    QVERIFY(!exchange.openEventStream(u"key_1"_s));
}

void TestFakeExchange::opensAStreamInsteadOfAnAnswer()
{
    FakeExchange exchange({});
    EventStream *stream = exchange.openEventStream(u"key_1"_s, {{"X", "y"}});
    QVERIFY(stream);
    exchange.respond(Response::empty(404));
    QCOMPARE(exchange.status(), 0);
    QCOMPARE(exchange.answerHeader("X"), "y"_ba);
    QCOMPARE(exchange.streamOwner(), u"key_1"_s);
    QVERIFY(stream->send("data", "event", "id"));
    QCOMPARE(exchange.stream()->events(), (QList<FakeEvent>{{"data", "event", "id"}}));
}

void TestFakeExchange::refusesStreamsWhenTold()
{
    FakeExchange exchange({});
    exchange.refuseStreams();
    QVERIFY(!exchange.openEventStream(u"key_1"_s));
    QCOMPARE(exchange.status(), 429);
}

void TestFakeExchange::tellsOfAClientThatLeftOnce()
{
    FakeExchange exchange({});
    QSignalSpy spy(&exchange, &Exchange::clientLeft);
    exchange.leave();
    exchange.leave();
    QCOMPARE(spy.count(), 1);
    exchange.respond(Response::empty(200));
    QVERIFY(!exchange.isAnswered());
}

void TestFakeExchange::tellsOfAClosedStreamFromTheEventLoop()
{
    FakeExchange exchange({});
    EventStream *stream = exchange.openEventStream(u"key_1"_s);
    QSignalSpy spy(stream, &EventStream::closed);
    stream->close();
    QVERIFY(!stream->isOpen());
    QVERIFY(!stream->send("late"));
    QCOMPARE(spy.count(), 0);
    QTRY_COMPARE(spy.count(), 1);
}

QTEST_GUILESS_MAIN(TestFakeExchange)
#include "tst_fakeexchange.moc"
