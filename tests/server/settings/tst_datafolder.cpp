// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/settings/datafolder.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace fairlead;
using namespace fairlead::settings;

class TestDataFolder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void makesAFolderThatIsClosedToOthers()
    {
        const mode_t before = ::umask(0);
        const auto folder = DataFolder::open(path(u"a/b/data"_s));
        ::umask(before);
        QVERIFY2(folder, qPrintable(folder ? QString() : folder.error().message));
        QCOMPARE(modeOf(folder->path()), 0700U);
        QCOMPARE(folder->database(), folder->path() + u"/fairlead.db"_s);
    }

    void remembersThatItsDataIsAtAServer()
    {
        const auto folder = DataFolder::open(path(u"data"_s));
        QVERIFY(folder->checkHasOwnDatabase());
        QVERIFY(folder->noteDatabaseServer(u"anna@db:5432/fairlead"_s));
        QVERIFY(folder->noteDatabaseServer(u"anna@db:5432/other"_s));
        const auto refused = DataFolder::open(path(u"data"_s))->checkHasOwnDatabase();
        QCOMPARE(refused.error().code, ErrorCode::Conflict);
        QVERIFY(refused.error().message.contains(u"anna@db:5432/other"_s));
        QVERIFY(refused.error().message.contains(folder->filePath(u"database-server"_s)));
    }

    void closesAFolderOfOursToOthers_data()
    {
        QTest::addColumn<uint>("mode");
        QTest::newRow("readable") << 0755U;
        QTest::newRow("writable") << 0777U;
        QTest::newRow("group") << 0750U;
    }

    void closesAFolderOfOursToOthers()
    {
        QFETCH(const uint, mode);
        QVERIFY(QDir().mkdir(path(u"data"_s)));
        QCOMPARE(::chmod(QFile::encodeName(path(u"data"_s)).constData(), mode), 0);
        QTest::ignoreMessage(QtWarningMsg,
                             QRegularExpression(u"was open to other users; it is closed"_s));
        QVERIFY(DataFolder::open(path(u"data"_s)));
        QCOMPARE(modeOf(path(u"data"_s)), 0700U);
    }

    void leavesAnOpenFolderWithOtherThingsInItAlone()
    {
        QVERIFY(QDir(m_folder->path()).mkdir(u"shared"_s));
        const QByteArray shared = QFile::encodeName(path(u"shared"_s));
        QCOMPARE(::chmod(shared.constData(), 0755), 0);
        QFile other(path(u"shared/other"_s));
        QVERIFY(other.open(QIODevice::WriteOnly));
        const auto refused = DataFolder::open(path(u"shared"_s));
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::Storage);
        QVERIFY(QFileInfo(path(u"shared"_s)).permissions() & QFile::ReadOther);
    }

    void refusesAnotherUsersFolder()
    {
        if (::geteuid() != 0)
            QSKIP("only root can give a folder to another user");
        QVERIFY(QDir().mkdir(path(u"data"_s)));
        QCOMPARE(::chown(QFile::encodeName(path(u"data"_s)).constData(), 65534, 65534), 0);
        const auto folder = DataFolder::open(path(u"data"_s));
        QVERIFY(!folder);
        QVERIFY(folder.error().message.contains("belongs to another user"_L1));
    }

    void refusesWhatIsNoFolder()
    {
        QFile file(path(u"data"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        const auto folder = DataFolder::open(path(u"data"_s));
        QVERIFY(!folder);
        QVERIFY(folder.error().message.contains("is not a folder"_L1));
        QVERIFY(!DataFolder::open(path(u"data/below"_s)));
    }

    void followsALinkToTheFolderItself()
    {
        QVERIFY(QDir().mkdir(path(u"data"_s)));
        QVERIFY(QFile::link(path(u"data"_s), path(u"link"_s)));
        const auto folder = DataFolder::open(path(u"link"_s));
        QVERIFY(folder);
        QCOMPARE(folder->path(), QFileInfo(path(u"data"_s)).canonicalFilePath());
    }

    void isThePlatformsOwnByDefault()
    {
        QStandardPaths::setTestModeEnabled(true);
        const auto folder = DataFolder::open({});
        QStandardPaths::setTestModeEnabled(false);
        QVERIFY(folder);
        QVERIFY(folder->path().endsWith("/fairlead"_L1));
        QDir(folder->path()).removeRecursively();
    }

private:
    [[nodiscard]] QString path(const QString &name) const { return m_folder->filePath(name); }

    [[nodiscard]] static uint modeOf(const QString &path)
    {
        struct stat status
        {};
        ::stat(QFile::encodeName(path).constData(), &status);
        return status.st_mode & 07777;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(TestDataFolder)
#include "tst_datafolder.moc"
