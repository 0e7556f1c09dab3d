// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/secrets/jws.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace fairlead;
using namespace fairlead::secrets;

namespace {

QJsonObject json(const QByteArray &text)
{
    return QJsonDocument::fromJson(text).object();
}

// RFC 7515, A.3: ES256.
const QByteArray curveKey =
    "{\"kty\":\"EC\",\"crv\":\"P-256\",\"x\":\"f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU\","
    "\"y\":\"x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0\"}"_ba;
const QByteArray curveText =
    "eyJhbGciOiJFUzI1NiJ9."
    "eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ"_ba;
const QByteArray curveSignature =
    "DtEhU3ljbEg8L38VWAfUAqOyKAM6-Xx-F4GawxaepmXFCgfTjDxw5djxLa8ISlSApmWQxfKTUJqPP3-Kg6NU1Q"_ba;
// RFC 7515, A.2: RS256.
const QByteArray rsaKey =
    "{\"kty\":\"RSA\",\"e\":\"AQAB\",\"n\":\"ofgWCuLjybRlzo0tZWJjNiuSfb4p4fAkd_"
    "wWJcyQoTbji9k0l8W26mPddx"
    "HmfHQp-Vaw-4qPCJrcS2mJPMEzP1Pt0Bm4d4QlL-yRT-SFd2lZS-pCgNMsD1W_"
    "YpRPEwOWvG6b32690r2jZ47soMZo9wGzjb_7O"
    "Mg0LOL-bSf63kpaSHSXndS5z5rexMdbBYUsLA9e-KXBdQOS-"
    "UTo7WTBEMa2R2CapHg665xsmtdVMTBQY4uDZlxvb3qCo5ZwKh9k"
    "G4LT6_I5IhlJH7aGhyxXFvUK-DWNmoudF8NAco9_h9iaGNj8q2ethFkMLs91kzk2PAcDTW9gb54h4FRWyuXpoQ\"}"_ba;
const QByteArray rsaText =
    "eyJhbGciOiJSUzI1NiJ9."
    "eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ"_ba;
const QByteArray rsaSignature =
    "cC4hiUPoj9Eetdgtv3hF80EGrhuB__dzERat0XF9g2VtQgr9PJbu3XOiZj5RZmh7AAuHIm4Bh-0Qc_lF5YKt_"
    "O8W2Fp5jujGbds"
    "9uJdbF9CUAr7t1dnZcAcQjbKBYNX4BAynRFdiuB--f_"
    "nZLgrnbyTyWzO75vRK5h6xBArLIARNPvkSjtQBMHlb1L07Qe7K0GarZR"
    "mB_eSN9383LcOLn6_dO--xi12jzDwusC-"
    "eOkHWEsqtFZESc6BfI7noOPqvhJ1phCnvWh6IeYI2w9QOYEUipUTI8np6LbgGY9Fs9"
    "8rqVt5AXLIhWkWywlVmtVrBp0igcN_IoypGlUPQGe77Rw"_ba;

} // namespace

/** With the examples of RFC 7515, so that what others sign is understood. */
class TestJws : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void verifiesTheExamplesOfTheStandard_data()
    {
        QTest::addColumn<QByteArray>("key");
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("signature");
        QTest::addColumn<QByteArray>("algorithm");
        QTest::newRow("ES256") << curveKey << curveText << curveSignature << "ES256"_ba;
        QTest::newRow("RS256") << rsaKey << rsaText << rsaSignature << "RS256"_ba;
    }
    void verifiesTheExamplesOfTheStandard()
    {
        QFETCH(const QByteArray, key);
        QFETCH(const QByteArray, text);
        QFETCH(const QByteArray, signature);
        const auto read = JwsPublicKey::fromJwk(json(key));
        QVERIFY(read);
        QTEST(read->algorithm(), "algorithm");
        const QByteArray bytes = fromBase64Url(signature).value();
        QVERIFY(read->verifies(text, bytes));
        QVERIFY(!read->verifies(text + 'x', bytes));
        QVERIFY(!read->verifies(text, bytes.chopped(1)));
        QVERIFY(!read->verifies(text, bytes + 'x'));
        QVERIFY(!read->verifies(text, {}));
        QVERIFY(!read->verifies(text, QByteArray(bytes.size(), '\0')));
    }

    void refusesOtherKeys_data()
    {
        QTest::addColumn<QByteArray>("key");
        const auto row = [](const char *name, QByteArray key, const char *part, const char *with) {
            QTest::newRow(name) << key.replace(part, with);
        };
        QTest::newRow("nothing") << "{}"_ba;
        QTest::newRow("a secret") << "{\"kty\":\"oct\",\"k\":\"AAAA\"}"_ba;
        row("another curve", curveKey, "P-256", "P-384");
        row("a point beside the curve", curveKey, "\"x\":\"f", "\"x\":\"g");
        row("a coordinate too short", curveKey, "x_FEzRu9", "");
        row("not base64", curveKey, "x_FE", "x/FE");
        row("no exponent", rsaKey, "\"e\":\"AQAB\",", "");
        row("a huge exponent", rsaKey, "AQAB", "AQABAQAB");
        QTest::newRow("a short modulus")
            << "{\"kty\":\"RSA\",\"e\":\"AQAB\",\"n\":\"" + QByteArray(170, 'x') + "\"}";
    }
    void refusesOtherKeys()
    {
        QFETCH(const QByteArray, key);
        QVERIFY(!JwsPublicKey::fromJwk(json(key)));
    }

    void signsWhatItVerifies()
    {
        const Secret seed(QByteArray(32, 'k'));
        const auto key = JwsSigningKey::fromSecret(seed);
        QVERIFY(key);
        // Any number may have zeros in front, which must not be lost.
        for (int i = 0; i < 300; ++i) {
            const QByteArray text = QByteArray::number(i);
            const QByteArray signature = key->sign(text).value();
            QCOMPARE(signature.size(), 64);
            QVERIFY(key->publicKey().verifies(text, signature));
        }
        const auto read = JwsPublicKey::fromJwk(key->publicKey().toJwk());
        QVERIFY(read && read->verifies("x", key->sign("x").value()));
        const auto same = JwsSigningKey::fromSecret(seed);
        QVERIFY(same->publicKey().verifies("x", key->sign("x").value()));
        const auto other = JwsSigningKey::fromSecret(Secret(QByteArray(32, 'l')));
        QVERIFY(!other->publicKey().verifies("x", key->sign("x").value()));
    }

    void makesAKeyOfAnySecret()
    {
        for (const char each : {'\0', '\1', '\xff'})
            QVERIFY(JwsSigningKey::fromSecret(Secret(QByteArray(32, each))).has_value()
                    == (each != '\0'));
        QVERIFY(!JwsSigningKey::fromSecret(Secret(QByteArray(31, 'k'))));
    }
};

QTEST_GUILESS_MAIN(TestJws)
#include "tst_jws.moc"
