// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/base/result.h"
#include "server/base/secret.h"

#include <QByteArray>

namespace fairlead::secrets {

/** What lies in the database in place of a secret. */
struct Sealed
{
    QByteArray nonce; ///< 12 random bytes, new with each sealing
    QByteArray bytes; ///< AES-256-GCM ciphertext and its 16-byte tag
};

/** Seals and opens under one master key, and derives keys for other purposes from it. */
class Sealing final
{
public:
    explicit Sealing(Secret masterKey);

    /** Names the master key without giving it away: 16 hex digits. */
    [[nodiscard]] QString keyId() const { return m_keyId; }

    [[nodiscard]] const Secret &masterKey() const { return m_masterKey; }

    /** `context` is authenticated with the secret: opening needs the very same. */
    [[nodiscard]] Result<Sealed> seal(const Secret &secret, const QByteArray &context) const;
    /** InvalidData when a single bit of nonce, bytes or context is not what was sealed. */
    [[nodiscard]] Result<Secret> open(const Sealed &sealed, const QByteArray &context) const;

    /** 32 bytes by HKDF-SHA-256; other purposes give unrelated keys. */
    [[nodiscard]] Result<Secret> derivedKey(QByteArrayView purpose) const;

private:
    Secret m_masterKey;
    Secret m_sealingKey;
    QString m_keyId;
};

} // namespace fairlead::secrets
