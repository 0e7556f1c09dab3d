// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/oauth/discovery.h"
#include "tests/fakes/fakehttpclient.h"

#include <QCoroTask>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace fairlead;
using namespace fairlead::oauth;

namespace {

// An address, so that no name has to be looked up.
const auto server = u"https://93.184.216.34/public/mcp"_s;
const auto pathPlace = u"https://93.184.216.34/.well-known/oauth-protected-resource/public/mcp"_s;
const auto rootPlace = u"https://93.184.216.34/.well-known/oauth-protected-resource"_s;
const auto issuer = u"https://auth.invalid"_s;
const auto metadataPlace = u"https://auth.invalid/.well-known/oauth-authorization-server"_s;

QByteArray bytes(const QJsonObject &json)
{
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

QJsonObject resource(const QString &name = server, const QString &by = issuer)
{
    return {{u"resource"_s, name},
            {u"authorization_servers"_s, QJsonArray{by}},
            {u"scopes_supported"_s, QJsonArray{u"read"_s, u"write"_s}}};
}

QJsonObject metadata(const QString &by = issuer)
{
    return {{u"issuer"_s, by},
            {u"authorization_endpoint"_s, QString(by + u"/authorize"_s)},
            {u"token_endpoint"_s, QString(by + u"/token"_s)},
            {u"registration_endpoint"_s, QString(by + u"/register"_s)},
            {u"code_challenge_methods_supported"_s, QJsonArray{u"plain"_s, u"S256"_s}},
            {u"authorization_response_iss_parameter_supported"_s, true},
            {u"scopes_supported"_s, QJsonArray{u"read"_s, u"offline_access"_s}}};
}

} // namespace

class TestDiscovery : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_http = std::make_unique<fakes::FakeHttpClient>(); }

    void cleanup() { QCOMPARE(m_http->unused(), QStringList()); }

    void followsTheAddressThatTheServerNames()
    {
        plan(u"https://93.184.216.34/custom.json"_s, resource());
        plan(metadataPlace, metadata());
        const auto place = find({.resourceMetadata = u"https://93.184.216.34/custom.json"_s});
        QVERIFY2(place, qPrintable(place ? QString() : place.error().message));
        QCOMPARE(place->resource.resource, server);
        QCOMPARE(place->resource.scopes, (QStringList{u"read"_s, u"write"_s}));
        QCOMPARE(place->server.issuer, issuer);
        QCOMPARE(place->server.tokenEndpoint, QUrl(u"https://auth.invalid/token"_s));
        QCOMPARE(place->server.issuerParameter, IssuerParameter::Required);
        QVERIFY(!place->server.takesMetadataDocuments);
        QCOMPARE(place->reach, net::Reach::Internet);
        for (const net::Request &request : m_http->requests())
            QCOMPARE(request.reach, net::Reach::Internet);
    }

    void looksAtTheWellKnownPlaces()
    {
        planStatus(pathPlace, 404);
        plan(rootPlace, resource(u"https://93.184.216.34"_s));
        plan(metadataPlace, metadata());
        const auto place = find({});
        QVERIFY(place);
        // Letter for letter: a slash more is another name.
        QCOMPARE(place->resource.resource, u"https://93.184.216.34"_s);
    }

    void aPageForPeopleIsNoDocument()
    {
        m_http->plan("GET"_ba, pathPlace, 200, "<!doctype html><title>App</title>"_ba);
        plan(rootPlace, resource());
        plan(metadataPlace, metadata());
        QVERIFY(find({}));
    }

    void triesTheMetadataOfAnIssuerWithAPathInOrder()
    {
        const QString tenant = u"https://auth.invalid/tenant1"_s;
        plan(pathPlace, resource(server, tenant));
        planStatus(u"https://auth.invalid/.well-known/oauth-authorization-server/tenant1"_s, 404);
        planStatus(u"https://auth.invalid/.well-known/openid-configuration/tenant1"_s, 404);
        plan(u"https://auth.invalid/tenant1/.well-known/openid-configuration"_s, metadata(tenant));
        const auto place = find({});
        QVERIFY(place);
        QCOMPARE(place->server.issuer, tenant);
        const QList<net::Request> &requests = m_http->requests();
        QCOMPARE(requests.size(), 4);
        QVERIFY(requests[1].url.path().startsWith("/.well-known/oauth"_L1));
        QVERIFY(requests[3].url.path().startsWith("/tenant1"_L1));
    }

    void takesTheNextServerWhenTheFirstCannotBeUsed()
    {
        QJsonObject two = resource();
        two["authorization_servers"_L1] = QJsonArray{u"https://gone.invalid"_s, issuer};
        plan(pathPlace, two);
        planStatus(u"https://gone.invalid/.well-known/oauth-authorization-server"_s, 404);
        planStatus(u"https://gone.invalid/.well-known/openid-configuration"_s, 404);
        plan(metadataPlace, metadata());
        QCOMPARE(find({})->server.issuer, issuer);
    }

    void aServerOf2025March26IsItsOwnAuthorizationServer()
    {
        planStatus(pathPlace, 404);
        planStatus(rootPlace, 404);
        plan(u"https://93.184.216.34/.well-known/oauth-authorization-server"_s,
             metadata(u"https://93.184.216.34"_s));
        const auto place = find({});
        QVERIFY(place);
        QCOMPARE(place->server.issuer, u"https://93.184.216.34"_s);
        QCOMPARE(place->resource.resource, server);
    }

    void orSaysNothingAtAll()
    {
        planStatus(pathPlace, 404);
        planStatus(rootPlace, 404);
        planStatus(u"https://93.184.216.34/.well-known/oauth-authorization-server"_s, 404);
        planStatus(u"https://93.184.216.34/.well-known/openid-configuration"_s, 404);
        const auto place = find({});
        QVERIFY(place);
        QCOMPARE(place->server.issuer, QString());
        QCOMPARE(place->server.authorizationEndpoint, QUrl(u"https://93.184.216.34/authorize"_s));
        QCOMPARE(place->server.registrationEndpoint, QUrl(u"https://93.184.216.34/register"_s));
    }

    void refusesAnothersDocument_data()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("other host") << u"https://evil.invalid/public/mcp"_s;
        QTest::newRow("http") << u"http://93.184.216.34/public/mcp"_s;
        QTest::newRow("other port") << u"https://93.184.216.34:444/public/mcp"_s;
        QTest::newRow("other path") << u"https://93.184.216.34/other"_s;
        QTest::newRow("half a segment") << u"https://93.184.216.34/pub"_s;
        QTest::newRow("deeper") << u"https://93.184.216.34/public/mcp/more"_s;
        QTest::newRow("user") << u"https://93.184.216.34@evil.invalid/public/mcp"_s;
        QTest::newRow("fragment") << u"https://93.184.216.34/public/mcp#x"_s;
        QTest::newRow("none") << u""_s;
    }

    void refusesAnothersDocument()
    {
        QFETCH(QString, name);
        plan(pathPlace, resource(name));
        const auto place = find({});
        QVERIFY(!place);
        QCOMPARE(place.error().code, ErrorCode::InvalidData);
        QVERIFY2(place.error().message.contains("another server"_L1),
                 qPrintable(place.error().message));
    }

    void asksNowhereElseOnAForeignWord_data()
    {
        QTest::addColumn<QString>("address");
        const auto row = [](const char *address) {
            QTest::newRow(address) << QString::fromLatin1(address);
        };
        row("http://auth.invalid/");
        row("http://127.0.0.1:1/");
        row("https://127.0.0.1:1/");
        row("https://localhost./");
        row("https://169.254.169.254/latest/meta-data");
        row("https://[::ffff:127.0.0.1]/");
        row("https://[::1]/");
        row("https://10.0.0.1/");
        row("https://2130706433/");
        row("https://0x7f.1/");
        row("https://017700000001/");
        row("https://user:secret@auth.invalid/");
        row("https://auth.invalid\\@evil.invalid/");
        row("https://auth.invalid/#x");
        row("https://auth.invalid/%0d%0ax");
        row("javascript:alert(1)");
        row("file:///etc/passwd");
        row("data:application/json,{}");
        row("//auth.invalid/");
        row("auth.invalid");
        QTest::newRow("long") << QString(u"https://auth.invalid/"_s + QString(3000, u'x'));
    }

    void asksNowhereElseOnAForeignWord()
    {
        QFETCH(QString, address);
        const auto named = find({.resourceMetadata = address});
        QVERIFY(!named);
        QCOMPARE(named.error().code, ErrorCode::InvalidData);
        QVERIFY(m_http->requests().isEmpty());

        plan(pathPlace, resource(server, address));
        const auto foreign = find({});
        QVERIFY(!foreign);
        QCOMPARE(foreign.error().code, ErrorCode::InvalidData);
        QCOMPARE(m_http->requests().size(), 1);

        const QStringList members{u"authorization_endpoint"_s,
                                  u"token_endpoint"_s,
                                  u"registration_endpoint"_s,
                                  u"revocation_endpoint"_s};
        for (const QString &member : members) {
            QJsonObject document = metadata();
            document[member] = address;
            const auto read = serverMetadataFrom(bytes(document), issuer, net::Reach::Internet);
            QVERIFY(!read);
            QCOMPARE(read.error().code, ErrorCode::InvalidData);
        }
    }

    void refusesMetadataThatIsNoGood_data()
    {
        QTest::addColumn<QJsonObject>("document");
        QTest::addColumn<QString>("word");
        QTest::newRow("another's") << metadata(u"https://honest.invalid"_s) << u"calls itself"_s;
        QTest::newRow("slash") << metadata(u"https://auth.invalid/"_s) << u"calls itself"_s;
        QTest::newRow("case") << metadata(u"https://AUTH.invalid"_s) << u"calls itself"_s;
        QJsonObject plain = metadata();
        plain["code_challenge_methods_supported"_L1] = QJsonArray{u"plain"_s};
        QTest::newRow("only plain") << plain << u"PKCE"_s;
        plain.remove("code_challenge_methods_supported"_L1);
        QTest::newRow("no PKCE") << plain << u"PKCE"_s;
        QJsonObject half = metadata();
        half.remove("token_endpoint"_L1);
        QTest::newRow("no token endpoint") << half << u"no sign-in in the browser"_s;
    }

    void refusesMetadataThatIsNoGood()
    {
        QFETCH(QJsonObject, document);
        QFETCH(QString, word);
        plan(pathPlace, resource());
        plan(metadataPlace, document);
        const auto place = find({});
        QVERIFY(!place);
        QCOMPARE(place.error().code, ErrorCode::InvalidData);
        QVERIFY2(place.error().message.contains(word), qPrintable(place.error().message));
    }

    void followsNoRedirect()
    {
        m_http->plan("GET"_ba,
                     pathPlace,
                     net::Response{.status = 302,
                                   .headers = {{"Location"_ba, "https://evil.invalid/"_ba}},
                                   .body = {}});
        plan(rootPlace, resource());
        plan(metadataPlace, metadata());
        QVERIFY(find({}));
    }

    void readsNoMoreThanItCanUse()
    {
        plan(pathPlace, resource());
        plan(metadataPlace, metadata());
        QVERIFY(find({}));
        for (const net::Request &request : m_http->requests()) {
            QVERIFY(request.maxResponseBytes <= 1024 * 1024);
            QVERIFY(request.deadline <= std::chrono::seconds(10));
        }
    }

    void aFaultOfTheServerIsNoAbsence()
    {
        planStatus(pathPlace, 503);
        const auto place = find({});
        QVERIFY(!place);
        QCOMPARE(place.error().code, ErrorCode::Network);
    }

    void tellsTheErrorOfTheNetworkAsItIs()
    {
        m_http->plan("GET"_ba,
                     pathPlace,
                     failure({.code = ErrorCode::Tls,
                              .message = u"The certificate is not valid yet."_s,
                              .reason = ErrorReason::CertificateTime}));
        const auto place = find({});
        QVERIFY(!place);
        QCOMPARE(place.error().reason, ErrorReason::CertificateTime);
    }

    void namesServersWithoutASlash()
    {
        QCOMPARE(resourceName(QUrl(u"https://93.184.216.34/"_s)), u"https://93.184.216.34"_s);
        QCOMPARE(resourceName(QUrl(u"https://93.184.216.34/mcp"_s)),
                 u"https://93.184.216.34/mcp"_s);
        QCOMPARE(protectedResourcePlaces(QUrl(u"https://93.184.216.34/"_s)).size(), 1);
    }

private:
    void plan(const QString &url, const QJsonObject &document)
    {
        m_http->plan("GET"_ba, url, 200, bytes(document));
    }
    void planStatus(const QString &url, int status)
    {
        m_http->plan("GET"_ba, url, status, "{}"_ba);
    }
    Result<SignInPlace> find(const Challenge &challenge)
    {
        Discovery discovery(*m_http);
        return QCoro::waitFor(discovery.find(QUrl(server), challenge, CancellationToken()));
    }

    std::unique_ptr<fakes::FakeHttpClient> m_http;
};

QTEST_GUILESS_MAIN(TestDiscovery)
#include "tst_discovery.moc"
