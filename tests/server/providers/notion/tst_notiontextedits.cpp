// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/providers/notion/textedits.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace fairlead::providers::notion;

namespace {

const QString page =
    u"# Plan\nShip the *first* part on Monday.\n- [ ] Ask Mia – today\n- [ ] Ask Ben\n"
    "He said “yes”\nShip it\nCosts \\$5"_s;

} // namespace

class TestTextEdits : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysWhyAnEditDoesNotFit_data()
    {
        QTest::addColumn<QString>("wanted");
        QTest::addColumn<bool>("all");
        QTest::addColumn<QString>("says");
        const auto row =
            [](const char *name, const QString &wanted, bool all, const QString &says) {
                QTest::newRow(name) << wanted << all << says;
            };
        row("fits", u"Ask Ben"_s, false, QString());
        row("every one", u"Ask"_s, true, QString());
        row("several",
            u"Ask"_s,
            false,
            u"\"Ask\" is on the page 2 times: \"- [ ] Ask Mia – today\", \"- [ ] Ask Ben\". Pass "
            "more of the text around the one that is meant, or all: true."_s);
        row("other spaces and case",
            u"ship  the *first*\npart"_s,
            false,
            u"\"ship  the *first* part\" is not on the page. It reads \"Ship the *first* part\" "
            "there: pass that as \"old\"."_s);
        row("other quotes", u"said \"yes\""_s, false, u"reads \"said “yes”\" there"_s);
        row("other dash", u"Mia - today"_s, false, u"reads \"Mia – today\" there"_s);
        row("escaped", u"Costs $5"_s, false, u"reads \"Costs \\$5\" there"_s);
        row("changed since",
            u"Ship the first part on Tuesday."_s,
            false,
            u"The nearest text is \"Ship the *first* part on Monday.\". Pass \"old\" exactly as "
            "notion_read_page shows it."_s);
        row("nothing like it",
            u"zzzz 1234 qqqq"_s,
            false,
            u"\"zzzz 1234 qqqq\" is not on the page. Copy \"old\" from what notion_read_page "
            "shows."_s);
    }
    void saysWhyAnEditDoesNotFit()
    {
        QFETCH(QString, wanted);
        QFETCH(bool, all);
        QFETCH(QString, says);
        const QString problem = editProblem(page, {{wanted, u"x"_s, all}});
        QCOMPARE(problem.isEmpty(), says.isEmpty());
        QVERIFY2(problem.contains(says), qPrintable(problem));
    }

    void makesOneEditAfterTheOther()
    {
        QCOMPARE(
            editProblem(
                page, {{u"Ask Ben"_s, u"Ask Ada"_s, false}, {u"Ask Ada"_s, u"Ask Cleo"_s, false}}),
            QString());
        const QString problem =
            editProblem(page, {{u"Ask Ben"_s, u"Ask Ada"_s, false}, {u"Ask Ben"_s, u"x"_s, false}});
        QVERIFY2(problem.startsWith("Edit 2: \"Ask Ben\" is not on the page."_L1),
                 qPrintable(problem));
    }

    void quotesAsManyLinesAsWereWanted()
    {
        const QString problem =
            editProblem(page, {{u"- [x] Ask Mia today\n- [x] Ask Benn"_s, u""_s, false}});
        QVERIFY2(problem.contains(u"\"- [ ] Ask Mia – today\n- [ ] Ask Ben\""_s),
                 qPrintable(problem));
    }
};

QTEST_GUILESS_MAIN(TestTextEdits)
#include "tst_notiontextedits.moc"
