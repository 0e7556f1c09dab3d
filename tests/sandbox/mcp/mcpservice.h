// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/sandbox/front/service.h"

#include <QJsonArray>

namespace fairlead::sandbox {

/** A tool of a remote MCP server. */
struct McpTool
{
    enum class Effect { Read, Write, Destructive };

    QString name;
    QString description;
    /** Its arguments, "issueIdOrKey* fields[] maxResults# additional_fields{}": required, a list
     * of texts, a whole number, an object; a text otherwise. */
    QString arguments{};
    Effect effect = Effect::Read;
    bool isPrimary = true; ///< listed without being asked for

    /** As tools/list has it. */
    [[nodiscard]] QJsonObject toJson() const;
};

/**
 * A remote MCP server over Streamable HTTP as the big services run theirs: revisions up to
 * 2025-11-25, no sessions, answers in JSON, nothing said of its own accord.
 */
class McpService : public Service
{
public:
    [[nodiscard]] Response answer(const Request &request) final;

protected:
    /** What a tool says: JSON as a text, as they all do. */
    struct Outcome
    {
        QJsonValue value;
        bool isError = false;

        [[nodiscard]] static Outcome refusal(const QString &message);
    };

    [[nodiscard]] virtual QStringList paths() const = 0;
    /** What lies beside the MCP endpoint; nothing: 404. */
    [[nodiscard]] virtual std::optional<Response> answerBeside(const Request &request);
    [[nodiscard]] virtual bool isSignedIn(const Request &request) const = 0;
    [[nodiscard]] virtual QList<McpTool> tools(const Request &request) const = 0;
    [[nodiscard]] virtual Outcome call(const Request &request,
                                       const QString &tool,
                                       const QJsonObject &arguments) = 0;

private:
    [[nodiscard]] Response answerMessage(const Request &request, const QJsonObject &message);
    [[nodiscard]] QJsonObject called(const Request &request, const QJsonObject &params);
};

} // namespace fairlead::sandbox
