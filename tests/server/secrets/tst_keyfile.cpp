// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/base/filewrite.h"
#include "server/base/ids.h"
#include "server/secrets/keyfile.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace fairlead;
using namespace fairlead::secrets;

class TestKeyFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_path = m_folder->filePath(u"master.key"_s);
    }

    void readsWhatItMade()
    {
        const auto made = createKeyFile(m_path);
        QVERIFY(made);
        const auto read = readKeyFile(m_path, KeyFileProtection::OwnerOnly);
        QVERIFY(read);
        QVERIFY(read->equals(made->reveal()));
    }

    void neverReplacesAKey()
    {
        const auto made = createKeyFile(m_path);
        QCOMPARE(createKeyFile(m_path).error().code, ErrorCode::Conflict);
        QVERIFY(readKeyFile(m_path, KeyFileProtection::OwnerOnly)->equals(made->reveal()));
    }

    void refusesAWrongSize_data()
    {
        QTest::addColumn<int>("size");
        for (const int size : {0, 1, 31, 33, 64, 1'000'000})
            QTest::addRow("%d bytes", size) << size;
    }

    void refusesAWrongSize()
    {
        QFETCH(const int, size);
        QVERIFY(durableWrite(m_path, randomBytes(size)));
        const auto refused = readKeyFile(m_path, KeyFileProtection::OwnerOnly);
        QVERIFY(refused.error().message.contains("32 bytes"_L1));
        QVERIFY(refused.error().message.contains(m_path));
    }

    void refusesAFileOpenToOthers_data()
    {
        QTest::addColumn<QFileDevice::Permissions>("more");
        QTest::newRow("group reads") << QFileDevice::Permissions(QFile::ReadGroup);
        QTest::newRow("group writes") << QFileDevice::Permissions(QFile::WriteGroup);
        QTest::newRow("others read") << QFileDevice::Permissions(QFile::ReadOther);
        QTest::newRow("others write") << QFileDevice::Permissions(QFile::WriteOther);
    }

    void refusesAFileOpenToOthers()
    {
        QFETCH(const QFileDevice::Permissions, more);
        QVERIFY(durableWrite(m_path, randomBytes(masterKeySize), ownerOnly | more));
        const auto refused = readKeyFile(m_path, KeyFileProtection::OwnerOnly);
        QVERIFY(refused.error().message.contains("chmod 600"_L1));
        QVERIFY(readKeyFile(m_path, KeyFileProtection::ByItsFolder));
    }

    void refusesWhatIsNoFile()
    {
        QVERIFY(!readKeyFile(m_path, KeyFileProtection::OwnerOnly));
        QVERIFY(!readKeyFile(m_folder->path(), KeyFileProtection::OwnerOnly));
    }

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
};

QTEST_GUILESS_MAIN(TestKeyFile)
#include "tst_keyfile.moc"
