// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace fairlead::http::engine {

/** Tells the peer that nothing more comes, while what it still sends can be read (QTcpSocket cannot
 * do that): only so can it read a refusal before it has sent its whole body. */
void stopSending(qintptr descriptor);

} // namespace fairlead::http::engine
