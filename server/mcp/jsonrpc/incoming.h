// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/mcp/jsonrpc/message.h"

#include <QByteArrayView>
#include <QList>

namespace fairlead::mcp {

/** What one POST body holds: a message, or a batch of them. */
struct Incoming
{
    QList<Message> messages;
    bool isBatch = false;

    /** Whether anything in it is answered. */
    [[nodiscard]] bool expectsAnswer() const;

    /** The method of a single request; empty for everything else. */
    [[nodiscard]] QString method() const;
};

/** Reads a body, strictly (checkJson()). InvalidMessage when it cannot be taken as a whole. */
[[nodiscard]] std::variant<Incoming, InvalidMessage> parseIncoming(QByteArrayView body);

} // namespace fairlead::mcp
