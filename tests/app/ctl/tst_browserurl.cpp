// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/browserurl.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace fairlead;

class TestBrowserUrl : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void takesWebPagesAsTheyAre_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("https") << u"https://auth.atlassian.com/authorize?a=b%20c&state=x-_~."_s;
        QTest::newRow("loopback") << u"http://127.0.0.1:9000/authorize"_s;
        QTest::newRow("loopback 6") << u"http://[::1]:9000/authorize"_s;
    }

    void takesWebPagesAsTheyAre()
    {
        QFETCH(QString, text);
        const auto url = ctl::browserUrl(text);
        QVERIFY(url);
        QCOMPARE(QString::fromLatin1(url->toEncoded()), text);
    }

    void refusesWhatIsNoWebPageOfAService_data()
    {
        QTest::addColumn<QString>("text");
        const QStringList hostile{u"http:$(calc.exe)"_s,
                                  u"a:$(cmd.exe /c whoami)?response_type=code"_s,
                                  u"javascript:alert(1)"_s,
                                  u"data:text/html,x"_s,
                                  u"file:///etc/passwd"_s,
                                  u"vbscript:x"_s,
                                  u"smb://h/s"_s,
                                  u"\\\\host\\share"_s,
                                  u"ms-msdt:/id x"_s,
                                  u"https://ok.example\\@evil.example/"_s,
                                  u"https://u:p@h/"_s,
                                  u"HTTPS://h/\n"_s,
                                  u"-oProxyCommand=x"_s,
                                  u"https://h/\" & calc &"_s,
                                  u"https://h/`id`"_s,
                                  u"https://h/$HOME"_s,
                                  u"http://example.com/"_s,
                                  u"https:///path"_s,
                                  u""_s,
                                  u"https://h/"_s + QString(9000, u'a')};
        for (qsizetype i = 0; i < hostile.size(); ++i)
            QTest::addRow("%d", int(i)) << hostile.at(i);
    }

    void refusesWhatIsNoWebPageOfAService()
    {
        QFETCH(QString, text);
        QVERIFY(!ctl::browserUrl(text));
    }
};

QTEST_GUILESS_MAIN(TestBrowserUrl)
#include "tst_browserurl.moc"
