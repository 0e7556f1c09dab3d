// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/providers/proxypath.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace fairlead;
using namespace fairlead::providers;

namespace {

const QStringList prefixes{u"/rest/api/3/"_s, u"/v1/"_s};
const QStringList excluded{u"/v1/oauth/"_s};
const QUrl site(u"https://company.atlassian.net"_s);
const QUrl gateway(u"https://api.atlassian.com/ex/jira/CID"_s);

Result<ProxyPath> checked(const QString &path)
{
    return ProxyPath::checked(path, prefixes, excluded);
}

} // namespace

class TestProxyPath : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void takesWhatIsOfTheService_data()
    {
        QTest::addColumn<QString>("path");
        for (const auto &path : {u"/rest/api/3/myself"_s,
                                 u"/rest/api/3/"_s,
                                 u"/rest/api/3/issue/ABC-1/comment"_s,
                                 u"/rest/api/3/user/search%20all"_s,
                                 u"/rest/api/3/label/C%23"_s,
                                 u"/rest/api/3/label/100%25"_s,
                                 u"/rest/api/3/label/what%3F"_s,
                                 u"/rest/api/3/label/gr%C3%BC%C3%9Fe"_s,
                                 u"/rest/api/3/a@b.example"_s,
                                 u"/rest/api/3/.../x"_s,
                                 u"/rest/api/3/..x/.y"_s,
                                 u"/rest/api/3/a,b=c/d"_s,
                                 u"/v1/oauths"_s,
                                 u"/v1/pages/0123456789abcdef0123456789abcdef/markdown"_s})
            QTest::newRow(qPrintable(path)) << path;
    }
    void takesWhatIsOfTheService()
    {
        QFETCH(QString, path);
        const auto taken = checked(path);
        QVERIFY2(taken, taken ? "" : qPrintable(taken.error().message));
        const auto url = taken->on(gateway, {});
        QVERIFY2(url, url ? "" : qPrintable(url.error().message));
        QCOMPARE(url->toEncoded(), QByteArray(gateway.toEncoded() + path.toLatin1()));
    }

    void refusesWhatLeadsElsewhere_data()
    {
        QTest::addColumn<QString>("path");
        const QStringList hostile{u"//evil/x"_s,
                                  u"https://evil/x"_s,
                                  u"\\\\evil\\x"_s,
                                  u"/\\evil"_s,
                                  u"@evil/x"_s,
                                  u"/../../x"_s,
                                  u"/%2e%2e/%2e%2e/x"_s,
                                  u"/%252e%252e/x"_s,
                                  u"/rest/..%2f..%2fx"_s,
                                  u"/rest/api/3/issue/A-1/../../../../x"_s,
                                  u"/x\r\nHost: evil"_s,
                                  u"/x%0d%0aHost:%20evil"_s,
                                  u"/x#f"_s,
                                  u"javascript:1"_s,
                                  u""_s,
                                  u"/rest/api/3/"_s + QString(9 * 1024, u'x')};
        for (qsizetype i = 0; i < hostile.size(); ++i)
            QTest::addRow("%d %s", int(i), qPrintable(hostile[i].left(30))) << hostile[i];
        // The same tricks below a prefix that is allowed, where the prefix alone stops none.
        const QStringList below{u"//evil/x"_s,
                                u"\\evil"_s,
                                u"a//b"_s,
                                u"../x"_s,
                                u".."_s,
                                u"."_s,
                                u"a/./b"_s,
                                u"..;/x"_s,
                                u"..;a=b/x"_s,
                                u"%2e%2e/x"_s,
                                u"%2E./x"_s,
                                u"%2e%2e;x/y"_s,
                                u"%252e%252e/x"_s,
                                u"%25252e%25252e/x"_s,
                                u"%2525252e%2525252e/x"_s,
                                u"..%2fx"_s,
                                u"..%5Cx"_s,
                                u"a%2Fb"_s,
                                u"a%252Fb"_s,
                                u"a%5cb"_s,
                                u"a%00"_s,
                                u"a%2500"_s,
                                u"a%0d%0ab"_s,
                                u"a%250d%250ab"_s,
                                u"a%7f"_s,
                                u"a%c2%85"_s,
                                u"a%e2%80%ae"_s,
                                u"a%c0%ae%c0%ae"_s,
                                u"a%ff"_s,
                                u"a?b=c"_s,
                                u"a#b"_s,
                                u"a b"_s,
                                u"a\tb"_s,
                                u"a\nb"_s,
                                u"ä"_s,
                                u"a%"_s,
                                u"a%4"_s,
                                u"a%zz"_s,
                                u"a%+1"_s};
        for (const QString &path : below)
            QTest::addRow("below %s", qPrintable(path)) << u"/rest/api/3/"_s + path;
        for (const auto &path : {u"/"_s,
                                 u"/rest/api/3"_s,
                                 u"/rest/api/4/myself"_s,
                                 u"/Rest/api/3/myself"_s,
                                 u"/%72est/api/3/myself"_s,
                                 u"/secure/admin"_s,
                                 u"rest/api/3/myself"_s,
                                 u" /rest/api/3/myself"_s,
                                 u"/v1/oauth/token"_s,
                                 u"/v1/oauth"_s,
                                 u"/v1/OAuth/token"_s,
                                 u"/v1/oauth;x/token"_s,
                                 u"/rest/api/3/bulk/issues/delete;x"_s,
                                 u"/rest/api/3/bulk/issues/delete%3Bx"_s,
                                 u"/v1/%6fauth/token"_s,
                                 u"/v1/%256fauth/token"_s})
            QTest::addRow("outside %s", qPrintable(path)) << path;
    }
    void refusesWhatLeadsElsewhere()
    {
        QFETCH(QString, path);
        const auto taken = checked(path);
        QVERIFY(!taken);
        QCOMPARE(taken.error().code, ErrorCode::InvalidInput);
        QVERIFY(taken.error().message.startsWith(u"“path” "_s));
        QVERIFY(taken.error().message.endsWith(u"so nothing was sent."_s));
    }

    void writesTheQueryItself()
    {
        const auto path = checked(u"/rest/api/3/search/jql"_s);
        const ProxyPath::Query query{{u"jql"_s, u"a = \"b&c\" AND d = 1+1 #"_s},
                                     {u"fields"_s, u"summary"_s},
                                     {u"fields"_s, u"status"_s},
                                     {u"a&b"_s, u"%2f\r\nX: y"_s}};
        const auto url = path->on(site, query);
        QVERIFY(url);
        QCOMPARE(url->toEncoded(),
                 "https://company.atlassian.net/rest/api/3/search/jql?jql=a%20%3D%20%22b%26c%22%20"
                 "AND%20d%20%3D%201%2B1%20%23&fields=summary&fields=status&a%26b=%252f%0D%0AX%3A%20"
                 "y"_ba);
        const ProxyPath::Query tooLong{{u"a"_s, QString(9 * 1024, u'x')}};
        QCOMPARE(path->on(site, tooLong).error().code, ErrorCode::InvalidInput);
    }

    void staysAtTheConnectionsAddress()
    {
        const auto path = checked(u"/rest/api/3/myself"_s);
        for (const auto &[base, expected] :
             {std::pair(u"https://a.example/"_s, u"https://a.example/rest/api/3/myself"_s),
              std::pair(u"https://a.example:8443"_s, u"https://a.example:8443/rest/api/3/myself"_s),
              std::pair(u"https://a.example/jira/"_s,
                        u"https://a.example/jira/rest/api/3/myself"_s),
              std::pair(u"https://a.example/x?y=z#f"_s,
                        u"https://a.example/x/rest/api/3/myself"_s)})
            QCOMPARE(path->on(QUrl(base), {})->toString(), expected);
        QVERIFY(!path->on(QUrl(u"https://a.example/../x"_s), {}));
    }

    void knowsAPathByItsSegments()
    {
        const auto path = checked(u"/v1/data_sources/12-3/%71uery"_s);
        QVERIFY(path->matches(u"/v1/data_sources/{}/query"_s));
        QVERIFY(!path->matches(u"/v1/data_sources/{}"_s));
        QVERIFY(!path->matches(u"/v1/data_sources/{}/query/{}"_s));
        QVERIFY(!path->matches(u"/v1/data_sources/query/12-3"_s));
    }
};

QTEST_GUILESS_MAIN(TestProxyPath)
#include "tst_proxypath.moc"
