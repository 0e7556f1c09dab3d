// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/uiworld.h"
#include "ui/models/leasewatch.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace fairlead;
using namespace fairlead::ui;
using namespace std::chrono_literals;

class TestLeaseWatch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_world = std::make_unique<UiWorld>();
        m_holder = {.userId = m_world->anna, .keyId = u"key_1"_s};
    }

    void tellsOnceOfEachThatNearsItsEnd()
    {
        const auto lease = m_world->leases->take(m_holder, u"reports"_s, 3600s, holding());
        const LeaseWatch watch(*m_world->services);
        const QSignalSpy nearing(&watch, &LeaseWatch::nearing);
        m_world->clock.advance(56min);
        look();
        QTRY_COMPARE(nearing.count(), 1);
        look();
        QVERIFY(m_world->leases->renew(m_holder, lease->id, holding()));
        m_world->clock.advance(57min);
        look();
        QTRY_COMPARE(nearing.count(), 2);
    }

    void keepsQuietAboutOtherPeoplesAndWhatHasTime()
    {
        const LeaseWatch watch(*m_world->services);
        const QSignalSpy nearing(&watch, &LeaseWatch::nearing);
        const leases::Holder ben{.userId = m_world->ben, .keyId = u"key_2"_s};
        QVERIFY(m_world->leases->take(ben, u"ben's"_s, 3600s, holding()));
        m_world->clock.advance(56min);
        QVERIFY(m_world->leases->take(m_holder, u"reports"_s, 3600s, holding()));
        look();
        QTest::qWait(0);
        QCOMPARE(nearing.count(), 0);
    }

private:
    static leases::Holding holding()
    {
        return {
            .services = {u"jira"_s}, .connectionIds = {u"conn_1"_s}, .content = Secret("{}"_ba)};
    }

    /** What happens to any lease makes it look. */
    void look()
    {
        const leases::Holder other{.userId = m_world->anna, .keyId = u"key_3"_s};
        QVERIFY(m_world->leases->take(other, {}, 24h, holding()));
        QCoreApplication::processEvents();
    }

    std::unique_ptr<UiWorld> m_world;
    leases::Holder m_holder;
};

QTEST_MAIN(TestLeaseWatch)
#include "tst_leasewatch.moc"
