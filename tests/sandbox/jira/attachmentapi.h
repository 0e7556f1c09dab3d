// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/sandbox/jira/jiraapi.h"
#include "tests/sandbox/jira/mediastore.h"

namespace fairlead::sandbox {

/** Files at issues: sent as multipart, read through a redirect to the media store. */
class AttachmentApi final : public JiraApi
{
public:
    AttachmentApi(Site &site, SearchIndex &index, MediaStore &media);

    [[nodiscard]] JiraHandlers handlers();

private:
    /** An attachment with the issue it belongs to; both nullptr where the caller may not see it. */
    struct Found
    {
        JiraIssue *issue = nullptr;
        const JiraAttachment *attachment = nullptr;
    };

    [[nodiscard]] Response add(const JiraCall &call);
    [[nodiscard]] Response get(const JiraCall &call);
    [[nodiscard]] Response content(const JiraCall &call);
    [[nodiscard]] Response remove(const JiraCall &call);
    [[nodiscard]] static Response limits(const JiraCall &call);
    [[nodiscard]] Found attachmentOf(const JiraCall &call);

    MediaStore &m_media;
};

} // namespace fairlead::sandbox
