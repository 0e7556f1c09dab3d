// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/providers/jira/jiraaddress.h"

#include <QTest>

using namespace Qt::StringLiterals;
using fairlead::providers::jira::JiraAddress;
using Kind = JiraAddress::Kind;

/** jira://… */
class TestJiraAddress : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsAnAddress_data()
    {
        QTest::addColumn<QString>("uri");
        QTest::addColumn<Kind>("kind");
        QTest::addColumn<QString>("site");
        QTest::addColumn<QString>("key");
        const QString site = u"company.atlassian.net"_s;
        QTest::newRow("site") << u"jira://company.atlassian.net"_s << Kind::Site << site
                              << QString();
        QTest::newRow("project") << u"jira://company.atlassian.net/project/ABC"_s << Kind::Project
                                 << site << u"ABC"_s;
        QTest::newRow("issue") << u"jira://company.atlassian.net/issue/ABC-1"_s << Kind::Issue
                               << site << u"ABC-1"_s;
        QTest::newRow("other case")
            << u"jira://Company.Atlassian.net/issue/abc-1"_s << Kind::Issue << site << u"ABC-1"_s;
        QTest::newRow("port") << u"jira://localhost:8090/issue/A2-1"_s << Kind::Issue
                              << u"localhost:8090"_s << u"A2-1"_s;
        QTest::newRow("port by a template") << u"jira://localhost%3A8090/issue/A2-1"_s
                                            << Kind::Issue << u"localhost:8090"_s << u"A2-1"_s;
    }
    void readsAnAddress()
    {
        QFETCH(QString, uri);
        QFETCH(Kind, kind);
        QFETCH(QString, site);
        QFETCH(QString, key);
        const auto address = JiraAddress::fromUri(uri);
        QVERIFY(address);
        QCOMPARE(address->kind, kind);
        QCOMPARE(address->site, site);
        QCOMPARE(address->key, key);
        QVERIFY(JiraAddress::fromUri(address->toUri()) == *address);
    }

    void refusesWhatIsNone_data()
    {
        QTest::addColumn<QString>("uri");
        for (const char *uri : {"",
                                "jira://",
                                "jira:///issue/ABC-1",
                                "https://company.atlassian.net/issue/ABC-1",
                                "jira://site/issue",
                                "jira://site/issue/",
                                "jira://site/issue/ABC",
                                "jira://site/project/ABC-1",
                                "jira://site/board/ABC-1",
                                "jira://site/issue/ABC-1/comments",
                                "jira://site/issue/ABC-1?fields=x",
                                "jira://site/issue/../ABC-1",
                                "jira://site/issue/ABC-1%2F..",
                                "jira://site/"})
            QTest::newRow(uri) << QString::fromLatin1(uri);
    }
    void refusesWhatIsNone()
    {
        QFETCH(QString, uri);
        QVERIFY(!JiraAddress::fromUri(uri));
    }
};

QTEST_GUILESS_MAIN(TestJiraAddress)
#include "tst_jiraaddress.moc"
