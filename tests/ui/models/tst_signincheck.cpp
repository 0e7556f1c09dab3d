// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/signincheck.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace fairlead::ui;

class TestSignInCheck : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void judgesASite_data()
    {
        QTest::addColumn<QString>("site");
        QTest::addColumn<QString>("words"); // of the problem; empty: none
        QTest::newRow("name") << u"company.atlassian.net"_s << QString();
        QTest::newRow("https") << u"https://company.atlassian.net/jira/your-work"_s << QString();
        QTest::newRow("spaces around") << u"  company.atlassian.net \n"_s << QString();
        QTest::newRow("port") << u"jira.company.com:8443"_s << QString();
        QTest::newRow("loopback") << u"http://127.0.0.1:4000"_s << QString();
        QTest::newRow("loopback 6") << u"http://[::1]:4000"_s << QString();
        QTest::newRow("localhost") << u"http://localhost:4000"_s << QString();
        QTest::newRow("nearly loopback") << u"http://127.0.0.1.evil.com"_s << u"https://"_s;
        QTest::newRow("http") << u"http://company.atlassian.net"_s << u"https://"_s;
        QTest::newRow("ftp") << u"ftp://company.atlassian.net"_s << u"https://"_s;
        QTest::newRow("one word") << u"company"_s << u"company.atlassian.net"_s;
        QTest::newRow("space") << u"my company.atlassian.net"_s << u"no spaces"_s;
        QTest::newRow("password") << u"https://a:b@company.atlassian.net"_s << u"password"_s;
        QTest::newRow("nothing") << QString() << u"for example"_s;
    }

    void judgesASite()
    {
        QFETCH(QString, site);
        QFETCH(QString, words);
        const QString problem = siteProblem(site);
        QCOMPARE(problem.isEmpty(), words.isEmpty());
        QVERIFY2(problem.contains(words), qPrintable(problem));
    }

    void takesAnySiteOfOnesOwn()
    {
        QVERIFY(ownSiteProblem(u"project"_s).isEmpty());
        QVERIFY(ownSiteProblem(u"https://company.com/openproject"_s).isEmpty());
        QVERIFY(ownSiteProblem(u"localhost:3000"_s).isEmpty());
        QVERIFY(ownSiteProblem(u"http://company.com"_s).contains(u"https://"_s));
        QVERIFY(ownSiteProblem(QString()).contains(u"project.company.com"_s));
    }

    void wantsAnEmailAddress()
    {
        QVERIFY(emailProblem(u"anna@company.com"_s).isEmpty());
        QVERIFY(emailProblem(u" anna@company.com "_s).isEmpty());
        QVERIFY(!emailProblem(u"anna"_s).isEmpty());
        QVERIFY(!emailProblem(u"anna@"_s).isEmpty());
        QVERIFY(!emailProblem(u"anna berg@company.com"_s).isEmpty());
        QVERIFY(!emailProblem({}).isEmpty());
    }

    void wantsATokenWithoutSpaces()
    {
        QVERIFY(tokenProblem(u"ATATT3x"_s).isEmpty());
        QVERIFY(tokenProblem(u"ATATT3x\n"_s).isEmpty());
        QVERIFY(!tokenProblem(u"two words"_s).isEmpty());
        QVERIFY(!tokenProblem(u"  "_s).isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestSignInCheck)
#include "tst_signincheck.moc"
