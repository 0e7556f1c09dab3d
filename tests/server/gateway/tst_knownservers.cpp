// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/gateway/knownservers.h"

#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace fairlead;
using namespace fairlead::gateway;

class TestKnownServers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void takesAddresses_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("address");
        QTest::newRow("https") << u"https://mcp.example.com/mcp"_s
                               << u"https://mcp.example.com/mcp"_s;
        QTest::newRow("spaces around") << u" https://a.example/ "_s << u"https://a.example/"_s;
        QTest::newRow("query") << u"https://a.example/mcp?tools=all"_s
                               << u"https://a.example/mcp?tools=all"_s;
        QTest::newRow("this computer")
            << u"http://127.0.0.1:3001/mcp"_s << u"http://127.0.0.1:3001/mcp"_s;
        QTest::newRow("by its name")
            << u"http://localhost:3001/mcp"_s << u"http://localhost:3001/mcp"_s;
        QTest::newRow("a private one, typed")
            << u"https://10.0.0.5/mcp"_s << u"https://10.0.0.5/mcp"_s;
    }
    void takesAddresses()
    {
        QFETCH(QString, typed);
        QFETCH(QString, address);
        QCOMPARE(serverAddress(typed)->toString(), address);
    }

    void refusesOthers_data()
    {
        QTest::addColumn<QString>("typed");
        for (const char *typed : {"",
                                  "mcp.example.com",
                                  "http://mcp.example.com/mcp",
                                  "http://169.254.169.254/latest",
                                  "http://[::ffff:127.0.0.1]/",
                                  "http://127.0.0.1.example.com/",
                                  "https://h./",
                                  "https://u:p@h/",
                                  "https://u@h/",
                                  "https://h/#x",
                                  "https://ok.example\\@evil.example/",
                                  "https:///mcp",
                                  "ftp://h/",
                                  "file:///etc/passwd",
                                  "javascript:alert(1)",
                                  "data:text/html,x",
                                  "https://h/\nX: y",
                                  "https://h/a b"})
            QTest::newRow(typed) << QString::fromLatin1(typed);
        QTest::newRow("long") << u"https://h/"_s + QString(3000, u'a');
        QTest::newRow("hidden") << u"https://h/\u202e"_s;
    }
    void refusesOthers()
    {
        QFETCH(QString, typed);
        const auto address = serverAddress(typed);
        QVERIFY(!address);
        QCOMPARE(address.error().code, ErrorCode::InvalidInput);
    }

    void knowsItsServers()
    {
        QSet<QString> ids;
        for (const KnownServer &server : knownServers()) {
            QVERIFY(serverAddress(server.url.toString()));
            QVERIFY(!ids.contains(server.id));
            ids.insert(server.id);
            QVERIFY(knownServerAt(server.url) != nullptr);
        }
        QCOMPARE(knownServerAt(QUrl(u"https://mcp.sentry.dev/mcp/my-org"_s))->tokenScheme,
                 u"Sentry-Bearer"_s);
        QVERIFY(knownServerAt(QUrl(u"https://mcp.sentry.dev.example/mcp"_s)) == nullptr);
    }
};

QTEST_GUILESS_MAIN(TestKnownServers)
#include "tst_knownservers.moc"
