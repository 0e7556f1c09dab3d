// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/oauth/issuedtokens.h"
#include "tests/fakes/fakeclock.h"
#include "tests/fakes/fakehttpclient.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMessageAuthenticationCode>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace fairlead;
using namespace fairlead::oauth;
using namespace std::chrono_literals;

namespace {

const QString address = u"https://id.example/keys"_s;

secrets::JwsSigningKey keyOf(char seed)
{
    return secrets::JwsSigningKey::fromSecret(Secret(QByteArray(32, seed))).value();
}

QJsonObject jwk(const secrets::JwsSigningKey &key, const QString &id)
{
    QJsonObject json = key.publicKey().toJwk();
    json["kid"_L1] = id;
    json["use"_L1] = u"sig"_s;
    return json;
}

QByteArray jwks(const QJsonArray &keys)
{
    return QJsonDocument(QJsonObject{{u"keys"_s, keys}}).toJson();
}

QByteArray part(const QJsonObject &object)
{
    return secrets::base64Url(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

} // namespace

class TestIssuedTokens : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_http = std::make_unique<fakes::FakeHttpClient>();
        m_keys = std::make_unique<IssuerKeys>(*m_http, m_clock, QUrl(address));
        m_http->plan("GET", address, 200, jwks({jwk(m_first, u"1"_s)}));
        fetch([this] { m_keys->start(); });
        m_tokens =
            std::make_unique<IssuedTokens>(IssuedTokens::Rules{.issuer = u"https://id.example"_s,
                                                               .audience = u"fairlead"_s,
                                                               .users = {{u"00u1"_s, u"Anna"_s}}},
                                           *m_keys,
                                           m_clock);
    }

    void takesATokenOfTheIssuer()
    {
        QCOMPARE(userOf(tokenWith({}, {})), u"Anna"_s);
        const QJsonArray audiences{u"other"_s, u"fairlead"_s};
        QCOMPARE(userOf(tokenWith({}, {{u"aud"_s, audiences}})), u"Anna"_s);
        QCOMPARE(userOf(tokenWith({{u"typ"_s, u"at+jwt"_s}}, {})), u"Anna"_s);
    }

