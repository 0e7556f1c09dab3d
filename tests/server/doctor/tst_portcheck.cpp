// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/doctor/portcheck.h"

#include <QTcpServer>
#include <QTest>

using namespace fairlead;

class TestPortCheck : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void seesWhoHoldsAPort_data()
    {
        QTest::addColumn<QHostAddress>("address");
        QTest::newRow("IPv4") << QHostAddress(QHostAddress::LocalHost);
        QTest::newRow("IPv6") << QHostAddress(QHostAddress::LocalHostIPv6);
    }
    void seesWhoHoldsAPort()
    {
        QFETCH(QHostAddress, address);
        QTcpServer holder;
        if (!holder.listen(address))
            QSKIP("This computer has no such address.");
        const quint16 port = holder.serverPort();
        QVERIFY(!doctor::isPortFree(port));
        holder.close();
        QVERIFY(doctor::isPortFree(port));
    }

    void anyFreePortIsAlwaysFree() { QVERIFY(doctor::isPortFree(0)); }
};

QTEST_GUILESS_MAIN(TestPortCheck)
#include "tst_portcheck.moc"
