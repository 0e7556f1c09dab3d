// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sandbox/notiontester.h"

#include <QRegularExpression>
#include <QTest>
#include <QUrl>
#include <QUrlQuery>

namespace fairlead::sandbox {

using namespace Qt::StringLiterals;

/** How a person lets an app in to the pretended Notion, and what the app may do with its tokens. */
class TestSandboxNotionOAuth : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void refusesAnAuthorization_data();
    void refusesAnAuthorization();
    void asksAgainForAWrongPassword();
    void sendsACancelBack();
    void givesTokensForAConsent();
    void showsThePickedPagesOnly();
    void keepsAPersonsLimits();
    void makesPrivatePagesForItsOwner();
    void refusesACode_data();
    void refusesACode();
    void refusesWhatIsNoTokenRequest_data();
    void refusesWhatIsNoTokenRequest();
    void rotatesAndNoticesReuse();
    void endsAnAccessToken();
    void givesNoRefreshTokenWhenToldSo();
    void tellsExpiryWhenToldSo();
    void revokesAndIntrospects();
    void wordsErrorsAsDocumentedWhenToldSo();

private:
    [[nodiscard]] Response open(const QByteArray &query);
    [[nodiscard]] Response submit(const Response &page, const QByteArray &fields);
    /** The redirect's query after Ada picked those pages. */
    [[nodiscard]] QUrlQuery consent(const QStringList &titles);
    [[nodiscard]] QString code(const QStringList &titles = {u"Northwind Home"_s});
    [[nodiscard]] Response post(const QByteArray &endpoint,
                                const QJsonObject &body,
                                const QByteArray &credentials = "app:secret");
    [[nodiscard]] QJsonObject signIn(const QStringList &titles = {u"Northwind Home"_s});
    [[nodiscard]] static QString errorOf(const Response &response);

    std::unique_ptr<NotionTester> m_tester;
};

namespace {

const QByteArray goodQuery = "client_id=app&response_type=code&owner=user&state=s%26t"
                             "&redirect_uri=http%3A%2F%2F127.0.0.1%3A9%2Fcallback";
const QString callback = u"http://127.0.0.1:9/callback"_s;

} // namespace

void TestSandboxNotionOAuth::init()
{
    m_tester = std::make_unique<NotionTester>();
}

Response TestSandboxNotionOAuth::open(const QByteArray &query)
{
    Request request;
    request.method = "GET";
    request.target = "/v1/oauth/authorize?" + query;
    return m_tester->send(request);
}

Response TestSandboxNotionOAuth::submit(const Response &page, const QByteArray &fields)
{
    static const QRegularExpression action(u"action=\"([^\"]+)\""_s);
    static const QRegularExpression flow(u"name=\"flow\" value=\"([^\"]+)\""_s);
    const QString html = QString::fromUtf8(page.body);
    Request request;
    request.method = "POST";
    request.target = action.match(html).captured(1).toUtf8();
    request.headers = {{"Content-Type", "application/x-www-form-urlencoded"}};
    request.body = fields + "&flow=" + flow.match(html).captured(1).toUtf8();
    return m_tester->send(request);
}

QUrlQuery TestSandboxNotionOAuth::consent(const QStringList &titles)
{
    const Response picker =
        submit(open(goodQuery), "email=ada%40northwind.example&password=sandbox-password-ada");
    QByteArray fields = "decision=accept";
    for (const QString &title : titles)
        fields += "&page=" + m_tester->page(title);
    const Response redirect = submit(picker, fields);
    return QUrlQuery(QUrl::fromEncoded(redirect.header("location")));
}

QString TestSandboxNotionOAuth::code(const QStringList &titles)
{
    return consent(titles).queryItemValue(u"code"_s);
}

Response TestSandboxNotionOAuth::post(const QByteArray &endpoint,
                                      const QJsonObject &body,
                                      const QByteArray &credentials)
{
    Request request;
    request.method = "POST";
    request.target = "/v1/oauth/" + endpoint;
    request.headers = {{"Content-Type", "application/json"}, {"Notion-Version", "2026-03-11"}};
    if (!credentials.isEmpty())
        request.headers.append({"Authorization", "Basic " + credentials.toBase64()});
    request.body = QJsonDocument(body).toJson();
    return m_tester->send(request);
}

