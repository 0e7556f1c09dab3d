// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/leases/plaincredentials.h"
#include "tests/fakes/fakeclock.h"
#include "tests/fakes/fakehttpclient.h"
#include "tests/fakes/stores.h"
#include "tests/fakes/testdatabase.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace fairlead;
using namespace fairlead::leases;

class TestPlainCredentials : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_stores = std::make_unique<fakes::Stores>(m_folder->path(), m_http, m_clock);
        m_plain =
            std::make_unique<PlainCredentials>(*m_stores->database, *m_stores->vault, m_clock);
        m_user = m_stores->user();
    }

    void cleanup()
    {
        m_plain.reset();
        m_stores.reset();
    }

    void givesBackWhatWasKept()
    {
        QVERIFY(m_plain->put(m_user, u"openai"_s, Secret("sk-1"_ba)));
        const auto found = m_plain->find(m_user, u"openai"_s);
        QVERIFY(found->id.startsWith("crd_"_L1));
        QVERIFY(m_plain->value(*found)->equals("sk-1"));
    }

    void replacesAValueUnderTheSameName()
    {
        const auto first = m_plain->put(m_user, u"openai"_s, Secret("sk-1"_ba));
        const QSignalSpy changed(m_plain.get(), &PlainCredentials::changed);
        const auto second = m_plain->put(m_user, u"openai"_s, Secret("sk-2"_ba));
        QCOMPARE(second->id, first->id);
        QCOMPARE(m_plain->list(m_user)->size(), 1);
        QVERIFY(m_plain->value(*second)->equals("sk-2"));
        QCOMPARE(changed.size(), 1);
    }

    void isNobodyElses()
    {
        QVERIFY(m_plain->put(m_user, u"openai"_s, Secret("sk-1"_ba)));
        const QString ben = m_stores->user(u"Ben"_s);
        QVERIFY(m_plain->list(ben)->isEmpty());
        QCOMPARE(m_plain->find(ben, u"openai"_s).error().code, ErrorCode::NotFound);
        QCOMPARE(m_plain->remove(ben, u"openai"_s).error().code, ErrorCode::NotFound);
        QVERIFY(m_plain->find(m_user, u"openai"_s));
    }

    void leavesNothingBehind()
    {
        const auto kept = m_plain->put(m_user, u"openai"_s, Secret("sk-1"_ba));
        QVERIFY(m_plain->remove(m_user, u"openai"_s));
        QVERIFY(!m_plain->value(*kept));
        QVERIFY(m_plain->allIds()->isEmpty());
        QCOMPARE(m_plain->remove(m_user, u"openai"_s).error().code, ErrorCode::NotFound);
    }

    void sealsNothingThatCouldNotBeKept()
    {
        const qint64 before = secretsStored();
        fakes::refuseChanges(*m_stores->database, u"plain_credentials"_s, u"INSERT"_s);
        QVERIFY(!m_plain->put(m_user, u"openai"_s, Secret("sk-1"_ba)));
        QCOMPARE(secretsStored(), before);
        QVERIFY(m_plain->allIds()->isEmpty());
    }

    void keepsTheOldValueThatCouldNotBeReplaced()
    {
        const auto kept = m_plain->put(m_user, u"openai"_s, Secret("sk-1"_ba));
        const QSignalSpy changed(m_plain.get(), &PlainCredentials::changed);
        fakes::refuseChanges(*m_stores->database, u"plain_credentials"_s, u"UPDATE"_s);
        QVERIFY(!m_plain->put(m_user, u"openai"_s, Secret("sk-2"_ba)));
        QVERIFY(m_plain->value(*kept)->equals("sk-1"));
        QCOMPARE(changed.size(), 0);
    }

    void keepsWhatCouldNotBeRemoved()
    {
        const auto kept = m_plain->put(m_user, u"openai"_s, Secret("sk-1"_ba));
        fakes::refuseChanges(*m_stores->database, u"plain_credentials"_s, u"DELETE"_s);
        QVERIFY(!m_plain->remove(m_user, u"openai"_s));
        QVERIFY(m_plain->value(*kept)->equals("sk-1"));
        QVERIFY(m_plain->find(m_user, u"openai"_s));
    }

    void refusesBadNamesAndValues_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("value");
        QTest::newRow("no name") << QString() << "x"_ba;
        QTest::newRow("a capital") << u"OpenAI"_s << "x"_ba;
        QTest::newRow("a path") << u"../x"_s << "x"_ba;
        QTest::newRow("a space") << u"open ai"_s << "x"_ba;
        QTest::newRow("a long name") << QString(41, u'a') << "x"_ba;
        QTest::newRow("no value") << u"openai"_s << ""_ba;
        QTest::newRow("a long value") << u"openai"_s << QByteArray(16 * 1024 + 1, 'x');
        QTest::newRow("no text") << u"openai"_s << "\xff\xfe"_ba;
    }
    void refusesBadNamesAndValues()
    {
        QFETCH(QString, name);
        QFETCH(QByteArray, value);
        QCOMPARE(m_plain->put(m_user, name, Secret(value)).error().code, ErrorCode::InvalidInput);
        QVERIFY(m_plain->list(m_user)->isEmpty());
    }

private:
    [[nodiscard]] qint64 secretsStored() const
    {
        return m_stores->database->select(u"SELECT id FROM secrets"_s)->size();
    }

    fakes::FakeClock m_clock;
    std::unique_ptr<QTemporaryDir> m_folder;
    fakes::FakeHttpClient m_http;
    std::unique_ptr<fakes::Stores> m_stores;
    std::unique_ptr<PlainCredentials> m_plain;
    QString m_user;
};

QTEST_GUILESS_MAIN(TestPlainCredentials)
#include "tst_plaincredentials.moc"
