// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/base/result.h"

#include <QList>
#include <QStringList>
#include <QUrl>

#include <utility>

namespace fairlead::providers {

/**
 * The path of a REST call, from a caller who must not lead the credential anywhere else: it cannot
 * leave its prefix, whatever the service, a proxy before it or an HTTP library takes for a step
 * upwards, another host or the end of the path.
 */
class ProxyPath final
{
public:
    using Query = QList<std::pair<QString, QString>>;

    /** InvalidInput with a sentence: no path, outside the prefixes, below an excluded one, or in a
     * form that two programs may read differently. Prefixes begin and end with a slash. */
    [[nodiscard]] static Result<ProxyPath> checked(const QString &path,
                                                   const QStringList &prefixes,
                                                   const QStringList &excluded = {});

    /** Below `base`, which is the connection's. InvalidInput when the query is too long. */
    [[nodiscard]] Result<QUrl> on(const QUrl &base, const Query &query) const;

    /** As it was given. */
    [[nodiscard]] const QString &text() const { return m_path; }
    /** Between its slashes, decoded. */
    [[nodiscard]] const QStringList &segments() const { return m_segments; }
    /** Whether it has the segments of `pattern`, "{}" standing for any one. */
    [[nodiscard]] bool matches(const QString &pattern) const;

private:
    QString m_path;
    QString m_prefix;
    QStringList m_segments;
};

} // namespace fairlead::providers
