// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/accounts/managementtokens.h"
#include "server/base/filewrite.h"
#include "server/base/ids.h"
#include "server/secrets/jws.h"
#include "server/secrets/vault.h"
#include "server/store/database.h"
#include "tests/fakes/fakeclock.h"
#include "tests/fakes/fakekeychain.h"
#include "tests/fakes/testdatabase.h"

#include <QJsonObject>
#include <QMessageAuthenticationCode>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace fairlead;
using namespace fairlead::accounts;
using namespace std::chrono_literals;

namespace {

constexpr auto base64 = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;
const QByteArray header = "{\"alg\":\"HS256\",\"typ\":\"JWT\"}"_ba;

} // namespace

class TestManagementTokens : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_database = fakes::openTestDatabase(m_folder->path());
        secrets::VaultOptions options;
        options.keyFile = m_folder->filePath(u"test.key"_s);
        QVERIFY(durableWrite(options.keyFile, randomBytes(32)));
        m_vault = std::make_unique<secrets::Vault>(*m_database, m_keychain, options);
        QVERIFY(m_vault->open());
        m_tokens = std::make_unique<ManagementTokens>(*m_vault, *m_database, m_clock);
        QVERIFY(m_database->execute(u"INSERT INTO users (id, name, email, created_at) VALUES "
                                    "('usr_1', 'Anna', '', '2026-11-20T00:00:00.000Z')"_s));
        // What is signed by hand below is known, as what was given out is.
        QVERIFY(m_database->execute(
            u"INSERT INTO management_tokens (id, user_id, issued_at, expires_at) VALUES ('1', "
            "'usr_1', '2026-11-20T00:00:00.000Z', '2027-11-20T00:00:00.000Z')"_s));
    }

    void cleanup()
    {
        m_tokens.reset();
        m_vault.reset();
        m_database.reset();
    }

    void acceptsWhatItIssued()
    {
        const auto issued = m_tokens->issue(u"usr_1"_s);
        QVERIFY(issued);
        QCOMPARE(issued->expiresAt, m_clock.now().addSecs(3600));
        QCOMPARE(m_tokens->verify(issued->token.reveal())->userId, u"usr_1"_s);
        QVERIFY(!issued->token.equals(m_tokens->issue(u"usr_1"_s)->token.reveal()));
    }

    void endsWithItsLifetime()
    {
        const auto issued = m_tokens->issue(u"usr_1"_s, 60s);
        m_clock.advance(59s);
        QVERIFY(m_tokens->verify(issued->token.reveal()));
        m_clock.advance(1s);
        const auto expired = m_tokens->verify(issued->token.reveal());
        QCOMPARE(expired.error().code, ErrorCode::Unauthorized);
        QVERIFY(expired.error().message.contains("expired"_L1));
    }

    void limitsTheLifetime_data()
    {
        QTest::addColumn<qint64>("seconds");
        QTest::addColumn<bool>("allowed");
        QTest::newRow("none") << qint64(0) << false;
        QTest::newRow("negative") << qint64(-1) << false;
        QTest::newRow("shortest") << qint64(1) << true;
        QTest::newRow("longest") << qint64(86'400) << true;
        QTest::newRow("too long") << qint64(86'401) << false;
    }

    void limitsTheLifetime()
    {
        QFETCH(const qint64, seconds);
        QTEST(m_tokens->issue(u"usr_1"_s, std::chrono::seconds(seconds)).has_value(), "allowed");
    }

    void acceptsATokenSignedByHand()
    {
        // Proves that the refusals below come from what is wrong in each, not from the signing.
        QCOMPARE(m_tokens->verify(signedToken(header, claims()))->userId, u"usr_1"_s);
    }

    void refusesHostileTokens_data()
    {
        QTest::addColumn<QByteArray>("tokenHeader");
        QTest::addColumn<QByteArray>("payload");
        const auto headerRow = [](const char *name, const QByteArray &tokenHeader) {
            QTest::newRow(name) << tokenHeader << claims();
        };
        const auto row = [](const char *name, const QByteArray &payload) {
            QTest::newRow(name) << header << payload;
        };
        headerRow("no algorithm", "{\"alg\":\"none\",\"typ\":\"JWT\"}");
        headerRow("No algorithm", "{\"alg\":\"None\",\"typ\":\"JWT\"}");
        headerRow("another algorithm", "{\"alg\":\"HS512\",\"typ\":\"JWT\"}");
        headerRow("two algorithms", "{\"alg\":\"HS256\",\"alg\":\"none\",\"typ\":\"JWT\"}");
        headerRow("a key by reference", "{\"alg\":\"HS256\",\"typ\":\"JWT\",\"kid\":\"../x\"}");
        headerRow("spaces", "{\"alg\": \"HS256\",\"typ\":\"JWT\"}");
        headerRow("no header", "");
        row("empty", "");
        row("not JSON", "x");
        row("a list", "[]");
        row("no claims", "{}");
        row("no audience", claims("\"aud\":\"fairlead\",", ""));
        row("another audience", claims("fairlead", "other"));
        row("audience as list", claims("\"fairlead\"", "[\"fairlead\"]"));
        row("no subject", claims("\"sub\":\"usr_1\"", "\"x\":1"));
        row("empty subject", claims("usr_1", ""));
        row("subject as number", claims("\"usr_1\"", "1"));
        row("expiry as text", claims("1795179600", "\"1795179600\""));
        row("expiry with fraction", claims("1795179600", "1795179600.5"));
        row("negative expiry", claims("1795179600", "-1"));
        row("expiry beyond all", claims("1795179600", "1e300"));
        row("no expiry", claims("\"exp\":1795179600,", ""));
        row("expired", claims("1795179600", "1795176000"));
        row("expiry before issue", claims("1795179600", "1795175999"));
        row("lives too long", claims("1795179600", "1795262401"));
        row("from the future", claims("1795176000", "1795178000"));
        row("no id", claims("\"jti\":\"1\",", ""));
        row("an id that nobody knows", claims("\"1\"", "\"2\""));
        row("oversized", claims("usr_1", QByteArray(2000, 'a')));
    }

    void refusesHostileTokens()
    {
        QFETCH(const QByteArray, tokenHeader);
        QFETCH(const QByteArray, payload);
        const auto refused = m_tokens->verify(signedToken(tokenHeader, payload));
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::Unauthorized);
    }

    void refusesWhatIsNotInTheRightForm_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("dots") << ".."_ba;
        QTest::newRow("one part") << "abc"_ba;
        QTest::newRow("four parts") << "a.b.c.d"_ba;
        QTest::newRow("huge") << QByteArray(1'000'000, '.');
        QTest::newRow("an MCP key") << "mcp_" + QByteArray(64, 'a');
        QTest::newRow("binary") << QByteArray(100, '\0');
    }

    void refusesWhatIsNotInTheRightForm()
    {
        QFETCH(const QByteArray, text);
        QCOMPARE(m_tokens->verify(text).error().code, ErrorCode::Unauthorized);
    }

    void refusesATokenWithAnyByteChangedOrMissing()
    {
        const QByteArray token = m_tokens->issue(u"usr_1"_s)->token.reveal();
        for (qsizetype i = 0; i < token.size(); ++i) {
            QByteArray changed = token;
            changed[i] = changed[i] == 'A' ? 'B' : 'A';
            QVERIFY(!m_tokens->verify(changed));
            QVERIFY(!m_tokens->verify(token.first(i)));
        }
        for (const QByteArray &tail : {"="_ba, " "_ba, "."_ba, "A"_ba, "\n"_ba})
            QVERIFY(!m_tokens->verify(token + tail));
    }

    void refusesTheTokenOfAnotherMasterKey()
    {
        const QByteArray token = m_tokens->issue(u"usr_1"_s)->token.reveal();
        cleanup();
        init();
        QVERIFY(m_tokens->verify(token).error().message.contains("signature"_L1));
    }

    void endsWhenItIsRevoked()
    {
        const auto first = m_tokens->issue(u"usr_1"_s).value();
        const auto second = m_tokens->issue(u"usr_1"_s).value();
        const QSignalSpy told(m_tokens.get(), &ManagementTokens::revoked);
        QVERIFY(m_tokens->checkInForce(first.id));
        QVERIFY(m_tokens->revoke(first.id));
        QCOMPARE(told.size(), 1);
        QCOMPARE(m_tokens->checkInForce(first.id).error().code, ErrorCode::Unauthorized);
        const auto revoked = m_tokens->verify(first.token.reveal());
        QCOMPARE(revoked.error().code, ErrorCode::Unauthorized);
        QVERIFY(revoked.error().message.contains("revoked"_L1));
        QVERIFY(m_tokens->verify(second.token.reveal()));
        // Also for whoever reads the database next.
        const ManagementTokens later(*m_vault, *m_database, m_clock);
        QVERIFY(!later.verify(first.token.reveal()));
        QCOMPARE(m_tokens->revoke(u"mtk_x"_s).error().code, ErrorCode::NotFound);
    }

    void listsThoseThatAreNotOver()
    {
        const auto brief = m_tokens->issue(u"usr_1"_s, 60s).value();
        m_clock.advance(1s);
        const auto longer = m_tokens->issue(u"usr_1"_s).value();
        QVERIFY(m_tokens->revoke(longer.id));
        const auto both = m_tokens->list().value();
        QCOMPARE(both.size(), 3); // and the one of init()
        QCOMPARE(both.at(0).id, longer.id);
        QCOMPARE(both.at(0).userId, u"usr_1"_s);
        QCOMPARE(both.at(0).expiresAt, longer.expiresAt);
        QCOMPARE(both.at(0).revokedAt, m_clock.now());
        QCOMPARE(both.at(1).id, brief.id);
        QVERIFY(!both.at(1).revokedAt.isValid());
        m_clock.advance(60s);
        QCOMPARE(m_tokens->list()->size(), 2);
    }

    void signsWithAKeyInTwoHalves()
    {
        ManagementTokens tokens(*m_vault, *m_database, m_clock, TokenAlgorithm::ES256);
        const QByteArray token = tokens.issue(u"usr_1"_s)->token.reveal();
        QCOMPARE(tokens.verify(token)->userId, u"usr_1"_s);
        // Who has the public half can say so, too.
        const auto keys = tokens.publicKeys();
        QCOMPARE(keys->size(), 1);
        const auto key = secrets::JwsPublicKey::fromJwk(keys->first().toJwk());
        const qsizetype end = token.lastIndexOf('.');
        QVERIFY(key->verifies(token.first(end), *secrets::fromBase64Url(token.sliced(end + 1))));
        QVERIFY(m_tokens->publicKeys()->isEmpty());
        // The same key after a restart.
        const ManagementTokens later(*m_vault, *m_database, m_clock, TokenAlgorithm::ES256);
        QVERIFY(later.verify(token));
        for (qsizetype i = 0; i < token.size(); ++i) {
            QByteArray changed = token;
            changed[i] = changed[i] == 'A' ? 'B' : 'A';
            QVERIFY(!tokens.verify(changed));
        }
    }

    void takesNoTokenOfTheOtherAlgorithm()
    {
        ManagementTokens curve(*m_vault, *m_database, m_clock, TokenAlgorithm::ES256);
        QVERIFY(!m_tokens->verify(curve.issue(u"usr_1"_s)->token.reveal()));
        QVERIFY(!curve.verify(m_tokens->issue(u"usr_1"_s)->token.reveal()));
        // Signed with a secret, and said to be signed otherwise.
        QVERIFY(!curve.verify(signedToken("{\"alg\":\"ES256\",\"typ\":\"JWT\"}"_ba, claims())));
    }

    void saysWhenTheMasterKeyIsNotAtHand()
    {
        const QByteArray token = m_tokens->issue(u"usr_1"_s)->token.reveal();
        const secrets::Vault closed(*m_database, m_keychain, {});
        ManagementTokens tokens(closed, *m_database, m_clock);
        QCOMPARE(tokens.issue(u"usr_1"_s).error().code, ErrorCode::SecretsUnavailable);
        QCOMPARE(tokens.verify(token).error().code, ErrorCode::SecretsUnavailable);
    }

