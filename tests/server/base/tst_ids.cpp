// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/base/ids.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace fairlead;

class TestIds : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void hashesAsTheStandardSays_data()
    {
        // FIPS 180-2, appendix B, and the hash of nothing.
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("hash");
        QTest::newRow("nothing")
            << ""_ba
            << "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"_ba;
        QTest::newRow("one block")
            << "abc"_ba
            << "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"_ba;
        QTest::newRow("many blocks")
            << QByteArray(1'000'000, 'a')
            << "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"_ba;
    }

    void hashesAsTheStandardSays()
    {
        QFETCH(const QByteArray, text);
        QTEST(sha256Hex(text), "hash");
    }

    void hashesANullViewLikeAnEmptyOne() { QCOMPARE(sha256Hex({}), sha256Hex("")); }

    void givesAsManyRandomBytesAsAskedFor()
    {
        for (qsizetype count = 0; count < 40; ++count)
            QCOMPARE(randomBytes(count).size(), count);
        QVERIFY(randomBytes(16) != randomBytes(16));
        QVERIFY(newId(u"key_").startsWith(u"key_"));
        QCOMPARE(newId(u"key_").size(), 4 + 32);
    }
};

QTEST_GUILESS_MAIN(TestIds)

#include "tst_ids.moc"
