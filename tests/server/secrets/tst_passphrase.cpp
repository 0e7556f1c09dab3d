// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/secrets/passphrase.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace fairlead;
using namespace fairlead::secrets;

class TestPassphrase : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        const auto sealed = sealUnderPassphrase(Secret("canary"_ba), m_passphrase);
        QVERIFY(sealed);
        m_sealed = *sealed;
    }

    void opensWithThePassphraseOnly()
    {
        QVERIFY(!m_sealed.contains("canary"));
        const auto opened = openWithPassphrase(m_sealed, m_passphrase);
        QVERIFY(opened);
        QVERIFY(opened->equals("canary"));
        const auto refused = openWithPassphrase(m_sealed, Secret("correct horse batterx"_ba));
        QCOMPARE(refused.error().code, ErrorCode::Unauthorized);
    }

    void isAnotherTextEachTime()
    {
        QVERIFY(*sealUnderPassphrase(Secret("canary"_ba), m_passphrase) != m_sealed);
    }

    void takesCharactersHoweverTheyAreComposed()
    {
        const Secret composed(u"Schl\u00FCsselbrett-\u00E9t\u00E9"_s.toUtf8());
        const Secret apart(u"Schlu\u0308sselbrett-e\u0301te\u0301"_s.toUtf8());
        const auto sealed = sealUnderPassphrase(Secret("canary"_ba), composed);
        QVERIFY(openWithPassphrase(*sealed, apart));
    }

    void refusesAShortPassphrase()
    {
        const auto sealed = sealUnderPassphrase(Secret("canary"_ba), Secret("elevenchars"_ba));
        QCOMPARE(sealed.error().code, ErrorCode::InvalidInput);
    }

    void refusesWhatWasNotSealedLikeThis_data()
    {
        QTest::addColumn<QString>("member");
        QTest::addColumn<QJsonValue>("value");
        QTest::newRow("another derivation") << u"kdf"_s << QJsonValue(u"none"_s);
        QTest::newRow("no work") << u"n"_s << QJsonValue(2);
        QTest::newRow("endless work") << u"n"_s << QJsonValue(Q_INT64_C(1) << 40);
        QTest::newRow("negative work") << u"n"_s << QJsonValue(-1);
        QTest::newRow("no power of two") << u"n"_s << QJsonValue(131'073);
        QTest::newRow("large blocks") << u"r"_s << QJsonValue(1 << 20);
        QTest::newRow("many lanes") << u"p"_s << QJsonValue(1000);
        QTest::newRow("no salt") << u"salt"_s << QJsonValue(QString());
    }
    void refusesWhatWasNotSealedLikeThis()
    {
        QFETCH(const QString, member);
        QFETCH(const QJsonValue, value);
        QJsonObject json = QJsonDocument::fromJson(m_sealed).object();
        json.insert(member, value);
        const auto opened = openWithPassphrase(QJsonDocument(json).toJson(), m_passphrase);
        QCOMPARE(opened.error().code, ErrorCode::InvalidData);
        QCOMPARE(openWithPassphrase("no json"_ba, m_passphrase).error().code,
                 ErrorCode::InvalidData);
    }

private:
    Secret m_passphrase{"correct horse battery"_ba};
    QByteArray m_sealed;
};

QTEST_GUILESS_MAIN(TestPassphrase)
#include "tst_passphrase.moc"
