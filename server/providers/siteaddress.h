// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/base/result.h"

#include <QUrl>

namespace fairlead::providers {

/** The address of a service's own installation, made of what a person typed or pasted. */
struct SiteAddress
{
    QUrl url; ///< "https://project.example.com/openproject": no slash at its end
    QString name; ///< "project.example.com/openproject", with the port where there is one

    /** Accepts a bare host name or a URL; https, or http on this computer. InvalidInput with a
     * sentence; `example` is what a right one looks like. */
    [[nodiscard]] static Result<SiteAddress> fromText(const QString &typed, const QString &example);
};

} // namespace fairlead::providers
