// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/oauth/challenge.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace fairlead;
using namespace fairlead::oauth;

class TestChallenge : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reads_data()
    {
        QTest::addColumn<QByteArray>("header");
        QTest::addColumn<QString>("metadata");
        QTest::addColumn<QString>("scopes");
        QTest::addColumn<QString>("error");
        const auto row = [](const char *name,
                            const QByteArray &header,
                            const QString &metadata,
                            const QString &scopes = {},
                            const QString &error = {}) {
            QTest::newRow(name) << header << metadata << scopes << error;
        };
        row("bare", "Bearer"_ba, {});
        row("usual",
            "Bearer resource_metadata=\"https://a.example/x\", scope=\"files:read files:write\""_ba,
            u"https://a.example/x"_s,
            u"files:read files:write"_s);
        row("step up",
            "Bearer error=\"insufficient_scope\", scope=\"b\", resource_metadata=\"https://a/\""_ba,
            u"https://a/"_s,
            u"b"_s,
            u"insufficient_scope"_s);
        row("case and spaces",
            "bEARER  Scope = \"x\" ,  RESOURCE_METADATA = https://a/m"_ba,
            u"https://a/m"_s,
            u"x"_s);
        row("not quoted", "Bearer error=invalid_token"_ba, {}, {}, u"invalid_token"_s);
        row("after another scheme", "Basic realm=\"a, b\", Bearer scope=\"x\""_ba, {}, u"x"_s);
        row("before another scheme",
            "Bearer scope=\"x\", DPoP algs=\"ES256\", scope=\"y\""_ba,
            {},
            u"x"_s);
        row("escaped",
            "Bearer realm=\"say \\\"Bearer\\\", scope=\\\"z\\\"\", scope=x"_ba,
            {},
            u"x"_s);
        row("other scheme", "DPoP resource_metadata=\"https://a/\""_ba, {});
        row("never ends", "Bearer scope=\"x"_ba, {}, u"x"_s);
        row("a quote alone", "\"Bearer\" scope=x"_ba, {});
        row("no scopes", "Bearer scope=\"a\x01b \\\\ \xc3\xa4\""_ba, {});
        row("too long", "Bearer scope=\""_ba + QByteArray(9000, 'x') + '"', {});
    }

    void reads()
    {
        QFETCH(QByteArray, header);
        net::Response response;
        response.headers = {{"X-Other"_ba, "Bearer scope=wrong"_ba},
                            {"www-AUTHENTICATE"_ba, header}};
        const Challenge challenge = challengeIn(response);
        QTEST(challenge.resourceMetadata, "metadata");
        QTEST(challenge.scopes.join(u' '), "scopes");
        QTEST(challenge.error, "error");
    }

    void takesTheFirstHeaderThatIsOne()
    {
        net::Response response;
        response.headers = {{"WWW-Authenticate"_ba, "Basic realm=x"_ba},
                            {"WWW-Authenticate"_ba, "Bearer scope=a"_ba},
                            {"WWW-Authenticate"_ba, "Bearer scope=b"_ba}};
        QCOMPARE(challengeIn(response).scopes, QStringList{u"a"_s});
        QCOMPARE(challengeIn({}), Challenge());
    }

    void keepsASensibleNumberOfScopes()
    {
        QString many;
        for (int i = 0; i < 500; ++i)
            many += u"s%1 "_s.arg(i);
        const QStringList scopes = scopesIn(many + many);
        QVERIFY(scopes.size() >= 20 && scopes.size() <= 100);
        QCOMPARE(joinedScopes(scopes, scopesIn(u"more"_s)).size(), scopes.size());
        const QStringList first{u"a"_s, u"b"_s};
        const QStringList both{u"a"_s, u"b"_s, u"c"_s};
        QCOMPARE(joinedScopes(first, {u"b"_s, u"c"_s}), both);
    }
};

QTEST_GUILESS_MAIN(TestChallenge)
#include "tst_challenge.moc"
