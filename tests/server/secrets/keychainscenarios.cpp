// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/secrets/keychainscenarios.h"

#include "server/base/ids.h"
#include "server/secrets/vault.h"
#include "server/store/database.h"

#include <QCoroTask>
#include <QDBusConnection>
#include <QDBusConnectionInterface>
#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

using namespace Qt::StringLiterals;
using namespace fairlead;
using namespace fairlead::secrets;
using namespace std::chrono_literals;

namespace {

const QString item = u"fairlead/test-item"_s;
const auto secretsService = "org.freedesktop.secrets"_L1;

} // namespace

void KeychainScenarios::startDaemon(Start start)
{
    QStringList arguments{u"--foreground"_s, u"--components=secrets"_s};
    if (start == Start::Unlocked)
        arguments += u"--unlock"_s;
    m_daemon.start(u"gnome-keyring-daemon"_s, arguments);
    QVERIFY(m_daemon.waitForStarted());
    if (start == Start::Unlocked)
        m_daemon.write("password");
    m_daemon.closeWriteChannel();
    // A question asked before that would make the bus start a second, locked daemon.
    QTRY_VERIFY_WITH_TIMEOUT(
        QDBusConnection::sessionBus().interface()->isServiceRegistered(secretsService), 20'000);
}

void KeychainScenarios::signalDaemon(int signal)
{
    QCOMPARE(::kill(static_cast<pid_t>(m_daemon.processId()), signal), 0);
}

void KeychainScenarios::cleanup()
{
    if (m_daemon.state() == QProcess::NotRunning)
        return;
    signalDaemon(SIGCONT);
    m_daemon.kill();
    m_daemon.waitForFinished();
}

KeychainAnswer KeychainScenarios::read(Keychain &keychain, Prompting prompting)
{
    return QCoro::waitFor(keychain.read(item, prompting));
}

void KeychainScenarios::unlockedKeepsAndForgets()
{
    startDaemon(Start::Unlocked);
    SystemKeychain keychain;
    QCOMPARE(read(keychain).state, KeychainState::Ready);
    QVERIFY(!read(keychain).found);
    // Zero bytes must survive: the master key is binary.
    const QByteArray value = "\0key"_ba + randomBytes(27) + '\0';
    QCOMPARE(QCoro::waitFor(keychain.write(item, Secret(value))).state, KeychainState::Ready);
    QVERIFY(read(keychain).found);
    QVERIFY(read(keychain).value.equals(value));
    QCOMPARE(QCoro::waitFor(keychain.remove(item)).state, KeychainState::Ready);
    QCOMPARE(read(keychain).state, KeychainState::Ready);
    QVERIFY(!read(keychain).found);
    QCOMPARE(QCoro::waitFor(keychain.remove(item)).state, KeychainState::Ready);
}

void KeychainScenarios::unlockedLeavesAnItem()
{
    startDaemon(Start::Unlocked);
    SystemKeychain keychain;
    QCOMPARE(QCoro::waitFor(keychain.write(item, Secret("kept"_ba))).state, KeychainState::Ready);
}

void KeychainScenarios::unlockedFindsTheItem()
{
    startDaemon(Start::Unlocked);
    SystemKeychain keychain;
    QVERIFY(read(keychain).value.equals("kept"));
}

void KeychainScenarios::unlockedServesTheVault()
{
    startDaemon(Start::Unlocked);
    const QTemporaryDir folder;
    const auto database = store::Database::open(folder.filePath(u"fairlead.db"_s));
    QVERIFY(database);
    SystemKeychain keychain;
    VaultOptions options;
    options.dataFolder = folder.path();
    options.fallback = FallbackPolicy::CreateKeyFile;
    for (int start = 0; start < 2; ++start) {
        Vault vault(**database, keychain, options);
        QVERIFY(vault.open());
        QTRY_COMPARE(vault.state(), VaultState::Ready);
        QCOMPARE(vault.source(), MasterKeySource::Keychain);
        if (start == 0)
            QVERIFY(vault.put(u"a"_s, Secret("token"_ba)));
        QVERIFY(vault.get(u"a"_s)->secret.equals("token"));
    }
}

void KeychainScenarios::lockedIsToldFromAbsent()
{
    startDaemon(Start::Locked);
    SystemKeychain keychain;
    QCOMPARE(read(keychain).state, KeychainState::Locked);
    QCOMPARE(read(keychain, Prompting::Allowed).state, KeychainState::Locked);
    QCOMPARE(QCoro::waitFor(keychain.write(item, Secret("x"_ba))).state, KeychainState::Locked);
    QCOMPARE(QCoro::waitFor(keychain.remove(item)).state, KeychainState::Locked);
}

void KeychainScenarios::lockedWhileRunning()
{
    startDaemon(Start::Unlocked);
    SystemKeychain keychain;
    QCOMPARE(QCoro::waitFor(keychain.write(item, Secret("kept"_ba))).state, KeychainState::Ready);
    QDBusMessage lock = QDBusMessage::createMethodCall(secretsService,
                                                       u"/org/freedesktop/secrets"_s,
                                                       u"org.freedesktop.Secret.Service"_s,
                                                       u"Lock"_s);
    const QDBusObjectPath collection(u"/org/freedesktop/secrets/collection/login"_s);
    lock << QVariant::fromValue(QList<QDBusObjectPath>{collection});
    QCOMPARE(QDBusConnection::sessionBus().call(lock).type(), QDBusMessage::ReplyMessage);
    QCOMPARE(read(keychain).state, KeychainState::Locked);
    QCOMPARE(QCoro::waitFor(keychain.remove(item)).state, KeychainState::Locked);
}

void KeychainScenarios::freshWithoutAScreenFallsBack()
{
    startDaemon(Start::Locked);
    const QTemporaryDir folder;
    const auto database = store::Database::open(folder.filePath(u"fairlead.db"_s));
    QVERIFY(database);
    SystemKeychain keychain;
    VaultOptions options;
    options.dataFolder = folder.path();
    options.fallback = FallbackPolicy::CreateKeyFile;
    Vault vault(**database, keychain, options);
    QVERIFY(vault.open());
    QTRY_COMPARE(vault.state(), VaultState::Ready);
    QCOMPARE(vault.source(), MasterKeySource::DataFolder);
}

void KeychainScenarios::absentAnswersQuickly()
{
    SystemKeychain keychain(30s);
    for (int i = 0; i < 2; ++i) {
        const KeychainAnswer answer = read(keychain, Prompting::Allowed);
        QCOMPARE(answer.state, KeychainState::Absent);
        QVERIFY(!answer.detail.isEmpty());
    }
    QCOMPARE(QCoro::waitFor(keychain.write(item, Secret("x"_ba))).state, KeychainState::Absent);
    QCOMPARE(QCoro::waitFor(keychain.remove(item)).state, KeychainState::Absent);
}

void KeychainScenarios::frozenIsBusyAndHeals()
{
    startDaemon(Start::Unlocked);
    SystemKeychain keychain(200ms);
    QCOMPARE(QCoro::waitFor(keychain.write(item, Secret("kept"_ba))).state, KeychainState::Ready);
    QSignalSpy late(&keychain, &Keychain::answeredLate);
    signalDaemon(SIGSTOP);
    QCOMPARE(read(keychain).state, KeychainState::Busy);
    // What is asked meanwhile waits its own time and is never begun.
    QCOMPARE(QCoro::waitFor(keychain.remove(item)).state, KeychainState::Busy);
    QCOMPARE(late.count(), 0);
    signalDaemon(SIGCONT);
    QTRY_COMPARE(late.count(), 1);
    QTRY_VERIFY(read(keychain).value.equals("kept"));
}

void KeychainScenarios::frozenInMidJobIsBusyAndHeals()
{
    startDaemon(Start::Unlocked);
    // Seen as KDE's, the keychain is not probed first; QtKeychain finds no KWallet and takes this
    // one.
    qputenv("KDE_FULL_SESSION", "true");
    SystemKeychain keychain(2s);
    QCOMPARE(QCoro::waitFor(keychain.write(item, Secret("kept"_ba))).state, KeychainState::Ready);
    QSignalSpy late(&keychain, &Keychain::answeredLate);
    signalDaemon(SIGSTOP);
    QCOMPARE(read(keychain).state, KeychainState::Busy);
    signalDaemon(SIGCONT);
    QTRY_COMPARE(late.count(), 1);
    QTRY_VERIFY(read(keychain).value.equals("kept"));
}

void KeychainScenarios::frozenMayBeLeftAtExit()
{
    startDaemon(Start::Unlocked);
    qputenv("KDE_FULL_SESSION", "true");
    auto keychain = std::make_unique<SystemKeychain>(2s);
    QCOMPARE(QCoro::waitFor(keychain->write(item, Secret("kept"_ba))).state, KeychainState::Ready);
    signalDaemon(SIGSTOP);
    keychain = std::make_unique<SystemKeychain>(200ms);
    QCOMPARE(read(*keychain).state, KeychainState::Busy);
    keychain.reset();
    // The answer that now comes has nobody left to tell.
    signalDaemon(SIGCONT);
    QTest::qWait(0);
}
