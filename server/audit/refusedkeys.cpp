// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/audit/refusedkeys.h"

namespace fairlead::audit {
namespace {

constexpr qint64 silenceMs = 60'000;
constexpr qsizetype mostInThatTime = 20;

} // namespace

RefusedKeys::RefusedKeys(const Clock &clock)
    : m_clock(clock)
{}

bool RefusedKeys::isNews(const RefusedKey &key)
{
    const qint64 now = m_clock.monotonicMs();
    forgetOld(now);
    const QString name = key.keyPrefix + u'\n' + key.client;
    if (m_noted.contains(name) || m_noted.size() >= mostInThatTime)
        return false;
    m_noted.insert(name, now);
    return true;
}

void RefusedKeys::forgetOld(qint64 now)
{
    m_noted.removeIf([now](const auto &noted) { return now - noted.value() >= silenceMs; });
}

} // namespace fairlead::audit
