// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/secrets/keychainscenarios.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

// A session bus that starts nothing on demand.
const QByteArray busWithoutServices =
    "<busconfig><type>session</type><listen>unix:tmpdir=/tmp</listen><auth>EXTERNAL</auth>"
    "<policy context='default'><allow send_destination='*' eavesdrop='true'/>"
    "<allow eavesdrop='true'/><allow own='*'/></policy></busconfig>"_ba;

} // namespace

/** Runs each scenario against a gnome-keyring of its own. */
class TestSystemKeychain : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        for (const QString &program : {u"gnome-keyring-daemon"_s, u"dbus-run-session"_s}) {
            if (QStandardPaths::findExecutable(program).isEmpty())
                QSKIP(qPrintable(program + u" is not installed"_s));
        }
    }

    void init()
    {
        m_home = std::make_unique<QTemporaryDir>();
        QVERIFY(QDir(m_home->path()).mkdir(u"run"_s));
        QVERIFY(QFile::setPermissions(m_home->filePath(u"run"_s),
                                      QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
    }

    void keepsAndForgetsInAnUnlockedKeychain() { runInSession(u"unlockedKeepsAndForgets"_s); }
    void servesTheVaultFromAnUnlockedKeychain() { runInSession(u"unlockedServesTheVault"_s); }
    void tellsALockedKeychainFromAnAbsentOne()
    {
        runInSession(u"unlockedLeavesAnItem"_s);
        runInSession(u"lockedIsToldFromAbsent"_s);
        // Neither the refused write nor the refused removal did anything.
        runInSession(u"unlockedFindsTheItem"_s);
    }
    void noticesThatTheKeychainWasLocked() { runInSession(u"lockedWhileRunning"_s); }
    void fallsBackWhereAKeychainWasNeverMadeAndNobodyCanBeAsked()
    {
        runInSession(u"freshWithoutAScreenFallsBack"_s);
    }
    void answersQuicklyWithoutAProvider()
    {
        QFile config(m_home->filePath(u"bus.conf"_s));
        QVERIFY(config.open(QIODevice::WriteOnly));
        config.write(busWithoutServices);
        config.close();
        runInSession(u"absentAnswersQuickly"_s, {u"--config-file="_s + config.fileName()});
    }
    void answersQuicklyWithoutABus()
    {
        run(QCoreApplication::applicationFilePath(),
            {u"--scenario"_s, u"absentAnswersQuickly"_s},
            {});
    }
    void answersQuicklyWhenTheBusIsDead()
    {
        run(QCoreApplication::applicationFilePath(),
            {u"--scenario"_s, u"absentAnswersQuickly"_s},
            u"unix:path=/nonexistent/bus"_s);
    }
    void waitsForAFrozenKeychainAndHeals() { runInSession(u"frozenIsBusyAndHeals"_s); }
    void waitsForAJobOfAFrozenKeychainAndHeals()
    {
        runInSession(u"frozenInMidJobIsBusyAndHeals"_s);
    }
    void mayEndWhileAJobIsInFlight() { runInSession(u"frozenMayBeLeftAtExit"_s); }

private:
    void runInSession(const QString &scenario, const QStringList &options = {})
    {
        run(u"dbus-run-session"_s,
            options
                + QStringList{u"--"_s,
                              QCoreApplication::applicationFilePath(),
                              u"--scenario"_s,
                              scenario},
            {});
    }

    void run(const QString &program, const QStringList &arguments, const QString &busAddress)
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        for (const QString &name : {u"DISPLAY"_s,
                                    u"WAYLAND_DISPLAY"_s,
                                    u"DBUS_SESSION_BUS_ADDRESS"_s,
                                    u"XDG_CURRENT_DESKTOP"_s,
                                    u"KDE_FULL_SESSION"_s,
                                    u"XDG_CONFIG_HOME"_s,
                                    u"XDG_DATA_HOME"_s,
                                    u"XDG_CACHE_HOME"_s})
            environment.remove(name);
        environment.insert(u"HOME"_s, m_home->path());
        environment.insert(u"XDG_RUNTIME_DIR"_s, m_home->filePath(u"run"_s));
        if (!busAddress.isEmpty())
            environment.insert(u"DBUS_SESSION_BUS_ADDRESS"_s, busAddress);
        QProcess child;
        child.setProcessEnvironment(environment);
        child.setProcessChannelMode(QProcess::MergedChannels);
        child.start(program, arguments);
        QVERIFY2(child.waitForFinished(60'000), "the scenario did not end");
        const QByteArray output = child.readAll();
        QVERIFY2(child.exitStatus() == QProcess::NormalExit && child.exitCode() == 0,
                 output.constData());
    }

    std::unique_ptr<QTemporaryDir> m_home;
};

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.value(1) == "--scenario"_L1) {
        KeychainScenarios scenarios;
        return QTest::qExec(&scenarios, {arguments.first(), arguments.value(2)});
    }
    TestSystemKeychain test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_systemkeychain.moc"
