// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace fairlead::tools {

/** One piece of what a tool answers or a prompt says. */
struct Content
{
    enum class Kind {
        Text,
        Image,
        Audio,
        Resource, ///< a resource with its content: `text`, or `data` when that is not empty
        ResourceLink, ///< only where a resource is; the client reads it when it wants to
    };
    Kind kind = Kind::Text;
    QString text; ///< Text, Resource
    QByteArray data; ///< Image, Audio, Resource: raw bytes, base64 on the wire
    QString mimeType; ///< all but Text; may be empty for resources
    QString uri{}; ///< Resource, ResourceLink
    QString name{}; ///< ResourceLink
    QString source{}; ///< the service that its text is from: data, whatever it says; empty: ours

    bool operator==(const Content &) const = default;

    [[nodiscard]] static Content fromText(QString text)
    {
        return {Kind::Text, std::move(text), {}, {}};
    }
};

} // namespace fairlead::tools
