// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/logging.h"

Q_LOGGING_CATEGORY(lcHttp, "fairlead.server.http")
