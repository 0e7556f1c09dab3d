// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/oauth/tokenanswer.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace fairlead;
using oauth::TokenFault;

namespace {

const QDateTime now(QDate(2026, 11, 20), QTime(12, 0), Qt::UTC);

oauth::TokenResult read(int status, const QByteArray &body)
{
    return oauth::readTokenAnswer(
        {.status = status, .headers = {}, .body = body}, u"Atlassian"_s, now);
}

QByteArray answerWith(const QByteArray &members)
{
    return "{\"token_type\":\"Bearer\"," + members + '}';
}

} // namespace

class TestTokenAnswer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsATokenSet()
    {
        const auto tokens = read(
            200,
            answerWith("\"access_token\":\"at\",\"refresh_token\":\"rt\",\"expires_in\":3600,"
                       "\"scope\":\"a b\",\"workspace_name\":\"Northwind\",\"id_token\":\"x\""));
        QVERIFY(tokens);
        QCOMPARE(tokens->accessToken.reveal(), "at"_ba);
        QCOMPARE(tokens->refreshToken.reveal(), "rt"_ba);
        QCOMPARE(tokens->lifetime, std::chrono::seconds(3600));
        QCOMPARE(tokens->scopes, (QStringList{u"a"_s, u"b"_s}));
        QCOMPARE(tokens->receivedAt, now);
        const QJsonObject details{{u"token_type"_s, u"Bearer"_s},
                                  {u"workspace_name"_s, u"Northwind"_s}};
        QCOMPARE(tokens->details, details);
    }

    void sealsNoSecretAmongTheDetails()
    {
        const auto tokens = read(
            200, answerWith("\"access_token\":\"at\",\"refresh_token\":null,\"request_id\":\"r\""));
        QVERIFY(tokens);
        QVERIFY(tokens->refreshToken.isEmpty());
        const auto back = oauth::TokenSet::fromSecret(tokens->toSecret());
        QVERIFY(back);
        QCOMPARE(back->accessToken.reveal(), "at"_ba);
        QCOMPARE(back->details, tokens->details);
    }

    void boundsTheLifetime_data()
    {
        QTest::addColumn<QByteArray>("given");
        QTest::addColumn<qint64>("seconds");
        QTest::newRow("usual") << "3600"_ba << qint64(3600);
        QTest::newRow("as text") << "\"3600\""_ba << qint64(3600);
        QTest::newRow("nothing") << "0"_ba << qint64(60);
        QTest::newRow("negative") << "-5"_ba << qint64(60);
        QTest::newRow("for ever") << "99999999999"_ba << qint64(30 * 24 * 3600);
        QTest::newRow("unknown") << "null"_ba << qint64(0);
    }

    void boundsTheLifetime()
    {
        QFETCH(QByteArray, given);
        QFETCH(qint64, seconds);
        const auto tokens =
            read(200, answerWith("\"access_token\":\"at\",\"expires_in\":" + given));
        QVERIFY(tokens);
        QCOMPARE(tokens->lifetime, std::chrono::seconds(seconds));
    }

    void refusesWhatCannotBeAToken_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("none") << answerWith("\"expires_in\":1");
        QTest::newRow("empty") << answerWith("\"access_token\":\"\"");
        QTest::newRow("header injection") << answerWith("\"access_token\":\"a\r\nX: y\"");
        QTest::newRow("space") << answerWith("\"access_token\":\"a b\"");
        QTest::newRow("not ASCII") << answerWith("\"access_token\":\"\u00e9\"");
        QTest::newRow("too long") << answerWith("\"access_token\":\""
                                                + QByteArray(16 * 1024 + 1, 'a') + '"');
        QTest::newRow("hostile refresh token")
            << answerWith("\"access_token\":\"a\",\"refresh_token\":\"a\nb\"");
        QTest::newRow("another kind") << "{\"token_type\":\"mac\",\"access_token\":\"a\"}"_ba;
        QTest::newRow("no kind") << "{\"access_token\":\"a\"}"_ba;
        QTest::newRow("a list") << "[]"_ba;
        QTest::newRow("HTML") << "<html>sign in</html>"_ba;
        QTest::newRow("nothing") << QByteArray();
    }

    void refusesWhatCannotBeAToken()
    {
        QFETCH(QByteArray, body);
        const auto tokens = read(200, body);
        QVERIFY(!tokens);
        QCOMPARE(tokens.error().fault, TokenFault::Unusable);
        QVERIFY(tokens.error().error.message.startsWith("Atlassian"_L1));
    }

    void tellsFaultsApart_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<int>("fault");
        const auto row = [](const char *name, int status, const char *error, TokenFault fault) {
            QTest::newRow(name) << status << "{\"error\":\"" + QByteArray(error) + "\"}"
                                << int(fault);
        };
        row("RFC 6749", 400, "invalid_grant", TokenFault::InvalidGrant);
        row("Atlassian", 403, "invalid_grant", TokenFault::InvalidGrant);
        row("Atlassian of a dead refresh token",
            403,
            "unauthorized_client\",\"error_description\":\"refresh_token is invalid",
            TokenFault::InvalidGrant);
        row("unknown app", 403, "unauthorized_client", TokenFault::InvalidClient);
        row("wrong secret", 401, "invalid_client", TokenFault::InvalidClient);
        row("wrong secret at Atlassian", 401, "access_denied", TokenFault::InvalidClient);
        row("scope", 400, "invalid_scope", TokenFault::Refused);
        // A word of OAuth's in an answer of a broken server proves nothing.
        row("5xx", 503, "invalid_grant", TokenFault::Unusable);
        row("429", 429, "invalid_grant", TokenFault::Unusable);
        QTest::newRow("HTML") << 400 << "<html>invalid_grant</html>"_ba
                              << int(TokenFault::Unusable);
        QTest::newRow("nothing") << 403 << QByteArray() << int(TokenFault::Unusable);
    }

    void tellsFaultsApart()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, body);
        QFETCH(int, fault);
        const auto tokens = read(status, body);
        QVERIFY(!tokens);
        QCOMPARE(int(tokens.error().fault), fault);
        QVERIFY(!tokens.error().error.message.isEmpty());
    }

    void passesOnHowLongToWait()
    {
        const auto limited = oauth::readTokenAnswer(
            {.status = 429, .headers = {{"Retry-After"_ba, "7"_ba}}, .body = {}}, u"Notion"_s, now);
        QCOMPARE(limited.error().error.code, ErrorCode::RateLimited);
        QCOMPARE(limited.error().error.retryAfter, std::chrono::seconds(7));
    }

    void cleansWhatTheServiceSays()
    {
        const auto refused =
            read(400, "{\"error\":\"x\",\"error_description\":\"a\u202eb\u0000\nc\"}"_ba);
        QCOMPARE(refused.error().error.message, u"Atlassian refused the sign-in (ab c)."_s);
    }
};

QTEST_GUILESS_MAIN(TestTokenAnswer)
#include "tst_tokenanswer.moc"
