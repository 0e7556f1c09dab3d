// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/base/ids.h"
#include "server/secrets/keychainprobe.h"

#include <QCoroSignal>
#include <QDBusConnection>
#include <QDBusError>
#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QDBusPendingCallWatcher>
#include <QDBusVariant>

#include <limits>

using namespace Qt::StringLiterals;

namespace fairlead::secrets {
namespace {

constexpr auto serviceName = "org.freedesktop.secrets"_L1;
constexpr auto servicePath = "/org/freedesktop/secrets"_L1;

/** A connection of our own: QDBusConnection::sessionBus() stays broken for ever when there was no
 * bus at the first try. */
class BusConnection
{
public:
    BusConnection()
        : m_name(newId(u"fairlead-"))
        , m_bus(QDBusConnection::connectToBus(QDBusConnection::SessionBus, m_name))
    {}
    ~BusConnection() { QDBusConnection::disconnectFromBus(m_name); }
    Q_DISABLE_COPY_MOVE(BusConnection)

    [[nodiscard]] const QDBusConnection &bus() const { return m_bus; }

private:
    QString m_name;
    QDBusConnection m_bus;
};

/** KWallet is asked through QtKeychain alone: it tells locked and absent apart by itself. */
bool usesKWallet()
{
    const QString desktops = qEnvironmentVariable("XDG_CURRENT_DESKTOP");
    return desktops.split(u':').contains("KDE"_L1) || qEnvironmentVariableIsSet("KDE_FULL_SESSION");
}

/** Without a deadline: a frozen service answers when it thaws, and until then there is no answer.
 */
QCoro::Task<QDBusMessage> call(QDBusConnection bus, QDBusMessage message)
{
    const auto watcher = std::make_unique<QDBusPendingCallWatcher>(
        bus.asyncCall(message, std::numeric_limits<int>::max()));
    if (!watcher->isFinished())
        co_await qCoro(watcher.get(), &QDBusPendingCallWatcher::finished);
    co_return watcher->reply();
}

} // namespace

QCoro::Task<ProbeOutcome> probeKeychain()
{
    if (usesKWallet())
        co_return ProbeOutcome();
    const BusConnection connection;
    if (!connection.bus().isConnected())
        co_return ProbeOutcome{KeychainState::Absent, connection.bus().lastError().message()};

    QDBusMessage askDefault = QDBusMessage::createMethodCall(
        serviceName, servicePath, u"org.freedesktop.Secret.Service"_s, u"ReadAlias"_s);
    askDefault << u"default"_s;
    const QDBusMessage collection = co_await call(connection.bus(), askDefault);
    if (collection.type() != QDBusMessage::ReplyMessage)
        co_return ProbeOutcome{KeychainState::Absent, collection.errorMessage()};
    const QString path = collection.arguments().value(0).value<QDBusObjectPath>().path();
    // "/" says that no default collection was made yet; the first write makes it.
    if (path.isEmpty() || path == "/"_L1)
        co_return ProbeOutcome();

    QDBusMessage askLocked = QDBusMessage::createMethodCall(
        serviceName, path, u"org.freedesktop.DBus.Properties"_s, u"Get"_s);
    askLocked << u"org.freedesktop.Secret.Collection"_s << u"Locked"_s;
    const QDBusMessage locked = co_await call(connection.bus(), askLocked);
    if (locked.type() != QDBusMessage::ReplyMessage)
        co_return ProbeOutcome{KeychainState::Absent, locked.errorMessage()};
    if (locked.arguments().value(0).value<QDBusVariant>().variant().toBool())
        co_return ProbeOutcome{KeychainState::Locked, u"The default collection is locked."_s};
    co_return ProbeOutcome();
}

} // namespace fairlead::secrets
