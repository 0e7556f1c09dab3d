// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/base/secret.h"

#include <QCoroTask>
#include <QObject>

namespace fairlead::secrets {

/** What the operating system's keychain says of itself, found by probing, not by error codes. */
enum class KeychainState {
    Ready,
    Locked, ///< there, but the person has to unlock it
    Absent, ///< no keychain answers
    Busy, ///< no answer within the soft timeout; the question stays open
    Denied, ///< it refuses us
};

/** Whether the keychain may put a question on the screen, such as for its password. */
enum class Prompting { Allowed, Avoided };

struct KeychainAnswer
{
    KeychainState state = KeychainState::Absent;
    bool found = false; ///< only meaningful when Ready
    Secret value;
    QString detail; ///< what the keychain said, for the doctor
};

/**
 * Items in the keychain of the operating system. Implementations keep one job in flight, give up
 * waiting after a soft timeout (state Busy) without killing the job, tell locked from absent, and
 * read back what they wrote or removed: Ready after a write or a removal means that it was seen to
 * be done.
 */
class Keychain : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;
    ~Keychain() override;
    Q_DISABLE_COPY_MOVE(Keychain)

    [[nodiscard]] virtual QCoro::Task<KeychainAnswer> read(QString item, Prompting prompting) = 0;
    [[nodiscard]] virtual QCoro::Task<KeychainAnswer> write(QString item, Secret value) = 0;
    [[nodiscard]] virtual QCoro::Task<KeychainAnswer> remove(QString item) = 0;

Q_SIGNALS:
    /** A job that had been reported as Busy has ended: it is worth asking again. */
    void answeredLate();
};

} // namespace fairlead::secrets
