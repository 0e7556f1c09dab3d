// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/tools/resourceprovider.h"
#include "server/tools/tool.h"

namespace fairlead::tools {

struct PromptArgument
{
    QString name;
    QString description;
    bool required = false;
};

/** A ready-made request to a model that a person can pick in the client. */
struct PromptDefinition
{
    QString name; ///< unique
    QString title; ///< for people; may be empty
    QString description;
    QList<PromptArgument> arguments;
    ToolEffect effect = ToolEffect::Read; ///< of the tools that the model will need for it
};

/** A wish for one prompt with its arguments filled in. */
struct PromptCall
{
    QString name;
    QMap<QString, QString> arguments; ///< the required ones are there
    Caller caller;
    CancellationToken cancellation;
    ClientPortPointer client; ///< may be null
};

struct PromptMessage
{
    enum class Role { User, Assistant };
    Role role = Role::User;
    Content content;
};

struct PromptText
{
    QString description;
    QList<PromptMessage> messages;
};

/** All prompts that the protocol serves. Outlives every session. */
class PromptProvider
{
public:
    PromptProvider() = default;
    virtual ~PromptProvider() = default;
    Q_DISABLE_COPY_MOVE(PromptProvider)

    /** In a stable order. */
    [[nodiscard]] virtual QList<PromptDefinition> list(const Caller &caller) const = 0;

    /** NotFound for an unknown name, InvalidInput for arguments that do not fit. */
    [[nodiscard]] virtual QCoro::Task<Result<PromptText>> get(PromptCall call) = 0;

    /** Values for an argument of a prompt. NotFound for an unknown prompt. */
    [[nodiscard]] virtual QCoro::Task<Result<Completion>> complete(CompletionQuery query) = 0;
};

} // namespace fairlead::tools
