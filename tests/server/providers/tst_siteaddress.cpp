// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/providers/siteaddress.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace fairlead;
using providers::SiteAddress;

class TestSiteAddress : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void acceptsWhatPeopleType_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("url");
        QTest::addColumn<QString>("name");
        QTest::newRow("host") << u"project.example.com"_s << u"https://project.example.com"_s
                              << u"project.example.com"_s;
        QTest::newRow("slash") << u" https://project.example.com/ "_s
                               << u"https://project.example.com"_s << u"project.example.com"_s;
        QTest::newRow("path and port")
            << u"https://example.com:8443/openproject/"_s
            << u"https://example.com:8443/openproject"_s << u"example.com:8443/openproject"_s;
        QTest::newRow("this computer")
            << u"localhost:3000"_s << u"http://localhost:3000"_s << u"localhost:3000"_s;
        QTest::newRow("query") << u"https://example.com/x?y=1#z"_s << u"https://example.com/x"_s
                               << u"example.com/x"_s;
    }
    void acceptsWhatPeopleType()
    {
        QFETCH(QString, typed);
        const auto address = SiteAddress::fromText(typed, u"https://a.example"_s);
        QVERIFY2(address, address ? "" : qPrintable(address.error().message));
        QTEST(address->url.toString(), "url");
        QTEST(address->name, "name");
    }

    void refusesWithASentence_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("part");
        QTest::newRow("nothing") << QString() << u"such as https://a.example"_s;
        QTest::newRow("http") << u"http://example.com"_s << u"only over https"_s;
        QTest::newRow("user") << u"https://me:secret@example.com"_s << u"must not contain a user"_s;
        QTest::newRow("scheme") << u"ftp://example.com"_s << u"is not a web address"_s;
        QTest::newRow("words") << u"my project"_s << u"is not a web address"_s;
        QTest::newRow("backslash") << u"https://example.com\\x"_s << u"is not a web address"_s;
    }
    void refusesWithASentence()
    {
        QFETCH(QString, typed);
        QFETCH(QString, part);
        const auto address = SiteAddress::fromText(typed, u"https://a.example"_s);
        QVERIFY(!address);
        QCOMPARE(address.error().code, ErrorCode::InvalidInput);
        QVERIFY2(address.error().message.contains(part), qPrintable(address.error().message));
        QVERIFY(!address.error().message.contains("secret"_L1));
    }
};

QTEST_GUILESS_MAIN(TestSiteAddress)
#include "tst_siteaddress.moc"
