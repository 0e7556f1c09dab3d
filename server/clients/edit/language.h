// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/base/result.h"
#include "server/clients/client.h"
#include "server/clients/edit/node.h"

namespace fairlead::clients {

/**
 * One language that configurations are written in: how to read it, and the smallest changes of its
 * text. Every change returns the whole new text; what it means is checked by whoever asked for it.
 * InvalidData for a text that is not understood, Conflict for a form that cannot be changed safely.
 */
class Language
{
public:
    virtual ~Language() = default;

    /** The root of the text; an object without members for an empty one. */
    [[nodiscard]] virtual Result<Node> read(const QByteArray &text) const = 0;
    /** `entry` added as ours, together with its section where that is missing. */
    [[nodiscard]] virtual Result<QByteArray> withEntry(const QByteArray &text,
                                                       const Place &place,
                                                       const Entry &entry) const = 0;
    /** A member of our entry set to this value. */
    [[nodiscard]] virtual Result<QByteArray> withMember(const QByteArray &text,
                                                        const Place &place,
                                                        const QString &name,
                                                        const QJsonValue &value) const = 0;
    /** Our entry taken out. */
    [[nodiscard]] virtual Result<QByteArray> withoutEntry(const QByteArray &text,
                                                          const Place &place) const = 0;

protected:
    Language() = default;
    Language(const Language &) = default;
    Language(Language &&) = default;
    Language &operator=(const Language &) = default;
    Language &operator=(Language &&) = default;
};

/** Our entry in a text that was read; null when there is none. */
[[nodiscard]] const Member *findEntry(const Node &root, const Place &place);

} // namespace fairlead::clients
