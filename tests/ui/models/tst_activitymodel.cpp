// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/activityrows.h"
#include "ui/models/activitymodel.h"
#include "ui/widgets/statemark.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace fairlead;
using namespace fairlead::ui;

class TestActivityModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_world = std::make_unique<UiWorld>(); }

    void isEmptyWhileNobodyCalled()
    {
        const ActivityModel model(*m_world->services);
        QCOMPARE(model.rowCount(), 0);
        QVERIFY(model.isLogEmpty());
        QVERIFY(!model.canFetchMore({}));
    }

    void saysWhatHappened()
    {
        addEntry(*m_world, u"jira_search"_s, u"timeout"_s);
        const ActivityModel model(*m_world->services);
        QCOMPARE(text(model, 0, ActivityModel::Outcome), u"Took too long"_s);
        QCOMPARE(text(model, 0, ActivityModel::Client), u"Cursor"_s);
        QCOMPARE(text(model, 0, ActivityModel::What), u"jira_search"_s);
        QCOMPARE(text(model, 0, ActivityModel::Connection), u"company.atlassian.net"_s);
        QCOMPARE(text(model, 0, ActivityModel::Duration), u"1.2 s"_s);
        QCOMPARE(text(model, 0, ActivityModel::Bytes), u"2.0 kB"_s);
        QVERIFY(!text(model, 0, ActivityModel::Time).isEmpty());
    }

    void namesAWrongKey()
    {
        m_world->activity->noteRefusedKey(
            m_world->anna,
            {.keyPrefix = u"mcp_00000000"_s, .client = u"Claude Code"_s, .reason = u"Why."_s});
        QVERIFY(m_world->activity->flush());
        const ActivityModel model(*m_world->services);
        QCOMPARE(text(model, 0, ActivityModel::What), u"Wrong key"_s);
        QCOMPARE(text(model, 0, ActivityModel::Client), u"Claude Code"_s);
        QCOMPARE(text(model, 0, ActivityModel::Outcome), u"Refused"_s);
        QCOMPARE(text(model, 0, ActivityModel::Duration), QString());
    }

    void readsOnlyWhatIsLookedAt()
    {
        addManyEntries(*m_world, 100'000);
        ActivityModel model(*m_world->services);
        const int page = model.rowCount();
        QVERIFY(page > 0 && page <= 500);
        QCOMPARE(text(model, 0, ActivityModel::What), u"tool 100000"_s);
        for (int pages = 2; pages <= 5; ++pages) {
            QVERIFY(model.canFetchMore({}));
            model.fetchMore({});
            QCOMPARE(model.rowCount(), pages * page);
        }
        const int last = model.rowCount() - 1;
        QCOMPARE(text(model, last, ActivityModel::What), u"tool %1"_s.arg(100'000 - last));
        model.setFilter({.text = u"tool 7777"_s});
        QCOMPARE(model.rowCount(), 11);
        QVERIFY(!model.canFetchMore({}));
    }

    void stopsAtTheOldest()
    {
        addManyEntries(*m_world, 450);
        ActivityModel model(*m_world->services);
        const QAbstractItemModelTester tester(&model);
        while (model.canFetchMore({}))
            model.fetchMore({});
        QCOMPARE(model.rowCount(), 450);
        QCOMPARE(text(model, 449, ActivityModel::What), u"tool 1"_s);
    }

    void putsNewEntriesOnTop()
    {
        addManyEntries(*m_world, 450);
        ActivityModel model(*m_world->services);
        QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
        const QPersistentModelIndex chosen = model.index(3, ActivityModel::What);
        const int rows = model.rowCount();
        addEntry(*m_world, u"jira_search"_s);
        addEntry(*m_world, u"jira_get_issue"_s);
        QCOMPARE(resets.count(), 0);
        QCOMPARE(model.rowCount(), rows + 2);
        QCOMPARE(text(model, 0, ActivityModel::What), u"jira_get_issue"_s);
        QCOMPARE(chosen.row(), 5);
        QCOMPARE(chosen.data().toString(), u"tool 447"_s);
        model.fetchMore({});
        QCOMPARE(text(model, rows + 2, ActivityModel::What), u"tool %1"_s.arg(450 - rows));
    }

    void takesOnlyNewEntriesThatFit()
    {
        ActivityModel model(*m_world->services);
        model.setFilter({.outcome = audit::OutcomeKind::Failed});
        addEntry(*m_world, u"a"_s);
        QCOMPARE(model.rowCount(), 0);
        QVERIFY(!model.isLogEmpty());
        addEntry(*m_world, u"b"_s, u"network"_s);
        QCOMPARE(model.rowCount(), 1);
        model.setFilter({});
        QCOMPARE(model.rowCount(), 2);
    }

    void staysSmallHoweverMuchHappens()
    {
        ActivityModel model(*m_world->services);
        for (int part = 0; part < 30; ++part) {
            for (int number = 0; number < 99; ++number) {
                audit::ActivityEntry entry;
                entry.userId = m_world->anna;
                entry.at = m_world->clock.now();
                entry.event = audit::event::toolCalled;
                entry.outcome = audit::outcome::good;
                m_world->activity->record(entry);
            }
            QVERIFY(m_world->activity->flush());
        }
        QVERIFY(model.rowCount() <= 1200);
        QVERIFY(model.canFetchMore({}));
    }

    void seesNothingOfAnotherUser()
    {
        addEntry(*m_world, u"a"_s);
        Services bens = *m_world->services;
        bens.userId = m_world->ben;
        ActivityModel model(bens);
        addEntry(*m_world, u"b"_s);
        QCOMPARE(model.rowCount(), 0);
    }

private:
    static QString text(const ActivityModel &model, int row, int column)
    {
        return model.index(row, column).data().toString();
    }

    std::unique_ptr<UiWorld> m_world;
};

QTEST_MAIN(TestActivityModel)
#include "tst_activitymodel.moc"
