// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/base/result.h"
#include "server/tools/clientport.h"

/** What an upstream asks of the person before it answers: pure conversions, no state. */
namespace fairlead::gateway {

/** The only thing that an upstream may ask for. */
inline constexpr QLatin1StringView questionMethod{"elicitation/create"};

/**
 * The params of elicitation/create as a question to the person: cleaned, bounded, and saying which
 * server asks. InvalidInput with a reason when it is no such question, or one that nobody must be
 * asked: a form that is none, a page that is not on the web.
 */
[[nodiscard]] Result<tools::InputRequest> questionFrom(const QString &server,
                                                       const QString &key,
                                                       const QJsonObject &params);

/** The answer as the upstream reads it: what was left out of a form gets its default. */
[[nodiscard]] QJsonObject answerFor(const tools::InputRequest &question,
                                    const tools::InputAnswer &answer);

/** What we tell an upstream that it may ask for; `client` may be null. */
[[nodiscard]] QJsonObject capabilitiesOf(const tools::ClientPortPointer &client);
/** The same for a session, which serves clients of all kinds. */
[[nodiscard]] QJsonObject sessionCapabilities();

/** Whether a result asks for something instead of answering. */
[[nodiscard]] bool wantsInput(const QJsonObject &result);

} // namespace fairlead::gateway
