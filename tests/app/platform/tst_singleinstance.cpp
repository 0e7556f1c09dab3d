// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/platform/singleinstance.h"

#include <QLocalSocket>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace fairlead;
using platform::SingleInstance;

class TestSingleInstance : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_home = std::make_unique<QTemporaryDir>();
        qputenv("XDG_RUNTIME_DIR", m_home->path().toUtf8());
        auto folder = settings::DataFolder::open(m_home->filePath(u"data"_s));
        QVERIFY(folder);
        m_folder = *folder;
    }

    void theFirstOneServes()
    {
        SingleInstance first(m_folder);
        QCOMPARE(first.claim().value(), SingleInstance::Outcome::First);
    }

    void theSecondOneRaisesTheFirst()
    {
        SingleInstance first(m_folder);
        QCOMPARE(first.claim().value(), SingleInstance::Outcome::First);
        QSignalSpy raised(&first, &SingleInstance::showRequested);
        SingleInstance second(m_folder);
        QCOMPARE(second.claim().value(), SingleInstance::Outcome::Second);
        QTRY_COMPARE(raised.size(), 1);
    }

    void theSecondOneMayNameAPage()
    {
        SingleInstance first(m_folder);
        QCOMPARE(first.claim().value(), SingleInstance::Outcome::First);
        QSignalSpy raised(&first, &SingleInstance::showRequested);
        SingleInstance second(m_folder);
        QCOMPARE(second.claim(u"settings"_s).value(), SingleInstance::Outcome::Second);
        QTRY_COMPARE(raised.size(), 1);
        QCOMPARE(raised.first().first().toString(), u"settings"_s);
    }

    void takesOverAfterTheFirstHasGone()
    {
        {
            SingleInstance first(m_folder);
            QCOMPARE(first.claim().value(), SingleInstance::Outcome::First);
        }
        SingleInstance next(m_folder);
        QCOMPARE(next.claim().value(), SingleInstance::Outcome::First);
    }

    void anotherFolderIsAnotherInstance()
    {
        SingleInstance first(m_folder);
        QCOMPARE(first.claim().value(), SingleInstance::Outcome::First);
        const auto other = settings::DataFolder::open(m_home->filePath(u"other"_s));
        SingleInstance second(*other);
        QCOMPARE(second.claim().value(), SingleInstance::Outcome::First);
    }

    void ignoresWhateverIsNotItsWord_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("garbage") << QByteArray(1024 * 1024, 'x');
        QTest::newRow("another word") << "quit\n"_ba;
        QTest::newRow("half") << "sho"_ba;
        QTest::newRow("no page") << "show ../x\n"_ba;
        QTest::newRow("more") << "show settings now\n"_ba;
    }
    void ignoresWhateverIsNotItsWord()
    {
        QFETCH(QByteArray, bytes);
        SingleInstance first(m_folder);
        QCOMPARE(first.claim().value(), SingleInstance::Outcome::First);
        QSignalSpy raised(&first, &SingleInstance::showRequested);
        QLocalSocket socket;
        socket.connectToServer(first.socketName());
        QTRY_COMPARE(socket.state(), QLocalSocket::ConnectedState);
        socket.write(bytes);
        socket.flush();
        // It hangs up by itself, on the wrong word at once and on half a word after its time.
        QTRY_COMPARE(socket.state(), QLocalSocket::UnconnectedState);
        QCOMPARE(raised.size(), 0);
    }

private:
    std::unique_ptr<QTemporaryDir> m_home;
    settings::DataFolder m_folder;
};

QTEST_GUILESS_MAIN(TestSingleInstance)
#include "tst_singleinstance.moc"
