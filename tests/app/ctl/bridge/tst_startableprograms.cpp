// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/bridge/startableprograms.h"
#include "server/settings/datafolder.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace fairlead;
using namespace fairlead::ctl;

class TestStartablePrograms : public QObject
{
    Q_OBJECT

private:
    void make(const QString &name)
    {
        QFile file(m_folder.filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.setPermissions(QFile::ReadOwner | QFile::ExeOwner);
    }

    QTemporaryDir m_folder;

private Q_SLOTS:
    void choosesTheTrayOnlyWhereThereIsAScreen()
    {
        const QString folder = m_folder.path();
        QVERIFY(startablePrograms(folder, Screen::Present, u"/d"_s).isEmpty());
        make(u"fairlead"_s);
        make(u"fairleadd"_s);
        const QStringList tray{folder + u"/fairlead"_s, u"--hidden"_s, u"--data-dir"_s, u"/d"_s};
        const QStringList daemon{folder + u"/fairleadd"_s, u"--data-dir"_s, u"/d"_s};
        QCOMPARE(startablePrograms(folder, Screen::Present, u"/d"_s),
                 (QList<QStringList>{tray, daemon}));
        QCOMPARE(startablePrograms(folder, Screen::Absent, u"/d"_s), QList<QStringList>{daemon});
    }

    void doesNotNameTheUsualFolder()
    {
        make(u"fairleadd"_s);
        const QString usual = settings::DataFolder::resolvedPath(QString());
        QCOMPARE(startablePrograms(m_folder.path(), Screen::Absent, usual),
                 QList<QStringList>{{m_folder.path() + u"/fairleadd"_s}});
    }
};

QTEST_GUILESS_MAIN(TestStartablePrograms)
#include "tst_startableprograms.moc"
