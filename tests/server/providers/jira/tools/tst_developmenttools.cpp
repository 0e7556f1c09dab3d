// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/providers/jira/tools/developmentparser.h"
#include "tests/server/providers/jira/tools/sitetester.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace fairlead;
using namespace fairlead::providers::jira;
using tests::SiteTester;

/** jira_dev against the sandbox, and what it reads out of an interface without documentation. */
class TestDevelopmentTools : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_site = std::make_unique<SiteTester>(); }

    void tellsWhatWasDevelopedForAnIssue()
    {
        const QString answer = m_site->ask(u"jira_dev_info"_s, R"({"key":"WEB-3"})");
        QVERIFY2(answer.startsWith("Development of WEB-3:\n"_L1), qPrintable(answer));
        for (const QString &part :
             {u"\nbranch feature/WEB-3  northwind/web  last commit "_s,
              u"\npull request #"_s,
              u"  merged  "_s,
              u"  feature/WEB-3 → main  https://github.com/northwind/web/pull/"_s,
              u"\ncommit "_s,
              u"  WEB-3: Remember the delivery address"_s,
              u"\nbuild: 2 (1 successful, 1 failed)"_s,
              u"\ndeployment-environment: 1 (production successful)"_s})
            QVERIFY2(answer.contains(part), qPrintable(part + u" is not in\n"_s + answer));
        QVERIFY(!answer.contains("Longer story"_L1));
    }

    void saysThatThereIsNothing()
    {
        const QString answer = m_site->ask(u"jira_dev_info"_s, R"({"key":"WEB-19"})");
        QVERIFY2(answer.startsWith("Jira knows of no branch, commit, pull request or build for "
                                   "WEB-19."_L1),
                 qPrintable(answer));
        const QString none = m_site->ask(u"jira_dev_info"_s, R"({"key":"WEB-999"})");
        QVERIFY2(none.startsWith("Error: Issue WEB-999 does not exist on "_L1), qPrintable(none));
    }

    void takesNothingForGranted_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QStringList>("lines");
        QTest::newRow("nothing") << R"({"detail":[]})"_ba << QStringList();
        QTest::newRow("bare") << R"({"detail":[{"pullRequests":[{"id":"#1"}],"branches":[{}],
                                   "repositories":[{"name":"r","commits":[{"displayId":"abc"}]},{"name":"s"}]}]})"_ba
                              << QStringList{
                                     u"pull request #1"_s, u"branch "_s, u"commit abc  in r"_s};
        QTest::newRow("odd types")
            << R"({"detail":[{"pullRequests":[{"id":7,"author":"x","source":null}],"branches":3}]})"_ba
            << QStringList{u"pull request "_s};
    }
    void takesNothingForGranted()
    {
        QFETCH(QByteArray, body);
        QFETCH(QStringList, lines);
        const auto read = parser::developmentLines(body);
        QVERIFY(read);
        QCOMPARE(*read, lines);
    }

    void refusesAnswersThatMakeNoSense()
    {
        QVERIFY(!parser::developmentLines("{}"));
        QVERIFY(!parser::developmentSummary("{\"summary\":3}"));
        QVERIFY(!parser::issueId("{\"id\":\"../1\"}"));
    }

private:
    std::unique_ptr<SiteTester> m_site;
};

QTEST_GUILESS_MAIN(TestDevelopmentTools)
#include "tst_developmenttools.moc"
