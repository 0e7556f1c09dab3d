// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/store/migrations.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace fairlead::store;

class TestMigrations : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void splitsStatements_data()
    {
        QTest::addColumn<QString>("sql");
        QTest::addColumn<QStringList>("expected");
        QTest::newRow("none") << QString() << QStringList();
        QTest::newRow("comments only") << u"-- a;\n\n  -- b\n"_s << QStringList();
        QTest::newRow("two") << u"A;\nB;\n"_s << QStringList{u"A"_s, u"B"_s};
        QTest::newRow("over lines")
            << u"A (\n  x,\n  y\n);\nB;"_s << QStringList{u"A (\n  x,\n  y\n)"_s, u"B"_s};
        QTest::newRow("semicolon within a line")
            << u"A ';' x\ny;"_s << QStringList{u"A ';' x\ny"_s};
        QTest::newRow("comment within") << u"A\n-- no; \nB;"_s << QStringList{u"A\nB"_s};
        QTest::newRow("no end") << u"A;\nB"_s << QStringList{u"A"_s, u"B"_s};
    }

    void splitsStatements()
    {
        QFETCH(const QString, sql);
        QTEST(splitStatements(sql), "expected");
    }

    void hasTheOnesCompiledInWithoutGaps()
    {
        const auto migrations = builtInMigrations();
        QVERIFY(migrations);
        QVERIFY(!migrations->isEmpty());
        for (qsizetype i = 0; i < migrations->size(); ++i) {
            QCOMPARE(migrations->at(i).version, i + 1);
            QVERIFY(!migrations->at(i).statements.isEmpty());
        }
    }
};

QTEST_GUILESS_MAIN(TestMigrations)
#include "tst_migrations.moc"
