// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/leases/leases.h"
#include "tests/fakes/fakeclock.h"
#include "tests/fakes/fakehttpclient.h"
#include "tests/fakes/stores.h"
#include "tests/fakes/testdatabase.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace fairlead;
using namespace fairlead::leases;
using namespace std::chrono_literals;

class TestLeases : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        restart();
        m_holder = {.userId = m_stores->user(), .keyId = u"key_1"_s};
    }

    void givesBackWhatWasPutIn()
    {
        const Lease lease = take();
        QVERIFY(lease.id.startsWith("lse_"_L1));
        QCOMPARE(lease.expiresAt, m_clock.now().addSecs(3600));
        const auto found = m_leases->find(m_holder, lease.id);
        QVERIFY(found);
        QCOMPARE(found->services, QStringList{u"jira"_s});
        QVERIFY(m_leases->content(*found)->equals(secretText));
    }

    void keepsNoSecretInTheClear()
    {
        if (!m_stores->database->address().isFile())
            QSKIP("A server keeps its files to itself");
        take();
        m_stores.reset();
        QFile file(m_folder->filePath(u"fairlead.db"_s));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(!file.readAll().contains(secretText));
    }

    void sealsNothingForALeaseThatCannotBeNoted()
    {
        fakes::refuseChanges(*m_stores->database, u"credential_leases"_s, u"INSERT"_s);
        const auto lease = m_leases->take(m_holder, u"reports"_s, standardTtl, holding());
        QVERIFY(!lease);
        const auto sealed = m_stores->database->select(
            u"SELECT COUNT(*) AS number FROM secrets WHERE id LIKE 'lease/%'"_s);
        QCOMPARE(sealed->first().number(u"number"_s), 0);
    }

    void holdsWhatItHeldWhenARenewalCannotBeNoted()
    {
        const Lease lease = take();
        fakes::refuseChanges(*m_stores->database, u"credential_leases"_s, u"UPDATE"_s);
        Holding fresh = holding();
        fresh.content = Secret("another"_ba);
        QVERIFY(!m_leases->renew(m_holder, lease.id, fresh));
        const auto known = m_leases->find(m_holder, lease.id);
        QCOMPARE(known->renewals, 0);
        QVERIFY(m_leases->content(*known)->equals(secretText));
    }

    void livesThroughARestart()
    {
        const Lease lease = take();
        restart();
        QVERIFY(m_leases->content(*m_leases->find(m_holder, lease.id))->equals(secretText));
        m_clock.advance(1h);
        restart();
        QCOMPARE(reasonOf(lease), u"expired"_s);
        QVERIFY(!m_leases->content(lease));
    }

    void doesNotExistForAnotherHolder()
    {
        const Lease lease = take();
        const Holder other{.userId = m_holder.userId, .keyId = u"key_2"_s};
        const Holder manager{.userId = m_holder.userId, .keyId = {}};
        const Holder stranger{.userId = m_stores->user(u"Ben"_s), .keyId = m_holder.keyId};
        for (const Holder &holder : {other, manager, stranger}) {
            QCOMPARE(m_leases->find(holder, lease.id).error().code, ErrorCode::NotFound);
            QCOMPARE(m_leases->renew(holder, lease.id, holding()).error().code,
                     ErrorCode::NotFound);
        }
        QCOMPARE(m_leases->revoke(stranger.userId, lease.id, {}).error().code, ErrorCode::NotFound);
        QVERIFY(m_leases->find(m_holder, lease.id));
    }

    void endsWhenItsTimeIsOver()
    {
        const QSignalSpy ended(m_leases.get(), &Leases::ended);
        const Lease lease = take(60s);
        m_clock.advance(59'990ms);
        take(60s); // sees that the first one's end is near
        QVERIFY(m_leases->find(m_holder, lease.id));
        m_clock.advance(10ms);
        QCOMPARE(m_leases->find(m_holder, lease.id).error().code, ErrorCode::NotFound);
        QTRY_COMPARE(ended.size(), 1);
        QVERIFY(!m_leases->content(lease));
        QCOMPARE(reasonOf(lease), u"expired"_s);
    }

    void endsOnceHoweverManyInstancesWatch()
    {
        Leases other(*m_stores->database, *m_stores->vault, m_clock);
        const QSignalSpy ended(m_leases.get(), &Leases::ended);
        const QSignalSpy endedThere(&other, &Leases::ended);
        const QList<Lease> both{take(60s), take(60s)};
        // While one is at the first, the other ends the second, which the one has found, too.
        connect(m_leases.get(), &Leases::ended, &other, &Leases::endExpired);
        m_clock.advance(60s);
        QVERIFY(m_leases->open());
        QCOMPARE(ended.size(), 1);
        QCOMPARE(endedThere.size(), 1);
        for (const Lease &lease : both)
            QCOMPARE(reasonOf(lease), u"expired"_s);
    }

    void lastsItsTimeAgainFromEachRenewal()
    {
        const Lease lease = take(600s);
        m_clock.advance(500s);
        Holding fresh = holding();
        fresh.content = Secret("another"_ba);
        const auto renewed = m_leases->renew(m_holder, lease.id, fresh);
        QVERIFY(renewed);
        QCOMPARE(renewed->expiresAt, m_clock.now().addSecs(600));
        QCOMPARE(renewed->renewals, 1);
        QVERIFY(m_leases->content(*renewed)->equals("another"));
    }

    void nearsItsEndForItsLastMinutes_data()
    {
        QTest::addColumn<int>("ttl");
        QTest::addColumn<int>("before");
        QTest::newRow("a day") << 24 * 3600 << 300;
        QTest::newRow("an hour") << 3600 << 300;
        QTest::newRow("a minute") << 60 << 15;
    }
    void nearsItsEndForItsLastMinutes()
    {
        QFETCH(int, ttl);
        QFETCH(int, before);
        const Lease lease = take(std::chrono::seconds(ttl));
        m_clock.advance(std::chrono::seconds(ttl - before - 1));
        QVERIFY(!lease.isNearItsEnd(m_clock.now()));
        m_clock.advance(1s);
        QVERIFY(lease.isNearItsEnd(m_clock.now()));
        m_clock.advance(std::chrono::seconds(before));
        QVERIFY(!lease.isNearItsEnd(m_clock.now()));
    }

    void isRenewedOnlySoOften()
    {
        const Lease lease = take();
        for (int i = 0; i < mostRenewals; ++i)
            QVERIFY(m_leases->renew(m_holder, lease.id, holding()));
        QVERIFY(!m_leases->find(m_holder, lease.id)->isRenewable(m_clock.now()));
        QCOMPARE(m_leases->renew(m_holder, lease.id, holding()).error().code, ErrorCode::Conflict);
        QVERIFY(m_leases->find(m_holder, lease.id));
    }

    void isNotRenewedAfterItsEnd()
    {
        const Lease lease = take(60s);
        m_clock.advance(60s);
        const auto late = m_leases->renew(m_holder, lease.id, holding());
        QCOMPARE(late.error().message, u"This lease is over: expired. Take a new one."_s);
        const Lease revoked = take();
        QVERIFY(m_leases->revoke(m_holder.userId, revoked.id, u"no longer needed"_s));
        QVERIFY(m_leases->revoke(m_holder.userId, revoked.id, u"again"_s));
        QCOMPARE(m_leases->renew(m_holder, revoked.id, holding()).error().message,
                 u"This lease is over: no longer needed. Take a new one."_s);
    }

    void endsWithItsKey()
    {
        const Lease lease = take();
        const Holder other{.userId = m_holder.userId, .keyId = u"key_2"_s};
        const auto theirs = m_leases->take(other, {}, 3600s, holding());
        m_leases->endOfKey(m_holder.keyId);
        QVERIFY(!m_leases->content(lease));
        QCOMPARE(reasonOf(lease), u"its key has ended"_s);
        QVERIFY(m_leases->find(other, theirs->id));
    }

    void endsWithTheManagementTokenThatTookIt()
    {
        const QString user = m_holder.userId;
        const Holder first{.userId = user, .keyId = {}, .tokenId = u"mtk_1"_s};
        const Holder second{.userId = user, .keyId = {}, .tokenId = u"mtk_2"_s};
        const auto one = m_leases->take(first, {}, 3600s, holding());
        const auto other = m_leases->take(second, {}, 3600s, holding());
        // Whoever has a token of the user holds both.
        QVERIFY(m_leases->renew(second, one->id, holding()));
        QCOMPARE(m_leases->find(second, one->id)->holder.tokenId, u"mtk_1"_s);
        m_leases->endOfToken(u"mtk_1"_s);
        QVERIFY(!m_leases->content(*one));
        QCOMPARE(reasonOf(*one), u"its management token was revoked"_s);
        QVERIFY(m_leases->find(first, other->id));
    }

    void endsWithAConnection()
    {
        const Lease lease = take();
        m_leases->endWithout({u"con_1"_s, u"con_2"_s});
        QVERIFY(m_leases->find(m_holder, lease.id));
        m_leases->endWithout({u"con_2"_s});
        QVERIFY(!m_leases->content(lease));
        QCOMPARE(reasonOf(lease), u"a connection of it was removed"_s);
    }

    void refusesTimes_data()
    {
        QTest::addColumn<qint64>("seconds");
        for (const qint64 seconds : {-1, 0, 59, 86401})
            QTest::addRow("%lld", seconds) << seconds;
    }
    void refusesTimes()
    {
        QFETCH(qint64, seconds);
        const auto lease = m_leases->take(m_holder, {}, std::chrono::seconds(seconds), holding());
        QCOMPARE(lease.error().code, ErrorCode::InvalidInput);
        QVERIFY(m_leases->list(m_holder.userId)->isEmpty());
    }

    void refusesTooManyOfOneHolder()
    {
        for (int i = 0; i < 100; ++i)
            take();
        QCOMPARE(m_leases->take(m_holder, {}, 3600s, holding()).error().code, ErrorCode::Conflict);
        const Holder other{.userId = m_holder.userId, .keyId = u"key_2"_s};
        QVERIFY(m_leases->take(other, {}, 3600s, holding()));
    }

    void listsThoseThatLastFirst()
    {
        const Lease over = take();
        QVERIFY(m_leases->revoke(m_holder.userId, over.id, u"revoked"_s));
        const Lease longer = take(7200s);
        const Lease shorter = take();
        QStringList ids;
        const auto all = m_leases->list(m_holder.userId);
        for (const Lease &lease : *all)
            ids.append(lease.id);
        QCOMPARE(ids, (QStringList{shorter.id, longer.id, over.id}));
        m_clock.advance(std::chrono::hours(24 * 31));
        restart();
        QCOMPARE(m_leases->list(m_holder.userId)->size(), 2);
    }

private:
    void restart()
    {
        m_leases.reset();
        m_stores.reset();
        m_stores = std::make_unique<fakes::Stores>(m_folder->path(), m_http, m_clock);
        m_leases = std::make_unique<Leases>(*m_stores->database, *m_stores->vault, m_clock);
        QVERIFY(m_leases->open());
    }

    [[nodiscard]] static Holding holding()
    {
        return {
            .services = {u"jira"_s}, .connectionIds = {u"con_1"_s}, .content = Secret(secretText)};
    }

    Lease take(std::chrono::seconds ttl = standardTtl)
    {
        return m_leases->take(m_holder, u"reports"_s, ttl, holding()).value();
    }

    [[nodiscard]] QString reasonOf(const Lease &lease) const
    {
        const auto all = m_leases->list(m_holder.userId);
        for (const Lease &each : *all) {
            if (each.id == lease.id)
                return each.endReason;
        }
        return u"not listed"_s;
    }

    static inline const QByteArray secretText = "{\"jira\":{\"api_token\":\"ATATT-canary\"}}"_ba;
    std::unique_ptr<QTemporaryDir> m_folder;
    fakes::FakeClock m_clock;
    fakes::FakeHttpClient m_http;
    std::unique_ptr<fakes::Stores> m_stores;
    std::unique_ptr<Leases> m_leases;
    Holder m_holder;
};

QTEST_GUILESS_MAIN(TestLeases)
#include "tst_leases.moc"
