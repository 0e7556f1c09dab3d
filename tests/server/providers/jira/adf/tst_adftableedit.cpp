// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/providers/jira/adf/adfedit.h"
#include "server/providers/jira/adf/adfreader.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace fairlead::providers::jira;

namespace {

QJsonObject cell(const QString &text, const QJsonObject &attributes, const QString &type)
{
    QJsonArray inlines;
    if (!text.isEmpty())
        inlines << QJsonObject{{"type"_L1, "text"_L1}, {"text"_L1, text}};
    const QJsonObject paragraph{{"type"_L1, "paragraph"_L1}, {"content"_L1, inlines}};
    return {{"type"_L1, type}, {"attrs"_L1, attributes}, {"content"_L1, QJsonArray{paragraph}}};
}

/** "a|b c" with a colour for each cell, so that it can be told whether the cell was kept. */
QJsonObject row(const QString &cells, const QString &type = u"tableCell"_s)
{
    QJsonArray content;
    for (const QString &text : cells.split(u'|')) {
        QJsonObject attributes{{"background"_L1, QString(u"bg-"_s + text)}};
        if (text.endsWith(u'>'))
            attributes["colspan"_L1] = 2;
        if (text.endsWith(u'v'))
            attributes["rowspan"_L1] = 2;
        content << cell(text, attributes, type);
    }
    return {{"type"_L1, "tableRow"_L1}, {"content"_L1, content}};
}

QJsonObject documentOf(const QJsonArray &rows)
{
    const QJsonObject table{{"type"_L1, "table"_L1},
                            {"attrs"_L1, QJsonObject{{"layout"_L1, "wide"_L1}}},
                            {"content"_L1, rows}};
    return {{"type"_L1, "doc"_L1}, {"version"_L1, 1}, {"content"_L1, QJsonArray{table}}};
}

QJsonObject plainTable()
{
    return documentOf({row(u"H|I"_s, u"tableHeader"_s), row(u"a|b"_s), row(u"c|d"_s)});
}

QJsonObject spannedTable()
{
    return documentOf(
        {row(u"H|I|J"_s, u"tableHeader"_s), row(u"av|b>"_s), row(u"c|d"_s), row(u"e|f|g"_s)});
}

/** Rows of "text" for a cell that was kept, "+text" for a new one, "*text" for a changed one. */
QString outlineOf(const QJsonObject &document)
{
    QStringList rows;
    const QJsonArray nodes = document["content"_L1][0]["content"_L1].toArray();
    for (const QJsonValue node : nodes) {
        QStringList cells;
        const QJsonArray content = node["content"_L1].toArray();
        for (const QJsonValue value : content) {
            const QString text = value["content"_L1][0]["content"_L1][0]["text"_L1].toString();
            const QString ground = value["attrs"_L1]["background"_L1].toString();
            const QString sign = ground.isEmpty() ? u"+"_s
                : ground == u"bg-"_s + text       ? QString()
                                                  : u"*"_s;
            const bool spans = value["attrs"_L1].toObject().contains("colspan"_L1)
                || value["attrs"_L1].toObject().contains("rowspan"_L1);
            cells << sign + text + (spans ? u"~"_s : QString());
        }
        rows << cells.join(u'|');
    }
    return rows.join(u" / "_s);
}

} // namespace

