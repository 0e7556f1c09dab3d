// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/base/filewrite.h"
#include "server/base/ids.h"
#include "server/secrets/vault.h"
#include "server/sharing/sharedanswers.h"
#include "tests/fakes/fakeclock.h"
#include "tests/fakes/fakekeychain.h"
#include "tests/fakes/testdatabase.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace fairlead;
using namespace fairlead::sharing;

namespace {

constexpr qint64 mostBytes = 4 * 1024 * 1024;

} // namespace

class TestSharedAnswers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        if (fakes::testDatabase(m_folder->path()).isFile())
            QSKIP("Files have one instance: this is for PostgreSQL.");
        m_database = fakes::openTestDatabase(m_folder->path());
        secrets::VaultOptions options;
        options.keyFile = m_folder->filePath(u"test.key"_s);
        QVERIFY(durableWrite(options.keyFile, randomBytes(32)));
        m_vault = std::make_unique<secrets::Vault>(*m_database, m_keychain, options);
        QVERIFY(m_vault->open());
        m_answers = std::make_unique<SharedAnswers>(*m_database, *m_vault, m_clock, mostBytes);
    }

    void cleanup()
    {
        m_answers.reset();
        m_vault.reset();
        m_database.reset();
    }

    void keepsAnAnswerForItsOwnerAlone()
    {
        QVERIFY(m_answers->put(u"id"_s, u"key_1"_s, "Quite private"));
        QCOMPARE(m_answers->get(u"id"_s, u"key_1"_s).value(), "Quite private"_ba);
        QCOMPARE(m_answers->get(u"id"_s, u"key_2"_s).error().code, ErrorCode::NotFound);
        QCOMPARE(m_answers->get(u"another"_s, u"key_1"_s).error().code, ErrorCode::NotFound);
        const auto rows = m_database->select(u"SELECT sealed FROM secrets"_s);
        QCOMPARE(rows->size(), 1);
        QVERIFY(!rows->first().value(u"sealed"_s).toByteArray().contains("private"));
    }

    void keepsAnAnswerThatIsLongerThanASecretMayBe()
    {
        QByteArray text;
        for (int line = 0; text.size() < 3'000'000; ++line)
            text += QByteArray::number(line) + '\n';
        QVERIFY(m_answers->put(u"id"_s, u"key_1"_s, text));
        QVERIFY(m_answers->get(u"id"_s, u"key_1"_s).value() == text);
    }

    void leavesNothingOfWhatIsOver()
    {
        QVERIFY(m_answers->put(u"old"_s, u"key_1"_s, "text"));
        m_clock.advance(std::chrono::seconds(SharedAnswers::lifetimeSeconds));
        QCOMPARE(m_answers->get(u"old"_s, u"key_1"_s).error().code, ErrorCode::NotFound);
        QVERIFY(m_answers->put(u"new"_s, u"key_1"_s, "text"));
        QCOMPARE(secrets(), QStringList{u"answer/new/0"_s});
        QCOMPARE(m_database->select(u"SELECT id FROM kept_answers"_s)->size(), 1);
    }

    void leavesNothingOfWhatIsOverWhenNobodyPuts()
    {
        QVERIFY(m_answers->put(u"old"_s, u"key_1"_s, QByteArray(mostBytes / 2, 'x')));
        QVERIFY(m_answers->put(u"older"_s, u"key_1"_s, "text"));
        m_clock.advance(std::chrono::seconds(1));
        QVERIFY(m_answers->put(u"new"_s, u"key_1"_s, "text"));
        QVERIFY(m_answers->endOld());
        QCOMPARE(secrets().size(), 4);
        m_clock.advance(std::chrono::seconds(SharedAnswers::lifetimeSeconds - 1));
        QVERIFY(m_answers->endOld());
        QCOMPARE(secrets(), QStringList{u"answer/new/0"_s});
        QCOMPARE(m_database->select(u"SELECT id FROM kept_answers"_s)->size(), 1);
    }

    void dropsTheOldestOfTooMuch()
    {
        const QByteArray text(mostBytes / 3, 'x');
        for (const auto &id : {u"1"_s, u"2"_s, u"3"_s, u"4"_s}) {
            QVERIFY(m_answers->put(id, u"key_1"_s, text));
            m_clock.advance(std::chrono::seconds(1));
        }
        QVERIFY(!m_answers->get(u"1"_s, u"key_1"_s));
        for (const auto &id : {u"2"_s, u"3"_s, u"4"_s})
            QCOMPARE(m_answers->get(id, u"key_1"_s).value().size(), text.size());
    }

private:
    QStringList secrets() const
    {
        QStringList ids;
        const auto rows = m_database->select(u"SELECT id FROM secrets"_s);
        for (const store::Row &row : *rows)
            ids.append(row.text(u"id"_s));
        return ids;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    fakes::FakeClock m_clock;
    fakes::FakeKeychain m_keychain;
    std::unique_ptr<store::Database> m_database;
    std::unique_ptr<secrets::Vault> m_vault;
    std::unique_ptr<SharedAnswers> m_answers;
};

QTEST_GUILESS_MAIN(TestSharedAnswers)
#include "tst_sharedanswers.moc"
