// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/providers/jira/adf/adfreader.h"
#include "server/providers/jira/adf/adfwriter.h"
#include "tests/server/providers/jira/adf/adfgenerator.h"

#include <QDir>
#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace fairlead::providers::jira;

namespace {

QByteArray contentsOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/** The lines that differ, in the manner of diff -u without context. */
QByteArray difference(const QString &expected, const QString &actual)
{
    const QStringList before = expected.split(u'\n');
    const QStringList after = actual.split(u'\n');
    QString out;
    for (qsizetype i = 0; i < std::max(before.size(), after.size()); ++i) {
        if (before.value(i) == after.value(i) && i < before.size() && i < after.size())
            continue;
        out += u"@@ line %1\n"_s.arg(i + 1);
        if (i < before.size())
            out += u"-"_s + before[i] + u'\n';
        if (i < after.size())
            out += u"+"_s + after[i] + u'\n';
    }
    return out.toUtf8();
}

QJsonObject nested(const QString &type, int levels)
{
    QJsonObject node{{"type"_L1, u"text"_s}, {"text"_L1, u"bottom"_s}};
    node = {{"type"_L1, u"paragraph"_s}, {"content"_L1, QJsonArray{node}}};
    for (int i = 0; i < levels; ++i)
        node = {{"type"_L1, type}, {"content"_L1, QJsonArray{node}}};
    return {{"version"_L1, 1}, {"type"_L1, u"doc"_s}, {"content"_L1, QJsonArray{node}}};
}

} // namespace

class TestAdfReader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsRealDocuments_data()
    {
        QTest::addColumn<QString>("base");
        const QDir folder(QStringLiteral(FAIRLEAD_TEST_DATA "/adf"));
        const QStringList names = folder.entryList({u"*.json"_s}, QDir::Files, QDir::Name);
        QVERIFY(names.size() >= 60);
        for (const QString &name : names) {
            const QString base = folder.filePath(name.chopped(5));
            QTest::newRow(qUtf8Printable(name)) << base;
        }
    }
    void readsRealDocuments()
    {
        QFETCH(QString, base);
        const QJsonDocument json = QJsonDocument::fromJson(contentsOf(base + u".json"_s));
        QVERIFY(json.isObject());
        const QString expected = QString::fromUtf8(contentsOf(base + u".md"_s));
        const QString actual = markdownFromAdf(json.object()) + u'\n';
        QVERIFY2(expected == actual, difference(expected, actual).constData());
    }

    void writesRealDocumentsBack_data() { readsRealDocuments_data(); }
    void writesRealDocumentsBack()
    {
        QFETCH(QString, base);
        const QString markdown = QString::fromUtf8(contentsOf(base + u".md"_s));
        const QJsonObject document = adfFromMarkdown(markdown);
        QCOMPARE(brokenAdfRule(document), QString());
        const QString once = markdownFromAdf(document);
        const QString twice = markdownFromAdf(adfFromMarkdown(once));
        QVERIFY2(once == twice, difference(once, twice).constData());
    }

    void stopsAtHostileNesting_data()
    {
        QTest::addColumn<QString>("type");
        for (const auto &type : {u"blockquote"_s,
                                 u"bulletList"_s,
                                 u"listItem"_s,
                                 u"taskList"_s,
                                 u"panel"_s,
                                 u"table"_s,
                                 u"expand"_s,
                                 u"unknown"_s,
                                 u"layoutSection"_s})
            QTest::newRow(qUtf8Printable(type)) << type;
    }
    void stopsAtHostileNesting()
    {
        QFETCH(QString, type);
        const QString markdown = markdownFromAdf(nested(type, 1000));
        QVERIFY2(!markdown.contains(u"bottom"_s), qUtf8Printable(markdown));
    }

    void showsModerateNesting()
    {
        QVERIFY(markdownFromAdf(nested(u"blockquote"_s, 30)).contains(u"bottom"_s));
    }

    void survivesWhatIsNoDocument_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::newRow("empty") << "{}"_ba;
        QTest::newRow("content is text") << R"({"type":"doc","content":"x"})"_ba;
        QTest::newRow("nodes are numbers") << R"({"type":"doc","content":[1,null,[],"x"]})"_ba;
        QTest::newRow("marks are text")
            << R"({"content":[{"type":"paragraph","content":[{"type":"text","text":"a","marks":"x"}]}]})"_ba;
        QTest::newRow("huge span")
            << R"({"content":[{"type":"table","content":[{"type":"tableRow","content":[{"type":"tableCell","attrs":{"colspan":1e9,"rowspan":1e9}}]}]}]})"_ba;
        QTest::newRow("bad level")
            << R"({"content":[{"type":"heading","attrs":{"level":99},"content":[{"type":"text","text":"a"}]}]})"_ba;
        QTest::newRow("bad date")
            << R"({"content":[{"type":"paragraph","content":[{"type":"date","attrs":{"timestamp":"9e99"}}]}]})"_ba;
        QTest::newRow("far date")
            << R"({"content":[{"type":"paragraph","content":[{"type":"date","attrs":{"timestamp":"9223372036854775807"}}]}]})"_ba;
    }
    void survivesWhatIsNoDocument()
    {
        QFETCH(QByteArray, json);
        const QString markdown = markdownFromAdf(QJsonDocument::fromJson(json).object());
        QVERIFY(markdown.size() < 10'000);
    }

    void survivesDamagedDocuments()
    {
        QRandomGenerator random(7);
        for (quint32 seed = 0; seed < 1500; ++seed) {
            QByteArray json =
                QJsonDocument(AdfGenerator(seed).document()).toJson(QJsonDocument::Compact);
            static const QByteArrayList names{"paragraph",
                                              "listItem",
                                              "text",
                                              "table",
                                              "tableRow",
                                              "taskItem",
                                              "panel",
                                              "content",
                                              "attrs"};
            for (int i = 0; i < 4; ++i)
                json.replace('"' + names[random.bounded(int(names.size()))] + '"',
                             '"' + names[random.bounded(int(names.size()))] + '"');
            const QJsonObject damaged = QJsonDocument::fromJson(json).object();
            QCOMPARE(brokenAdfRule(adfFromMarkdown(markdownFromAdf(damaged))), QString());
        }
    }
};

QTEST_GUILESS_MAIN(TestAdfReader)
#include "tst_adfreader.moc"
