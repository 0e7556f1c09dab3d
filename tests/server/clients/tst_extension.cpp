// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/clients/extension.h"
#include "server/clients/ziparchive.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>
#include <QtEndian>

using namespace Qt::StringLiterals;
using namespace fairlead::clients;

namespace {

const ServerAddress address{.url = u"http://127.0.0.1:8080"_s,
                            .bridgeProgram = u"/opt/fair lead/fairleadctl"_s,
                            .dataFolder = u"/home/anna/team"_s};

/** The bytes of the first file of a ZIP archive that is stored as it is. */
QByteArray firstFile(const QByteArray &archive)
{
    const auto number = [&](qsizetype at) {
        return qFromLittleEndian<quint32>(archive.constData() + at);
    };
    const auto name = qFromLittleEndian<quint16>(archive.constData() + 26);
    return archive.mid(30 + name, number(18));
}

QJsonObject manifestOf(Platform platform)
{
    return QJsonDocument::fromJson(firstFile(extensionBundle(address, platform))).object();
}

} // namespace

class TestExtension : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void startsTheBridgeOfThisComputer()
    {
        const QJsonObject start =
            manifestOf(Platform::Linux)[u"server"_s].toObject()[u"mcp_config"_s].toObject();
        QCOMPARE(start[u"command"_s].toString(), address.bridgeProgram);
        const QJsonArray arguments{u"stdio"_s, u"--data-dir"_s, address.dataFolder};
        QCOMPARE(start[u"args"_s].toArray(), arguments);
    }

    void asksForTheKeyAsForASecret()
    {
        const QJsonObject manifest = manifestOf(Platform::Linux);
        const QJsonObject question = manifest[u"user_config"_s].toObject()[u"key"_s].toObject();
        QVERIFY(question[u"sensitive"_s].toBool());
        QVERIFY(question[u"required"_s].toBool());
        const QJsonObject start = manifest[u"server"_s].toObject()[u"mcp_config"_s].toObject();
        QCOMPARE(start[u"env"_s].toObject()[u"FAIRLEAD_KEY"_s].toString(), u"${user_config.key}"_s);
        QVERIFY(!extensionBundle(address, Platform::Linux).contains("mcp_0"));
    }

    void isForOneSystem_data()
    {
        QTest::addColumn<Platform>("platform");
        QTest::addColumn<QString>("name");
        QTest::newRow("linux") << Platform::Linux << u"linux"_s;
        QTest::newRow("macos") << Platform::MacOs << u"darwin"_s;
        QTest::newRow("windows") << Platform::Windows << u"win32"_s;
    }
    void isForOneSystem()
    {
        QFETCH(const Platform, platform);
        QFETCH(const QString, name);
        const QJsonObject compatibility = manifestOf(platform)[u"compatibility"_s].toObject();
        QCOMPARE(compatibility[u"platforms"_s].toArray(), QJsonArray{name});
    }

    void isTheSameFileEachTime()
    {
        QCOMPARE(extensionBundle(address, Platform::Linux),
                 extensionBundle(address, Platform::Linux));
    }

    void writesAnArchiveAsOthersDo()
    {
        // What `zip -0 -X` says of a file "a" with "123456789": its checksum is a known one.
        const QByteArray archive = zipArchive({{"a"_ba, "123456789"_ba}});
        QCOMPARE(archive.left(4), "PK\x03\x04"_ba);
        QCOMPARE(qFromLittleEndian<quint32>(archive.constData() + 14), 0xCBF43926U);
        QCOMPARE(firstFile(archive), "123456789"_ba);
        QCOMPARE(archive.size(), 30 + 1 + 9 + 46 + 1 + 22);
        const auto directory = qFromLittleEndian<quint32>(archive.constData() + archive.size() - 6);
        QCOMPARE(archive.mid(directory, 4), "PK\x01\x02"_ba);
    }
};

QTEST_GUILESS_MAIN(TestExtension)
#include "tst_extension.moc"
