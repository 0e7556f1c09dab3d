// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/providers/approvedfolders.h"
#include "server/publishing/sourcefile.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace fairlead;
using namespace fairlead::publishing;

class TestSourceFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        QVERIFY(QDir(m_folder->path()).mkdir(u"work"_s));
        m_folders = std::make_unique<providers::ApprovedFolders>();
        QVERIFY(m_folders->add(m_folder->filePath(u"work"_s)));
    }

    void readsSummaryAndText_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QString>("summary");
        QTest::addColumn<QString>("description");
        QTest::newRow("heading") << u"a.md"_s << "# A plan\n\nText\n"_ba << u"A plan"_s
                                 << u"Text"_s;
        QTest::newRow("lower heading")
            << u"a.md"_s << "\n### A plan ###\nText"_ba << u"A plan"_s << u"Text"_s;
        QTest::newRow("underlined")
            << u"a.md"_s << "A plan\n======\nText"_ba << u"A plan"_s << u"Text"_s;
        QTest::newRow("marks in it") << u"a.md"_s << "# A *new* `plan` for [Mia](m.md)\n"_ba
                                     << u"A new plan for Mia"_s << QString();
        QTest::newRow("no heading")
            << u"a.md"_s << "Text\n\n# Later\n"_ba << u"[work] a.md"_s << u"Text\n\n# Later"_s;
        QTest::newRow("front matter")
            << u"a.md"_s << "---\ntags: [x]\n---\n# A plan\nText"_ba << u"A plan"_s << u"Text"_s;
        QTest::newRow("a rule, no front matter")
            << u"a.md"_s << "---\nText"_ba << u"[work] a.md"_s << u"---\nText"_s;
        QTest::newRow("Windows' lines")
            << u"a.md"_s << "# A plan\r\nOne\r\nTwo"_ba << u"A plan"_s << u"One\nTwo"_s;
        QTest::newRow("text") << u"a.txt"_s << "# no heading\n"_ba << u"[work] a.txt"_s
                              << u"```\n# no heading\n```\n"_s;
        QTest::newRow("text with a fence") << u"a.txt"_s << "```\nx\n```"_ba << u"[work] a.txt"_s
                                           << u"````\n```\nx\n```\n````\n"_s;
        QTest::newRow("hidden characters")
            << u"a.md"_s << "# A \u202Eplan\n"_ba << u"A plan"_s << QString();
        QTest::newRow("bytes") << u"a.bin"_s << QByteArray("\0\1", 2) << u"[work] a.bin"_s
                               << QString();
        QTest::newRow("bytes with the name of a text")
            << u"a.md"_s << QByteArray("\xff\xfe", 2) << u"[work] a.md"_s << QString();
    }

    void readsSummaryAndText()
    {
        QFETCH(QString, name);
        QFETCH(QByteArray, content);
        write(name, content);
        const auto file = SourceFile::read(*m_folders, name);
        QVERIFY2(file, file ? "" : qPrintable(file.error().message));
        QTEST(file->summary, "summary");
        QTEST(file->description, "description");
        QCOMPARE(file->content, content);
        QCOMPARE(file->contentHash.size(), 64);
        QVERIFY(file->path.endsWith(u"/work/"_s + name));
        QCOMPARE(file->path, file->workspace + u'/' + name);
    }

    void cutsALongHeading()
    {
        write(u"a.md"_s, "# " + QByteArray("word ").repeated(100) + "\nText");
        const auto file = SourceFile::read(*m_folders, u"a.md"_s);
        QVERIFY(file && file->summary.size() <= 255 && file->summary.startsWith("word word"_L1));
    }

    void refusesAnEmptyFile()
    {
        write(u"a.md"_s, {});
        const auto file = SourceFile::read(*m_folders, u"a.md"_s);
        QVERIFY(!file);
        QCOMPARE(file.error().code, ErrorCode::InvalidInput);
        QVERIFY(file.error().message.endsWith("is empty, so there is nothing to publish."_L1));
    }

    void refusesALinkThatLeadsOut()
    {
        QFile outside(m_folder->filePath(u"secret.md"_s));
        QVERIFY(outside.open(QIODevice::WriteOnly));
        QVERIFY(QFile::link(outside.fileName(), m_folder->filePath(u"work/a.md"_s)));
        const auto file = SourceFile::read(*m_folders, u"a.md"_s);
        QVERIFY(!file);
        QCOMPARE(file.error().code, ErrorCode::Forbidden);
    }

private:
    void write(const QString &name, const QByteArray &content)
    {
        QFile file(m_folder->filePath(u"work/"_s + name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(content), content.size());
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<providers::ApprovedFolders> m_folders;
};

QTEST_GUILESS_MAIN(TestSourceFile)
#include "tst_sourcefile.moc"
