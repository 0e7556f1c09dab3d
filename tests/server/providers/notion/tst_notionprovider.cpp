// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fakes/golden.h"
#include "tests/server/providers/notion/notionfixture.h"

#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace fairlead;
using connections::Connection;
using connections::ConnectionState;
using connections::SignInMethod;
using providers::ConnectionReport;
using tests::NotionFixture;

namespace {

const QString api = u"https://api.notion.com/v1"_s;
const QString meUrl = api + u"/users/me"_s;
const QString tokenUrl = api + u"/oauth/token"_s;
const QString site = u"https://www.notion.so/#"_s + NotionFixture::northwind;

// JSON with simple quotes, which moc reads as well.
QByteArray json(const char *text)
{
    return QByteArray(text).replace('\'', '"');
}

QByteArray refusal(const QByteArray &code)
{
    return json("{'object':'error','message':'No.','request_id':'1','code':'") + code + "\"}";
}

QByteArray me(const char *name)
{
    return fakes::testData(u"notion/%1.json"_s.arg(QLatin1StringView(name)));
}

/** What is asked after the token was accepted. */
void planRights(NotionFixture &notion,
                const QByteArray &found,
                int usersStatus = 200,
                int createStatus = 404)
{
    notion.http.plan("POST"_ba, api + u"/search"_s, 200, found);
    notion.http.plan("GET"_ba,
                     api + u"/users?page_size=1"_s,
                     usersStatus,
                     usersStatus == 200 ? json("{'object':'list','results':[]}")
                                        : refusal("restricted_resource"));
    notion.http.plan("POST"_ba,
                     api + u"/pages"_s,
                     createStatus,
                     refusal(createStatus == 403 ? "restricted_resource" : "object_not_found"));
}

const QByteArray nothing = json("{'object':'list','results':[],'has_more':false}");

oauth::TokenSet tokensWith(const QByteArray &details)
{
    oauth::TokenSet tokens;
    tokens.accessToken = Secret("granted"_ba);
    tokens.details = QJsonDocument::fromJson(details).object();
    return tokens;
}

QByteArray authorizationOf(const net::Request &request)
{
    for (const auto &[name, value] : request.headers) {
        if (name == "Authorization"_ba)
            return value;
    }
    return {};
}

} // namespace

