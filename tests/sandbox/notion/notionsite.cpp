// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sandbox/notion/notionsite.h"

#include "tests/sandbox/notion/notionblockapi.h"
#include "tests/sandbox/notion/notioncommentapi.h"
#include "tests/sandbox/notion/notionlookupapi.h"
#include "tests/sandbox/notion/notionmoveapi.h"
#include "tests/sandbox/notion/notionpageapi.h"
#include "tests/sandbox/notion/notionschemaapi.h"
#include "tests/sandbox/notion/notionseed.h"
#include "tests/sandbox/notion/notionuploadapi.h"
#include "tests/sandbox/notion/notionviewapi.h"
#include "tests/sandbox/sandboxdata.h"

#include <optional>

namespace fairlead::sandbox {

using namespace Qt::StringLiterals;

namespace {

/** What Notion has beyond what is served here. */
QList<NotionRoute> routesNotServed()
{
    return {{"GET", u"/v1/pages/{page_id}/properties/{property_id}"_s},
            {"POST", u"/v1/data_sources"_s},
            {"PATCH", u"/v1/databases/{database_id}"_s},
            {"GET", u"/v1/file_uploads"_s},
            {"POST", u"/v1/views"_s},
            {"PATCH", u"/v1/views/{view_id}"_s},
            {"DELETE", u"/v1/views/{view_id}"_s},
            {"GET", u"/v1/custom_emojis"_s}};
}

/** The path's parameters when it fits the pattern. */
std::optional<QHash<QString, QString>> fit(const QString &pattern, const QString &path)
{
    const QStringList wanted = pattern.split(u'/');
    const QStringList sent = path.split(u'/');
    if (wanted.size() != sent.size())
        return std::nullopt;
    QHash<QString, QString> parameters;
    for (qsizetype i = 0; i < wanted.size(); ++i) {
        if (wanted[i].startsWith(u'{') && !sent[i].isEmpty())
            parameters.insert(wanted[i].mid(1, wanted[i].size() - 2), sent[i]);
        else if (wanted[i] != sent[i])
            return std::nullopt;
    }
    return parameters;
}

} // namespace

/** The groups of endpoints; their routes point into it. */
struct NotionSite::Apis
{
    Apis(NotionWorkspace &workspace, const Options &options)
        : pages(workspace, options.longestMarkdown)
        , lookups(workspace, options.searchLag)
        , comments(workspace)
        , moves(workspace)
        , blocks(workspace)
        , schemas(workspace)
        , views(workspace)
        , uploads(workspace)
    {}

    NotionPageApi pages;
    NotionLookupApi lookups;
    NotionCommentApi comments;
    NotionMoveApi moves;
    NotionBlockApi blocks;
    NotionSchemaApi schemas;
    NotionViewApi views;
    NotionUploadApi uploads;
};

NotionSite::NotionSite(const Options &options, const Clock &clock)
    : m_options(options)
    , m_clock(clock)
{
    reset();
}

NotionSite::~NotionSite() = default;

void NotionSite::reset()
{
    m_workspace = std::make_unique<NotionWorkspace>(m_clock);
    fillWorkspace(*m_workspace, sandboxData(u"notion.json"_s));
    m_apis = std::make_unique<Apis>(*m_workspace, m_options);
    m_routes = m_apis->lookups.routes() + m_apis->pages.routes() + m_apis->comments.routes()
        + m_apis->moves.routes() + m_apis->blocks.routes() + m_apis->schemas.routes()
        + m_apis->views.routes() + m_apis->uploads.routes() + routesNotServed();
}

NotionSite::Match NotionSite::match(const QByteArray &method, const QString &path) const
{
    for (const NotionRoute &route : m_routes) {
        if (route.method != method)
            continue;
        if (const auto parameters = fit(route.pattern, path))
            return {.route = &route, .path = *parameters};
    }
    return {};
}

} // namespace fairlead::sandbox
