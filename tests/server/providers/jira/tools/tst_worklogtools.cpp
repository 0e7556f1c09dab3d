// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/providers/jira/tools/jirasandbox.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace fairlead;
using tests::JiraFixture;
using tests::JiraSandbox;

namespace {

const QString logUrl = u"https://company.atlassian.net/rest/api/3/issue/ABC-12/worklog"_s;
const QByteArray logged =
    R"({"id":"7","timeSpent":"2h","timeSpentSeconds":7200,"started":"2026-11-20T10:00:00.000+0000"})"_ba;

} // namespace

/** The toolset jira_worklogs. */
class TestWorklogTools : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void logsAndListsAndDeletes()
    {
        JiraSandbox world;
        QCOMPARE(world.call(u"jira_list_worklogs"_s, {{u"key"_s, u"WEB-11"_s}}),
                 u"WEB-11 has no worklogs."_s);
        const QString added = world.call(u"jira_add_worklog"_s,
                                         {{u"key"_s, u"web-11"_s},
                                          {u"time_spent"_s, u"2 hours 30 minutes"_s},
                                          {u"started"_s, u"2026-11-19T10:00"_s},
                                          {u"comment"_s, u"Found the **cause**\n\n- a\n- b"_s}});
        const auto &logs = world.issue(u"WEB-11"_s).worklogs;
        QCOMPARE(logs.size(), 1);
        QCOMPARE(added,
                 u"Logged 2h 30m on WEB-11, started 2026-11-19 10:00 (id %1)  %2"_s.arg(
                     logs.first().id, world.url(u"WEB-11"_s)));
        QCOMPARE(logs.first().seconds, 9000);
        QCOMPARE(logs.first().comment["content"_L1][1]["type"_L1].toString(), u"bulletList"_s);
        QVERIFY(world
                    .call(u"jira_add_worklog"_s,
                          {{u"key"_s, world.url(u"WEB-11"_s)},
                           {u"time_spent"_s, u"45m"_s},
                           {u"adjust_estimate"_s, u"-30m"_s}})
                    .startsWith(u"Logged 45m on WEB-11"_s));
        const QString listed = world.call(u"jira_list_worklogs"_s, {{u"key"_s, u"WEB-11"_s}});
        QVERIFY2(listed.startsWith(u"WEB-11: 2 of 2 worklogs, 3h 15m\n"_s), qPrintable(listed));
        QVERIFY2(listed.contains(u"\n%1  2026-11-19 10:00  2h 30m  Ada Lindqvist  Found the "
                                 "**cause** - a - b\n"_s.arg(logs.first().id)),
                 qPrintable(listed));
        const QString page =
            world.call(u"jira_list_worklogs"_s, {{u"key"_s, u"WEB-11"_s}, {u"limit"_s, 1}});
        QVERIFY2(page.endsWith(u"\nMore: cursor \"1\""_s), qPrintable(page));
        const QString rest =
            world.call(u"jira_list_worklogs"_s,
                       {{u"key"_s, u"WEB-11"_s}, {u"limit"_s, 1}, {u"cursor"_s, u"1"_s}});
        QVERIFY2(rest.startsWith(u"WEB-11: 1 of 2 worklogs, 45m\n"_s), qPrintable(rest));
        QVERIFY(!rest.contains(u"More"_s));
        const QString id = logs.first().id;
        QCOMPARE(world.call(u"jira_delete_worklog"_s, {{u"key"_s, u"WEB-11"_s}, {u"id"_s, id}}),
                 u"Deleted worklog %1 of WEB-11  %2"_s.arg(id, world.url(u"WEB-11"_s)));
        QCOMPARE(logs.size(), 1);
        const QString again =
            world.call(u"jira_delete_worklog"_s,
                       {{u"key"_s, u"WEB-11"_s}, {u"id"_s, id}, {u"adjust_estimate"_s, u"+1h"_s}});
        QVERIFY2(again.startsWith(u"ERROR: Worklog %1 of WEB-11 does not exist"_s.arg(id)),
                 qPrintable(again));
    }

    void changesTheEstimate_data()
    {
        QTest::addColumn<QString>("given");
        QTest::addColumn<QString>("query");
        QTest::newRow("auto") << u"auto"_s << QString();
        QTest::newRow("leave") << u"leave"_s << u"?adjustEstimate=leave"_s;
        QTest::newRow("new") << u"1.5h"_s << u"?adjustEstimate=new&newEstimate=1h%2030m"_s;
        QTest::newRow("less") << u"-2h"_s << u"?adjustEstimate=manual&reduceBy=2h"_s;
    }
    void changesTheEstimate()
    {
        QFETCH(QString, given);
        QFETCH(QString, query);
        JiraFixture jira;
        jira.connect();
        jira.http.plan("POST"_ba, logUrl + query, 201, logged);
        const auto result = jira.call(u"jira_add_worklog"_s,
                                      {{u"key"_s, u"ABC-12"_s},
                                       {u"time_spent"_s, u"2h"_s},
                                       {u"started"_s, u"2026-11-20T11:00+01:00"_s},
                                       {u"adjust_estimate"_s, given}});
        QVERIFY2(!result.isError, qPrintable(JiraFixture::textOf(result)));
        const QJsonObject sent = QJsonDocument::fromJson(jira.http.requests().last().body).object();
        const QJsonObject expected{{u"timeSpent"_s, u"2h"_s},
                                   {u"started"_s, u"2026-11-20T10:00:00.000+0000"_s}};
        QCOMPARE(sent, expected);
    }

    void refusesWhatItDoesNotUnderstand_data()
    {
        QTest::addColumn<QString>("tool");
        QTest::addColumn<QJsonObject>("arguments");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *name,
                            const QString &tool,
                            const QJsonObject &arguments,
                            const QString &expected) {
            QTest::newRow(name) << tool << arguments << expected;
        };
        const QJsonObject good{{u"key"_s, u"ABC-12"_s}, {u"time_spent"_s, u"2h"_s}};
        const auto with = [&](const QString &name, const QJsonValue &value) {
            QJsonObject changed = good;
            changed.insert(name, value);
            return changed;
        };
        const QString add = u"jira_add_worklog"_s;
        row("span", add, with(u"time_spent"_s, u"long"_s), u"2h 30m, 45m or 1d"_s);
        row("start", add, with(u"started"_s, u"noon"_s), u"2026-11-20T10:00"_s);
        row("estimate", add, with(u"adjust_estimate"_s, u"half"_s), u"what to take off (-2h)"_s);
        row("key", add, with(u"key"_s, u"ABC"_s), u"ABC-123"_s);
        row("no span", add, {{u"key"_s, u"ABC-12"_s}}, u"time_spent"_s);
        row("id",
            u"jira_delete_worklog"_s,
            {{u"key"_s, u"ABC-12"_s}, {u"id"_s, u"../1"_s}},
            u"id"_s);
        row("amount",
            u"jira_delete_worklog"_s,
            {{u"key"_s, u"ABC-12"_s}, {u"id"_s, u"1"_s}, {u"adjust_estimate"_s, u"-2h"_s}},
            u"what to add (+2h)"_s);
        row("cursor",
            u"jira_list_worklogs"_s,
            {{u"key"_s, u"ABC-12"_s}, {u"cursor"_s, u"next"_s}},
            u"cursor"_s);
    }
    void refusesWhatItDoesNotUnderstand()
    {
        QFETCH(QString, tool);
        QFETCH(QJsonObject, arguments);
        QFETCH(QString, expected);
        JiraFixture jira;
        jira.connect();
        const auto result = jira.call(tool, arguments);
        QVERIFY(result.isError);
        QVERIFY2(JiraFixture::textOf(result).contains(expected),
                 qPrintable(JiraFixture::textOf(result)));
    }

    void doesNotLogTwiceWhenTheOutcomeIsUnknown()
    {
        JiraFixture jira;
        jira.connect();
        jira.http.plan("POST"_ba, logUrl, failure(ErrorCode::Timeout, u"No answer within 30 s."_s));
        const auto result =
            jira.call(u"jira_add_worklog"_s, {{u"key"_s, u"ABC-12"_s}, {u"time_spent"_s, u"2h"_s}});
        QVERIFY(result.isError);
        QVERIFY2(JiraFixture::textOf(result).contains(u"jira_list_worklogs"_s),
                 qPrintable(JiraFixture::textOf(result)));
        QCOMPARE(jira.http.requests().size(), 1);
    }

    void survivesStrangeAnswers()
    {
        for (const QByteArray &body : {"[]"_ba, "{}"_ba, "<html>"_ba, "{\"worklogs\":1}"_ba}) {
            JiraFixture jira;
            jira.connect();
            jira.http.plan("GET"_ba, logUrl + u"?startAt=0&maxResults=50"_s, 200, body);
            const auto result = jira.call(u"jira_list_worklogs"_s, {{u"key"_s, u"ABC-12"_s}});
            QVERIFY2(result.isError, body.constData());
        }
    }
};

QTEST_GUILESS_MAIN(TestWorklogTools)
#include "tst_worklogtools.moc"
