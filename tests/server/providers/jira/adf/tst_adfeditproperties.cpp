// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/providers/jira/adf/adfedit.h"
#include "server/providers/jira/adf/adfreader.h"
#include "server/providers/jira/adf/adfwriter.h"
#include "tests/server/providers/jira/adf/adfdecorator.h"
#include "tests/server/providers/jira/adf/adfgenerator.h"

#include <QDir>
#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace fairlead::providers::jira;

namespace {

constexpr quint32 documents = 400;

QJsonObject storedDocument(quint32 seed)
{
    return AdfDecorator(seed).decorated(AdfGenerator(seed).document());
}

/** Counts text nodes, and gives the one that is number `which` another text. */
class TextChange
{
public:
    TextChange(int which, const QString &text)
        : m_which(which)
        , m_text(text)
    {}

    [[nodiscard]] int count() const { return m_count; }

    QJsonObject in(QJsonObject node)
    {
        // What is in a node that nobody knows is shown as one text, which no edit can cut up.
        const bool unknown = node.value("type"_L1).toString() == "poll"_L1;
        const QJsonArray children = node.value("content"_L1).toArray();
        if (children.isEmpty() || unknown)
            return node;
        QJsonArray content;
        for (qsizetype i = 0; i < children.size(); ++i) {
            const QJsonObject child = children[i].toObject();
            content << (child["type"_L1].toString() == "text"_L1
                            ? changed(child, isEdge(children, i - 1), isEdge(children, i + 1))
                            : in(child));
        }
        node["content"_L1] = content;
        return node;
    }

private:
    static bool isEdge(const QJsonArray &nodes, qsizetype at)
    {
        return at < 0 || at >= nodes.size() || nodes[at]["type"_L1].toString() == "hardBreak"_L1;
    }

    /** Spaces towards a neighbour stay; those at a line's end, Markdown does not show. */
    QJsonObject changed(QJsonObject text, bool first, bool last)
    {
        const QString before = text.value("text"_L1).toString();
        const QString core = before.trimmed();
        if (core.isEmpty() || m_count++ != m_which)
            return text;
        const qsizetype lead = before.indexOf(core);
        text["text"_L1] = (first ? QString() : before.left(lead)) + m_text
            + (last ? QString() : before.mid(lead + core.size()));
        return text;
    }

    int m_which;
    QString m_text;
    int m_count = 0;
};

int textsIn(const QJsonObject &document)
{
    TextChange counter(-1, {});
    (void)counter.in(document);
    return counter.count();
}

/** The text with a line removed, added or made longer, or a block moved. */
QString changedText(const QString &markdown, QRandomGenerator &random)
{
    QStringList lines = markdown.split(u'\n');
    QStringList blocks = markdown.split(u"\n\n"_s);
    const int line = random.bounded(int(lines.size()));
    switch (random.bounded(4)) {
    case 0:
        lines.removeAt(line);
        return lines.join(u'\n');
    case 1:
        lines.insert(line, u"\nsome new text\n"_s);
        return lines.join(u'\n');
    case 2:
        blocks.move(random.bounded(int(blocks.size())), random.bounded(int(blocks.size())));
        return blocks.join(u"\n\n"_s);
    default:
        lines[line] += u" and more"_s;
        return lines.join(u'\n');
    }
}

QByteArray shown(const QJsonObject &document)
{
    return QJsonDocument(document).toJson(QJsonDocument::Compact);
}

} // namespace

class TestAdfEditProperties : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsADocumentThatIsNotEdited()
    {
        for (quint32 seed = 0; seed < documents; ++seed) {
            const QJsonObject document = storedDocument(seed);
            QCOMPARE(shown(editedAdf(document, markdownFromAdf(document))), shown(document));
        }
    }

    void keepsEveryNodeBesideAnAddedOne()
    {
        for (quint32 seed = 0; seed < documents; ++seed) {
            const QJsonObject document = storedDocument(seed);
            const QString markdown = markdownFromAdf(document) + u"\n\nzebra"_s;
            const QJsonArray before = document["content"_L1].toArray();
            QJsonArray after = editedAdf(document, markdown)["content"_L1].toArray();
            const QByteArray seedText = "seed " + QByteArray::number(seed);
            qsizetype added = -1;
            for (qsizetype i = 0; i < after.size(); ++i)
                added = after[i]["content"_L1][0]["text"_L1].toString() == "zebra"_L1 ? i : added;
            QVERIFY2(added >= 0, seedText.constData());
            after.removeAt(added);
            QVERIFY2(after == before, seedText.constData());
        }
    }

    void changesOnlyTheTextThatWasEdited()
    {
        int changed = 0;
        for (quint32 seed = 0; seed < documents; ++seed) {
            const QJsonObject document = storedDocument(seed);
            const int texts = textsIn(document);
            if (texts == 0)
                continue;
            const QJsonObject wanted =
                TextChange(int(seed * 7919U % quint32(texts)), u"zebra stripes"_s).in(document);
            const QString markdown = markdownFromAdf(wanted);
            const QJsonObject edited = editedAdf(document, markdown);
            QVERIFY2(edited == wanted, ("seed " + QByteArray::number(seed)).constData());
            ++changed;
        }
        QVERIFY(changed > int(documents) / 2);
    }

    void saysWhatTheEditSays()
    {
        QRandomGenerator random(3);
        int edits = 0;
        for (quint32 seed = 0; seed < 700; ++seed) {
            const QJsonObject document = AdfDecorator(seed, AdfDecorator::Nodes::Known)
                                             .decorated(AdfGenerator(seed).document());
            const QString markdown = markdownFromAdf(document);
            // Where even the same text would say something else, nothing can be compared.
            if (markdownFromAdf(adfFromMarkdown(markdown)) != markdown)
                continue;
            const QString changed = changedText(markdown, random);
            const QString said = markdownFromAdf(editedAdf(document, changed));
            QVERIFY2(said == markdownFromAdf(adfFromMarkdown(changed)),
                     ("seed " + QByteArray::number(seed)).constData());
            ++edits;
        }
        QVERIFY(edits > 250);
    }

    void keepsRealDocuments_data()
    {
        QTest::addColumn<QJsonObject>("document");
        const QDir folder(QStringLiteral(FAIRLEAD_TEST_DATA "/adf"));
        const QStringList names = folder.entryList({u"*.json"_s}, QDir::Files, QDir::Name);
        QVERIFY(names.size() >= 60);
        for (const QString &name : names) {
            QFile file(folder.filePath(name));
            QVERIFY(file.open(QIODevice::ReadOnly));
            QTest::newRow(qUtf8Printable(name)) << QJsonDocument::fromJson(file.readAll()).object();
        }
    }
    void keepsRealDocuments()
    {
        QFETCH(QJsonObject, document);
        QCOMPARE(editedAdf(document, markdownFromAdf(document)), document);
    }

    void changesOneTextOfARealDocument_data() { keepsRealDocuments_data(); }
    void changesOneTextOfARealDocument()
    {
        QFETCH(QJsonObject, document);
        for (int text = 0, texts = textsIn(document); text < texts; ++text) {
            const QJsonObject wanted = TextChange(text, u"zebra stripes"_s).in(document);
            const QJsonObject edited = editedAdf(document, markdownFromAdf(wanted));
            QVERIFY2(shown(edited) == shown(wanted),
                     ("text " + QByteArray::number(text) + "\n" + shown(edited)).constData());
        }
    }
};

QTEST_GUILESS_MAIN(TestAdfEditProperties)
#include "tst_adfeditproperties.moc"
