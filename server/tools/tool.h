// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/base/cancellation.h"
#include "server/base/result.h"
#include "server/tools/caller.h"
#include "server/tools/clientport.h"
#include "server/tools/content.h"

#include <QCoroTask>
#include <QJsonObject>
#include <QList>
#include <QStringList>

#include <functional>
#include <optional>

namespace fairlead::tools {

/** What a tool does to the outside world, by our own catalogue. */
enum class ToolEffect {
    Read, ///< changes nothing
    Write, ///< creates or changes; can be put right again
    Destructive, ///< deletes or overwrites
};

/** A tool as a client sees it. */
struct ToolDefinition
{
    QString name; ///< [A-Za-z0-9_.-]{1,64}, unique in the registry
    QString title; ///< for people
    QString description; ///< for models: when to use it, what comes back
    QJsonObject inputSchema; ///< JSON Schema 2020-12, type "object"
    std::optional<QJsonObject> outputSchema; ///< only where structured content earns its bytes
    ToolEffect effect = ToolEffect::Read;
    bool idempotent = false; ///< repeating a write with the same arguments changes nothing more
    /** Required arguments that the tool asks the person for where they are missing and the client
     * can show a form: then the tool gets the call without them. */
    QStringList asks{};
    QString service{}; ///< whose tool it is: "jira", "notion", …; empty: Fairlead's own
    /** The set that it belongs to, "jira_agile", which a key may switch on; empty: always listed.
     */
    QString toolset{};
    /** What it may ask of the service, "POST /rest/api/3/issue/{key}/comment": for people who want
     * to know, and for the test that compares it with what is really sent. */
    QStringList endpoints{};
};

/** A tool's answer. `isError` marks a failure that the model should read and act on. */
struct ToolResult
{
    QList<Content> content;
    std::optional<QJsonObject> structured; ///< only when the definition has an outputSchema
    QByteArray structuredText{}; ///< the same as JSON that is passed on as it is; may be empty
    bool isError = false;
    std::optional<ErrorCode> errorCode{}; ///< where it was an Error: for the log, not for models

    [[nodiscard]] static ToolResult fromText(QString text);
    [[nodiscard]] static ToolResult fromError(const Error &error);
};

/** How far a long call has come. */
struct Progress
{
    double progress = 0; ///< grows with each report
    std::optional<double> total;
    QString message;
};

/** One call, passed by value down to the tool. */
struct ToolCall
{
    QString tool;
    QJsonObject arguments;
    Caller caller;
    CancellationToken cancellation; ///< cancelled when the client cancels or leaves
    std::function<void(Progress)> reportProgress; ///< may be empty
    ClientPortPointer client{}; ///< may be null
    QByteArray text{}; ///< the whole message as it came, for what is passed on; may be empty
};

/** Runs one tool. An Error becomes a result with isError and the error's message. */
using ToolHandler = std::function<QCoro::Task<Result<ToolResult>>(ToolCall)>;

} // namespace fairlead::tools
