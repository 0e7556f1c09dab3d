// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/publishing/workspacefiles.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace fairlead::publishing;

class TestWorkspaceFiles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        for (const QString &name : {u"plan.md"_s,
                                    u"deep/er/notes.TXT"_s,
                                    u"deep/picture.png"_s,
                                    u".hidden/secret.md"_s,
                                    u".secret.md"_s,
                                    u"node_modules/x/README.md"_s})
            write(name);
    }

    void listsFilesButNotWhatIsHiddenOrMadeByPrograms()
    {
        const WorkspaceListing listing = workspaceFiles({m_folder->path()}, 100);
        QCOMPARE(names(listing),
                 QStringList({u"deep/er/notes.TXT"_s, u"deep/picture.png"_s, u"plan.md"_s}));
        QVERIFY(!listing.isCut);
        QVERIFY(listing.files.at(0).isText && listing.files.at(2).isText);
        QVERIFY(!listing.files.at(1).isText);
        QCOMPARE(listing.files.at(0).workspace, m_folder->path());
    }

    void followsNoLinks()
    {
        const QTemporaryDir outside;
        QFile file(outside.filePath(u"other.md"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QVERIFY(QFile::link(outside.path(), m_folder->filePath(u"out"_s)));
        QVERIFY(QFile::link(m_folder->path(), m_folder->filePath(u"deep/round"_s)));
        QVERIFY(QFile::link(file.fileName(), m_folder->filePath(u"other.md"_s)));
        QCOMPARE(workspaceFiles({m_folder->path()}, 100).files.size(), 3);
    }

    void stopsAtItsLimit()
    {
        const WorkspaceListing listing = workspaceFiles({m_folder->path()}, 2);
        QCOMPARE(listing.files.size(), 2);
        QVERIFY(listing.isCut);
    }

    void listsAFileOfTwoFoldersOnce()
    {
        const QString inner = m_folder->filePath(u"deep"_s);
        QCOMPARE(workspaceFiles({m_folder->path(), inner}, 100).files.size(), 3);
        QVERIFY(workspaceFiles({m_folder->filePath(u"none"_s)}, 100).files.isEmpty());
    }

private:
    void write(const QString &name)
    {
        QDir().mkpath(QFileInfo(m_folder->filePath(name)).path());
        QFile file(m_folder->filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
    }

    QStringList names(const WorkspaceListing &listing) const
    {
        QStringList names;
        for (const WorkspaceFile &file : listing.files)
            names.append(QDir(m_folder->path()).relativeFilePath(file.path));
        return names;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(TestWorkspaceFiles)
#include "tst_workspacefiles.moc"
