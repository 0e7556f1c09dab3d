// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/mcp/revision.h"
#include "server/tools/clientport.h"

namespace fairlead::mcp {

/** A request to the client: its method and its params. */
struct ClientRequest
{
    QString method;
    QJsonObject params;
};

/** What we ask, in the words of the revision. */
[[nodiscard]] ClientRequest clientRequest(const tools::InputRequest &request, Revision revision);

/** What the client answered; InvalidData when it is no answer to that request. */
[[nodiscard]] Result<tools::InputAnswer> inputAnswer(const tools::InputRequest &request,
                                                     const QJsonObject &result);

/** Whether a client with these capabilities can be asked that. */
[[nodiscard]] bool canAnswer(const QJsonObject &capabilities,
                             tools::InputRequest::Kind kind,
                             Revision revision);

/** The capability that a client lacks, as an object of ClientCapabilities. */
[[nodiscard]] QJsonObject neededCapability(tools::InputRequest::Kind kind);

} // namespace fairlead::mcp
