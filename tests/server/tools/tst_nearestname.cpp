// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/tools/nearestname.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace fairlead::tools;

class TestNearestName : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsTheNameThatWasMeant_data();
    void findsTheNameThatWasMeant();
};

void TestNearestName::findsTheNameThatWasMeant_data()
{
    QTest::addColumn<QString>("written");
    QTest::addColumn<QString>("meant");
    QTest::newRow("letter missing") << u"projct"_s << u"project"_s;
    QTest::newRow("letter too many") << u"prroject"_s << u"project"_s;
    QTest::newRow("other case") << u"issueKey"_s << u"issue_key"_s;
    QTest::newRow("hyphen") << u"issue-key"_s << u"issue_key"_s;
    QTest::newRow("plural") << u"limits"_s << u"limit"_s;
    QTest::newRow("nothing near") << u"colour"_s << QString();
    QTest::newRow("short and different") << u"ab"_s << QString();
    QTest::newRow("empty") << QString() << QString();
}

void TestNearestName::findsTheNameThatWasMeant()
{
    QFETCH(QString, written);
    QFETCH(QString, meant);
    const QStringList known{u"issue_key"_s, u"limit"_s, u"project"_s, u"summary"_s};
    QCOMPARE(nearestName(written, known).value_or(QString()), meant);
}

QTEST_APPLESS_MAIN(TestNearestName)
#include "tst_nearestname.moc"
