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

QByteArray shown(const QJsonObject &document)
{
    return QJsonDocument(document).toJson(QJsonDocument::Compact);
}

} // namespace

class TestAdfRoundTrip : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsGeneratedDocuments()
    {
        for (quint32 seed = 0; seed < 2000; ++seed) {
            const QJsonObject document = AdfGenerator(seed).document();
            const QString markdown = markdownFromAdf(document);
            const QJsonObject back = adfFromMarkdown(markdown);
            const bool same = normalAdf(document) == normalAdf(back);
            QVERIFY2(same,
                     ("seed " + QByteArray::number(seed) + "\n" + shown(normalAdf(document)) + "\n"
                      + markdown.toUtf8() + "\n" + shown(normalAdf(back)))
                         .constData());
        }
    }

    void keepsEveryCharacterOfText()
    {
        for (quint32 seed = 0; seed < 3000; ++seed) {
            const QString text = AdfGenerator(seed).text();
            const QJsonObject node{{"type"_L1, u"text"_s}, {"text"_L1, text}};
            const QJsonObject paragraph{{"type"_L1, u"paragraph"_s},
                                        {"content"_L1, QJsonArray{node}}};
            const QJsonObject document{
                {"version"_L1, 1}, {"type"_L1, u"doc"_s}, {"content"_L1, QJsonArray{paragraph}}};
            const QString markdown = markdownFromAdf(document);
            QVERIFY2(adfFromMarkdown(markdown) == document,
                     (text + u'\n' + markdown).toUtf8().constData());
        }
    }

    void isStableAfterOneRound()
    {
        for (quint32 seed = 0; seed < 3000; ++seed) {
            const QString markdown = AdfGenerator(seed).markdown();
            const QString once = markdownFromAdf(adfFromMarkdown(markdown));
            const QString twice = markdownFromAdf(adfFromMarkdown(once));
            QVERIFY2(once == twice,
                     ("seed " + QByteArray::number(seed) + "\n" + markdown.toUtf8() + "\n=== once\n"
                      + once.toUtf8() + "\n=== twice\n" + twice.toUtf8() + "\n"
                      + shown(adfFromMarkdown(markdown)))
                         .constData());
        }
    }

    void writesOnlyWhatTheSchemaAllows()
    {
        for (quint32 seed = 0; seed < 3000; ++seed) {
            const QString markdown = AdfGenerator(seed).markdown();
            const QString broken = brokenAdfRule(adfFromMarkdown(markdown));
            QVERIFY2(broken.isEmpty(), (broken + u'\n' + markdown).toUtf8().constData());
        }
    }
};

QTEST_GUILESS_MAIN(TestAdfRoundTrip)
#include "tst_adfroundtrip.moc"
