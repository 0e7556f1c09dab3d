// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/providers/openproject/openprojectprovider.h"
#include "tests/sandbox/sandbox.h"
#include "tests/server/providers/restfixture.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace fairlead;
using sandbox::FaultRule;
using sandbox::OpenProjectState;

/** The provider over the real HTTP client against the sandbox, which refuses what OpenProject
 * refuses. */
class TestOpenProjectSandbox : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        sandbox::Sandbox::Options options;
        options.now = QDateTime(QDate(2026, 11, 21), QTime(9, 0), Qt::UTC);
        m_sandbox = std::make_unique<sandbox::Sandbox>(options);
        QVERIFY(m_sandbox->start());
        m_http = std::make_unique<net::NetworkHttpClient>(tests::quickRetries());
        m_tools = std::make_unique<tests::RestFixture>(
            *m_http, [](auto &http, auto &connections, auto &credentials) {
                return std::make_unique<providers::openproject::OpenProjectProvider>(
                    http, connections, credentials);
            });
        const auto report =
            m_tools->signIn("openproject-sandbox-token-ada", m_sandbox->openProjectUrl() + u'/');
        QVERIFY2(report, report ? "" : qPrintable(report.error().message));
    }

    void cleanup()
    {
        m_tools.reset();
        m_http.reset();
        m_sandbox.reset();
    }

    void connectsWithAToken()
    {
        const auto connection = m_tools->connections().first();
        QCOMPARE(connection.account, u"ada"_s);
        QCOMPARE(connection.accountName, u"Ada Byron"_s);
        QCOMPARE(connection.site, QUrl(m_sandbox->openProjectUrl()));
        QCOMPARE(connection.method, connections::SignInMethod::ApiKey);
        const auto report = m_tools->test(connection);
        QVERIFY2(report, report ? "" : qPrintable(report.error().message));
        QCOMPARE(report->projectCount, 3);
        QCOMPARE(report->projects.first(), u"web-shop  Web shop"_s);
    }

    void refusesToConnect_data()
    {
        QTest::addColumn<QByteArray>("token");
        QTest::addColumn<QString>("address");
        QTest::addColumn<QString>("start");
        QTest::newRow("wrong token")
            << QByteArray("wrong") << QString() << u"OpenProject refused the token (401)."_s;
        QTest::newRow("no address") << QByteArray("x") << u" "_s << u"Enter the address"_s;
        QTest::newRow("http elsewhere") << QByteArray("x") << u"http://op.example.com"_s
                                        << u"Fairlead sends a token to op.example.com only over"_s;
        QTest::newRow("something else") << QByteArray("openproject-sandbox-token-ada") << u"jira"_s
                                        << u"There is no OpenProject at 127.0.0.1:"_s;
    }
    void refusesToConnect()
    {
        QFETCH(QByteArray, token);
        QFETCH(QString, address);
        QFETCH(QString, start);
        if (address.isEmpty())
            address = m_sandbox->openProjectUrl();
        if (address == "jira"_L1)
            address = m_sandbox->openProjectUrl() + u"/somewhere"_s;
        const auto report = m_tools->signIn(token, address);
        QVERIFY(!report);
        QVERIFY2(report.error().message.startsWith(start), qPrintable(report.error().message));
        QCOMPARE(m_tools->connections().size(), 1);
    }

    void listsProjects()
    {
        QCOMPARE(m_tools->textOf(u"openproject_list_projects"_s),
                 u"2 of 2 projects\nFerry timetable  ferry  id 4\nWeb shop  web-shop  id 3"_s);
        QCOMPARE(m_tools->textOf(u"openproject_list_projects"_s, {{u"limit"_s, 1}}),
                 u"1 of 2 projects; more: page 2\nFerry timetable  ferry  id 4"_s);
        QCOMPARE(m_tools->textOf(u"openproject_list_projects"_s, {{u"query"_s, u"nothing"_s}}),
                 u"No project fits."_s);
    }

    void searches_data()
    {
        QTest::addColumn<QJsonObject>("arguments");
        QTest::addColumn<QString>("text");
        const QString shipping =
            u"#40  Show shipping costs in the cart  Feature  In progress  "
            "priority High  assigned to Ada Byron  due 2026-11-30  in Web shop"_s;
        const QString reload =
            u"#41  Cart empties on reload  Bug  New  priority Normal  in Web shop"_s;
        const QString winter = u"#50  Winter timetable  Task  New  priority Normal  assigned to "
                               "Linus Example  due 2026-12-13  in Ferry timetable"_s;
        const QString banner =
            u"#42  Old banner  Task  Closed  priority Low  assigned to Grace Hopper  in Web shop"_s;
        const auto found = [](int count, const QStringList &lines) {
            return u"%1 of %2 work packages\n"_s.arg(count).arg(lines.size()) + lines.join(u'\n');
        };
        QTest::newRow("open") << QJsonObject() << found(3, {shipping, winter, reload});
        QTest::newRow("mine") << QJsonObject{{u"assignee"_s, u"me"_s}} << found(1, {shipping});
        QTest::newRow("nobody's") << QJsonObject{{u"assignee"_s, u"none"_s}} << found(1, {reload});
        QTest::newRow("a person's")
            << QJsonObject{{u"assignee"_s, u"grace"_s}, {u"status"_s, u"any"_s}}
            << found(1, {banner});
        QTest::newRow("closed") << QJsonObject{{u"status"_s, u"closed"_s}} << found(1, {banner});
        QTest::newRow("by status, type and project") << QJsonObject{{u"status"_s, u"new"_s},
                                                                    {u"type"_s, u"bug"_s},
                                                                    {u"project"_s, u"WEB SHOP"_s}}
                                                     << found(1, {reload});
        QTest::newRow("text") << QJsonObject{{u"text"_s, u"abroad"_s}} << found(1, {shipping});
        QTest::newRow("sorted") << QJsonObject{{u"project"_s, u"web-shop"_s},
                                               {u"sort"_s, u"id"_s},
                                               {u"status"_s, u"any"_s}}
                                << found(3, {shipping, reload, banner});
        QTest::newRow("second page")
            << QJsonObject{{u"sort"_s, u"id"_s}, {u"limit"_s, 2}, {u"page"_s, 2}}
            << u"1 of 3 work packages\n"_s + winter;
        QTest::newRow("first page") << QJsonObject{{u"sort"_s, u"id"_s}, {u"limit"_s, 1}}
                                    << u"1 of 3 work packages; more: page 2\n"_s + shipping;
        QTest::newRow("none") << QJsonObject{{u"text"_s, u"nowhere"_s}}
                              << u"No work package fits."_s;
        QTest::newRow("no such status")
            << QJsonObject{{u"status"_s, u"done"_s}}
            << u"ERROR Argument \"status\": there is no \"done\". There are: \"New\", \"In "
               "progress\", \"Closed\"."_s;
        QTest::newRow("no such project")
            << QJsonObject{{u"project"_s, u"shop"_s}}
            << u"ERROR Argument \"project\": no project is called \"shop\". Like it: \"Web shop\". "
               "openproject_list_projects shows all."_s;
        QTest::newRow("no such person")
            << QJsonObject{{u"assignee"_s, u"nobody"_s}}
            << u"ERROR Argument \"assignee\": there is no \"nobody\". There are: none."_s;
        QTest::newRow("ambiguous person")
            << QJsonObject{{u"assignee"_s, u"example"_s}}
            << u"ERROR Argument \"assignee\": there is no \"example\". There are: \"Ada Byron\", "
               "\"Grace Hopper\", \"Linus Example\"."_s;
    }
    void searches()
    {
        QFETCH(QJsonObject, arguments);
        QTEST(m_tools->textOf(u"openproject_search"_s, arguments), "text");
    }

    void readsAWorkPackage()
    {
        QCOMPARE(m_tools->textOf(u"openproject_get"_s, {{u"id"_s, u"#40"_s}}),
                 u"#40  Show shipping costs in the cart  Feature  In progress  priority High  "
                 "assigned to Ada Byron  due 2026-11-30  in Web shop\n%1/work_packages/40\n"
                 "by Grace Hopper  start 2026-11-10  estimated 16h  40 % done  created 2026-11-01 "
                 "09:00  updated 2026-11-20 15:30\n\n"
                 "The cart shows **no** shipping costs.\n\n- domestic\n- abroad\n\n"
                 "Activity, newest first (2 of 2):\n"
                 "2026-11-20 15:30  Grace Hopper: \nPlease look at *abroad* first.\n"
                 "2026-11-10 08:15  Ada Byron: Status changed from New to In progress"_s.arg(
                     m_sandbox->openProjectUrl()));
        QVERIFY(m_tools->textOf(u"openproject_get"_s, {{u"id"_s, u"41"_s}})
                    .contains("below #40 Show shipping costs in the cart"_L1));
        QVERIFY(m_tools->textOf(u"openproject_get"_s, {{u"id"_s, u"4711"_s}})
                    .startsWith("ERROR Work package #4711 does not exist in OpenProject (127"_L1));
    }

    void creates_data()
    {
        QTest::addColumn<QJsonObject>("arguments");
        QTest::addColumn<QString>("start");
        const QString subject = u"subject"_s;
        QTest::newRow("little") << QJsonObject{{subject, u"Thank you page"_s}}
                                << u"Created: #51  Thank you page  Task  New  priority Normal  in "
                                   "Web shop\n"_s;
        QTest::newRow("everything") << QJsonObject{{subject, u"Thank you page"_s},
                                                   {u"description"_s, u"**Short.**"_s},
                                                   {u"type"_s, u"feature"_s},
                                                   {u"status"_s, u"In progress"_s},
                                                   {u"priority"_s, u"high"_s},
                                                   {u"assignee"_s, u"me"_s},
                                                   {u"parent"_s, u"40"_s},
                                                   {u"due_date"_s, u"2026-12-01"_s},
                                                   {u"estimated_hours"_s, 1.5}}
                                    << u"Created: #51  Thank you page  Feature  In progress  "
                                       u"priority High  assigned to Ada "
                                       "Byron  due 2026-12-01  in Web shop\n"_s;
        QTest::newRow("no such type")
            << QJsonObject{{subject, u"x"_s}, {u"type"_s, u"Epic"_s}}
            << u"ERROR Argument \"type\": there is no \"Epic\". There are: \"Task\""_s;
        QTest::newRow("no member")
            << QJsonObject{{subject, u"x"_s}, {u"assignee"_s, u"Linus Example"_s}}
            << u"ERROR Argument \"assignee\": there is no \"Linus Example\". "
               "There are: \"Ada Byron\", \"Grace Hopper\"."_s;
        QTest::newRow("no date") << QJsonObject{{subject, u"x"_s}, {u"due_date"_s, u"soon"_s}}
                                 << u"ERROR Argument \"due_date\": \"soon\" is not a date."_s;
        QTest::newRow("two faults") << QJsonObject{{subject, u" "_s},
                                                   {u"start_date"_s, u"2026-12-02"_s},
                                                   {u"due_date"_s, u"2026-12-01"_s}}
                                    << u"ERROR OpenProject (127"_s;
    }
    void creates()
    {
        QFETCH(QJsonObject, arguments);
        QFETCH(QString, start);
        arguments.insert(u"project"_s, u"web-shop"_s);
        const QString text = m_tools->textOf(u"openproject_create"_s, arguments);
        QVERIFY2(text.startsWith(start), qPrintable(text));
        if (start.startsWith("ERROR OpenProject"_L1))
            QVERIFY2(text.endsWith("Subject can't be blank. Finish date must be greater than or "
                                   "equal to start date."_L1),
                     qPrintable(text));
    }

    void updatesAndComments()
    {
        QCOMPARE(
            m_tools->textOf(u"openproject_update"_s,
                            {{u"id"_s, u"41"_s},
                             {u"status"_s, u"in progress"_s},
                             {u"assignee"_s, u"Grace Hopper"_s},
                             {u"parent"_s, QString()},
                             {u"percent_done"_s, 10},
                             {u"comment"_s, u"On it."_s}}),
            u"Changed and commented on: #41  Cart empties on reload  Bug  In progress  "
            "priority Normal  assigned to Grace Hopper  in Web shop\n%1/work_packages/41"_s.arg(
                m_sandbox->openProjectUrl()));
        const QString text = m_tools->textOf(u"openproject_get"_s, {{u"id"_s, u"41"_s}});
        QVERIFY2(text.contains("10 % done"_L1) && text.contains("On it."_L1)
                     && !text.contains("below #40"_L1),
                 qPrintable(text));
        QVERIFY(
            m_tools
                ->textOf(u"openproject_update"_s, {{u"id"_s, u"41"_s}, {u"comment"_s, u"Done."_s}})
                .startsWith("Commented on: #41"_L1));
        QCOMPARE(
            m_tools->textOf(u"openproject_update"_s, {{u"id"_s, u"41"_s}}),
            u"ERROR Nothing to change: pass a comment or at least one field, such as status."_s);
    }

    void saysWhatSomebodyElseChangedMeanwhile()
    {
        m_sandbox->openProject().state().meanwhile = [](OpenProjectState &state) {
            state.change(*state.workPackage(41),
                         {{u"subject"_s, u"Cart empties"_s}},
                         {{u"status"_s, state.linkTo(u"/api/v3/statuses/12"_s)}});
        };
        QCOMPARE(m_tools->textOf(u"openproject_update"_s,
                                 {{u"id"_s, u"41"_s}, {u"status"_s, u"In progress"_s}}),
                 u"ERROR Somebody changed #41 at that moment, and nothing was saved. Changed "
                 "meanwhile: subject Cart empties on reload → Cart empties; status New → Closed. "
                 "Call again if your change still fits."_s);
        QVERIFY(m_tools
                    ->textOf(u"openproject_update"_s,
                             {{u"id"_s, u"41"_s}, {u"status"_s, u"In progress"_s}})
                    .startsWith("Changed: #41  Cart empties  Bug  In progress"_L1));
    }

    void logsTime()
    {
        QCOMPARE(m_tools->textOf(u"openproject_log_time"_s,
                                 {{u"id"_s, u"40"_s},
                                  {u"hours"_s, 1.5},
                                  {u"date"_s, u"2026-11-20"_s},
                                  {u"activity"_s, u"development"_s},
                                  {u"comment"_s, u"Rates"_s}}),
                 u"Logged 1h 30m on #40 Show shipping costs in the cart for 2026-11-20."_s);
        const QJsonObject entry = m_sandbox->openProject().state().timeEntries.first();
        QCOMPARE(entry["hours"_L1].toString(), u"PT1H30M"_s);
        QCOMPARE(entry["spentOn"_L1].toString(), u"2026-11-20"_s);
        QCOMPARE(entry["comment"_L1]["raw"_L1].toString(), u"Rates"_s);
        QCOMPARE(sandbox::idOf(entry["_links"_L1]["activity"_L1]), 3);
        const QString refused =
            m_tools->textOf(u"openproject_log_time"_s, {{u"id"_s, u"40"_s}, {u"hours"_s, 1}});
        QVERIFY2(
            refused.endsWith("Activity can't be blank. Time can be booked on these activities: "
                             "Management, Development."_L1),
            qPrintable(refused));
        QVERIFY(
            m_tools
                ->textOf(u"openproject_log_time"_s,
                         {{u"id"_s, u"40"_s}, {u"hours"_s, 1}, {u"activity"_s, u"Sleep"_s}})
                .endsWith("there is no \"Sleep\". There are: \"Management\", \"Development\"."_L1));
        QVERIFY(m_tools->call(u"openproject_log_time"_s, {{u"id"_s, u"40"_s}, {u"hours"_s, 0}})
                    .isError);
    }

    void createsOnceWhenTheAnswerIsCut()
    {
        FaultRule rule;
        rule.kind = FaultRule::Kind::Cut;
        rule.method = "POST"_ba;
        m_sandbox->faults().add(rule);
        const QString text = m_tools->textOf(
            u"openproject_create"_s, {{u"project"_s, u"ferry"_s}, {u"subject"_s, u"Made once"_s}});
        QVERIFY2(text.startsWith("ERROR It is not known whether creating the work package"_L1),
                 qPrintable(text));
        m_sandbox->faults().clear();
        QVERIFY(m_tools->textOf(u"openproject_search"_s, {{u"text"_s, u"made once"_s}})
                    .startsWith("1 of 1 work packages\n"_L1));
    }

private:
    std::unique_ptr<sandbox::Sandbox> m_sandbox;
    std::unique_ptr<net::NetworkHttpClient> m_http;
    std::unique_ptr<tests::RestFixture> m_tools;
};

QTEST_GUILESS_MAIN(TestOpenProjectSandbox)
#include "tst_openprojectsandbox.moc"
