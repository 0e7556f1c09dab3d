// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/publishing/linediff.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace fairlead::publishing;

class TestLineDiff : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsWhatChanged_data()
    {
        QTest::addColumn<QString>("before");
        QTest::addColumn<QString>("after");
        QTest::addColumn<QString>("diff");
        QTest::newRow("nothing") << u"a\nb"_s << u"a\nb"_s << QString();
        QTest::newRow("a line changed")
            << u"a\nb\nc"_s << u"a\nx\nc"_s << u"  a\n- b\n+ x\n  c\n"_s;
        QTest::newRow("a line came") << u"a"_s << u"a\nb"_s << u"  a\n+ b\n"_s;
        QTest::newRow("a line went") << u"a\nb"_s << u"b"_s << u"- a\n  b\n"_s;
        QTest::newRow("far apart") << u"1\n2\n3\n4\n5\n6\n7\n8"_s << u"x\n2\n3\n4\n5\n6\n7\ny"_s
                                   << u"- 1\n+ x\n  2\n  3\n…\n  6\n  7\n- 8\n+ y\n"_s;
        QTest::newRow("all of it") << u"a"_s << u"b"_s << u"- a\n+ b\n"_s;
    }

    void tellsWhatChanged()
    {
        QFETCH(QString, before);
        QFETCH(QString, after);
        QTEST(lineDiff(before, after), "diff");
    }

    void tellsTextsThatAreTooLongAsAWhole()
    {
        const QString before = u"same\n"_s.repeated(3000);
        const QString diff = lineDiff(before, before + u"more"_s);
        QVERIFY(diff.startsWith("- same\n"_L1));
        QVERIFY(diff.endsWith("+ same\n+ more\n"_L1));
    }
};

QTEST_GUILESS_MAIN(TestLineDiff)
#include "tst_linediff.moc"
