// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/providers/jira/tools/jirasandbox.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace fairlead;
using tests::JiraFixture;
using tests::JiraSandbox;

namespace {

const QString upload = u"jira_upload_attachment"_s;

void write(const QString &path, const QByteArray &content)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        qFatal("cannot write %s", qPrintable(path));
}

} // namespace

/** The toolset jira_attachments. */
class TestAttachmentTools : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void attachesAFileByItsPath_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QString>("type");
        QTest::addColumn<QString>("size");
        QTest::newRow("text") << u"notes.txt"_s << "a\r\n--b\r\n"_ba << u"text/plain"_s
                              << u"8 bytes"_s;
        QTest::newRow("empty") << u"empty.txt"_s << ""_ba << u"text/plain"_s << u"0 bytes"_s;
        QTest::newRow("binary") << u"größe \"1\" ünd 表.png"_s
                                << "\x89PNG\r\n\x1a\n" + QByteArray(3000, '\0') << u"image/png"_s
                                << u"2.9 KB"_s;
    }
    void attachesAFileByItsPath()
    {
        QFETCH(QString, file);
        QFETCH(QByteArray, content);
        QFETCH(QString, type);
        QFETCH(QString, size);
        JiraSandbox world;
        QTemporaryDir folder;
        QVERIFY(world.jira().files.add(folder.path()));
        write(folder.filePath(file), content);
        const QString text =
            world.call(upload, {{u"key"_s, u"WEB-1"_s}, {u"path"_s, folder.filePath(file)}});
        QVERIFY2(!text.startsWith(u"ERROR"_s), qPrintable(text));
        const auto &attachment = world.issue(u"WEB-1"_s).attachments.constLast();
        QCOMPARE(attachment.fileName, QString(file).replace(u'"', u'_'));
        QCOMPARE(attachment.content, content);
        QCOMPARE(attachment.mimeType, type);
        QCOMPARE(text,
                 u"Attached %1 (%2, id %3) to WEB-1  %4"_s.arg(
                     attachment.fileName, size, attachment.id, world.url(u"WEB-1"_s)));
    }

    void attachesContent()
    {
        JiraSandbox world;
        const auto &attachments = world.issue(u"WEB-1"_s).attachments;
        const auto attach = [&](const QJsonObject &more) {
            QJsonObject arguments = more;
            arguments.insert(u"key"_s, u"WEB-1"_s);
            return world.call(upload, arguments);
        };
        QVERIFY(attach({{u"name"_s, u"../a.csv"_s}, {u"content"_s, u"ä;b\n"_s}})
                    .startsWith(u"Attached _a.csv (5 bytes"_s));
        QCOMPARE(attachments.constLast().content, "ä;b\n"_ba);
        QVERIFY(attach({{u"name"_s, u"a.bin"_s}, {u"content_base64"_s, u"AAEC\n/w=="_s}})
                    .startsWith(u"Attached a.bin (4 bytes"_s));
        QCOMPARE(attachments.constLast().content, "\0\1\2\xff"_ba);
        QVERIFY(attach({{u"name"_s, u"a.png"_s},
                        {u"content_base64"_s, u"data:image/png;base64,AA-_"_s}})
                    .startsWith(u"Attached a.png (3 bytes"_s));
    }

    void savesAnAttachment()
    {
        JiraSandbox world;
        QTemporaryDir folder;
        const QString path = QFileInfo(folder.path()).canonicalFilePath();
        QVERIFY(world.jira().files.add(path));
        const QByteArray content("PK\3\4\0\1binary\r\n", 15);
        const auto &attachments = world.issue(u"WEB-1"_s).attachments;
        for (const QString &name : {u"report.zip"_s, u"../../.evil"_s}) {
            world.issue(u"WEB-1"_s)
                .attachments.append({.id = world.sandbox().site().nextId(),
                                     .fileName = name,
                                     .mimeType = u"application/zip"_s,
                                     .authorId = {},
                                     .created = world.sandbox().site().now(),
                                     .content = content});
            const auto save = [&](const QString &where) {
                return world.call(u"jira_download_attachment"_s,
                                  {{u"key"_s, u"WEB-1"_s},
                                   {u"attachment"_s, attachments.constLast().id},
                                   {u"save_to"_s, where}});
            };
            const QString clean = name.startsWith(u'.') ? u"_.._.evil"_s : name;
            const QString text = save(path);
            QVERIFY2(text.endsWith(u" (15 bytes) of WEB-1 as %1/%2"_s.arg(path, clean)),
                     qPrintable(text));
            QFile file(path + u'/' + clean);
            QVERIFY(file.open(QIODevice::ReadOnly));
            QCOMPARE(file.readAll(), content);
            const auto asked = world.sandbox().journal().entries().size();
            QVERIFY(save(u"/etc"_s).contains(u"fairleadctl folders add DIR"_s));
            QVERIFY(save(path + u"/none"_s).contains(u"does not exist"_s));
            QCOMPARE(world.sandbox().journal().entries().size(), asked);
        }
        QCOMPARE(QDir(path).entryList(QDir::Files | QDir::Hidden).size(), 2);
    }

    void refusesOtherFiles()
    {
        JiraSandbox world;
        QTemporaryDir folder;
        QTemporaryDir other;
        write(folder.filePath(u"a.txt"_s), "a");
        write(other.filePath(u"b.txt"_s), "b");
        const auto attach = [&](const QString &path) {
            return world.call(upload, {{u"key"_s, u"WEB-1"_s}, {u"path"_s, path}});
        };
        const auto before = world.issue(u"WEB-1"_s).attachments.size();
        QVERIFY(attach(folder.filePath(u"a.txt"_s))
                    .startsWith(u"ERROR: No folder is approved for uploads and downloads."_s));
        QVERIFY(world.jira().files.add(folder.path()));
        QVERIFY(QFile::link(other.filePath(u"b.txt"_s), folder.filePath(u"link.txt"_s)));
        for (const QString &path : {other.filePath(u"b.txt"_s),
                                    folder.filePath(u"link.txt"_s),
                                    folder.filePath(u"../x"_s),
                                    u"/etc/passwd"_s}) {
            const QString text = attach(path);
            QVERIFY2(text.contains(u"fairleadctl folders add DIR"_s), qPrintable(text));
        }
        QVERIFY(attach(folder.filePath(u"none.txt"_s)).contains(u"does not exist"_s));
        QCOMPARE(world.issue(u"WEB-1"_s).attachments.size(), before);
    }

    void saysWhatIsMissing_data()
    {
        QTest::addColumn<QJsonObject>("arguments");
        QTest::addColumn<QString>("expected");
        QTest::newRow("nothing") << QJsonObject() << u"Give one of \"path\""_s;
        QTest::newRow("two") << QJsonObject{{u"path"_s, u"/a"_s},
                                            {u"content"_s, u"b"_s},
                                            {u"name"_s, u"c"_s}}
                             << u"Give one of \"path\""_s;
        QTest::newRow("no name") << QJsonObject{{u"content"_s, u"b"_s}} << u"\"name\" is missing"_s;
        QTest::newRow("no Base64")
            << QJsonObject{{u"content_base64"_s, u"b*"_s}, {u"name"_s, u"c"_s}}
            << u"is not Base64"_s;
    }
    void saysWhatIsMissing()
    {
        QFETCH(QJsonObject, arguments);
        QFETCH(QString, expected);
        JiraFixture jira;
        jira.connect();
        arguments.insert(u"key"_s, u"ABC-1"_s);
        const auto result = jira.call(upload, arguments);
        QVERIFY(result.isError);
        QVERIFY2(JiraFixture::textOf(result).contains(expected),
                 qPrintable(JiraFixture::textOf(result)));
    }

    void keepsToTheSitesLimit_data()
    {
        QTest::addColumn<QByteArray>("meta");
        QTest::addColumn<QString>("expected");
        QTest::newRow("too large")
            << R"({"enabled":true,"uploadLimit":4})"_ba
            << u"a.txt has 5 bytes, but company.atlassian.net takes files of at most 4 bytes."_s;
        QTest::newRow("switched off")
            << R"({"enabled":false})"_ba
            << u"Attachments are switched off on company.atlassian.net. Ask the site's "
               "administrator."_s;
    }
    void keepsToTheSitesLimit()
    {
        QFETCH(QByteArray, meta);
        QFETCH(QString, expected);
        JiraFixture jira;
        jira.connect();
        jira.http.plan(
            "GET"_ba, u"https://company.atlassian.net/rest/api/3/attachment/meta"_s, 200, meta);
        const auto result = jira.call(
            upload, {{u"key"_s, u"ABC-1"_s}, {u"name"_s, u"a.txt"_s}, {u"content"_s, u"12345"_s}});
        QVERIFY(result.isError);
        QCOMPARE(JiraFixture::textOf(result), expected);
        QCOMPARE(jira.http.requests().size(), 1);
    }

    void deletes()
    {
        JiraSandbox world;
        QVERIFY(
            world
                .call(upload,
                      {{u"key"_s, u"WEB-1"_s}, {u"name"_s, u"a.txt"_s}, {u"content"_s, u"12345"_s}})
                .startsWith(u"Attached"_s));
        const auto &attachments = world.issue(u"WEB-1"_s).attachments;
        const auto count = attachments.size();
        const QString id = attachments.constLast().id;
        const QString deleted = world.call(u"jira_delete_attachment"_s, {{u"id"_s, id}});
        QVERIFY2(deleted.startsWith(u"Deleted attachment %1 (a.txt, 5 bytes) on "_s.arg(id)),
                 qPrintable(deleted));
        QCOMPARE(attachments.size(), count - 1);
        const QString again = world.call(u"jira_delete_attachment"_s, {{u"id"_s, id}});
        QVERIFY2(again.startsWith(u"ERROR: Attachment %1 does not exist"_s.arg(id)),
                 qPrintable(again));
        QVERIFY(world.call(u"jira_delete_attachment"_s, {{u"id"_s, u"../1"_s}})
                    .startsWith(u"ERROR: "_s));
    }
};

QTEST_GUILESS_MAIN(TestAttachmentTools)
#include "tst_attachmenttools.moc"
