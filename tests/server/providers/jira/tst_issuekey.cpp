// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/providers/jira/issuekey.h"
#include "server/providers/jira/projectcursor.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace fairlead;
using namespace fairlead::providers::jira;

class TestIssueKey : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsKeysAndUrls_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("key");
        QTest::addColumn<QString>("host");
        QTest::newRow("key") << u"ABC-1"_s << u"ABC-1"_s << QString();
        QTest::newRow("lower case") << u" abc-12 "_s << u"ABC-12"_s << QString();
        QTest::newRow("digits") << u"A1_B-1"_s << u"A1_B-1"_s << QString();
        QTest::newRow("URL") << u"https://company.atlassian.net/browse/ABC-1"_s << u"ABC-1"_s
                             << u"company.atlassian.net"_s;
        QTest::newRow("comment's URL")
            << u"https://company.atlassian.net/browse/ABC-1?focusedCommentId=2"_s << u"ABC-1"_s
            << u"company.atlassian.net"_s;
        QTest::newRow("board's URL")
            << u"https://c.atlassian.net/jira/software/projects/ABC/boards/1?selectedIssue=ABC-7"_s
            << u"ABC-7"_s << u"c.atlassian.net"_s;
        QTest::newRow("port") << u"http://127.0.0.1:81/browse/ABC-1"_s << u"ABC-1"_s
                              << u"127.0.0.1:81"_s;
    }
    void readsKeysAndUrls()
    {
        QFETCH(QString, text);
        const auto address = issueAddress(text, "key"_L1);
        QVERIFY2(address, address ? "" : qPrintable(address.error().message));
        QTEST(address->key, "key");
        QTEST(address->host, "host");
    }

    void refusesWhatCouldLeaveThePath_data()
    {
        QTest::addColumn<QString>("text");
        for (const char *const text : {"",
                                       "ABC",
                                       "ABC-",
                                       "-1",
                                       "A-1",
                                       "ABC-1234567890",
                                       "../../myself",
                                       "ABC-1/../..",
                                       "ABC-1?x=1",
                                       "ABC-1%2f..",
                                       "ABC-1\nX: y",
                                       "ABC-1#f",
                                       "file:///etc/passwd",
                                       "https://company.atlassian.net/browse/",
                                       "https://company.atlassian.net/browse/../myself",
                                       "https:///browse/ABC-1"})
            QTest::newRow(text) << QString::fromLatin1(text);
    }
    void refusesWhatCouldLeaveThePath()
    {
        QFETCH(QString, text);
        const auto address = issueAddress(text, "key"_L1);
        QVERIFY(!address);
        QCOMPARE(address.error().code, ErrorCode::InvalidInput);
        QVERIFY(address.error().message.startsWith("Argument \"key\" is"_L1));
    }

    void checksProjectKeys()
    {
        QCOMPARE(projectKey(u" abc "_s, "project"_L1), u"ABC"_s);
        QVERIFY(!projectKey(u"A/B"_s, "project"_L1));
        QVERIFY(!projectKey(u"10000"_s, "project"_L1));
    }

    void readsItsOwnCursors()
    {
        ProjectCursor cursor;
        cursor.starts = {{u"con_ab12"_s, 50}, {u"con_cd34"_s, 100}};
        const auto read = ProjectCursor::fromText(cursor.toText());
        QVERIFY(read);
        QCOMPARE(read->startOf(u"con_ab12"_s), std::optional<qint64>(50));
        QCOMPARE(read->startOf(u"con_cd34"_s), std::optional<qint64>(100));
        QCOMPARE(read->startOf(u"con_other"_s), std::nullopt);
        QCOMPARE(ProjectCursor::fromText({})->startOf(u"con_other"_s), std::optional<qint64>(0));
        for (const QString &text : {u"50"_s, u"con_ab=x"_s, u"con_ab=-1"_s, u"con_a/b=1"_s})
            QVERIFY(!ProjectCursor::fromText(text));
    }
};

QTEST_GUILESS_MAIN(TestIssueKey)
#include "tst_issuekey.moc"
