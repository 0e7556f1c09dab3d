// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/publishing/publishingworld.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace fairlead;
using namespace fairlead::publishing;
using tests::PublishingWorld;

class TestLinkExport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_world = std::make_unique<PublishingWorld>();
        m_world->write(u"deep/plan.md"_s, "# Plan\n\nText");
    }

    void writesTheLinksIntoTheFolder()
    {
        const auto published = m_world->published(m_world->request(u"deep/plan.md"_s)).publication;
        QCOMPARE(exported().value(), QStringList(exportPath()));
        const QJsonObject json = read();
        QCOMPARE(json.value("format"_L1).toString(), u"fairlead-jira-links"_s);
        QCOMPARE(json.value("version"_L1).toInt(), 1);
        const QJsonArray links = json.value("links"_L1).toArray();
        QCOMPARE(links.size(), 1);
        QCOMPARE(links.first()["file"_L1].toString(), u"deep/plan.md"_s);
        QCOMPARE(links.first()["issue"_L1].toString(), published.issueKey);
        QCOMPARE(links.first()["url"_L1].toString(), published.issueUrl.toString());
        QCOMPARE(links.first()["sha256"_L1].toString().toLatin1(), published.contentHash);
        // Once more takes the place of the first.
        m_world->write(u"other.md"_s, "# Other\n\nText");
        m_world->published(m_world->request(u"other.md"_s));
        QVERIFY(exported());
        QCOMPARE(read().value("links"_L1).toArray().size(), 2);
        QCOMPARE(QDir(m_world->path(u".fairlead"_s)).entryList(QDir::Files | QDir::Hidden),
                 QStringList(u"jira-links.json"_s));
    }

    void saysSoWhereNothingIsPublished()
    {
        QVERIFY(exported().error().message.contains("published yet"_L1));
        QVERIFY(!QFileInfo::exists(exportPath()));
    }

    void writesIntoAddedFoldersOnly()
    {
        m_world->published(m_world->request(u"deep/plan.md"_s));
        QCOMPARE(exported(m_world->path(u"deep"_s)).error().code, ErrorCode::InvalidInput);
        QCOMPARE(exported(u"/etc"_s).error().code, ErrorCode::Forbidden);
        QVERIFY(exported(m_world->path({})));
    }

#ifdef Q_OS_UNIX
    void followsNoLinkOutOfTheFolder()
    {
        m_world->published(m_world->request(u"deep/plan.md"_s));
        const QTemporaryDir outside;
        QVERIFY(QFile::link(outside.path(), m_world->path(u".fairlead"_s)));
        QCOMPARE(exported().error().code, ErrorCode::Forbidden);
        QVERIFY(QDir(outside.path()).isEmpty());
    }

    void replacesALinkAndNotWhatItLeadsTo()
    {
        m_world->published(m_world->request(u"deep/plan.md"_s));
        const QTemporaryDir outside;
        QFile precious(outside.filePath(u"precious"_s));
        QVERIFY(precious.open(QIODevice::WriteOnly) && precious.write("mine") == 4);
        precious.close();
        for (const QString &name : {u"/jira-links.json"_s, u"/jira-links.json.new"_s}) {
            QVERIFY(QDir().mkpath(m_world->path(u".fairlead"_s)));
            QVERIFY(QFile::link(precious.fileName(), m_world->path(u".fairlead"_s) + name));
            QVERIFY(exported());
            QVERIFY(!QFileInfo(exportPath()).isSymLink());
            QVERIFY(precious.open(QIODevice::ReadOnly));
            QCOMPARE(precious.readAll(), "mine"_ba);
            precious.close();
        }
    }
#endif

private:
    Result<QStringList> exported(const QString &folder = {})
    {
        tools::Caller caller;
        caller.userId = m_world->site.jira.userId();
        return m_world->publisher.exportLinks(caller, folder);
    }

    QString exportPath() const
    {
        return m_world->path(u".fairlead/jira-links.json"_s);
    }

    QJsonObject read() const
    {
        QFile file(exportPath());
        return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object()
                                              : QJsonObject();
    }

    std::unique_ptr<PublishingWorld> m_world;
};

QTEST_GUILESS_MAIN(TestLinkExport)
#include "tst_linkexport.moc"
