// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/accounts/users.h"
#include "server/store/database.h"
#include "tests/fakes/fakeclock.h"
#include "tests/fakes/testdatabase.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace fairlead;
using namespace fairlead::accounts;
using namespace std::chrono_literals;

class TestUsers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_database = fakes::openTestDatabase(m_folder->path());
        m_users = std::make_unique<Users>(*m_database, m_clock);
    }

    void cleanup() { m_database.reset(); }

    void makesTheDefaultUserOnce()
    {
        const auto first = m_users->defaultUser();
        QVERIFY(first);
        QCOMPARE(first->name, u"Default"_s);
        QVERIFY(first->id.startsWith("usr_"_L1));
        m_clock.advance(1s);
        QVERIFY(m_users->create(u"Anna"_s, u"anna@example.com"_s));
        QCOMPARE(m_users->defaultUser().value(), *first);
        QCOMPARE(m_users->list()->size(), 2);
    }

    void findsByIdAndByName()
    {
        const User anna = m_users->create(u" Anna "_s, u"anna@example.com"_s).value();
        QCOMPARE(anna.name, u"Anna"_s);
        QCOMPARE(m_users->find(anna.id).value(), anna);
        QCOMPARE(m_users->find(u"Anna"_s).value(), anna);
        QCOMPARE(m_users->find(u"anna"_s).error().code, ErrorCode::NotFound);
    }

    void takesTheIdBeforeAName()
    {
        const User anna = m_users->create(u"Anna"_s, {}).value();
        QVERIFY(m_users->create(anna.id, {}));
        QCOMPARE(m_users->find(anna.id)->name, u"Anna"_s);
    }

    void refusesNames_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<ErrorCode>("expected");
        QTest::newRow("empty") << QString() << ErrorCode::InvalidInput;
        QTest::newRow("blank") << u"  "_s << ErrorCode::InvalidInput;
        QTest::newRow("long") << QString(101, u'a') << ErrorCode::InvalidInput;
        QTest::newRow("taken") << u"Anna"_s << ErrorCode::Conflict;
    }

    void refusesNames()
    {
        QFETCH(const QString, name);
        QVERIFY(m_users->create(u"Anna"_s, {}));
        QTEST(m_users->create(name, {}).error().code, "expected");
        QCOMPARE(m_users->list()->size(), 1);
    }

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    fakes::FakeClock m_clock;
    std::unique_ptr<store::Database> m_database;
    std::unique_ptr<Users> m_users;
};

QTEST_GUILESS_MAIN(TestUsers)
#include "tst_users.moc"