QJsonObject TestSandboxNotionOAuth::signIn(const QStringList &titles)
{
    return NotionTester::object(post("token",
                                     {{u"grant_type"_s, u"authorization_code"_s},
                                      {u"code"_s, code(titles)},
                                      {u"redirect_uri"_s, callback}}));
}

QString TestSandboxNotionOAuth::errorOf(const Response &response)
{
    return QString::number(response.status) + u' '
        + NotionTester::object(response)["error"_L1].toString();
}

void TestSandboxNotionOAuth::refusesAnAuthorization_data()
{
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("to");

    QTest::newRow("unknown app") << "client_id=app"_ba
                                 << "client_id=nobody"_ba;
    QTest::newRow("no owner") << "owner=user"_ba
                              << "owner=workspace"_ba;
    QTest::newRow("other redirect") << "callback"_ba
                                    << "callback%2F"_ba;
    QTest::newRow("implicit") << "response_type=code"_ba
                              << "response_type=token"_ba;
}

void TestSandboxNotionOAuth::refusesAnAuthorization()
{
    QFETCH(QByteArray, from);
    QFETCH(QByteArray, to);

    const Response page = open(QByteArray(goodQuery).replace(from, to));
    QCOMPARE(page.status, 400);
    QVERIFY(page.body.contains("id=\"problem\""));
}

void TestSandboxNotionOAuth::asksAgainForAWrongPassword()
{
    const Response again =
        submit(open(goodQuery), "email=ada%40northwind.example&password=sandbox-password-ben");
    QCOMPARE(again.status, 200);
    QVERIFY(again.body.contains("id=\"problem\""));
    const Response picker =
        submit(again, "email=ada%40northwind.example&password=sandbox-password-ada");
    QVERIFY(picker.body.contains("type=\"checkbox\""));
    QVERIFY(picker.body.contains("name=\"page\""));
    QVERIFY(picker.body.contains("Ada&#39;s notebook") || picker.body.contains("Ada's notebook"));
    QVERIFY(!picker.body.contains("Ben's notebook"));
    const Response nothing = submit(picker, "decision=accept");
    QCOMPARE(nothing.status, 200);
    QVERIFY(nothing.body.contains("Nothing was chosen"));
}

void TestSandboxNotionOAuth::sendsACancelBack()
{
    const Response picker =
        submit(open(goodQuery), "email=ada%40northwind.example&password=sandbox-password-ada");
    const Response redirect = submit(picker, "decision=cancel");
    QCOMPARE(redirect.status, 302);
    const QUrl target = QUrl::fromEncoded(redirect.header("location"));
    QCOMPARE(target.adjusted(QUrl::RemoveQuery).toString(), callback);
    const QUrlQuery query(target);
    QCOMPARE(query.queryItemValue(u"error"_s), u"access_denied"_s);
    QCOMPARE(query.queryItemValue(u"state"_s, QUrl::FullyDecoded), u"s&t"_s);
}

void TestSandboxNotionOAuth::givesTokensForAConsent()
{
    const QJsonObject tokens = signIn();
    QVERIFY(tokens["access_token"_L1].toString().startsWith(u"ntn_"_s));
    QVERIFY(tokens["refresh_token"_L1].toString().startsWith(u"nrt_"_s));
    QCOMPARE(tokens["token_type"_L1].toString(), u"bearer"_s);
    QCOMPARE(tokens["workspace_name"_L1].toString(), u"Northwind"_s);
    QCOMPARE(tokens["owner"_L1]["user"_L1]["person"_L1]["email"_L1].toString(),
             u"ada@northwind.example"_s);
    QVERIFY(tokens["duplicated_template_id"_L1].isNull());
    QVERIFY(!tokens.contains("expires_in"_L1));
    QCOMPARE(tokens["request_id"_L1].toString().size(), 36);

    m_tester->useToken(tokens["access_token"_L1].toString().toLatin1());
    const QJsonObject bot = m_tester->read("/v1/users/me");
    QCOMPARE(bot["id"_L1], tokens["bot_id"_L1]);
    QCOMPARE(bot["bot"_L1]["owner"_L1]["type"_L1].toString(), u"user"_s);
}

