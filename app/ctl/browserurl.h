// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/base/result.h"

#include <QUrl>

namespace fairlead::ctl {

/**
 * The address of a page to sign in on, checked before it is handed to another program: https, or
 * http on this computer, with a host, without user information, and nothing in it that a shell or
 * a program's options would understand. InvalidData otherwise.
 */
[[nodiscard]] Result<QUrl> browserUrl(const QString &text);

} // namespace fairlead::ctl
