// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/bridge/bridgekey.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace fairlead;
using namespace fairlead::ctl;

class TestBridgeKey : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void takesItOutOfTheEnvironment()
    {
        qputenv("FAIRLEAD_KEY", " mcp_1\n");
        const auto key = takeBridgeKey({});
        QVERIFY(key.has_value());
        QCOMPARE(key->reveal(), "mcp_1"_ba);
        QVERIFY(qEnvironmentVariableIsEmpty("FAIRLEAD_KEY"));
    }

    void aFileComesFirst()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"key"_s);
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("mcp_2\r\nmore\n");
        file.close();
        qputenv("FAIRLEAD_KEY", "mcp_1");
        QCOMPARE(takeBridgeKey(path)->reveal(), "mcp_2"_ba);
        QVERIFY(qEnvironmentVariableIsEmpty("FAIRLEAD_KEY"));
    }

    void saysWhatToDo_data()
    {
        QTest::addColumn<QByteArray>("value");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("blanks") << "  \n"_ba;
        QTest::newRow("two words") << "mcp_1 mcp_2"_ba;
        QTest::newRow("not ASCII") << "mcp_…"_ba;
    }

    void saysWhatToDo()
    {
        QFETCH(QByteArray, value);
        qputenv("FAIRLEAD_KEY", value);
        const auto key = takeBridgeKey({});
        QVERIFY(!key);
        QCOMPARE(key.error().code, ErrorCode::Unauthorized);
        QVERIFY(key.error().message.contains(u"FAIRLEAD_KEY"_s));
        QVERIFY(key.error().message.contains(u"Make a new key"_s));
        QVERIFY(value.trimmed().isEmpty()
                || !key.error().message.contains(QString::fromUtf8(value)));
    }

    void namesTheFileThatIsMissing()
    {
        const auto key = takeBridgeKey(u"/nonesuch/key"_s);
        QVERIFY(!key);
        QVERIFY(key.error().message.contains(u"/nonesuch/key"_s));
    }
};

QTEST_GUILESS_MAIN(TestBridgeKey)
#include "tst_bridgekey.moc"
