// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/providers/jira/adf/adfedit.h"
#include "server/providers/jira/adf/adfreader.h"
#include "server/providers/jira/adf/adfwriter.h"
#include "server/providers/jira/adf/sequencematch.h"
#include "tests/sandbox/jira/adf.h"
#include "tests/server/providers/jira/adf/adfdecorator.h"
#include "tests/server/providers/jira/adf/adfgenerator.h"

#include <QDir>
#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace fairlead;
using namespace fairlead::providers::jira;

namespace {

QJsonObject node(const QString &type, const QJsonArray &content)
{
    return {{"type"_L1, type}, {"content"_L1, content}};
}

QJsonObject paragraph(const QString &text)
{
    return node(u"paragraph"_s, {QJsonObject{{"type"_L1, "text"_L1}, {"text"_L1, text}}});
}

QJsonObject documentOf(const QJsonArray &blocks)
{
    QJsonObject document = node(u"doc"_s, blocks);
    document["version"_L1] = 1;
    return document;
}

QJsonArray paragraphs(int count)
{
    QJsonArray blocks;
    for (int i = 0; i < count; ++i)
        blocks << paragraph(u"line %1 of *many*"_s.arg(i));
    return blocks;
}

QJsonObject nested(const QString &type, int levels)
{
    QJsonObject inner = paragraph(u"bottom"_s);
    for (int i = 0; i < levels; ++i) {
        if (type == "bulletList"_L1)
            inner = node(u"listItem"_s, {paragraph(u"level %1"_s.arg(i)), inner});
        inner = node(type, {inner});
    }
    return documentOf({paragraph(u"top"_s), inner, paragraph(u"end"_s)});
}

QJsonObject tableOf(int rows, int columns)
{
    QJsonArray all;
    for (int r = 0; r < rows; ++r) {
        QJsonArray cells;
        for (int c = 0; c < columns; ++c)
            cells << node(r == 0 ? u"tableHeader"_s : u"tableCell"_s,
                          {paragraph(u"r%1c%2"_s.arg(r).arg(c))});
        all << node(u"tableRow"_s, cells);
    }
    return documentOf({node(u"table"_s, all)});
}

} // namespace

