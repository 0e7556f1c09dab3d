// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/store/database.h"
#include "server/undo/undostore.h"
#include "tests/fakes/fakeclock.h"
#include "tests/fakes/fakehttpclient.h"
#include "tests/fakes/stores.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace fairlead;
using namespace fairlead::undo;
using namespace std::chrono_literals;

class TestUndoStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_stores = std::make_unique<fakes::Stores>(m_folder->path(), m_http, m_clock);
        m_store = std::make_unique<UndoStore>(*m_stores->database, *m_stores->vault, m_clock, 7);
        m_user = m_stores->user();
    }

    void cleanup()
    {
        m_store.reset();
        m_stores.reset();
    }

    void givesBackWhatWasKeptTheLastFirst()
    {
        const auto first = m_store->add(step(), write(u"One"_s));
        const auto second = m_store->add(step(), write(u"Two"_s));
        QVERIFY(first && second);
        const auto steps = m_store->steps(m_user, call);
        QCOMPARE(steps->size(), 2);
        QCOMPARE(steps->first().id, second->id);
        QCOMPARE(steps->first().state, UndoState::Sent);
        const auto kept = m_store->writeOf(*first);
        QCOMPARE(kept->before, write(u"One"_s).before);
        QCOMPARE(kept->ids, QStringList(u"ABC-1"_s));
        QVERIFY(!kept->after);
    }

    void knowsWhatCameOfIt()
    {
        const auto added = m_store->add(step(), write(u"One"_s));
        QCOMPARE(state(), u"open"_s);
        providers::KeptWrite settled = write(u"One"_s);
        settled.after = QJsonObject{{u"summary"_s, u"Two"_s}};
        QVERIFY(m_store->settle(*added, settled));
        QCOMPARE(m_store->steps(m_user, call)->first().state, UndoState::Open);
        QCOMPARE(m_store->writeOf(*added)->after, settled.after);
        QVERIFY(m_store->setDone(*added));
        QCOMPARE(state(), u"done"_s);
        QVERIFY(!m_store->writeOf(*added));
    }

    void keepsEachOfManyThingsThatOneWriteMade()
    {
        const auto added = m_store->add(step(), write({}));
        providers::KeptWrite first = write(u"One"_s);
        first.path = u"/rest/api/3/issue/ABC-7"_s;
        providers::KeptWrite second = write(u"Two"_s);
        second.path = u"/rest/api/3/issue/ABC-8"_s;
        QVERIFY(m_store->split(*added, {first, second}));
        const auto steps = m_store->steps(m_user, call);
        QCOMPARE(steps->size(), 2);
        QCOMPARE(steps->first().target, u"ABC-8"_s);
        QCOMPARE(steps->last().target, u"ABC-7"_s);
        QCOMPARE(steps->last().state, UndoState::Open);
        QCOMPARE(m_store->writeOf(steps->last())->before, first.before);
        QVERIFY(!m_store->writeOf(*added));
    }

    void forgetsWhatWasKeptLongEnough()
    {
        const auto added = m_store->add(step(), write(u"One"_s));
        m_clock.advance(24h * 7 - 1s);
        QVERIFY(m_store->removeExpired());
        QCOMPARE(state(), u"open"_s);
        m_clock.advance(1s);
        QCOMPARE(state(), u"expired"_s);
        QVERIFY(m_store->steps(m_user, call)->isEmpty());
        QVERIFY(m_store->removeExpired());
        const auto left =
            m_stores->database->select(u"SELECT id FROM secrets WHERE id LIKE 'undo/%'"_s);
        QVERIFY(left->isEmpty());
    }

    void isNobodyElses()
    {
        QVERIFY(m_store->add(step(), write(u"One"_s)));
        const QString ben = m_stores->user(u"Ben"_s);
        QVERIFY(m_store->steps(ben, call)->isEmpty());
        QCOMPARE(m_store->states(ben, {call})->value(call), UndoState::Expired);
    }

    void findsWhatIsInNobodysLog()
    {
        const auto first = m_store->add(step(), write(u"One"_s));
        QVERIFY(m_store->add(step(), write(u"Two"_s)));
        const auto unlogged = m_store->unlogged();
        QCOMPARE(unlogged->size(), 1);
        QCOMPARE(unlogged->first().id, first->id);
    }

    void keepsNothingTooLarge()
    {
        const auto added = m_store->add(step(), write(QString(5'000'000, u'x')));
        QCOMPARE(added.error().code, ErrorCode::InvalidInput);
        QVERIFY(m_store->steps(m_user, call)->isEmpty());
    }

    void isOffWithoutATime()
    {
        QVERIFY(m_store->isOn());
        m_store->setRetention(0);
        QVERIFY(!m_store->isOn());
    }

private:
    [[nodiscard]] UndoStep step() const
    {
        return {.id = {},
                .callId = call,
                .userId = m_user,
                .connectionId = u"con_1"_s,
                .connectionName = u"a.example"_s,
                .keyId = {},
                .keyPrefix = {},
                .clientName = {},
                .tool = u"jira_update_issue"_s,
                .target = u"ABC-1"_s};
    }

    [[nodiscard]] static providers::KeptWrite write(const QString &summary)
    {
        return {.kind = u"PUT /rest/api/3/issue/{issueIdOrKey}"_s,
                .path = u"/rest/api/3/issue/ABC-1"_s,
                .ids = {u"ABC-1"_s},
                .before = {{u"summary"_s, summary}}};
    }

    [[nodiscard]] QString state() const
    {
        return stateName(m_store->states(m_user, {call})->value(call));
    }

    const QString call = u"cal_1"_s;
    fakes::FakeClock m_clock;
    fakes::FakeHttpClient m_http;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<fakes::Stores> m_stores;
    std::unique_ptr<UndoStore> m_store;
    QString m_user;
};

QTEST_GUILESS_MAIN(TestUndoStore)
#include "tst_undostore.moc"
