// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/net/networkhttpclient.h"
#include "server/net/systemproxy.h"
#include "tests/fakes/localhttpserver.h"

#include <QCoroTask>
#include <QTcpSocket>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace fairlead;
using namespace fairlead::net;
using fakes::LocalHttpServer;

/** That requests take the system's proxy, which on Linux the environment names. */
class TestSystemProxy : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_proxy = std::make_unique<LocalHttpServer>([](QTcpSocket &socket, const auto &) {
            socket.write(LocalHttpServer::answer("403 Forbidden"_ba, {}));
        });
        const QByteArray address = m_proxy->url({}).toEncoded();
        for (const char *name : {"http_proxy", "https_proxy", "HTTP_PROXY", "HTTPS_PROXY"})
            qputenv(name, address);
        for (const char *name : {"no_proxy", "NO_PROXY"})
            qputenv(name, {});
    }

    void isAskedForTheWayToTheOutside()
    {
        const auto proxy = systemProxyFor(QUrl(u"https://company.atlassian.net/"_s));
        QCOMPARE(QUrl::fromEncoded(proxy.url).port(), m_proxy->url().port());

        NetworkHttpClient client;
        const QList<Header> headers{{"Authorization"_ba, "Bearer secret"_ba}};
        const auto answer = QCoro::waitFor(
            client.send({.url = QUrl(u"https://company.atlassian.net/"_s), .headers = headers}));
        QVERIFY(!answer);
        QCOMPARE(m_proxy->received().size(), 1);
        const QByteArray head = m_proxy->received().first().head;
        QVERIFY2(head.startsWith("CONNECT company.atlassian.net:443 "), head.constData());
        QVERIFY(!head.contains("secret"));
    }

    void givesWayToAPersonsChoice()
    {
        const QUrl outside(u"https://company.atlassian.net/"_s);
        QVERIFY(proxyFor(outside, u"none"_s).url.isEmpty());
        QCOMPARE(proxyFor(outside, u"http://proxy.example:3128"_s).url,
                 "http://proxy.example:3128"_ba);
        QCOMPARE(proxyFor(outside, u"socks5://proxy.example:1080"_s).url,
                 "socks5h://proxy.example:1080"_ba);
        QVERIFY(proxyFor(m_proxy->url(), u"http://proxy.example:3128"_s).url.isEmpty());
        QCOMPARE(proxyFor(outside, {}).url, systemProxyFor(outside).url);
    }

    void isAskedWhereAPersonChoseIt()
    {
        LocalHttpServer chosen([](QTcpSocket &socket, const auto &) {
            socket.write(LocalHttpServer::answer("403 Forbidden"_ba, {}));
        });
        NetworkHttpClient::Options options;
        options.proxy = u"http://127.0.0.1:%1"_s.arg(chosen.url().port());
        NetworkHttpClient client(std::move(options));
        QVERIFY(!QCoro::waitFor(client.send({.url = QUrl(u"https://company.atlassian.net/"_s)})));
        QCOMPARE(chosen.received().size(), 1);
        QVERIFY(chosen.received().first().head.startsWith("CONNECT company.atlassian.net:443 "));
    }

    void isNotTakenToThisComputer()
    {
        const LocalHttpServer server([](QTcpSocket &socket, const auto &) {
            socket.write(LocalHttpServer::answer("200 OK"_ba, {}));
        });
        QVERIFY(systemProxyFor(server.url()).url.isEmpty());
        NetworkHttpClient client;
        QVERIFY(QCoro::waitFor(client.send({.url = server.url()})));
        QCOMPARE(server.received().size(), 1);
    }

private:
    std::unique_ptr<LocalHttpServer> m_proxy;
};

QTEST_GUILESS_MAIN(TestSystemProxy)
#include "tst_systemproxy.moc"
