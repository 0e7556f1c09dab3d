// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/oauth/authorizationserver.h"
#include "server/oauth/pkce.h"

#include <QRegularExpression>
#include <QSet>
#include <QTest>
#include <QUrlQuery>

using namespace Qt::StringLiterals;
using namespace fairlead;

namespace {

oauth::AuthorizationServer serverAt(const QUrl &endpoint)
{
    return {.service = u"jira"_s,
            .displayName = u"Atlassian"_s,
            .issuer = {},
            .authorizationEndpoint = endpoint,
            .tokenEndpoint = QUrl(u"https://auth.example/token"_s),
            .authorizationParameters = {{u"audience"_s, u"api.atlassian.com"_s}},
            .scopes = {u"read:jira-work"_s, u"offline_access"_s}};
}

oauth::AuthorizationRequest request()
{
    return {.clientId = u"app+1"_s,
            .redirectUri = QUrl(u"http://127.0.0.1:8080/api/auth/jira/callback"_s),
            .state = "st-ate"_ba};
}

} // namespace

class TestAuthorizationServer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void makesTheAddressToOpen()
    {
        const auto url = oauth::authorizationUrl(
            serverAt(QUrl(u"https://auth.example/authorize?tenant=1"_s)), request());
        QVERIFY(url);
        QCOMPARE(url->toString(QUrl::FullyEncoded),
                 u"https://auth.example/authorize?tenant=1&audience=api.atlassian.com&"
                 "response_type=code&client_id=app%2B1&redirect_uri=http%3A%2F%2F127.0.0.1%3A8080"
                 "%2Fapi%2Fauth%2Fjira%2Fcallback&state=st-ate&scope=read%3Ajira-work%20"
                 "offline_access"_s);
    }

    void addsTheChallengeWherePkceIsKnown()
    {
        oauth::AuthorizationRequest wished = request();
        wished.codeChallenge = "abc"_ba;
        const auto url =
            oauth::authorizationUrl(serverAt(QUrl(u"https://auth.example/authorize"_s)), wished);
        const QUrlQuery query(*url);
        QCOMPARE(query.queryItemValue(u"code_challenge"_s), u"abc"_s);
        QCOMPARE(query.queryItemValue(u"code_challenge_method"_s), u"S256"_s);
    }

    // facts: CVE-2025-6514, an address of the service's choosing handed to a shell.
    void refusesWhatIsNoWebPage_data()
    {
        QTest::addColumn<QString>("address");
        for (const auto &address : {"http:$(calc.exe)",
                                    "a:$(cmd.exe /c whoami)?response_type=code",
                                    "javascript:alert(1)",
                                    "data:text/html,x",
                                    "file:///etc/passwd",
                                    "vbscript:x",
                                    "smb://h/s",
                                    "\\\\host\\share",
                                    "ms-msdt:/id x",
                                    "https://ok.example\\@evil.example/",
                                    "https://u:p@h/",
                                    "HTTPS://h/\n",
                                    "-oProxyCommand=x",
                                    "https://h/\" & calc &",
                                    "http://auth.example/authorize",
                                    "https://",
                                    ""})
            QTest::newRow(*address ? address : "empty") << QString::fromLatin1(address);
        QTest::newRow("too long") << u"https://h/"_s + QString(2048, u'a');
    }

    void refusesWhatIsNoWebPage()
    {
        QFETCH(QString, address);
        const auto url = oauth::authorizationUrl(serverAt(QUrl(address)), request());
        QVERIFY2(!url, qPrintable(url ? url->toString() : QString()));
        QCOMPARE(url.error().code, ErrorCode::InvalidInput);
    }

    void makesVerifiersThatNobodyCanGuess()
    {
        static const QRegularExpression unreserved(u"^[A-Za-z0-9._~-]{43,128}$"_s);
        QSet<QByteArray> seen;
        for (int i = 0; i < 10'000; ++i) {
            const oauth::Pkce pkce = oauth::Pkce::create();
            QVERIFY(unreserved.match(QString::fromLatin1(pkce.verifier.reveal())).hasMatch());
            seen.insert(pkce.verifier.reveal());
        }
        QCOMPARE(seen.size(), 10'000);
    }

    // RFC 7636, appendix B.
    void makesTheChallengeOfTheSpecification()
    {
        QCOMPARE(oauth::Pkce::challengeOf(Secret("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"_ba)),
                 "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM"_ba);
    }
};

QTEST_GUILESS_MAIN(TestAuthorizationServer)
#include "tst_authorizationserver.moc"
