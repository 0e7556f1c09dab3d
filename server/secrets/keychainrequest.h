// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/secrets/keychain.h"

#include <QTimer>

namespace fairlead::secrets {

/** One question to the keychain, from being asked until it is answered or given up on. */
class KeychainRequest final : public QObject
{
    Q_OBJECT

public:
    enum class Kind { Read, Write, Remove };

    KeychainRequest(Kind kind, QString item, Secret value, Prompting prompting);

    const Kind kind;
    const QString item;
    const Secret value; ///< Kind::Write
    const Prompting prompting;

    /** Whoever asked hears "Busy" when no answer came in this time. */
    void limitWait(std::chrono::milliseconds softTimeout);
    /** The first answer counts; later ones change nothing. */
    void answer(KeychainAnswer answer);

    [[nodiscard]] bool isAnswered() const { return m_answered; }
    [[nodiscard]] const KeychainAnswer &given() const { return m_answer; }

Q_SIGNALS:
    void answered(); ///< once

private:
    QTimer m_limit;
    bool m_answered = false;
    KeychainAnswer m_answer;
};

} // namespace fairlead::secrets
