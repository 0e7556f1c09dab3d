// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/providers/resttools.h"
#include "server/providers/sentry/sentrytypes.h"

namespace fairlead::providers::sentry {

/** An organization and a client for the region that its data is in. */
struct Place
{
    Organization organization;
    std::shared_ptr<RestClient> client; // shared only because a value is copied into tasks
    /** Where calls for the organization go: "/api/0/organizations/northwind" and what follows. */
    [[nodiscard]] QString path(const QString &rest) const;
};

/** What a call says of an issue. */
struct IssueReference
{
    QString id; ///< "6507376925" or "WEB-41"
    QString organization; ///< of a URL that names it; may be empty
};

/** InvalidInput naming the argument. */
[[nodiscard]] Result<IssueReference> issueReference(const QString &given);

/** Whether a token for `base` may be sent there: the same host or one below it, or both on this
 * computer. */
[[nodiscard]] bool isRegionOf(const QUrl &region, const QUrl &base);

/** All organizations, of every region. */
[[nodiscard]] QCoro::Task<Result<QList<Organization>>> organizations(RestSession session);
/** The one of that slug; with an empty one the only one there is. InvalidInput lists them. */
[[nodiscard]] QCoro::Task<Result<Place>> placeOf(RestSession session, QString slug);
[[nodiscard]] Result<Place> placeIn(const RestSession &session, const Organization &organization);

/** What one page of an organization's projects holds. */
struct ProjectPage
{
    QList<Project> projects;
    bool hasMore = false;
};
/** Up to a hundred, those that fit `query` where there is one. */
[[nodiscard]] QCoro::Task<Result<ProjectPage>> projectsOf(Place place, QString query);

/** Whose token it is. */
[[nodiscard]] QCoro::Task<Result<User>> whoAmI(RestSession session);

} // namespace fairlead::providers::sentry
