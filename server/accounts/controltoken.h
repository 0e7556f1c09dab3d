// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/base/result.h"
#include "server/base/secret.h"

namespace fairlead::accounts {

/**
 * What the command line proves itself with to a running instance: DATA_DIR/control.token, readable
 * by the owner only, new at every start. Whoever can read it may do what the owner may.
 */
class ControlToken final
{
public:
    /** Writes a new token in place of the last start's. Storage when it cannot. */
    [[nodiscard]] static Result<ControlToken> create(const QString &dataFolder);
    /** Reads the token of a running instance. NotFound when there is none, Storage when the file
     * cannot be trusted. */
    [[nodiscard]] static Result<Secret> read(const QString &dataFolder);

    ControlToken() = default;

    /** Constant-time; an object without a token matches nothing. */
    [[nodiscard]] bool matches(QByteArrayView presented) const;
    /** Deletes the file, if it still holds this very token. */
    void remove() const;

private:
    ControlToken(QString path, Secret token);

    QString m_path;
    Secret m_token;
};

} // namespace fairlead::accounts
