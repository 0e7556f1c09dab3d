// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/connections/connection.h"
#include "server/providers/restcall.h"
#include "server/tools/tool.h"

#include <functional>
#include <optional>
#include <span>

namespace fairlead::providers {

/** A write to a service, what was there before it and what was there after. The states are as
 * UndoKind::state has them: by field, what the service itself says. */
struct KeptWrite
{
    QString kind; ///< "PUT /rest/api/3/issue/{issueIdOrKey}"
    QString path; ///< below the API's base
    QStringList ids{}; ///< what stands in place of the kind's braces
    QString query{}; ///< encoded
    QJsonValue body{};
    QJsonObject answer{}; ///< of a write that makes something: who it is
    QJsonObject before{};
    std::optional<QJsonObject> after{}; ///< nothing: it is not known what came of it
};

[[nodiscard]] QJsonObject toJson(const KeptWrite &write);
[[nodiscard]] KeptWrite keptWriteFrom(const QJsonObject &json);

/** One kind of write and how it is taken back. All functions are pure. */
struct UndoKind
{
    /** What is there of a thing before the write. */
    enum class Begins {
        Existing, ///< it is changed or goes: its state is read before
        Nothing, ///< it is made
    };
    /** From where its state after the write is known. */
    enum class Ends {
        Read, ///< it is read once more
        Answered, ///< the service's answer has it
    };

    QLatin1StringView method;
    QLatin1StringView path; ///< below the API's base, "{…}" standing for one segment
    QLatin1StringView says; ///< what undoing does, or why there is none: a sentence
    Begins begins = Begins::Existing;
    Ends ends = Ends::Read;
    /** Reads the thing; with an empty path there is nothing to read. Null: it cannot be undone. */
    RestCall (*reading)(const KeptWrite &write) = nullptr;
    /** Of the thing as it was answered, what the write concerns. A thing that is gone has none. */
    QJsonObject (*state)(const KeptWrite &write, const QJsonObject &thing) = nullptr;
    /** What else must be read to take it back; may be null. */
    RestCall (*helping)(const KeptWrite &write) = nullptr;
    /** Takes it back. An error says why that is not possible. */
    Result<RestCall> (*inverse)(const KeptWrite &write, const QJsonObject &help) = nullptr;
    /** Of a write that makes many things: each as a write of its own, of another kind, whose path
     * names it. Null: it is one write. */
    QList<KeptWrite> (*parts)(const KeptWrite &write) = nullptr;
    /** What others have worked on since is never taken away. */
    bool onlyUnchanged = false;

    [[nodiscard]] QString name() const { return method + QLatin1Char(' ') + path; }
};

/** What a service's writes need to be taken back. */
struct UndoRules
{
    QString provider; ///< as in Connection::provider
    std::span<const UndoKind> kinds;
    QString (*shown)(const QJsonValue &value) = nullptr; ///< a field's value for people
    /** Makes the call over a connection, on behalf of a caller; its errors are for people. */
    std::function<QCoro::Task<Result<QByteArray>>(
        connections::Connection, tools::Caller, CancellationToken, RestCall)>
        send;

    [[nodiscard]] const UndoKind *find(const QString &name) const;
};

/** The kind of such a write and what stands for its braces; nothing: none that is known. */
struct FoundKind
{
    const UndoKind *kind = nullptr;
    QStringList ids{};
};
[[nodiscard]] FoundKind kindOf(std::span<const UndoKind> kinds,
                               QByteArrayView method,
                               const QString &path);

/** Whether it is one of the provider's own tools, each of which does one thing: what others put
 * together of many writes is not undone. */
[[nodiscard]] bool isToolOf(const QString &tool, const QString &provider);

/** Whether a tool's call can be undone, in a sentence or two, from what it may ask of the service;
 * empty for one that only reads. */
[[nodiscard]] QString undoText(std::span<const UndoKind> kinds, const tools::ToolDefinition &tool);

} // namespace fairlead::providers
