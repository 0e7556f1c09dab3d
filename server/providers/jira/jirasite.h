// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/base/result.h"

#include <QUrl>

namespace fairlead::providers::jira {

/** The address of a Jira Cloud site, made of what a person typed or pasted. */
struct JiraSite
{
    QUrl url; ///< "https://company.atlassian.net", without a path
    QString name; ///< "company.atlassian.net", with the port where there is one

    /** Accepts a bare host name or any URL of the site. InvalidInput with a sentence that says what
     * to enter instead. */
    [[nodiscard]] static Result<JiraSite> fromText(const QString &typed);
};

} // namespace fairlead::providers::jira
