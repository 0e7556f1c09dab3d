// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/sandbox/notion/notionapi.h"

#include <chrono>
#include <memory>

namespace fairlead::sandbox {

/** A workspace at work: its state and the endpoints on it, both renewed by reset(). */
class NotionSite
{
public:
    struct Options
    {
        int requestsPerMinute = 10'000; ///< of one connection
        qsizetype longestMarkdown = 16'000; ///< characters, before a page is truncated
        std::chrono::milliseconds searchLag{0};
    };

    /** What the table of endpoints says about a request. */
    struct Match
    {
        const NotionRoute *route = nullptr; ///< nullptr: Notion has no such endpoint
        QHash<QString, QString> path; ///< as sent
    };

    /** The clock must outlive the site. */
    NotionSite(const Options &options, const Clock &clock);
    ~NotionSite();
    Q_DISABLE_COPY_MOVE(NotionSite)

    [[nodiscard]] NotionWorkspace &state() { return *m_workspace; }
    [[nodiscard]] const NotionWorkspace &state() const { return *m_workspace; }
    [[nodiscard]] const Options &options() const { return m_options; }
    [[nodiscard]] Match match(const QByteArray &method, const QString &path) const;

    /** Back to the seed data. */
    void reset();

private:
    struct Apis;

    Options m_options;
    const Clock &m_clock;
    std::unique_ptr<NotionWorkspace> m_workspace;
    std::unique_ptr<Apis> m_apis;
    QList<NotionRoute> m_routes;
};

} // namespace fairlead::sandbox
