// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/tools/pause.h"

using namespace Qt::StringLiterals;

namespace fairlead::tools {

void Pause::setOn(bool on)
{
    if (std::exchange(m_isOn, on) != on)
        Q_EMIT changed();
}

Result<> Pause::check() const
{
    if (!m_isOn)
        return {};
    return failure(
        ErrorCode::Forbidden,
        u"The person at this computer has paused Fairlead, so nothing was done. Ask them "
        "to choose Resume Fairlead in its tray menu or window, then try again."_s);
}

} // namespace fairlead::tools
