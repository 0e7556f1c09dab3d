// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/tools/resourceregistry.h"
#include "tests/fakes/fakecatalogue.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace fairlead;
using namespace fairlead::tools;

/** Who answers for which address. */
class TestResourceRegistry : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_registry.add(u"note"_s, m_notes); }

    void listsWhatAllHave()
    {
        QCOMPARE(m_registry.list({}).size(), m_notes.list({}).size());
        QCOMPARE(m_registry.templates({}).first().uriTemplate, u"note://{number}"_s);
    }

    void asksTheOneWithTheScheme()
    {
        QVERIFY(QCoro::waitFor(m_registry.read(wish(u"note://1"_s))));
        CompletionQuery query;
        query.of = u"note://{number}"_s;
        QVERIFY(QCoro::waitFor(m_registry.complete(query)));
        QVERIFY(m_registry.follow(u"note://1"_s, {}));
    }

    void knowsNothingElse_data()
    {
        QTest::addColumn<QString>("uri");
        QTest::newRow("other scheme") << u"page://1"_s;
        QTest::newRow("no scheme") << u"note"_s;
        QTest::newRow("empty scheme") << u"://1"_s;
        QTest::newRow("empty") << QString();
    }
    void knowsNothingElse()
    {
        QFETCH(QString, uri);
        QCOMPARE(QCoro::waitFor(m_registry.read(wish(uri))).error().code, ErrorCode::NotFound);
        CompletionQuery query;
        query.of = uri;
        QCOMPARE(QCoro::waitFor(m_registry.complete(query)).error().code, ErrorCode::NotFound);
        const auto following = m_registry.follow(uri, {});
        QVERIFY(!following);
        QCOMPARE(following.error().code, ErrorCode::NotFound);
    }

private:
    [[nodiscard]] static ResourceRead wish(const QString &uri)
    {
        ResourceRead result;
        result.uri = uri;
        return result;
    }

    fakes::FakeResources m_notes;
    ResourceRegistry m_registry;
};

QTEST_GUILESS_MAIN(TestResourceRegistry)
#include "tst_resourceregistry.moc"
