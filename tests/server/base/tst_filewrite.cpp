// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/base/filewrite.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#ifdef Q_OS_UNIX
#include <csignal>
#include <sys/resource.h>
#include <sys/stat.h>
#endif

using namespace Qt::StringLiterals;
using namespace fairlead;

class TestFileWrite : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_path = m_folder->filePath(u"file"_s);
    }

    void replacesTheWholeFile()
    {
        QVERIFY(durableWrite(m_path, "a longer text"));
        QVERIFY(durableWrite(m_path, "short"));
        QCOMPARE(read(), "short"_ba);
        QVERIFY(durableWrite(m_path, ""));
        QCOMPARE(read(), QByteArray());
        QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files), QStringList{u"file"_s});
    }

    void isReadableByTheOwnerOnlyWhateverTheUmask()
    {
#ifdef Q_OS_UNIX
        const mode_t before = ::umask(0);
        const auto written = durableWrite(m_path, "x");
        ::umask(before);
        QVERIFY(written);
        QVERIFY(QFile::setPermissions(m_path, ownerOnly | QFile::ReadOther));
        QVERIFY(durableWrite(m_path, "y"));
        struct stat status
        {};
        QCOMPARE(::stat(QFile::encodeName(m_path).constData(), &status), 0);
        QCOMPARE(status.st_mode & 07777U, 0600U);
#endif
    }

    void keepsTheOldFileWhenTheNewOneDoesNotFit()
    {
#ifdef Q_OS_UNIX
        QVERIFY(durableWrite(m_path, "old"));
        // A limit on the size of files fails a write as a full disk does.
        rlimit before{};
        QCOMPARE(::getrlimit(RLIMIT_FSIZE, &before), 0);
        const auto handler = std::signal(SIGXFSZ, SIG_IGN);
        rlimit small = before;
        small.rlim_cur = 1000;
        QCOMPARE(::setrlimit(RLIMIT_FSIZE, &small), 0);
        const auto refused = durableWrite(m_path, QByteArray(2000, 'a'));
        ::setrlimit(RLIMIT_FSIZE, &before);
        std::signal(SIGXFSZ, handler);
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::Storage);
        QVERIFY(refused.error().message.contains(m_path));
        QCOMPARE(read(), "old"_ba);
        QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files), QStringList{u"file"_s});
#endif
    }

    void saysWhereItCannotWrite()
    {
        const auto refused = durableWrite(m_folder->filePath(u"missing/file"_s), "x");
        QCOMPARE(refused.error().code, ErrorCode::Storage);
    }

private:
    [[nodiscard]] QByteArray read() const
    {
        QFile file(m_path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
};

QTEST_GUILESS_MAIN(TestFileWrite)
#include "tst_filewrite.moc"
