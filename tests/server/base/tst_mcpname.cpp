// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/base/mcpname.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace fairlead;

class TestMcpName : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isTheNameOrTheAddress()
    {
        QCOMPARE(parameterInMcpName(u"tools/call"_s), "name"_L1);
        QCOMPARE(parameterInMcpName(u"prompts/get"_s), "name"_L1);
        QCOMPARE(parameterInMcpName(u"resources/read"_s), "uri"_L1);
    }

    void isForThoseMethodsOnly_data()
    {
        QTest::addColumn<QString>("method");
        for (const char *method : {"tools/list", "resources/subscribe", "Tools/call", ""})
            QTest::newRow(method) << QString::fromLatin1(method);
    }
    void isForThoseMethodsOnly()
    {
        QFETCH(QString, method);
        QVERIFY(!parameterInMcpName(method));
    }
};

QTEST_GUILESS_MAIN(TestMcpName)
#include "tst_mcpname.moc"
