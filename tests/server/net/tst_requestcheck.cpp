// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/net/requestcheck.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace fairlead;
using namespace fairlead::net;

class TestRequestCheck : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void acceptsOnlyHttpsAndLoopback_data()
    {
        QTest::addColumn<QString>("url");
        QTest::addColumn<bool>("accepted");
        QTest::newRow("https") << u"https://company.atlassian.net/x"_s << true;
        QTest::newRow("http on 127.0.0.1") << u"http://127.0.0.1:8080/"_s << true;
        QTest::newRow("http on 127.9.9.9") << u"http://127.9.9.9/"_s << true;
        QTest::newRow("http on ::1") << u"http://[::1]:1/"_s << true;
        QTest::newRow("http on localhost") << u"http://LOCALHOST/"_s << true;
        QTest::newRow("http outside") << u"http://company.atlassian.net/"_s << false;
        QTest::newRow("localhost as a part") << u"http://localhost.evil.example/"_s << false;
        QTest::newRow("127 as a part") << u"http://127.0.0.1.evil.example/"_s << false;
        QTest::newRow("mapped loopback") << u"http://[::ffff:127.0.0.1]/"_s << false;
        QTest::newRow("private address") << u"http://10.0.0.1/"_s << false;
        QTest::newRow("user name") << u"https://user@company.atlassian.net/"_s << false;
        QTest::newRow("user and password") << u"https://u:p@company.atlassian.net/"_s << false;
        QTest::newRow("file") << u"file:///etc/passwd"_s << false;
        QTest::newRow("ftp") << u"ftp://127.0.0.1/"_s << false;
        QTest::newRow("no host") << u"https:///x"_s << false;
        QTest::newRow("relative") << u"/rest/api"_s << false;
        QTest::newRow("empty") << QString() << false;
    }
    void acceptsOnlyHttpsAndLoopback()
    {
        QFETCH(QString, url);
        const auto checked = checkedRequest({.url = QUrl(url)});
        QTEST(checked.has_value(), "accepted");
        if (!checked)
            QCOMPARE(checked.error().code, ErrorCode::InvalidInput);
    }

    void refusesWhatWouldSplitARequest_data()
    {
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<bool>("accepted");
        QTest::newRow("plain") << "Accept"_ba
                               << "application/json"_ba << true;
        QTest::newRow("UTF-8 value") << "X-Note"_ba
                                     << "\xC3\xA4"_ba << true;
        QTest::newRow("CR LF in value") << "Accept"_ba
                                        << "v\r\nX-Injected: 1"_ba << false;
        QTest::newRow("LF in value") << "Accept"_ba
                                     << "v\nX: 1"_ba << false;
        QTest::newRow("NUL in value") << "Accept"_ba << QByteArray("v\0w", 3) << false;
        QTest::newRow("LF in name") << "Acc\nept"_ba
                                    << "v"_ba << false;
        QTest::newRow("colon in name") << "Accept: x"_ba
                                       << "v"_ba << false;
        QTest::newRow("no name") << QByteArray() << "v"_ba << false;
        QTest::newRow("host") << "HOST"_ba
                              << "evil.example"_ba << false;
        QTest::newRow("length") << "Content-Length"_ba
                                << "0"_ba << false;
        QTest::newRow("cookie") << "Cookie"_ba
                                << "a=b"_ba << false;
        QTest::newRow("too long") << "Accept"_ba << QByteArray(16 * 1024 + 1, 'a') << false;
    }
    void refusesWhatWouldSplitARequest()
    {
        QFETCH(QByteArray, name);
        QFETCH(QByteArray, value);
        const QList<Header> headers{{name, value}};
        const auto checked =
            checkedRequest({.url = QUrl(u"https://a.test/"_s), .headers = headers});
        QTEST(checked.has_value(), "accepted");
        if (!checked)
            QVERIFY(!checked.error().message.contains(QString::fromUtf8(value)));
    }

    void refusesAMethodThatIsNoToken()
    {
        QVERIFY(!checkedRequest({.method = "GET /x"_ba, .url = QUrl(u"https://a.test/"_s)}));
        QVERIFY(!checkedRequest({.method = {}, .url = QUrl(u"https://a.test/"_s)}));
        QVERIFY(checkedRequest({.method = "PATCH"_ba, .url = QUrl(u"https://a.test/"_s)}));
    }
};

QTEST_GUILESS_MAIN(TestRequestCheck)
#include "tst_requestcheck.moc"
