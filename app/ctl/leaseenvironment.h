// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QProcessEnvironment>

namespace fairlead::ctl {

/** `environment` with a lease's credentials: JIRA_URL, JIRA_EMAIL, JIRA_API_TOKEN,
 * NOTION_ACCESS_TOKEN, …, as service and member are called in the lease; and FAIRLEAD_LEASE_ID. */
[[nodiscard]] QProcessEnvironment leaseEnvironment(const QJsonObject &lease,
                                                   QProcessEnvironment environment);

} // namespace fairlead::ctl
