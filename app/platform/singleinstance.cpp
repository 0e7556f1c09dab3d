// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/platform/singleinstance.h"

#include "app/platform/pagelink.h"
#include "server/base/ids.h"

#include <QLocalSocket>
#include <QTimer>

#include <optional>

using namespace Qt::StringLiterals;

namespace fairlead::platform {
namespace {

constexpr int answerTimeoutMs = 1000;
constexpr int maxConnections = 8;
const QByteArray showWord = "show"_ba;
constexpr qint64 longestQuestion = 32;

/** The page that was asked for, empty for any; nothing when this is no such question. */
std::optional<QString> pageAskedFor(const QByteArray &question)
{
    if (question == showWord + '\n')
        return QString();
    if (!question.startsWith(showWord + ' ') || !question.endsWith('\n'))
        return {};
    const QString page = QString::fromLatin1(question.sliced(showWord.size() + 1).chopped(1));
    return isPageName(page) ? std::optional(page) : std::nullopt;
}

/** A name that depends on the data folder, in the folder that the session keeps for such sockets.
 */
QString socketNameFor(const QString &dataFolder)
{
    const QString name =
        u"fairlead-"_s + QString::fromLatin1(sha256Hex(dataFolder.toUtf8()).left(16));
#if defined(Q_OS_UNIX)
    const QString runtime = qEnvironmentVariable("XDG_RUNTIME_DIR");
    return (runtime.isEmpty() ? dataFolder : runtime) + u'/' + name;
#else
    return name;
#endif
}

} // namespace

SingleInstance::SingleInstance(const settings::DataFolder &folder, QObject *parent)
    : QObject(parent)
    , m_lock(folder.lock())
    , m_socketName(socketNameFor(folder.path()))
{
    // The kernel's lock decides; the age of the file says nothing about a program that runs for
    // weeks.
    m_lock.setStaleLockTime(0);
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    m_server.setMaxPendingConnections(maxConnections);
    connect(&m_server, &QLocalServer::newConnection, this, &SingleInstance::answer);
}

Result<SingleInstance::Outcome> SingleInstance::claim(const QString &page)
{
    if (m_lock.tryLock(0) || (m_lock.removeStaleLockFile() && m_lock.tryLock(0))) {
        QLocalServer::removeServer(m_socketName);
        // Without the socket a second start cannot raise us, but serving does not depend on it.
        if (!m_server.listen(m_socketName))
            qWarning("A second start will not find this one: %s",
                     qUtf8Printable(m_server.errorString()));
        return Outcome::First;
    }
    if (m_lock.error() == QLockFile::LockFailedError) {
        (void)askHolder(page);
        return Outcome::Second;
    }
    return failure(
        ErrorCode::Storage,
        u"The lock file in the data folder cannot be made. Check that the folder is writable and the disk not full."_s);
}

bool SingleInstance::askHolder(const QString &page) const
{
    QLocalSocket socket;
    socket.connectToServer(m_socketName);
    if (!socket.waitForConnected(answerTimeoutMs))
        return false;
    socket.write(showWord + (page.isEmpty() ? QByteArray() : ' ' + page.toLatin1()) + '\n');
    return socket.waitForBytesWritten(answerTimeoutMs);
}

void SingleInstance::answer()
{
    while (QLocalSocket *socket = m_server.nextPendingConnection()) {
        connect(socket, &QLocalSocket::disconnected, socket, &QObject::deleteLater);
        QTimer::singleShot(answerTimeoutMs, socket, &QLocalSocket::abort);
        socket->setReadBufferSize(longestQuestion);
        connect(socket, &QLocalSocket::readyRead, this, [this, socket] {
            if (!socket->canReadLine() && socket->bytesAvailable() < longestQuestion)
                return;
            if (const auto page = pageAskedFor(socket->readAll()))
                Q_EMIT showRequested(*page);
            socket->abort();
        });
    }
}

} // namespace fairlead::platform