    void refusesWhatDoesNotFit_data()
    {
        QTest::addColumn<QJsonObject>("header");
        QTest::addColumn<QJsonObject>("claims");
        QTest::addColumn<QString>("reason");
        const double now = static_cast<double>(m_clock.now().toSecsSinceEpoch());
        const auto header = [](const char *name, const QJsonObject &with, const QString &reason) {
            QTest::newRow(name) << with << QJsonObject() << reason;
        };
        const auto claim = [](const char *name, const QJsonObject &with, const QString &reason) {
            QTest::newRow(name) << QJsonObject() << with << reason;
        };
        header("no algorithm", {{u"alg"_s, u"none"_s}}, u"way of its key"_s);
        header("another algorithm", {{u"alg"_s, u"RS256"_s}}, u"way of its key"_s);
        header("a secret", {{u"alg"_s, u"HS256"_s}}, u"way of its key"_s);
        header("something critical", {{u"crit"_s, QJsonArray{u"x"_s}}}, u"none that can be read"_s);
        header("a key in the token", {{u"kid"_s, QJsonValue()}}, u"not named"_s);
        claim("another issuer", {{u"iss"_s, u"https://id.example/"_s}}, u"another issuer"_s);
        claim("no issuer", {{u"iss"_s, QJsonValue()}}, u"another issuer"_s);
        claim("another audience", {{u"aud"_s, u"other"_s}}, u"another audience"_s);
        claim("no audience", {{u"aud"_s, QJsonValue()}}, u"another audience"_s);
        claim("expired", {{u"exp"_s, now}}, u"expired"_s);
        claim("no end", {{u"exp"_s, QJsonValue()}}, u"expired"_s);
        claim("an end as text", {{u"exp"_s, u"99999999999"_s}}, u"expired"_s);
        claim("not yet", {{u"nbf"_s, now + 100}}, u"not valid yet"_s);
        claim("from the future", {{u"iat"_s, now + 100}}, u"not valid yet"_s);
        claim("somebody else", {{u"sub"_s, u"Anna"_s}}, u"no user here"_s);
        claim("nobody", {{u"sub"_s, u""_s}}, u"no user here"_s);
    }
    void refusesWhatDoesNotFit()
    {
        QFETCH(const QJsonObject, header);
        QFETCH(const QJsonObject, claims);
        QFETCH(const QString, reason);
        const auto refused = m_tokens->verify(tokenWith(header, claims));
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::Unauthorized);
        QVERIFY2(refused.error().message.contains(reason), qPrintable(refused.error().message));
    }

    void refusesAForgedOne()
    {
        // Another's key under the known name; and what is public, used as a secret.
        QVERIFY(!m_tokens->verify(tokenWith({}, {}, keyOf('x'))));
        const QByteArray text =
            part({{u"alg"_s, u"HS256"_s}, {u"kid"_s, u"1"_s}}) + '.' + part(claimsWith({}));
        const QByteArray secret = QJsonDocument(jwk(m_first, u"1"_s)).toJson();
        const QByteArray mac =
            QMessageAuthenticationCode::hash(text, secret, QCryptographicHash::Sha256);
        QVERIFY(!m_tokens->verify(QByteArray(text + '.' + secrets::base64Url(mac))));
        const QByteArray token = tokenWith({}, {});
        for (qsizetype i = 0; i < token.size(); ++i) {
            QByteArray changed = token;
            changed[i] = changed[i] == 'A' ? 'B' : 'A';
            QVERIFY(!m_tokens->verify(changed));
        }
        for (const QByteArray &wrong :
             {""_ba, ".."_ba, "a.b"_ba, QByteArray(9000, 'a'), token + '.', token.chopped(1)})
            QVERIFY(!m_tokens->verify(wrong));
    }

    void fetchesARotatedKey()
    {
        const auto second = keyOf('2');
        const QByteArray token = tokenWith({{u"kid"_s, u"2"_s}}, {}, second);
        // Asked for a moment ago, and nobody makes it ask all the time.
        QVERIFY(!m_tokens->verify(token));
        QCOMPARE(m_http->requests().size(), 1);
        m_clock.advance(30s);
        m_http->plan("GET", address, 200, jwks({jwk(second, u"2"_s)}));
        fetch([&] { QVERIFY(!m_tokens->verify(token)); });
        QVERIFY(m_tokens->verify(token));
        QVERIFY2(!m_tokens->verify(tokenWith({}, {})), "the old one is gone");
    }

    void keepsItsKeysForAWhileWhenTheyCannotBeSeen_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("broken") << 500 << ""_ba;
        QTest::newRow("moved") << 302 << ""_ba;
        QTest::newRow("no set") << 200 << "{}"_ba;
        QTest::newRow("too many") << 200 << jwks(QJsonArray::fromVariantList(QVariantList(101)));
    }
    void keepsItsKeysForAWhileWhenTheyCannotBeSeen()
    {
        QFETCH(const int, status);
        QFETCH(const QByteArray, body);
        m_clock.advance(59min);
        m_http->plan("GET", address, status, body);
        fetch([this] { QVERIFY(!m_keys->find(u"unknown"_s)); });
        QVERIFY(m_tokens->verify(tokenWith({}, {})));
        m_clock.advance(2min);
        m_http->plan("GET", address, status, body);
        fetch([this] { QVERIFY(!m_keys->find(u"1"_s)); });
    }

    void takesNoKeyForSomethingElse()
    {
        QJsonObject forSealing = jwk(m_first, u"1"_s);
        forSealing["use"_L1] = u"enc"_s;
        QJsonObject ofAnotherKind = jwk(m_first, u"2"_s);
        ofAnotherKind["alg"_L1] = u"RS256"_s;
        QJsonObject withoutName = jwk(m_first, u""_s);
        const QJsonObject secret{{u"kty"_s, u"oct"_s}, {u"kid"_s, u"3"_s}, {u"k"_s, u"AAAA"_s}};
        m_clock.advance(1min);
        m_http->plan("GET",
                     address,
                     200,
                     jwks({forSealing, ofAnotherKind, withoutName, secret, jwk(m_first, u"4"_s)}));
        fetch([this] { m_keys->start(); });
        for (const QString &id : {u"1"_s, u"2"_s, u"3"_s, QString()})
            QVERIFY(!m_keys->find(id));
        QVERIFY(m_keys->find(u"4"_s));
    }

private:
    /** Until what this begins is over. */
    template<typename Begin>
    void fetch(const Begin &begin)
    {
        QSignalSpy fetched(m_keys.get(), &IssuerKeys::fetched);
        begin();
        QTRY_COMPARE(fetched.size(), 1);
    }

    /** The user, or why it is refused. */
    [[nodiscard]] QString userOf(const QByteArray &token) const
    {
        const auto user = m_tokens->verify(token);
        return user ? *user : user.error().message;
    }

    [[nodiscard]] QJsonObject claimsWith(const QJsonObject &others) const
    {
        const double now = static_cast<double>(m_clock.now().toSecsSinceEpoch());
        QJsonObject claims{{u"iss"_s, u"https://id.example"_s},
                           {u"aud"_s, u"fairlead"_s},
                           {u"sub"_s, u"00u1"_s},
                           {u"nbf"_s, now},
                           {u"exp"_s, now + 7200}};
        for (auto it = others.begin(); it != others.end(); ++it)
            claims[it.key()] = it.value();
        return claims;
    }

    [[nodiscard]] QByteArray tokenWith(const QJsonObject &inHeader,
                                       const QJsonObject &inClaims,
                                       const secrets::JwsSigningKey &key = keyOf('1')) const
    {
        QJsonObject header{{u"alg"_s, u"ES256"_s}, {u"kid"_s, u"1"_s}};
        for (auto it = inHeader.begin(); it != inHeader.end(); ++it)
            header[it.key()] = it.value();
        const QByteArray text = part(header) + '.' + part(claimsWith(inClaims));
        return text + '.' + secrets::base64Url(key.sign(text).value());
    }

    fakes::FakeClock m_clock;
    secrets::JwsSigningKey m_first = keyOf('1');
    std::unique_ptr<fakes::FakeHttpClient> m_http;
    std::unique_ptr<IssuerKeys> m_keys;
    std::unique_ptr<IssuedTokens> m_tokens;
};

QTEST_GUILESS_MAIN(TestIssuedTokens)
#include "tst_issuedtokens.moc"
