// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/net/ratebudgets.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace fairlead::net;
using namespace std::chrono_literals;

namespace {

const RateBudget one{u"con_1"_s, {.perMinute = 60, .burst = 3}};
const RateBudget other{u"con_2"_s, {.perMinute = 60, .burst = 3}};

} // namespace

class TestRateBudgets : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void letsABurstThroughAndThenKeepsThePace()
    {
        RateBudgets budgets;
        QList<qint64> waits;
        for (int i = 0; i < 6; ++i)
            waits.append(budgets.reserve(one, 1000, 1min).wait.count());
        QCOMPARE(waits, QList<qint64>({0, 0, 0, 1000, 2000, 3000}));
        QCOMPARE(budgets.reserve(other, 1000, 1min).wait, 0ms);
    }

    void letsExactlyItsRateThrough()
    {
        const RateBudget notion{u"con_1"_s, {.perMinute = 180, .burst = 30}};
        RateBudgets budgets;
        int sent = 0;
        for (qint64 now = 0; now < 60'000; ++now) {
            if (budgets.reserve(notion, now, 0ms).isReserved)
                ++sent;
        }
        QCOMPARE(sent, 30 + 179);
    }

    void fillsUpAgainWhileNobodyCalls()
    {
        RateBudgets budgets;
        for (int i = 0; i < 3; ++i)
            QCOMPARE(budgets.reserve(one, 0, 1min).wait, 0ms);
        QCOMPARE(budgets.reserve(one, 2500, 1min).wait, 0ms);
        QCOMPARE(budgets.reserve(one, 2500, 1min).wait, 0ms);
        QCOMPARE(budgets.reserve(one, 2500, 1min).wait, 500ms);
    }

    void reservesNothingThatComesTooLate()
    {
        RateBudgets budgets;
        for (int i = 0; i < 3; ++i)
            QVERIFY(budgets.reserve(one, 0, 0ms).isReserved);
        for (int i = 0; i < 5; ++i) {
            const auto turn = budgets.reserve(one, 0, 999ms);
            QVERIFY(!turn.isReserved);
            QVERIFY(!turn.isHeldBack);
            QCOMPARE(turn.wait, 1000ms);
        }
        QVERIFY(budgets.reserve(one, 0, 1000ms).isReserved);
    }

    void givesATurnToTheNextWhenItIsGivenBack()
    {
        RateBudgets budgets;
        for (int i = 0; i < 3; ++i)
            QVERIFY(budgets.reserve(one, 0, 0ms).isReserved);
        const auto turn = budgets.reserve(one, 0, 1min);
        QCOMPARE(turn.wait, 1000ms);
        budgets.giveBack(one, turn);
        QCOMPARE(budgets.reserve(one, 0, 1min).wait, 1000ms);
    }

    void letsNobodyThroughWhileTheServiceWantsToBeLeftAlone()
    {
        RateBudgets budgets;
        const auto early = budgets.reserve(one, 0, 1min);
        budgets.holdBack(one, 5000);
        QVERIFY(!budgets.stands(one, early));
        QVERIFY(budgets.isHeldBack(one, 4999));
        QVERIFY(!budgets.isHeldBack(one, 5000));
        QVERIFY(!budgets.isHeldBack(other, 0));

        const auto tooLate = budgets.reserve(one, 1000, 3999ms);
        QVERIFY(!tooLate.isReserved);
        QVERIFY(tooLate.isHeldBack);
        QCOMPARE(tooLate.wait, 4000ms);
        // The burst is spent: what waited does not come all at once.
        const auto first = budgets.reserve(one, 1000, 1min);
        QCOMPARE(first.wait, 4000ms);
        QCOMPARE(budgets.reserve(one, 1000, 1min).wait, 5000ms);
        QVERIFY(budgets.stands(one, first));
    }

    void believesTheLongestPause()
    {
        RateBudgets budgets;
        budgets.holdBack(one, 5000);
        const auto turn = budgets.reserve(one, 0, 1min);
        budgets.holdBack(one, 3000);
        QVERIFY(budgets.stands(one, turn));
        budgets.holdBack(one, 9000);
        QVERIFY(!budgets.stands(one, turn));
        budgets.giveBack(one, turn); // void: nothing to give back
        QCOMPARE(budgets.reserve(one, 0, 1min).wait, 9000ms);
    }

    void tellsWhatIsLeft()
    {
        RateBudgets budgets;
        QVERIFY(!budgets.standing(one.key, 0));
        (void)budgets.reserve(one, 0, 1min);
        (void)budgets.reserve(one, 0, 1min);
        const BudgetStanding some{.rate = one.rate, .leftNow = 1};
        QCOMPARE(budgets.standing(one.key, 0), std::optional(some));
        const BudgetStanding all{.rate = one.rate, .leftNow = 3};
        QCOMPARE(budgets.standing(one.key, 60'000), std::optional(all));
        budgets.holdBack(one, 65'000);
        const BudgetStanding none{.rate = one.rate, .leftNow = 0, .heldBackMs = 5000};
        QCOMPARE(budgets.standing(one.key, 60'000), std::optional(none));
        (void)budgets.reserve(other, 1'000'000, 1min); // forgets the bucket, which is full
        QCOMPARE(budgets.standing(one.key, 1'000'000), std::optional(all));
    }

    void forgetsConnectionsThatAreNotUsed()
    {
        RateBudgets budgets;
        for (int i = 0; i < 100; ++i) {
            const RateBudget each{QString::number(i), {.perMinute = 60, .burst = 3}};
            QVERIFY(budgets.reserve(each, i * 10'000, 0ms).isReserved);
        }
        QVERIFY(budgets.count() <= 2);
    }
};

QTEST_GUILESS_MAIN(TestRateBudgets)
#include "tst_ratebudgets.moc"
