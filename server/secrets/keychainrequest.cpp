// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/secrets/keychainrequest.h"

using namespace Qt::StringLiterals;

namespace fairlead::secrets {

KeychainRequest::KeychainRequest(Kind kindOfRequest,
                                 QString itemName,
                                 Secret newValue,
                                 Prompting promptingWanted)
    : kind(kindOfRequest)
    , item(std::move(itemName))
    , value(std::move(newValue))
    , prompting(promptingWanted)
{
    m_limit.setSingleShot(true);
    connect(&m_limit, &QTimer::timeout, this, [this] {
        answer({.state = KeychainState::Busy,
                .found = false,
                .value = {},
                .detail = u"The keychain does not answer."_s});
    });
}

void KeychainRequest::limitWait(std::chrono::milliseconds softTimeout)
{
    m_limit.start(softTimeout);
}

void KeychainRequest::answer(KeychainAnswer answer)
{
    if (m_answered)
        return;
    m_limit.stop();
    m_answered = true;
    m_answer = std::move(answer);
    Q_EMIT answered();
}

} // namespace fairlead::secrets
