// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/providers/notion/tools/blockbuilder.h"
#include "server/providers/notion/tools/blockmarkdown.h"
#include "server/providers/notion/tools/inlinetext.h"

#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace fairlead;
using namespace fairlead::providers::notion;

namespace {

/** "text" with its styles behind it: "two[b]"; links as "two[->https://…]". */
QString shown(const QJsonArray &richText)
{
    QString result;
    for (const auto &piece : richText) {
        QString styles;
        const QJsonObject annotations = piece["annotations"_L1].toObject();
        for (auto it = annotations.begin(); it != annotations.end(); ++it)
            styles += it.key().left(1);
        const QString link = piece["text"_L1]["link"_L1]["url"_L1].toString();
        if (!link.isEmpty())
            styles += u"->"_s + link;
        result += piece["text"_L1]["content"_L1].toString();
        result += styles.isEmpty() ? u"|"_s : u"[%1]|"_s.arg(styles);
    }
    return result;
}

/** "type: text" of each block, children indented. */
QStringList lines(const QJsonArray &blocks, const QString &indent = {})
{
    QStringList result;
    for (const auto &block : blocks) {
        const QString type = block["type"_L1].toString();
        const QJsonObject content = block[type].toObject();
        QString line = indent + type + u": "_s;
        for (const auto &piece : content["rich_text"_L1].toArray())
            line += piece["text"_L1]["content"_L1].toString();
        line += content["external"_L1]["url"_L1].toString() + content["url"_L1].toString();
        if (content.contains("checked"_L1))
            line += content["checked"_L1].toBool() ? u" (x)"_s : u" ( )"_s;
        if (content.contains("language"_L1))
            line += u" (%1)"_s.arg(content["language"_L1].toString());
        result.append(line);
        result += lines(content["children"_L1].toArray(), indent + u"  "_s);
    }
    return result;
}

QJsonArray array(const char *text)
{
    QByteArray json(text);
    return QJsonDocument::fromJson(json.replace('\'', '"')).array();
}

} // namespace

