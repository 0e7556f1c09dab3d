// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/providers/jira/tools/sitetester.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace fairlead;
using tests::SiteTester;

/** jira_service against the sandbox. */
class TestServiceTools : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_site = std::make_unique<SiteTester>(); }

    void listsDesksAndQueues()
    {
        QCOMPARE(m_site->ask(u"jira_list_service_desks"_s, "{}"),
                 u"Service desks (id  project  name):\n1  OPS  Operations"_s);
        const QString queues = m_site->ask(u"jira_list_queues"_s, R"({"desk":"ops"})");
        QVERIFY2(queues.startsWith("Queues of Operations (id  requests  name):\n101  "_L1),
                 qPrintable(queues));
        QVERIFY2(queues.endsWith("  Unassigned issues"_L1), qPrintable(queues));
    }

    void listsTheRequestsOfAQueue()
    {
        const QString first = m_site->ask(u"jira_queue_issues"_s,
                                          R"({"desk":"Operations","queue":"all open","limit":2})");
        QVERIFY2(first.startsWith(
                     "Queue All open of Operations (key  status  assignee  summary):\nOPS-"_L1),
                 qPrintable(first));
        QVERIFY2(first.endsWith("\nMore: call again with cursor: \"2\""_L1), qPrintable(first));
        const QString rest = m_site->ask(u"jira_queue_issues"_s,
                                         R"({"desk":"1","queue":"101","limit":100,"cursor":"2"})");
        QVERIFY2(!rest.contains("More:"_L1), qPrintable(rest));
        const QString wrong = m_site->ask(u"jira_queue_issues"_s, R"({"desk":"1","queue":"Done"})");
        QCOMPARE(wrong,
                 u"Error: Argument \"queue\" is \"Done\", but service desk Operations has: 101 "
                 "\"All open\", 102 \"Unassigned issues\"."_s);
    }

    void saysWhichDesksThereAre()
    {
        const QString answer = m_site->ask(u"jira_list_queues"_s, R"({"desk":"WEB"})");
        QVERIFY2(answer.startsWith("Error: Argument \"desk\" is \"WEB\", but "_L1)
                     && answer.endsWith(" has: 1 \"Operations\"."_L1),
                 qPrintable(answer));
    }

    void tellsWhatCanBeRequested()
    {
        QCOMPARE(m_site->ask(u"jira_list_request_types"_s, R"({"desk":"OPS","query":"help"})"),
                 u"Request types of Operations (id  name  description):\n"
                 "11  Get IT help  For questions and small things"_s);
        const QString fields = m_site->ask(u"jira_get_request_fields"_s,
                                           R"({"desk":"OPS","type":"report an outage"})");
        QVERIFY2(fields.startsWith("Fields of Report an outage at Operations (id  name  type):\n"
                                   "summary  What do you need?  string, required\n"_L1),
                 qPrintable(fields));
        QVERIFY2(fields.endsWith("customfield_10050  Severity  option, required Allowed: Critical, "
                                 "Major, Minor."_L1),
                 qPrintable(fields));
    }

    void createsARequest()
    {
        QJsonObject fields;
        fields.insert("severity"_L1, u"major"_s);
        QJsonObject request;
        request.insert("desk"_L1, u"OPS"_s);
        request.insert("type"_L1, u"Report an outage"_s);
        request.insert("summary"_L1, u"All is dark"_s);
        request.insert("description"_L1, u"# Now\n\n**all**"_s);
        request.insert("fields"_L1, fields);
        request.insert("on_behalf_of"_L1, u"Grace Kim"_s);
        const QString answer = m_site->ask(u"jira_create_request"_s, request);
        QVERIFY2(answer.startsWith("Created request OPS-21  "_L1), qPrintable(answer));
        QVERIFY2(answer.contains("\nFor the customer: "_L1), qPrintable(answer));
        const auto &site = m_site->sandbox.site();
        const auto *issue = site.issue(u"OPS-21"_s);
        QCOMPARE(issue->severity, u"Major"_s);
        QCOMPARE(issue->description["content"_L1][0]["type"_L1].toString(), u"heading"_s);
        QCOMPARE(site.user(issue->reporterId)->displayName, u"Grace Kim"_s);
    }

    void saysWhatARequestNeeds_data()
    {
        QTest::addColumn<QByteArray>("arguments");
        QTest::addColumn<QString>("error");
        QTest::newRow("missing") << R"({"desk":"OPS","type":"12","summary":"x"})"_ba
                                 << u"Report an outage needs \"Severity\" (customfield_10050). "
                                    u"Allowed: Critical, Major, "
                                    "Minor. Pass it as fields: {\"Severity\": \"Critical\"}."_s;
        QTest::newRow("wrong value")
            << R"({"desk":"OPS","type":"12","summary":"x","fields":{"Severity":"huge"}})"_ba
            << u"Field \"Severity\" is \"huge\", but must be one of: Critical, Major, Minor."_s;
        QTest::newRow("unknown field")
            << R"({"desk":"OPS","type":"11","summary":"x","fields":{"Colour":"red"}})"_ba
            << u"Get IT help has no field \"Colour\". It has: "_s;
        QTest::newRow("no summary") << R"({"desk":"OPS","type":"11"})"_ba
                                    << u"Get IT help needs \"What do you need?\" (summary)."_s;
    }
    void saysWhatARequestNeeds()
    {
        QFETCH(QByteArray, arguments);
        QFETCH(QString, error);
        const QString answer = m_site->ask(u"jira_create_request"_s, arguments.constData());
        QVERIFY2(answer.startsWith(u"Error: "_s + error), qPrintable(answer));
        QVERIFY(m_site->requests().filter(u"POST "_s).isEmpty());
    }

    void commentsForTheCustomerOrNot()
    {
        const QString open = m_site->ask(
            u"jira_comment_request"_s, R"({"key":"OPS-1","body":"On it.","visibility":"public"})");
        QVERIFY2(open.startsWith("Commented on OPS-1 (id "_L1)
                     && open.contains("), visible to the customer  http"_L1),
                 qPrintable(open));
        const QString hidden = m_site->ask(
            u"jira_comment_request"_s, R"({"key":"OPS-1","body":"Hm.","visibility":"internal"})");
        QVERIFY2(hidden.contains("), internal  http"_L1), qPrintable(hidden));
        const QString none = m_site->ask(u"jira_comment_request"_s,
                                         R"({"key":"WEB-1","body":"x","visibility":"public"})");
        QVERIFY2(none.startsWith("Error: Request WEB-1 does not exist on "_L1), qPrintable(none));
        const QString unsaid =
            m_site->ask(u"jira_comment_request"_s, R"({"key":"OPS-1","body":"x"})");
        QVERIFY2(unsaid.contains("visibility"_L1) && unsaid.startsWith("Error: "_L1),
                 qPrintable(unsaid));
    }

    void tellsWhatTheDeskRefuses()
    {
        m_site = std::make_unique<SiteTester>(u"grace"_s);
        const QString refused = m_site->ask(
            u"jira_comment_request"_s, R"({"key":"OPS-1","body":"x","visibility":"internal"})");
        QVERIFY2(
            refused.contains("(403): You do not have permission to comment on this request."_L1),
            qPrintable(refused));
    }

private:
    std::unique_ptr<SiteTester> m_site;
};

QTEST_GUILESS_MAIN(TestServiceTools)
#include "tst_servicetools.moc"