class TestAdfTableEdit : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void editsTables_data()
    {
        QTest::addColumn<QJsonObject>("document");
        QTest::addColumn<QString>("before");
        QTest::addColumn<QString>("after");
        QTest::addColumn<QString>("expected");
        const QJsonObject plain = plainTable();
        const QJsonObject spanned = spannedTable();
        QTest::newRow("a cell") << plain << u"| b |"_s << u"| x |"_s << u"H|I / a|*x / c|d"_s;
        QTest::newRow("a row added")
            << plain << u"| c | d |"_s << u"| x | y |\n| c | d |"_s << u"H|I / a|b / +x|+y / c|d"_s;
        QTest::newRow("a row removed") << plain << u"| a | b |\n"_s << QString() << u"H|I / c|d"_s;
        QTest::newRow("rows in another order") << plain << u"| a | b |\n| c | d |"_s
                                               << u"| c | d |\n| a | b |"_s << u"H|I / c|d / a|b"_s;
        QTest::newRow("a cell emptied") << plain << u"| b |"_s << u"| |"_s << u"H|I / a|* / c|d"_s;
        QTest::newRow("a column added")
            << plain << u"| H | I |\n| --- | --- |\n| a | b |\n| c | d |"_s
            << u"| H | X | I |\n| --- | --- | --- |\n| a | y | b |\n| c | z | d |"_s
            << u"H|+X|I / a|+y|b / c|+z|d"_s;
        QTest::newRow("a column removed")
            << plain << u"| H | I |\n| --- | --- |\n| a | b |\n| c | d |"_s
            << u"| I |\n| --- |\n| b |\n| d |"_s << u"I / b / d"_s;
        QTest::newRow("beside spans")
            << spanned << u"| g |"_s << u"| x |"_s << u"H|I|J / av~|b>~ / c|d / e|f|*x"_s;
        QTest::newRow("in a spanning cell")
            << spanned << u"| b> |"_s << u"| x |"_s << u"H|I|J / av~|*x~ / c|d / e|f|g"_s;
        QTest::newRow("a row behind spans")
            << spanned << u"| e | f | g |"_s << u"| e | f | g |\n| x | y | z |"_s
            << u"H|I|J / av~|b>~ / c|d / e|f|g / +x|+y|+z"_s;
        QTest::newRow("a row that cuts a span")
            << spanned << u"|  | c | d |"_s << u"| x | y | z |\n|  | c | d |"_s
            << u"H|I|J / av|b>|+ / +x|+y|+z / +|c|d / e|f|g"_s;
        QTest::newRow("text where a span covers")
            << spanned << u"|  | c | d |"_s << u"| x | c | d |"_s
            << u"H|I|J / av|b>|+ / +x|c|d / e|f|g"_s;
    }
    void editsTables()
    {
        QFETCH(QJsonObject, document);
        QFETCH(QString, before);
        QFETCH(QString, after);
        const QString markdown = markdownFromAdf(document);
        QCOMPARE(markdown.count(before), 1);
        const QJsonObject edited = editedAdf(document, QString(markdown).replace(before, after));
        QTEST(outlineOf(edited), "expected");
        QCOMPARE(edited["content"_L1][0]["attrs"_L1]["layout"_L1].toString(), u"wide"_s);
    }

    void fillsAnEmptyHeader()
    {
        const QJsonObject document =
            documentOf({row(u"|"_s, u"tableHeader"_s), row(u"a|b"_s), row(u"c|d"_s)});
        const QString markdown = markdownFromAdf(document);
        QCOMPARE(outlineOf(editedAdf(document, QString(markdown).replace(u"| d |"_s, u"| x |"_s))),
                 u"| / a|b / c|*x"_s);
        QCOMPARE(
            outlineOf(editedAdf(document, QString(markdown).replace(u"|  |  |"_s, u"| K | L |"_s))),
            u"*K|*L / a|b / c|d"_s);
    }

    void editsBlocksInACell_data()
    {
        QTest::addColumn<QString>("before");
        QTest::addColumn<QString>("after");
        QTest::addColumn<QString>("expected");
        QTest::newRow("an item") << u"• two"_s << u"• 2"_s << u"p:first l:one,2 c:ls t:TODO do"_s;
        QTest::newRow("an item added")
            << u"• two"_s << u"• two<br>• new"_s << u"p:first l:one,two,new c:ls t:TODO do"_s;
        QTest::newRow("an item removed")
            << u"<br>• two"_s << QString() << u"p:first l:one c:ls t:TODO do"_s;
        QTest::newRow("the list removed")
            << u"<br>• one<br>• two"_s << QString() << u"p:first c:ls t:TODO do"_s;
        QTest::newRow("code") << u"`ls`"_s << u"`pwd`"_s << u"p:first l:one,two c:pwd t:TODO do"_s;
        QTest::newRow("a task done")
            << u"[ ] do"_s << u"[x] do"_s << u"p:first l:one,two c:ls t:DONE do"_s;
        QTest::newRow("a line behind")
            << u"[ ] do"_s << u"[ ] do<br>end"_s << u"p:first l:one,two c:ls t:TODO do p:end"_s;
        QTest::newRow("a line in front")
            << u"first"_s << u"new<br>first"_s << u"p:new p:first l:one,two c:ls t:TODO do"_s;
        QTest::newRow("nothing left")
            << u"first<br>• one<br>• two<br>`ls`<br>[ ] do"_s << QString() << u"p:"_s;
    }
    void editsBlocksInACell()
    {
        QFETCH(QString, before);
        QFETCH(QString, after);
        QJsonObject document = plainTable();
        QByteArray json = QJsonDocument(document).toJson(QJsonDocument::Compact);
        const QByteArray blocks =
            R"([{"type":"paragraph","content":[{"type":"text","text":"first"}]},{"type":"bulletList","content":[{"type":"listItem","content":[{"type":"paragraph","content":[{"type":"text","text":"one"}]}]},{"type":"listItem","content":[{"type":"paragraph","content":[{"type":"text","text":"two"}]}]}]},{"type":"codeBlock","attrs":{"language":"sh"},"content":[{"type":"text","text":"ls"}]},{"type":"taskList","attrs":{"localId":"t"},"content":[{"type":"taskItem","attrs":{"localId":"i","state":"TODO"},"content":[{"type":"text","text":"do"}]}]}])"_ba;
        json.replace(R"([{"content":[{"text":"d","type":"text"}],"type":"paragraph"}])", blocks);
        document = QJsonDocument::fromJson(json).object();
        const QString markdown = markdownFromAdf(document);
        QCOMPARE(markdown.count(before), 1);
        const QJsonObject edited = editedAdf(document, QString(markdown).replace(before, after));
        QStringList shown;
        const QJsonArray content =
            edited["content"_L1][0]["content"_L1][2]["content"_L1][1]["content"_L1].toArray();
        for (const QJsonValue block : content)
            shown << outlineOfBlock(block);
        QTEST(shown.join(u' '), "expected");
    }

private:
    static QString textOf(const QJsonValue &node)
    {
        return node["content"_L1][0]["text"_L1].toString();
    }

    static QString outlineOfBlock(const QJsonValue &block)
    {
        const QString type = block["type"_L1].toString();
        if (type == "paragraph"_L1)
            return u"p:"_s + textOf(block);
        if (type == "codeBlock"_L1)
            return u"c:"_s + textOf(block);
        QStringList items;
        const QJsonArray content = block["content"_L1].toArray();
        for (const QJsonValue item : content)
            items << (type == "taskList"_L1
                          ? item["attrs"_L1]["state"_L1].toString() + u' ' + textOf(item)
                          : textOf(item["content"_L1][0]));
        return (type == "taskList"_L1 ? u"t"_s : u"l"_s) + u':' + items.join(u',');
    }
};

QTEST_GUILESS_MAIN(TestAdfTableEdit)
#include "tst_adftableedit.moc"
