// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/base/cancellation.h"
#include "server/tools/caller.h"
#include "server/tools/clientport.h"
#include "server/tools/content.h"
#include "server/tools/following.h"

#include <memory>
#include <optional>

namespace fairlead::tools {

/** Something that a client can read by its address: a Jira issue, a Notion page. */
struct Resource
{
    QString uri;
    QString name;
    QString title; ///< for people; may be empty
    QString description;
    QString mimeType;
};

/** A family of resources by an address with names in braces (RFC 6570, level 1). */
struct ResourceTemplate
{
    QString uriTemplate;
    QString name;
    QString title; ///< for people; may be empty
    QString description;
    QString mimeType;
};

/** A wish to read one resource. */
struct ResourceRead
{
    QString uri;
    Caller caller;
    CancellationToken cancellation;
    ClientPortPointer client; ///< may be null
};

/** What a client has typed so far for one argument of a prompt or of a resource template. */
struct CompletionQuery
{
    QString of; ///< the prompt's name or the template's address
    QString argument;
    QString typed;
    QMap<QString, QString> known; ///< arguments that are filled in already
    Caller caller;
    CancellationToken cancellation;
};

/** Suggestions, best first. */
struct Completion
{
    QStringList values; ///< at most 100 reach the client
    bool hasMore = false;
    std::optional<qint64> total{}; ///< of all that fit, where that is known
};

/**
 * All resources that the protocol serves. Outlives every session. What a caller may not see does
 * not exist for it.
 */
class ResourceProvider
{
public:
    ResourceProvider() = default;
    virtual ~ResourceProvider() = default;
    Q_DISABLE_COPY_MOVE(ResourceProvider)

    /** In a stable order. */
    [[nodiscard]] virtual QList<Resource> list(const Caller &caller) const = 0;
    [[nodiscard]] virtual QList<ResourceTemplate> templates(const Caller &caller) const = 0;

    /** Content of Kind::Resource. NotFound when there is no such resource for this caller. */
    [[nodiscard]] virtual QCoro::Task<Result<QList<Content>>> read(ResourceRead wish) = 0;

    /** Values for an argument of a template. NotFound for an unknown template. */
    [[nodiscard]] virtual QCoro::Task<Result<Completion>> complete(CompletionQuery query) = 0;

    /**
     * Tells of changes to one resource as long as the result lives; never of what the caller could
     * not read itself. NotFound when there is no such resource for this caller, InvalidInput when
     * it cannot be followed. By itself a provider tells through ChangeFeed alone.
     */
    [[nodiscard]] virtual Result<std::unique_ptr<Following>> follow(const QString &uri,
                                                                    const Caller &caller);
};

} // namespace fairlead::tools
