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

Result<> Pause::setEverywhere(bool on)
{
    if (on)
        setOn(true);
    if (m_shared) {
        if (const auto told = m_shared->setOn(on); !told)
            return told;
    }
    setOn(on);
    return {};
}

Result<> Pause::refresh()
{
    if (!m_shared)
        return {};
    return m_shared->isOn().map([this](bool on) { setOn(on); });
}

Result<> Pause::check() const
{
    if (!m_isOn)
        return {};
    return failure(
        ErrorCode::Forbidden,
        u"A person has paused Fairlead, so nothing was done. Ask them to choose Resume Fairlead in "
        "its tray menu or window, or to run: fairleadctl resume. Then try again."_s);
}

} // namespace fairlead::tools
