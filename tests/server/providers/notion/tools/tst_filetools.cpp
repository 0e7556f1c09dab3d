// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/providers/notion/tools/sandboxednotion.h"

#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace fairlead;
using tests::object;
using tests::SandboxedNotion;

class TestFileTools : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_notion = std::make_unique<SandboxedNotion>();
        m_folder = std::make_unique<QTemporaryDir>();
        QVERIFY(m_notion->notion().files.add(m_folder->path()));
        m_page = m_notion->page(u"Product"_s);
    }

    void putsAFileIntoAPage_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QString>("type");
        QTest::newRow("text") << u"notes.txt"_s << "hello"_ba << u"file"_s;
        QTest::newRow("picture") << u"map.png"_s << "\x89PNG\r\n\x1a\n"_ba << u"image"_s;
        QTest::newRow("PDF") << u"report.pdf"_s << "%PDF-1.7"_ba << u"pdf"_s;
        QTest::newRow("sound") << u"talk.mp3"_s << "ID3"_ba << u"audio"_s;
        QTest::newRow("odd name") << u"a \"b\" ü — c.txt"_s << "x"_ba << u"file"_s;
    }
    void putsAFileIntoAPage()
    {
        QFETCH(QString, name);
        QFETCH(QByteArray, content);
        QFETCH(QString, type);
        const QString path = write(name, content);
        const QString text = m_notion->text(
            u"notion_upload_file"_s,
            {{u"page"_s, m_page}, {u"path"_s, path}, {u"caption"_s, u"What *we* know"_s}});
        QVERIFY2(text.startsWith("Uploaded "_L1), qPrintable(text));
        QVERIFY2(text.contains(u"(%1 block "_s.arg(type)), qPrintable(text));
        const auto &upload = m_notion->workspace().uploads.last();
        QCOMPARE(upload.parts.value(1), content);
        QCOMPARE(upload.partCount, 0);
        QVERIFY(upload.isAttached);
        QVERIFY(m_notion->content(m_page).contains("What we know"_L1));
    }

    void sendsALargeFileInParts()
    {
        QByteArray content(21 * 1024 * 1024, 'x');
        content[11 * 1024 * 1024] = 'y';
        const QString path = write(u"film.mp4"_s, content);
        const QString text =
            m_notion->text(u"notion_upload_file"_s, {{u"page"_s, m_page}, {u"path"_s, path}});
        QVERIFY2(text.contains("(video block "_L1), qPrintable(text));
        const auto &upload = m_notion->workspace().uploads.last();
        QCOMPARE(upload.partCount, 3);
        QByteArray whole;
        for (const QByteArray &part : upload.parts)
            whole += part;
        QVERIFY(whole == content);
        QCOMPARE(upload.status, u"uploaded"_s);
    }

    void takesContentInsteadOfAPath()
    {
        QVERIFY(
            m_notion
                ->text(u"notion_upload_file"_s,
                       {{u"page"_s, m_page}, {u"name"_s, u"../a/b.md"_s}, {u"content"_s, u"# Ü"_s}})
                .startsWith("Uploaded "_L1));
        QCOMPARE(m_notion->workspace().uploads.last().parts.value(1), "# Ü"_ba);
        QVERIFY(!m_notion->workspace().uploads.last().filename.contains(u'/'));
        QVERIFY(m_notion
                    ->text(u"notion_upload_file"_s,
                           {{u"page"_s, m_page},
                            {u"name"_s, u"a.bin"_s},
                            {u"content_base64"_s, u"data:a/b;base64,AAEC"_s}})
                    .startsWith("Uploaded "_L1));
        QCOMPARE(m_notion->workspace().uploads.last().parts.value(1), QByteArray("\0\1\2", 3));
    }

    void addsToAFilesColumn()
    {
        m_notion->workspace().dataSources.front().properties.append(
            {.id = u"file"_s, .name = u"Papers"_s, .type = u"files"_s, .config = {}});
        const QString row = m_notion->page(u"Measure the checkout"_s);
        const auto upload = [&](const QString &name) {
            return m_notion->text(u"notion_upload_file"_s,
                                  {{u"page"_s, row},
                                   {u"name"_s, name},
                                   {u"content"_s, name},
                                   {u"property"_s, u"papers"_s}});
        };
        QVERIFY(upload(u"one.txt"_s).contains("(column \"Papers\", file 1)"_L1));
        const QString second = upload(u"two.txt"_s);
        QVERIFY2(second.contains("(column \"Papers\", file 2)"_L1), qPrintable(second));
        const QJsonArray files = m_notion->workspace().page(row)->values.value(u"file"_s).toArray();
        QCOMPARE(files.size(), 2);
        QCOMPARE(files[0]["name"_L1].toString(), u"one.txt"_s);
        QCOMPARE(files[1]["name"_L1].toString(), u"two.txt"_s);
    }

    void sendsNothingThatHasNoPlace_data()
    {
        QTest::addColumn<QJsonObject>("given");
        QTest::addColumn<QString>("message");
        QTest::newRow("nothing") << QJsonObject() << u"Give one of \"path\""_s;
        QTest::newRow("two of them")
            << object("{'path':'a','content':'b'}") << u"Give one of \"path\""_s;
        QTest::newRow("no name") << object("{'content':'b'}") << u"Argument \"name\" is missing"_s;
        QTest::newRow("no Base64") << object("{'content_base64':'%%%','name':'a'}")
                                   << u"Argument \"content_base64\" is not Base64."_s;
        QTest::newRow("outside") << object("{'path':'/etc/passwd'}") << QString();
        QTest::newRow("no files column") << object("{'name':'a','content':'b','property':'Papers'}")
                                         << u"The page has no files column"_s;
        QTest::newRow("column with caption")
            << object("{'name':'a','content':'b','property':'Papers','caption':'c'}")
            << u"Only a file in the page has a caption"_s;
    }
    void sendsNothingThatHasNoPlace()
    {
        QFETCH(QJsonObject, given);
        QFETCH(QString, message);
        given.insert(u"page"_s, m_page);
        const QString error = m_notion->error(u"notion_upload_file"_s, given);
        QVERIFY2(error.startsWith(message) && !error.startsWith("no error"_L1), qPrintable(error));
        QCOMPARE(m_notion->workspace().uploads.size(), 0);
    }

    void handsOnWhatNotionRefuses()
    {
        m_notion->workspace().largestUpload = 3;
        const QString error = m_notion->error(
            u"notion_upload_file"_s,
            {{u"page"_s, m_page}, {u"name"_s, u"a.txt"_s}, {u"content"_s, u"hello"_s}});
        QVERIFY2(error.contains("larger than the workspace's limit"_L1), qPrintable(error));
    }

private:
    QString write(const QString &name, const QByteArray &content)
    {
        QFile file(m_folder->filePath(name));
        const bool isWritten =
            file.open(QIODevice::WriteOnly) && file.write(content) == content.size();
        return isWritten ? file.fileName() : QString();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<SandboxedNotion> m_notion;
    QString m_page;
};

QTEST_GUILESS_MAIN(TestFileTools)
#include "tst_filetools.moc"
