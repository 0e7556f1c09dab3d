// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/api/restworld.h"

#include <QTcpSocket>
#include <QTest>
#include <QTimer>

using namespace Qt::StringLiterals;
using namespace fairlead;
using tests::RestWorld;
using tools::KeyAccess;
using tools::KeyAsking;
using tools::KeyRight;

namespace {

QJsonObject call(const QString &method, const QString &path)
{
    return {{u"method"_s, method}, {u"path"_s, path}};
}

QJsonObject with(QJsonObject object, const QString &name, const QJsonValue &value)
{
    object.insert(name, value);
    return object;
}

const QString myself = u"/rest/api/3/myself"_s;
const QString issues = u"/rest/api/3/issue"_s;

} // namespace

/** Who may use POST /api/{service}/proxy, over which connection, and how much. */
class TestProxyAccess : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_world = std::make_unique<RestWorld>();
        m_jira = m_world->connect(m_world->anna, u"jira"_s, u"company.atlassian.net"_s);
    }
    void cleanup() { m_world.reset(); }

    void asksWhichConnectionIsMeant()
    {
        const auto second = m_world->connect(m_world->anna, u"jira"_s, u"other.atlassian.net"_s);
        const QJsonObject asked = call(u"GET"_s, myself);
        const auto unclear = m_world->proxy(asked);
        QCOMPARE(unclear.status(), 409);
        for (const auto &each : {m_jira, second})
            QVERIFY(unclear.detail().contains(u"%1 (%2)"_s.arg(each.name, each.id)));
        QCOMPARE(m_world->received().size(), 0);
        for (const QString &name : {second.id, second.name, u"https://other.atlassian.net"_s})
            QCOMPARE(m_world->proxy(with(asked, u"connection"_s, name)).status(), 200);
        QCOMPARE(m_world->proxy(with(asked, u"connection"_s, u"nobody"_s)).status(), 404);
    }

    void knowsNoConnectionOfSomebodyElse()
    {
        const auto bens = m_world->connect(m_world->ben, u"jira"_s, u"bens.atlassian.net"_s);
        const QJsonObject asked = with(call(u"GET"_s, myself), u"connection"_s, bens.id);
        const auto answer = m_world->proxy(asked);
        QCOMPARE(answer.status(), 404);
        QVERIFY(!answer.detail().contains(u"bens.atlassian.net"_s));
        QCOMPARE(m_world->proxy(asked, m_world->keyOf(m_world->anna)).status(), 404);
        QCOMPARE(m_world->proxy(asked, m_world->keyOf(m_world->ben)).status(), 200);
        const auto none =
            m_world->ask("POST"_ba, "/api/notion/proxy"_ba, call(u"GET"_s, u"/v1/users/me"_s));
        QCOMPARE(none.status(), 404);
        QVERIFY(none.detail().contains(u"fairleadctl connect notion"_s));
    }

    void letsOnlyKeysInThatMay()
    {
        const auto second = m_world->connect(m_world->anna, u"jira"_s, u"other.atlassian.net"_s);
        const QJsonObject asked = with(call(u"GET"_s, myself), u"connection"_s, m_jira.id);
        const QString anna = m_world->anna;
        QCOMPARE(m_world->proxy(asked, m_world->keyOf(anna)).status(), 200);
        const auto without = m_world->proxy(asked, m_world->keyOf(anna, KeyAccess::Full, {}));
        QCOMPARE(without.status(), 403);
        QVERIFY(without.detail().contains(u"--proxy"_s));
        const QByteArray limited =
            m_world->keyOf(anna, KeyAccess::Full, KeyRight::Proxy, {second.id});
        QCOMPARE(m_world->proxy(asked, limited).status(), 404);
        QCOMPARE(m_world->proxy(call(u"GET"_s, myself), limited).status(), 200);
        QCOMPARE(m_world->proxy(asked, "mcp_"_ba + QByteArray(64, '0')).status(), 401);
        QCOMPARE(m_world->received().size(), 2);
        QCOMPARE(m_world->log.last().keyPrefix, QString::fromLatin1(limited.first(12)));
    }

    void holdsAKeyToItsAccess_data()
    {
        QTest::addColumn<QString>("method");
        QTest::addColumn<QString>("path");
        QTest::addColumn<KeyAccess>("needed");
        QTest::newRow("read") << u"GET"_s << myself << KeyAccess::Read;
        QTest::newRow("search") << u"POST"_s << u"/rest/api/3/search/jql"_s << KeyAccess::Read;
        QTest::newRow("create") << u"POST"_s << issues << KeyAccess::Write;
        QTest::newRow("change") << u"PUT"_s << issues + u"/A-1"_s << KeyAccess::Write;
        QTest::newRow("delete") << u"DELETE"_s << issues + u"/A-1"_s << KeyAccess::Full;
        QTest::newRow("delete by POST")
            << u"POST"_s << u"/rest/api/3/bulk/issues/delete"_s << KeyAccess::Full;
    }
    void holdsAKeyToItsAccess()
    {
        QFETCH(QString, method);
        QFETCH(QString, path);
        QFETCH(KeyAccess, needed);
        for (const KeyAccess access : {KeyAccess::Read, KeyAccess::Write, KeyAccess::Full}) {
            const auto answer =
                m_world->proxy(call(method, path), m_world->keyOf(m_world->anna, access));
            QCOMPARE(answer.status(), access >= needed ? 200 : 403);
        }
        QCOMPARE(m_world->received().size(), 3 - static_cast<int>(needed));
    }

    void asksAPersonWhenTheKeySaysSo_data()
    {
        QTest::addColumn<QString>("method");
        QTest::addColumn<QString>("path");
        QTest::addColumn<KeyAsking>("asks");
        QTest::addColumn<bool>("isAsked");
        using enum KeyAsking;
        QTest::newRow("read") << u"GET"_s << myself << Writes << false;
        QTest::newRow("search") << u"POST"_s << u"/rest/api/3/search/jql"_s << Writes << false;
        QTest::newRow("create") << u"POST"_s << issues << Writes << true;
        QTest::newRow("create, not asked") << u"POST"_s << issues << Destructive << false;
        QTest::newRow("delete") << u"DELETE"_s << issues + u"/A-1"_s << Destructive << true;
        QTest::newRow("delete, never asked") << u"DELETE"_s << issues + u"/A-1"_s << Never << false;
    }
    void asksAPersonWhenTheKeySaysSo()
    {
        QFETCH(QString, method);
        QFETCH(QString, path);
        QFETCH(KeyAsking, asks);
        QFETCH(bool, isAsked);
        const QByteArray key =
            m_world->keyOf(m_world->anna, KeyAccess::Full, KeyRight::Proxy, {}, asks);
        const auto answer = m_world->proxy(call(method, path), key);
        QCOMPARE(answer.status(), isAsked ? 403 : 200);
        QCOMPARE(m_world->received().size(), isAsked ? 0 : 1);
        if (isAsked) {
            QVERIFY(answer.detail().contains(u"nobody can be asked"_s));
            QCOMPARE(m_world->log.last().outcome, u"refused"_s);
        }
    }

    void sendsWhatAPersonSaysYesTo()
    {
        const tools::Approvals::Presence person(m_world->approvals, m_world->anna);
        QList<tools::ApprovalRequest> asked;
        QObject::connect(&m_world->approvals,
                         &tools::Approvals::asked,
                         &m_world->approvals,
                         [&](const tools::ApprovalRequest &request) {
                             asked.append(request);
                             QTimer::singleShot(0, &m_world->approvals, [this, request] {
                                 QVERIFY(m_world->approvals.answer(
                                     m_world->anna, request.id, tools::ApprovalAnswer::Once));
                             });
                         });
        const QByteArray key =
            m_world->keyOf(m_world->anna, KeyAccess::Full, KeyRight::Proxy, {}, KeyAsking::Writes);
        const QJsonObject body{{u"fields"_s, QJsonObject()}};
        QCOMPARE(m_world->proxy(with(call(u"POST"_s, issues), u"body"_s, body), key).status(), 200);
        QCOMPARE(asked.size(), 1);
        QCOMPARE(asked.first().tool.name, u"jira_proxy.write"_s);
        QCOMPARE(asked.first().arguments[u"path"_s].toString(), issues);
        QCOMPARE(asked.first().arguments[u"body"_s].toString(), u"{\"fields\":{}}"_s);
        QCOMPARE(m_world->received().size(), 1);
    }

    void runsSoManyAtOnceAndNoMore()
    {
        QList<QPointer<QTcpSocket>> open;
        m_world->answerWith([&open](QTcpSocket &socket, const auto &) { open.append(&socket); });
        std::vector<std::unique_ptr<fakes::FakeExchange>> exchanges;
        for (int i = 0; i < 3; ++i)
            exchanges.push_back(m_world->start("/api/jira/proxy"_ba, call(u"GET"_s, myself)));
        QTRY_COMPARE(open.size(), 3);
        const auto refused = m_world->proxy(call(u"GET"_s, myself));
        QCOMPARE(refused.status(), 429);
        QCOMPARE(refused.header("retry-after"), "1"_ba);
        for (const auto &exchange : exchanges)
            exchange->leave();
        QTRY_COMPARE(m_world->log.size(), 4);
    }

private:
    std::unique_ptr<RestWorld> m_world;
    connections::Connection m_jira;
};

QTEST_GUILESS_MAIN(TestProxyAccess)
#include "tst_proxyaccess.moc"
