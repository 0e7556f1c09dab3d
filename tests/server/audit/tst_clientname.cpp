// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/audit/clientname.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace fairlead::audit;

class TestClientName : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void namesAClientByItsUserAgent_data()
    {
        QTest::addColumn<QByteArray>("agent");
        QTest::addColumn<QString>("name");
        QTest::newRow("none") << ""_ba << QString();
        QTest::newRow("known") << "claude-code/2.1.197 (cli)"_ba << u"Claude Code 2.1.197"_s;
        QTest::newRow("without version") << "Cursor"_ba << u"Cursor"_s;
        QTest::newRow("unknown") << "node"_ba << u"node"_s;
        QTest::newRow("hidden signs") << "x\xe2\x80\xae\x07y/1"_ba << u"xy 1"_s;
        QTest::newRow("no UTF-8") << "a\xff/1"_ba << u"a\uFFFD 1"_s;
        QTest::newRow("long") << QByteArray(100'000, 'x') << QString(63, u'x') + u'…';
    }

    void namesAClientByItsUserAgent()
    {
        QFETCH(const QByteArray, agent);
        QTEST(clientNameFrom(agent), "name");
    }
};

QTEST_GUILESS_MAIN(TestClientName)
#include "tst_clientname.moc"
