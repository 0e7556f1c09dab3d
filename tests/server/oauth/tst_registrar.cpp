// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/oauth/registrar.h"
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

const auto place = u"https://auth.invalid/register"_s;

} // namespace

class TestRegistrar : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_http = std::make_unique<fakes::FakeHttpClient>(); }

    void registersAProgramOfThisComputer()
    {
        const auto registered = answered(201, "{\"client_id\":\"abc\"}"_ba);
        QVERIFY(registered);
        QCOMPARE(registered->client.id, u"abc"_s);
        QCOMPARE(registered->client.authentication, ClientAuthentication::None);
        QCOMPARE(registered->redirectUris, QStringList{u"http://127.0.0.1:18511/callback"_s});
        QVERIFY(!registered->endsAt.isValid());
        const net::Request &request = m_http->requests().first();
        QCOMPARE(request.reach, net::Reach::Internet);
        const QJsonObject body = QJsonDocument::fromJson(request.body).object();
        QCOMPARE(body["application_type"_L1].toString(), u"native"_s);
        QCOMPARE(body["token_endpoint_auth_method"_L1].toString(), u"none"_s);
        QCOMPARE(body["redirect_uris"_L1].toArray().first().toString(),
                 u"http://127.0.0.1:18511/callback"_s);
        QVERIFY(body["grant_types"_L1].toArray().contains(u"refresh_token"_s));
    }

    void provesItselfAsTheServerWants_data()
    {
        QTest::addColumn<QStringList>("methods");
        QTest::addColumn<QByteArray>("answer");
        QTest::addColumn<QString>("asked");
        QTest::addColumn<ClientAuthentication>("used");
        const QByteArray secret = "{\"client_id\":\"abc\",\"client_secret\":\"s\"}"_ba;
        const QStringList basic{u"client_secret_basic"_s};
        const QStringList post{u"private_key_jwt"_s, u"client_secret_post"_s};
        QTest::newRow("basic") << basic << secret << u"client_secret_basic"_s
                               << ClientAuthentication::Basic;
        QTest::newRow("post") << post << secret << u"client_secret_post"_s
                              << ClientAuthentication::Body;
        QTest::newRow("not said, with a secret")
            << QStringList() << secret << u"none"_s << ClientAuthentication::Basic;
        QTest::newRow("its own word")
            << basic
            << "{\"client_id\":\"a\",\"client_secret\":\"s\",\"token_endpoint_auth_method\":"
               "\"client_secret_post\"}"_ba
            << u"client_secret_basic"_s << ClientAuthentication::Body;
    }

    void provesItselfAsTheServerWants()
    {
        QFETCH(QStringList, methods);
        QFETCH(QByteArray, answer);
        m_methods = methods;
        const auto registered = answered(200, answer);
        m_methods.clear();
        QVERIFY(registered);
        const QJsonObject body = QJsonDocument::fromJson(m_http->requests().first().body).object();
        QTEST(body["token_endpoint_auth_method"_L1].toString(), "asked");
        QTEST(*registered->client.authentication, "used");
    }

    void notesWhenTheSecretEnds()
    {
        const auto registered = answered(
            201,
            "{\"client_id\":\"a\",\"client_secret\":\"s\",\"client_secret_expires_at\":2000000000}"_ba);
        QCOMPARE(registered->endsAt.toSecsSinceEpoch(), 2000000000);
    }

    void saysWhyItIsRefused_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("answer");
        QTest::addColumn<ErrorReason>("reason");
        QTest::newRow("redirect")
            << 400
            << "{\"error\":\"invalid_redirect_uri\",\"error_description\":\"no loopback\"}"_ba
            << ErrorReason::RedirectRefused;
        QTest::newRow("redirect in words")
            << 400
            << "{\"error\":\"invalid_request\",\"error_description\":\"Bad redirect URI\"}"_ba
            << ErrorReason::RedirectRefused;
        QTest::newRow("closed") << 403 << "{\"error\":\"access_denied\"}"_ba
                                << ErrorReason::RegistrationClosed;
        QTest::newRow("wants a token") << 401 << QByteArray() << ErrorReason::RegistrationClosed;
        QTest::newRow("gone") << 404 << "<html>"_ba << ErrorReason::RegistrationClosed;
    }

    void saysWhyItIsRefused()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, answer);
        const auto registered = answered(status, answer);
        QVERIFY(!registered);
        QCOMPARE(registered.error().code, ErrorCode::Forbidden);
        QTEST(registered.error().reason, "reason");
        QVERIFY(registered.error().message.contains("auth.invalid"_L1));
    }

    void takesNoAnswerThatCannotBeUsed_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("no id") << "{\"client_secret\":\"s\"}"_ba;
        QTest::newRow("number") << "{\"client_id\":7}"_ba;
        QTest::newRow("line break") << "{\"client_id\":\"a\\r\\nX: y\"}"_ba;
        QTest::newRow("secret's line break")
            << "{\"client_id\":\"a\",\"client_secret\":\"b\\nc\"}"_ba;
        QTest::newRow("long") << "{\"client_id\":\""_ba + QByteArray(3000, 'x') + "\"}"_ba;
    }

    void takesNoAnswerThatCannotBeUsed()
    {
        QFETCH(QByteArray, answer);
        const auto registered = answered(201, answer);
        QVERIFY(!registered);
        QCOMPARE(registered.error().code, ErrorCode::InvalidData);
    }

private:
    Result<Registration> answered(int status, const QByteArray &answer)
    {
        m_http->plan("POST"_ba, place, status, answer);
        Registrar registrar(*m_http);
        Registrar::Wish wish;
        wish.server.registrationEndpoint = QUrl(place);
        wish.server.authenticationMethods = m_methods;
        wish.redirectUris = QStringList{u"http://127.0.0.1:18511/callback"_s};
        return QCoro::waitFor(registrar.registerClient(wish));
    }

    std::unique_ptr<fakes::FakeHttpClient> m_http;
    QStringList m_methods;
};

QTEST_GUILESS_MAIN(TestRegistrar)
#include "tst_registrar.moc"
