// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/base/result.h"

#include <QCoroTask>
#include <QJsonObject>
#include <QList>
#include <QMap>

#include <memory>

namespace fairlead::tools {

/** Something that only the person at the client, or the client itself, can give. */
struct InputRequest
{
    enum class Kind {
        Form, ///< the person fills in a form: `message`, `schema`
        Url, ///< the person goes to a page: `message`, `url`
        Sampling, ///< the client's model answers: `params`
        Roots, ///< the client lists its folders
    };
    Kind kind = Kind::Form;
    QString key; ///< unique within one call of a tool
    QString message;
    QJsonObject schema{}; ///< Form: an object of plain properties
    QString url{};
    QJsonObject params{}; ///< Sampling: as the protocol has them
};

/** What came back for one InputRequest. */
struct InputAnswer
{
    enum class Action { Accept, Decline, Cancel };
    Action action = Action::Cancel;
    QJsonObject content; ///< Form: what was filled in. Sampling, Roots: the client's answer

    bool operator==(const InputAnswer &) const = default;
};

using InputAnswers = QMap<QString, InputAnswer>; ///< by key

/** The severities of RFC 5424, mildest first. */
enum class LogLevel { Debug, Info, Notice, Warning, Error, Critical, Alert, Emergency };

/**
 * The way back from a running call to the client that made it. Safe to use when the client has
 * left: then nothing is delivered, and ask() fails.
 */
class ClientPort
{
public:
    ClientPort() = default;
    virtual ~ClientPort() = default;
    Q_DISABLE_COPY_MOVE(ClientPort)

    /** Whether the client has said that it can answer requests of this kind. */
    [[nodiscard]] virtual bool can(InputRequest::Kind kind) const = 0;

    /**
     * Asks, and waits for the answers to all of them. A call may run again from its start with
     * earlier answers at hand, so ask before anything is changed, and hand an Error of ask() on.
     * Forbidden: the client cannot be asked this. Cancelled, Timeout: nobody answered.
     */
    [[nodiscard]] virtual QCoro::Task<Result<InputAnswers>> ask(QList<InputRequest> requests) = 0;

    /** Whether an earlier run of this call has asked this and been answered: ask() again gives it.
     */
    [[nodiscard]] virtual bool hasAnswer(const QString &key) const
    {
        Q_UNUSED(key)
        return false;
    }

    /** Whether it has been answered anything whose key begins so. */
    [[nodiscard]] virtual bool hasAnswerFrom(const QString &keyPrefix) const
    {
        Q_UNUSED(keyPrefix)
        return false;
    }

    /** Whether it asks by ending the call: ask() fails with Cancelled, and the client makes the
     * call again with its answers. */
    [[nodiscard]] virtual bool asksByResult() const { return false; }

    /** A line for the client's log, if it wants lines of that severity. */
    virtual void log(LogLevel level, const QString &logger, const QJsonValue &data) = 0;

    /** Ends the event stream of this call, if the client can come back for the rest. */
    virtual void pollLater() = 0;
};

// Shared: a call and its port may outlive the session that they came with.
using ClientPortPointer = std::shared_ptr<ClientPort>;

} // namespace fairlead::tools
