// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/base/secret.h"

#include <openssl/crypto.h>
#include <utility>

namespace fairlead {

Secret::Secret(QByteArray value)
    : m_value(std::move(value))
{}

Secret::~Secret()
{
    wipe();
}

Secret &Secret::operator=(const Secret &other)
{
    if (this != &other) {
        wipe();
        m_value = other.m_value;
    }
    return *this;
}

Secret::Secret(Secret &&other) noexcept
    : m_value(std::exchange(other.m_value, QByteArray()))
{}

Secret &Secret::operator=(Secret &&other) noexcept
{
    if (this != &other) {
        wipe();
        m_value = std::exchange(other.m_value, QByteArray());
    }
    return *this;
}

bool Secret::equals(QByteArrayView other) const
{
    return equalInConstantTime(m_value, other);
}

void Secret::wipe()
{
    // Bytes that are shared with another copy are wiped by the last one; a literal is not ours.
    if (!m_value.isEmpty() && m_value.isDetached())
        OPENSSL_cleanse(m_value.data(), static_cast<size_t>(m_value.size()));
    m_value.clear();
}

bool equalInConstantTime(QByteArrayView left, QByteArrayView right)
{
    return left.size() == right.size()
        && CRYPTO_memcmp(left.data(), right.data(), static_cast<size_t>(left.size())) == 0;
}

} // namespace fairlead
