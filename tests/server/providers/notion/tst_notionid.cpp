// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/providers/notion/notionaddress.h"
#include "server/providers/notion/notionid.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace fairlead;
using namespace fairlead::providers::notion;

namespace {

const QString bare = u"1a2b3c4d1111422283334444555566ff"_s;
const QString canonical = u"1a2b3c4d-1111-4222-8333-4444555566ff"_s;
const QString otherBare = u"59833787cf294fdf8782e53db20768a5"_s;

} // namespace

class TestNotionId : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsIdsAndAddresses_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("bare") << bare;
        QTest::newRow("uuid") << canonical;
        QTest::newRow("upper case and spaces") << u"  %1 "_s.arg(bare.toUpper());
        QTest::newRow("title") << u"https://www.notion.so/Release-plan-"_s + bare;
        QTest::newRow("workspace") << u"https://www.notion.so/northwind/Plan-"_s + bare;
        QTest::newRow("no title") << u"https://notion.so/"_s + bare;
        QTest::newRow("without a scheme") << u"www.notion.so/northwind/Plan-"_s + bare;
        QTest::newRow("http") << u"http://notion.so/"_s + bare;
        QTest::newRow("uuid in a path") << u"https://www.notion.so/"_s + canonical;
        QTest::newRow("source") << u"https://www.notion.so/Plan-%1?pvs=4"_s.arg(bare);
        QTest::newRow("block") << u"https://www.notion.so/Plan-%1#%2"_s.arg(bare, otherBare);
        QTest::newRow("database") << u"https://www.notion.so/%1?v=%2"_s.arg(bare, otherBare);
        QTest::newRow("open beside a database")
            << u"https://www.notion.so/%1?v=%1&p=%2&pm=s"_s.arg(otherBare, bare);
        QTest::newRow("site") << u"https://northwind.notion.site/Plan-"_s + bare;
        QTest::newRow("new host") << u"https://app.notion.com/p/northwind/Plan-"_s + bare;
        QTest::newRow("application") << u"notion://www.notion.so/Plan-"_s + bare;
        QTest::newRow("other letters") << u"https://www.notion.so/%D0%9F%D0%BB-"_s + bare;
        QTest::newRow("resource") << u"notion://%1/page/%2"_s.arg(otherBare, bare);
    }
    void readsIdsAndAddresses()
    {
        QFETCH(QString, text);
        const auto id = notionId(text, "page"_L1);
        QVERIFY2(id, id ? "" : qPrintable(id.error().message));
        QCOMPARE(*id, canonical);
    }

    void refusesEverythingElse_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("empty") << QString();
        QTest::newRow("word") << u"Roadmap"_s;
        QTest::newRow("short") << bare.left(31);
        QTest::newRow("long") << bare + u'0';
        QTest::newRow("no hexadecimal digit") << QString(bare).replace(u'a', u'g');
        QTest::newRow("hyphens in other places") << u"1a2b-3c4d1111422283334444-555566ff"_s;
        QTest::newRow("path") << u"../users/me"_s;
        QTest::newRow("path behind") << bare + u"/../../users/me"_s;
        QTest::newRow("query behind") << bare + u"?x=1"_s;
        QTest::newRow("escaped path behind") << bare + u"%2f.."_s;
        QTest::newRow("line behind") << bare + u"\nx"_s;
        QTest::newRow("line at the end") << canonical.chopped(1) + u"\n"_s;
        QTest::newRow("full-width digits") << QString(bare).replace(u'1', u'１');
        QTest::newRow("other host") << u"https://www.notion.so.example.com/"_s + bare;
        QTest::newRow("host that ends so") << u"https://evilnotion.so/"_s + bare;
        QTest::newRow("other host without a scheme") << u"example.com/"_s + bare;
        QTest::newRow("user") << u"https://www.notion.so@example.com/"_s + bare;
        QTest::newRow("user at Notion") << u"https://a:b@www.notion.so/"_s + bare;
        QTest::newRow("file") << u"file:///notion.so/"_s + bare;
        QTest::newRow("id in the middle") << u"https://www.notion.so/%1/x"_s.arg(bare);
        QTest::newRow("wrong open page") << u"https://www.notion.so/%1?p=../x"_s.arg(bare);
        QTest::newRow("no id") << u"https://www.notion.so/northwind/Plan"_s;
        QTest::newRow("letters before") << u"https://www.notion.so/ab"_s + bare;
        QTest::newRow("resource of a workspace") << u"notion://"_s + bare;
    }
    void refusesEverythingElse()
    {
        QFETCH(QString, text);
        const auto id = notionId(text, "page"_L1);
        QVERIFY(!id);
        QCOMPARE(id.error().code, ErrorCode::InvalidInput);
        QVERIFY(id.error().message.startsWith("Argument \"page\" is \""_L1));
    }

    void writesAndReadsResourceAddresses()
    {
        const NotionAddress page{otherBare, canonical};
        QCOMPARE(page.toUri(), u"notion://%1/page/%2"_s.arg(otherBare, bare));
        QCOMPARE(NotionAddress::fromUri(page.toUri()), std::optional(page));
        QCOMPARE(NotionAddress::fromUri(page.toUri().toUpper()), std::optional(page));
        const NotionAddress workspace{otherBare, {}};
        QCOMPARE(NotionAddress::fromUri(workspace.toUri()), std::optional(workspace));
        for (const QString &wrong : {u"notion://"_s,
                                     u"notion://x/page/"_s + bare,
                                     u"notion://%1/page/"_s.arg(bare),
                                     u"notion://%1/page/-%2"_s.arg(bare, bare.left(31)),
                                     u"notion://%1/page/%1/x"_s.arg(bare),
                                     u"notion://%1/block/%1"_s.arg(bare),
                                     u"notion://%1?x"_s.arg(bare),
                                     u"jira://"_s + bare})
            QVERIFY2(!NotionAddress::fromUri(wrong), qPrintable(wrong));
    }

    void tellsWorkspacesApartByTheirSite()
    {
        const QUrl site = NotionAddress::siteOf(canonical);
        QCOMPARE(site, QUrl(u"https://www.notion.so/#"_s + bare));
        QCOMPARE(NotionAddress::workspaceOf(site), bare);
        QCOMPARE(NotionAddress::workspaceOf(QUrl(site.toString())), bare);
        QVERIFY(NotionAddress::workspaceOf(QUrl(u"https://www.notion.so/"_s)).isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestNotionId)
#include "tst_notionid.moc"
