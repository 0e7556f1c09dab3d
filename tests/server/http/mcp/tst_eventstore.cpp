// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/mcp/eventstore.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace fairlead::http;

/** What a client may ask for again, and how much of it is kept. */
class TestEventStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void givesWhatCameLaterOnThatStream();
    void startsAtThePlaceThatWasNamed();
    void givesWhatNoStreamCarriedToTheFirstThatClaimsIt();
    void keepsTheNewestEvents();
    void keepsNoMoreBytesThanAllowed();
    void givesUpFirstWhatNobodyWaitsFor();
    void readsItsOwnIdsOnly_data();
    void readsItsOwnIdsOnly();
};

namespace {

QByteArrayList jsonOf(const QList<EventStore::Event> &events)
{
    QByteArrayList all;
    for (const EventStore::Event &event : events)
        all.append(event.json);
    return all;
}

} // namespace

void TestEventStore::givesWhatCameLaterOnThatStream()
{
    EventStore store;
    const auto first = store.add(1, "a");
    store.add(2, "other");
    store.add(1, "b");
    QCOMPARE(jsonOf(store.after(first)), QByteArrayList{"b"});
    QCOMPARE(jsonOf(store.after({1, 0})), (QByteArrayList{"a", "b"}));
    QCOMPARE(jsonOf(store.after({3, 0})), QByteArrayList());
}

void TestEventStore::startsAtThePlaceThatWasNamed()
{
    EventStore store;
    store.add(1, "before");
    const auto place = store.begin(1);
    QCOMPARE(jsonOf(store.after(place)), QByteArrayList());
    store.add(1, "after");
    QCOMPARE(jsonOf(store.after(place)), QByteArrayList{"after"});
}

void TestEventStore::givesWhatNoStreamCarriedToTheFirstThatClaimsIt()
{
    EventStore store;
    store.add(EventStore::noStream, "before");
    const auto first = store.add(1, "a");
    store.add(EventStore::noStream, "missed");
    store.claim(first);
    QCOMPARE(jsonOf(store.after(first)), QByteArrayList{"missed"});
    store.claim({2, first.event});
    QCOMPARE(jsonOf(store.after({2, first.event})), QByteArrayList());
}

void TestEventStore::keepsTheNewestEvents()
{
    EventStore store(2);
    for (const auto &json : {"a", "b", "c"})
        store.add(0, json);
    QCOMPARE(jsonOf(store.after({0, 0})), (QByteArrayList{"b", "c"}));
}

void TestEventStore::keepsNoMoreBytesThanAllowed()
{
    EventStore store(100, 10);
    store.add(0, "12345678");
    store.add(0, "1234");
    QCOMPARE(jsonOf(store.after({0, 0})), QByteArrayList{"1234"});
    store.add(0, "12345678901"); // the newest may be the answer that somebody comes back for
    QCOMPARE(jsonOf(store.after({0, 0})), QByteArrayList{"12345678901"});
}

void TestEventStore::givesUpFirstWhatNobodyWaitsFor()
{
    EventStore store(3);
    store.add(0, "answer");
    store.add(0, "progress 1", EventStore::Worth::Passing);
    store.add(0, "progress 2", EventStore::Worth::Passing);
    store.add(0, "progress 3", EventStore::Worth::Passing);
    QCOMPARE(jsonOf(store.after({0, 0})), (QByteArrayList{"answer", "progress 2", "progress 3"}));
    store.add(0, "answer 2");
    store.add(0, "answer 3");
    store.add(0, "answer 4");
    QCOMPARE(jsonOf(store.after({0, 0})), (QByteArrayList{"answer 2", "answer 3", "answer 4"}));
}

void TestEventStore::readsItsOwnIdsOnly_data()
{
    QTest::addColumn<QByteArray>("id");
    QTest::addColumn<bool>("isOurs");
    QTest::newRow("ours") << EventStore::Position{7, 12}.toId() << true;
    QTest::newRow("empty") << ""_ba << false;
    QTest::newRow("one number") << "7"_ba << false;
    QTest::newRow("three") << "7-1-2"_ba << false;
    QTest::newRow("letters") << "a-b"_ba << false;
    QTest::newRow("negative") << "7--1"_ba << false;
    QTest::newRow("too large") << "99999999999999999999-1"_ba << false;
}

void TestEventStore::readsItsOwnIdsOnly()
{
    QFETCH(QByteArray, id);
    QFETCH(bool, isOurs);
    QCOMPARE(EventStore::Position::fromId(id).has_value(), isOurs);
}

QTEST_GUILESS_MAIN(TestEventStore)
#include "tst_eventstore.moc"
