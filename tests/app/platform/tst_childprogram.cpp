// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/platform/childprogram.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace fairlead;
using platform::ChildProgram;

/** What it starts are shell scripts of a few lines. */
class TestChildProgram : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsWhatTheProgramSays()
    {
        ChildProgram child(script("echo '{\"url\":\"http://127.0.0.1:1\"}'; cat >/dev/null"));
        QVERIFY(child.exists());
        QSignalSpy ready(&child, &ChildProgram::ready);
        child.start({});
        QVERIFY(ready.wait());
        QCOMPARE(ready.first().first().toJsonObject().value(u"url"_s).toString(),
                 u"http://127.0.0.1:1"_s);
        QVERIFY(child.isRunning());
    }

    void saysWhyItIsNotThere_data()
    {
        QTest::addColumn<QByteArray>("lines");
        QTest::addColumn<QString>("sentence");
        QTest::newRow("ends") << "echo 'Port 1 is taken.' >&2; exit 1"_ba
                              << u"child has ended. Port 1 is taken."_s;
        QTest::newRow("no JSON") << "echo hello; cat >/dev/null"_ba
                                 << u"child answers otherwise than it should."_s;
        QTest::newRow("silent") << "exec cat >/dev/null"_ba << u"child was not ready in time."_s;
    }
    void saysWhyItIsNotThere()
    {
        QFETCH(QByteArray, lines);
        QFETCH(QString, sentence);
        ChildProgram child(script(lines), 300ms);
        QSignalSpy failed(&child, &ChildProgram::failed);
        child.start({});
        QVERIFY(failed.wait());
        QCOMPARE(failed.first().first().value<Error>().message, sentence);
        QVERIFY(!child.isRunning());
    }

    void saysThatAProgramIsMissing()
    {
        ChildProgram child(m_folder.filePath(u"nobody"_s));
        QVERIFY(!child.exists());
        QSignalSpy failed(&child, &ChildProgram::failed);
        child.start({});
        QTRY_COMPARE(failed.count(), 1);
        QVERIFY(failed.first().first().value<Error>().message.startsWith(
            u"nobody cannot be started"_s));
    }

    void endsItQuietlyAndStartsItAgain()
    {
        ChildProgram child(script("echo '{\"a\":1}'; exec cat >/dev/null"));
        QSignalSpy ready(&child, &ChildProgram::ready);
        QSignalSpy failed(&child, &ChildProgram::failed);
        child.start({});
        QVERIFY(ready.wait());
        child.end();
        QVERIFY(!child.isRunning());
        child.start({});
        QVERIFY(ready.wait());
        QCOMPARE(failed.count(), 0);
    }

    void keepsItsInputOpen()
    {
        ChildProgram child(script("echo '{\"a\":1}'; cat >/dev/null"));
        QSignalSpy failed(&child, &ChildProgram::failed);
        child.start({});
        QVERIFY(!failed.wait(300));
        QVERIFY(child.isRunning());
    }

private:
    QString script(const QByteArray &lines)
    {
        const QString path = m_folder.filePath(u"child"_s);
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly | QIODevice::Truncate))
            qFatal("The script cannot be written.");
        file.write("#!/bin/sh\n" + lines + '\n');
        file.close();
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        return path;
    }

    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(TestChildProgram)
#include "tst_childprogram.moc"
