// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/tools/calltarget.h"

#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace fairlead::tools;

class TestCallTarget : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsWhatACallIsAbout_data()
    {
        QTest::addColumn<QJsonObject>("arguments");
        QTest::addColumn<QStringList>("targets");
        const QString page = u"1a2b3c4d5e6f708192a3b4c5d6e7f809"_s;
        QTest::newRow("nothing") << QJsonObject() << QStringList();
        QTest::newRow("a key") << QJsonObject{{u"key"_s, u"abc-12"_s}} << QStringList{u"ABC-12"_s};
        QTest::newRow("an address")
            << QJsonObject{{u"key"_s, u"https://company.atlassian.net/browse/ABC-12?x=1"_s}}
            << QStringList{u"ABC-12"_s};
        QTest::newRow("several") << QJsonObject{{u"keys"_s,
                                                 QJsonArray{u"ABC-1"_s, u"ABC-2"_s, u"ABC-1"_s}},
                                                {u"parent"_s, u"ABC-3"_s}}
                                 << QStringList{u"ABC-1"_s, u"ABC-2"_s, u"ABC-3"_s};
        QTest::newRow("a page") << QJsonObject{{u"page"_s,
                                                u"1a2b3c4d-5e6f-7081-92a3-b4c5d6e7f809"_s}}
                                << QStringList{page};
        QTest::newRow("a page's address")
            << QJsonObject{{u"page"_s, u"https://www.notion.so/acme/Plan-"_s + page}}
            << QStringList{page};
        QTest::newRow("what is only mentioned") << QJsonObject{{u"jql"_s, u"key = ABC-1"_s},
                                                               {u"summary"_s, u"ABC-2"_s},
                                                               {u"body"_s, u"ABC-3"_s}}
                                                << QStringList();
        QTest::newRow("what only looks like one")
            << QJsonObject{{u"to"_s, u"In progress-1a"_s}, {u"due"_s, u"2026-11-20"_s}}
            << QStringList();
        QTest::newRow("numbers and truths")
            << QJsonObject{{u"limit"_s, 20}, {u"notify"_s, false}} << QStringList();
    }
    void tellsWhatACallIsAbout()
    {
        QFETCH(QJsonObject, arguments);
        QTEST(targetsOf(arguments), "targets");
    }

    void readsAddresses()
    {
        QCOMPARE(targetsIn(u"read jira://company.atlassian.net/issue/ABC-12"_s),
                 QStringList{u"ABC-12"_s});
        QCOMPARE(targetsIn(u"proxy jira PUT /rest/api/3/issue/ABC-12"_s), QStringList{u"ABC-12"_s});
        QCOMPARE(targetsIn(u"jira_update_issue"_s), QStringList());
    }

    void readsWhatWasMade()
    {
        ToolResult result = ToolResult::fromText(u"Created ABC-7, like ABC-1"_s);
        Content link;
        link.kind = Content::Kind::ResourceLink;
        link.uri = u"jira://company.atlassian.net/issue/ABC-7"_s;
        result.content.append(link);
        QCOMPARE(targetsOf(result), QStringList{u"ABC-7"_s});
    }

    void keepsAsMuchAsIsWanted()
    {
        const QJsonObject arguments{{u"key"_s, u"ABC-1"_s}, {u"summary"_s, u"Two\nlines"_s}};
        QCOMPARE(keptText(arguments, KeptArguments::None), QString());
        QCOMPARE(keptText(arguments, KeptArguments::Names), u"key, summary"_s);
        QCOMPARE(keptText(arguments, KeptArguments::Full),
                 u"{\"key\":\"ABC-1\",\"summary\":\"Two\\nlines\"}"_s);
        QCOMPARE(keptText({}, KeptArguments::Full), QString());
        QVERIFY(keptText({{u"body"_s, QString(100'000, u'x')}}, KeptArguments::Full).size() < 5000);
    }

    void masksSecrets_data()
    {
        QTest::addColumn<QJsonObject>("arguments");
        const QString secret = u"5ecr3t5ecr3t5ecr3t5ecr3t5ecr3t"_s;
        QTest::newRow("by name") << QJsonObject{{u"api_token"_s, secret}};
        QTest::newRow("password") << QJsonObject{{u"Password"_s, secret}};
        QTest::newRow("deep") << QJsonObject{
            {u"a"_s, QJsonArray{QJsonObject{{u"client_secret"_s, QJsonArray{secret}}}}}};
        QTest::newRow("our key") << QJsonObject{{u"body"_s, u"use mcp_"_s + QString(64, u'5')}};
        QTest::newRow("bearer") << QJsonObject{
            {u"text"_s, u"curl -H 'Authorization: Bearer %1'"_s.arg(secret)}};
        QTest::newRow("a model's") << QJsonObject{{u"text"_s, u"sk-proj-"_s + secret}};
        QTest::newRow("a name that is one") << QJsonObject{{u"ghp_"_s + secret, 1}};
    }
    void masksSecrets()
    {
        QFETCH(QJsonObject, arguments);
        const QString kept = keptText(arguments, KeptArguments::Full);
        QVERIFY2(!kept.contains(u"5ecr3t5"_s) && !kept.contains(u"55555"_s), qPrintable(kept));
        QVERIFY(kept.contains(u"•••"_s));
    }
};

QTEST_GUILESS_MAIN(TestCallTarget)
#include "tst_calltarget.moc"
