// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/sandbox/front/message.h"
#include "tests/sandbox/notion/notionworkspace.h"

#include <QHash>

#include <functional>

namespace fairlead::sandbox {

/** One request to Notion's REST API whose caller, path and body have been read. */
struct NotionCall
{
    const Request &request;
    NotionConnection &caller;
    QHash<QString, QString> path; ///< ids with their dashes
    QJsonObject body;
};

using NotionHandler = std::function<Response(const NotionCall &)>;

/** One line of the table of endpoints. Without a handler Notion has it and the sandbox has not. */
struct NotionRoute
{
    enum class Body { Json, Form };

    QByteArray method;
    QString pattern; ///< "/v1/pages/{page_id}"
    NotionCapability capability = NotionCapability::None;
    NotionHandler handler{};
    QStringList query{}; ///< the query parameters that it takes
    Body body = Body::Json;
};

} // namespace fairlead::sandbox
