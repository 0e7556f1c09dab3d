// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/providers/jira/adf/adfreader.h"
#include "server/providers/jira/adf/adfwriter.h"
#include "tests/server/providers/jira/adf/adfgenerator.h"

#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace fairlead::providers::jira;

namespace {

/** `type(child child "text" …)`, with marks after the text: enough to see the structure. */
QString outline(const QJsonObject &node)
{
    const QString type = node["type"_L1].toString();
    if (type == "text"_L1) {
        QString text = u'"' + node["text"_L1].toString() + u'"';
        for (const QJsonValue mark : node["marks"_L1].toArray())
            text += u'/' + mark["type"_L1].toString();
        return text;
    }
    QStringList children;
    for (const QJsonValue child : node["content"_L1].toArray())
        children << outline(child.toObject());
    return children.isEmpty() ? type : type + u'(' + children.join(u' ') + u')';
}

QString outlineOf(const QString &markdown)
{
    const QString whole = outline(adfFromMarkdown(markdown));
    return whole == "doc"_L1 ? QString() : whole.mid(4).chopped(1);
}

} // namespace

class TestAdfWriter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writesStructure_data()
    {
        QTest::addColumn<QString>("markdown");
        QTest::addColumn<QString>("expected");
        QTest::newRow("nothing") << QString() << QString();
        QTest::newRow("marks")
            << u"*a* **b** ~~c~~ `d`"_s
            << u"paragraph(\"a\"/em \" \" \"b\"/strong \" \" \"c\"/strike \" \" \"d\"/code)"_s;
        QTest::newRow("code drops other marks")
            << u"**a `b`**"_s << u"paragraph(\"a \"/strong \"b\"/code)"_s;
        QTest::newRow("soft and hard breaks")
            << u"a\nb  \nc<br>d"_s
            << u"paragraph(\"a\" hardBreak \"b\" hardBreak \"c\" hardBreak \"d\")"_s;
        QTest::newRow("carriage returns")
            << u"a\r\n\r\nb\r\n"_s << u"paragraph(\"a\") paragraph(\"b\")"_s;
        QTest::newRow("entities") << u"&lt;&copy;&#35;&nope;"_s << u"paragraph(\"<©#&nope;\")"_s;
        QTest::newRow("html is text")
            << u"<div>a</div> <u>b</u>"_s << u"paragraph(\"<div>a</div> \" \"b\"/underline)"_s;
        QTest::newRow("list in list")
            << u"- a\n  - b"_s
            << u"bulletList(listItem(paragraph(\"a\") bulletList(listItem(paragraph(\"b\")))))"_s;
        QTest::newRow("item starts with a list")
            << u"- - b"_s
            << u"bulletList(listItem(paragraph bulletList(listItem(paragraph(\"b\")))))"_s;
        QTest::newRow("loose list")
            << u"- a\n\n- b"_s
            << u"bulletList(listItem(paragraph(\"a\")) listItem(paragraph(\"b\")))"_s;
        QTest::newRow("heading in item")
            << u"- # a"_s << u"bulletList(listItem(paragraph(\"a\"/strong)))"_s;
        QTest::newRow("tasks")
            << u"- [ ] a\n- [x] b\n  - [ ] c"_s
            << u"taskList(taskItem(\"a\") taskItem(\"b\") taskList(taskItem(\"c\")))"_s;
        QTest::newRow("tasks and others")
            << u"- [ ] a\n- b"_s
            << u"taskList(taskItem(\"a\")) bulletList(listItem(paragraph(\"b\")))"_s;
        QTest::newRow("quote in quote")
            << u"> a\n> > b"_s << u"blockquote(paragraph(\"a\") paragraph(\"b\"))"_s;
        QTest::newRow("heading in quote") << u"> # a"_s << u"blockquote(paragraph(\"a\"/strong))"_s;
        QTest::newRow("table in quote")
            << u"> |a|b|\n> |-|-|\n> |c|d|"_s
            << u"blockquote(paragraph(\"a\"/strong \" | \"/strong \"b\"/strong) paragraph(\"c\" \" | \" \"d\"))"_s;
        QTest::newRow("narrow delimiter row")
            << u"a|b\n-|:-:\nc|-"_s
            << u"table(tableRow(tableHeader(paragraph(\"a\")) tableHeader(paragraph(\"b\"))) tableRow(tableCell(paragraph(\"c\")) tableCell(paragraph(\"-\"))))"_s;
        QTest::newRow("no table, text kept") << u"```\nx\n|-|\n```"_s << u"codeBlock(\"x\n|-|\")"_s;
        QTest::newRow("tabs in code")
            << u"```\n\ta\n  \tb\n```\n\n- c\n\n  ```\n  \td\n  ```"_s
            << u"codeBlock(\"\ta\n  \tb\") bulletList(listItem(paragraph(\"c\") codeBlock(\"\td\")))"_s;
        QTest::newRow("pipe in code in a table")
            << u"|a|\n|---|\n|`x\\|y`|"_s
            << u"table(tableRow(tableHeader(paragraph(\"a\"))) tableRow(tableCell(paragraph(\"x|y\"/code))))"_s;
        QTest::newRow("panel") << u"> [!WARNING]\n> a"_s << u"panel(paragraph(\"a\"))"_s;
        QTest::newRow("escaped alert")
            << u"> \\[!NOTE]\n> a"_s << u"blockquote(paragraph(\"[!NOTE]\" hardBreak \"a\"))"_s;
        QTest::newRow("nested expand") << u"> [!EXPAND] t\n>\n> > [!EXPAND] u\n> > a"_s
                                       << u"expand(nestedExpand(paragraph(\"a\")))"_s;
        QTest::newRow("decisions") << u"> [!DECISION]\n> - a\n> - b"_s
                                   << u"decisionList(decisionItem(\"a\") decisionItem(\"b\"))"_s;
        QTest::newRow("media") << u"![a](attachment:1)\n\nx ![b](attachment:2)"_s
                               << u"mediaSingle(media) paragraph(\"x \" mediaInline)"_s;
        QTest::newRow("image from elsewhere")
            << u"![a](https://b.c/d.png)\n\nx ![a](https://b.c/d.png)"_s
            << u"mediaSingle(media) paragraph(\"x \" \"a\"/link)"_s;
        QTest::newRow("image from elsewhere in an item")
            << u"- [ ] ![a](https://b.c/d.png)"_s << u"taskList(taskItem(\"a\"/link))"_s;
        QTest::newRow("image with a caption") << u"![a](attachment:1)\n[CAPTION] b *c*"_s
                                              << u"mediaSingle(media caption(\"b \" \"c\"/em))"_s;
        QTest::newRow("no caption") << u"![a](attachment:1)\n\\[CAPTION] b"_s
                                    << u"paragraph(mediaInline hardBreak \"[CAPTION] b\")"_s;
        QTest::newRow("cards") << u"[CARD: <https://a.example>]\n\n[EMBED: <https://a.example>]"_s
                               << u"blockCard embedCard"_s;
        QTest::newRow("cards where none may stand")
            << u"- [CARD: <https://a.example>]\n\n> [!TIP]\n> [EMBED: <https://a.example>]"_s
            << u"bulletList(listItem(paragraph(inlineCard))) panel(paragraph(inlineCard))"_s;
        QTest::newRow("layout")
            << u"> [!LAYOUT]\n>\n> > [!COLUMN] 30\n> > a\n>\n> > [!COLUMN] 70\n> > b"_s
            << u"layoutSection(layoutColumn(paragraph(\"a\")) layoutColumn(paragraph(\"b\")))"_s;
        QTest::newRow("layout of no columns") << u"> [!LAYOUT]\n> a\n\n> [!COLUMN] 30\n> b"_s
                                              << u"paragraph(\"a\") paragraph(\"b\")"_s;
        QTest::newRow("macro that is not there")
            << u"> [!EXTENSION] toc\n> a"_s << u"paragraph(\"a\")"_s;
        QTest::newRow("placeholder") << u"a [PLACEHOLDER: type here] \\[PLACEHOLDER: b]"_s
                                     << u"paragraph(\"a \" placeholder \" [PLACEHOLDER: b]\")"_s;
        QTest::newRow("colours")
            << u"<span style=\"color:#ff0000\">a **b**</span> <span style='background-color: #00FF00;'>c</span>"_s
            << u"paragraph(\"a \"/textColor \"b\"/strong/textColor \" \" \"c\"/backgroundColor)"_s;
        QTest::newRow("other spans")
            << u"<span class=\"x\">a</span> <span style=\"color:red\">b <span style=\"color:#000001\">c</span></span>"_s
            << u"paragraph(\"<span class=\"x\">a</span> <span style=\"color:red\">b \" \"c\"/textColor \"</span>\")"_s;
        QTest::newRow("refused scheme")
            << u"[a](javascript:x) [b](/c)"_s << u"paragraph(\"a (javascript:x) b (/c)\")"_s;
        QTest::newRow("autolinks")
            << u"https://a.example/b and www.c.example"_s
            << u"paragraph(\"https://a.example/b\"/link \" and \" \"www.c.example\"/link)"_s;
        QTest::newRow("card") << u"<https://a.example/b>"_s << u"paragraph(inlineCard)"_s;
        QTest::newRow("markers")
            << u"[@A](accountid:1:2) [STATUS(red): B] [DATE: 2026-01-02] [~accountid:3]"_s
            << u"paragraph(mention \" \" status \" \" date \" \" mention)"_s;
        QTest::newRow("no markers")
            << u"\\[STATUS: a] `[STATUS: b]` [DATE: 2026-13-45]"_s
            << u"paragraph(\"[STATUS: a] \" \"[STATUS: b]\"/code \" [DATE: 2026-13-45]\")"_s;
        QTest::newRow("empty heading and quote") << u"#\n\n>\n\na"_s << u"paragraph(\"a\")"_s;
    }
    void writesStructure()
    {
        QFETCH(QString, markdown);
        QTEST(outlineOf(markdown), "expected");
        QCOMPARE(brokenAdfRule(adfFromMarkdown(markdown)), QString());
    }

    void writesAttributes()
    {
        const QJsonObject document =
            adfFromMarkdown(u"[@Ada](accountid:55:a) [STATUS(green): Ok] [DATE: 2026-01-02]\n\n3. "
                            u"x\n\n```c++ title\ny\n```\n");
        const auto attributes = [&](int block, int child) {
            return document["content"_L1][block]["content"_L1][child]["attrs"_L1].toObject();
        };
        QCOMPARE(attributes(0, 0), (QJsonObject{{"id"_L1, u"55:a"_s}, {"text"_L1, u"@Ada"_s}}));
        QCOMPARE(attributes(0, 2), (QJsonObject{{"text"_L1, u"Ok"_s}, {"color"_L1, u"green"_s}}));
        QCOMPARE(attributes(0, 4), (QJsonObject{{"timestamp"_L1, u"1767312000000"_s}}));
        QCOMPARE(document["content"_L1][1]["attrs"_L1]["order"_L1].toInt(), 3);
        QCOMPARE(document["content"_L1][2]["attrs"_L1]["language"_L1].toString(), u"c++"_s);
        QCOMPARE(document["version"_L1].toInt(), 1);
    }

    void keepsItemsTogetherAtEveryOffset()
    {
        for (int offset = 0; offset < 256; ++offset) {
            const QString text = QString(offset, u'x') + u"\n\n- a\n\n  ```\n  b\n  ```\n\n  c\n"_s;
            const QJsonArray content = adfFromMarkdown(text)["content"_L1].toArray();
            QCOMPARE(content.last()["content"_L1][0]["content"_L1].toArray().size(), 3);
        }
    }

    void givesEachTaskAnIdOfItsOwn()
    {
        const QJsonArray tasks =
            adfFromMarkdown(u"- [ ] a\n- [ ] b")["content"_L1][0]["content"_L1].toArray();
        QVERIFY(tasks[0]["attrs"_L1]["localId"_L1] != tasks[1]["attrs"_L1]["localId"_L1]);
    }

    void staysWithinBoundsOnHostileText_data()
    {
        QTest::addColumn<QString>("markdown");
        QTest::newRow("quotes") << u"> "_s.repeated(5000) + u"x"_s;
        QTest::newRow("lists") << u"- "_s.repeated(5000) + u"x"_s;
        QTest::newRow("brackets") << u"["_s.repeated(20'000);
        QTest::newRow("stars") << u"*a "_s.repeated(10'000);
        QTest::newRow("wide table") << u"a|"_s.repeated(3000) + u'\n' + u"-|"_s.repeated(3000)
                + u'\n' + u"x|\n"_s.repeated(3000);
        QTest::newRow("references") << u"[a]: https://e.example/"_s + u"x"_s.repeated(20'000)
                + u"\n\n"_s + u"[a] "_s.repeated(5000);
        QTest::newRow("tags") << u"<u>"_s.repeated(20'000) + u"</u>"_s.repeated(10'000);
        QTest::newRow("nul and noncharacters") << u"a\0b\uFDD0[c\uFDD1*"_s;
    }
    void staysWithinBoundsOnHostileText()
    {
        QFETCH(QString, markdown);
        const QJsonObject document = adfFromMarkdown(markdown);
        QCOMPARE(brokenAdfRule(document), QString());
        const QByteArray json = QJsonDocument(document).toJson(QJsonDocument::Compact);
        QVERIFY2(json.size() < 4'000'000, QByteArray::number(json.size()).constData());
    }

    void survivesRandomCharacters()
    {
        static constexpr QStringView characters =
            u"*_~`[]()<>!#|-+=1.:\\&;\n\n  \t\rab\u00e9\u65e5\u20ac\0";
        QRandomGenerator random(11);
        for (int round = 0; round < 4000; ++round) {
            QString markdown;
            for (int i = random.bounded(120); i > 0; --i)
                markdown += characters[random.bounded(int(characters.size()))];
            const QString broken = brokenAdfRule(adfFromMarkdown(markdown));
            QVERIFY2(broken.isEmpty(), (broken + u'\n' + markdown).toUtf8().constData());
            (void)markdownFromAdf(adfFromMarkdown(markdown));
        }
    }
};

QTEST_GUILESS_MAIN(TestAdfWriter)
#include "tst_adfwriter.moc"
