// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/providers/jira/adf/adfedit.h"
#include "server/providers/jira/adf/adfreader.h"
#include "server/providers/jira/adf/adfwriter.h"
#include "tests/server/providers/jira/adf/adfgenerator.h"

#include <QDir>
#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace fairlead::providers::jira;

namespace {

/** A document of these blocks, written as JSON with single quotes. */
QJsonObject documentOf(const QString &blocks)
{
    QString json = u"{'version':1,'type':'doc','content':["_s + blocks + u"]}"_s;
    QJsonParseError error;
    const auto document = QJsonDocument::fromJson(json.replace(u'\'', u'"').toUtf8(), &error);
    if (error.error != QJsonParseError::NoError)
        qWarning() << error.errorString() << json.mid(error.offset - 20, 40);
    return document.object();
}

QByteArray shown(const QJsonObject &document)
{
    return QJsonDocument(document).toJson(QJsonDocument::Compact).replace('"', '\'');
}

/** What differs between two nodes, the smallest: "path: before -> after" a line. */
void listDifferences(const QJsonValue &before,
                     const QJsonValue &after,
                     const QString &path,
                     QStringList &out)
{
    if (before == after)
        return;
    if (before.isObject() && after.isObject()) {
        const QJsonObject a = before.toObject();
        const QJsonObject b = after.toObject();
        QStringList keys = a.keys() + b.keys();
        keys.removeDuplicates();
        for (const QString &key : keys)
            listDifferences(a[key], b[key], path + u'.' + key, out);
    } else if (before.isArray() && after.isArray()
               && before.toArray().size() == after.toArray().size()) {
        for (qsizetype i = 0; i < before.toArray().size(); ++i)
            listDifferences(before[i], after[i], path + u'[' + QString::number(i) + u']', out);
    } else {
        out << path;
    }
}

QString differencesOf(const QJsonObject &before, const QJsonObject &after)
{
    QStringList out;
    listDifferences(before["content"_L1], after["content"_L1], {}, out);
    return out.join(u' ');
}

constexpr QLatin1StringView p{"{'type':'paragraph','attrs':{'localId':'%1'},'content':["
                              "{'type':'text','text':'%2'}]}"};

QString paragraph(const QString &id, const QString &text)
{
    return QString(p).arg(id, text);
}

QString withLine(const QString &markdown, const QString &before, const QString &after)
{
    if (markdown.count(before) != 1)
        qWarning() << "not once:" << before << "in" << markdown;
    return QString(markdown).replace(before, after);
}

} // namespace

