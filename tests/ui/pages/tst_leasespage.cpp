// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/uiworld.h"
#include "ui/models/leasesmodel.h"
#include "ui/pages/leasespage.h"
#include "ui/widgets/confirmation.h"
#include "ui/widgets/messagebar.h"

#include <QAbstractButton>
#include <QLocale>
#include <QSignalSpy>
#include <QTest>
#include <QTreeView>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace fairlead;
using namespace fairlead::ui;
using namespace std::chrono_literals;

class TestLeasesPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_world = std::make_unique<UiWorld>();
        m_key = m_world->addKey(m_world->anna, u"Reports"_s).key.id;
    }

    void saysWhoMayHoldCredentialsWhileNobodyDoes()
    {
        LeasesPage page(*m_world->services);
        const QSignalSpy requests(&page, &LeasesPage::keysRequested);
        findButton(page, u"To the keys"_s)->click();
        QCOMPARE(requests.count(), 1);
    }

    void showsWhoHoldsWhatAndUntilWhen()
    {
        const leases::Lease lease = take(3600s);
        QVERIFY(m_world->leases->renew(lease.holder, lease.id, holding()));
        const LeasesPage page(*m_world->services);
        QCOMPARE(text(page, LeasesModel::Holder), u"report-server"_s);
        QCOMPARE(text(page, LeasesModel::Key), u"Reports"_s);
        QCOMPARE(text(page, LeasesModel::WhichServices),
                 QLocale().createSeparatedList({u"Jira"_s, u"Notion"_s}));
        QCOMPARE(text(page, LeasesModel::Renewals), u"1 of 24"_s);
        QCOMPARE(text(page, LeasesModel::State), u"Active"_s);
        QVERIFY(text(page, LeasesModel::Until).endsWith(u", in 60 min"_s));
        QVERIFY(warning(page).isEmpty());
    }

    void showsNeitherOthersNorWhatIsOver()
    {
        const leases::Holder ben{.userId = m_world->ben, .keyId = u"key_ben"_s};
        QVERIFY(m_world->leases->take(ben, u"ben's"_s, 3600s, holding()));
        const leases::Lease over = take(3600s);
        QVERIFY(m_world->leases->revoke(m_world->anna, over.id, u"revoked"_s));
        const LeasesPage page(*m_world->services);
        QCOMPARE(list(page)->model()->rowCount(), 0);
    }

    void followsWhatIsTakenAndEnded()
    {
        const LeasesPage page(*m_world->services);
        const leases::Lease lease = take(3600s);
        QTRY_COMPARE(list(page)->model()->rowCount(), 1);
        QVERIFY(m_world->leases->revoke(m_world->anna, lease.id, u"given back"_s));
        QTRY_COMPARE(list(page)->model()->rowCount(), 0);
    }

    void warnsOfOneThatNearsItsEnd()
    {
        const leases::Lease lease = take(3600s);
        m_world->clock.advance(56min);
        const LeasesPage page(*m_world->services);
        QCOMPARE(text(page, LeasesModel::State), u"Ends soon"_s);
        QCOMPARE(warning(page),
                 u"report-server loses its credentials in 4 min, unless it renews its lease."_s);
        QVERIFY(m_world->leases->renew(lease.holder, lease.id, holding()));
        QTRY_VERIFY(warning(page).isEmpty());
    }

    void warnsDifferentlyOfOneThatCannotBeRenewed()
    {
        const leases::Lease lease = take(3600s);
        for (int turn = 0; turn < leases::mostRenewals; ++turn)
            QVERIFY(m_world->leases->renew(lease.holder, lease.id, holding()));
        m_world->clock.advance(59min);
        const LeasesPage page(*m_world->services);
        QVERIFY(warning(page).contains(u"cannot be renewed any more"_s));
    }

    void revokesAfterAQuestion()
    {
        const leases::Lease lease = take(3600s);
        const LeasesPage page(*m_world->services);
        findButton(page, u"Revoke…"_s)->click();
        QVERIFY(m_world->leases->find(lease.holder, lease.id));
        findButton(*page.findChild<Confirmation *>(), u"Revoke"_s)->click();
        QVERIFY(!m_world->leases->find(lease.holder, lease.id));
        QVERIFY(!m_world->leases->content(lease));
        QTRY_COMPARE(list(page)->model()->rowCount(), 0);
    }

private:
    static leases::Holding holding()
    {
        return {.services = {u"jira"_s, u"notion"_s},
                .connectionIds = {u"conn_1"_s, u"conn_2"_s},
                .content = Secret("{}"_ba)};
    }

    leases::Lease take(std::chrono::seconds ttl)
    {
        const leases::Holder holder{.userId = m_world->anna, .keyId = m_key};
        return m_world->leases->take(holder, u"report-server"_s, ttl, holding()).value();
    }

    static QTreeView *list(const LeasesPage &page) { return page.findChild<QTreeView *>(); }

    static QString text(const LeasesPage &page, int column)
    {
        return list(page)->model()->index(0, column).data().toString();
    }

    static QString warning(const LeasesPage &page)
    {
        const auto bars = page.findChildren<MessageBar *>();
        const auto shown = std::ranges::find_if(
            bars, [](const MessageBar *bar) { return !bar->text().isEmpty(); });
        return shown == bars.end() ? QString() : (*shown)->text();
    }

    std::unique_ptr<UiWorld> m_world;
    QString m_key;
};

QTEST_MAIN(TestLeasesPage)
#include "tst_leasespage.moc"
