// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/platform/pagelink.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace fairlead;

class TestPageLink : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void namesAPageAndNothingElse_data()
    {
        QTest::addColumn<QString>("link");
        QTest::addColumn<QString>("page");
        QTest::newRow("a page") << u"fairlead://open/settings"_s << u"settings"_s;
        QTest::newRow("a slash") << u"fairlead://open/settings/"_s << u"settings"_s;
        for (const char *link : {"",
                                 "fairlead:",
                                 "fairlead://open/",
                                 "fairlead://open//",
                                 "fairlead://add/settings",
                                 "fairlead://open/settings?key=mcp_1",
                                 "fairlead://open/settings#x",
                                 "fairlead://open/settings/more",
                                 "fairlead://open/../settings",
                                 "fairlead://open/%73ettings",
                                 "fairlead://open/Settings",
                                 "fairlead://open/settings --data-dir=/tmp",
                                 "fairlead://open/settings\nquit",
                                 "fairlead://user@open/settings",
                                 "fairlead://open:80/settings",
                                 "FAIRLEAD://open/settings",
                                 "https://open/settings",
                                 "fairlead://open/aaaaaaaaaaaaaaaaaaaaa",
                                 "--port=1"})
            QTest::newRow(*link ? link : "nothing") << QString::fromLatin1(link) << QString();
    }
    void namesAPageAndNothingElse()
    {
        QFETCH(QString, link);
        QTEST(platform::pageInLink(link).value_or(QString()), "page");
    }
};

QTEST_GUILESS_MAIN(TestPageLink)
#include "tst_pagelink.moc"