class TestBlockBuilder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsInlineMarks_data()
    {
        QTest::addColumn<QString>("markdown");
        QTest::addColumn<QString>("expected");
        QTest::newRow("none") << u"Plain text"_s << u"Plain text|"_s;
        QTest::newRow("empty") << QString() << QString();
        QTest::newRow("bold") << u"a **b** c"_s << u"a |b[b]| c|"_s;
        QTest::newRow("italic") << u"*a* _b_"_s << u"a[i]| |b[i]|"_s;
        QTest::newRow("struck") << u"~~a~~"_s << u"a[s]|"_s;
        QTest::newRow("code keeps marks") << u"`a **b**`"_s << u"a **b**[c]|"_s;
        QTest::newRow("nested") << u"**a *b* c**"_s << u"a [b]|b[bi]| c[b]|"_s;
        QTest::newRow("link") << u"see [the *docs*](https://x.example/a) now"_s
                              << u"see |the [->https://x.example/a]|docs[i->https://x.example/a]| "
                                 "now|"_s;
        QTest::newRow("no address") << u"[a](b)"_s << u"[a](b)|"_s;
        QTest::newRow("script") << u"[a](javascript:x)"_s << u"[a](javascript:x)|"_s;
        QTest::newRow("snake case") << u"a_b_c and file_name_x"_s << u"a_b_c and file_name_x|"_s;
        QTest::newRow("multiplication") << u"2 * 3 * 4"_s << u"2 * 3 * 4|"_s;
        QTest::newRow("open") << u"**a"_s << u"**a|"_s;
        QTest::newRow("escaped") << uR"(\*a\* \)"_s << uR"(*a* \|)"_s;
        QTest::newRow("emoji") << u"🎉 **🎉**"_s << u"🎉 |🎉[b]|"_s;
    }
    void readsInlineMarks()
    {
        QFETCH(QString, markdown);
        QFETCH(QString, expected);
        const auto text = inlineText(markdown, u"The text"_s);
        QVERIFY(text);
        QCOMPARE(shown(*text), expected);
    }

    void cutsLongTextIntoPieces()
    {
        const auto text = inlineText(QString(1999, u'a') + u"🎉"_s + QString(2000, u'b'), {});
        QVERIFY(text);
        QCOMPARE(text->size(), 3);
        QCOMPARE(text->at(0)["text"_L1]["content"_L1].toString().size(), 1999);
        QCOMPARE(text->at(1)["text"_L1]["content"_L1].toString().size(), 2000);
    }

    void refusesMorePiecesThanNotionTakes()
    {
        const auto text = inlineText(u"**a** "_s.repeated(60), u"blocks[0]"_s);
        QVERIFY(!text);
        QCOMPARE(text.error().code, ErrorCode::InvalidInput);
        QVERIFY(text.error().message.startsWith("blocks[0] is too long"_L1));
        QVERIFY(!verbatimText(QString(201'000, u'a'), u"x"_s));
    }

    void survivesManyOpenMarks()
    {
        const auto many = inlineText(u"[*_"_s.repeated(3000), {});
        QVERIFY(many || many.error().code == ErrorCode::InvalidInput);
        QVERIFY(inlineText(u"~~ a"_s.repeated(3000), {}));
    }

    void makesBlocksOfMarkdown_data()
    {
        QTest::addColumn<QString>("markdown");
        QTest::addColumn<QStringList>("expected");
        QTest::newRow("empty") << u"\n\n"_s << QStringList();
        QTest::newRow("headings") << u"# A\n## B\n#### C\n#no"_s
                                  << QStringList({u"heading_1: A"_s,
                                                  u"heading_2: B"_s,
                                                  u"heading_3: C"_s,
                                                  u"paragraph: #no"_s});
        QTest::newRow("to-dos") << u"- [ ] a\n* [X] b\n- c\n+ d"_s
                                << QStringList({u"to_do: a ( )"_s,
                                                u"to_do: b (x)"_s,
                                                u"bulleted_list_item: c"_s,
                                                u"bulleted_list_item: d"_s});
        QTest::newRow("numbers, quote, rule") << u"1. a\n2) b\n> c\n---\n***"_s
                                              << QStringList({u"numbered_list_item: a"_s,
                                                              u"numbered_list_item: b"_s,
                                                              u"quote: c"_s,
                                                              u"divider: "_s,
                                                              u"divider: "_s});
        QTest::newRow("nested") << u"- a\n  - b\n    - c\n      - d\n- e"_s
                                << QStringList({u"bulleted_list_item: a"_s,
                                                u"  bulleted_list_item: b"_s,
                                                u"    bulleted_list_item: c"_s,
                                                u"    bulleted_list_item: d"_s,
                                                u"bulleted_list_item: e"_s});
        QTest::newRow("code") << u"```js\n# no heading\n  x\n```\ntext"_s
                              << QStringList({u"code: # no heading\n  x (javascript)"_s,
                                              u"paragraph: text"_s});
        QTest::newRow("open code") << u"~~~\nx"_s << QStringList(u"code: x (plain text)"_s);
        QTest::newRow("picture") << u"![A map](https://x.example/a.png)"_s
                                 << QStringList(u"image: https://x.example/a.png"_s);
        QTest::newRow("indented first")
            << u"    a\r\nb"_s << QStringList({u"paragraph: a"_s, u"paragraph: b"_s});
    }
    void makesBlocksOfMarkdown()
    {
        QFETCH(QString, markdown);
        QFETCH(QStringList, expected);
        const auto blocks = blocksFromMarkdown(markdown);
        QVERIFY2(blocks, blocks ? "" : qPrintable(blocks.error().message));
        QCOMPARE(lines(*blocks), expected);
    }

    void refusesATableAtAnExactPlace()
    {
        const auto blocks = blocksFromMarkdown(u"| a | b |\n|---|---|"_s);
        QVERIFY(!blocks);
        QVERIFY(blocks.error().message.startsWith("The Markdown has a table"_L1));
    }

    void makesBlocksOfSimpleOnes()
    {
        const auto blocks = blocksFrom(
            array("[{'type':'to_do','text':'**a**','checked':true,'children':[{'type':'quote',"
                  "'text':'b'}]},{'type':'code','text':'**a**','language':'C++'},"
                  "{'type':'bookmark','url':'https://x.example'},{'type':'divider'},"
                  "{'type':'callout','text':'Mind'}]"));
        QVERIFY2(blocks, blocks ? "" : qPrintable(blocks.error().message));
        QCOMPARE(lines(*blocks),
                 QStringList({u"to_do: a (x)"_s,
                              u"  quote: b"_s,
                              u"code: **a** (c++)"_s,
                              u"bookmark: https://x.example"_s,
                              u"divider: "_s,
                              u"callout: Mind"_s}));
    }

    void saysWhatIsWrongWithABlock_data()
    {
        QTest::addColumn<QJsonArray>("simple");
        QTest::addColumn<QString>("message");
        QTest::newRow("type")
            << array("[{'type':'divider'},{'type':'h1','text':'x'}]")
            << u"blocks[1] has the type \"h1\", but must have one of: paragraph, "_s;
        QTest::newRow("no address")
            << array("[{'type':'image'}]") << u"blocks[0] is of the type image and needs \"url\""_s;
        QTest::newRow("file address") << array("[{'type':'embed','url':'file:///etc/passwd'}]")
                                      << u"blocks[0] is of the type embed and needs \"url\""_s;
        QTest::newRow("no holder")
            << array("[{'type':'heading_1','text':'x','children':[{'type':'divider'}]}]")
            << u"blocks[0] is of the type heading_1, which cannot hold other blocks."_s;
        QTest::newRow("too deep") << array(
            "[{'type':'quote','children':[{'type':'quote','children':[{'type':'quote',"
            "'children':[{'type':'divider'}]}]}]}]")
                                  << u"blocks[0].children[0].children[0] is nested too deeply"_s;
    }
    void saysWhatIsWrongWithABlock()
    {
        QFETCH(QJsonArray, simple);
        QFETCH(QString, message);
        const auto blocks = blocksFrom(simple);
        QVERIFY(!blocks);
        QCOMPARE(blocks.error().code, ErrorCode::InvalidInput);
        QVERIFY2(blocks.error().message.startsWith(message), qPrintable(blocks.error().message));
    }
};

QTEST_GUILESS_MAIN(TestBlockBuilder)
#include "tst_blockbuilder.moc"
