// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/secrets/keychain.h"

#include <QHash>
#include <QStringList>

namespace fairlead::fakes {

/** A keychain in memory whose state the test sets; it answers in the next turn of the event loop.
 */
class FakeKeychain final : public secrets::Keychain
{
    Q_OBJECT

public:
    using Keychain::Keychain;

    [[nodiscard]] QCoro::Task<secrets::KeychainAnswer> read(QString item,
                                                            secrets::Prompting prompting) override;
    [[nodiscard]] QCoro::Task<secrets::KeychainAnswer> write(QString item, Secret value) override;
    [[nodiscard]] QCoro::Task<secrets::KeychainAnswer> remove(QString item) override;

    secrets::KeychainState state = secrets::KeychainState::Ready;
    secrets::KeychainState writeState = secrets::KeychainState::Ready; ///< when `state` is Ready
    QHash<QString, QByteArray> items;
    QStringList calls; ///< "read fairlead/…" ("look" without a prompt), in order
};

} // namespace fairlead::fakes
