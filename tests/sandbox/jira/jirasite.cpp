// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sandbox/jira/jirasite.h"

#include "tests/sandbox/jira/agileapi.h"
#include "tests/sandbox/jira/agilelistapi.h"
#include "tests/sandbox/jira/attachmentapi.h"
#include "tests/sandbox/jira/bulkapi.h"
#include "tests/sandbox/jira/developmentapi.h"
#include "tests/sandbox/jira/historyapi.h"
#include "tests/sandbox/jira/issueapi.h"
#include "tests/sandbox/jira/jiraanswers.h"
#include "tests/sandbox/jira/jqlapi.h"
#include "tests/sandbox/jira/linkapi.h"
#include "tests/sandbox/jira/lookupapi.h"
#include "tests/sandbox/jira/metaapi.h"
#include "tests/sandbox/jira/projectapi.h"
#include "tests/sandbox/jira/remotelinkapi.h"
#include "tests/sandbox/jira/searchapi.h"
#include "tests/sandbox/jira/seed.h"
#include "tests/sandbox/jira/servicedeskapi.h"
#include "tests/sandbox/jira/talkapi.h"
#include "tests/sandbox/jira/userapi.h"
#include "tests/sandbox/jira/versionapi.h"
#include "tests/sandbox/jira/watcherapi.h"
#include "tests/sandbox/sandboxdata.h"

namespace fairlead::sandbox {

using namespace Qt::StringLiterals;

/** The groups of endpoints; their handlers point into it. */
struct JiraSite::Apis
{
    Apis(Site &site, SearchIndex &index, MediaStore &media)
        : projects(site, index)
        , users(site, index)
        , meta(site, index)
        , search(site, index)
        , issues(site, index)
        , lookups(site, index)
        , talk(site, index)
        , links(site, index)
        , remoteLinks(site, index)
        , watchers(site, index)
        , attachments(site, index, media)
        , agileState(site)
        , agile(site, index, agileState)
        , agileLists(site, index, agileState)
        , bulk(site, index, issues.handlers().value(u"createIssue"_s))
        , development(site, index)
        , history(site, index)
        , jql(site, index)
        , serviceDesk(site, index, issues.handlers().value(u"createIssue"_s))
        , versions(site, index)
    {}

    [[nodiscard]] JiraHandlers handlers()
    {
        JiraHandlers result;
        for (const JiraHandlers &group : {projects.handlers(),
                                          users.handlers(),
                                          meta.handlers(),
                                          search.handlers(),
                                          issues.handlers(),
                                          lookups.handlers(),
                                          talk.handlers(),
                                          links.handlers(),
                                          remoteLinks.handlers(),
                                          watchers.handlers(),
                                          attachments.handlers(),
                                          agile.handlers(),
                                          agileLists.handlers(),
                                          bulk.handlers(),
                                          development.handlers(),
                                          history.handlers(),
                                          jql.handlers(),
                                          serviceDesk.handlers(),
                                          versions.handlers()})
            result.insert(group);
        return result;
    }

    ProjectApi projects;
    UserApi users;
    MetaApi meta;
    SearchApi search;
    IssueApi issues;
    LookupApi lookups;
    TalkApi talk;
    LinkApi links;
    RemoteLinkApi remoteLinks;
    WatcherApi watchers;
    AttachmentApi attachments;
    AgileState agileState;
    AgileApi agile;
    AgileListApi agileLists;
    BulkApi bulk;
    DevelopmentApi development;
    HistoryApi history;
    JqlApi jql;
    ServiceDeskApi serviceDesk;
    VersionApi versions;
};

JiraSite::JiraSite(Options options, const Clock &clock, MediaStore &media)
    : m_options(std::move(options))
    , m_clock(clock)
    , m_media(media)
{
    reset();
}

JiraSite::~JiraSite() = default;

void JiraSite::reset()
{
    // A site without data of its own is a second Tidewater under another name.
    QJsonObject seed = sandboxData(m_options.name + u".json"_s);
    if (seed.isEmpty())
        seed = sandboxData(u"tidewater.json"_s);
    m_site = std::make_unique<Site>(m_options.name, seed["title"_L1].toString(), m_clock);
    fillSite(*m_site, seed);
    m_index = std::make_unique<SearchIndex>(*m_site, m_options.searchLag);
    m_apis = std::make_unique<Apis>(*m_site, *m_index, m_media);
    m_handlers = m_apis->handlers();
}

Response JiraSite::answer(const QString &operationId, const JiraCall &call)
{
    const auto handler = m_handlers.constFind(operationId);
    if (handler == m_handlers.constEnd())
        return jiraError(501, u"The sandbox has no endpoint %1."_s.arg(operationId));
    Response response = (*handler)(call);
    if (call.request.method != "GET")
        m_apis->history.record(call.caller);
    return response;
}

} // namespace fairlead::sandbox
