// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/accounts/controltoken.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace fairlead;
using namespace fairlead::accounts;

class TestControlToken : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void isReadableByTheOwnerOnly()
    {
        QVERIFY(ControlToken::create(m_folder->path()));
        QVERIFY(!(QFile::permissions(path())
                  & (QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther)));
    }

    void matchesWhatItsFileHolds()
    {
        const auto token = ControlToken::create(m_folder->path());
        const auto read = ControlToken::read(m_folder->path());
        QVERIFY(read);
        QCOMPARE(read->size(), 68);
        QVERIFY(read->reveal().startsWith("ctl_"));
        QVERIFY(token->matches(read->reveal()));
        QVERIFY(!token->matches(read->reveal() + ' '));
        QVERIFY(!token->matches(read->reveal().chopped(1)));
        QVERIFY(!token->matches(""));
        QVERIFY(!ControlToken().matches(""));
    }

    void isNewAtEveryStart()
    {
        const auto first = ControlToken::create(m_folder->path());
        const auto second = ControlToken::create(m_folder->path());
        const auto read = ControlToken::read(m_folder->path());
        QVERIFY(!first->matches(read->reveal()));
        QVERIFY(second->matches(read->reveal()));
    }

    void removesOnlyItsOwnFile()
    {
        const auto first = ControlToken::create(m_folder->path());
        const auto second = ControlToken::create(m_folder->path());
        first->remove();
        QVERIFY(QFile::exists(path()));
        second->remove();
        QVERIFY(!QFile::exists(path()));
        second->remove();
    }

    void saysWhenNothingRuns()
    {
        const auto missing = ControlToken::read(m_folder->path());
        QCOMPARE(missing.error().code, ErrorCode::NotFound);
    }

    void refusesADamagedFile_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("short") << "ctl_1234"_ba;
        QTest::newRow("long") << "ctl_" + QByteArray(65, 'a');
        QTest::newRow("other") << QByteArray(68, 'a');
    }

    void refusesADamagedFile()
    {
        QFETCH(const QByteArray, content);
        QFile file(path());
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(content);
        file.close();
        QCOMPARE(ControlToken::read(m_folder->path()).error().code, ErrorCode::Storage);
    }

    void failsWhereItCannotWrite()
    {
        const auto failed = ControlToken::create(m_folder->filePath(u"missing"_s));
        QVERIFY(!failed);
        QCOMPARE(failed.error().code, ErrorCode::Storage);
        QVERIFY(failed.error().message.contains("control.token"_L1));
    }

private:
    [[nodiscard]] QString path() const { return m_folder->filePath(u"control.token"_s); }

    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(TestControlToken)
#include "tst_controltoken.moc"
