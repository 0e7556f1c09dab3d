// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/sandbox/jira/jiraapi.h"
#include "tests/sandbox/jira/site.h"

#include <chrono>
#include <memory>

namespace fairlead::sandbox {

class MediaStore;

/** One Jira site at work: its state and the endpoints on it, both renewed by reset(). */
class JiraSite
{
public:
    struct Options
    {
        QString name = QStringLiteral("northwind");
        std::chrono::milliseconds searchLag{0};
    };

    /** The clock and the media store must outlive the site. */
    JiraSite(Options options, const Clock &clock, MediaStore &media);
    ~JiraSite();
    Q_DISABLE_COPY_MOVE(JiraSite)

    [[nodiscard]] Site &state() { return *m_site; }
    [[nodiscard]] const Site &state() const { return *m_site; }

    /** Where it is served, as others name it; empty until then. */
    [[nodiscard]] QString url() const { return m_url; }
    void setUrl(const QString &url) { m_url = url; }

    /** Asks the endpoint with that operation id. */
    [[nodiscard]] Response answer(const QString &operationId, const JiraCall &call);

    /** The operations that have an endpoint here. */
    [[nodiscard]] QStringList operationIds() const { return m_handlers.keys(); }

    /** Back to the seed data. */
    void reset();

private:
    struct Apis;

    Options m_options;
    QString m_url;
    const Clock &m_clock;
    MediaStore &m_media;
    std::unique_ptr<Site> m_site;
    std::unique_ptr<SearchIndex> m_index;
    std::unique_ptr<Apis> m_apis;
    JiraHandlers m_handlers;
};

} // namespace fairlead::sandbox