private:
    /** Claims as of the fake clock's start, with one part replaced. */
    [[nodiscard]] static QByteArray claims(const QByteArray &part = {},
                                           const QByteArray &replacement = {})
    {
        QByteArray text = "{\"aud\":\"fairlead\",\"exp\":1795179600,\"iat\":1795176000,"
                          "\"jti\":\"1\",\"sub\":\"usr_1\"}"_ba;
        if (!part.isEmpty())
            text.replace(part, replacement);
        return text;
    }

    [[nodiscard]] QByteArray signedToken(const QByteArray &tokenHeader,
                                         const QByteArray &payload) const
    {
        const QByteArray part = tokenHeader.toBase64(base64) + '.' + payload.toBase64(base64);
        const Secret key = m_vault->derivedKey("management-token").value();
        const QByteArray mac =
            QMessageAuthenticationCode::hash(part, key.reveal(), QCryptographicHash::Sha256);
        return part + '.' + mac.toBase64(base64);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    fakes::FakeClock m_clock;
    fakes::FakeKeychain m_keychain;
    std::unique_ptr<store::Database> m_database;
    std::unique_ptr<secrets::Vault> m_vault;
    std::unique_ptr<ManagementTokens> m_tokens;
};

QTEST_GUILESS_MAIN(TestManagementTokens)
#include "tst_managementtokens.moc"
