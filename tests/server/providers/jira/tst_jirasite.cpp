// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/providers/jira/jirasite.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace fairlead;
using providers::jira::JiraSite;

class TestJiraSite : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void acceptsWhatPeopleTypeAndPaste_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("url");
        QTest::addColumn<QString>("name");
        const QString url = u"https://company.atlassian.net"_s;
        const QString name = u"company.atlassian.net"_s;
        QTest::newRow("host") << u"company.atlassian.net"_s << url << name;
        QTest::newRow("spaces") << u"  company.atlassian.net \n"_s << url << name;
        QTest::newRow("upper case") << u"Company.Atlassian.NET"_s << url << name;
        QTest::newRow("slash") << u"https://company.atlassian.net/"_s << url << name;
        QTest::newRow("board")
            << u"https://company.atlassian.net/jira/software/projects/A/boards/1"_s << url << name;
        QTest::newRow("issue") << u"company.atlassian.net/browse/A-1?x=y#z"_s << url << name;
        QTest::newRow("usual port") << u"https://company.atlassian.net:443/"_s << url << name;
        QTest::newRow("trailing dot") << u"https://company.atlassian.net./"_s << url << name;
        QTest::newRow("own domain")
            << u"jira.company.com"_s << u"https://jira.company.com"_s << u"jira.company.com"_s;
        QTest::newRow("own port") << u"https://jira.company.com:8443/x"_s
                                  << u"https://jira.company.com:8443"_s
                                  << u"jira.company.com:8443"_s;
        QTest::newRow("loopback") << u"http://127.0.0.1:8081/"_s << u"http://127.0.0.1:8081"_s
                                  << u"127.0.0.1:8081"_s;
        QTest::newRow("bare loopback")
            << u"127.0.0.1:8081"_s << u"http://127.0.0.1:8081"_s << u"127.0.0.1:8081"_s;
        QTest::newRow("localhost")
            << u"localhost:8081"_s << u"http://localhost:8081"_s << u"localhost:8081"_s;
    }
    void acceptsWhatPeopleTypeAndPaste()
    {
        QFETCH(QString, typed);
        const auto site = JiraSite::fromText(typed);
        QVERIFY2(site, site ? "" : qPrintable(site.error().message));
        QTEST(QString::fromLatin1(site->url.toEncoded()), "url");
        QTEST(site->name, "name");
    }

    void saysWhatIsWrong_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("sentence");
        QTest::newRow("nothing")
            << u" "_s << u"Enter the address of your Jira site, such as company.atlassian.net."_s;
        QTest::newRow("http") << u"http://company.atlassian.net"_s
                              << u"Fairlead sends an API token to company.atlassian.net only over "
                                 "https. Enter https://company.atlassian.net."_s;
        const QString noUser =
            u"The site's address must not contain a user name, password or e-mail. Enter only the "
            "address, such as company.atlassian.net."_s;
        QTest::newRow("user name") << u"https://mia:secret@company.atlassian.net"_s << noUser;
        QTest::newRow("e-mail") << u"mia@company.com"_s << noUser;
        QTest::newRow("port") << u"https://company.atlassian.net:8443"_s
                              << u"company.atlassian.net is not reached on port 8443. Enter the "
                                 "address without a port."_s;
        QTest::newRow("one word")
            << u"company"_s
            << u"\"company\" is not a whole address. Did you mean company.atlassian.net?"_s;
        QTest::newRow("Atlassian itself")
            << u"https://home.atlassian.com/x"_s
            << u"home.atlassian.com is not a Jira site. Open Jira in the browser and copy the "
               "address from there; it looks like company.atlassian.net."_s;
        QTest::newRow("another scheme")
            << u"ftp://company.atlassian.net"_s
            << u"\"ftp://company.atlassian.net\" is not a web address. "
               "Enter your Jira site as https://company.atlassian.net."_s;
        QTest::newRow("words") << u"my jira site"_s
                               << u"\"my jira site\" is not an address. Enter your Jira site as "
                                  "company.atlassian.net."_s;
        QTest::newRow("backslash") << u"https://company.atlassian.net\\@evil.example"_s << noUser;
    }
    void saysWhatIsWrong()
    {
        QFETCH(QString, typed);
        const auto site = JiraSite::fromText(typed);
        QVERIFY(!site);
        QCOMPARE(site.error().code, ErrorCode::InvalidInput);
        QTEST(site.error().message, "sentence");
    }
};

QTEST_GUILESS_MAIN(TestJiraSite)
#include "tst_jirasite.moc"
