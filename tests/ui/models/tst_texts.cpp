// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/texts.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace fairlead;
using namespace fairlead::ui;

class TestTexts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysHowLongAgo_data()
    {
        QTest::addColumn<int>("seconds");
        QTest::addColumn<QString>("text");
        QTest::newRow("now") << 0 << u"Just now"_s;
        QTest::newRow("a minute") << 60 << u"A minute ago"_s;
        QTest::newRow("minutes") << 300 << u"5 minutes ago"_s;
    }

    void saysHowLongAgo()
    {
        QFETCH(int, seconds);
        QTEST(pastTimeText(m_now.addSecs(-seconds), m_now), "text");
    }

    void saysTheTimeOfTodayAndTheDateOfEarlierDays()
    {
        QVERIFY(pastTimeText(m_now.addSecs(-2 * 3600), m_now).startsWith("Today, "_L1));
        QCOMPARE(pastTimeText(m_now.addDays(-3), m_now), dateText(m_now.addDays(-3)));
        QCOMPARE(pastTimeText({}, m_now), QString());
    }

    void tellsKeysInForceFromOthers()
    {
        accounts::McpKey key;
        QCOMPARE(keyState(key, m_now), KeyState::InForce);
        key.expiresAt = m_now.addSecs(1);
        QCOMPARE(keyState(key, m_now), KeyState::InForce);
        key.expiresAt = m_now;
        QCOMPARE(keyState(key, m_now), KeyState::Expired);
        key.revokedAt = m_now;
        QCOMPARE(keyState(key, m_now), KeyState::Revoked);
    }

private:
    const QDateTime m_now{QDate(2026, 11, 20), QTime(12, 0), Qt::UTC};
};

QTEST_GUILESS_MAIN(TestTexts)
#include "tst_texts.moc"
