// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/base/result.h"
#include "server/base/secret.h"

#include <QUrl>

namespace fairlead::ctl {

/** Where the running instance is and what opens it, read from its data folder. */
struct Instance
{
    QUrl url;
    Secret controlToken;

    /** NotFound, with how to start one, when no instance serves from that folder. */
    [[nodiscard]] static Result<Instance> find(const QString &dataFolder);
};

} // namespace fairlead::ctl
