// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/providers/jira/tools/jirasandbox.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace fairlead;
using tests::JiraFixture;
using tests::JiraSandbox;

namespace {

QJsonObject watching(const QString &action, const QString &user = {})
{
    QJsonObject arguments{{u"key"_s, u"WEB-1"_s}, {u"action"_s, action}};
    if (!user.isEmpty())
        arguments.insert(u"user"_s, user);
    return arguments;
}

} // namespace

/** The toolset jira_watchers. */
class TestWatcherTools : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void addsListsAndRemoves_data()
    {
        QTest::addColumn<QString>("user");
        QTest::addColumn<QString>("name");
        QTest::newRow("nobody named") << QString() << u"Ada Lindqvist"_s;
        QTest::newRow("me") << u"me"_s << u"Ada Lindqvist"_s;
        QTest::newRow("a name") << u"Ben Okafor"_s << u"Ben Okafor"_s;
        QTest::newRow("an e-mail") << u"ben@northwind.example"_s << u"Ben Okafor"_s;
    }
    void addsListsAndRemoves()
    {
        QFETCH(QString, user);
        QFETCH(QString, name);
        JiraSandbox world;
        const QString url = world.url(u"WEB-1"_s);
        QCOMPARE(world.call(u"jira_watch"_s, watching(u"list"_s)), u"Nobody watches WEB-1."_s);
        QCOMPARE(world.call(u"jira_watch"_s, watching(u"add"_s, user)),
                 u"%1 watches WEB-1 now  %2"_s.arg(name, url));
        const bool isMe = name.startsWith(u"Ada"_s);
        QCOMPARE(
            world.call(u"jira_watch"_s, watching(u"list"_s)),
            u"1 watch WEB-1, %1\n%2  (%3)"_s.arg(isMe ? u"you among them."_s : u"you do not."_s,
                                                 name,
                                                 world.issue(u"WEB-1"_s).watcherIds.value(0)));
        QCOMPARE(world.call(u"jira_watch"_s, watching(u"remove"_s, user)),
                 u"%1 does not watch WEB-1 any more  %2"_s.arg(name, url));
        QVERIFY(world.issue(u"WEB-1"_s).watcherIds.isEmpty());
    }

    void passesOnWhatJiraForbids()
    {
        JiraSandbox world(u"ben"_s);
        const QString refused =
            world.call(u"jira_watch"_s, watching(u"add"_s, u"ada@northwind.example"_s));
        QVERIFY2(refused.contains(u"permission to manage the watcher list"_s), qPrintable(refused));
    }

    void refusesWhatItDoesNotUnderstand()
    {
        JiraSandbox world;
        QVERIFY(world.call(u"jira_watch"_s, watching(u"follow"_s)).contains(u"add"_s));
        const QString nobody = world.call(u"jira_watch"_s, watching(u"add"_s, u"Nobody Atall"_s));
        QVERIFY2(nobody.startsWith(u"ERROR: Nobody on "_s), qPrintable(nobody));
        const QString missing =
            world.call(u"jira_watch"_s, {{u"key"_s, u"WEB-9999"_s}, {u"action"_s, u"list"_s}});
        QVERIFY2(missing.startsWith(u"ERROR: Issue WEB-9999 does not exist"_s),
                 qPrintable(missing));
    }

    void sendsTheAccountAsOneJsonString()
    {
        JiraFixture jira;
        jira.connect();
        const QString api = u"https://company.atlassian.net/rest/api/3/"_s;
        jira.http.plan("GET"_ba,
                       api + u"myself"_s,
                       200,
                       R"({"accountId":"5b10a2844c20165700ede21g","displayName":"Mia"})"_ba);
        jira.http.plan("POST"_ba, api + u"issue/WEB-1/watchers"_s, 204, {});
        const auto result = jira.call(u"jira_watch"_s, watching(u"add"_s));
        QVERIFY(!result.isError);
        QCOMPARE(jira.http.requests().last().body, "\"5b10a2844c20165700ede21g\""_ba);
    }
};

QTEST_GUILESS_MAIN(TestWatcherTools)
#include "tst_watchertools.moc"
