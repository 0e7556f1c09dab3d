// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/providers/sentry/sentryprovider.h"
#include "tests/sandbox/sandbox.h"
#include "tests/server/providers/restfixture.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace fairlead;
using sandbox::FaultRule;

/** The provider over the real HTTP client against the sandbox, which has an organization in each of
 * two regions and refuses what Sentry refuses. */
class TestSentrySandbox : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_sandbox = std::make_unique<sandbox::Sandbox>();
        QVERIFY(m_sandbox->start());
        m_http = std::make_unique<net::NetworkHttpClient>(tests::quickRetries());
        m_sentry = std::make_unique<tests::RestFixture>(
            *m_http, [this](auto &http, auto &connections, auto &credentials) {
                return std::make_unique<providers::sentry::SentryProvider>(
                    http, connections, credentials, QUrl(m_sandbox->sentryUrl()));
            });
    }

    void cleanup()
    {
        m_sentry.reset();
        m_http.reset();
        m_sandbox.reset();
    }

    void connectsWithAToken()
    {
        const auto report = m_sentry->signIn("sntryu_sandbox_ada");
        QVERIFY2(report, report ? "" : qPrintable(report.error().message));
        QCOMPARE(report->connection.account, u"ada@northwind.example"_s);
        QCOMPARE(report->projects,
                 QStringList({u"tidewater/ferry"_s, u"northwind/web"_s, u"northwind/orders"_s}));
        QCOMPARE(report->projectCount, 3);
        QVERIFY(m_sentry->test(report->connection));
        // With the address typed it is the same place.
        const auto again = m_sentry->signIn("sntryu_sandbox_readonly", m_sandbox->sentryUrl());
        QVERIFY(again);
        QCOMPARE(again->connection.id, report->connection.id);
    }

    void refusesAWrongToken()
    {
        const auto report = m_sentry->signIn("sntryu_wrong");
        QVERIFY(!report);
        QVERIFY2(report.error().message.startsWith("Sentry refused the token (401)."_L1),
                 qPrintable(report.error().message));
        QCOMPARE(m_sentry->connections().size(), 0);
    }

    void listsProjectsOfAllRegions()
    {
        connectAs("sntryu_sandbox_ada");
        QCOMPARE(m_sentry->textOf(u"sentry_list_projects"_s),
                 u"tidewater  Tidewater GmbH\n  ferry  go\nnorthwind  Northwind Traders\n  web  "
                 "javascript\n  orders  Order service  python"_s);
        QCOMPARE(m_sentry->textOf(u"sentry_list_projects"_s,
                                  {{u"organization"_s, u"northwind"_s}, {u"query"_s, u"x"_s}}),
                 u"northwind  Northwind Traders\n  (no project fits)"_s);
    }

    void searchesIssues_data()
    {
        QTest::addColumn<QJsonObject>("arguments");
        QTest::addColumn<QString>("text");
        const QString first =
            u"WEB-41  TypeError: Cannot read properties of undefined (reading 'total')  error  "
            "unresolved  25 events, 7 users  last 2026-11-20 11:34"_s;
        const QString second =
            u"WEB-42  ChunkLoadError: Loading chunk 12 failed  warning  unresolved  3 events, 1 "
            "user  last 2026-11-19 09:00"_s;
        const QString organization = u"organization"_s;
        QTest::newRow("unresolved") << QJsonObject{{organization, u"northwind"_s}}
                                    << u"2 issues\n"_s + first + u'\n' + second;
        QTest::newRow("first page") << QJsonObject{{organization, u"northwind"_s}, {u"limit"_s, 1}}
                                    << u"1 issue\n"_s + first + u"\nMore: cursor \"0:1:0\""_s;
        QTest::newRow("last page") << QJsonObject{{organization, u"northwind"_s},
                                                  {u"limit"_s, 1},
                                                  {u"cursor"_s, u"0:1:0"_s}}
                                   << u"1 issue\n"_s + second;
        QTest::newRow("by words") << QJsonObject{{organization, u"northwind"_s},
                                                 {u"query"_s, u"chunk level:warning"_s},
                                                 {u"project"_s, u"web"_s}}
                                  << u"1 issue\n"_s + second;
        QTest::newRow("none") << QJsonObject{{organization, u"northwind"_s},
                                             {u"query"_s, u"level:fatal"_s}}
                              << u"No issue fits. Without another query only unresolved ones are "
                                 "looked for."_s;
        QTest::newRow("wrong query")
            << QJsonObject{{organization, u"northwind"_s}, {u"query"_s, u"(a"_s}}
            << u"ERROR Sentry (%1) refused the request: Error parsing search query: Boolean "
               "statements containing \"(\"."_s;
        QTest::newRow("which organization")
            << QJsonObject()
            << u"ERROR Argument \"organization\": pass one of: tidewater, northwind."_s;
        QTest::newRow("no such organization")
            << QJsonObject{{organization, u"nowhere"_s}}
            << u"ERROR Organization nowhere does not exist in Sentry (%1) or you may not see it."_s;
        QTest::newRow("no slug") << QJsonObject{{organization, u"North wind"_s}}
                                 << u"ERROR Argument \"organization\": \"North wind\" is not the "
                                    "slug of an organization, such as my-company. "
                                    "sentry_list_projects shows them."_s;
        QTest::newRow("no period")
            << QJsonObject{{organization, u"northwind"_s}, {u"period"_s, u"a week"_s}}
            << u"ERROR Argument \"period\": \"a week\" is no span of time. Write it as 24h, 14d or "
               "4w."_s;
    }
    void searchesIssues()
    {
        QFETCH(QJsonObject, arguments);
        QFETCH(QString, text);
        connectAs("sntryu_sandbox_ada");
        if (text.contains("%1"_L1))
            text = text.arg(m_sentry->connections().first().name);
        QCOMPARE(m_sentry->textOf(u"sentry_search_issues"_s, arguments), text);
    }

    void readsAnIssueWithItsStackTrace()
    {
        connectAs("sntryu_sandbox_ada");
        const QString text =
            m_sentry->textOf(u"sentry_get_issue"_s,
                             {{u"issue"_s, u"https://northwind.sentry.io/issues/6507376925/"_s}});
        QCOMPARE(text,
                 u"WEB-41  TypeError: Cannot read properties of undefined (reading 'total')\n"
                 "error  unresolved (ongoing)  project web\n"
                 "In renderCart(cart.js)\n"
                 "25 events, 7 users, first 2026-11-03 22:51, last 2026-11-20 11:34\n"
                 "https://northwind.sentry.io/issues/6507376925/\n"
                 "\n"
                 "Event 7ca573c0f4814912aaa9bdc77d1a7d51  2026-11-20 11:34\n"
                 "GET https://shop.northwind.example/cart\n"
                 "Tags: browser=Firefox 145.0  release=shop@2.4.1\n"
                 "TypeError: Cannot read properties of undefined (reading 'total')\n"
                 "* at renderCart (cart.js:42:18)\n"
                 "       return format(cart.summary.total);\n"
                 "  at dispatch (vendor.js:810:27)\n"
                 "Caused by:\n"
                 "NetworkError: cart answered 502\n"
                 "* at fetchCart (fetch.js:9:3)"_s);
        // Without an event that is kept, the issue itself is still there.
        QVERIFY(m_sentry
                    ->textOf(u"sentry_get_issue"_s,
                             {{u"issue"_s, u"FERRY-1"_s}, {u"organization"_s, u"tidewater"_s}})
                    .startsWith("FERRY-1  panic: index out of range\nfatal"_L1));
        QCOMPARE(m_sentry->textOf(u"sentry_get_issue"_s,
                                  {{u"issue"_s, u"WEB-99"_s}, {u"organization"_s, u"northwind"_s}}),
                 u"ERROR Issue WEB-99 does not exist in Sentry (%1) or you may not see it."_s.arg(
                     m_sentry->connections().first().name));
    }

    void changesAnIssue_data()
    {
        QTest::addColumn<QJsonObject>("arguments");
        QTest::addColumn<QString>("part");
        const QString status = u"status"_s;
        const QString assignee = u"assigned_to"_s;
        QTest::newRow("resolve") << QJsonObject{{status, u"resolved"_s}}
                                 << u"Changed: WEB-41  TypeError"_s;
        QTest::newRow("to me") << QJsonObject{{assignee, u"me"_s}} << u"assigned to Ada Byron"_s;
        QTest::newRow("to a person") << QJsonObject{{assignee, u"grace@northwind.example"_s}}
                                     << u"assigned to Grace Hopper"_s;
        QTest::newRow("to a team")
            << QJsonObject{{assignee, u"team:backend"_s}} << u"assigned to team backend"_s;
        QTest::newRow("to nobody")
            << QJsonObject{{assignee, QString()}, {status, u"ignored"_s}} << u"error  ignored"_s;
        QTest::newRow("to a stranger")
            << QJsonObject{{assignee, u"stranger"_s}}
            << u"refused the request: assignedTo: Could not parse actor."_s;
        QTest::newRow("wrong status") << QJsonObject{{status, u"closed"_s}} << u"status"_s;
        QTest::newRow("nothing") << QJsonObject() << u"ERROR Nothing to change"_s;
        QTest::newRow("no issue") << QJsonObject{{u"issue"_s, u"cart"_s}, {status, u"resolved"_s}}
                                  << u"ERROR Argument \"issue\": \"cart\" is neither"_s;
    }
    void changesAnIssue()
    {
        QFETCH(QJsonObject, arguments);
        QFETCH(QString, part);
        connectAs("sntryu_sandbox_ada");
        if (!arguments.contains("issue"_L1))
            arguments.insert(u"issue"_s, u"WEB-41"_s);
        arguments.insert(u"organization"_s, u"northwind"_s);
        const QString text = m_sentry->textOf(u"sentry_update_issue"_s, arguments);
        QVERIFY2(text.contains(part), qPrintable(text));
    }

    void addsANote()
    {
        connectAs("sntryu_sandbox_ada");
        QJsonObject note{{u"issue"_s, u"WEB-41"_s},
                         {u"organization"_s, u"northwind"_s},
                         {u"text"_s, u"Looking at **this**."_s}};
        QCOMPARE(m_sentry->textOf(u"sentry_add_note"_s, note), u"Added a note to WEB-41."_s);
        QCOMPARE(m_sandbox->sentry().state().notes.size(), 1);
        note.insert(u"text"_s, u"  "_s);
        QVERIFY(m_sentry->textOf(u"sentry_add_note"_s, note).endsWith("may not be blank."_L1));
    }

    void saysThatTheTokenMayOnlyRead()
    {
        connectAs("sntryu_sandbox_readonly");
        const QString text = m_sentry->textOf(u"sentry_update_issue"_s,
                                              {{u"issue"_s, u"WEB-41"_s},
                                               {u"organization"_s, u"northwind"_s},
                                               {u"status"_s, u"resolved"_s}});
        QVERIFY2(text.endsWith("(403): You do not have permission to perform this action."_L1),
                 qPrintable(text));
    }

    void waitsWhenItIsLimited()
    {
        connectAs("sntryu_sandbox_ada");
        FaultRule rule;
        rule.status = 429;
        rule.count = 1;
        rule.path = u"/api/0/organizations/*/issues/"_s;
        m_sandbox->faults().add(rule);
        const QJsonObject search{{u"organization"_s, u"northwind"_s}};
        QVERIFY(m_sentry->textOf(u"sentry_search_issues"_s, search).startsWith("2 issues"_L1));
        rule.count = -1;
        rule.retryAfter = 600;
        m_sandbox->faults().add(rule);
        QVERIFY(m_sentry->textOf(u"sentry_search_issues"_s, search)
                    .endsWith("Try again in 600 seconds."_L1));
    }

private:
    void connectAs(const QByteArray &token)
    {
        const auto report = m_sentry->signIn(token);
        QVERIFY2(report, report ? "" : qPrintable(report.error().message));
    }

    std::unique_ptr<sandbox::Sandbox> m_sandbox;
    std::unique_ptr<net::NetworkHttpClient> m_http;
    std::unique_ptr<tests::RestFixture> m_sentry;
};

QTEST_GUILESS_MAIN(TestSentrySandbox)
#include "tst_sentrysandbox.moc"
