// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/providers/jira/lookupparser.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace fairlead;
using namespace fairlead::providers::jira;

/** What Jira answers to look-ups, and what it must not be believed. */
class TestLookupParser : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsPeople()
    {
        const auto users = parser::users(
            "[{\"accountId\":\"5b10\",\"displayName\":\"Mia\\u202E Krystof\"},{\"accountId\":\"6c\"}]"_ba);
        QVERIFY(users);
        QCOMPARE(*users, (QList<User>{{u"5b10"_s, u"Mia Krystof"_s}, {u"6c"_s, {}}}));
        QVERIFY(parser::users("[]"_ba)->isEmpty());
    }

    void readsAProject()
    {
        const auto project =
            parser::project("{\"id\":\"10000\",\"key\":\"EX\",\"name\":\"Example\"}"_ba);
        QVERIFY(project);
        QCOMPARE(project->name, u"Example"_s);
    }

    void readsEachPickedIssueOnce()
    {
        const auto picked = parser::pickedIssues(
            "{\"sections\":[{\"id\":\"hs\",\"issues\":[{\"key\":\"EX-1\",\"summary\":\"<b>Pay</"
            "b>\","
            "\"summaryText\":\"Pay\"},{\"key\":\"../EX-2\",\"summaryText\":\"x\"}]},"
            "{\"id\":\"cs\",\"msg\":\"none\"},{\"id\":\"cs\",\"issues\":[{\"key\":\"EX-1\"},"
            "{\"key\":\"EX-3\",\"summaryText\":\"Go\"}]}]}"_ba);
        QVERIFY(picked);
        QCOMPARE(picked->issues, (QList<PickedIssue>{{u"EX-1"_s, u"Pay"_s}, {u"EX-3"_s, u"Go"_s}}));
        QVERIFY(!picked->mayHaveMore);
    }

    void takesAFullSectionForAPart()
    {
        QByteArrayList issues;
        for (int i = 1; i <= 20; ++i)
            issues.append("{\"key\":\"EX-" + QByteArray::number(i) + "\"}");
        const QByteArray body = "{\"sections\":[{\"issues\":[" + issues.join(',') + "]}]}";
        QVERIFY(parser::pickedIssues(body)->mayHaveMore);
    }

    void readsWhenIssuesChanged()
    {
        const auto times = parser::changeTimes(
            "{\"issueErrors\":[],\"issues\":[{\"key\":\"EX-1\",\"fields\":{\"updated\":"
            "\"2026-11-20T10:00:00.123+0000\"}},{\"key\":\"EX-2\",\"fields\":{}}]}"_ba);
        QVERIFY(times);
        QCOMPARE(times->value(u"EX-1"_s), u"2026-11-20T10:00:00.123+0000"_s);
        QCOMPARE(times->value(u"EX-2"_s, u"none"_s), QString());
    }

    void refusesWhatIsNoSuchAnswer_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("HTML") << "<html>"_ba;
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("nothing in it") << "{}"_ba;
        QTest::newRow("number") << "7"_ba;
        QTest::newRow("wrong kinds") << "{\"sections\":7,\"issues\":\"x\",\"key\":1}"_ba;
    }
    void refusesWhatIsNoSuchAnswer()
    {
        QFETCH(QByteArray, body);
        QCOMPARE(parser::users(body).error().code, ErrorCode::InvalidData);
        QCOMPARE(parser::project(body).error().code, ErrorCode::InvalidData);
        QCOMPARE(parser::pickedIssues(body).error().code, ErrorCode::InvalidData);
        QCOMPARE(parser::changeTimes(body).error().code, ErrorCode::InvalidData);
    }

    void refusesPeopleWithoutAnAccount()
    {
        QVERIFY(!parser::users("[{\"displayName\":\"Mia\"}]"_ba));
        QVERIFY(!parser::changeTimes("{\"issues\":[{\"key\":\"EX-1\"}]}"_ba));
    }
};

QTEST_GUILESS_MAIN(TestLookupParser)
#include "tst_lookupparser.moc"
