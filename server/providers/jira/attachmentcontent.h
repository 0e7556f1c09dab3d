// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/providers/jira/jirasessions.h"

#include <QCoroTask>

namespace fairlead::providers::jira {

/**
 * The bytes of an attachment, whose id has passed its grammar. Jira hands out a signed address on
 * another host: that one is asked without the credential, and only over https unless Jira itself is
 * on this computer. The errors are those of a call of Jira; InvalidData when there are more than
 * `maxBytes`.
 */
[[nodiscard]] QCoro::Task<Result<QByteArray>> attachmentContent(
    const JiraSessions &sessions,
    JiraSessions::Session session,
    QString id,
    qint64 maxBytes,
    std::chrono::milliseconds deadline = std::chrono::seconds(30));

} // namespace fairlead::providers::jira
