// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/providers/sentry/sentrylookup.h"
#include "server/providers/sentry/sentryparser.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace fairlead;
using namespace fairlead::providers::sentry;

class TestSentryParser : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void understandsWhatIsSaidOfAnIssue_data()
    {
        QTest::addColumn<QString>("given");
        QTest::addColumn<QString>("id");
        QTest::addColumn<QString>("organization");
        QTest::newRow("short id") << u" web-41 "_s << u"WEB-41"_s << QString();
        QTest::newRow("number") << u"6507376925"_s << u"6507376925"_s << QString();
        QTest::newRow("URL") << u"https://northwind.sentry.io/issues/6507376925/?project=1"_s
                             << u"6507376925"_s << u"northwind"_s;
        QTest::newRow("older URL")
            << u"https://sentry.example.com/organizations/northwind/issues/65/events/latest/"_s
            << u"65"_s << u"northwind"_s;
        QTest::newRow("URL without an organization")
            << u"https://sentry.example.com/issues/65/"_s << u"65"_s << QString();
        QTest::newRow("words") << u"the cart error"_s << QString() << QString();
        QTest::newRow("path") << u"WEB-41/../../x"_s << QString() << QString();
        QTest::newRow("other URL") << u"https://example.com/"_s << QString() << QString();
    }
    void understandsWhatIsSaidOfAnIssue()
    {
        QFETCH(QString, given);
        const auto reference = issueReference(given);
        QTEST(reference ? reference->id : QString(), "id");
        QTEST(reference ? reference->organization : QString(), "organization");
    }

    void sendsATokenOnlyToRegionsOfItsService_data()
    {
        QTest::addColumn<QUrl>("region");
        QTest::addColumn<QUrl>("base");
        QTest::addColumn<bool>("is");
        const QUrl base(u"https://sentry.io"_s);
        QTest::newRow("region") << QUrl(u"https://us.sentry.io"_s) << base << true;
        QTest::newRow("itself") << QUrl(u"https://sentry.io"_s) << base << true;
        QTest::newRow("http") << QUrl(u"http://us.sentry.io"_s) << base << false;
        QTest::newRow("elsewhere") << QUrl(u"https://us.example.com"_s) << base << false;
        QTest::newRow("looks alike") << QUrl(u"https://evilsentry.io"_s) << base << false;
        QTest::newRow("this computer") << QUrl(u"http://127.0.0.1:9"_s) << base << false;
        QTest::newRow("both here")
            << QUrl(u"http://127.0.0.1:9"_s) << QUrl(u"http://localhost:8"_s) << true;
    }
    void sendsATokenOnlyToRegionsOfItsService()
    {
        QFETCH(QUrl, region);
        QFETCH(QUrl, base);
        QTEST(isRegionOf(region, base), "is");
    }

    void findsTheCursorOfTheNextPage_data()
    {
        QTest::addColumn<QByteArray>("link");
        QTest::addColumn<QString>("cursor");
        QTest::newRow("more") << QByteArray(
            "<https://s/>; rel=\"previous\"; results=\"true\"; cursor=\"0:0:1\", <https://s/>; "
            "rel=\"next\"; results=\"true\"; cursor=\"0:100:0\"")
                              << u"0:100:0"_s;
        QTest::newRow("last") << QByteArray(
            "<https://s/>; rel=\"next\"; results=\"false\"; cursor=\"0:100:0\"")
                              << QString();
        QTest::newRow("none") << QByteArray() << QString();
    }
    void findsTheCursorOfTheNextPage()
    {
        QFETCH(QByteArray, link);
        QTEST(parser::nextCursor({.status = 200, .headers = {{"Link", link}}, .body = {}}),
              "cursor");
    }

    void saysWhatARefusalSays_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("message");
        QTest::newRow("detail") << QByteArray(R"({"detail":"No."})") << u"No."_s;
        QTest::newRow("fields") << QByteArray(R"({"status":["not valid"],"x":1,"text":["blank"]})")
                                << u"status: not valid; text: blank"_s;
        QTest::newRow("HTML") << QByteArray("<html>") << QString();
    }
    void saysWhatARefusalSays()
    {
        QFETCH(QByteArray, body);
        QTEST(parser::problem({.status = 400, .headers = {}, .body = body}).message, "message");
    }

    void refusesWhatIsNoAnswer()
    {
        QVERIFY(!parser::issues("{}"));
        QVERIFY(!parser::issues("[{}]"));
        QVERIFY(!parser::issue("[]"));
        QVERIFY(!parser::event("{\"eventID\":\"\"}"));
        QVERIFY(!parser::organizations("nonsense"));
        QVERIFY(!parser::regions("{}"));
    }
};

QTEST_GUILESS_MAIN(TestSentryParser)
#include "tst_sentryparser.moc"