class TestNotionProvider : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void connectsWithATokenOfEachKind_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("shownSite");
        QTest::addColumn<QString>("account");
        QTest::addColumn<QString>("accountName");
        QTest::newRow("internal integration")
            << me("me-internal") << u"Northwind"_s << site
            << u"9188c6a5-7381-452f-b3dc-d4865aa89bdf"_s << u"Fairlead test"_s;
        QTest::newRow("a person's, through a bot")
            << me("me-owned") << u"Northwind"_s << site << u"mia@example.com"_s << u"Mia Krystof"_s;
        QTest::newRow("a person's own")
            << me("me-person") << u"Notion"_s
            << u"https://www.notion.so/#c2f203119e544d118c797398424ae41e"_s << u"mia@example.com"_s
            << u"Mia Krystof"_s;
    }
    void connectsWithATokenOfEachKind()
    {
        QFETCH(QByteArray, answer);
        NotionFixture notion;
        notion.http.plan("GET"_ba, meUrl, 200, answer);
        planRights(notion, fakes::testData(u"notion/search.json"_s));
        const auto report = notion.signIn(" ntn_abc\n"_ba);
        QVERIFY2(report, report ? "" : qPrintable(report.error().message));
        const Connection &connection = report->connection;
        QTEST(connection.name, "name");
        QTEST(connection.site.toString(), "shownSite");
        QTEST(connection.account, "account");
        QTEST(connection.accountName, "accountName");
        QCOMPARE(connection.apiBase, QUrl(u"https://api.notion.com"_s));
        QCOMPARE(connection.method, SignInMethod::IntegrationToken);
        QCOMPARE(connection.limitations, QStringList());
        const QStringList titles{u"Release checklist"_s, u"Untitled"_s, u"Tasks (database)"_s};
        QCOMPARE(report->projects, titles);
        QCOMPARE(report->projectCount, 3);
        QVERIFY(notion.stored().credential(connection)->equals("ntn_abc"));
        for (const net::Request &request : notion.http.requests())
            QCOMPARE(authorizationOf(request), "Bearer ntn_abc"_ba);
        QVERIFY(notion.http.unused().isEmpty());
    }

    void reportsWhatTheTokenMayNotDo()
    {
        NotionFixture notion;
        notion.http.plan("GET"_ba, meUrl, 200, me("me-internal"));
        planRights(notion, nothing, 403, 403);
        const auto report = notion.signIn("ntn_abc"_ba);
        QVERIFY(report);
        const QStringList limitations = report->connection.limitations;
        QCOMPARE(limitations.size(), 3);
        QCOMPARE(
            limitations[0],
            u"It sees no page yet. Share pages with the integration: in Notion open a page, ••• "
            "→ Connections."_s);
        QVERIFY(limitations[1].startsWith("It may only read"_L1));
        QVERIFY(limitations[2].startsWith("It may not look people up"_L1));
        // The way to find out must never make a page.
        const QJsonObject tried =
            QJsonDocument::fromJson(notion.http.requests().last().body).object();
        QCOMPARE(tried["parent"_L1]["page_id"_L1].toString(),
                 u"00000000-0000-4000-8000-000000000000"_s);
        QCOMPARE(notion.http.requests().last().repeatable, net::Repeatable::No);
    }

    void storesNothingWhenTheTokenDoesNotWork_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("answer");
        QTest::addColumn<ErrorCode>("code");
        QTest::newRow("refused") << 401 << refusal("unauthorized") << ErrorCode::Unauthorized;
        QTest::newRow("blocked") << 403 << "<html>"_ba << ErrorCode::Forbidden;
        QTest::newRow("limited") << 429 << refusal("rate_limited") << ErrorCode::RateLimited;
        QTest::newRow("nonsense") << 200 << "<html>"_ba << ErrorCode::InvalidData;
        QTest::newRow("no user") << 200 << json("{'object':'user','id':'../x'}")
                                 << ErrorCode::InvalidData;
    }
    void storesNothingWhenTheTokenDoesNotWork()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, answer);
        NotionFixture notion;
        notion.http.plan("GET"_ba, meUrl, status, answer);
        const auto report = notion.signIn("ntn_abc"_ba);
        QVERIFY(!report);
        QTEST(report.error().code, "code");
        QVERIFY(!report.error().message.contains("ntn_abc"_L1));
        QVERIFY(notion.stored().list(notion.userId())->isEmpty());
    }

    void storesNothingWhenTheRightsCannotBeRead()
    {
        NotionFixture notion;
        notion.http.plan("GET"_ba, meUrl, 200, me("me-internal"));
        planRights(notion, nothing, 503, 404);
        QCOMPARE(notion.signIn("ntn_abc"_ba).error().code, ErrorCode::Network);
        QVERIFY(notion.stored().list(notion.userId())->isEmpty());
    }

    void refusesWhatCannotBeAToken_data()
    {
        QTest::addColumn<QByteArray>("token");
        QTest::newRow("nothing") << " "_ba;
        QTest::newRow("two words") << "ntn abc"_ba;
        QTest::newRow("line") << "ntn\r\nX: y"_ba;
        QTest::newRow("other letters") << "ntn_\xc3\xa4"_ba;
        QTest::newRow("too long") << QByteArray(4097, 'a');
    }
    void refusesWhatCannotBeAToken()
    {
        QFETCH(QByteArray, token);
        NotionFixture notion;
        const auto report = notion.signIn(token);
        QCOMPARE(report.error().code, ErrorCode::InvalidInput);
        QVERIFY(notion.http.requests().isEmpty());
    }

    void reconnectsWithANewToken()
    {
        NotionFixture notion;
        QStringList ids;
        for (const QByteArray &token : {"first"_ba, "second"_ba}) {
            notion.http.plan("GET"_ba, meUrl, 200, me("me-owned"));
            planRights(notion, nothing);
            ids.append(notion.signIn(token)->connection.id);
        }
        QCOMPARE(ids[0], ids[1]);
        const auto all = notion.stored().list(notion.userId());
        QCOMPARE(all->size(), 1);
        QVERIFY(notion.stored().credential(all->first())->equals("second"));
    }

    void notesWhatATestFound()
    {
        NotionFixture notion;
        const Connection before = notion.connect(u"Old name"_s);
        notion.http.plan("GET"_ba, meUrl, 200, me("me-owned"));
        planRights(notion, nothing);
        const auto report = QCoro::waitFor(notion.provider().test(before, {}));
        QVERIFY(report);
        const Connection after = notion.current(before);
        QCOMPARE(after.id, before.id);
        QCOMPARE(after.name, u"Northwind"_s);
        QCOMPARE(after.account, before.account);
        QCOMPARE(after.limitations.size(), 1);
        QCOMPARE(report->connection.limitations, after.limitations);
        notion.http.plan("GET"_ba, meUrl, 401, refusal("unauthorized"));
        const auto refused = QCoro::waitFor(notion.provider().test(after, {}));
        QCOMPARE(refused.error().message,
                 u"Notion sign-in has expired. Open Fairlead and click Reconnect on Northwind."_s);
        QCOMPARE(notion.current(before).state, ConnectionState::NeedsSignIn);
    }

    void saysWherePeopleSignIn()
    {
        NotionFixture notion;
        const auto server = notion.provider().authorizationServer();
        QVERIFY(server);
        QCOMPARE(server->authorizationEndpoint, QUrl(api + u"/oauth/authorize"_s));
        QCOMPARE(server->tokenEndpoint, QUrl(tokenUrl));
        QCOMPARE(server->revocationEndpoint, QUrl(api + u"/oauth/revoke"_s));
        QCOMPARE(server->authentication, oauth::ClientAuthentication::Basic);
        QCOMPARE(server->format, oauth::BodyFormat::Json);
        QVERIFY(server->headers.contains({"Notion-Version"_ba, "2026-03-11"_ba}));
        const auto url = oauth::authorizationUrl(
            *server,
            {u"abc"_s, QUrl(u"http://127.0.0.1:8080/api/auth/notion/callback"_s), "state"_ba, {}});
        QVERIFY(url->query().contains("owner=user"_L1));
    }

    void findsTheWorkspaceOfABrowserSignIn()
    {
        NotionFixture notion;
        const auto tokens = tokensWith(
            json("{'bot_id':'9188c6a5-7381-452f-b3dc-d4865aa89bdf','workspace_id':"
                 "'d4b3c2a1-0f1e-4d2c-8b3a-4a5b6c7d8e9f','workspace_name':'Northwind','owner':"
                 "{'type':'user','user':{'object':'user','id':"
                 "'c2f20311-9e54-4d11-8c79-7398424ae41e','name':'Mia Krystof','person':"
                 "{'email':'mia@example.com'}}}}"));
        const auto sites = QCoro::waitFor(notion.provider().sitesOf(tokens, {}));
        QCOMPARE(sites->size(), 1);
        QCOMPARE(sites->first().id, u"d4b3c2a1-0f1e-4d2c-8b3a-4a5b6c7d8e9f"_s);
        notion.http.plan("GET"_ba, meUrl, 200, me("me-owned"));
        planRights(notion, fakes::testData(u"notion/search.json"_s));
        const auto report = QCoro::waitFor(notion.provider().proveSite(sites->first(), tokens, {}));
        QVERIFY(report);
        QCOMPARE(report->connection.method, SignInMethod::OAuth);
        QCOMPARE(report->connection.name, u"Northwind"_s);
        QCOMPARE(report->connection.site.toString(), site);
        QCOMPARE(report->connection.account, u"mia@example.com"_s);
        QCOMPARE(authorizationOf(notion.http.requests().first()), "Bearer granted"_ba);
        QVERIFY(notion.stored().list(notion.userId())->isEmpty());
    }

    void refusesABrowserSignInWithoutAWorkspace()
    {
        NotionFixture notion;
        for (const char *details : {"{}", "{'workspace_id':'../x'}", "{'workspace_id':7}"}) {
            const auto sites =
                QCoro::waitFor(notion.provider().sitesOf(tokensWith(json(details)), {}));
            QCOMPARE(sites.error().code, ErrorCode::InvalidData);
        }
    }

    void renewsABrowserSignInThatNotionRefuses()
    {
        NotionFixture notion;
        const Connection connection = notion.grant("old"_ba, "refresh"_ba);
        notion.http.plan("POST"_ba, api + u"/search"_s, 401, refusal("unauthorized"));
        notion.http.plan(
            "POST"_ba,
            tokenUrl,
            200,
            json("{'access_token':'new','token_type':'bearer','refresh_token':'next'}"));
        notion.http.plan("POST"_ba, api + u"/search"_s, 200, nothing);
        const auto result = notion.call(u"notion_search"_s, {});
        QVERIFY2(!result.isError, qPrintable(NotionFixture::textOf(result)));
        QCOMPARE(authorizationOf(notion.http.requests().last()), "Bearer new"_ba);
        QCOMPARE(notion.current(connection).state, ConnectionState::Connected);
    }

    void saysOnceThatABrowserSignInIsOver()
    {
        NotionFixture notion;
        const Connection connection = notion.grant("old"_ba, "refresh"_ba);
        notion.http.plan("POST"_ba, api + u"/search"_s, 401, refusal("unauthorized"));
        notion.http.plan("POST"_ba, tokenUrl, 400, json("{'error':'invalid_grant'}"));
        const auto result = notion.call(u"notion_search"_s, {});
        QCOMPARE(NotionFixture::textOf(result),
                 u"Notion sign-in has expired. Open Fairlead and click Reconnect on Northwind."_s);
        QCOMPARE(notion.current(connection).state, ConnectionState::NeedsSignIn);
    }

    void testsABrowserSignIn()
    {
        NotionFixture notion;
        const Connection connection = notion.grant("good"_ba, {});
        notion.http.plan("GET"_ba, meUrl, 200, me("me-owned"));
        planRights(notion, nothing);
        const auto report = QCoro::waitFor(notion.provider().test(connection, {}));
        QVERIFY(report);
        const Connection after = notion.current(connection);
        QCOMPARE(after.grantId, connection.grantId);
        QCOMPARE(after.limitations.size(), 1);
    }

    // The core's definitions are paid for in every conversation.
    void describesItsCoreInFewBytes()
    {
        NotionFixture notion;
        qsizetype bytes = 0;
        QStringList core;
        for (const tools::ToolDefinition &tool : notion.registry.list(notion.caller())) {
            if (!tool.toolset.isEmpty())
                continue;
            core.append(tool.name);
            const bool reads = tool.effect == tools::ToolEffect::Read;
            QJsonObject hints{{reads ? u"readOnlyHint"_s : u"destructiveHint"_s, reads}};
            if (tool.idempotent)
                hints.insert(u"idempotentHint"_s, true);
            const QJsonObject listed{{u"name"_s, tool.name},
                                     {u"title"_s, tool.title},
                                     {u"description"_s, tool.description},
                                     {u"inputSchema"_s, tool.inputSchema},
                                     {u"annotations"_s, hints}};
            bytes += QJsonDocument(listed).toJson(QJsonDocument::Compact).size();
        }
        QCOMPARE(core.size(), 10);
        QVERIFY2(bytes < 5500, QByteArray::number(bytes).constData());
    }

    void saysWhatEachToolAsksOfNotion()
    {
        NotionFixture notion;
        for (const tools::ToolDefinition &tool : notion.registry.list(notion.caller())) {
            QVERIFY2(tool.name.startsWith("notion_"_L1), qPrintable(tool.name));
            QCOMPARE(tool.service, u"notion"_s);
            QVERIFY2(!tool.endpoints.isEmpty(), qPrintable(tool.name));
            for (const QString &endpoint : tool.endpoints)
                QVERIFY2(endpoint.section(u' ', 1).startsWith("/v1/"_L1), qPrintable(endpoint));
        }
    }
};

QTEST_GUILESS_MAIN(TestNotionProvider)
#include "tst_notionprovider.moc"
