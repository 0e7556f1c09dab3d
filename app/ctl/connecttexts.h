// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QString>

namespace fairlead::ctl {

/** What connecting a service tells: `connection` is the REST API's report on a new one. */
[[nodiscard]] QString connectedText(const QJsonObject &connection);

/** What to register where, and how to enter it, while a service has no OAuth app; `client` is what
 * the REST API says about it. */
[[nodiscard]] QString setupText(const QString &service, const QJsonObject &client);

} // namespace fairlead::ctl