void TestSandboxNotionOAuth::showsThePickedPagesOnly()
{
    const QByteArray token = signIn({u"Ada's notebook"_s})["access_token"_L1].toString().toLatin1();
    m_tester->useToken(token);
    QCOMPARE(m_tester->get("/v1/pages/" + m_tester->page(u"Ideas"_s)).status, 200);
    const QByteArray home = "/v1/pages/" + m_tester->page(u"Northwind Home"_s);
    QCOMPARE(NotionTester::outcome(m_tester->get(home)), u"404 object_not_found"_s);
    const QJsonObject again = signIn({u"Northwind Home"_s});
    QCOMPARE(m_tester->get(home).status, 200);
    m_tester->useToken(again["access_token"_L1].toString().toLatin1());
    QCOMPARE(m_tester->get("/v1/pages/" + m_tester->page(u"Ideas"_s)).status, 200);
}

void TestSandboxNotionOAuth::keepsAPersonsLimits()
{
    m_tester->useToken(signIn({u"People"_s})["access_token"_L1].toString().toLatin1());
    QCOMPARE(m_tester->get("/v1/pages/" + m_tester->page(u"Payroll 2026"_s)).status, 200);
    QCOMPARE(m_tester->get("/v1/pages/" + m_tester->page(u"Ben's notebook"_s)).status, 404);
}

void TestSandboxNotionOAuth::makesPrivatePagesForItsOwner()
{
    m_tester->useToken(signIn()["access_token"_L1].toString().toLatin1());
    const QJsonObject made = NotionTester::object(m_tester->send(
        "POST",
        "/v1/pages",
        {{u"parent"_s, QJsonObject{{u"workspace"_s, true}}}, {u"markdown"_s, u"# From an app"_s}}));
    const QByteArray target = "/v1/pages/" + made["id"_L1].toString().toLatin1();
    QCOMPARE(m_tester->get(target).status, 200);
    m_tester->useToken("ntn_sandbox_pat_ada");
    QCOMPARE(m_tester->get(target).status, 200);
    m_tester->useToken("ntn_sandbox_internal");
    QCOMPARE(m_tester->get(target).status, 404);
}

void TestSandboxNotionOAuth::refusesACode_data()
{
    QTest::addColumn<QString>("changed");
    QTest::addColumn<QByteArray>("credentials");
    QTest::addColumn<int>("minutes");

    QTest::newRow("wrong code") << u"code"_s << "app:secret"_ba << 0;
    QTest::newRow("wrong redirect") << u"redirect_uri"_s << "app:secret"_ba << 0;
    QTest::newRow("another app's") << QString() << "other:secret"_ba << 0;
    QTest::newRow("too late") << QString() << "app:secret"_ba << 11;
}

void TestSandboxNotionOAuth::refusesACode()
{
    QFETCH(QString, changed);
    QFETCH(QByteArray, credentials);
    QFETCH(int, minutes);

    QJsonObject body{{u"grant_type"_s, u"authorization_code"_s},
                     {u"code"_s, code()},
                     {u"redirect_uri"_s, callback}};
    if (!changed.isEmpty())
        body.insert(changed, u"http://127.0.0.1:9/other"_s);
    m_tester->clock().advance(std::chrono::minutes(minutes));
    QCOMPARE(errorOf(post("token", body, credentials)), u"400 invalid_grant"_s);
}

void TestSandboxNotionOAuth::refusesWhatIsNoTokenRequest_data()
{
    QTest::addColumn<QByteArray>("credentials");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("error");

    QTest::newRow("no client") << QByteArray() << "{}"_ba << u"401 invalid_client"_s;
    QTest::newRow("wrong secret") << "app:other"_ba
                                  << "{}"_ba << u"401 invalid_client"_s;
    QTest::newRow("nothing") << "app:secret"_ba
                             << "{}"_ba << u"400 invalid_request"_s;
    QTest::newRow("no code") << "app:secret"_ba
                             << "{\"grant_type\":\"authorization_code\"}"_ba
                             << u"400 invalid_request"_s;
    QTest::newRow("other grant") << "app:secret"_ba
                                 << "{\"grant_type\":\"password\"}"_ba
                                 << u"400 unsupported_grant_type"_s;
    QTest::newRow("unknown refresh token")
        << "app:secret"_ba
        << "{\"grant_type\":\"refresh_token\",\"refresh_token\":\"nrt_x\"}"_ba
        << u"400 invalid_grant"_s;
}

