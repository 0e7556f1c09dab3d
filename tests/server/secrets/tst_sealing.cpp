// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/base/ids.h"
#include "server/secrets/sealing.h"

#include <QMessageAuthenticationCode>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace fairlead;
using namespace fairlead::secrets;

class TestSealing : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void opensWhatItSealed_data()
    {
        QTest::addColumn<QByteArray>("plain");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("token") << "ATATT3xFfGF0"_ba;
        QTest::newRow("binary") << QByteArray(100, '\0');
        QTest::newRow("largest") << QByteArray(1024 * 1024, 'a');
    }

    void opensWhatItSealed()
    {
        QFETCH(const QByteArray, plain);
        const auto sealed = m_sealing.seal(Secret(plain), "context");
        QVERIFY(sealed);
        QCOMPARE(sealed->nonce.size(), 12);
        QCOMPARE(sealed->bytes.size(), plain.size() + 16);
        QVERIFY(m_sealing.open(*sealed, "context")->equals(plain));
    }

    void refusesWhatIsTooLarge()
    {
        const Secret huge(QByteArray(1024 * 1024 + 1, 'a'));
        QCOMPARE(m_sealing.seal(huge, {}).error().code, ErrorCode::InvalidInput);
    }

    void needsTheSameContextAndKey()
    {
        const auto sealed = m_sealing.seal(Secret("token"_ba), "context");
        QCOMPARE(m_sealing.open(*sealed, "contexu").error().code, ErrorCode::InvalidData);
        QCOMPARE(m_sealing.open(*sealed, {}).error().code, ErrorCode::InvalidData);
        const Sealing other(Secret(QByteArray(32, 'b')));
        QCOMPARE(other.open(*sealed, "context").error().code, ErrorCode::InvalidData);
        QVERIFY(other.keyId() != m_sealing.keyId());
        QCOMPARE(m_sealing.keyId().size(), 16);
    }

    void derivesByTheStandard()
    {
        // RFC 5869 without salt: extract with a key of zeroes, expand once.
        const QByteArray pseudoRandom = QMessageAuthenticationCode::hash(
            QByteArray(32, 'a'), QByteArray(32, '\0'), QCryptographicHash::Sha256);
        const QByteArray expected = QMessageAuthenticationCode::hash(
            "purpose\x01", pseudoRandom, QCryptographicHash::Sha256);
        QVERIFY(m_sealing.derivedKey("purpose")->equals(expected));
    }

private:
    const Sealing m_sealing{Secret(QByteArray(32, 'a'))};
};

QTEST_GUILESS_MAIN(TestSealing)
#include "tst_sealing.moc"
