// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/base/result.h"
#include "server/net/reach.h"

#include <QUrl>

namespace fairlead::oauth {

/**
 * An address that a foreign server named: https, or http on this computer where `reach` allows it;
 * a host, no user name, no fragment, nothing that a shell or a terminal understands, at most 2 KiB,
 * and no literal address out of reach. InvalidData otherwise, with what it was to be, `what` ("its
 * sign-in page").
 */
[[nodiscard]] Result<QUrl> foreignAddress(const QString &text,
                                          net::Reach reach,
                                          const QString &what);

} // namespace fairlead::oauth
