// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/net/networkhttpclient.h"
#include "tests/fakes/localhttpserver.h"

#include <QCoroTask>
#include <QTcpSocket>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace fairlead;
using namespace fairlead::net;

namespace {

QCoro::Task<QList<QHostAddress>> knownAs(QStringList texts)
{
    QList<QHostAddress> addresses;
    for (const QString &text : texts)
        addresses.append(QHostAddress(text));
    co_return addresses;
}

} // namespace

class TestReach : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsAddressesApart_data()
    {
        QTest::addColumn<QString>("address");
        QTest::addColumn<QString>("place"); // "internet", "private", "here", "nowhere"
        const auto row = [](const char *address, const char *place) {
            QTest::newRow(address) << QString::fromLatin1(address) << QString::fromLatin1(place);
        };
        row("93.184.216.34", "internet");
        row("172.32.0.1", "internet");
        row("100.128.0.1", "internet");
        row("2606:2800:220:1::1", "internet");
        row("10.1.2.3", "private");
        row("172.31.255.255", "private");
        row("192.168.0.1", "private");
        row("100.64.0.1", "private");
        row("fd00::1", "private");
        row("127.0.0.1", "here");
        row("127.255.0.1", "here");
        row("::1", "here");
        row("0.0.0.0", "nowhere");
        row("169.254.169.254", "nowhere");
        row("192.0.0.8", "nowhere");
        row("198.19.0.1", "nowhere");
        row("224.0.0.1", "nowhere");
        row("255.255.255.255", "nowhere");
        row("::", "nowhere");
        row("::ffff:127.0.0.1", "nowhere");
        row("::ffff:10.0.0.1", "nowhere");
        row("64:ff9b::7f00:1", "nowhere");
        row("64:ff9b:1::1", "nowhere");
        row("2002:7f00:1::", "nowhere");
        row("2001::1", "nowhere");
        row("2001:db8::1", "nowhere");
        row("fe80::1", "nowhere");
        row("fec0::1", "nowhere");
        row("ff02::1", "nowhere");
    }

    void tellsAddressesApart()
    {
        QFETCH(QString, address);
        QFETCH(QString, place);
        const QHostAddress host(address);
        QVERIFY(!host.isNull());
        const bool isInternet = place == "internet"_L1;
        QVERIFY(isWithin(host, Reach::Anywhere));
        QCOMPARE(isWithin(host, Reach::Internet), isInternet);
        QCOMPARE(isWithin(host, Reach::InternetAndPrivate), isInternet || place == "private"_L1);
        QCOMPARE(isWithin(host, Reach::InternetAndLoopback), isInternet || place == "here"_L1);
    }

    void goesOnAsFarAsTheServerItselfIs()
    {
        const auto from = [](const QString &host) {
            return QCoro::waitFor(reachFrom(host, CancellationToken()));
        };
        QCOMPARE(from(u"127.0.0.1"_s), Reach::InternetAndLoopback);
        QCOMPARE(from(u"localhost"_s), Reach::InternetAndLoopback);
        QCOMPARE(from(u"192.168.1.4"_s), Reach::InternetAndPrivate);
        QCOMPARE(from(u"169.254.169.254"_s), Reach::Internet);
        QCOMPARE(from(u"93.184.216.34"_s), Reach::Internet);
        QCOMPARE(from(u"no-such-host.invalid"_s), Reach::Internet);
    }

    void sendsNothingOutOfReach_data()
    {
        QTest::addColumn<QString>("host");
        QTest::newRow("literal") << u"127.0.0.1"_s;
        QTest::newRow("name") << u"localhost"_s; // known only when it is looked up
        QTest::newRow("dot") << u"127.0.0.1."_s;
        QTest::newRow("number") << u"2130706433"_s;
        QTest::newRow("hex") << u"0x7f.1"_s;
        QTest::newRow("octal") << u"017700000001"_s;
        QTest::newRow("mapped") << u"[::ffff:127.0.0.1]"_s;
    }

    void sendsNothingOutOfReach()
    {
        QFETCH(QString, host);
        fakes::LocalHttpServer server(
            [](QTcpSocket &socket, const auto &) {
                socket.write(fakes::LocalHttpServer::answer("200 OK"_ba, "{}"_ba));
            },
            fakes::LocalHttpServer::Transport::Plain);
        NetworkHttpClient client;
        for (const QString &scheme : {u"http"_s, u"https"_s}) {
            const QUrl url(u"%1://%2:%3/"_s.arg(scheme, host).arg(server.url().port()));
            const auto answer = QCoro::waitFor(client.send({.url = url, .reach = Reach::Internet}));
            QVERIFY(!answer);
            QCOMPARE(answer.error().code, ErrorCode::InvalidInput);
        }
        QCOMPARE(server.connectionCount(), 0);
    }

    void aProxyIsHandedNothingOutOfReach_data()
    {
        QTest::addColumn<QString>("host");
        QTest::addColumn<QStringList>("addresses"); // that this computer's resolver knows
        QTest::addColumn<Reach>("reach");
        QTest::addColumn<bool>("goes");
        const auto row = [](const char *title,
                            const QString &host,
                            const QStringList &addresses,
                            Reach reach,
                            bool goes) {
            QTest::newRow(title) << host << addresses << reach << goes;
        };
        const QString name = u"as.example.com"_s;
        row("internet", name, {u"93.184.216.34"_s}, Reach::Internet, true);
        row("private", name, {u"10.0.0.1"_s}, Reach::Internet, false);
        row("here", name, {u"127.0.0.1"_s}, Reach::Internet, false);
        row("cloud", name, {u"169.254.169.254"_s}, Reach::InternetAndPrivate, false);
        row("one of two", name, {u"93.184.216.34"_s, u"10.0.0.1"_s}, Reach::Internet, false);
        row("private, from there", name, {u"10.0.0.1"_s}, Reach::InternetAndPrivate, true);
        row("private, anywhere", name, {u"10.0.0.1"_s}, Reach::Anywhere, true);
        row("only the proxy knows it", name, {}, Reach::Internet, true);
        row("no dot", u"intranet"_s, {}, Reach::Internet, false);
        row("cloud's name", u"metadata.google.internal"_s, {}, Reach::Internet, false);
        row("dots", u"printer.local."_s, {}, Reach::Internet, false);
        row("literal", u"10.0.0.1"_s, {u"93.184.216.34"_s}, Reach::Internet, false);
        row("intranet, from there", u"intranet"_s, {}, Reach::InternetAndPrivate, true);
    }

    void aProxyIsHandedNothingOutOfReach()
    {
        QFETCH(QString, host);
        QFETCH(QStringList, addresses);
        QFETCH(Reach, reach);
        QFETCH(bool, goes);
        fakes::LocalHttpServer proxy(
            [](QTcpSocket &socket, const auto &) {
                socket.write(fakes::LocalHttpServer::answer("502 Bad Gateway"_ba, {}));
            },
            fakes::LocalHttpServer::Transport::Plain);
        int lookups = 0;
        NetworkHttpClient::Options options;
        options.proxy = u"http://127.0.0.1:%1"_s.arg(proxy.url().port());
        options.lookup = [&](const QString &, const CancellationToken &) {
            ++lookups;
            return knownAs(addresses);
        };
        NetworkHttpClient client(options);
        const QUrl url(u"https://%1/metadata"_s.arg(host));
        for (int i = 0; i < 2; ++i) {
            const auto answer = QCoro::waitFor(client.send({.url = url, .reach = reach}));
            QVERIFY(!answer);
            QCOMPARE(answer.error().code == ErrorCode::InvalidInput, !goes);
        }
        QCOMPARE(proxy.connectionCount() > 0, goes);
        // What the resolver does not know it is not asked for again.
        if (addresses.isEmpty())
            QVERIFY(lookups <= 1);
    }

    void aKeptConnectionOpensNoWay()
    {
        fakes::LocalHttpServer server([](QTcpSocket &socket, const auto &) {
            socket.write(fakes::LocalHttpServer::answer("200 OK"_ba, "{}"_ba));
        });
        NetworkHttpClient client;
        QUrl url = server.url();
        url.setHost(u"localhost"_s);
        QVERIFY(QCoro::waitFor(client.send({.url = url})));
        QVERIFY(QCoro::waitFor(client.send({.url = url, .reach = Reach::InternetAndLoopback})));
        const auto refused = QCoro::waitFor(client.send({.url = url, .reach = Reach::Internet}));
        QVERIFY(!refused);
        QVERIFY2(refused.error().message.contains("localhost"_L1),
                 qPrintable(refused.error().message));
        QCOMPARE(server.received().size(), 2);
    }
};

QTEST_GUILESS_MAIN(TestReach)
#include "tst_reach.moc"