void TestSandboxNotionOAuth::refusesWhatIsNoTokenRequest()
{
    QFETCH(QByteArray, credentials);
    QFETCH(QByteArray, body);
    QFETCH(QString, error);

    const Response response = post("token", QJsonDocument::fromJson(body).object(), credentials);
    QCOMPARE(errorOf(response), error);
    QCOMPARE(NotionTester::object(response)["request_id"_L1].toString().size(), 36);
}

void TestSandboxNotionOAuth::rotatesAndNoticesReuse()
{
    const QJsonObject first = signIn();
    const QJsonObject renewal{{u"grant_type"_s, u"refresh_token"_s},
                              {u"refresh_token"_s, first["refresh_token"_L1]}};
    const QJsonObject second = NotionTester::object(post("token", renewal));
    QVERIFY(second["refresh_token"_L1].isString());
    QVERIFY(second["refresh_token"_L1] != first["refresh_token"_L1]);
    QCOMPARE(second["bot_id"_L1], first["bot_id"_L1]);
    m_tester->useToken(second["access_token"_L1].toString().toLatin1());
    QCOMPARE(m_tester->get("/v1/users/me").status, 200);

    QCOMPARE(errorOf(post("token", renewal)), u"400 invalid_grant"_s);
    QCOMPARE(m_tester->grants().counts().reusesDetected, 1);
    QCOMPARE(NotionTester::outcome(m_tester->get("/v1/users/me")), u"401 unauthorized"_s);
    const QJsonObject late{{u"grant_type"_s, u"refresh_token"_s},
                           {u"refresh_token"_s, second["refresh_token"_L1]}};
    QCOMPARE(errorOf(post("token", late)), u"400 invalid_grant"_s);
}

void TestSandboxNotionOAuth::endsAnAccessToken()
{
    m_tester->useToken(signIn()["access_token"_L1].toString().toLatin1());
    m_tester->clock().advance(std::chrono::minutes(59));
    QCOMPARE(m_tester->get("/v1/users/me").status, 200);
    m_tester->clock().advance(std::chrono::minutes(1));
    QCOMPARE(NotionTester::outcome(m_tester->get("/v1/users/me")), u"401 unauthorized"_s);
}

void TestSandboxNotionOAuth::givesNoRefreshTokenWhenToldSo()
{
    m_tester = std::make_unique<NotionTester>(
        NotionService::Options{.oauth = {.givesRefreshTokens = false}});
    const QJsonObject tokens = signIn();
    QVERIFY(tokens["access_token"_L1].isString());
    QVERIFY(tokens["refresh_token"_L1].isNull());
}

void TestSandboxNotionOAuth::tellsExpiryWhenToldSo()
{
    m_tester =
        std::make_unique<NotionTester>(NotionService::Options{.oauth = {.tellsExpiry = true}});
    QCOMPARE(signIn()["expires_in"_L1].toInt(), 3600);
}

void TestSandboxNotionOAuth::revokesAndIntrospects()
{
    const QJsonObject tokens = signIn();
    const QJsonObject asked{{u"token"_s, tokens["access_token"_L1]}};
    const auto isActive = [&](const QByteArray &credentials) {
        return NotionTester::object(post("introspect", asked, credentials))["active"_L1].toBool();
    };
    QVERIFY(isActive("app:secret"));
    QVERIFY(!isActive("other:secret"));
    QCOMPARE(post("revoke", asked, "other:secret").status, 200);
    QVERIFY(isActive("app:secret"));
    QCOMPARE(post("revoke", asked).status, 200);
    QVERIFY(!isActive("app:secret"));
    QCOMPARE(errorOf(post("token",
                          {{u"grant_type"_s, u"refresh_token"_s},
                           {u"refresh_token"_s, tokens["refresh_token"_L1]}})),
             u"400 invalid_grant"_s);
    QCOMPARE(errorOf(post("revoke", {})), u"400 invalid_request"_s);
}

void TestSandboxNotionOAuth::wordsErrorsAsDocumentedWhenToldSo()
{
    m_tester = std::make_unique<NotionTester>(
        NotionService::Options{.oauth = {.hasDocumentedErrors = true}});
    QCOMPARE(NotionTester::outcome(post("token", {}, {})), u"401 invalid_client"_s);
}

} // namespace fairlead::sandbox

QTEST_GUILESS_MAIN(fairlead::sandbox::TestSandboxNotionOAuth)
#include "tst_sandboxnotionoauth.moc"
