// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/providers/jira/jiratools.h"
#include "tests/server/providers/jira/sandboxedjira.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace fairlead;
using tests::JiraFixture;
using tests::SandboxedJira;

/** One set of tools for several sites: harbor holds the same project as tidewater. */
class TestJiraSites : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_jira = std::make_unique<SandboxedJira>(
            QStringList{u"northwind"_s, u"tidewater"_s, u"harbor"_s});
    }
    void cleanup() { m_jira.reset(); }

    void findsTheSiteFromTheKey()
    {
        const QString url = m_jira->url(u"northwind"_s) + u"/browse/WEB-6"_s;
        const QString read = m_jira->text(u"jira_get_issue"_s, {{u"key"_s, u"WEB-6"_s}});
        QVERIFY2(read.contains(url), qPrintable(read));
        const QString written = m_jira->text(
            u"jira_update_issue"_s, {{u"key"_s, u"WEB-6"_s}, {u"summary"_s, u"Changed"_s}});
        QVERIFY2(written.endsWith(url), qPrintable(written));
        int asked = 0;
        for (const auto &entry : m_jira->sandbox().journal().entries())
            asked += entry.request.path.endsWith("/project/WEB"_L1) ? 1 : 0;
        QCOMPARE(asked, 3); // each site once, although there were two calls
    }

    void saysWhichSitesHaveAProjectOfThatKey()
    {
        const QJsonObject given{{u"key"_s, u"TIDE-2"_s}};
        const QString unclear = m_jira->text(u"jira_get_issue"_s, given);
        QVERIFY2(unclear.startsWith("Several Jira connections fit: "_L1), qPrintable(unclear));
        for (const QString &site : {u"tidewater"_s, u"harbor"_s})
            QVERIFY(unclear.contains(name(site)));
        QVERIFY(!unclear.contains(name(u"northwind"_s)));
        const QString url = m_jira->url(u"harbor"_s) + u"/browse/TIDE-2"_s;
        const QString clear = m_jira->text(
            u"jira_get_issue"_s, {{u"key"_s, u"TIDE-2"_s}, {u"connection"_s, name(u"harbor"_s)}});
        QVERIFY2(clear.contains(url), qPrintable(clear));
        const QString byUrl = m_jira->text(u"jira_get_issue"_s, {{u"key"_s, url}});
        QVERIFY2(byUrl.contains(url), qPrintable(byUrl));
    }

    void saysThatNoSiteHasIt()
    {
        const QString text = m_jira->text(u"jira_get_issue"_s, {{u"key"_s, u"NOPE-1"_s}});
        QVERIFY2(text.startsWith("Project NOPE is on none of the connected Jira sites ("_L1),
                 qPrintable(text));
    }

    void searchesWhereTheProjectIs()
    {
        const QString found = m_jira->text(
            u"jira_search"_s, {{u"jql"_s, u"status = Done and project in (\"WEB\", MOB)"_s}});
        QVERIFY2(found.contains("WEB-7"_L1), qPrintable(found));
        const QString unclear =
            m_jira->text(u"jira_search"_s, {{u"jql"_s, u"assignee = currentUser()"_s}});
        QVERIFY2(unclear.startsWith("Several Jira connections fit: "_L1), qPrintable(unclear));
    }

    void createsWhereTheProjectIs()
    {
        const QString made = m_jira->text(
            u"jira_create_issue"_s,
            {{u"project"_s, u"PAY"_s}, {u"type"_s, u"Task"_s}, {u"summary"_s, u"Count coins"_s}});
        QVERIFY2(made.isEmpty() || made.startsWith("Created PAY-"_L1), qPrintable(made));
        QCOMPARE(m_jira->site(u"northwind"_s).issues.back().summary, u"Count coins"_s);
    }

    void listsNoMoreToolsThanForOneSite()
    {
        SandboxedJira one;
        const auto listed = m_jira->fixture().registry.list({});
        const auto alone = one.fixture().registry.list({});
        QCOMPARE(listed.size(), alone.size());
        for (qsizetype i = 0; i < listed.size(); ++i)
            QCOMPARE(listed[i].inputSchema, alone[i].inputSchema);
    }

    void readsTheProjectInJql_data()
    {
        QTest::addColumn<QString>("jql");
        QTest::addColumn<QString>("project");
        QTest::newRow("plain") << u"project = ABC"_s << u"ABC"_s;
        QTest::newRow("list") << u"status = Done AND project IN (abc, DEF)"_s << u"ABC"_s;
        QTest::newRow("quoted") << u"project=\"ABC\""_s << u"ABC"_s;
        QTest::newRow("a name") << u"project = \"Web Store\""_s << QString();
        QTest::newRow("issue") << u"key = ABC-12"_s << u"ABC"_s;
        QTest::newRow("epic") << u"parent in ('ABC-1', ABC-2)"_s << u"ABC"_s;
        QTest::newRow("not it") << u"project != ABC"_s << QString();
        QTest::newRow("text") << u"summary ~ x"_s << QString();
    }
    void readsTheProjectInJql()
    {
        QFETCH(QString, jql);
        QTEST(providers::jira::projectIn(jql), "project");
    }

private:
    [[nodiscard]] QString name(const QString &site) const
    {
        return QUrl(m_jira->url(site)).authority();
    }

    std::unique_ptr<SandboxedJira> m_jira;
};

QTEST_GUILESS_MAIN(TestJiraSites)
#include "tst_jirasites.moc"
