// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/providers/approvedfolders.h"
#include "server/providers/linkfreefile.h"

#include <QDir>
#include <QFileInfo>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace fairlead;
using providers::ApprovedFolders;

namespace {

void write(const QString &path, const QByteArray &content)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        qFatal("cannot write %s", qPrintable(path));
}

QByteArray read(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("unreadable");
}

} // namespace

/** What may be read and written in approved folders, and that nothing else can be reached. */
class TestApprovedFolders : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_root = std::make_unique<QTemporaryDir>();
        m_path = QFileInfo(m_root->path()).canonicalFilePath();
        QDir root(m_path);
        QVERIFY(root.mkpath(u"ok/deep"_s) && root.mkpath(u"okay"_s) && root.mkpath(u"secret"_s));
        QVERIFY(root.mkpath(u"ok/data"_s));
        write(at("ok/a.txt"), "inside");
        write(at("ok/deep/b.txt"), "deep");
        write(at("okay/c.txt"), "next door");
        write(at("secret/key"), "secret");
        write(at("ok/data/settings.json"), "tokens");
        m_folders = std::make_unique<ApprovedFolders>(
            ApprovedFolders::Options{.folders = QStringList(at("ok")),
                                     .dataFolder = at("ok/data"),
                                     .keep = {},
                                     .largestFile = 1000});
    }

    void readsWhatLiesInside_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QByteArray>("content");
        QTest::newRow("absolute") << u"%1/ok/a.txt"_s << "inside"_ba;
        QTest::newRow("below") << u"%1/ok/deep/b.txt"_s << "deep"_ba;
        QTest::newRow("dots") << u"%1/ok/deep/../a.txt"_s << "inside"_ba;
        QTest::newRow("from outside in") << u"%1/okay/../ok/./a.txt"_s << "inside"_ba;
        QTest::newRow("relative") << u"deep/b.txt"_s << "deep"_ba;
        QTest::newRow("slashes") << u"%1//ok///a.txt"_s << "inside"_ba;
    }
    void readsWhatLiesInside()
    {
        QFETCH(QString, path);
        QFETCH(QByteArray, content);
        const auto file = m_folders->openForReading(path.replace(u"%1"_s, m_path));
        QVERIFY2(file, file ? "" : qPrintable(file.error().message));
        QCOMPARE((*file)->size(), content.size());
        QCOMPARE((*file)->readAll(), content);
        QVERIFY(!(*file)->isWritable());
    }

    void refusesWhatLiesOutside_data()
    {
        QTest::addColumn<QString>("path");
        for (const char *path : {"%1/secret/key",
                                 "%1/ok/../secret/key",
                                 "%1/ok/deep/../../secret/key",
                                 "../secret/key",
                                 "deep/../../secret/key",
                                 "%1/okay/c.txt",
                                 "%1/ok/../okay/c.txt",
                                 "%1/ok/data/settings.json",
                                 "data/settings.json",
                                 "%1/ok/deep/../data/settings.json",
                                 "%1",
                                 "/",
                                 "/etc/passwd",
                                 "~/.ssh/id_ed25519",
                                 "~",
                                 "/proc/self/environ",
                                 "/dev/stdin",
                                 "%1/secret/no-such-file",
                                 "/no/such/file"})
            QTest::newRow(path) << QString::fromLatin1(path);
    }
    void refusesWhatLiesOutside()
    {
        QFETCH(QString, path);
        const auto file = m_folders->openForReading(path.replace(u"%1"_s, m_path));
        QVERIFY(!file);
        QCOMPARE(file.error().code, ErrorCode::Forbidden);
        QVERIFY(file.error().message.contains(at("ok")));
        QVERIFY(file.error().message.contains(u"fairleadctl folders add DIR"_s));
        QVERIFY(!m_folders->save(path, u"x"_s, "x"_ba));
    }

    void refusesLinksThatLeadOut()
    {
        link(at("secret/key"), at("ok/file-link"));
        link(at("secret"), at("ok/folder-link"));
        link(u"../secret/key"_s, at("ok/relative-link"));
        link(at("ok/file-link"), at("ok/link-to-link"));
        link(u"data/settings.json"_s, at("ok/data-link"));
        link(u"/proc/self/fd/0"_s, at("ok/proc-link"));
        for (const char *path : {"ok/file-link",
                                 "ok/folder-link/key",
                                 "ok/relative-link",
                                 "ok/link-to-link",
                                 "ok/data-link",
                                 "ok/proc-link"}) {
            const auto file = m_folders->openForReading(at(path));
            QVERIFY2(!file, path);
            QVERIFY2(file.error().code != ErrorCode::InvalidInput, path);
        }
        QCOMPARE(m_folders->save(at("ok/folder-link"), u"x"_s, "x"_ba).error().code,
                 ErrorCode::Forbidden);
        QVERIFY(!QFile::exists(at("secret/x")));
    }

    void followsLinksThatStayInside()
    {
        link(at("ok/deep"), at("ok/link"));
        const auto file = m_folders->openForReading(at("ok/link/b.txt"));
        QVERIFY(file);
        QCOMPARE((*file)->readAll(), "deep"_ba);
    }

    void approvesTheRealFolderBehindALink()
    {
        link(at("okay"), at("door"));
        QCOMPARE(m_folders->add(at("door")).value(), at("okay"));
        // Whoever turns the link later does not turn what was approved.
        QVERIFY(QFile::remove(at("door")));
        link(at("secret"), at("door"));
        QCOMPARE(m_folders->openForReading(at("door/key")).error().code, ErrorCode::Forbidden);
    }

    void opensNoLinkThatWasSwappedInAfterTheCheck()
    {
        // What a racing program would do between the check of the real path and its opening.
        const QString real = at("ok/deep/b.txt");
        QVERIFY(providers::openWithoutLinks(real));
        QVERIFY(QDir().rename(at("ok/deep"), at("ok/moved")));
        QVERIFY(QDir(m_path).mkdir(u"trap"_s));
        write(at("trap/b.txt"), "secret");
        link(at("trap"), at("ok/deep"));
        QCOMPARE(providers::openWithoutLinks(real).error().code, ErrorCode::Forbidden);
        QCOMPARE(providers::writeNewFile(at("ok/deep"), u"x"_s, "x"_ba).error().code,
                 ErrorCode::Forbidden);
        QVERIFY(!QFile::exists(at("trap/x")));
        QVERIFY(QFile::remove(at("ok/a.txt")));
        link(at("secret/key"), at("ok/a.txt"));
        QCOMPARE(providers::openWithoutLinks(at("ok/a.txt")).error().code, ErrorCode::Forbidden);
    }

    void writesThroughNoLink()
    {
        link(at("secret/new"), at("ok/report.pdf"));
        const auto saved = m_folders->save(at("ok"), u"report.pdf"_s, "pdf"_ba);
        QCOMPARE(saved.value(), at("ok/report (2).pdf"));
        QVERIFY(!QFile::exists(at("secret/new")));
    }

    void refusesWhatIsNoRegularFile()
    {
        QCOMPARE(::mkfifo(qPrintable(at("ok/pipe")), 0600), 0);
        QCOMPARE(m_folders->openForReading(at("ok/pipe")).error().code, ErrorCode::InvalidInput);
        QCOMPARE(m_folders->openForReading(at("ok/deep")).error().code, ErrorCode::InvalidInput);
        QCOMPARE(m_folders->openForReading(at("ok")).error().code, ErrorCode::InvalidInput);
        QCOMPARE(m_folders->save(at("ok/a.txt"), u"x"_s, "x"_ba).error().code,
                 ErrorCode::InvalidInput);
        QCOMPARE(providers::openWithoutLinks(u"/dev/null"_s).error().code, ErrorCode::InvalidInput);
    }

    void saysWhatIsMissing()
    {
        for (const QString &path : {at("ok/none.txt"), u"none.txt"_s}) {
            const auto file = m_folders->openForReading(path);
            QCOMPARE(file.error().code, ErrorCode::NotFound);
            QVERIFY(file.error().message.contains(u"none.txt does not exist"_s));
        }
        QCOMPARE(m_folders->openForReading({}).error().code, ErrorCode::InvalidInput);
        QCOMPARE(m_folders->openForReading(at("ok/a.txt") + QChar(u'\0')).error().code,
                 ErrorCode::InvalidInput);
        QCOMPARE(m_folders->openForReading(u"/"_s + QString(5000, u'x')).error().code,
                 ErrorCode::InvalidInput);
    }

    void reachesNothingWithoutAFolder()
    {
        const ApprovedFolders none;
        const auto file = none.openForReading(at("ok/a.txt"));
        QCOMPARE(file.error().code, ErrorCode::Forbidden);
        QVERIFY(file.error().message.startsWith(u"No folder is approved"_s));
        QVERIFY(file.error().message.contains(u"fairleadctl folders add DIR"_s));
        QCOMPARE(none.save({}, u"x"_s, "x"_ba).error().code, ErrorCode::Forbidden);
        QCOMPARE(none.openForReading(u"a.txt"_s).error().code, ErrorCode::Forbidden);
    }

    void keepsToItsLimit()
    {
        write(at("ok/most"), QByteArray(1000, 'x'));
        write(at("ok/more"), QByteArray(1001, 'x'));
        QVERIFY(m_folders->openForReading(at("ok/most")));
        QCOMPARE(m_folders->openForReading(at("ok/more")).error().code, ErrorCode::InvalidInput);
        QVERIFY(m_folders->save(at("ok"), u"x"_s, QByteArray(1000, 'x')));
        QCOMPARE(m_folders->save(at("ok"), u"x"_s, QByteArray(1001, 'x')).error().code,
                 ErrorCode::InvalidInput);
    }

    void overwritesNothing()
    {
        QCOMPARE(m_folders->save({}, u"a.txt"_s, "new"_ba).value(), at("ok/a (2).txt"));
        QCOMPARE(m_folders->save(at("ok"), u"a.txt"_s, "newer"_ba).value(), at("ok/a (3).txt"));
        QCOMPARE(m_folders->save(u"deep"_s, u"b.tar.gz"_s, ""_ba).value(), at("ok/deep/b.tar.gz"));
        QCOMPARE(read(at("ok/a.txt")), "inside"_ba);
        QCOMPARE(read(at("ok/a (2).txt")), "new"_ba);
        QCOMPARE(read(at("ok/a (3).txt")), "newer"_ba);
        QCOMPARE(QFile::permissions(at("ok/a (2).txt"))
                     & (QFile::ReadGroup | QFile::ReadOther | QFile::ExeOwner),
                 QFile::Permissions());
    }

    void cleansNames_data()
    {
        QTest::addColumn<QString>("suggested");
        QTest::addColumn<QString>("expected");
        const auto row = [](const QString &suggested, const QString &expected) {
            QTest::newRow(qPrintable(suggested.left(30))) << suggested << expected;
        };
        row(u"report.pdf"_s, u"report.pdf"_s);
        row(u"../../etc/passwd"_s, u"_.._etc_passwd"_s);
        row(u"..\\..\\boot.ini"_s, u"_.._boot.ini"_s);
        row(u"/etc/passwd"_s, u"_etc_passwd"_s);
        row(u".bashrc"_s, u"bashrc"_s);
        row(u"..."_s, u"file"_s);
        row(QString(), u"file"_s);
        row(u"a\nb\tc\u0007.txt"_s, u"a b c.txt"_s);
        row(u"cod\u202efdp.exe"_s, u"codfdp.exe"_s);
        row(u"what? <a>: \"b\"|*.txt"_s, u"what_ _a__ _b___.txt"_s);
        row(u"NUL.txt"_s, u"_NUL.txt"_s);
        row(u"name. "_s, u"name"_s);
        row(u"größe ünd 表.txt"_s, u"größe ünd 表.txt"_s);
        row(QString(300, u'x') + u".txt"_s, QString(196, u'x') + u".txt"_s);
        row(QString(300, u'表') + u".txt"_s, QString(78, u'表') + u".txt"_s);
    }
    void cleansNames()
    {
        QFETCH(QString, suggested);
        QFETCH(QString, expected);
        QCOMPARE(ApprovedFolders::fileName(suggested), expected);
        QCOMPARE(m_folders->save({}, suggested, "x"_ba).value(), at("ok/") + expected);
        const auto second = m_folders->save({}, suggested, "x"_ba);
        QVERIFY(second && second->contains(u" (2)"_s));
    }

    void saysWhereItMayNotWrite()
    {
        if (::geteuid() == 0)
            QSKIP("root may write everywhere");
        QVERIFY(QFile::setPermissions(at("ok/deep"), QFile::ReadOwner | QFile::ExeOwner));
        QCOMPARE(m_folders->save(at("ok/deep"), u"x"_s, "x"_ba).error().code, ErrorCode::Forbidden);
        QVERIFY(QFile::setPermissions(at("ok/deep"),
                                      QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
    }

    void addsAndRemoves()
    {
        QStringList kept;
        ApprovedFolders folders({.folders = {},
                                 .dataFolder = at("ok/data"),
                                 .keep =
                                     [&](const QStringList &list) {
                                         kept = list;
                                         return Result<>();
                                     },
                                 .largestFile = 1000});
        QSignalSpy changes(&folders, &ApprovedFolders::changed);
        QCOMPARE(folders.add(at("ok/deep/")).value(), at("ok/deep"));
        QCOMPARE(folders.add(at("ok/../ok/deep")).value(), at("ok/deep"));
        QCOMPARE(kept, QStringList(at("ok/deep")));
        QCOMPARE(changes.count(), 1);
        QVERIFY(folders.openForReading(u"b.txt"_s));
        QCOMPARE(folders.remove(at("okay")).error().code, ErrorCode::NotFound);
        QVERIFY(folders.remove(at("ok/deep/")));
        QVERIFY(kept.isEmpty());
        QCOMPARE(changes.count(), 2);
        QCOMPARE(folders.openForReading(at("ok/deep/b.txt")).error().code, ErrorCode::Forbidden);
    }

    void removesAFolderThatIsGone()
    {
        QVERIFY(m_folders->add(at("okay")));
        QVERIFY(QDir(at("okay")).removeRecursively());
        QVERIFY(m_folders->remove(at("okay")));
        QCOMPARE(m_folders->folders(), QStringList(at("ok")));
    }

    void refusesToApprove_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<ErrorCode>("code");
        QTest::newRow("relative") << u"ok"_s << ErrorCode::InvalidInput;
        QTest::newRow("nothing") << QString() << ErrorCode::InvalidInput;
        QTest::newRow("a file") << u"%1/ok/a.txt"_s << ErrorCode::NotFound;
        QTest::newRow("missing") << u"%1/none"_s << ErrorCode::NotFound;
        QTest::newRow("everything") << u"/"_s << ErrorCode::InvalidInput;
        QTest::newRow("home") << QDir::homePath() << ErrorCode::InvalidInput;
        QTest::newRow("above home") << QDir::homePath() + u"/.."_s << ErrorCode::InvalidInput;
        QTest::newRow("own data") << u"%1/ok/data"_s << ErrorCode::InvalidInput;
        QTest::newRow("above own data") << u"%1/ok"_s << ErrorCode::InvalidInput;
    }
    void refusesToApprove()
    {
        QFETCH(QString, path);
        QFETCH(ErrorCode, code);
        const auto added = m_folders->add(path.replace(u"%1"_s, m_path));
        QVERIFY(!added);
        QCOMPARE(added.error().code, code);
        QCOMPARE(m_folders->folders(), QStringList(at("ok")));
    }

    void changesNothingThatCannotBeKept()
    {
        ApprovedFolders folders({.folders = {},
                                 .dataFolder = {},
                                 .keep = [](const QStringList &) -> Result<> {
                                     return failure(ErrorCode::Storage, u"The disk is full."_s);
                                 },
                                 .largestFile = 1000});
        QCOMPARE(folders.add(at("ok")).error().message, u"The disk is full."_s);
        QVERIFY(folders.folders().isEmpty());
    }

private:
    [[nodiscard]] QString at(const char *path) const
    {
        return m_path + u'/' + QString::fromLatin1(path);
    }
    static void link(const QString &target, const QString &path)
    {
        if (::symlink(qPrintable(target), qPrintable(path)) != 0)
            qFatal("cannot link %s", qPrintable(path));
    }

    std::unique_ptr<QTemporaryDir> m_root;
    QString m_path;
    std::unique_ptr<ApprovedFolders> m_folders;
};

QTEST_GUILESS_MAIN(TestApprovedFolders)
#include "tst_approvedfolders.moc"
