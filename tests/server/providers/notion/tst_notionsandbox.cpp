// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/net/networkhttpclient.h"
#include "tests/sandbox/sandbox.h"
#include "tests/sandbox/signinwalk.h"
#include "tests/server/providers/notion/notionfixture.h"

#include <QTest>
#include <QUrlQuery>

using namespace Qt::StringLiterals;
using namespace fairlead;
using connections::SignInMethod;
using sandbox::FaultRule;
using tests::NotionFixture;

namespace {

net::NetworkHttpClient::Options quickRetries()
{
    net::NetworkHttpClient::Options options;
    options.retry.base = std::chrono::milliseconds(1);
    return options;
}

QJsonObject arguments(std::initializer_list<std::pair<QString, QJsonValue>> members)
{
    QJsonObject object;
    for (const auto &[name, value] : members)
        object.insert(name, value);
    return object;
}

} // namespace

/** The provider over the real HTTP client against the sandbox, which refuses what Notion refuses.
 */
class TestNotionSandbox : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        sandbox::Sandbox::Options options;
        options.notion.site.longestMarkdown = 1000;
        m_sandbox = std::make_unique<sandbox::Sandbox>(options);
        QVERIFY(m_sandbox->start());
        m_http = std::make_unique<net::NetworkHttpClient>(quickRetries());
        m_notion = std::make_unique<NotionFixture>(*m_http, QUrl(m_sandbox->notionUrl()));
    }

    void cleanup()
    {
        m_notion.reset();
        m_http.reset();
        m_sandbox.reset();
    }

    void connectsWithTokensOfAllKinds()
    {
        const auto internal = m_notion->signIn("ntn_sandbox_internal"_ba);
        QVERIFY2(internal, internal ? "" : qPrintable(internal.error().message));
        QCOMPARE(internal->connection.name, u"Northwind"_s);
        QCOMPARE(internal->connection.accountName, u"Fairlead sandbox"_s);
        QCOMPARE(internal->connection.limitations, QStringList());
        QCOMPARE(internal->projects.size(), 5);
        const auto personal = m_notion->signIn("ntn_sandbox_pat_ada"_ba);
        QVERIFY2(personal, personal ? "" : qPrintable(personal.error().message));
        QCOMPARE(personal->connection.account, u"ada@northwind.example"_s);
        QCOMPARE(personal->connection.site, internal->connection.site);
        QVERIFY(personal->connection.id != internal->connection.id);
        const auto reader = m_notion->signIn("ntn_sandbox_readonly"_ba);
        QVERIFY2(reader, reader ? "" : qPrintable(reader.error().message));
        QCOMPARE(reader->connection.limitations.size(), 2);
        QVERIFY(reader->connection.limitations.first().startsWith("It may only read"_L1));
    }

    void refusesAWrongToken()
    {
        const auto refused = m_notion->signIn("ntn_wrong"_ba);
        QVERIFY(!refused);
        QCOMPARE(refused.error().message,
                 u"Notion refused the token (401). Copy it again, or make a new one."_s);
        QCOMPARE(m_notion->stored().list(m_notion->userId())->size(), 0);
    }

    void usesEveryTool()
    {
        connectAs("ntn_sandbox_internal");
        const QString databases =
            textOf(u"notion_list_databases"_s, arguments({{u"query"_s, u"Team tasks"_s}}));
        QVERIFY2(databases.startsWith("Team tasks"_L1), qPrintable(databases));
        QVERIFY2(databases.contains("Task (title)"_L1) && databases.contains("Status (status)"_L1),
                 qPrintable(databases));
        const QString database = databases.section(u"database "_s, 1).left(32);
        const QString created =
            textOf(u"notion_create_page"_s,
                   arguments({{u"title"_s, u"Try the sandbox"_s},
                              {u"parent"_s, database},
                              {u"markdown"_s, u"# Why\n- one\n- **two**"_s},
                              {u"properties"_s, arguments({{u"Status"_s, u"in progress"_s}})}}));
        QVERIFY2(created.startsWith("Created \"Try the sandbox\"  https://www.notion.so/"_L1),
                 qPrintable(created));
        const QString page =
            textOf(u"notion_read_page"_s, arguments({{u"page"_s, created.section(u' ', -1)}}));
        for (const QString &part :
             {u"# Try the sandbox\n"_s, u"Status: In progress\n"_s, u"# Why"_s, u"- **two**"_s})
            QVERIFY2(page.contains(part), qPrintable(part + u" is not in\n"_s + page));
        const QString found =
            textOf(u"notion_search"_s, arguments({{u"query"_s, u"try the SANDBOX"_s}}));
        QVERIFY2(found.startsWith("1 result "_L1), qPrintable(found));
    }

    void createsPagesBelowPagesAndAtTheTop()
    {
        connectAs("ntn_sandbox_internal");
        const QString home =
            textOf(u"notion_search"_s,
                   arguments({{u"query"_s, u"Northwind Home"_s}, {u"type"_s, u"page"_s}}));
        const QString id = home.section(u"page  "_s, 1).left(32);
        QVERIFY2(textOf(u"notion_create_page"_s,
                        arguments({{u"title"_s, u"Below"_s}, {u"parent"_s, id}}))
                     .startsWith("Created \"Below\""_L1),
                 qPrintable(home));
        const QJsonObject top = arguments({{u"title"_s, u"At the top"_s}});
        const auto refused = m_notion->call(u"notion_create_page"_s, top);
        QVERIFY(refused.isError);
        QVERIFY2(
            NotionFixture::textOf(refused).endsWith("pass a page or database as \"parent\"."_L1),
            qPrintable(NotionFixture::textOf(refused)));
        m_notion = std::make_unique<NotionFixture>(*m_http, QUrl(m_sandbox->notionUrl()));
        connectAs("ntn_sandbox_pat_ada");
        QVERIFY(textOf(u"notion_create_page"_s, top).startsWith("Created \"At the top\""_L1));
    }

    void pagesThroughASearch()
    {
        connectAs("ntn_sandbox_pat_ada");
        QJsonObject given = arguments({{u"limit"_s, 7}, {u"type"_s, u"page"_s}});
        QSet<QString> ids;
        for (int page = 0; page < 50; ++page) {
            const QString text = textOf(u"notion_search"_s, given);
            const QStringList lines = text.split(u'\n');
            for (const QString &line : lines) {
                if (!line.startsWith("page  "_L1))
                    continue;
                QVERIFY2(!ids.contains(line.mid(6, 32)), qPrintable(line));
                ids.insert(line.mid(6, 32));
            }
            if (!text.contains("cursor: \""_L1))
                break;
            given.insert("cursor"_L1, text.section(u"cursor: \""_s, 1).section(u'"', 0, 0));
        }
        QVERIFY(ids.size() > 20);
    }

    // The sandbox leaves out what is longer than a thousand characters, as Notion does at its
    // limit.
    void readsALongPageWhole()
    {
        connectAs("ntn_sandbox_pat_ada");
        QString text;
        for (int line = 0; line < 200; ++line)
            text += u"Line number %1 of it\n"_s.arg(line);
        const QString created = textOf(u"notion_create_page"_s,
                                       arguments({{u"title"_s, u"Long"_s}, {u"markdown"_s, text}}));
        const QString url = created.section(u' ', -1);
        QString together;
        QJsonObject given = arguments({{u"page"_s, url}, {u"max_chars"_s, 1500}});
        for (int part = 0; part < 20; ++part) {
            const QString read = textOf(u"notion_read_page"_s, given);
            const qsizetype cut = read.indexOf("\n[Cut after"_L1);
            together += read.left(cut < 0 ? read.size() : cut) + u'\n';
            if (cut < 0)
                break;
            given.insert(u"cursor"_s, read.section(u'"', -2, -2));
        }
        for (int line = 0; line < 200; ++line)
            QVERIFY2(together.contains(u"Line number %1 of it"_s.arg(line)),
                     qPrintable(u"Line %1 is not in\n"_s.arg(line) + together));
        QVERIFY(!together.contains("<unknown"_L1));
    }

    void saysThatAPageIsNotShared()
    {
        connectAs("ntn_sandbox_internal");
        const auto result =
            m_notion->call(u"notion_read_page"_s,
                           arguments({{u"page"_s, u"59833787-2cf9-4fdf-8782-e53db20768a5"_s}}));
        QVERIFY(result.isError);
        QVERIFY(NotionFixture::textOf(result).endsWith(
            u"To share it, open it in Notion and choose ••• → Connections."_s));
    }

    void readsResources()
    {
        connectAs("ntn_sandbox_pat_ada");
        const auto list = m_notion->resources.list(m_notion->caller());
        QCOMPARE(list.size(), 1);
        const auto workspace =
            QCoro::waitFor(m_notion->resources.read({list[0].uri, m_notion->caller(), {}, {}}));
        QVERIFY2(workspace, workspace ? "" : qPrintable(workspace.error().message));
        const QString uri = workspace->first().text.section(u"notion://"_s, 1).section(u'\n', 0, 0);
        const auto page = QCoro::waitFor(
            m_notion->resources.read({u"notion://"_s + uri, m_notion->caller(), {}, {}}));
        QVERIFY2(page, page ? "" : qPrintable(page.error().message));
        QVERIFY(page->first().text.startsWith("# "_L1));
    }

    void opensTheWorkspaceThatABrowserSignInAllows()
    {
        const auto &app = m_sandbox->notionClient();
        const auto server = *m_notion->provider().authorizationServer();
        const QUrl redirect(app.redirectUri);
        const auto url = oauth::authorizationUrl(server, {app.clientId, redirect, "state"_ba, {}});
        QVERIFY(url);
        sandbox::SignInWalk walk;
        const QUrl back = walk.accept(*url);
        QVERIFY2(!back.isEmpty(), qPrintable(walk.problem()));
        fakes::FakeClock clock;
        oauth::TokenEndpoint endpoint(*m_http, clock);
        const oauth::TokenEndpoint::Code code{
            Secret(QUrlQuery(back).queryItemValue(u"code"_s).toLatin1()), redirect, {}};
        const auto tokens = QCoro::waitFor(
            endpoint.exchange(server, {app.clientId, Secret(app.clientSecret)}, code, {}));
        QVERIFY2(tokens, tokens ? "" : qPrintable(tokens.error().error.message));
        const auto sites = QCoro::waitFor(m_notion->provider().sitesOf(*tokens, {}));
        QVERIFY2(sites, sites ? "" : qPrintable(sites.error().message));
        const auto report =
            QCoro::waitFor(m_notion->provider().proveSite(sites->first(), *tokens, {}));
        QVERIFY2(report, report ? "" : qPrintable(report.error().message));
        QCOMPARE(report->connection.name, u"Northwind"_s);
        QCOMPARE(report->connection.account, u"ada@northwind.example"_s);
        QCOMPARE(report->connection.method, SignInMethod::OAuth);
        QVERIFY(report->projectCount > 0);
    }

    void survivesFaults_data()
    {
        QTest::addColumn<FaultRule::Kind>("kind");
        QTest::addColumn<int>("status");
        QTest::addColumn<int>("count");
        QTest::addColumn<bool>("succeeds");
        QTest::newRow("overloaded twice") << FaultRule::Kind::Status << 529 << 2 << true;
        QTest::newRow("limited twice") << FaultRule::Kind::Status << 429 << 2 << true;
        QTest::newRow("busy for long") << FaultRule::Kind::Status << 503 << 3 << false;
        QTest::newRow("HTML") << FaultRule::Kind::Html << 0 << 1 << false;
        QTest::newRow("garbage") << FaultRule::Kind::Garbage << 0 << 1 << false;
        QTest::newRow("cut") << FaultRule::Kind::Cut << 0 << -1 << false;
    }
    void survivesFaults()
    {
        QFETCH(FaultRule::Kind, kind);
        QFETCH(int, status);
        QFETCH(int, count);
        connectAs("ntn_sandbox_internal");
        FaultRule rule;
        rule.kind = kind;
        rule.status = status;
        rule.count = count;
        rule.retryAfter = status == 429 ? 0 : -1;
        rule.path = u"/v1/search"_s;
        m_sandbox->faults().add(rule);
        const auto result = m_notion->call(u"notion_search"_s, {});
        QTEST(!result.isError, "succeeds");
        m_sandbox->faults().clear();
        QVERIFY(!m_notion->call(u"notion_search"_s, {}).isError);
    }

    void createsOnceWhenTheAnswerIsCut()
    {
        connectAs("ntn_sandbox_pat_ada");
        FaultRule rule;
        rule.kind = FaultRule::Kind::Cut;
        rule.method = "POST"_ba;
        rule.path = u"/v1/pages"_s;
        m_sandbox->faults().add(rule);
        const auto result =
            m_notion->call(u"notion_create_page"_s, arguments({{u"title"_s, u"Made once"_s}}));
        QVERIFY(result.isError);
        QVERIFY(NotionFixture::textOf(result).startsWith("It is not known whether"_L1));
        int made = 0;
        for (const auto &page : m_sandbox->notion().workspace().pages)
            made += sandbox::NotionWorkspace::title(page) == "Made once"_L1 ? 1 : 0;
        QCOMPARE(made, 1);
    }

private:
    void connectAs(const char *token)
    {
        const auto report = m_notion->signIn(QByteArray(token));
        QVERIFY2(report, report ? "" : qPrintable(report.error().message));
    }

    QString textOf(const QString &tool, const QJsonObject &given)
    {
        return NotionFixture::textOf(m_notion->call(tool, given));
    }

    std::unique_ptr<sandbox::Sandbox> m_sandbox;
    std::unique_ptr<net::NetworkHttpClient> m_http;
    std::unique_ptr<NotionFixture> m_notion;
};

QTEST_GUILESS_MAIN(TestNotionSandbox)
#include "tst_notionsandbox.moc"
