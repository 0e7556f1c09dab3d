// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/doctor/foldercheck.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace fairlead::doctor;

class TestFolderCheck : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void likesAFolderThatIsOursAlone()
    {
        QCOMPARE(lookAtFolder(m_folder->path()).verdict, Verdict::Ok);
    }

    void namesTheCommandThatClosesAnOpenFolder()
    {
        QVERIFY(QFile::setPermissions(m_folder->path(),
                                      QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner
                                          | QFile::ReadGroup));
        const auto finding = lookAtFolder(m_folder->path());
        QCOMPARE(finding.verdict, Verdict::Problem);
        QCOMPARE(finding.remedy.english(), u"Run: chmod 700 '%1'"_s.arg(m_folder->path()));
    }

    void seesALogThatCannotBeWritten()
    {
        QCOMPARE(lookAtLog(m_folder->path()).verdict, Verdict::Ok);
        QVERIFY(QDir(m_folder->path()).mkdir(u"fairlead.log"_s));
        const auto finding = lookAtLog(m_folder->path());
        QCOMPARE(finding.verdict, Verdict::Warning);
        QVERIFY(!finding.remedy.isEmpty());
    }

private:
    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(TestFolderCheck)
#include "tst_foldercheck.moc"