class TestAdfEdit : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void changesOnlyWhatAnEditTouches_data()
    {
        QTest::addColumn<QString>("blocks");
        QTest::addColumn<QString>("before");
        QTest::addColumn<QString>("after");
        QTest::addColumn<QString>("differences");
        const QString three = paragraph(u"1"_s, u"one"_s) + u',' + paragraph(u"2"_s, u"two words"_s)
            + u',' + paragraph(u"3"_s, u"three"_s);
        QTest::newRow("one paragraph")
            << three << u"two words"_s << u"two other words"_s << u"[1].content[0].text"_s;
        QTest::newRow("a paragraph all new")
            << three << u"two words"_s << u"nothing of it"_s << u"[1].content[0].text"_s;
        QTest::newRow("list item")
            << uR"({'type':'bulletList','content':[{'type':'listItem','attrs':{'localId':'a'},'content':[
                {'type':'paragraph','content':[{'type':'text','text':'x','marks':[{'type':'annotation','attrs':{'id':'9'}}]}]},
                {'type':'bulletList','content':[{'type':'listItem','content':[)"_s
                + paragraph(u"5"_s, u"deep one"_s) + u"]},{'type':'listItem','content':["_s
                + paragraph(u"6"_s, u"deep two"_s) + u"]}]}]},{'type':'listItem','content':["_s
                + paragraph(u"7"_s, u"last"_s) + u"]}]}"_s
            << u"deep two"_s << u"deep 2"_s
            << u"[0].content[0].content[1].content[1].content[0].content[0].text"_s;
        QTest::newRow("in a panel")
            << u"{'type':'panel','attrs':{'panelType':'custom','panelIcon':':x:','panelColor':'#abcdef'},'content':["_s
                + three + u"]}"_s
            << u"two words"_s << u"two more words"_s << u"[0].content[1].content[0].text"_s;
        QTest::newRow("beside a macro")
            << uR"({'type':'extension','attrs':{'extensionKey':'toc','extensionType':'com.x','parameters':{'a':1}}},)"_s
                + three
            << u"three"_s << u"3"_s << u"[3].content[0].text"_s;
        QTest::newRow("in a layout")
            << u"{'type':'layoutSection','marks':[{'type':'breakout'}],'content':[{'type':'layoutColumn','attrs':{'width':33.3,'localId':'q'},'content':["_s
                + three + u"]},{'type':'layoutColumn','attrs':{'width':66.6},'content':["_s
                + paragraph(u"9"_s, u"right"_s) + u"]}]}"_s
            << u"right"_s << u"left"_s << u"[0].content[1].content[0].content[0].text"_s;
        QTest::newRow("a cell")
            << uR"({'type':'table','attrs':{'layout':'wide','localId':'t'},'content':[
                {'type':'tableRow','content':[{'type':'tableHeader','attrs':{'colwidth':[100]},'content':[)"_s
                + paragraph(u"1"_s, u"H"_s)
                + u"]},{'type':'tableHeader','attrs':{'background':'#eee'},'content':["_s
                + paragraph(u"2"_s, u"I"_s)
                + u"]}]},{'type':'tableRow','content':[{'type':'tableCell','attrs':{'background':'#fff'},'content':["_s
                + paragraph(u"3"_s, u"a | b"_s) + u"]},{'type':'tableCell','content':["_s
                + paragraph(u"4"_s, u"old value"_s) + u"]}]}]}"_s
            << u"old value"_s << u"new value"_s
            << u"[0].content[1].content[1].content[0].content[0].text"_s;
        QTest::newRow("a task done")
            << uR"({'type':'taskList','attrs':{'localId':'l'},'content':[
                {'type':'taskItem','attrs':{'localId':'m','state':'TODO'},'content':[{'type':'text','text':'do'}]},
                {'type':'taskItem','attrs':{'localId':'n','state':'TODO'},'content':[{'type':'text','text':'rest'}]}]})"_s
            << u"[ ] rest"_s << u"[x] rest"_s << u"[0].content[1].attrs.state"_s;
        QTest::newRow("a panel's kind")
            << u"{'type':'panel','attrs':{'panelType':'info','localId':'z'},'content':["_s + three
                + u"]}"_s
            << u"[!INFO]"_s << u"[!ERROR]"_s << u"[0].attrs.panelType"_s;
        QTest::newRow("code")
            << uR"({'type':'codeBlock','attrs':{'language':'c','uniqueId':'u'},'marks':[{'type':'breakout'}],'content':[{'type':'text','text':'int a;'}]})"_s
            << u"int a;"_s << u"int b;"_s << u"[0].content[0].text"_s;
        QTest::newRow("alt of a picture")
            << uR"({'type':'mediaSingle','attrs':{'layout':'wrap-left','width':40},'content':[{'type':'media',
                'attrs':{'type':'file','id':'i','collection':'c','alt':'old','width':3},'marks':[{'type':'border'}]}]})"_s
            << u"![old]"_s << u"![new]"_s << u"[0].content[0].attrs.alt"_s;
        QTest::newRow("a status")
            << uR"({'type':'paragraph','content':[{'type':'text','text':'is '},
                {'type':'status','attrs':{'text':'Open','color':'blue','localId':'s','style':'bold'}}]})"_s
            << u"STATUS(blue): Open"_s << u"STATUS(green): Done"_s
            << u"[0].content[1].attrs.color [0].content[1].attrs.text"_s;
        QTest::newRow("around inline nodes")
            << uR"({'type':'paragraph','content':[{'type':'text','text':'Ask '},
                {'type':'mention','attrs':{'id':'1','text':'@Ada','accessLevel':'SITE','localId':'w'}},
                {'type':'text','text':' or '},{'type':'emoji','attrs':{'shortName':':x:','id':'atl','text':':x:'}},
                {'type':'text','text':' about it','marks':[{'type':'annotation','attrs':{'id':'c','annotationType':'inlineComment'}}]}]})"_s
            << u" or "_s << u" and "_s << u"[0].content[2].text"_s;
        QTest::newRow("in text with a comment")
            << uR"({'type':'paragraph','content':[{'type':'text','text':'Ask '},
                {'type':'text','text':'about it','marks':[{'type':'annotation','attrs':{'id':'c'}}]}]})"_s
            << u"about it"_s << u"about all of it"_s << u"[0].content[1].text"_s;
        QTest::newRow("in a macro")
            << u"{'type':'bodiedExtension','attrs':{'extensionKey':'k','extensionType':'t','parameters':{'p':[1]}},'content':["_s
                + three + u"]}"_s
            << u"three"_s << u"four"_s << u"[0].content[2].content[0].text"_s;
        QTest::newRow("in what is not known")
            << u"{'type':'futureBlock','attrs':{'x':1},'content':["_s + three + u"]}"_s
            << u"three"_s << u"four"_s << u"[0].content[2].content[0].text"_s;
        QTest::newRow("a panel in a list item")
            << u"{'type':'bulletList','content':[{'type':'listItem','content':["_s
                + paragraph(u"0"_s, u"first"_s)
                + u",{'type':'panel','attrs':{'panelType':'info'},'content':["_s + three
                + u"]}]}]}"_s
            << u"two words"_s << u"two other words"_s
            << u"[0].content[0].content[1].content[1].content[0].text"_s;
    }
    void changesOnlyWhatAnEditTouches()
    {
        QFETCH(QString, blocks);
        QFETCH(QString, before);
        QFETCH(QString, after);
        const QJsonObject document = documentOf(blocks);
        QVERIFY(!document.isEmpty());
        const QString markdown = withLine(markdownFromAdf(document), before, after);
        const QJsonObject edited = editedAdf(document, markdown);
        QFETCH(QString, differences);
        QVERIFY2(differencesOf(document, edited) == differences,
                 (differencesOf(document, edited).toUtf8() + "\n" + markdown.toUtf8() + "\n"
                  + shown(document) + "\n" + shown(edited))
                     .constData());
        QCOMPARE(markdownFromAdf(edited), markdown);
    }
};

QTEST_GUILESS_MAIN(TestAdfEdit)
#include "tst_adfedit.moc"
