// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/publishing/markdownlinks.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace fairlead::publishing;

class TestMarkdownLinks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsWhatIsRelative_data()
    {
        QTest::addColumn<QString>("markdown");
        QTest::addColumn<QString>("expected");
        QTest::newRow("link") << u"see [Plan](plan.md)."_s << u"see <Plan|plan.md>."_s;
        QTest::newRow("picture") << u"![Map](a/map.png)"_s << u"<!Map|a/map.png>"_s;
        QTest::newRow("several") << u"[a](b) ![c](d)"_s << u"<a|b> <!c|d>"_s;
        QTest::newRow("part of a file") << u"[a](b.md#part)"_s << u"<a|b.md>"_s;
        QTest::newRow("percent signs") << u"[a](my%20plan.md)"_s << u"<a|my plan.md>"_s;
        QTest::newRow("brackets") << u"[a](<my plan.md>)"_s << u"<a|my plan.md>"_s;
        QTest::newRow("title") << u"[a](b.md \"Title\")"_s << u"<a|b.md>"_s;
        QTest::newRow("folder above") << u"[a](../b.md)"_s << u"<a|../b.md>"_s;
        for (const char *kept : {"[a](https://example.com/b)",
                                 "[a](mailto:mia@example.com)",
                                 "[a](#part)",
                                 "[a](/etc/hosts)",
                                 "[a](C:\\b.md)",
                                 "`[a](b)`",
                                 "``x ` [a](b)``",
                                 "```\n[a](b)\n```",
                                 "~~~~\n[a](b)\n~~~\n[a](b)\n~~~~",
                                 "[a]: b.md"})
            QTest::newRow(kept) << QString::fromLatin1(kept) << QString::fromLatin1(kept);
        QTest::newRow("after code")
            << u"```\n[a](b)\n```\n[a](b)"_s << u"```\n[a](b)\n```\n<a|b>"_s;
    }

    void findsWhatIsRelative()
    {
        QFETCH(QString, markdown);
        const auto mark = [](const RelativeLink &link) {
            return u"<%1%2|%3>"_s.arg(link.isImage ? u"!"_s : u""_s, link.text, link.path);
        };
        QTEST(withRelativeLinks(markdown, mark), "expected");
    }

    void keepsWhatIsNotReplaced()
    {
        const auto keep = [](const RelativeLink &) { return QString(); };
        QCOMPARE(withRelativeLinks(u"a [b](c) d"_s, keep), u"a [b](c) d"_s);
    }
};

QTEST_GUILESS_MAIN(TestMarkdownLinks)
#include "tst_markdownlinks.moc"
