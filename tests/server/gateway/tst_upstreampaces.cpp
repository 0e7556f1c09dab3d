// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/connections/connections.h"
#include "server/gateway/upstreampaces.h"
#include "tests/fakes/fakeclock.h"
#include "tests/fakes/fakehttpclient.h"
#include "tests/fakes/stores.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace fairlead;
using namespace fairlead::gateway;
using connections::Connection;

class TestUpstreamPaces : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    fakes::FakeClock m_clock;
    fakes::FakeHttpClient m_network;
    std::unique_ptr<fakes::Stores> m_stores;
    std::optional<PaceStore> m_store;

    Connection addAtlassian(const QString &name)
    {
        Connection connection;
        connection.userId = m_stores->user();
        connection.provider = u"mcp"_s;
        connection.name = name;
        connection.site = QUrl(u"https://mcp.atlassian.com/v2/mcp?of="_s + name);
        connection.apiBase = connection.site;
        const auto saved = m_stores->connections->save(connection, Secret("token"_ba));
        if (!saved)
            qFatal("%s", qPrintable(saved.error().message));
        return *saved;
    }
    static void use(UpstreamPace &pace, int requests)
    {
        for (int i = 0; i < requests; ++i)
            QVERIFY(QCoro::waitFor(pace.turn({})));
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_stores = std::make_unique<fakes::Stores>(m_folder.path(), m_network, m_clock);
        m_store.emplace(*m_stores->database);
    }

    void warnsOnceAndCountsOnAfterARestart()
    {
        const Connection connection = addAtlassian(u"one"_s);
        {
            UpstreamPaces paces(m_clock, &*m_store);
            const QSignalSpy low(&paces, &UpstreamPaces::low);
            use(*paces.of(connection), 799);
            QCOMPARE(low.size(), 0);
            use(*paces.of(connection), 51);
            QCOMPARE(low.size(), 1);
            QCOMPARE(low.first().first().toString(), connection.id);
            QVERIFY(paces.standing(connection.id)->isLow());
            paces.save();
        }
        m_clock.advance(std::chrono::minutes(10));
        UpstreamPaces paces(m_clock, &*m_store);
        const QSignalSpy low(&paces, &UpstreamPaces::low);
        const auto pace = paces.of(connection);
        QCOMPARE(paces.standing(connection.id)->used, 850);
        use(*pace, 150);
        QCOMPARE(low.size(), 0);
        const auto refused = QCoro::waitFor(pace->turn({}));
        QCOMPARE(refused.error().code, ErrorCode::RateLimited);
        m_clock.advance(std::chrono::minutes(50));
        QCOMPARE(paces.standing(connection.id)->used, 150);
    }

    void writesNothingForACall()
    {
        const Connection connection = addAtlassian(u"two"_s);
        UpstreamPaces paces(m_clock, &*m_store);
        use(*paces.of(connection), 5);
        QCOMPARE(m_store->find(connection.id).value(), PaceRecord());
        paces.save();
        QCOMPARE(m_store->find(connection.id)->spans.size(), 1);
    }

    void forgetsWithTheConnection()
    {
        const Connection connection = addAtlassian(u"three"_s);
        UpstreamPaces paces(m_clock, &*m_store);
        use(*paces.of(connection), 5);
        paces.save();
        QVERIFY(m_stores->connections->remove(connection.userId, connection.id));
        paces.keepOnly({});
        QVERIFY(!paces.standing(connection.id));
        QCOMPARE(m_store->find(connection.id).value(), PaceRecord());
    }
};

QTEST_GUILESS_MAIN(TestUpstreamPaces)
#include "tst_upstreampaces.moc"
