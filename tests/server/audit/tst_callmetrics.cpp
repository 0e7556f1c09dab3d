// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/audit/callmetrics.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace fairlead::audit;

class TestCallMetrics : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void countsCallsByToolServiceAndOutcome()
    {
        CallMetrics metrics;
        metrics.count({u"jira_search"_s, u"jira"_s, u"ok"_s, 10});
        metrics.count({u"jira_search"_s, u"jira"_s, u"ok"_s, 20});
        metrics.count({u"jira_search"_s, u"jira"_s, u"refused"_s, 0});
        const QByteArray text = textOf(metrics);
        QVERIFY(text.contains("# TYPE fairlead_tool_calls_total counter\n"
                              "fairlead_tool_calls_total{tool=\"jira_search\",service=\"jira\","
                              "outcome=\"ok\"} 2\n"
                              "fairlead_tool_calls_total{tool=\"jira_search\",service=\"jira\","
                              "outcome=\"refused\"} 1\n"));
    }

    void sumsTheBuckets()
    {
        CallMetrics metrics;
        for (const int ms : {0, 5, 6, 60'001})
            metrics.count({u"a"_s, u"jira"_s, u"ok"_s, ms});
        const QByteArray text = textOf(metrics);
        const QByteArray name = "fairlead_tool_call_duration_seconds";
        for (const char *line : {"_bucket{service=\"jira\",le=\"0.005\"} 2\n",
                                 "_bucket{service=\"jira\",le=\"0.01\"} 3\n",
                                 "_bucket{service=\"jira\",le=\"60\"} 3\n",
                                 "_bucket{service=\"jira\",le=\"+Inf\"} 4\n",
                                 "_sum{service=\"jira\"} 60.012\n",
                                 "_count{service=\"jira\"} 4\n"})
            QVERIFY2(text.contains(name + line), line);
    }

    void staysSmallWhateverClientsMakeUp()
    {
        CallMetrics metrics;
        for (int i = 0; i < 6000; ++i)
            metrics.count({QString::number(i), u"mcp"_s, u"ok"_s, 1});
        const QByteArray text = textOf(metrics);
        QCOMPARE(text.count("fairlead_tool_calls_total{"), 5001);
        QVERIFY(text.contains("{tool=\"other\",service=\"mcp\",outcome=\"ok\"} 1000\n"));
    }

    void escapesLabels()
    {
        CallMetrics metrics;
        metrics.count({u"a\"b\\c\nd"_s, u"mcp"_s, u"ok"_s, 1});
        QVERIFY(textOf(metrics).contains("{tool=\"a\\\"b\\\\c\\nd\","));
    }

    void countsRefusedKeys()
    {
        CallMetrics metrics;
        QVERIFY(textOf(metrics).contains("\nfairlead_refused_keys_total 0\n"));
        metrics.countRefusedKey();
        QVERIFY(textOf(metrics).contains("\nfairlead_refused_keys_total 1\n"));
    }

private:
    static QByteArray textOf(const CallMetrics &metrics)
    {
        MetricsText text;
        metrics.write(text);
        return text.text();
    }
};

QTEST_GUILESS_MAIN(TestCallMetrics)
#include "tst_callmetrics.moc"
