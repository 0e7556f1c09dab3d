// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/providers/notion/tools/viewparser.h"

#include "server/providers/answerjson.h"
#include "server/providers/notion/notionid.h"

using namespace Qt::StringLiterals;

namespace fairlead::providers::notion::viewparser {
namespace {

tl::unexpected<Error> missing(QLatin1StringView what)
{
    return failure(ErrorCode::InvalidData, u"\"%1\" is missing in the answer"_s.arg(what));
}

} // namespace

Result<View> view(const QByteArray &body)
{
    simdjson::dom::parser parser;
    const auto root = json::object(parser, body);
    if (!root)
        return failure(root.error());
    View view;
    view.id = canonicalId(json::line(*root, "id"));
    if (view.id.isEmpty())
        return missing("id"_L1);
    view.name = json::line(*root, "name");
    view.type = json::line(*root, "type");
    view.isFiltered = json::member(*root, "filter").has_value();
    const auto sorts = json::list(*root, "sorts");
    view.isSorted = sorts && sorts->size() > 0;
    return view;
}

Result<IdPage> ids(const QByteArray &body)
{
    simdjson::dom::parser parser;
    const auto root = json::object(parser, body);
    if (!root)
        return failure(root.error());
    const auto list = json::list(*root, "results");
    if (!list)
        return missing("results"_L1);
    IdPage page;
    if (json::line(*root, "object") == "view_query"_L1) {
        page.queryId = canonicalId(json::line(*root, "id"));
        page.total = json::number(*root, "total_count", -1);
    }
    for (const auto each : *list) {
        const QString id = canonicalId(json::line(each, "id"));
        if (id.isEmpty())
            return missing("id"_L1);
        page.ids.append(id);
    }
    if (json::isTrue(*root, "has_more"))
        page.nextCursor = json::line(*root, "next_cursor");
    return page;
}

} // namespace fairlead::providers::notion::viewparser