/** What the converters and the edit do with large, deep and hostile documents. */
class TestAdfBounds : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void editsDeepDocuments_data()
    {
        QTest::addColumn<QString>("type");
        for (const auto &type : {u"blockquote"_s, u"bulletList"_s, u"panel"_s, u"expand"_s, u"x"_s})
            QTest::newRow(qUtf8Printable(type)) << type;
    }
    void editsDeepDocuments()
    {
        QFETCH(QString, type);
        for (const int levels : {5, 30, 40, 70, 400}) {
            const QJsonObject document = nested(type, levels);
            const QString markdown = markdownFromAdf(document);
            const QJsonObject edited =
                editedAdf(document, QString(markdown).replace(u"end"_s, u"new end"_s));
            QCOMPARE(edited["content"_L1][0], document["content"_L1][0]);
            QCOMPARE(edited["content"_L1][1], document["content"_L1][1]);
            QVERIFY(edited["content"_L1][2] != document["content"_L1][2]);
        }
    }

    void editsTheBottomOfDeepLists()
    {
        const QJsonObject document = nested(u"bulletList"_s, 20);
        const QString markdown = markdownFromAdf(document);
        QVERIFY(markdown.contains(u"bottom"_s));
        const QJsonObject edited =
            editedAdf(document, QString(markdown).replace(u"bottom"_s, u"changed"_s));
        QByteArray wanted = QJsonDocument(document).toJson();
        wanted.replace("bottom", "changed");
        QCOMPARE(QJsonDocument(edited).toJson(), wanted);
    }

    void editsLongDocuments()
    {
        const QJsonObject document = documentOf(paragraphs(10'000));
        const QString markdown = markdownFromAdf(document);
        const QJsonArray edited =
            editedAdf(document,
                      QString(markdown).replace(u"line 7000 "_s, u"changed "_s))["content"_L1]
                .toArray();
        QCOMPARE(edited.size(), 10'000);
        int changed = 0;
        const QJsonArray before = document["content"_L1].toArray();
        for (qsizetype i = 0; i < edited.size(); ++i)
            changed += edited[i] != before[i] ? 1 : 0;
        QCOMPARE(changed, 1);
    }

    void replacesLongDocumentsByOthers()
    {
        const QJsonObject document = documentOf(paragraphs(3000));
        const QString other = u"something else\n\n"_s.repeated(3000);
        QCOMPARE(editedAdf(document, other)["content"_L1].toArray().size(), 3000);
    }

    void editsHugeTables()
    {
        const QJsonObject document = tableOf(400, 20);
        const QString markdown = markdownFromAdf(document);
        const QJsonObject edited =
            editedAdf(document, QString(markdown).replace(u"r200c10"_s, u"changed"_s));
        QByteArray wanted = QJsonDocument(document).toJson();
        wanted.replace("r200c10", "changed");
        QCOMPARE(QJsonDocument(edited).toJson(), wanted);
    }

    void editsLongParagraphs()
    {
        const QString words = u"word, "_s.repeated(20'000);
        const QJsonObject document = documentOf({paragraph(words + u"end"_s)});
        const QString markdown = markdownFromAdf(document);
        const QJsonObject edited =
            editedAdf(document, QString(markdown).replace(u"end"_s, u"new"_s));
        QCOMPARE(edited, documentOf({paragraph(words + u"new"_s)}));
        const QJsonObject other = editedAdf(document, u"other. "_s.repeated(20'000));
        QVERIFY(other["content"_L1][0]["content"_L1].toArray().size() < 50'000);
    }

    void readsAsMuchAsThereIs()
    {
        // Reading and editing a text of four times the size gives four times as much: nothing is
        // said twice, whatever it stands in.
        const auto sizeOf = [](int count) {
            return markdownFromAdf(
                       documentOf({node(u"panel"_s, paragraphs(count)),
                                   node(u"blockquote"_s, {node(u"panel"_s, paragraphs(count))})}))
                .size();
        };
        QVERIFY(sizeOf(4000) < 5 * sizeOf(1000));
        const QJsonObject document = documentOf(paragraphs(4000));
        QVERIFY(QJsonDocument(document).toJson(QJsonDocument::Compact).size() > 100'000);
        QCOMPARE(markdownFromAdf(document).count(u"\n\n"_s), 3999);
    }

    void pairsLongSequencesInOrder()
    {
        std::vector<int> before;
        std::vector<int> after;
        for (int i = 0; i < 50'000; ++i) {
            before.push_back(i % 7 == 0 ? i : -1);
            after.push_back(i % 7 == 0 ? i + 7 : -2);
        }
        const std::vector<SequenceMatch> matches = commonSubsequence(before, after);
        QVERIFY(matches.size() > 7000);
        for (std::size_t i = 0; i < matches.size(); ++i) {
            QCOMPARE(before[matches[i].before], after[matches[i].after]);
            QVERIFY(i == 0
                    || (matches[i - 1].before < matches[i].before
                        && matches[i - 1].after < matches[i].after));
        }
    }

    void editsWithAnyMarkdown()
    {
        for (quint32 seed = 0; seed < 800; ++seed) {
            const QJsonObject document = AdfDecorator(seed, AdfDecorator::Nodes::Known)
                                             .decorated(AdfGenerator(seed).document());
            QCOMPARE(sandbox::checkAdf(document), QString());
            const QString other = AdfGenerator(seed + 5000).markdown();
            const QString markdown = markdownFromAdf(document);
            const QString mixed =
                markdown.first(markdown.size() / 2) + other + markdown.mid(markdown.size() / 2);
            for (const QString &text : {other, mixed}) {
                const QJsonObject edited = editedAdf(document, text);
                QCOMPARE(edited["type"_L1].toString(), u"doc"_s);
                QCOMPARE(sandbox::checkAdf(edited), QString());
            }
        }
    }

    void writesWhatTheServiceTakes()
    {
        for (quint32 seed = 0; seed < 1000; ++seed) {
            const QJsonObject written = adfFromMarkdown(AdfGenerator(seed).markdown());
            QCOMPARE(sandbox::checkAdf(written), QString());
            QCOMPARE(sandbox::checkAdf(AdfGenerator(seed).document()), QString());
        }
    }
};

QTEST_GUILESS_MAIN(TestAdfBounds)
#include "tst_adfbounds.moc"
