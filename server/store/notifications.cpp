// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/store/notifications.h"

#include "server/store/postgressession.h"

#include <QPointer>
#include <QSqlDriver>
#include <QTimer>

#include <chrono>

namespace fairlead::store {
namespace {

constexpr auto lookInterval = std::chrono::seconds(1);

} // namespace

/** The part that lives in the thread. */
class Notifications::Listener final : public QObject
{
public:
    Listener(const DatabaseAddress &address, QStringList channels, Notifications &front)
        : m_session(address, Changes::OfAll)
        , m_channels(std::move(channels))
        , m_front(front)
    {
        m_timer.setInterval(lookInterval);
        connect(&m_timer, &QTimer::timeout, this, &Listener::look);
    }

    void begin()
    {
        m_timer.start();
        look();
    }

private:
    /** A connection that was lost says nothing; asking shows it, and makes it again. */
    void look()
    {
        m_session.tryNow(); // it holds up nobody here
        if (!m_session.value(QStringLiteral("SELECT 1")))
            return;
        if (m_listening != m_session.driver() && !listen())
            return;
        Q_EMIT m_front.heard();
    }

    [[nodiscard]] bool listen()
    {
        for (const QString &channel : m_channels) {
            if (!m_session.listen(channel))
                return false;
        }
        m_listening = m_session.driver();
        connect(m_listening,
                &QSqlDriver::notification,
                this,
                [this](const QString &channel,
                       QSqlDriver::NotificationSource,
                       const QVariant &text) { m_front.handOver(channel, text.toString()); });
        Q_EMIT m_front.resumed();
        return true;
    }

    PostgresSession m_session;
    QStringList m_channels;
    Notifications &m_front;
    QPointer<QSqlDriver> m_listening;
    QTimer m_timer{this};
};

Notifications::Notifications(const DatabaseAddress &address,
                             const QStringList &channels,
                             QObject *parent)
    : QObject(parent)
{
    if (address.isFile())
        return;
    auto *listener = new Listener(address, channels, *this); // its thread deletes it
    listener->moveToThread(&m_thread);
    connect(&m_thread, &QThread::started, listener, &Listener::begin);
    connect(&m_thread, &QThread::finished, listener, &QObject::deleteLater);
    m_thread.start();
}

Notifications::~Notifications()
{
    m_thread.quit();
    m_thread.wait();
}

void Notifications::handOver(const QString &channel, const QString &payload)
{
    {
        const std::lock_guard lock(m_toldMutex);
        m_told.append({channel, payload});
    }
    QMetaObject::invokeMethod(this, &Notifications::takeIn, Qt::QueuedConnection);
}

void Notifications::takeIn()
{
    QList<std::pair<QString, QString>> told;
    {
        const std::lock_guard lock(m_toldMutex);
        told.swap(m_told);
    }
    for (const auto &[channel, payload] : std::as_const(told))
        Q_EMIT received(channel, payload);
}

QString Notifications::instance()
{
    return PostgresSession::instance();
}

} // namespace fairlead::store
